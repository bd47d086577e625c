import { Failure } from '../errors.ts'
import { textAt } from '../json.ts'
import type { Json } from '../model.ts'
import type { KubernetesApi, Reply } from '../ports.ts'
import { told } from './evidence.ts'
import { wait } from './wait.ts'

export const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'

/** After so long the deletion of a definition may have been lost by the server's own controller, in milliseconds. */
export const LOST_MS = 5_000
const TRIES = 12

/**
 * A change that makes the controller look at a definition again: after a conflict it may drop one that is going, changes
 * of its own condition do not bring it back, and the next look at everything comes after minutes (crd_finalizer.go of
 * apiextensions-apiserver; docs/clusters.md). Each call is another change.
 */
export const wake = (api: KubernetesApi, path: string, time: number, signal: AbortSignal): Promise<Reply> =>
  api.call('PATCH', path, {
    patch: 'merge',
    body: { metadata: { annotations: { 'slipway-wakes-its-controller': `${time}` } } },
    signal
  })

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
