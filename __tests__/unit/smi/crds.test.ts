import { expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { type Json, readAt, readFields, readItems, readText } from '../../../src/base/json.ts'
import { formatCrdsYaml, makeCrdSet, chooseStorage } from '../../../src/smi/crds.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'

const versionsOf = (crd: Json | undefined) => readItems(readAt(crd, 'spec', 'versions'))

test('the set "all" serves every version of every kind and stores the newest that a release has', () => {
  const { kinds } = makeCrdSet('all')
  expect(kinds.map(({ kind, group, served, storage }) => [kind, group, served.length, storage])).toEqual([
    ['TrafficTarget', 'access.smi-spec.io', 4, 'v1alpha3'],
    ['HTTPRouteGroup', 'specs.smi-spec.io', 4, 'v1alpha4'],
    ['TCPRoute', 'specs.smi-spec.io', 4, 'v1alpha4'],
    ['UDPRoute', 'specs.smi-spec.io', 1, 'v1alpha4'],
    ['TrafficSplit', 'split.smi-spec.io', 4, 'v1alpha4'],
    ['IdentityBinding', 'access.smi-spec.io', 1, 'v1alpha4']
  ])
})

test.each(CRD_SETS)(
  'every CRD of the set "%s" is v1, serves what it promises, stores one version and converts nothing',
  (name) => {
    const set = makeCrdSet(name)
    for (const [i, kind] of set.kinds.entries()) {
      const crd = set.crds[i]
      expect(readAt(crd, 'apiVersion')).toBe('apiextensions.k8s.io/v1')
      expect(readAt(crd, 'metadata', 'name')).toBe(`${kind.plural}.${kind.group}`)
      expect(readAt(crd, 'spec', 'conversion', 'strategy')).toBe('None')
      expect(
        versionsOf(crd)
          .filter((version) => readAt(version, 'served') === true)
          .map((version) => readAt(version, 'name'))
      ).toEqual(kind.served)
      expect(
        versionsOf(crd)
          .filter((version) => readAt(version, 'storage') === true)
          .map((version) => readAt(version, 'name'))
      ).toEqual([kind.storage])
    }
  }
)

test.each(CRD_SETS)(
  'every schema of the set "%s" is structural: each node has a type and none keeps unknown fields',
  (name) => {
    const nodes = (schema: Json | undefined): readonly Json[] =>
      schema === undefined
        ? []
        : [
            schema,
            ...Object.values(readFields(readAt(schema, 'properties'))).flatMap(nodes),
            ...nodes(readAt(schema, 'items')),
            ...nodes(readAt(schema, 'additionalProperties'))
          ]
    const all = makeCrdSet(name)
      .crds.flatMap(versionsOf)
      .flatMap((version) => nodes(readAt(version, 'schema', 'openAPIV3Schema')))
    expect(all.length).toBeGreaterThan(10)
    for (const node of all) {
      expect(readFields(node)).not.toHaveProperty('x-kubernetes-preserve-unknown-fields')
      expect(readText(readAt(node, 'type')) !== '' || readAt(node, 'x-kubernetes-int-or-string') === true).toBe(true)
    }
  }
)

test('the storage version of a kind can be chosen, and the others stay as they are', () => {
  const { kinds, crds } = makeCrdSet('all', { storage: { TrafficTarget: 'v1alpha1' } })
  expect(kinds.map(({ storage }) => storage)).toEqual(['v1alpha1', ...Array<string>(5).fill('v1alpha4')])
  expect(versionsOf(crds[0]).map((version) => readAt(version, 'storage'))).toEqual([true, false, false, false])
})

test('the storage versions that fit a program are the newest it speaks of each kind', () => {
  expect(
    chooseStorage('all', ['access.smi-spec.io/v1alpha1', 'access.smi-spec.io/v1alpha2', 'specs.smi-spec.io/v1alpha3'])
  ).toEqual({
    TrafficTarget: 'v1alpha2',
    HTTPRouteGroup: 'v1alpha3',
    TCPRoute: 'v1alpha3'
  })
})

test('an unknown set, kind or version is an input Failure that names what there is', () => {
  expect(() => makeCrdSet('everything')).toThrow(
    expect.objectContaining({ kind: 'input', hint: 'Take one of: all, sdk-main, controller-sdk, linkerd, osm.' })
  )
  expect(() => makeCrdSet('toString')).toThrow(expect.objectContaining({ kind: 'input' }))
  expect(() => makeCrdSet('all', { storage: { Mesh: 'v1' } })).toThrow(
    expect.objectContaining({ kind: 'input', message: expect.stringContaining('"Mesh"') })
  )
  expect(() => makeCrdSet('all', { storage: { UDPRoute: 'v1alpha1' } })).toThrow(
    expect.objectContaining({ kind: 'input', hint: 'Take one of: v1alpha4.' })
  )
})

test('the printed YAML holds the same objects, without aliases that kubectl would have to follow', () => {
  const set = makeCrdSet('all')
  const yaml = formatCrdsYaml(set)
  expect(parseAllDocuments(yaml).map((document) => document.toJS() as Json)).toEqual(set.crds)
  expect(yaml).not.toMatch(/[&*][a-z]\d/)
})

test('a draft is stored for a program that speaks it, and for no other', () => {
  const stored = (...speaks: readonly string[]) => {
    const set = makeCrdSet('all', { storage: chooseStorage('all', speaks) })
    return set.kinds.find(({ kind }) => kind === 'TrafficTarget')?.storage
  }
  expect(stored('access.smi-spec.io/v1alpha4')).toBe('v1alpha4')
  expect(stored('access.smi-spec.io/v1alpha3')).toBe('v1alpha3')
  expect(stored('split.smi-spec.io/v1alpha4')).toBe('v1alpha3')
})
