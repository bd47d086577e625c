import { Failure } from '../../base/errors.ts'
import { readAt, readObjectsAt, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import { describeReply } from '../evidence.ts'

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

export function openDiscovery(api: KubernetesApi): Discovery {
  const known = new Map<string, readonly Resource[]>()
  const list = async (apiVersion: string, signal: AbortSignal): Promise<readonly Resource[]> => {
    const before = known.get(apiVersion)
    if (before) return before
    const { status, body } = await api.call('GET', formatApiRoot(apiVersion), { signal })
    const found = status >= 300 ? [] : readObjectsAt(body, 'resources').map((each) => readResource(each, apiVersion))
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
      if (/[{}]/.test(name))
        throw new Failure('input', `nothing is known that stands for ${name} in ${JSON.stringify(reference)}`, {
          hint: 'In the name of an object {namespace}, {version}, {port} and {port.NAME} are filled in.'
        })
      const [plural = '', ...rest] = what.split('.')
      const [first = '', ...others] = rest
      const apiVersion =
        rest.length === 0
          ? 'v1'
          : /^v\d/.test(first)
            ? `${others.join('.')}/${first}`
            : await findPreferred(api, rest.join('.'), signal)
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

const formatApiRoot = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`

async function findPreferred(api: KubernetesApi, group: string, signal: AbortSignal): Promise<string | undefined> {
  const { status, body } = await api.call('GET', `/apis/${group}`, { signal })
  return status >= 300 ? undefined : readText(readAt(body, 'preferredVersion', 'groupVersion')) || undefined
}

const readResource = (each: Json, apiVersion: string): Resource => ({
  kind: readText(readAt(each, 'kind')),
  plural: readText(readAt(each, 'name')),
  apiVersion,
  namespaced: readAt(each, 'namespaced') === true
})

/** The path of a list, or of one object of it. */
export const formatResourcePath = (
  { apiVersion, plural, namespaced }: Resource,
  namespace: string,
  name?: string
): string =>
  [formatApiRoot(apiVersion), ...(namespaced ? [`namespaces/${namespace}`] : []), plural, ...(name ? [name] : [])].join(
    '/'
  )

/** As kubectl takes it: `trafficsplits.v1alpha2.split.smi-spec.io/web`. */
export const formatKubectlName = ({ resource, name }: Reference): string => {
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
  const reply = await api.call('GET', formatResourcePath(resource, namespace, name), { signal })
  if (reply.status === 404) return undefined
  if (reply.status >= 300)
    throw new Failure('environment', `${resource.plural}/${name} cannot be read: ${describeReply(reply)}`, {
      hint: 'Give this user the right to read it, or use a cluster of its own: --cluster control-plane.'
    })
  return reply.body
}
