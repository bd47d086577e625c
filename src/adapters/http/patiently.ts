import { parseRetryAfter } from './pause.ts'

/** Longest wait that a limit may cost, in seconds. A limit that ends later stops the run with its time. */
export const LONGEST_WAIT = 120
/** So often a request is sent again. */
export const RETRIES = 3

/** What kept a platform from answering with a success, as far as it decides whether it is asked again. */
export type Trouble =
  /** It answered, and would answer so again; or the fault is ours. */
  | { readonly kind: 'final' }
  /** No answer, or its own trouble: there may have been an effect. */
  | { readonly kind: 'passing'; readonly after?: number | undefined }
  /** Too many requests: it did nothing. `after`: the seconds it asks for. */
  | { readonly kind: 'limit'; readonly after?: number | undefined }

export interface Asking {
  readonly platform: 'GitHub' | 'GitLab'
  /** Whether the request may be sent again where the first one may have had its effect. */
  readonly repeatable: boolean
  /** Seconds to wait for a limit that names no time, by the number of the try. */
  limitPause(attempt: number): number
  judge(error: unknown): Trouble
  wait(seconds: number): Promise<void>
  warn(line: string): void
}

/**
 * Asks a platform until it answers, a few times: again after a limit, which did nothing, and after a trouble of its own
 * where a second request does no harm. Waits as long as the platform says, and no longer than two minutes.
 */
export async function askPatiently<T>(ask: () => Promise<T>, asking: Asking, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await ask()
    } catch (error) {
      signal.throwIfAborted()
      const trouble = asking.judge(error)
      const again = trouble.kind === 'limit' || (trouble.kind === 'passing' && asking.repeatable)
      if (!again || attempt > RETRIES) throw error
      const seconds = choosePause(trouble, attempt, asking)
      if (seconds > LONGEST_WAIT) throw error
      if (trouble.kind === 'limit' || trouble.after !== undefined)
        asking.warn(`${asking.platform} asks for a pause of ${seconds} s`)
      await asking.wait(seconds)
    }
  }
}

const choosePause = (trouble: Exclude<Trouble, { kind: 'final' }>, attempt: number, asking: Asking): number =>
  trouble.after !== undefined
    ? Math.max(1, trouble.after)
    : trouble.kind === 'limit'
      ? asking.limitPause(attempt)
      : attempt ** 2

/** What an answer's headers say of when to ask again. */
export interface PauseHeaders {
  readonly retryAfter: string | undefined
  /** When a limit ends: seconds since 1970, or a date. */
  readonly reset: string | undefined
}

/** The seconds until a platform wants to be asked again, at least one; undefined where it does not say. */
export function readPause({ retryAfter, reset }: PauseHeaders, now = Date.now()): number | undefined {
  const asked = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, now)
  if (asked !== undefined) return Math.max(1, asked)
  if (reset === undefined) return undefined
  const end = /^\d+$/.test(reset.trim()) ? Number(reset) * 1000 : Date.parse(reset)
  return Number.isNaN(end) ? undefined : Math.max(1, Math.ceil((end - now) / 1000))
}
