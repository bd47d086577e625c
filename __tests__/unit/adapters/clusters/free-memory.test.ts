import { describe, expect, test } from '@jest/globals'
import { computeFreeMemory } from '../../../../src/adapters/clusters/free-memory.ts'

const MIB = 1024 ** 2
const GIB = 1024 * MIB

describe('the memory that clusters may take', () => {
  // A limit of 4 GiB on a machine with 16 GiB free: a build has left 3 GiB of files in the page cache.
  const limited = { free: 16 * GIB, available: 0.5 * GIB }
  const stat = (field: string) =>
    `cache ${3.2 * GIB}\nrss ${200 * MIB}\n${field} ${3 * GIB}\nactive_file ${200 * MIB}\n`
  const from = (files: Readonly<Record<string, string>>) => (path: string) => files[path]

  test('without a limit is what the machine has free, and no file is looked at', () => {
    const free = 16 * GIB
    const read = (path: string): never => {
      throw new Error(`read ${path}`)
    }
    expect(computeFreeMemory({ free, available: free }, read)).toBe(free)
  })

  test.each([
    ['of version 2', { '/proc/self/cgroup': '0::/job/7\n', '/sys/fs/cgroup/job/7/memory.stat': stat('inactive_file') }],
    [
      'of version 2 in a namespace of its own',
      { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/memory.stat': stat('inactive_file') }
    ],
    [
      'of version 1',
      {
        '/proc/self/cgroup': '12:cpu,cpuacct:/a\n4:memory:/job/7\n0::/\n',
        '/sys/fs/cgroup/memory/job/7/memory.stat': stat('total_inactive_file')
      }
    ],
    [
      'of version 1 that is mounted as the root of the container',
      { '/proc/self/cgroup': '4:memory:/docker/1f\n', '/sys/fs/cgroup/memory/memory.stat': stat('total_inactive_file') }
    ]
  ])('under the limit of a control group %s counts files that only lie in the page cache as free', (_, files) => {
    expect(computeFreeMemory(limited, from(files))).toBe(3.5 * GIB)
  })

  test('is never more than the machine has free', () => {
    const files = { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/memory.stat': stat('inactive_file') }
    expect(computeFreeMemory({ free: 2 * GIB, available: 0.5 * GIB }, from(files))).toBe(2 * GIB)
  })

  test('is what Node says where a control group cannot be read', () => {
    expect(computeFreeMemory(limited, from({}))).toBe(0.5 * GIB)
    expect(computeFreeMemory(limited, from({ '/proc/self/cgroup': '0::/job\n' }))).toBe(0.5 * GIB)
  })
})
