import { Failure } from '../errors.ts'
import type { KubernetesApi } from '../ports.ts'
import { told } from './evidence.ts'
import { wait } from './wait.ts'

export const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'

/** The server deletes the objects of a definition before the definition itself. */
const WITHIN_MS = 30_000

/**
 * Removes definitions that a suite made, with all of their objects, and waits until they are gone, so that the next
 * suite may bring others of the same name. Not under the caller's signal: a run that was stopped still cleans up.
 * Never give it a name that somebody else created: that would delete everybody's objects.
 */
export const removeCrds = async (api: KubernetesApi, names: readonly string[]): Promise<void> => {
  const signal = AbortSignal.timeout(2 * WITHIN_MS)
  await Promise.all(
    names.map(async (name) => {
      const path = `${CRDS}/${name}`
      const reply = await api.call('DELETE', path, { signal })
      const { value, done } = await wait(
        api,
        {
          read: () => api.call('GET', path, { signal }),
          done: ({ status }) => status === 404,
          watch: { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } },
          withinMs: WITHIN_MS
        },
        signal
      )
      if (!done)
        throw new Failure('environment', `the CRD ${name} could not be removed: ${told(reply)}, then ${told(value)}`, {
          hint: `See what holds it: kubectl get crd ${name} -o yaml`
        })
    })
  )
}
