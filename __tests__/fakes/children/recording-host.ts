import type { Host } from '../../../src/model/ports/host.ts'

export interface RecordingHost extends Host {
  /** Every line for people. */
  readonly lines: readonly string[]
  /** `begin build linux/amd64`, `done build linux/amd64`, …, in the order in which they came. */
  readonly events: readonly string[]
  readonly summaries: readonly string[]
}

/** A host that prints nowhere and remembers all; `told` hears each event as it comes. */
export function recordingHost(told: (event: string) => void = () => undefined): RecordingHost {
  const lines: string[] = []
  const events: string[] = []
  const summaries: string[] = []
  const tell = (event: string): void => {
    events.push(event)
    told(event)
  }
  return {
    name: 'local',
    lines,
    events,
    summaries,
    info: (line) => void lines.push(line),
    warn: (line) => void lines.push(`warning: ${line}`),
    error: (line) => void lines.push(`error: ${line}`),
    finding: async ({ file, line, message }) => void lines.push(`${file}:${line}: ${message}`),
    keepIn: () => undefined,
    section: (title, text) => void lines.push(title, text),
    quote: (title, text) => void lines.push(title, text),
    mask: () => undefined,
    output: async () => undefined,
    summary: async (markdown) => void summaries.push(markdown),
    progress(stage, item) {
      tell(`begin ${stage} ${item}`)
      return { note: () => undefined, end: (outcome) => tell(`${outcome} ${stage} ${item}`) }
    }
  }
}
