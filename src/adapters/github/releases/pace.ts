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

/** Seconds that so many uploads have to wait for each other, beside the time that they take. */
export const estimateUploads = (many: number): number =>
  Math.max(0, ...MOST.map(({ uploads, seconds }) => Math.floor((many - 1) / uploads) * seconds))
