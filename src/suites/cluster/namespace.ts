import { Failure } from '../../base/errors.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import { describeReply } from '../evidence.ts'
import { readAt, readText } from '../../base/json.ts'

const PATH = '/api/v1/namespaces'

/**
 * Does some work in a namespace of its own with a name that the server makes unique, and deletes the namespace with all
 * that is in it, whatever came of the work; the server finishes that on its own time.
 */
export const runInNamespace = async <T>(
  api: KubernetesApi,
  label: string,
  signal: AbortSignal,
  work: (namespace: string) => Promise<T>
): Promise<T> => {
  const reply = await api.call('POST', PATH, {
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: `slipway-${label}-` } },
    signal
  })
  const name = readText(readAt(reply.body, 'metadata', 'name'))
  if (reply.status !== 201 || name === '') {
    throw new Failure('environment', `no namespace for the ${label} suite could be made: ${describeReply(reply)}`, {
      hint: 'The suite needs the right to create and delete namespaces.'
    })
  }
  let result: T
  try {
    result = await work(name)
  } catch (error) {
    await removeNamespace(api, name).catch(() => undefined)
    throw error
  }
  await removeNamespace(api, name)
  return result
}

/** Not under the caller's signal: a run that was stopped still cleans up. */
const removeNamespace = async (api: KubernetesApi, name: string): Promise<void> => {
  const reply = await api.call('DELETE', `${PATH}/${name}`, { signal: AbortSignal.timeout(10_000) })
  if (reply.status >= 400 && reply.status !== 404) {
    throw new Failure('environment', `namespace ${name} could not be deleted: ${describeReply(reply)}`, {
      hint: `Delete it by hand: kubectl delete namespace ${name}`
    })
  }
}
