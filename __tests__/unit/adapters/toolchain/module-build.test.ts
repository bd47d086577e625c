import { expect, test } from '@jest/globals'
import { collectLate } from '../../../../src/adapters/toolchain/module-build.ts'

const GIB = 1024 ** 3

test.each([
  ['a hosted runner', 7 * GIB, '3584MiB'],
  ['a small container', GIB, '700MiB'],
  ['a workstation', 64 * GIB, '4096MiB']
])('the compiler of a tool collects nothing below a limit that %s has', (_machine, memory, limit) => {
  expect(collectLate(memory)).toEqual({ GOGC: 'off', GOMEMLIMIT: limit })
})
