import { expect, test } from '@jest/globals'
import { listDifferences, reduceToEssence, isSameReference } from '../../../../src/suites/workload/watched.ts'

test('of an object counts what a user wrote, but for what the program may change', () => {
  const object = {
    metadata: { name: 'a', uid: '1', resourceVersion: '7', generation: 2, managedFields: [], annotations: { x: '1' } },
    spec: { a: 1, b: { c: 2 } },
    status: { ready: true }
  }
  expect(reduceToEssence(object, [])).toEqual({
    metadata: { name: 'a', uid: '1', annotations: { x: '1' } },
    spec: { a: 1, b: { c: 2 } }
  })
  expect(reduceToEssence(object, ['metadata.annotations', '.spec.b.c', 'spec.nothing.there'])).toEqual({
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
  expect(isSameReference(one, route('specs.smi-spec.io/v1alpha4'))).toBe(true)
  expect(isSameReference(one, route('gateway.networking.k8s.io/v1alpha3'))).toBe(false)
  expect(isSameReference(one, route('specs.smi-spec.io/v1alpha3', 'b'))).toBe(false)
  expect(isSameReference(one, route('specs.smi-spec.io/v1alpha3', 'a', 'httproutegroups'))).toBe(false)
  expect(isSameReference(route('v1'), route('v2'))).toBe(true)
})

test('differences are told leaf by leaf', () => {
  const before = { metadata: {}, spec: { backends: [{ weight: 90 }, { weight: 10 }], gone: 'x' } }
  const after = { metadata: { finalizers: ['a/b'] }, spec: { backends: [{ weight: 90 }, { weight: 50 }, {}] } }
  expect(listDifferences(before, after)).toEqual([
    'metadata.finalizers: nothing → ["a/b"]',
    'spec.backends[1].weight: 10 → 50',
    'spec.backends[2]: nothing → {}',
    'spec.gone: "x" → nothing'
  ])
  expect(listDifferences(before, before)).toEqual([])
})
