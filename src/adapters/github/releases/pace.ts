import pLimit from 'p-limit'
import { pauseFor } from '../../http/pause.ts'

/**
 * GitHub publishes about 80 content-creating requests a minute and 500 an hour; an upload may count as two of the first.
 * What makes the draft and publishes it needs a little room beside them.
 */
const MOST = [
  { uploads: 38, seconds: 60 },
  { uploads: 480, seconds: 3600 }
] as const

/** Says how many milliseconds an upload has to wait, and counts it; `second`: how long one takes. */
export function paceUploads(second: number): () => number {
  const sent: number[] = []
  return () => {
    const now = Date.now()
    const due = MOST.map(({ uploads, seconds }) => (sent.at(-uploads) ?? -Infinity) + seconds * second)
    const at = Math.max(now, ...due)
    sent.push(at)
    return at - now
  }
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
