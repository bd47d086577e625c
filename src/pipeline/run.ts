import { runTogether } from '../base/parallel.ts'
import type { Invocation } from '../evidence/invocation.ts'
import type { Tool } from '../model/nouns.ts'
import type { Plan } from '../plan/plan.ts'

/** One run: the plan that is carried out, with which tools, and when to stop. */
export interface Run<T> {
  readonly plan: Plan
  readonly tools: T
  readonly signal: AbortSignal
}

/** Starts a branch of a run, whose signal aborts when another branch fails, too. */
export type StartBranch<T> = <R>(work: (run: Run<T>) => Promise<R>) => Promise<R>

/** Runs branches side by side, as `runTogether` does. */
export const runInBranches = <T, R>(run: Run<T>, body: (start: StartBranch<T>) => Promise<R>): Promise<R> =>
  runTogether(run.signal, (start) => body((work) => start((signal) => work({ ...run, signal }))))

/** What is told of a run in what it signs. */
export interface RunFacts {
  readonly invocation: Invocation
  /** URL of the repository, without credentials. */
  readonly repository: string | undefined
  readonly tools: () => readonly Tool[]
  readonly now: () => Date
}
