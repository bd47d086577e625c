import { Failure } from '../../base/errors.ts'
import { at, objectsAt, text } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import { told } from '../evidence.ts'

/** One kind as the API serves it. */
export interface Resource {
  readonly kind: string
  /** `configmaps`, `trafficsplits`. */
  readonly plural: string
  /** `v1`, `split.smi-spec.io/v1alpha2`. */
  readonly apiVersion: string
  readonly namespaced: boolean
}

/** Where one object is. */
export interface Reference {
  readonly resource: Resource
  readonly name: string
}

/** Finds out where objects are, asking each group's discovery once; a kind that is not there yet is asked for again. */
export interface Discovery {
  ofKind(apiVersion: string, kind: string, signal: AbortSignal): Promise<Resource | undefined>
  /** `configmaps/web`, `rollouts.argoproj.io/web`, `trafficsplits.v1alpha2.split.smi-spec.io/web`, as kubectl takes it. */
  named(reference: string, signal: AbortSignal): Promise<Reference>
}

export function discovery(api: KubernetesApi): Discovery {
  const known = new Map<string, readonly Resource[]>()
  const list = async (apiVersion: string, signal: AbortSignal): Promise<readonly Resource[]> => {
    const before = known.get(apiVersion)
    if (before) return before
    const { status, body } = await api.call('GET', root(apiVersion), { signal })
    const found = status >= 300 ? [] : objectsAt(body, 'resources').map((each) => asResource(each, apiVersion))
    return found.filter(({ plural }) => !plural.includes('/'))
  }
  const find = async (apiVersion: string, fits: (each: Resource) => boolean, signal: AbortSignal) => {
    const found = (known.get(apiVersion) ?? []).find(fits)
    if (found) return found
    known.delete(apiVersion)
    const fresh = await list(apiVersion, signal)
    if (fresh.some(fits)) known.set(apiVersion, fresh)
    return fresh.find(fits)
  }
  return {
    ofKind: (apiVersion, kind, signal) => find(apiVersion, (each) => each.kind === kind, signal),
    async named(reference, signal) {
      const [what = '', name = ''] = reference.split('/')
      const [plural = '', ...rest] = what.split('.')
      const [first = '', ...others] = rest
      const apiVersion =
        rest.length === 0
          ? 'v1'
          : /^v\d/.test(first)
            ? `${others.join('.')}/${first}`
            : await preferred(api, rest.join('.'), signal)
      const resource =
        apiVersion === undefined ? undefined : await find(apiVersion, (each) => each.plural === plural, signal)
      if (!resource)
        throw new Failure('input', `the cluster serves no ${what}, which ${JSON.stringify(reference)} names`, {
          hint: 'Write it as RESOURCE.GROUP/NAME, in the plural, as kubectl api-resources lists it.'
        })
      return { resource, name }
    }
  }
}

const root = (apiVersion: string): string => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`)

async function preferred(api: KubernetesApi, group: string, signal: AbortSignal): Promise<string | undefined> {
  const { status, body } = await api.call('GET', `/apis/${group}`, { signal })
  return status >= 300 ? undefined : text(at(body, 'preferredVersion', 'groupVersion')) || undefined
}

const asResource = (each: Json, apiVersion: string): Resource => ({
  kind: text(at(each, 'kind')),
  plural: text(at(each, 'name')),
  apiVersion,
  namespaced: at(each, 'namespaced') === true
})

/** The path of a list, or of one object of it. */
export const pathOf = ({ apiVersion, plural, namespaced }: Resource, namespace: string, name?: string): string =>
  [root(apiVersion), ...(namespaced ? [`namespaces/${namespace}`] : []), plural, ...(name ? [name] : [])].join('/')

/** As kubectl takes it: `trafficsplits.v1alpha2.split.smi-spec.io/web`. */
export const kubectlName = ({ resource, name }: Reference): string => {
  const [group, version] = resource.apiVersion.split('/')
  return `${version === undefined ? resource.plural : `${resource.plural}.${version}.${group}`}/${name}`
}

/** Reads one object; undefined when it is not there. Rejects with an 'environment' Failure when it cannot be read. */
export async function readObject(
  api: KubernetesApi,
  namespace: string,
  { resource, name }: Reference,
  signal: AbortSignal
): Promise<Json | undefined> {
  const reply = await api.call('GET', pathOf(resource, namespace, name), { signal })
  if (reply.status === 404) return undefined
  if (reply.status >= 300)
    throw new Failure('environment', `${resource.plural}/${name} cannot be read: ${told(reply)}`, {
      hint: 'Give this user the right to read it, or use a cluster of its own: --cluster control-plane.'
    })
  return reply.body
}
