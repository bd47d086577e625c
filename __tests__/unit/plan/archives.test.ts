import { describe, expect, test } from '@jest/globals'
import { formatTargetName, parseTarget } from '../../../src/go/target.ts'
import { USUAL_ARCHIVE, type ArchiveSettings } from '../../../src/model/archive-settings.ts'
import { refuseReleaseClashes } from '../../../src/plan/archive-names.ts'
import { describeArchiveFiles, listUnpacked, planArchives } from '../../../src/plan/archives.ts'
import { nameBaseline } from '../../../src/plan/baseline-names.ts'
import type { BuildPlan } from '../../../src/plan/builds.ts'

const RELEASE = { name: 'tool', version: '1.2.3' }

/** A plan of these targets, programs and entries of slipway.yaml. */
function pack(texts: readonly string[], names: readonly string[], entries: readonly Partial<ArchiveSettings>[]) {
  const targets = texts.map(parseTarget)
  const builds = targets.map((target): BuildPlan => ({
    ...{ target, argv: [], env: {} },
    binaries: names.map((name) => ({
      ...{ name, main: `example.com/${name}`, made: name },
      path: `bin/${formatTargetName(target)}/${name}${target.os === 'windows' ? '.exe' : ''}`
    }))
  }))
  const files = [{ from: 'LICENSE', to: 'LICENSE' }]
  const kinds = entries.map((settings) => ({ settings: { ...USUAL_ARCHIVE, ...settings }, files }))
  const archives = planArchives(targets, builds, RELEASE, kinds, { spdx: false })
  return { archives, builds, kinds, names: archives.map(({ name }) => name) }
}

describe('names', () => {
  test.each([
    [{}, ['tool_1.2.3_linux_armv6.tar.gz', 'tool_1.2.3_windows_amd64.zip', 'tool_1.2.3_linux_amd64v3.tar.gz']],
    [
      { format: 'tar.gz' },
      ['tool_1.2.3_linux_armv6.tar.gz', 'tool_1.2.3_windows_amd64.tar.gz', 'tool_1.2.3_linux_amd64v3.tar.gz']
    ],
    [
      { format: 'binary', formatOf: { windows: 'zip' } },
      ['tool_1.2.3_linux_armv6', 'tool_1.2.3_windows_amd64.zip', 'tool_1.2.3_linux_amd64v3']
    ],
    [
      { format: 'binary', name: '{program}-{os}-{arch}' },
      ['tool-linux-armv6', 'tool-windows-amd64.exe', 'tool-linux-amd64v3']
    ],
    [
      { name: '{name}-{os}-{arch}', spell: { linux: 'Linux', armv6: 'armhf', amd64: 'x86_64' } },
      ['tool-Linux-armhf.tar.gz', 'tool-windows-x86_64.zip', 'tool-Linux-x86_64v3.tar.gz']
    ]
  ] as const)('%j', (settings, expected) => {
    expect(pack(['linux/arm/v6', 'windows/amd64', 'linux/amd64/v3'], ['tool'], [settings]).names).toEqual(expected)
  })

  test('a word that names one program is refused for an archive of two', () => {
    expect(() => pack(['linux/amd64'], ['a', 'b'], [{ name: '{program}' }])).toThrow(
      'slipway.yaml: {program} names one program, and an archive for linux/amd64 holds a, b'
    )
  })
})

