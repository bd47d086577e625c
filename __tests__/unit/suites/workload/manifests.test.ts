import { describe, expect, test } from '@jest/globals'
import { moveIntoTrial, parseObjects } from '../../../../src/suites/workload/manifests.ts'

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
  const { objects, runners, serviceAccount } = moveIntoTrial(parseObjects(yaml, 'all.yaml'), 'ns-1', undefined)

  test('are ordered so that they can be applied; what runs a program is left out and says who it runs as', () => {
    expect(objects.map((each) => each['kind'])).toEqual([
      'ServiceAccount',
      'ClusterRole',
      'ClusterRoleBinding',
      'ConfigMap'
    ])
    expect(runners).toMatchObject([{ kind: 'Deployment', metadata: { name: 'web' } }])
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
    expect(() => moveIntoTrial(both, 'n', undefined)).toThrow(expect.objectContaining({ kind: 'input' }))
    expect(moveIntoTrial(both, 'n', 'b').serviceAccount).toBe('b')
    expect(moveIntoTrial([], 'n', undefined).serviceAccount).toBe('default')
  })
})
