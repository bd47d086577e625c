import { hashBytes } from '../../base/digest.ts'
import { readAt, canonicalize, readFields, isObject, readText, type JsonObject } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { Observation } from '../evidence.ts'
import { formatKubectlName, formatResourcePath, readObject, type Reference } from '../cluster/resources.ts'
import { waitForState } from '../cluster/wait.ts'
import { readKind, readName } from './manifests.ts'
import type { TrialContext } from './context.ts'

/** An object that must stay as it is, and how it was when somebody last changed it on purpose. */
export interface Watched {
  readonly reference: Reference
  readonly was: Json
}

/** What the server writes for itself. */
const SERVERS = ['resourceVersion', 'generation', 'managedFields', 'creationTimestamp', 'selfLink']

/** An object without what the server keeps for itself, its status, and what the workload may change. */
export function reduceToEssence(object: Json, mayChange: readonly string[]): Json {
  const { status: _, ...rest } = readFields(object)
  const metadata = dropServers(rest['metadata'])
  return mayChange.reduce<Json>((left, path) => removePath(left, path.replace(/^\./, '').split('.')), {
    ...rest,
    metadata
  })
}

/** All of an object but what the server writes of itself, as text to compare; '' where it is not there. */
export const formatWithoutServers = (object: Json | undefined): string =>
  object === undefined ? '' : canonicalize({ ...readFields(object), metadata: dropServers(readAt(object, 'metadata')) })

const dropServers = (metadata: Json | undefined): ReturnType<typeof readFields> =>
  Object.fromEntries(Object.entries(readFields(metadata)).filter(([key]) => !SERVERS.includes(key)))

function removePath(value: Json, [key = '', ...rest]: readonly string[]): Json {
  if (!isObject(value)) return value
  const { [key]: inner, ...others } = value
  if (inner === undefined) return value
  return rest.length === 0 ? others : { ...others, [key]: removePath(inner, rest) }
}

/** Where two values differ, leaf by leaf: `spec.backends[0].weight: 90 → 50`. */
export function listDifferences(before: Json | undefined, after: Json | undefined, path = ''): readonly string[] {
  if (canonicalize(before ?? null) === canonicalize(after ?? null) && (before === undefined) === (after === undefined))
    return []
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      listDifferences(before[key], after[key], path === '' ? key : `${path}.${key}`)
    )
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, fresh] = [before as readonly Json[], after as readonly Json[]]
    return Array.from({ length: Math.max(old.length, fresh.length) }, (_, i) => i).flatMap((i) =>
      listDifferences(old[i], fresh[i], `${path}[${i}]`)
    )
  }
  const show = (value: Json | undefined): string =>
    value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200)
  return [`${path}: ${show(before)} → ${show(after)}`]
}

export const takeSnapshot = async (
  context: TrialContext,
  objects: readonly JsonObject[]
): Promise<readonly Watched[]> => {
  const { cluster, namespace, discovery, workload, signal } = context
  return await Promise.all(
    objects.map(async (object) => {
      const resource = await discovery.ofKind(readText(readAt(object, 'apiVersion')), readKind(object), signal)
      if (!resource) throw new Error(`${readKind(object)} was applied and is not served`)
      const reference = { resource, name: readName(object) }
      const now = await readObject(cluster.api, namespace, reference, signal)
      return { reference, was: reduceToEssence(now ?? null, workload['may-change']) }
    })
  )
}

/** The same objects as they are now, from here on, without those that are gone. */
export const repeatSnapshot = async (
  context: TrialContext,
  watched: readonly Watched[]
): Promise<readonly Watched[]> => {
  const { cluster, namespace, workload, signal } = context
  const now = watched.map(async ({ reference }) => {
    const object = await readObject(cluster.api, namespace, reference, signal)
    return object === undefined ? [] : [{ reference, was: reduceToEssence(object, workload['may-change']) }]
  })
  return (await Promise.all(now)).flat()
}

/** The same objects, with the one that was changed on purpose as it is now. */
export const replaceChanged = async (
  context: TrialContext,
  watched: readonly Watched[],
  changed: Reference
): Promise<readonly Watched[]> =>
  (
    await Promise.all(
      watched.map((each) =>
        isSameReference(each.reference, changed) ? repeatSnapshot(context, [each]) : Promise.resolve([each])
      )
    )
  ).flat()

/** Whether both mean one object, which may be named by two versions of its group. */
export const isSameReference = (a: Reference, b: Reference): boolean =>
  a.name === b.name &&
  a.resource.plural === b.resource.plural &&
  cutGroup(a.resource.apiVersion) === cutGroup(b.resource.apiVersion)

const cutGroup = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '')

/** Whether every watched object is as it was; what is other is told field by field, with the digests of all of them. */
export async function checkUnchanged(context: TrialContext, watched: readonly Watched[]): Promise<Observation> {
  const { cluster, namespace, workload, signal } = context
  const now = await Promise.all(
    watched.map(async ({ reference }) => {
      const object = await readObject(cluster.api, namespace, reference, signal)
      return object === undefined ? undefined : reduceToEssence(object, workload['may-change'])
    })
  )
  const changed = watched.flatMap(({ reference, was }, i) => {
    const title = `${reference.resource.kind} ${reference.name}`
    return now[i] === undefined ? [`${title} is gone`] : listDifferences(was, now[i]).map((line) => `${title} ${line}`)
  })
  const digest = (all: readonly (Json | undefined)[]) =>
    hashBytes(canonicalize(all.map((each) => each ?? null))).slice(0, 12)
  const digests = `sha256 ${digest(watched.map(({ was }) => was))} before, ${digest(now)} now`
  return {
    ok: changed.length === 0,
    seen: `${watched.length} objects, ${digests}${changed.length ? `; ${changed.slice(0, 20).join('; ')}` : ''}`
  }
}

/** Whether the watched objects can still be deleted; what holds them is told, and taken off so that nothing stays. */
export async function checkDeletable(context: TrialContext, watched: readonly Watched[]): Promise<Observation> {
  const { cluster, namespace, workload, signal } = context
  const { api } = cluster
  for (const { reference } of watched)
    await api.call('DELETE', formatResourcePath(reference.resource, namespace, reference.name), { signal })
  const read = async () => {
    const all = await Promise.all(watched.map(({ reference }) => readObject(api, namespace, reference, signal)))
    return all.filter((each) => each !== undefined)
  }
  const { value, done, ms } = await waitForState(
    api,
    { read, done: (left) => left.length === 0, withinMs: 1000 * workload.within },
    signal
  )
  for (const { reference } of done ? [] : watched)
    await api.call('PATCH', formatResourcePath(reference.resource, namespace, reference.name), {
      patch: 'merge',
      body: { metadata: { finalizers: null } },
      signal
    })
  const held = value.map((each) => {
    const finalizers = readAt(each, 'metadata', 'finalizers')
    return `${readKind(each)} ${readName(each)} is still there, held by the finalizers ${JSON.stringify(finalizers ?? [])}`
  })
  return {
    ok: done,
    seen: done ? `${watched.length} objects gone after ${ms} ms` : `after ${ms} ms: ${held.join('; ')}`
  }
}

/** As kubectl takes them: `trafficsplits.v1alpha2.split.smi-spec.io/web configmaps/settings`. */
export const formatKubectlNames = (watched: readonly Watched[]): string =>
  watched.map(({ reference }) => formatKubectlName(reference)).join(' ')
