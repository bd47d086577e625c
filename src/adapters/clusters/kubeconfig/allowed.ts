import { Failure } from '../../../base/errors.ts'
import { readAt, readObjectsAt, readTextAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { ApiPlace } from './place.ts'

/** Of the kinds that Kubernetes brings, those that a trial may make in its own namespace: they reach nobody outside. */
const INSIDE = [
  ...['configmaps', 'endpoints', 'endpointslices', 'events', 'horizontalpodautoscalers', 'leases', 'limitranges'],
  ...['networkpolicies', 'poddisruptionbudgets', 'resourcequotas', 'rolebindings', 'roles', 'secrets'],
  ...['serviceaccounts', 'services']
]
/** And outside of any namespace. */
const OUTSIDE = ['clusterrolebindings', 'clusterroles', 'customresourcedefinitions', 'namespaces']
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const CLUSTER_ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
/** Ways of a Service out of the cluster, and of others into it. */
const OPEN_SERVICES = ['LoadBalancer', 'NodePort', 'ExternalName']

/**
 * Throws an 'environment' Failure for what a trial may not write to a cluster that others use, although it is new: kinds
 * that act on everybody (webhooks, priorities, storage, nodes, volumes, certificates …), Services that are open to the outside,
 * and bindings that give a role of the cluster, or give to somebody outside of the trial. `isMade` says of a path whether this run made it.
 */
export function refuseReaching(place: ApiPlace, body: Json | undefined, isMade: (path: string) => boolean): void {
  const { resource, namespace, version } = place
  if (!isAllowed(place, isMade))
    throw makeReachFailure(`${resource} (${version.replace(/^\/apis?\//, '')})`, 'may act on others than the trial')
  if (resource === 'services') refuseOpenService(body)
  if (resource === 'rolebindings' || resource === 'clusterrolebindings')
    refuseBinding(resource, namespace, body, isMade)
}

function isAllowed({ version, namespace, resource }: ApiPlace, isMade: (path: string) => boolean): boolean {
  const group = /^\/apis\/([^/]+)\//.exec(version)?.[1] ?? ''
  if (isMade(`${CRDS}/${resource}.${group}`)) return true
  if (isBuiltIn(group)) return (namespace === undefined ? OUTSIDE : INSIDE).includes(resource)
  return namespace !== undefined
}

/** Groups of CRDs have a dot and are not of k8s.io, but for two that Kubernetes itself keeps as CRDs. */
const isBuiltIn = (group: string): boolean =>
  group !== 'gateway.networking.k8s.io' &&
  !group.endsWith('.x-k8s.io') &&
  (!group.includes('.') || /(^|\.)k8s\.io$/.test(group))

function refuseOpenService(body: Json | undefined): void {
  const type = readTextAt(body, 'spec', 'type')
  if (OPEN_SERVICES.includes(type)) throw makeReachFailure(`a Service of type ${type}`, 'opens ways out of the trial')
  for (const field of ['externalIPs', 'loadBalancerIP', 'externalName'])
    if (readAt(body, 'spec', field) !== undefined)
      throw makeReachFailure(`a Service with ${field}`, 'opens ways out of the trial')
}

function refuseBinding(
  resource: string,
  namespace: string | undefined,
  body: Json | undefined,
  isMade: (path: string) => boolean
): void {
  const [kind, name] = [readTextAt(body, 'roleRef', 'kind'), readTextAt(body, 'roleRef', 'name')]
  if (kind === 'ClusterRole' && !isMade(`${CLUSTER_ROLES}/${name}`))
    throw makeReachFailure(`${resource} of the ClusterRole ${name}`, 'give rights that this run did not make')
  for (const subject of readObjectsAt(body, 'subjects')) {
    const place = readTextAt(subject, 'namespace') || (namespace ?? '')
    if (readTextAt(subject, 'kind') !== 'ServiceAccount' || !isMade(`/api/v1/namespaces/${place}`))
      throw makeReachFailure(
        `${resource} for the ${readTextAt(subject, 'kind')} ${readTextAt(subject, 'name')}`,
        'give rights to others than the trial'
      )
  }
}

const makeReachFailure = (what: string, why: string): Failure =>
  new Failure('environment', `${what} ${why}, so none is made on a cluster that is not this run's own`, {
    hint: 'Leave it out of the manifests of this workload, or use a cluster of its own: --cluster control-plane or kind.'
  })
