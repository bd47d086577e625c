/** Runs at most so many pieces of work at once; the others wait. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>

/** Starts one branch of the work; the signal aborts when any branch fails or the caller gives up. */
export type Start = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>

/**
 * Runs branches side by side. When one fails, the others are aborted, all are awaited, and the first failure is thrown:
 * nothing that was started is still running when this returns.
 */
export async function runTogether<T>(
  signal: AbortSignal,
  body: (start: Start, signal: AbortSignal) => Promise<T>
): Promise<T> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const running: Promise<unknown>[] = []
  let first: { readonly error: unknown } | undefined
  const failed = (error: unknown): void => {
    first ??= { error: signal.aborted ? signal.reason : error }
    stop.abort(first.error)
  }
  const start: Start = (work) => {
    const branch = work(either)
    running.push(branch.catch(failed))
    return branch
  }
  let result: { readonly value: T } | undefined
  try {
    result = { value: await body(start, either) }
  } catch (error) {
    failed(error)
  }
  // A branch may start others while it is awaited.
  while (running.length) await Promise.all(running.splice(0))
  if (first) throw first.error
  if (!result) throw new Error('a branch ended without a result and without a failure')
  return result.value
}

/** As Promise.all, once all have ended; of several rejections it is the first one of the list that counts, not the first one in time. */
export async function settleInOrder<T extends readonly unknown[]>(promises: {
  readonly [K in keyof T]: Promise<T[K]>
}): Promise<T> {
  await Promise.allSettled(promises)
  // Of promises that have ended, the first one of the list is heard first.
  return await Promise.all(promises)
}
