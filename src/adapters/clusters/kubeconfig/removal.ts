import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../base/errors.ts'
import { readObjectsAt, readTextAt } from '../../../base/json.ts'
import type { KubernetesApi } from '../../../model/ports/kubernetes.ts'
import { CRDS, LOST_MS, wakeController } from '../../../crds/api.ts'
import { judgeLife, parseOwner } from '../../machine/owner.ts'
import { OWNER_LABEL, type OwnedObject } from './owned.ts'

/** How long finalizers may take to let go, in milliseconds. */
const PATIENCE_MS = 120_000
/** What another machine left is told by its age alone: longer than any job runs, in milliseconds. */
const OLD_MS = 24 * 3_600_000

/** Where a run may have left something, in the order in which it is removed: objects before their kinds. */
const SWEPT = [
  '/api/v1/namespaces',
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
] as const

/** How often something is tried of which there is no answer. */
const TRIES = 3

/**
 * What a run made in a cluster, as its label tells: also that of which the answer was lost, so that it never knew. `known`,
 * in the order in which it was made, stands behind. Collections that cannot be read are told by `unread`.
 */
export async function listLabelled(
  api: KubernetesApi,
  owner: string,
  known: readonly OwnedObject[],
  unread: (why: string) => void,
  signal: AbortSignal
): Promise<readonly OwnedObject[]> {
  const found: OwnedObject[] = []
  for (const collection of SWEPT) {
    const query = { labelSelector: `${OWNER_LABEL}=${owner}` }
    const reply = await retryWork(() => api.call('GET', collection, { query, signal }), signal)
    if (reply instanceof Error) unread(`${collection.split('/').at(-1)}: ${reply.message}`)
    // Who may not list them is told nothing, and has made what it knows of.
    else if (reply.status === 200)
      found.push(...readObjectsAt(reply.body, 'items').map((one) => readOwnedObject(collection, one)))
  }
  return [...found.reverse().filter(({ uid }) => !known.some((one) => one.uid === uid)), ...known]
}

/** What came of it, or why there is no answer after several tries. */
async function retryWork<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | Error> {
  for (let tries = 1; ; tries++)
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES || signal.aborted) return error instanceof Error ? error : new Error(String(error))
      await sleep(100 * tries)
    }
}

const readOwnedObject = (collection: string, object: Parameters<typeof readTextAt>[0]): OwnedObject => ({
  path: `${collection}/${readTextAt(object, 'metadata', 'name')}`,
  uid: readTextAt(object, 'metadata', 'uid')
})

/**
 * Deletes these very objects, last made first, and waits until each is gone. Something else under the same name stays.
 * Rejects with an 'environment' Failure that names what does not go (`already` is some of that), after having tried all.
 */
export async function removeMade(
  api: KubernetesApi,
  made: readonly OwnedObject[],
  signal: AbortSignal,
  already: readonly string[] = []
): Promise<void> {
  const stuck = [...already]
  // Namespaces hold the objects of kinds that were made before or after them.
  const isNamespace = ({ path }: OwnedObject): boolean => path.startsWith('/api/v1/namespaces/')
  const reversed = [...made].reverse()
  for (const group of [reversed.filter(isNamespace), reversed.filter((one) => !isNamespace(one))])
    await Promise.all(
      group.map(async (one) => {
        const why = await removeObject(api, one, signal).catch((error: unknown) => String(error))
        if (why !== undefined) stuck.push(`${one.path.split('/').slice(-2).join(' ')}: ${why}`)
      })
    )
  if (stuck.length)
    throw new Failure('environment', `this run leaves something in the cluster: ${stuck.join('; ')}`, {
      hint: 'See what holds it (kubectl get … -o yaml: finalizers), let it go, and delete it by hand.'
    })
}

/** Why it is still there, or undefined when it is gone. */
async function removeObject(
  api: KubernetesApi,
  { path, uid }: OwnedObject,
  signal: AbortSignal
): Promise<string | undefined> {
  const started = Date.now()
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid }, propagationPolicy: 'Background' }
  let refusal = ''
  let woken = 0
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const there = await retryWork(() => api.call('GET', path, { signal }), signal)
    if (there instanceof Error) return there.message
    // Something else may have its name by now, which is not ours.
    if (there.status === 404 || (there.status === 200 && readTextAt(there.body, 'metadata', 'uid') !== uid))
      return undefined
    if (readTextAt(there.body, 'metadata', 'deletionTimestamp') === '') {
      const asked = await retryWork(() => api.call('DELETE', path, { body, signal }), signal)
      if (asked instanceof Error) return asked.message
      refusal = asked.status < 300 ? '' : readTextAt(asked.body, 'message') || `HTTP ${asked.status}`
      // A conflict passes; a refusal by right or by a webhook does not.
      if (refusal !== '' && asked.status !== 404 && asked.status !== 409) return refusal
    } else if (path.startsWith(`${CRDS}/`) && Date.now() - started > (woken + 1) * LOST_MS)
      await wakeController(api, path, ++woken, signal)
    if (Date.now() - started > PATIENCE_MS)
      return `not gone after ${PATIENCE_MS / 1000} s; ${refusal || describeHold(there.body)}`
    await sleep(pause, undefined, { signal })
  }
}

const describeHold = (body: Parameters<typeof readObjectsAt>[0]): string =>
  readObjectsAt(body, 'status', 'conditions')
    .filter((one) => readTextAt(one, 'status') === 'True')
    .map((one) => readTextAt(one, 'message'))
    .filter(Boolean)
    .join(' ') || 'its finalizers hold it'

/** Removes what killed runs left in the cluster; resolves with the paths. */
export async function sweepCluster(api: KubernetesApi, signal: AbortSignal): Promise<readonly string[]> {
  const found: OwnedObject[] = []
  for (const collection of SWEPT) {
    const { status, body } = await api.call('GET', collection, { query: { labelSelector: OWNER_LABEL }, signal })
    // Who may not list them has not made any.
    if (status !== 200) continue
    for (const object of readObjectsAt(body, 'items'))
      if (isLeftObject(object)) found.push(readOwnedObject(collection, object))
  }
  await removeMade(api, found.reverse(), signal)
  return found.map(({ path }) => path)
}

function isLeftObject(object: Parameters<typeof readTextAt>[0]): boolean {
  const owner = parseOwner(readTextAt(object, 'metadata', 'labels', OWNER_LABEL))
  if (!owner) return false
  const life = judgeLife(owner)
  const age = Date.now() - Date.parse(readTextAt(object, 'metadata', 'creationTimestamp'))
  return life === 'dead' || (life === 'elsewhere' && age > OLD_MS)
}
