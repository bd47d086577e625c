import { readAt, readItems, readText, type JsonObject } from '../../base/json.ts'
import { describeReply, type Observation } from '../evidence.ts'
import { waitForState } from '../cluster/wait.ts'
import { formatResourcePath, type Resource } from '../cluster/resources.ts'
import { readKind, readName } from './manifests.ts'
import type { TrialContext } from './context.ts'

const CRD = 'CustomResourceDefinition'

/** Server-side apply of objects, in order; CRDs are waited for until they are served. Tells what was refused. */
export async function applyAll(context: TrialContext, objects: readonly JsonObject[]): Promise<Observation> {
  const { cluster, namespace, signal } = context
  for (const object of objects) {
    const title = `${readKind(object)} ${readName(object)}`
    const resource = await awaitResource(context, object)
    if (!resource)
      return { ok: false, seen: `${title}: the cluster serves no ${readText(readAt(object, 'apiVersion'))}` }
    const metadata = { ...(readAt(object, 'metadata') as JsonObject), ...(resource.namespaced && { namespace }) }
    const reply = await cluster.api.call('PATCH', formatResourcePath(resource, namespace, readName(object)), {
      patch: 'apply',
      // What another owner keeps is not overwritten: a CRD is the whole cluster's.
      query: readKind(object) === CRD ? {} : { force: 'true' },
      body: { ...object, metadata },
      signal
    })
    if (reply.status >= 300) return { ok: false, seen: `${title}: ${describeReply(reply)}` }
    if (readKind(object) === CRD && reply.status === 201) context.crds.made(readName(object))
    if (readKind(object) === CRD && !(await awaitEstablished(context, readName(object))))
      return { ok: false, seen: `${title} was not established within ${context.workload.within} s` }
  }
  return {
    ok: true,
    seen: objects.map((each) => `${readKind(each)} ${readName(each)}`).join(', ') || 'nothing to apply'
  }
}

/** A kind whose CRD came a moment ago may not be in discovery yet. */
const awaitResource = async (
  { cluster, discovery, workload, signal }: TrialContext,
  object: JsonObject
): Promise<Resource | undefined> => {
  const read = () => discovery.ofKind(readText(readAt(object, 'apiVersion')), readKind(object), signal)
  const done = (resource: Resource | undefined) => resource !== undefined
  return (await waitForState(cluster.api, { read, done, withinMs: 1000 * Math.min(workload.within, 5) }, signal)).value
}

const awaitEstablished = async ({ cluster, workload, signal }: TrialContext, name: string): Promise<boolean> => {
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`
  const read = async () =>
    readItems(readAt((await cluster.api.call('GET', path, { signal })).body, 'status', 'conditions'))
  const done = (conditions: Awaited<ReturnType<typeof read>>) =>
    conditions.some((each) => readAt(each, 'type') === 'Established' && readAt(each, 'status') === 'True')
  return (await waitForState(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal)).done
}

/** Deletes what an earlier version declared and this one does not; CRDs stay, since their objects would go with them. */
export async function pruneObjects(
  { cluster, discovery, namespace, signal }: Pick<TrialContext, 'cluster' | 'discovery' | 'namespace' | 'signal'>,
  gone: readonly JsonObject[]
): Promise<void> {
  for (const object of gone) {
    if (readKind(object) === CRD) continue
    const resource = await discovery.ofKind(readText(readAt(object, 'apiVersion')), readKind(object), signal)
    if (resource)
      await cluster.api.call('DELETE', formatResourcePath(resource, namespace, readName(object)), { signal })
  }
}
