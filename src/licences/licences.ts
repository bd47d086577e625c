import { hashBytes } from '../base/digest.ts'
import { LICENCE_TEXTS, type LicenceText } from './texts.ts'
import { listCountingWords } from './words.ts'

/** What a text grants, as far as its words are those of licences that we know. */
export interface FoundLicences {
  /** SPDX ids in the order of the text, each once. */
  readonly ids: readonly string[]
  /** Words that are of none of them: names, years, headings, and what we do not know. */
  readonly rest: number
}

/** Words that may stand between two parts of a licence, the names of those who grant it: fewer than a clause more has. */
const MOST_BETWEEN = 24
/** A licence can stand in one file several times, for several parts of a module. */
const MOST_TIMES = 20

const FIRST = new Set(LICENCE_TEXTS.flatMap(({ parts }) => parts.map(({ start }) => start.split(' ', 1)[0])))

/** The licences whose words stand in a text, exactly and in their order; never one that is only much like it. */
export function findLicences(text: string): FoundLicences {
  const words = listCountingWords(text)
  const starts = new Map<string, number[]>()
  words.forEach((word, at) => {
    if (!FIRST.has(word)) return
    const start = words.slice(at, at + 3).join(' ')
    const known = starts.get(start)
    if (known) known.push(at)
    else starts.set(start, [at])
  })
  const taken = new Uint8Array(words.length)
  const found: { readonly id: string; readonly at: number }[] = []
  for (const licence of LICENCE_TEXTS)
    for (let times = 0; times < MOST_TIMES; times++) {
      const match = findPlacement(licence, words, starts, taken)
      if (!match) break
      for (const [from, to] of match) taken.fill(1, from, to)
      found.push({ id: licence.id, at: match[0]?.[0] ?? 0 })
    }
  found.sort((a, b) => a.at - b.at)
  return { ids: [...new Set(found.map(({ id }) => id))], rest: taken.reduce((sum, one) => sum - one, words.length) }
}

type WordSpan = readonly [from: number, to: number]

/** The first place where all parts of a licence stand that nothing else has taken. */
function findPlacement(
  { parts }: LicenceText,
  words: readonly string[],
  starts: ReadonlyMap<string, readonly number[]>,
  taken: Uint8Array
): readonly WordSpan[] | undefined {
  for (const at of starts.get(parts[0]?.start ?? '') ?? []) {
    const match: WordSpan[] = []
    for (const part of parts) {
      const from = match.at(-1)?.[1] ?? at
      const next = starts
        .get(part.start)
        ?.find((place) => place >= from && place <= (match.length ? from + MOST_BETWEEN : from) && stands(part, place))
      if (next === undefined) break
      match.push([next, next + part.words])
    }
    if (match.length === parts.length) return match
  }
  return undefined

  function stands({ words: count, sha256: digest }: LicenceText['parts'][number], at: number): boolean {
    return taken[at] === 0 && at + count <= words.length && hashBytes(words.slice(at, at + count).join(' ')) === digest
  }
}
