import { expect, test } from '@jest/globals'
import { measureCoverage } from '../../../src/crds/coverage.ts'
import { makeExamples } from '../../../src/crds/examples.ts'
import { readAt, readFields } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'

const text = { type: 'string' }
const one = (name: string): Json => ({ type: 'object', properties: { [name]: text, also: text } })
const root = (provider: Json): Json => ({
  type: 'object',
  properties: { spec: { type: 'object', properties: { provider } } }
})
const membersOf = (schema: Json): readonly string[] => [
  ...new Set(
    makeExamples(schema).flatMap(({ body }) => {
      const provider = readAt(body, 'spec', 'provider')
      return provider === undefined ? [] : [Object.keys(readFields(provider)).sort().join('+')]
    })
  )
]

test('a union by minProperties 1 and maxProperties 1 (external-secrets 0.11): an object for each member, none over nothing', () => {
  const names = Array.from({ length: 30 }, (_, i) => `member${i}`)
  const properties = Object.fromEntries(names.map((name) => [name, one(name)]))
  const schema = root({ type: 'object', minProperties: 1, maxProperties: 1, properties })
  expect(membersOf(schema)).toEqual(expect.arrayContaining(names))
  expect(membersOf(schema)).toHaveLength(names.length)
  const bodies = makeExamples(schema).map(({ body }) => body)
  expect(measureCoverage(schema, bodies)).toEqual({ all: 92, missed: 0, missing: [] })
})

test.each([
  ['oneOf of required', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, ['a+c', 'b+c']],
  ['oneOf within allOf', { allOf: [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }] }, ['a+c', 'b+c']],
  ['maxProperties 2', { maxProperties: 2 }, ['a+b', 'a+c']],
  ['a required one and one more', { required: ['c'], maxProperties: 2 }, ['a+c', 'b+c']],
  ['anyOf of required', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, ['a+b+c']]
])('%s: the members that may be together are', (_, rules, expected) => {
  const schema = root({ type: 'object', properties: { a: text, b: text, c: text }, ...rules })
  expect(membersOf(schema)).toEqual(expect.arrayContaining(expected))
})

test('what no object has is counted and named by its outermost field', () => {
  const schema = root({ type: 'object', properties: { a: one('x'), b: text } })
  expect(measureCoverage(schema, [{ spec: { provider: { b: '1' } } }])).toEqual({
    all: 6,
    missed: 3,
    missing: ['spec.provider.a']
  })
  expect(measureCoverage(schema, [{}])).toMatchObject({ all: 6, missed: 6 })
})
