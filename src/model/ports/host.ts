import type { Finding } from '../../base/finding.ts'

/** Where we run: how lines look, how secrets are masked, where outputs go. */
export interface Host {
  readonly name: 'github' | 'gitlab' | 'local'
  info(line: string): void
  warn(line: string): void
  /** A failure the caller has to see. */
  error(line: string): void
  /** Something on a line of the user's own files, shown there where the host can. */
  finding(finding: Finding): Promise<void>
  /** Several lines of our own, such as the plan, that a log may fold away under their title. */
  section(title: string, text: string): void
  /** Text from elsewhere (tools, commits): printed so that it cannot be taken for a command of the host. */
  quote(title: string, text: string): void
  mask(secret: string): void
  /** Says where the output folder is: a host that hands on files keeps them in its `report/`. */
  keepIn(folder: string): void
  output(name: string, value: string): Promise<void>
  summary(markdown: string): Promise<void>
  /** A line of progress that a terminal may redraw and CI prints once when it ends. */
  progress(stage: string, item: string): Progress
}

export interface Progress {
  /** Says what is being done right now; shown on a terminal only. */
  note(text: string): void
  end(outcome: 'done' | 'reused' | 'skipped' | 'failed', note?: string): void
}
