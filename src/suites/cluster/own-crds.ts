import { Failure } from '../../base/errors.ts'
import { textAt } from '../../base/json.ts'
import { CRDS, LOST_MS, wake } from '../../crds/api.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { told } from '../evidence.ts'
import { wait } from './wait.ts'

const TRIES = 12

/** The definitions that a trial made, which go at its end with all of their objects. */
export interface OwnCrds {
  /** Told of one that was not there before. */
  made(name: string): void
  remove(): Promise<void>
}

export function ownCrds(api: KubernetesApi): OwnCrds {
  const names: string[] = []
  return {
    made: (name) => void names.push(name),
    remove: () => removeCrds(api, names)
  }
}

/**
 * Removes definitions that a suite made, with all of their objects, and waits until they are gone, so that the next
 * suite may bring others of the same name. Not under the caller's signal: a run that was stopped still cleans up.
 * Never give it a name that somebody else created: that would delete everybody's objects.
 */
export const removeCrds = async (
  api: KubernetesApi,
  names: readonly string[],
  lostMs: number = LOST_MS
): Promise<void> => {
  const signal = AbortSignal.timeout(2 * TRIES * LOST_MS)
  await Promise.all(names.map((name) => remove(api, name, lostMs, signal)))
}

async function remove(api: KubernetesApi, name: string, lostMs: number, signal: AbortSignal): Promise<void> {
  const path = `${CRDS}/${name}`
  const read = (): Promise<Reply> => api.call('GET', path, { signal })
  const watch = { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } }
  let reply = await api.call('DELETE', path, { signal })
  for (let time = 1; ; time++) {
    const { value, done } = await wait(
      api,
      { read, done: ({ status }) => status === 404, watch, withinMs: lostMs },
      signal
    )
    if (done) return
    if (time === TRIES)
      throw new Failure('environment', `the CRD ${name} could not be removed: ${told(reply)}, then ${told(value)}`, {
        hint: `See what holds it: kubectl get crd ${name} -o yaml`
      })
    // The server refuses a deletion that another change crosses.
    reply = isGoing(value.body) ? await wake(api, path, time, signal) : await api.call('DELETE', path, { signal })
  }
}

const isGoing = (crd: Json): boolean => textAt(crd, 'metadata', 'deletionTimestamp') !== ''
