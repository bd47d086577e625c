import { expect, test } from '@jest/globals'
import { makeCrdSet } from '../../../src/smi/crds.ts'
import { IMPLEMENTATIONS, listMeetings, shortenVersions } from '../../../src/smi/implementations.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'

test('only the sets that serve every version serve what each client writes', () => {
  const written = IMPLEMENTATIONS.filter(({ does }) => does === 'writes').flatMap(({ versions }) => versions)
  expect(new Set(written).size).toBeGreaterThan(3)
  const whole = CRD_SETS.filter((name) => {
    const served = makeCrdSet(name).kinds.flatMap(({ group, served }) => served.map((version) => `${group}/${version}`))
    return written.every((version) => served.includes(version))
  })
  expect(whole).toEqual(['all', 'controller-sdk'])
})

test('a program meets others in the versions that both speak, and misses them in groups where none is the same', () => {
  const of = (name: string, ...speaks: readonly string[]) => {
    const found = listMeetings(speaks).find(({ implementation }) => implementation.name === name)
    return found && { shared: found.shared, apart: found.apart }
  }
  const osm = 'Open Service Mesh'
  expect(of(osm, 'split.smi-spec.io/v1alpha4', 'specs.smi-spec.io/v1alpha4')).toEqual({
    shared: ['specs.smi-spec.io/v1alpha4'],
    apart: ['split.smi-spec.io']
  })
  expect(of(osm, 'split.smi-spec.io/v1alpha4', 'split.smi-spec.io/v1alpha2')).toEqual({
    shared: ['split.smi-spec.io/v1alpha2'],
    apart: []
  })
  expect(of('Flagger', 'access.smi-spec.io/v1alpha3')).toEqual({ shared: [], apart: [] })
  expect(listMeetings([]).map(({ implementation }) => implementation)).toEqual(IMPLEMENTATIONS)
})

test('versions are told by group, in the order in which they come', () => {
  const versions = ['split.smi-spec.io/v1alpha1', 'access.smi-spec.io/v1alpha3', 'split.smi-spec.io/v1alpha2']
  expect(shortenVersions(versions)).toBe('split v1alpha1, v1alpha2; access v1alpha3')
  expect(shortenVersions([])).toBe('')
})

test('the set "all" serves whatever anybody on the list speaks, drafts too', () => {
  const served = makeCrdSet('all').kinds.flatMap(({ group, served }) => served.map((version) => `${group}/${version}`))
  const spoken = IMPLEMENTATIONS.flatMap(({ versions }) => versions)
  expect(spoken.filter((version) => !served.includes(version))).toEqual([])
})
