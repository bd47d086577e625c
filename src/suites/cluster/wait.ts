import type { KubernetesApi } from '../../model/ports/kubernetes.ts'

export interface Waiting<T> {
  /** Reads the state anew. */
  readonly read: () => Promise<T>
  readonly done: (value: T) => boolean
  /** A list path (and query) whose events say that it is worth reading again. */
  readonly watch?: { readonly path: string; readonly query?: Readonly<Record<string, string>> }
  readonly withinMs: number
}

/**
 * Waits until the state is as wanted, woken by a watch and by a slow clock (for what cannot be watched, and for an
 * event between the first read and the watch). Resolves with the last state and whether it was the wanted one; passing
 * the deadline is an answer. Rejects when `signal` aborts or the API does not answer.
 */
export const waitForState = async <T>(
  api: KubernetesApi,
  { read, done, watch, withinMs }: Waiting<T>,
  signal: AbortSignal
): Promise<{ readonly value: T; readonly done: boolean; readonly ms: number }> => {
  const started = performance.now()
  const ended = new AbortController()
  const stop = AbortSignal.any([signal, ended.signal])
  let wake: () => void = () => undefined
  let news = false
  const ring = () => {
    news = true
    wake()
  }
  const watching = watch ? followEvents(api, watch.path, watch.query, stop, ring) : Promise.resolve()
  signal.addEventListener('abort', ring)
  try {
    for (;;) {
      signal.throwIfAborted()
      news = false
      const value = await read()
      const ms = Math.round(performance.now() - started)
      if (done(value)) return { value, done: true, ms }
      const left = withinMs - ms
      if (left <= 0) return { value, done: false, ms }
      const pause = Math.min(left, watch ? 1000 : 50)
      if (!news) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
  } finally {
    signal.removeEventListener('abort', ring)
    ended.abort()
    await watching
  }
}

/** Rings for each event. A watch that breaks is no failure of the wait: the clock still reads. */
const followEvents = async (
  api: KubernetesApi,
  path: string,
  query: Readonly<Record<string, string>> | undefined,
  stop: AbortSignal,
  ring: () => void
): Promise<void> => {
  try {
    const events = api.watch(path, stop, query)[Symbol.asyncIterator]()
    while ((await events.next()).done !== true) {
      if (stop.aborted) return
      ring()
    }
  } catch {
    return
  }
}
