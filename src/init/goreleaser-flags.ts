import { items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** Templates that have a word in slipway.yaml. */
const WORDS: Readonly<Record<string, string>> = {
  Version: '{version}',
  Commit: '{commit}',
  FullCommit: '{commit}',
  Date: '{date}',
  CommitDate: '{date}'
}

/** Flags as a list, one an item, with our words for their templates; what has none is told and left out. */
export function flagsOf(key: string, value: Json | undefined, left: string[]): readonly string[] {
  const lines = (Array.isArray(value) ? items(value) : [value]).map((line) => text(line))
  return joined(lines.flatMap(split)).flatMap((flag) => {
    const ours = flag.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name: string) => WORDS[name] ?? whole)
    if (!ours.includes('{{')) return [ours]
    left.push(`builds.${key}: ${flag}: a template that Slipway does not have.`)
    return []
  })
}

/** Those that Slipway gives to a tool; the others are told. */
export const allowed = (
  key: string,
  flags: readonly string[],
  check: (flags: readonly string[]) => void,
  left: string[]
): readonly string[] =>
  flags.filter((flag) => {
    try {
      check([flag])
      return true
    } catch {
      left.push(`builds.${key}: ${flag} is not passed on.`)
      return false
    }
  })

/** `tags`, and those in `flags`; other flags are told. */
export function tagsOf(build: { readonly [key: string]: Json | undefined }, left: string[]): readonly string[] {
  const flags = joined(flagsOf('flags', build['flags'], left))
  const inFlags = flags.flatMap((flag) => /^--?tags=(.*)$/.exec(flag)?.[1]?.split(',') ?? [])
  for (const flag of flags)
    if (!/^--?(tags=|trimpath$|mod=|buildvcs)/.test(flag)) left.push(`builds.flags: ${flag} is not passed on.`)
  return [...new Set([...items(build['tags']).map(text), ...inFlags])].filter((tag) => /^[\w.]+$/.test(tag))
}

/** As a shell would split a line, quotes and templates kept whole. */
const split = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '')
  )

/** Flags whose value may stand in the next word. */
const APART = /^--?(X|tags|H|extld|extldflags|linkmode)$/

/** `-X a=b` and `-tags a` are one flag each. */
function joined(words: readonly string[]): readonly string[] {
  const flags: string[] = []
  for (const word of words) {
    const before = flags.at(-1)
    if (before !== undefined && APART.test(before)) flags[flags.length - 1] = `${before}=${word}`
    else flags.push(word)
  }
  return flags
}
