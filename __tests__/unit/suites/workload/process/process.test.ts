import { describe, expect, test } from '@jest/globals'
import { lacksRight, operation } from '../../../../../src/suites/workload/process/operation.ts'
import { inTrial, parseObjects } from '../../../../../src/suites/workload/process/manifests.ts'
import { differences, essence, isOne } from '../../../../../src/suites/workload/process/watched.ts'
import { compare } from '../../../../../src/suites/data/data.ts'
import type { Json } from '../../../../../src/base/json.ts'
import { prune } from '../../../../../src/suites/workload/process/apply.ts'
import { discovery } from '../../../../../src/suites/cluster/resources.ts'
import { fakeClusters } from '../../../../fakes/cluster/clusters.ts'

test.each([
  ['GET', '/api/v1/namespaces/web/pods/a', 'get pods'],
  ['GET', '/api/v1/namespaces/web/pods', 'list pods'],
  ['GET', '/api/v1/pods?watch=true', 'watch pods in the whole cluster'],
  ['PATCH', '/apis/apps/v1/namespaces/web/deployments/a/scale', 'patch deployments.apps/scale'],
  ['POST', '/apis/coordination.k8s.io/v1/namespaces/web/leases', 'create leases.coordination.k8s.io'],
  ['DELETE', '/apis/apps/v1/namespaces/web/deployments', 'deletecollection deployments.apps'],
  ['GET', '/api/v1/namespaces/web', 'get namespaces in the whole cluster'],
  ['GET', '/version', 'get /version']
])('%s %s is %s to RBAC', (method, path, expected) => {
  expect(operation({ method, path })).toBe(expected)
})

test.each([
  [
    'pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods" in API group "" in the namespace "a"',
    true
  ],
  ['forbidden: User "system:serviceaccount:a:b" cannot get path "/metrics"', true],
  [
    'roles.rbac.authorization.k8s.io "x" is forbidden: user "b" (groups=["g"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""]}',
    true
  ],
  ['admission webhook "policy.example.com" denied the request: no label team', false],
  ['pods "x" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1', false],
  ['pods "x" is forbidden: violates PodSecurity "restricted:latest": privileged', false],
  ['configmaps "x" is forbidden: unable to create new content in namespace a because it is being terminated', false],
  ['', false]
])('403 %s: for want of a right: %s', (message, expected) => {
  expect(lacksRight({ status: 403, message })).toBe(expected)
  expect(lacksRight({ status: 422, message })).toBe(false)
})

describe('manifests', () => {
  const yaml = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: robot, namespace: elsewhere }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: robot }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: robot }
