import { BUILD_FLAGS } from '../go/command.ts'
import { quoteFlags } from '../go/flags.ts'
import { fillTemplates, type Constants } from './goreleaser-templates.ts'
import type { Setting } from './settings-file.ts'

/** One flag, and the setting that it stands in. */
interface Flag {
  readonly text: string
  readonly from: Setting
}

/** Slipway strips, and sets main.version, main.commit and main.date, by itself. */
const isOwnLinkerFlag = (flag: string): boolean =>
  flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{\1\}$/.test(flag)

/** `ldflags` as slipway.yaml has them: without what Slipway does by itself, nor what `check` refuses. */
export function readLinkerFlags(
  setting: Setting,
  constants: Constants,
  check: (flags: readonly string[]) => void
): readonly string[] {
  const flags = readFlags(setting, constants)
  if (setting.kind !== 'absent') noteStripping(setting, flags)
  return passFlags(flags, check).filter((flag) => !isOwnLinkerFlag(flag))
}

function noteStripping(setting: Setting, flags: readonly Flag[]): void {
  if (!flags.some(({ text }) => text === '-s' || text === '-w'))
    setting.note({ same: 'there is no -s -w, and Slipway strips every program.' })
}

/** `gcflags`, without what `check` refuses. */
export const readCompilerFlags = (
  setting: Setting,
  constants: Constants,
  check: (flags: readonly string[]) => void
): readonly string[] => passFlags(readFlags(setting, constants), check)

/** What `go build` is given in `flags`: of what slipway.yaml has no place for, Slipway does some anyway. */
export function readBuildFlags(
  setting: Setting,
  constants: Constants
): { readonly tags: readonly string[]; readonly flags: readonly string[] } {
  const flags: string[] = []
  const tags = readFlags(setting, constants, splitArgument).flatMap(({ text, from }) => {
    const [, tags] = /^--?tags=(.*)$/.exec(text) ?? []
    if (tags !== undefined) return splitTags(tags, from)
    const own = BUILD_FLAGS.find((flag) => text.replace(/^--/, '-') === flag)
    if (own !== undefined) {
      flags.push(own)
      return []
    }
    if (/^--?(trimpath|mod=readonly|buildvcs(=(true|auto))?)(=true)?$/.test(text)) return []
    from.note(
      /^--?(v|x|a|n|p=\d+|work)$/.test(text)
        ? { same: `${text} changes no program.` }
        : { do: `${text} is not passed to go build; ${FLAG_ADVICE}` }
    )
    return []
  })
  return { tags, flags }
}

const FLAG_ADVICE = 'see whether the program does without it, or set it in its source.'

/** `tags`, a list or many in one text. */
export const readTags = (setting: Setting, constants: Constants): readonly string[] =>
  readFlags(setting, constants).flatMap(({ text, from }) => splitTags(text, from))

const splitTags = (text: string, from: Setting): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((tag) => {
      if (/^[\w.]+$/.test(tag)) return [tag]
      from.note({ do: `${tag} is no build tag that slipway.yaml takes; name it under builds.tags.` })
      return []
    })

/** No flags that people write are longer. */
const LONGEST = 10_000

/** Every flag of a list or text, `-X a=b` as one, with our words for its templates; what has others is listed. */
function readFlags(
  setting: Setting,
  constants: Constants,
  split: (line: string, whole: boolean) => readonly string[] = splitShellLine
): readonly Flag[] {
  const items = setting.items()
  if (setting.kind !== 'map') setting.take()
  for (const from of items)
    if (from.text.length > LONGEST) from.leave({ do: `it is longer than ${LONGEST} characters, and was not read.` })
  const words = items
    .filter(({ text }) => text.length <= LONGEST)
    .flatMap((from) => split(from.text, setting.kind === 'list').map((text) => ({ text, from })))
  return joinFlagPairs(words).flatMap(({ text, from }) => {
    const filled = fillTemplates(text, constants)
    if (filled.whole && /^\{env\./.test(filled.text)) {
      from.note({
        do: `${text} stands for whole flags, and a variable of the environment is a value in slipway.yaml: write each flag under builds, with {env.NAME} for its value.`
      })
      return []
    }
    for (const advice of filled.otherwise) from.note(advice)
    if (filled.whole) return [{ text: filled.text, from }]
    from.note({
      do: `${text} has a template that slipway.yaml does not have; set the value in the source, or name a fixed one.`
    })
    return []
  })
}

/** Those that Slipway gives to a tool of Go's. */
const passFlags = (flags: readonly Flag[], check: (flags: readonly string[]) => void): readonly string[] =>
  flags.flatMap(({ text, from }) => {
    try {
      check([text])
      quoteFlags([text])
      return [text]
    } catch {
      from.note({ do: `${text} is not passed on: Slipway takes what changes the program alone; ${FLAG_ADVICE}` })
      return []
    }
  })

/** An item of a list is one argument, whatever spaces it holds; a text is split at them. */
const splitArgument = (line: string, whole: boolean): readonly string[] =>
  whole ? [line.trim().replace(/^(-\S+)\s+/, '$1=')].filter(Boolean) : splitShellLine(line)

/** As a shell would split a line, quotes and templates kept whole. */
const splitShellLine = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) =>
    word.replace(
      /\{\{[^}]*\}\}|"([^"]*)"|'([^']*)'/g,
      (whole, double?: string, single?: string) => double ?? single ?? whole
    )
  )

/** Flags whose value may stand in the next word. */
const APART = /^--?(X|tags|H|extld|extldflags|linkmode|mod|p|gcflags|ldflags|asmflags|buildmode)$/

function joinFlagPairs(words: readonly Flag[]): readonly Flag[] {
  const flags: Flag[] = []
  for (const { text, from } of words) {
    const before = flags.at(-1)
    if (before !== undefined && APART.test(before.text))
      flags[flags.length - 1] = { ...before, text: `${before.text}=${text}` }
    else flags.push({ text, from })
  }
  return flags
}
