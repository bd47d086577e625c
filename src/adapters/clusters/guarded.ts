import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesApi, WatchEvent } from '../../model/ports/kubernetes.ts'

/** How long after a broken connection the end of a program may show, in milliseconds. */
const SHOWS_MS = 500

/** The API until `lost` aborts: from then on every call and every watch rejects with its reason, also those under way. */
export function guardApi(api: KubernetesApi, lost: AbortSignal): KubernetesApi {
  const and = (signal: AbortSignal | undefined): AbortSignal => AbortSignal.any(signal ? [signal, lost] : [lost])
  /** A lost connection is the first that is seen of a program's end; its reason says more. */
  const reason = async (error: unknown, signal: AbortSignal | undefined): Promise<unknown> => {
    if (signal?.aborted) return signal.reason
    if (!lost.aborted) await sleep(SHOWS_MS, undefined, { signal: lost }).catch(() => undefined)
    return lost.aborted ? lost.reason : error
  }
  return {
    async call(method, path, options = {}) {
      try {
        return await api.call(method, path, { ...options, signal: and(options.signal) })
      } catch (error) {
        throw await reason(error, options.signal)
      }
    },
    async *watch(path, signal, query): AsyncGenerator<WatchEvent, void, undefined> {
      try {
        yield* api.watch(path, and(signal), query)
      } catch (error) {
        throw await reason(error, signal)
      }
      // A watch ends silently when its signal aborts; the caller's did not.
      if (!signal.aborted) lost.throwIfAborted()
    }
  }
}
