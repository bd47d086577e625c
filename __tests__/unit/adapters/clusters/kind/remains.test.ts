import { expect, test } from '@jest/globals'
import { formatClusterName, isLeftCluster } from '../../../../../src/adapters/clusters/kind/remains.ts'
import { formatOwner } from '../../../../../src/adapters/machine/owner.ts'

const ago = (hours: number): string =>
  new Date(Date.now() - hours * 3_600_000).toISOString().replace('T', ' ').replace('Z', ' +0000 UTC')
const dead = formatOwner().replace(/-\d+-/, '-1-')
const elsewhere = formatOwner().replace(/[0-9a-f]{8}$/, '00000000')

test.each([
  ['a live run, just made', formatClusterName(formatOwner(), 1), ago(0), false],
  ['a live run, long ago', formatClusterName(formatOwner(), 1), ago(1000), false],
  ['a run that is over, just made', formatClusterName(dead, 3), ago(0), true],
  ['another host or container, a while ago', formatClusterName(elsewhere, 1), ago(23), false],
  ['another host or container, longer ago than any job runs', formatClusterName(elsewhere, 1), ago(25), true],
  ['another host or container, at a time that cannot be read', formatClusterName(elsewhere, 1), 'yesterday', false],
  ['somebody else', 'kind', ago(1000), false],
  ['somebody else, whose name looks like ours', `my-${dead}-1`, ago(1000), false]
])('what belongs to %s is left over: %4$s', (_, name, created, expected) => {
  expect(isLeftCluster(name, created)).toBe(expected)
})
