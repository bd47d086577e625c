import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Target } from '../../../src/model/nouns.ts'
import {
  DEFAULT_TARGETS,
  formatTarget,
  needsCgo,
  parseTarget,
  makeTargetEnv,
  formatTargetName,
  refuseUnknownVariants,
  findVariantSetting
} from '../../../src/go/target.ts'
import { parseTargets, findUnbuildable } from '../../../src/go/target-list.ts'

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  '386': ['sse2', 'softfloat'],
  amd64: ['v1', 'v2', 'v3', 'v4'],
  arm: ['v5', 'v6', 'v7'],
  arm64: [...Array(10).keys()].map((n) => `v8.${n}`).concat([...Array(6).keys()].map((n) => `v9.${n}`)),
  mips: ['hardfloat', 'softfloat'],
  mipsle: ['hardfloat', 'softfloat'],
  mips64: ['hardfloat', 'softfloat'],
  mips64le: ['hardfloat', 'softfloat'],
  ppc64: ['power8', 'power9', 'power10'],
  ppc64le: ['power8', 'power9', 'power10'],
  riscv64: ['rva20u64', 'rva22u64', 'rva23u64'],
  wasm: ['satconv', 'signext'],
  loong64: [],
  s390x: []
}
const EVERY = Object.entries(VARIANTS).flatMap(([arch, variants]) => [
  `linux/${arch}`,
  ...variants.map((variant) => `linux/${arch}/${variant}`)
])

describe('a target', () => {
  test.each<[string, Target, string, Record<string, string>]>([
    ['linux/amd64', { os: 'linux', arch: 'amd64' }, 'linux_amd64', { GOAMD64: 'v1' }],
    ['linux/amd64/v1', { os: 'linux', arch: 'amd64' }, 'linux_amd64', { GOAMD64: 'v1' }],
    ['linux/amd64/v3', { os: 'linux', arch: 'amd64', variant: 'v3' }, 'linux_amd64v3', { GOAMD64: 'v3' }],
    ['linux/arm', { os: 'linux', arch: 'arm', variant: 'v7' }, 'linux_armv7', { GOARM: '7' }],
    ['linux/arm/v6', { os: 'linux', arch: 'arm', variant: 'v6' }, 'linux_armv6', { GOARM: '6' }],
    ['linux/arm64/v8.0', { os: 'linux', arch: 'arm64' }, 'linux_arm64', { GOARM64: 'v8.0' }],
    ['linux/arm64/v9.2', { os: 'linux', arch: 'arm64', variant: 'v9.2' }, 'linux_arm64v9.2', { GOARM64: 'v9.2' }],
    ['windows/386', { os: 'windows', arch: '386' }, 'windows_386', { GO386: 'sse2' }],
    [
      'linux/386/softfloat',
      { os: 'linux', arch: '386', variant: 'softfloat' },
      'linux_386_softfloat',
      { GO386: 'softfloat' }
    ],
    [
      'linux/mips/softfloat',
      { os: 'linux', arch: 'mips', variant: 'softfloat' },
      'linux_mips_softfloat',
      { GOMIPS: 'softfloat' }
    ],
    ['linux/mips64le', { os: 'linux', arch: 'mips64le' }, 'linux_mips64le', { GOMIPS64: 'hardfloat' }],
    ['aix/ppc64/power9', { os: 'aix', arch: 'ppc64', variant: 'power9' }, 'aix_ppc64_power9', { GOPPC64: 'power9' }],
    [
      'linux/riscv64/rva22u64',
      { os: 'linux', arch: 'riscv64', variant: 'rva22u64' },
      'linux_riscv64_rva22u64',
      { GORISCV64: 'rva22u64' }
    ],
    ['js/wasm', { os: 'js', arch: 'wasm' }, 'js_wasm', { GOWASM: '' }],
    ['js/wasm/signext', { os: 'js', arch: 'wasm', variant: 'signext' }, 'js_wasm_signext', { GOWASM: 'signext' }],
    ['linux/s390x', { os: 'linux', arch: 's390x' }, 'linux_s390x', {}],
    [' darwin/arm64 ', { os: 'darwin', arch: 'arm64' }, 'darwin_arm64', { GOARM64: 'v8.0' }]
  ])('%s has its parts, its file name and its variables', (text, target, name, env) => {
    expect(parseTarget(text)).toStrictEqual(target)
    expect(formatTargetName(target)).toBe(name)
    expect(makeTargetEnv(target)).toStrictEqual({ GOOS: target.os, GOARCH: target.arch, ...env })
  })

  test.each([
    ['linux', 'os/arch'],
    ['', 'os/arch'],
    ['Linux/amd64', 'os/arch'],
    ['linux/amd64/v3/x', 'os/arch'],
    ['linux/../etc', 'os/arch'],
    ['linux/amd64/', 'variant ""'],
    ['linux/arm/7', 'variant "7"'],
    ['linux/arm/v8', 'variant "v8"'],
    ['linux/amd64/v5', 'variant "v5"'],
    ['linux/arm64/v9.6', 'variant "v9.6"'],
    ['linux/ppc64le/power11', 'variant "power11"'],
    ['linux/s390x/z13', 's390x has none']
  ])('%j is refused as input, and the message shows it', (text, seen) => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringContaining(seen) })
    )
  })

  test('is written the way it is read', () => {
    for (const text of EVERY) {
      const target = parseTarget(text)
      expect(parseTarget(formatTarget(target))).toStrictEqual(target)
    }
  })

  test('shares its file name with no other target', () => {
    const systems = ['linux', 'windows', 'android', 'js', 'wasip1', 'plan9']
    const all = new Set(EVERY.flatMap((text) => systems.map((os) => formatTarget({ ...parseTarget(text), os }))))
    const names = new Set([...all].map((text) => formatTargetName(parseTarget(text)).toLowerCase()))
    expect(names.size).toBe(all.size)
  })

  test('names in build info the variable that its variant sets', () => {
    const setting = (target: string, go = 'go1.26.8') => findVariantSetting(parseTarget(target), go)
    expect(setting('linux/arm/v6')).toStrictEqual(['GOARM', '6'])
    expect(setting('linux/amd64')).toStrictEqual(['GOAMD64', 'v1'])
    expect(setting('js/wasm')).toBeUndefined()
    expect(setting('linux/s390x')).toBeUndefined()
    // What GetArchEnv in cmd/go/internal/cfg of these releases knows.
    for (const [target, value] of [
      ['linux/arm64', ['GOARM64', 'v8.0']],
      ['linux/riscv64', ['GORISCV64', 'rva20u64']]
    ] as const) {
      for (const old of ['go1.20', 'go1.21.13', 'go1.22.12']) expect(setting(target, old)).toBeUndefined()
      expect(setting(target, 'go1.23.0')).toStrictEqual(value)
    }
    expect(setting('linux/amd64', 'go1.21.13')).toStrictEqual(['GOAMD64', 'v1'])
  })

  test('is refused where this Go does not know its variant, and would build another one', () => {
    const refuse = (target: string, go: string) => () => {
      refuseUnknownVariants([parseTarget('linux/amd64/v3'), parseTarget(target)], go)
    }
    expect(refuse('linux/arm64/v9.0', 'go1.22.12')).toThrow(
      'go1.22.12 does not know GOARM64, so it cannot build linux/arm64/v9.0'
    )
    expect(refuse('linux/arm64/v9.0', 'go1.23.0')).not.toThrow()
    expect(refuse('linux/arm64', 'go1.22.12')).not.toThrow()
    expect(refuse('linux/arm/v6', 'go1.20')).not.toThrow()
  })

  test('that Go links with a C linker only is known before any compile', () => {
    for (const text of ['android/amd64', 'android/arm', 'ios/arm64', 'ios/amd64']) {
      expect(needsCgo(parseTarget(text))).toContain('always needs cgo')
    }
    for (const target of [...DEFAULT_TARGETS, parseTarget('android/arm64')]) expect(needsCgo(target)).toBeUndefined()
  })

  test('is never read from text that is none, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(formatTargetName(parseTarget(text))).toMatch(/^[a-z0-9_.]+$/)
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure', kind: 'input' })
        }
      })
    )
  })
})

