import { describe, expect, test } from '@jest/globals'
import { readTargets } from '../../../src/init/goreleaser-targets.ts'
import { openSettings } from '../../../src/init/settings-file.ts'

const read = (build: string) => {
  const { root, listLeft } = openSettings(`build: ${build}\n`, '.goreleaser.yaml')
  const targets = readTargets(root.at('build'))
  return { targets, left: listLeft(() => ({ do: 'unread' })) }
}

describe('the targets of a build are those of GoReleaser', () => {
  test.each([
    ['{ x: 1 }', 'linux/amd64 linux/arm64 linux/386 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64 windows/386'],
    ['{ goos: [linux], goarch: [arm] }', 'linux/arm/v6'],
    ['{ goos: linux, goarch: [386, riscv64], go386: [softfloat] }', 'linux/386/softfloat linux/riscv64'],
    [
      '{ goos: [linux], goarch: [amd64, arm, mips], goamd64: [v1, v3], goarm: [6, 7], gomips: [hardfloat, softfloat] }',
      'linux/amd64 linux/amd64/v3 linux/arm/v6 linux/arm/v7 linux/mips linux/mips/softfloat'
    ],
    [
      '{ goos: [linux], goarch: [arm], goarm: [6, 7], ignore: [{ goos: linux, goarch: arm, goarm: 6 }] }',
      'linux/arm/v7'
    ],
    [
      '{ goos: [linux], goarch: [mips, amd64], gomips: [softfloat, hardfloat], ignore: [{ gomips: softfloat }] }',
      'linux/mips linux/amd64'
    ],
    [
      '{ goos: [linux], goarch: [amd64], goamd64: [v1, v2], ignore: [{ goarch: amd64, goamd64: v1 }] }',
      'linux/amd64/v2'
    ],
    [
      '{ goos: [linux, darwin], goarch: [amd64], ignore: [{ goos: darwin, goarm: 6 }, { goos: linux }] }',
      'darwin/amd64'
    ],
    [
      '{ targets: [linux_arm, linux_arm_7, linux_amd64_v1, windows_arm64, linux_mips_softfloat] }',
      'linux/arm/v6 linux/arm/v7 linux/amd64 windows/arm64 linux/mips/softfloat'
    ],
    [
      '{ targets: [go_first_class] }',
      'darwin/amd64 darwin/arm64 linux/386 linux/amd64 linux/arm/v6 linux/arm64 windows/386 windows/amd64'
    ],
    [
      '{ targets: [go_118_first_class, linux_amd64, linux_s390x] }',
      'darwin/amd64 darwin/arm64 linux/386 linux/amd64 linux/arm/v6 linux/arm64 windows/386 windows/amd64 linux/s390x'
    ]
  ])('%s', (build, targets) => {
    expect(read(build).targets.join(' ')).toBe(targets)
  })

  test('a combination that Go lacks is skipped, and a line says so', () => {
    const { targets, left } = read('{ goos: [linux, windows, darwin], goarch: [arm, s390x] }')
    expect(targets).toEqual(['linux/arm/v6', 'linux/s390x'])
    expect(left).toEqual([
      {
        setting: 'build.goarch',
        line: 1,
        advice: {
          same: expect.stringMatching(
            /^windows\/arm, windows\/s390x, darwin\/arm, darwin\/s390x: /
          ) as unknown as string
        }
      }
    ])
  })

  test.each([
    [
      '{ goos: [solaris], goarch: [sparc64, amd64] }',
      'build.goarch',
      /solaris\/sparc64 is not built: Go has no such port/
    ],
    ['{ goos: [android, linux], goarch: [amd64] }', 'build.goarch', /android\/amd64 is not built: .* cgo/],
    [
      '{ targets: ["linux_arm64_v9.0,lse"] }',
      'build.targets[0]',
      /linux\/arm64\/v9.0,lse is not built: Slipway knows no such target/
    ],
    ["{ targets: ['{{ .Runtime.Goos }}_amd64'] }", 'build.targets[0]', /names no target/],
    ["{ goos: ['{{ .Env.GOOS }}', linux] }", 'build.goos[0]', /names no platform/],
    ["{ goos: [linux], ignore: [{ goos: '{{ .Env.X }}' }] }", 'build.ignore[0].goos', /does not know what it ignores/],
    ['{ targets: [linux_amd64], goos: [darwin] }', 'build.goos[0]', /beside targets/],
    ['{ goos: [linux], goarch: [amd64], goarm: [7] }', 'build.goarm[0]', /no architecture/],
    ['{ goos: [linux], ignore: [{ goos: darwin }] }', 'build.ignore[0].goos', /fits no target/],
    ['{ goos: [linux], ignore: [{ goos: linux, goarch: arm64, foo: 1 }] }', 'build.ignore[0].foo', /unread/]
  ])('what is not carried over is listed: %s', (build, setting, advice) => {
    const found = read(build).left.find((left) => left.setting === setting)
    expect(found && Object.values(found.advice)[0]).toMatch(advice)
  })
})
