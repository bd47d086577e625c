import { expect, test } from '@jest/globals'
import type { Json } from '../../../../src/base/json.ts'
import { openDiscovery } from '../../../../src/suites/cluster/resources.ts'
import { pruneObjects } from '../../../../src/suites/workload/apply.ts'
import { fakeClusters } from '../../../fakes/cluster/clusters.ts'

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
  await pruneObjects({ cluster, discovery: openDiscovery(cluster.api), namespace: 'trial', signal }, [
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    object('v1', 'ConfigMap'),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole')
  ])
  expect(deleted).toEqual([
    '/api/v1/namespaces/trial/configmaps/old',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/old'
  ])
})