describe('a list of targets', () => {
  const known =
    'android/amd64\ndarwin/amd64\ndarwin/arm64\nlinux/amd64\nlinux/arm\nlinux/arm64\nwindows/amd64\nwindows/386\n'

  test('keeps its order and holds each target once', () => {
    expect(
      parseTargets(['linux/arm', 'linux/amd64/v1', 'linux/amd64', 'linux/arm/v7']).map(formatTarget)
    ).toStrictEqual(['linux/arm/v7', 'linux/amd64'])
  })

  test('reports all its mistakes at once', () => {
    expect(() => parseTargets(['linux', 'linux/amd64', 'linux/arm/9'])).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(/"linux" .*"linux\/arm\/9"/) })
    )
  })

  test.each([
    ['linux/amd46', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['macos/aarch64', 'darwin/arm64'],
    ['win/x86', 'windows/386'],
    ['linux/armhf', 'linux/arm']
  ])('%s is unknown to Go, and %s is what was meant', (text, meant) => {
    // Aliases hold underscores, which targets cannot; they come here as values.
    const [os = '', arch = ''] = text.split('/')
    expect(findUnbuildable([{ os, arch }], known)).toStrictEqual([
      `${text} is not a target of this Go; did you mean ${meant}?`
    ])
  })

  test('has no advice for what is like nothing that Go knows', () => {
    expect(findUnbuildable([{ os: 'templeos', arch: 'z80' }], known)).toStrictEqual([
      'templeos/z80 is not a target of this Go'
    ])
  })

  test('names what needs cgo, and passes what can be built', () => {
    expect(findUnbuildable(['linux/arm/v5', 'android/amd64', 'windows/386'].map(parseTarget), known)).toStrictEqual([
      expect.stringContaining('android/amd64 always needs cgo')
    ])
  })
})
