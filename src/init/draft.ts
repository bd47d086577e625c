import { stringify } from 'yaml'

/** A program with settings of its own, as slipway.yaml has it. */
export interface DraftProgram {
  readonly main: string
  readonly name?: string
  readonly ldflags?: readonly string[]
  readonly gcflags?: readonly string[]
  readonly tags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** What slipway.yaml will say, and what of the other file it cannot say. */
export interface ProjectDraft {
  readonly name?: string
  readonly targets: readonly string[]
  readonly main?: readonly string[]
  readonly builds: readonly DraftProgram[]
  readonly files: readonly string[]
  /** One sentence for each thing that was left behind, and what to do about it. */
  readonly left: readonly string[]
}

/** The text of a first slipway.yaml; `from` is the file that it was made of. */
export function formatProjectFile({ name, targets, main, builds, files, left }: ProjectDraft, from: string): string {
  const settings = {
    ...(name !== undefined && { name }),
    targets,
    ...(main && { main }),
    ...(builds.length && { builds }),
    ...(files.length && { archive: { files } })
  }
  return [
    `# Made by slipway init from ${from}. Flags and the inputs of a step win over it; \`slipway plan\` shows what comes of it.`,
    ...(left.length ? [`# Not taken over from ${from}:`, ...left.map((line) => `# - ${joinCommentLines(line)}`)] : []),
    stringify(settings, { lineWidth: 0 }).trimEnd(),
    ''
  ].join('\n')
}

/** A line of a comment stays one, whatever the other file held. */
const joinCommentLines = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
