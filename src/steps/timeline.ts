import { Failure } from '../base/errors.ts'
import type { Host } from '../model/ports/host.ts'
import { formatDuration, TIME_WIDTH } from '../base/text.ts'

/** One piece of work as it happened; times in milliseconds since the run began. */
export interface Span {
  readonly stage: string
  readonly item: string
  readonly start: number
  readonly end: number
  readonly outcome: 'done' | 'reused' | 'skipped' | 'failed'
}

/** Watches work: a progress line for people, a span for the timing picture. */
export interface Timeline {
  /** What happened so far. */
  readonly spans: readonly Span[]
  /** Runs the work under a progress line; `reused` and `note` come from its result. */
  watch<T>(stage: string, item: string, work: (note: (text: string) => void) => Promise<WatchedWork<T>>): Promise<T>
  /** A stage that the plan skips, with its reason. */
  skip(stage: string, reason: string): void
}

export interface WatchedWork<T> {
  readonly value: T
  readonly reused?: boolean
  /** What a person wants to see beside the line. */
  readonly note?: string
}

export function timeline(host: Host, now: () => number): Timeline {
  const began = now()
  const spans: Span[] = []
  let broken: unknown
  return {
    get spans() {
      return [...spans]
    },
    async watch(stage, item, work) {
      const start = now() - began
      const progress = host.progress(stage, item)
      const finish = (outcome: Span['outcome'], note?: string): void => {
        const end = now() - began
        spans.push({ stage, item, start, end, outcome })
        const words = [outcome === 'reused' ? 'reused' : '', note].filter(Boolean).join('; ')
        progress.end(outcome, `${formatDuration(end - start).padStart(TIME_WIDTH)}  ${words}`.trimEnd())
      }
      try {
        const { value, reused, note } = await work((text) => progress.note(text))
        finish(reused ? 'reused' : 'done', note)
        return value
      } catch (error) {
        // One failure aborts what runs beside it: only the first is news.
        const stopped = broken !== undefined && (error === broken || (error as Error).name === 'AbortError')
        broken ??= error
        finish(stopped ? 'skipped' : 'failed', stopped ? 'stopped' : cutFirstErrorLine(error))
        throw error
      }
    },
    skip(stage, reason) {
      const at = now() - began
      spans.push({ stage, item: reason, start: at, end: at, outcome: 'skipped' })
      host.progress(stage, '').end('skipped', reason)
    }
  }
}

/** Why it failed, in a few words; the whole is said at the end. */
const cutFirstErrorLine = (error: unknown): string =>
  error instanceof Failure ? (error.message.split('\n')[0] ?? '').slice(0, 120) : ''
