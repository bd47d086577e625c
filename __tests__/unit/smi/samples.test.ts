import { expect, test } from '@jest/globals'
import { readTextAt } from '../../../src/base/json.ts'
import { makeSampleFiles, makeSampleObjects } from '../../../src/smi/samples.ts'

test('a program that speaks no SMI gets no sample', () => {
  expect(makeSampleObjects([])).toEqual([])
  expect(makeSampleFiles([])).toEqual([])
})

test('samples are of the newest version that is spoken of each kind; files are of every version of these kinds', () => {
  const speaks = ['split.smi-spec.io/v1alpha1', 'split.smi-spec.io/v1alpha3', 'access.smi-spec.io/v1alpha2']
  expect(
    makeSampleObjects(speaks).map((one) => `${readTextAt(one, 'apiVersion')} ${readTextAt(one, 'metadata', 'name')}`)
  ).toEqual([
    'access.smi-spec.io/v1alpha2 sample-full',
    'access.smi-spec.io/v1alpha2 sample-least',
    'split.smi-spec.io/v1alpha3 sample-full',
    'split.smi-spec.io/v1alpha3 sample-least',
    'split.smi-spec.io/v1alpha3 sample-odd'
  ])
  expect(makeSampleFiles(['split.smi-spec.io/v1alpha3']).map(({ name }) => name)).toEqual(
    ['v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'].map((version) => `TrafficSplit-${version}.yaml`)
  )
})
