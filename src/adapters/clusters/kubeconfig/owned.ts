import { Failure } from '../../../base/errors.ts'
import { readAt, readFields, isSame, readTextAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { KubernetesApi, Reply } from '../../../model/ports/kubernetes.ts'
import { refuseReaching } from './allowed.ts'
import { isQuestion, formatObjectPath, parseApiPath, type ApiPlace } from './place.ts'

/** On everything that a run makes in somebody's cluster: by whom, so that a later run can tell what a killed one left. */
export const OWNER_LABEL = 'slipway-owner'

/** Something that this run made, outside of any namespace. */
export interface OwnedObject {
  readonly path: string
  readonly uid: string
}

export interface OwnedApi extends KubernetesApi {
  /** In the order in which it was made; what was deleted since is still in it. */
  readonly made: readonly OwnedObject[]
}

export interface Owning {
  readonly owner: string
  /** What is done about a CRD that is there already. */
  readonly crds: 'adopt' | 'refuse'
  readonly note: (line: string) => void
}

type Call = KubernetesApi['call']
type Options = NonNullable<Parameters<Call>[2]>

const CRDS = 'customresourcedefinitions'
/** Labels by which a role becomes part of a role that other people have. */
const JOINS = 'rbac.authorization.k8s.io/aggregate-to-'

/**
 * The API of a cluster that is not ours: everything may be read, but written only what this run made itself. A write to
 * anything else rejects with an 'environment' Failure before it is sent. A CRD that is there already stays as it is: it
 * is taken for the wanted one ('adopt') or stops the trial ('refuse'). Only kinds of an allow-list are made
 * (`refuseReaching`), and no role that becomes part of theirs.
 */
export function restrictToOwned(api: KubernetesApi, { owner, crds, note }: Owning): OwnedApi {
  const made = new Map<string, OwnedObject>()
  const adopted = new Map<string, Json | undefined>()

  const remember = (place: ApiPlace, reply: Reply): Reply => {
    const name = readTextAt(reply.body, 'metadata', 'name')
    if (reply.status === 201) {
      const path = formatObjectPath({ ...place, name })
      made.set(path, { path, uid: readTextAt(reply.body, 'metadata', 'uid') })
    }
    return reply
  }
  /** Never an apply: between a look and an apply somebody else may have made it. */
  const create = async (place: ApiPlace, options: Options): Promise<Reply> => {
    return remember(
      place,
      await api.call('POST', place.collection, {
        ...(options.signal && { signal: options.signal }),
        query: { fieldManager: 'slipway', ...dropForce(options.query) },
        body: addOwnerLabel(options.body, owner)
      })
    )
  }

  const applyOutside = async (place: ApiPlace, options: Options): Promise<Reply> => {
    const path = formatObjectPath(place)
    const there = await api.call('GET', path, options.signal ? { signal: options.signal } : {})
    if (there.status === 404) return create(place, options)
    if (there.status !== 200) return there
    if (place.resource !== CRDS || crds === 'refuse') throw makeExistingFailure(place, crds)
    if (adopted.has(path) && !isSame(adopted.get(path) ?? null, options.body ?? null))
      throw new Failure('environment', `${place.resource} ${place.name} was adopted, and would now be changed`, {
        hint: 'This suite changes CRDs: run it on a cluster of its own (--cluster control-plane or kind).'
      })
    adopted.set(path, options.body)
    note(`${place.name} is there already and is used as it is`)
    return there
  }

  const call: Call = async (method, path, options = {}) => {
    const place = parseApiPath(path)
    if (method === 'GET' || !place) return api.call(method, path, options)
    if (method === 'POST' && isQuestion(place)) return api.call(method, path, options)
    if (method !== 'DELETE' && place.part === undefined) refuseReaching(place, options.body, (path) => made.has(path))
    if (place.namespace !== undefined) {
      if (made.has(`/api/v1/namespaces/${place.namespace}`)) return api.call(method, path, options)
      throw makeForeignFailure(`${place.resource} in namespace ${place.namespace}`)
    }
    if (method === 'POST' && place.name === undefined) return createOutside(place, options)
    if (place.name === undefined) throw makeForeignFailure(`all ${place.resource}`)
    if (made.has(formatObjectPath(place))) return api.call(method, path, options)
    if (method === 'PATCH' && options.patch === 'apply') return applyOutside(place, options)
    throw makeForeignFailure(`${place.resource} ${place.name}`)
  }
  const createOutside = async (place: ApiPlace, options: Options): Promise<Reply> => {
    const name = readTextAt(options.body, 'metadata', 'name')
    // A create of what is there already is the server's to refuse, but for a CRD, about which an input decides.
    return place.resource === CRDS && name !== '' ? applyOutside({ ...place, name }, options) : create(place, options)
  }

  return {
    call,
    watch: (path, signal, query) => api.watch(path, signal, query),
    get made() {
      return [...made.values()]
    }
  }
}

const dropForce = (query: Options['query'] = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'force'))

const addOwnerLabel = (body: Json | undefined, owner: string): Json => ({
  ...readFields(body),
  metadata: {
    ...readFields(readAt(body, 'metadata')),
    labels: {
      ...Object.fromEntries(
        Object.entries(readFields(readAt(body, 'metadata', 'labels'))).filter(([name]) => !name.startsWith(JOINS))
      ),
      [OWNER_LABEL]: owner
    }
  }
})

const makeForeignFailure = (what: string): Failure =>
  new Failure('environment', `this run did not make ${what}, so it does not write there`, {
    hint: 'On a cluster that already runs, a trial keeps to what it made. Use --cluster control-plane or kind for it.'
  })

const makeExistingFailure = ({ resource, name }: ApiPlace, crds: Owning['crds']): Failure =>
  new Failure('environment', `${resource} ${name} is in the cluster already, and is not ours to change`, {
    hint:
      resource === CRDS && crds === 'refuse'
        ? 'Use it as it is: --existing-crds adopt. Or use a cluster of its own: --cluster control-plane or kind.'
        : 'Use a cluster of its own: --cluster control-plane or kind.'
  })
