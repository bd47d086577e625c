import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Json } from '../../../src/base/json.ts'
import { makeCrdSet } from '../../../src/smi/crds.ts'
import { compareObjects, listKnownLosses, formatKnownLosses, liesWithin } from '../../../src/smi/known-losses.ts'
import { GOOD_OBJECTS } from '../../../src/smi/objects.ts'
import { readAt, readFields, readItems } from '../../../src/base/json.ts'

/** What an API server keeps of a value by a structural schema, after the rules of apiextensions.k8s.io/v1. */
const pruned = (value: Json | undefined, schema: Json | undefined): Json | undefined => {
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item) => pruned(item, readAt(schema, 'items')) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const free = readAt(schema, 'additionalProperties')
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const inner = readAt(schema, 'properties', key) ?? free
      return inner === undefined ? [] : [[key, pruned(item, inner)]]
    })
  )
}

const schemaOf = (crd: Json | undefined, version: string) =>
  readAt(
    readItems(readAt(crd, 'spec', 'versions')).find((each) => readAt(each, 'name') === version),
    'schema',
    'openAPIV3Schema'
  )

test.each([undefined, 'v1alpha1', 'v1alpha2', 'v1alpha3'])(
  'with storage version %s, what pruning by the schemas takes away is what the list says, for every pair of versions',
  (storage) => {
    const kinds = makeCrdSet('all').kinds.filter(({ served }) => storage !== undefined && served.includes(storage))
    const set = makeCrdSet('all', { storage: Object.fromEntries(kinds.map(({ kind }) => [kind, storage ?? ''])) })
    let pairs = 0
    for (const [i, kind] of set.kinds.entries()) {
      for (const good of GOOD_OBJECTS.filter((each) => each.kind === kind.kind)) {
        for (const reader of kind.served) {
          const stored = pruned(good.full, schemaOf(set.crds[i], kind.storage))
          const { lost, changed, added } = compareObjects(
            good.full,
            pruned(stored, schemaOf(set.crds[i], reader)) ?? null
          )
          const listed =
            listKnownLosses(set).find(
              (loss) => loss.kind === kind.kind && loss.written === good.version && loss.read === reader
            )?.lost ?? []
          expect({
            kind: kind.kind,
            written: good.version,
            reader,
            rest: lost.filter((path) => !listed.some((field) => liesWithin(path, field)))
          }).toMatchObject({ rest: [] })
          expect(listed.filter((field) => !lost.some((path) => liesWithin(path, field)))).toEqual([])
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
      expect(compareObjects(written, read)).toEqual({ lost: [], changed: [], added: [] })
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
        const { lost, changed, added } = compareObjects(
          { spec },
          { spec: Object.fromEntries(Object.entries(spec).filter(([key]) => key !== gone)) }
        )
        expect(lost.length).toBeGreaterThan(0)
        expect(lost.every((path) => liesWithin(path, `spec.${gone}`))).toBe(true)
        expect([changed, added]).toEqual([[], []])
      }
    )
  )
})

test('a changed, an added and a lost value are told apart', () => {
  expect(
    compareObjects({ spec: { a: 1, b: [{ c: 1 }, { c: 2 }] } }, { spec: { a: 2, b: [{ c: 1 }, {}], d: true } })
  ).toEqual({
    lost: ['spec.b[].c'],
    changed: ['spec.a'],
    added: ['spec.d']
  })
})

test('a field is within itself, its parents and its list, and not within one that only starts alike', () => {
  expect(['spec', 'spec.matches', 'spec.matches[].name'].map((path) => liesWithin(path, 'spec.matches'))).toEqual([
    false,
    true,
    true
  ])
  expect(liesWithin('specs[].name', 'spec')).toBe(false)
})

test('the table for the docs has a row for each loss of the set as it is installed', () => {
  const lines = formatKnownLosses().split('\n')
  expect(lines).toHaveLength(listKnownLosses(makeCrdSet('all')).length + 2)
  expect(lines.every((line) => line.split(' | ').length === 6)).toBe(true)
  expect(formatKnownLosses()).toContain('| TrafficTarget | v1alpha2 | v1alpha3 | `spec.destination.port` |')
})

test('the list and the schemas speak of the same versions', () => {
  for (const kind of makeCrdSet('all').kinds)
    for (const field of kind.fields)
      expect(readFields({ versions: field.versions.filter((version) => !kind.served.includes(version)) })).toEqual({
        versions: []
      })
})
