import { expect, test } from '@jest/globals'
import { lacksRight, formatOperation } from '../../../../../src/suites/workload/process/operation.ts'

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
  expect(formatOperation({ method, path })).toBe(expected)
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