describe('several archives', () => {
  const split = [
    { programs: ['a'], name: 'a_{os}' },
    { programs: ['b', 'c'], name: 'rest_{os}', folder: 'rest-{version}' }
  ]

  test('hold what each of them names, below its folder', () => {
    const { archives } = pack(['linux/amd64', 'windows/amd64'], ['a', 'b', 'c'], split)
    expect(
      archives.map(({ name, binaries, files }) => [
        name,
        ...[...binaries.map(({ entry }) => entry), ...files.map(({ to }) => to)]
      ])
    ).toEqual([
      ['a_linux.tar.gz', 'a', 'LICENSE'],
      ['rest_linux.tar.gz', 'rest-1.2.3/b', 'rest-1.2.3/c', 'rest-1.2.3/LICENSE'],
      ['a_windows.zip', 'a.exe', 'LICENSE'],
      ['rest_windows.zip', 'rest-1.2.3/b.exe', 'rest-1.2.3/c.exe', 'rest-1.2.3/LICENSE']
    ])
  })

  test('a program in two of them has one SBOM', () => {
    const { archives } = pack(['linux/amd64'], ['a'], [{}, { format: 'zip' }, { format: 'binary' }])
    expect(archives.map(({ name, binaries }) => [name, binaries[0]?.sbom])).toEqual([
      ['tool_1.2.3_linux_amd64.tar.gz', 'a_1.2.3_linux_amd64.cdx.json'],
      ['tool_1.2.3_linux_amd64.zip', undefined],
      ['a_1.2.3_linux_amd64', undefined]
    ])
  })

  test('a program that nothing builds is refused, with the one that may be meant', () => {
    expect(() => pack(['linux/amd64'], ['server'], [{ programs: ['sever'] }])).toThrow(
      'slipway.yaml packs sever, which is not built; did you mean server?'
    )
  })

  test('a program in none of them is told', () => {
    const { builds, kinds } = pack(['linux/amd64'], ['a', 'b'], [{ programs: ['a'] }])
    expect(listUnpacked(builds, kinds)).toEqual([
      'built and not released, since no archive of slipway.yaml names it: b'
    ])
    expect(listUnpacked(builds, [...kinds, { settings: USUAL_ARCHIVE, files: [] }])).toEqual([])
  })
})

describe('two files of one name are refused in the plan', () => {
  const clash = (entries: readonly Partial<ArchiveSettings>[], names: readonly string[], targets = ['linux/amd64']) =>
    refuseReleaseClashes(pack(targets, names, entries).archives.flatMap(describeArchiveFiles))

  test.each([
    [
      'of two entries',
      [{}, {}],
      'named tool_1.2.3_linux_amd64.tar.gz: what is packed for linux/amd64, and what is packed for linux/amd64'
    ],
    [
      'of two targets',
      [{ name: '{name}' }],
      'named tool.tar.gz: what is packed for linux/amd64, and what is packed for linux/arm64'
    ],
    [
      'in case only',
      [{ name: 'Tool_{arch}' }, { name: 'tool_{arch}' }],
      'named tool_amd64.tar.gz and Tool_amd64.tar.gz'
    ],
    [
      'with an SBOM',
      [{ format: 'binary', name: 'a_{version}_{os}_{arch}.cdx.json' }],
      'named a_1.2.3_linux_amd64.cdx.json'
    ],
    [
      'of Slipway',
      [{ format: 'binary', name: 'checksums.txt' }],
      "named checksums.txt, as a file or folder of Slipway's own"
    ],
    ['of its output folder', [{ format: 'binary', name: 'Bin' }], "named Bin, as a file or folder of Slipway's own"]
  ] as const)('%s', (_, entries, message) => {
    expect(() => clash(entries, ['a'], ['linux/amd64', 'linux/arm64'])).toThrow(message)
  })

  test('in an archive, also where a folder is meant', () => {
    expect(() => pack(['linux/amd64'], ['license'], [{}])).toThrow(
      'tool_1.2.3_linux_amd64.tar.gz would hold the program license and the file LICENSE'
    )
  })
})

test('the baseline is looked for under the names of the project, and each program once', () => {
  const { builds, kinds } = pack(
    ['linux/amd64'],
    ['a'],
    [{ format: 'binary', name: '{program}-v{version}' }, { format: 'zip' }]
  )
  const [host] = builds.map(({ target }) => target)
  const baseline = { tag: 'v1.2.2', version: '1.2.2', commit: 'c', why: 'a test', from: undefined }
  if (!host) throw new Error('no target')
  expect(nameBaseline(baseline, host, { builds, name: 'tool', kinds })).toMatchObject({
    packed: [
      { name: 'a-v1.2.2', holds: [{ program: 'a', entry: '' }] },
      { name: 'tool_1.2.2_linux_amd64.zip', holds: [] }
    ]
  })
  expect(nameBaseline(baseline, host, { builds, name: 'tool', kinds: [{ settings: USUAL_ARCHIVE, files: [] }] })).toBe(
    baseline
  )
})
