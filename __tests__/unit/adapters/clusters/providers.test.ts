import { expect, test } from '@jest/globals'
import { countClustersAtOnce, PROVIDERS } from '../../../../src/adapters/clusters/providers.ts'
import { CLUSTER_PROVIDERS } from '../../../../src/model/cluster-providers.ts'

const GIB = 1024 ** 3

test('every provider that the core knows has an adapter, in the same order', () => {
  expect(PROVIDERS.map(({ name }) => name)).toEqual(CLUSTER_PROVIDERS.map(({ name }) => name))
})

// As docs/clusters.md says it: 1.5 GB are kept for compilers, then so much a cluster.
test.each([
  ['control-plane', 0, 1],
  ['control-plane', 2, 1],
  ['control-plane', 3, 2],
  ['control-plane', 4, 3],
  ['control-plane', 5, 5],
  ['control-plane', 16, 21],
  ['kind', 4, 1],
  ['kind', 7, 3],
  ['kubeconfig', 64, 1]
] as const)('of %s clusters, %i GiB of free memory hold %i side by side', (provider, gib, clusters) => {
  expect(countClustersAtOnce(provider, gib * GIB)).toBe(clusters)
})
