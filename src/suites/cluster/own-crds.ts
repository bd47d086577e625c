import { Failure } from '../../base/errors.ts'
import { readTextAt } from '../../base/json.ts'
import { CRDS, LOST_MS, wakeController } from '../../crds/api.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { describeReply } from '../evidence.ts'
import { waitForState } from './wait.ts'

const TRIES = 12

/** The definitions that a trial made, which go at its end with all of their objects. */
export interface OwnCrds {
  /** Told of one that was not there before. */
  made(name: string): void
  remove(): Promise<void>
}

export function trackOwnCrds(api: KubernetesApi): OwnCrds {
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
  await Promise.all(names.map((name) => removeCrd(api, name, lostMs, signal)))
}

async function removeCrd(api: KubernetesApi, name: string, lostMs: number, signal: AbortSignal): Promise<void> {
  const path = `${CRDS}/${name}`
  const read = (): Promise<Reply> => api.call('GET', path, { signal })
  const watch = { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } }
  let reply = await api.call('DELETE', path, { signal })
  for (let time = 1; ; time++) {
    const { value, done } = await waitForState(
      api,
      { read, done: ({ status }) => status === 404, watch, withinMs: lostMs },
      signal
    )
    if (done) return
    if (time === TRIES)
      throw new Failure(
        'environment',
        `the CRD ${name} could not be removed: ${describeReply(reply)}, then ${describeReply(value)}`,
        {
          hint: `See what holds it: kubectl get crd ${name} -o yaml`
        }
      )
    // The server refuses a deletion that another change crosses.
    reply = isGoing(value.body)
      ? await wakeController(api, path, time, signal)
      : await api.call('DELETE', path, { signal })
  }
}

const isGoing = (crd: Json): boolean => readTextAt(crd, 'metadata', 'deletionTimestamp') !== ''
