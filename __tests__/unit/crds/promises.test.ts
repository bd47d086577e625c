import { expect, test } from '@jest/globals'
import { compareDefinitions } from '../../../src/crds/diff.ts'
import { findNameConflicts } from '../../../src/crds/promises.ts'
import type { Json } from '../../../src/base/json.ts'
import { promising, PROMISES } from '../../fakes/cluster/crd-promises.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

test.each(PROMISES)('$what: "$says" is told, and breaks: $breaks', ({ change, says, breaks }) => {
  const after = promising()
  change(after)
  const changes = compareDefinitions(json(promising()), json(after))
  expect(changes.map((each) => `${each.where} ${each.says}`)).toContainEqual(expect.stringContaining(says))
  // A note is no failure, and no more than the one promise is broken.
  expect(changes.some((each) => each.breaks)).toBe(breaks)
})

test('at least forty promises are broken once each, and a definition that is itself breaks none', () => {
  expect(
    PROMISES.filter(({ breaks }) => breaks).length + PROMISES.filter(({ breaks }) => !breaks).length
  ).toBeGreaterThan(40)
  expect(compareDefinitions(json(promising()), json(promising()))).toEqual([])
})

test('what the API server puts where nothing stands is no change', () => {
  const bare = promising()
  const { listKind: _, ...names } = bare.spec.names
  bare.spec.names = names
  const written = promising()
  written.spec.names.singular = 'widget'
  for (const { schema } of written.spec.versions)
    Object.assign(schema.openAPIV3Schema.properties?.['spec']?.properties?.['steps'] ?? {}, {
      'x-kubernetes-list-type': 'atomic'
    })
  expect(compareDefinitions(json(bare), json(written))).toEqual([])
})

test('a name that two definitions of one group ask for is named with both', () => {
  const [one, two, elsewhere] = [promising('widgets'), promising('gadgets'), promising('sprockets')]
  elsewhere.spec.group = 'other.k8s.io'
  expect(findNameConflicts([json(one), json(two), json(elsewhere)])).toEqual([
    { name: 'gadgets.example.k8s.io', says: expect.stringContaining('wi is asked for by widgets.example.k8s.io too') }
  ])
})
