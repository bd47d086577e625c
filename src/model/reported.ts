import type { Digest, Verdict } from './nouns.ts'

/** Who proved something in another job, as that job names itself. */
export interface Reporter {
  /** As `Invocation.id`. */
  readonly run: string
  /** The name of the job; '' where it has none. */
  readonly job: string
}

/** What another job reported, and about which bytes. */
export interface Reported {
  readonly by: Reporter
  /** Every program and file that it made, relative to its output folder. */
  readonly files: readonly (Digest & { readonly path: string })[]
  readonly verdicts: readonly Verdict[]
}

/** `job prove of https://…/runs/7`. */
export const describeReporter = ({ run, job }: Reporter): string => (job === '' ? run : `job ${job} of ${run}`)
