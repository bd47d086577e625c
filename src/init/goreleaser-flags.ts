import { readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { sortChoices, type Taken } from './goreleaser-taken.ts'

/** Templates that have a word in slipway.yaml. */
const WORDS: Readonly<Record<string, string>> = {
  Version: '{version}',
  Commit: '{commit}',
  FullCommit: '{commit}',
  Date: '{date}',
  CommitDate: '{date}'
}

/** Flags as a list, one an item, with our words for their templates; what has none is left behind. */
export function readFlags(key: string, value: Json | undefined): Taken<readonly string[]> {
  const lines = (Array.isArray(value) ? readItems(value) : [value]).map((line) => readText(line))
  return sortChoices(
    joinFlagPairs(lines.flatMap(splitShellLine)).map((flag) => {
      const ours = flag.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name: string) => WORDS[name] ?? whole)
      return ours.includes('{{')
        ? { leave: `builds.${key}: ${flag}: a template that Slipway does not have.` }
        : { take: ours }
    })
  )
}

/** Those that Slipway gives to a tool, which are those that `check` does not refuse. */
export const checkFlags = (
  key: string,
  flags: readonly string[],
  check: (flags: readonly string[]) => void
): Taken<readonly string[]> =>
  sortChoices(
    flags.map((flag) => {
      try {
        check([flag])
        return { take: flag }
      } catch {
        return { leave: `builds.${key}: ${flag} is not passed on.` }
      }
    })
  )

/** `tags`, and those in `flags`; other flags are left behind. */
export function readTags(build: { readonly [key: string]: Json | undefined }): Taken<readonly string[]> {
  const { value, left } = readFlags('flags', build['flags'])
  const flags = joinFlagPairs(value)
  const inFlags = flags.flatMap((flag) => /^--?tags=(.*)$/.exec(flag)?.[1]?.split(',') ?? [])
  const others = flags.filter((flag) => !/^--?(tags=|trimpath$|mod=|buildvcs)/.test(flag))
  return {
    value: [...new Set([...readItems(build['tags']).map(readText), ...inFlags])].filter((tag) => /^[\w.]+$/.test(tag)),
    left: [...left, ...others.map((flag) => `builds.flags: ${flag} is not passed on.`)]
  }
}

/** As a shell would split a line, quotes and templates kept whole. */
const splitShellLine = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '')
  )

/** Flags whose value may stand in the next word. */
const APART = /^--?(X|tags|H|extld|extldflags|linkmode)$/

/** `-X a=b` and `-tags a` are one flag each. */
function joinFlagPairs(words: readonly string[]): readonly string[] {
  const flags: string[] = []
  for (const word of words) {
    const before = flags.at(-1)
    if (before !== undefined && APART.test(before)) flags[flags.length - 1] = `${before}=${word}`
    else flags.push(word)
  }
  return flags
}
