import type { Once, Planned } from '../model/planned.ts'
import type { Ledger, Made, Step } from './ledger.ts'
import type { Timeline, WatchedWork } from './timeline.ts'

/** What the frame of a stage is made of. */
export interface Frame {
  readonly timeline: Timeline
  readonly ledger: Ledger
}

/** One kind of work in its frame: told under its name with its time, skipped with a reason, and not done twice. */
export interface Stage {
  /** Does the one piece of work that is planned; undefined where the plan skips it. */
  one<T, R>(planned: Once<T>, work: (piece: T) => Promise<R>): Promise<R | undefined>
  /** The pieces of work that are planned; none where the plan skips them, and then its reason is told. */
  all<T>(planned: Planned<T>): readonly T[]
  /** Runs a piece of work under its title. */
  watch<T>(title: string, work: (note: (text: string) => void) => Promise<WatchedWork<T>>): Promise<T>
  /** Runs a piece of work under its title unless its record says what came of it; `note`: what a person sees of that. */
  once<T>(title: string, step: Step<T>, make: () => Promise<Made<T>>, note?: (value: T) => string): Promise<T>
}

/** `quiet`: nobody asks for it, so that nobody is told where the plan skips it. */
export function stage(name: string, { timeline, ledger }: Frame, { quiet = false } = {}): Stage {
  const all = <T>(planned: Planned<T>): readonly T[] => {
    if ('work' in planned) return planned.work
    if (!quiet) timeline.skip(name, planned.skip)
    return []
  }
  return {
    all,
    async one<T, R>(planned: Once<T>, work: (piece: T) => Promise<R>) {
      for (const piece of all(planned)) return await work(piece)
      return undefined
    },
    watch: (title, work) => timeline.watch(name, title, work),
    once: (title, step, make, note) =>
      timeline.watch(name, title, async () => {
        const done = await ledger.once(step, make)
        return { ...done, ...(note && { note: note(done.value) }) }
      })
  }
}
