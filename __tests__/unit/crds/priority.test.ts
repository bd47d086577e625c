import { expect, test } from '@jest/globals'
import { isBefore } from '../../../src/crds/priority.ts'

// The example of kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning.
test('versions come as discovery has them', () => {
  const order = ['v10', 'v2', 'v1', 'v11beta2', 'v10beta3', 'v3beta1', 'v12alpha1', 'v11alpha2', 'foo1', 'foo10']
  expect([...order].reverse().sort((a, b) => (isBefore(a, b) ? -1 : 1))).toEqual(order)
  expect(isBefore('v1', 'v1')).toBe(false)
})
