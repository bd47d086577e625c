import { describe, expect, test } from '@jest/globals'
import type { BuildInfo } from '../../../../src/go/inspect/build-info.ts'
import { inspectBinary } from '../../../../src/go/inspect/binary.ts'
import { isUniversal, joinBuildInfo, joinMachO, splitMachO } from '../../../../src/go/inspect/universal.ts'

/** A Mach-O file for a processor, without load commands. */
const slice = (cpu: number, subtype: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length, 0x5a)
  for (const [i, field] of [0xfeedfacf, cpu, subtype, 2, 0, 0, 0, 0].entries()) bytes.writeUInt32LE(field, i * 4)
  return bytes
}
const AMD64 = slice(0x01000007, 3, 20_000)
const ARM64 = slice(0x0100000c, 0, 100)

describe('one file for both processors of macOS', () => {
  test('has the header of mach-o/fat.h, and each program at the beginning of a page of 2^14 bytes', () => {
    const joined = Buffer.from(joinMachO([AMD64, ARM64]))
    // Magic and count; of each processor its type and subtype, and offset, size and alignment of its program.
    expect(joined.subarray(0, 48).toString('hex')).toBe(
      [
        ...['cafebabe', '00000002'],
        ...['01000007', '00000003', '00004000', '00004e20', '0000000e'],
        ...['0100000c', '00000000', '0000c000', '00000064', '0000000e']
      ].join('')
    )
    expect(joined.length).toBe(0xc000 + 100)
    expect(joined.subarray(48, 0x4000).every((byte) => byte === 0)).toBe(true)
    expect(splitMachO(joined).map((part) => Buffer.from(part))).toEqual([AMD64, ARM64])
  })

  test('is told from a class of Java, and described by what it is for', () => {
    expect(isUniversal(Buffer.from('cafebabe0000003d', 'hex'))).toBe(false)
    expect(inspectBinary(joinMachO([AMD64, ARM64]))).toMatchObject({ format: 'Mach-O', arch: 'all', build: undefined })
    expect(inspectBinary(joinMachO([AMD64, AMD64]))).toEqual({ format: 'unchecked', build: undefined })
  })

  test('is refused where it is cut off', () => {
    const joined = joinMachO([AMD64, ARM64])
    expect(() => splitMachO(joined.subarray(0, joined.length - 1))).toThrow(/not a whole Mach-O file/)
    expect(() => splitMachO(joined.subarray(0, 20))).toThrow(/not a whole Mach-O file/)
  })
})

describe('what the go command wrote into both', () => {
  const module = (path: string, version = 'v1.0.0') => ({ path, version, sum: 'h1:x' })
  const info = (arch: string, more: Partial<BuildInfo> = {}, settings: Readonly<Record<string, string>> = {}) => ({
    ...{ goVersion: 'go1.26.8', path: 'a', main: module('a'), deps: [module('d')] },
    ...more,
    settings: new Map(
      Object.entries({ GOARCH: arch, [`GO${arch.toUpperCase()}`]: 'v', 'vcs.revision': 'c', ...settings })
    )
  })

  test('is told once, with the modules of both', () => {
    const joined = joinBuildInfo([info('amd64', { deps: [module('e')] }), info('arm64')])
    expect(joined?.deps.map(({ path }) => path)).toEqual(['d', 'e'])
    expect([...(joined?.settings ?? [])]).toEqual([
      ['vcs.revision', 'c'],
      ['GOARCH', 'all']
    ])
  })

  test.each([
    ['another commit', info('arm64', {}, { 'vcs.revision': 'd' })],
    ['another program', info('arm64', { path: 'b' })],
    ['another Go', info('arm64', { goVersion: 'go1.26.9' })],
    ['no Go program', undefined]
  ])('is refused where one is of %s', (_, other) => {
    expect(() => joinBuildInfo([info('amd64'), other])).toThrow(/are of different builds/)
    expect(() => joinBuildInfo([other, info('amd64')])).toThrow(/are of different builds/)
  })

  test('is refused where they hold a module in two versions', () => {
    expect(() => joinBuildInfo([info('amd64'), info('arm64', { deps: [module('d', 'v2.0.0')] })])).toThrow(
      /hold d in different versions/
    )
  })
})
