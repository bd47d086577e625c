import pLimit from 'p-limit'
import { pauseFor } from '../../http/pause.ts'

/** So many uploads in a minute wait for nothing but the second that lies between two of them. */
export const UNHURRIED_UPLOADS = 38

/**
 * GitHub publishes about 80 content-creating requests a minute and 500 an hour; an upload may count as two of the first.
 * What makes the draft and publishes it needs a little room beside them.
 */
const MOST = [
  { uploads: UNHURRIED_UPLOADS, seconds: 60 },
  { uploads: 480, seconds: 3600 }
] as const

/** Says how many milliseconds an upload has to wait, and counts it; `second`: how long one takes. */
export function paceUploads(second: number, clock = (): number => Date.now()): () => number {
  const sent: number[] = []
  return () => {
    const now = clock()
    const due = MOST.map(({ uploads, seconds }) => (sent.at(-uploads) ?? -Infinity) + seconds * second)
    const at = Math.max(now, ...due)
    sent.push(at)
    return at - now
  }
}

/** The seconds that so many uploads take at GitHub's published pace, however fast the network is: one a second at most. */
export function estimateUploads(uploads: number): number {
  let now = 0
  const pace = paceUploads(1, () => now)
  for (let i = 0; i < uploads; i++) now += pace() + 1
  return now
}

/** Sends one write at a time, each at least `ms` after the one before was sent. */
export function paceWrites(ms: number): <T>(write: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  const one = pLimit(1)
  let sent = -Infinity
  return (write, signal) =>
    one(async () => {
      signal.throwIfAborted()
      const due = sent + ms - Date.now()
      if (due > 0) await pauseFor(due, signal)
      sent = Date.now()
      return await write()
    })
}
