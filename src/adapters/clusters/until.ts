import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 10

/** Asks again and again until it holds; rejects when the signal aborts. */
export async function waitUntil(signal: AbortSignal, holds: () => Promise<boolean>): Promise<void> {
  for (signal.throwIfAborted(); !(await holds());) await sleep(POLL_MS, undefined, { signal })
}
