import { stringify } from 'yaml'
import type { Left } from './settings-file.ts'

/** A program with settings of its own, as slipway.yaml has it. */
export interface DraftProgram {
  readonly main: string
  readonly name?: string
  /** Where it has not those of all programs. */
  readonly targets?: readonly string[]
  readonly ldflags?: readonly string[]
  readonly gcflags?: readonly string[]
  readonly tags?: readonly string[]
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly overrides?: readonly DraftOverride[]
}

/** Settings of a program for some targets. */
export interface DraftOverride extends Omit<DraftProgram, 'main' | 'name' | 'targets' | 'overrides'> {
  readonly targets: readonly string[]
}

/** A file of an archive: its path or pattern, with its place where it has another. */
export type DraftFile = string | { readonly from: string; readonly to: string }

/** An archive with settings of its own, as slipway.yaml has it. */
export interface DraftArchive {
  readonly programs?: readonly string[]
  readonly format?: string
  readonly 'format-of'?: Readonly<Record<string, string>>
  readonly name?: string
  readonly folder?: string
  readonly spell?: Readonly<Record<string, string>>
  readonly files?: readonly DraftFile[]
}

/** What a release has beside archives, as slipway.yaml has it. */
export interface DraftExtras {
  readonly 'release-files'?: readonly (string | { readonly from: string; readonly name: string })[]
  readonly 'source-archive'?: { readonly name?: string; readonly folder?: string }
  readonly 'checksum-lists'?: readonly { readonly name: string; readonly algorithm?: string }[]
}

/** What slipway.yaml and the workflow will say, and what of the other file they cannot say. */
export interface ProjectDraft {
  readonly name?: string
  readonly targets: readonly string[]
  readonly main?: readonly string[]
  readonly builds: readonly DraftProgram[]
  readonly archives: readonly DraftArchive[]
  readonly extras: DraftExtras
  readonly notes?: 'none'
  readonly release?: 'draft'
  /** Inputs of the step that releases. */
  readonly step: Readonly<Record<string, string>>
  readonly left: readonly Left[]
}

/** The text of a first slipway.yaml; `from` is the file that it was made of. */
export function formatProjectFile(
  { name, targets, main, builds, archives, extras, notes, release, left }: ProjectDraft,
  from: string
): string {
  const settings = {
    ...(name !== undefined && { name }),
    targets,
    ...(main && { main }),
    ...(builds.length && { builds }),
    ...(archives.length === 1 && { archive: archives[0] }),
    ...(archives.length > 1 && { archives }),
    ...extras,
    ...(notes && { notes }),
    ...(release && { release })
  }
  const { todo, rest } = describeLeft(left)
  return [
    `# Made by slipway init from ${joinCommentLines(from)}. Flags and the inputs of a step win over it; \`slipway plan\` shows what comes of it.`,
    ...formatComment(`Not carried over from ${from}`, todo),
    ...formatComment(`Otherwise than in ${from}, and nothing to do about it`, rest),
    stringify(settings, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd(),
    ''
  ].join('\n')
}

const formatComment = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length ? [`# ${joinCommentLines(title)}:`, ...lines.map((line) => `# - ${joinCommentLines(line)}`)] : []

/** A line of a comment stays one, whatever the other file held. */
const joinCommentLines = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')

/** A line for each setting: what it is, where it stands, what to do. */
export const listLeftLines = (left: readonly Left[], from: string): readonly string[] =>
  left.map(({ setting, line, advice }) =>
    [line === undefined ? from : `${from}:${line}`, setting, formatAdvice(advice)].join(': ')
  )

/** A line for all settings of a section with one advice: something to do, and the rest. It names at most `most` of them. */
export function describeLeft(
  left: readonly Left[],
  most = Infinity
): {
  readonly todo: readonly string[]
  readonly rest: readonly string[]
} {
  const describe = (of: readonly Left[]): readonly string[] => {
    const groups = new Map<string, readonly Left[]>()
    for (const one of of) {
      const key = JSON.stringify([findSection(one.setting), one.advice])
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
    return [...groups.values()].map((group) => describeGroup(group, most))
  }
  return {
    todo: describe(left.filter(({ advice }) => 'do' in advice)),
    rest: describe(left.filter(({ advice }) => 'same' in advice))
  }
}

function describeGroup(group: readonly Left[], most: number): string {
  const [{ setting, advice }] = group as readonly [Left]
  const places = group.map(
    (one) => `${one.setting}: ${one.line === undefined ? 'not in the file' : `line ${one.line}`}`
  )
  const more = places.length > most ? [`and ${places.length - most} more, in the comment of slipway.yaml`] : []
  return `${findSection(setting)}: ${formatAdvice(advice)} (${[...places.slice(0, most), ...more].join('; ')})`
}

const findSection = (setting: string): string => /^[^.[]*/.exec(setting)?.[0] ?? ''

const formatAdvice = (advice: Left['advice']): string => ('do' in advice ? advice.do : advice.same)
