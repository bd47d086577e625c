import { expect, test } from '@jest/globals'
import { refuseReaching } from '../../../../../src/adapters/clusters/kubeconfig/allowed.ts'
import { parseApiPath, type ApiPlace } from '../../../../../src/adapters/clusters/kubeconfig/place.ts'
import type { Json } from '../../../../../src/base/json.ts'

const MADE = [
  '/api/v1/namespaces/trial',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles/own',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.example.com'
]
const ask = (path: string, body: Json) =>
  refuseReaching(parseApiPath(path) as ApiPlace, body, (path) => MADE.includes(path))

const RBAC = '/apis/rbac.authorization.k8s.io/v1'
const account = { kind: 'ServiceAccount', name: 'program', namespace: 'trial' }
const own = { kind: 'ClusterRole', name: 'own' }

test.each<[path: string, body: Json]>([
  ['/api/v1/namespaces', {}],
  ['/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {}],
  ['/api/v1/namespaces/trial/configmaps', {}],
  ['/api/v1/namespaces/trial/services', { spec: { type: 'ClusterIP', ports: [{ port: 80 }] } }],
  ['/apis/split.smi-spec.io/v1alpha4/namespaces/trial/trafficsplits', {}],
  ['/apis/gateway.networking.k8s.io/v1/namespaces/trial/httproutes', {}],
  ['/apis/example.com/v1/widgets', {}],
  [`${RBAC}/clusterroles`, { rules: [] }],
  [`${RBAC}/clusterrolebindings`, { roleRef: own, subjects: [account] }],
  [`${RBAC}/namespaces/trial/rolebindings`, { roleRef: own, subjects: [{ kind: 'ServiceAccount', name: 'program' }] }],
  [`${RBAC}/namespaces/trial/rolebindings`, { roleRef: { kind: 'Role', name: 'reader' }, subjects: [account] }]
])('a trial may make %s on a cluster that others use', (path, body) => {
  expect(() => ask(path, body)).not.toThrow()
})

test.each<[path: string, words: RegExp, body: Json]>([
  ['/apis/scheduling.k8s.io/v1/priorityclasses', /^priorityclasses \(scheduling\.k8s\.io\/v1\) may act/, {}],
  ['/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas', /^flowschemas/, {}],
  ['/apis/storage.k8s.io/v1/storageclasses', /^storageclasses/, {}],
  ['/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', /^validatingwebhookconfigurations/, {}],
  ['/apis/apiregistration.k8s.io/v1/apiservices', /^apiservices/, {}],
  ['/apis/certificates.k8s.io/v1/certificatesigningrequests', /^certificatesigningrequests/, {}],
  ['/apis/a-group-of-tomorrow.k8s.io/v1/things', /^things/, {}],
  ['/api/v1/nodes', /^nodes \(v1\)/, {}],
  ['/api/v1/persistentvolumes', /^persistentvolumes/, {}],
  ['/api/v1/namespaces/trial/pods', /^pods/, {}],
  ['/apis/apps/v1/namespaces/trial/daemonsets', /^daemonsets/, {}],
  ['/apis/networking.k8s.io/v1/namespaces/trial/ingresses', /^ingresses/, {}],
  ['/apis/other.example.com/v1/gadgets', /^gadgets/, {}],
  ['/api/v1/namespaces/trial/services', /^a Service with externalIPs opens/, { spec: { externalIPs: ['10.0.0.1'] } }],
  ['/api/v1/namespaces/trial/services', /^a Service of type LoadBalancer opens/, { spec: { type: 'LoadBalancer' } }],
  [
    `${RBAC}/namespaces/trial/rolebindings`,
    /^rolebindings of the ClusterRole cluster-admin give rights/,
    { roleRef: { kind: 'ClusterRole', name: 'cluster-admin' }, subjects: [account] }
  ],
  [
    `${RBAC}/clusterrolebindings`,
    /^clusterrolebindings for the Group system:authenticated give rights to others/,
    { roleRef: own, subjects: [{ kind: 'Group', name: 'system:authenticated' }] }
  ],
  [
    `${RBAC}/clusterrolebindings`,
    /^clusterrolebindings for the ServiceAccount theirs give rights to others/,
    { roleRef: own, subjects: [{ kind: 'ServiceAccount', name: 'theirs', namespace: 'default' }] }
  ]
])('and not %s', (path, words, body) => {
  expect(() => ask(path, body)).toThrow(
    expect.objectContaining({ kind: 'environment', message: expect.stringMatching(words) })
  )
})
