interface Work<T> {
  readonly promise: Promise<T>
  readonly controller: AbortController
  waiting: number
}

/** Runs work for a key on behalf of one caller, whose signal ends only that caller's part in it. */
export type Sharing<T> = (key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>

/**
 * Callers of one key share one piece of work and its result. When the last of them aborts, the work is aborted, and
 * that caller waits until it has ended. A failure is not kept: the next caller tries again.
 */
export function makeSharing<T>(): Sharing<T> {
  const works = new Map<string, Work<T>>()

  const begin = (key: string, work: (signal: AbortSignal) => Promise<T>): Work<T> => {
    const controller = new AbortController()
    const promise = work(controller.signal)
    const begun = { promise, controller, waiting: 0 }
    works.set(key, begun)
    promise.catch(() => {
      if (works.get(key) === begun) works.delete(key)
    })
    return begun
  }

  return async (key, signal, work) => {
    signal.throwIfAborted()
    const running = works.get(key)
    const shared = running === undefined || running.controller.signal.aborted ? begin(key, work) : running
    shared.waiting += 1
    let leave = (): void => {}
    const aborted = new Promise<never>((_, reject) => {
      leave = () => {
        shared.waiting -= 1
        if (shared.waiting > 0) return reject(signal.reason as Error)
        shared.controller.abort(signal.reason)
        void shared.promise.catch(() => undefined).then(() => reject(signal.reason as Error))
      }
    })
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([shared.promise, aborted])
    } catch (cause) {
      signal.throwIfAborted()
      throw cause
    } finally {
      signal.removeEventListener('abort', leave)
      if (!signal.aborted) shared.waiting -= 1
    }
  }
}
