import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Json } from '../../../src/base/json.ts'
import { crdSet } from '../../../src/smi/crds.ts'
import { compare, knownLosses, knownLossesTable, within } from '../../../src/smi/known-losses.ts'
import { GOOD_OBJECTS } from '../../../src/smi/objects.ts'
import { at, fields, items } from '../../../src/base/json.ts'

/** What an API server keeps of a value by a structural schema, after the rules of apiextensions.k8s.io/v1. */
const pruned = (value: Json | undefined, schema: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => pruned(item, at(schema, 'items')) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const free = at(schema, 'additionalProperties')
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const inner = at(schema, 'properties', key) ?? free
      return inner === undefined ? [] : [[key, pruned(item, inner)]]
    })
  )
}

const schemaOf = (crd: Json | undefined, version: string) =>
  at(
    items(at(crd, 'spec', 'versions')).find((each) => at(each, 'name') === version),
    'schema',
    'openAPIV3Schema'
  )

test.each([undefined, 'v1alpha1', 'v1alpha2', 'v1alpha3'])(
  'with storage version %s, what pruning by the schemas takes away is what the list says, for every pair of versions',
  (storage) => {
    const kinds = crdSet('all').kinds.filter(({ served }) => storage !== undefined && served.includes(storage))
    const set = crdSet('all', { storage: Object.fromEntries(kinds.map(({ kind }) => [kind, storage ?? ''])) })
    let pairs = 0
    for (const [i, kind] of set.kinds.entries()) {
      for (const good of GOOD_OBJECTS.filter((each) => each.kind === kind.kind)) {
        for (const reader of kind.served) {
          const stored = pruned(good.full, schemaOf(set.crds[i], kind.storage))
          const { lost, changed, added } = compare(good.full, pruned(stored, schemaOf(set.crds[i], reader)) ?? null)
          const listed =
            knownLosses(set).find(
              (loss) => loss.kind === kind.kind && loss.written === good.version && loss.read === reader
            )?.lost ?? []
          expect({
            kind: kind.kind,
            written: good.version,
            reader,
            rest: lost.filter((path) => !listed.some((field) => within(path, field)))
          }).toMatchObject({ rest: [] })
          expect(listed.filter((field) => !lost.some((path) => within(path, field)))).toEqual([])
          expect([changed, added]).toEqual([[], []])
          pairs++
        }
      }
    }
    expect(pairs).toBe(66)
  }
)

test('an object compared with itself differs in nothing, and what the server sets does not count', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (spec) => {
      const written = { metadata: { name: 'a' }, spec: spec as Json }
      const read = { ...written, apiVersion: 'x/v1', kind: 'X', metadata: { name: 'a', uid: '1', managedFields: [] } }
      expect(compare(written, read)).toEqual({ lost: [], changed: [], added: [] })
    })
  )
})

test('each top-level field that is taken away is lost, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.integer(), fc.array(fc.string())), { minKeys: 1 }),
      fc.nat(),
      (spec, n) => {
        const keys = Object.keys(spec)
        const gone = keys[n % keys.length] ?? ''
        const { lost, changed, added } = compare(
          { spec },
          { spec: Object.fromEntries(Object.entries(spec).filter(([key]) => key !== gone)) }
        )
        expect(lost.length).toBeGreaterThan(0)
        expect(lost.every((path) => within(path, `spec.${gone}`))).toBe(true)
        expect([changed, added]).toEqual([[], []])
      }
    )
  )
})

test('a changed, an added and a lost value are told apart', () => {
  expect(compare({ spec: { a: 1, b: [{ c: 1 }, { c: 2 }] } }, { spec: { a: 2, b: [{ c: 1 }, {}], d: true } })).toEqual({
    lost: ['spec.b[].c'],
    changed: ['spec.a'],
    added: ['spec.d']
  })
})

test('a field is within itself, its parents and its list, and not within one that only starts alike', () => {
  expect(['spec', 'spec.matches', 'spec.matches[].name'].map((path) => within(path, 'spec.matches'))).toEqual([
    false,
    true,
    true
  ])
  expect(within('specs[].name', 'spec')).toBe(false)
})

test('the table for the docs has a row for each loss of the set as it is installed', () => {
  const lines = knownLossesTable().split('\n')
  expect(lines).toHaveLength(knownLosses(crdSet('all')).length + 2)
  expect(lines.every((line) => line.split(' | ').length === 6)).toBe(true)
  expect(knownLossesTable()).toContain('| TrafficTarget | v1alpha2 | v1alpha3 | `spec.destination.port` |')
})

test('the list and the schemas speak of the same versions', () => {
  for (const kind of crdSet('all').kinds)
    for (const field of kind.fields)
      expect(fields({ versions: field.versions.filter((version) => !kind.served.includes(version)) })).toEqual({
        versions: []
      })
})
