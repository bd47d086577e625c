import { at, items, text, type JsonObject } from '../../base/json.ts'
import { told, type Look } from '../evidence.ts'
import { wait } from '../cluster/wait.ts'
import { pathOf, type Resource } from '../cluster/resources.ts'
import { kindOf, nameOf } from './manifests.ts'
import type { TrialContext } from './context.ts'

const CRD = 'CustomResourceDefinition'

/** Server-side apply of objects, in order; CRDs are waited for until they are served. Tells what was refused. */
export async function applyAll(context: TrialContext, objects: readonly JsonObject[]): Promise<Look> {
  const { cluster, namespace, signal } = context
  for (const object of objects) {
    const title = `${kindOf(object)} ${nameOf(object)}`
    const resource = await served(context, object)
    if (!resource) return { ok: false, seen: `${title}: the cluster serves no ${text(at(object, 'apiVersion'))}` }
    const metadata = { ...(at(object, 'metadata') as JsonObject), ...(resource.namespaced && { namespace }) }
    const reply = await cluster.api.call('PATCH', pathOf(resource, namespace, nameOf(object)), {
      patch: 'apply',
      // What another owner keeps is not overwritten: a CRD is the whole cluster's.
      query: kindOf(object) === CRD ? {} : { force: 'true' },
      body: { ...object, metadata },
      signal
    })
    if (reply.status >= 300) return { ok: false, seen: `${title}: ${told(reply)}` }
    if (kindOf(object) === CRD && reply.status === 201) context.crds.made(nameOf(object))
    if (kindOf(object) === CRD && !(await established(context, nameOf(object))))
      return { ok: false, seen: `${title} was not established within ${context.workload.within} s` }
  }
  return { ok: true, seen: objects.map((each) => `${kindOf(each)} ${nameOf(each)}`).join(', ') || 'nothing to apply' }
}

/** A kind whose CRD came a moment ago may not be in discovery yet. */
const served = async (
  { cluster, discovery, workload, signal }: TrialContext,
  object: JsonObject
): Promise<Resource | undefined> => {
  const read = () => discovery.ofKind(text(at(object, 'apiVersion')), kindOf(object), signal)
  const done = (resource: Resource | undefined) => resource !== undefined
  return (await wait(cluster.api, { read, done, withinMs: 1000 * Math.min(workload.within, 5) }, signal)).value
}

const established = async ({ cluster, workload, signal }: TrialContext, name: string): Promise<boolean> => {
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`
  const read = async () => items(at((await cluster.api.call('GET', path, { signal })).body, 'status', 'conditions'))
  const done = (conditions: Awaited<ReturnType<typeof read>>) =>
    conditions.some((each) => at(each, 'type') === 'Established' && at(each, 'status') === 'True')
  return (await wait(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal)).done
}

/** Deletes what an earlier version declared and this one does not; CRDs stay, since their objects would go with them. */
export async function prune(
  { cluster, discovery, namespace, signal }: Pick<TrialContext, 'cluster' | 'discovery' | 'namespace' | 'signal'>,
  gone: readonly JsonObject[]
): Promise<void> {
  for (const object of gone) {
    if (kindOf(object) === CRD) continue
    const resource = await discovery.ofKind(text(at(object, 'apiVersion')), kindOf(object), signal)
    if (resource) await cluster.api.call('DELETE', pathOf(resource, namespace, nameOf(object)), { signal })
  }
}
