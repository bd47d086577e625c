import { expect, test } from '@jest/globals'
import { chooseCrdPaths } from '../../../src/facts/crd-files.ts'

const choose = (...tracked: readonly string[]) => chooseCrdPaths({ crds: { samples: [] } }, tracked)

test.each([
  ['config/crd/bases/a.yaml'],
  ['charts/x/crds/a.yaml'],
  ['manifests/a-crd.json'],
  ['jsonnet/prometheus-operator/alertmanagers-crd.json'],
  ['deploy/prometheus-operator-crd/a.yaml'],
  ['install/crds.yaml']
])('%s holds CRDs', (path) => {
  expect(choose(path, 'deploy/all.yaml', 'vendor/x/crds/a.yaml')).toEqual([path])
})

test('those in a folder of examples count where there are no others', () => {
  const example = 'example/prometheus-operator-crd/a.yaml'
  expect(choose(example)).toEqual([example])
  expect(choose(example, 'config/crd/bases/a.yaml')).toEqual(['config/crd/bases/a.yaml'])
})
