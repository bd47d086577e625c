import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import { formatResourcePath, readObject, type Reference } from './resources.ts'
import { waitForState } from './wait.ts'

/** Deletes an object and what it owns, and waits for its end, but no longer than so many milliseconds. */
export async function removeObject(
  api: KubernetesApi,
  namespace: string,
  reference: Reference,
  withinMs: number,
  signal: AbortSignal
): Promise<void> {
  const path = formatResourcePath(reference.resource, namespace, reference.name)
  await api.call('DELETE', path, { query: { propagationPolicy: 'Background' }, signal })
  const read = () => readObject(api, namespace, reference, signal)
  await waitForState(api, { read, done: (value: Json | undefined) => value === undefined, withinMs }, signal)
}