subjects: [{ kind: ServiceAccount, name: robot, namespace: elsewhere }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: robot }
rules: [{ apiGroups: [''], resources: [pods], verbs: [list] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { spec: { serviceAccountName: robot, containers: [] } } }
---
# nothing
---
apiVersion: v1
kind: ConfigMapList
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { mode: "0644", on: "yes" } }
`
  const { objects, leftOut, serviceAccount } = inTrial(parseObjects(yaml, 'all.yaml'), 'ns-1', undefined)

  test('are ordered so that they can be applied; what runs a program is left out and says who it runs as', () => {
    expect(objects.map((each) => each['kind'])).toEqual([
      'ServiceAccount',
      'ClusterRole',
      'ClusterRoleBinding',
      'ConfigMap'
    ])
    expect(leftOut).toEqual(['Deployment web'])
    expect(serviceAccount).toBe('robot')
  })

  test('roles of the whole cluster become those of the trial, and accounts are of its namespace', () => {
    expect(objects[1]).toMatchObject({ metadata: { name: 'robot-ns-1' } })
    expect(objects[2]).toMatchObject({
      metadata: { name: 'robot-ns-1' },
      roleRef: { name: 'robot-ns-1' },
      subjects: [{ name: 'robot', namespace: 'ns-1' }]
    })
  })

  test('numbers are read as kubectl reads them, and mistakes have a line', () => {
    const [one] = parseObjects(
      'apiVersion: v1\nkind: X\nmetadata: {name: a}\nmode: 0644\nat: 2026-01-01T00:00:00Z\n',
      'f'
    )
    expect(one).toMatchObject({ mode: 420, at: '2026-01-01T00:00:00Z' })
    expect(() => parseObjects('apiVersion: v1\nkind: [', 'f.yaml')).toThrow(/^f\.yaml:2: /)
    expect(() => parseObjects('a: 1', 'f.yaml')).toThrow(/no Kubernetes object/)
  })

  test('several accounts and nobody who says which one is an error', () => {
    const accounts = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: NAME}\n---\n'
    const both = parseObjects(accounts.replace('NAME', 'a') + accounts.replace('NAME', 'b'), 'f')
    expect(() => inTrial(both, 'n', undefined)).toThrow(expect.objectContaining({ kind: 'input' }))
    expect(inTrial(both, 'n', 'b').serviceAccount).toBe('b')
    expect(inTrial([], 'n', undefined).serviceAccount).toBe('default')
  })
})

test('of an object counts what a user wrote, but for what the program may change', () => {
  const object = {
    metadata: { name: 'a', uid: '1', resourceVersion: '7', generation: 2, managedFields: [], annotations: { x: '1' } },
    spec: { a: 1, b: { c: 2 } },
    status: { ready: true }
  }
  expect(essence(object, [])).toEqual({
    metadata: { name: 'a', uid: '1', annotations: { x: '1' } },
    spec: { a: 1, b: { c: 2 } }
  })
  expect(essence(object, ['metadata.annotations', '.spec.b.c', 'spec.nothing.there'])).toEqual({
    metadata: { name: 'a', uid: '1' },
    spec: { a: 1, b: {} }
  })
})

test('an object is the same one in another version of its group, and not in another group', () => {
  const route = (apiVersion: string, name = 'a', plural = 'tcproutes') => ({
    resource: { kind: 'TCPRoute', plural, apiVersion, namespaced: true },
    name
  })
  const one = route('specs.smi-spec.io/v1alpha3')
  expect(isOne(one, route('specs.smi-spec.io/v1alpha4'))).toBe(true)
  expect(isOne(one, route('gateway.networking.k8s.io/v1alpha3'))).toBe(false)
  expect(isOne(one, route('specs.smi-spec.io/v1alpha3', 'b'))).toBe(false)
  expect(isOne(one, route('specs.smi-spec.io/v1alpha3', 'a', 'httproutegroups'))).toBe(false)
  expect(isOne(route('v1'), route('v2'))).toBe(true)
})

test('differences are told leaf by leaf', () => {
  const before = { metadata: {}, spec: { backends: [{ weight: 90 }, { weight: 10 }], gone: 'x' } }
  const after = { metadata: { finalizers: ['a/b'] }, spec: { backends: [{ weight: 90 }, { weight: 50 }, {}] } }
  expect(differences(before, after)).toEqual([
    'metadata.finalizers: nothing → ["a/b"]',
    'spec.backends[1].weight: 10 → 50',
    'spec.backends[2]: nothing → {}',
    'spec.gone: "x" → nothing'
  ])
  expect(differences(before, before)).toEqual([])
})

describe('what two versions say of one file', () => {
  const said = (stdout: string, status: number | null = 0) => ({
    status: status ?? undefined,
    stdout,
    stderr: '',
    how: `exit status ${status}`
  })
  const judge = (stdout: 'auto' | 'ignore' | 'json' | 'equal', older: string, newer: string) =>
    compare({ stdout }, said(older), said(newer))

  test('may be more, and never less or other', () => {
    expect(judge('auto', '{"a":[{"x":1}]}', '{"a":[{"x":1,"y":2}],"b":3}').ok).toBe(true)
    expect(judge('auto', '{"a":[{"share":1}]}', '{"a":[{"part":1}]}')).toEqual({
      ok: false,
      seen: '1 values are gone or other: a[0].share (was 1)'
    })
    expect(judge('auto', '{"a":1}', '{"a":2}').seen).toBe('1 values are gone or other: a: 1 → 2')
    expect(judge('auto', '{"a":1}', 'oops').ok).toBe(false)
  })

  test('may be any text where nobody said more, and must be equal where somebody did', () => {
    expect(judge('auto', 'one', 'two').ok).toBe(true)
    expect(judge('json', 'one', '{}').ok).toBe(false)
    expect(judge('equal', 'one', 'two').ok).toBe(false)
    expect(judge('ignore', '{"a":1}', '{}').ok).toBe(true)
  })

  test('is nothing when one of them fails', () => {
    expect(compare({ stdout: 'ignore' }, said(''), said('', 2))).toMatchObject({
      ok: false,
      seen: 'exit status 2: it says nothing'
    })
    expect(compare({ stdout: 'ignore' }, said(''), { ...said('', null), how: 'no end within 5 s' }).ok).toBe(false)
  })
})

test('what a version no longer declares is deleted, but never a CRD: its objects would go with it', async () => {
  const signal = new AbortController().signal
  const deleted: string[] = []
  const resources: Readonly<Record<string, Json>> = {
    '/api/v1': [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }],
    '/apis/apiextensions.k8s.io/v1': [
      { name: 'customresourcedefinitions', kind: 'CustomResourceDefinition', namespaced: false }
    ],
    '/apis/rbac.authorization.k8s.io/v1': [{ name: 'clusterroles', kind: 'ClusterRole', namespaced: false }]
  }
  const cluster = await fakeClusters(async (method, path) => {
    if (method === 'DELETE') deleted.push(path)
    return { status: 200, body: { resources: resources[path] ?? [] }, warnings: [] }
  }).create('1.37', signal)
  const object = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'old' } })
  await prune({ cluster, found: discovery(cluster.api), namespace: 'trial', signal }, [
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    object('v1', 'ConfigMap'),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole')
  ])
  expect(deleted).toEqual([
    '/api/v1/namespaces/trial/configmaps/old',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/old'
  ])
})
