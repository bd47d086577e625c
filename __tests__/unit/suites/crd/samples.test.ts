import { expect, test } from '@jest/globals'
import { parseCrds, parseObjects } from '../../../../src/crds/source.ts'
import { sortSamples } from '../../../../src/suites/crd/samples.ts'
import { widgets } from '../../../fakes/cluster/crd-mutations.ts'

const crds = parseCrds([{ path: 'crd.json', text: JSON.stringify(widgets()) }])
const objects = (text: string) => parseObjects({ path: 'samples.yaml', text })

test('a List of samples is read item by item, each with its line', () => {
  const { samples } = sortSamples(
    objects(
      [
        'apiVersion: v1',
        'kind: List',
        'items:',
        '- {apiVersion: example.com/v1, kind: Widget, metadata: {name: a}}',
        '- {apiVersion: example.com/v1beta1, kind: Widget, metadata: {name: b}}'
      ].join('\n')
    ),
    crds,
    crds
  )
  expect(samples.map(({ path, line }) => `${path}:${line}`)).toEqual(['samples.yaml:4', 'samples.yaml:5'])
})

test('a sample of a version that no definition has is refused with the versions that there are', () => {
  const wrong = objects('apiVersion: example.com/v9\nkind: Widget\nmetadata: {name: a}')
  expect(() => sortSamples(wrong, crds, crds)).toThrow(
    expect.objectContaining({
      kind: 'input',
      message: 'samples.yaml:1 is a Widget of example.com/v9, which no CRD of N or N-1 has',
      hint: expect.stringContaining('v1, v1beta1')
    })
  )
})

test('objects of others are told, and a kustomization is none', () => {
  const others = objects(
    'apiVersion: v1\nkind: Secret\n---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization'
  )
  expect(sortSamples(others, crds, crds)).toEqual({
    samples: [],
    leftOut: ['samples.yaml:1: Secret of v1, which no CRD here defines']
  })
})
