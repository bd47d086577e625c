import { describe, expect, test } from '@jest/globals'
import type { BuildInfo } from '../../../src/go/inspect/build-info.ts'
import { formatGolangPurl } from '../../../src/package/purl.ts'
import type { LinkedBinary } from '../../../src/package/parts.ts'
import { sbom } from '../../../src/package/sbom.ts'
import { spdx } from '../../../src/package/spdx.ts'

const buildInfo: BuildInfo = {
  goVersion: 'go1.26.8 X:jsonv2',
  path: 'example.com/mesh/cmd/mesh',
  main: { path: 'example.com/mesh', version: 'v1.2.3', sum: '' },
  deps: [
    { path: 'github.com/BurntSushi/toml', version: 'v1.5.0', sum: 'h1:toml=' },
    { path: 'example.com/zeta', version: 'v2.0.0+incompatible', sum: 'h1:zeta=' },
    {
      path: 'example.com/old',
      version: 'v1.0.0',
      sum: '',
      replace: { path: 'example.com/new', version: 'v1.1.0', sum: 'h1:new=' }
    },
    { path: 'example.com/local', version: 'v0.1.0', sum: '', replace: { path: './local', version: '(devel)', sum: '' } }
  ],
  settings: new Map([
    ['vcs.revision', 'c0ffee'],
    ['-tags', 'netgo']
  ])
}
const subject: LinkedBinary = {
  name: 'mesh',
  version: '1.2.3',
  committedAt: '2026-01-02T03:04:05Z',
  target: { os: 'linux', arch: 'arm', variant: 'v7' },
  sha256: 'ab'.repeat(32),
  buildInfo,
  licensed: { ids: ['MIT'] },
  vendored: undefined,
  licences: new Map([
    ['github.com/BurntSushi/toml@v1.5.0', { ids: ['MIT'] }],
    ['example.com/old@v1.0.0', { ids: ['MIT', 'Apache-2.0'], unknown: 'LICENSE holds 99 words beside MIT' }],
    ['example.com/local@v0.1.0', { ids: [], unknown: 'there is no licence file' }]
  ])
}

interface Document {
  readonly serialNumber: string
  readonly metadata: { readonly timestamp: string; readonly component: Readonly<Record<string, unknown>> }
  readonly components: readonly Readonly<Record<string, unknown>>[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}
const read = (of: LinkedBinary): Document => JSON.parse(sbom(of)) as Document

describe('an SBOM', () => {
  test('names the program, its module, its commit and its bytes', () => {
    expect(read(subject).metadata).toMatchObject({
      timestamp: '2026-01-02T03:04:05.000Z',
      component: {
        type: 'application',
        name: 'mesh',
        version: '1.2.3',
        purl: 'pkg:golang/example.com/mesh@v1.2.3?goarch=arm&goos=linux#cmd/mesh',
        hashes: [{ alg: 'SHA-256', content: 'ab'.repeat(32) }],
        properties: [
          { name: 'slipway:go:package', value: 'example.com/mesh/cmd/mesh' },
          { name: 'slipway:go:tags', value: 'netgo' },
          { name: 'slipway:target', value: 'linux/arm/v7' },
          { name: 'slipway:vcs:revision', value: 'c0ffee' }
        ]
      }
    })
  })

  test('names every module that is linked in, what really was used for a replaced one, and the standard library', () => {
    const { components } = read(subject)
    expect(components.map(({ name, version, purl, properties }) => [name, version, purl, properties])).toEqual([
      [
        'example.com/local',
        undefined,
        undefined,
        [
          { name: 'slipway:go:folder', value: './local' },
          { name: 'slipway:go:replaces', value: 'example.com/local@v0.1.0' },
          { name: 'slipway:licence:unknown', value: 'there is no licence file' }
        ]
      ],
      [
        'example.com/new',
        'v1.1.0',
        'pkg:golang/example.com/new@v1.1.0',
        [
          { name: 'slipway:go:replaces', value: 'example.com/old@v1.0.0' },
          { name: 'slipway:go:sum', value: 'h1:new=' },
          { name: 'slipway:licence:unknown', value: 'LICENSE holds 99 words beside MIT' }
        ]
      ],
      [
        'example.com/zeta',
        'v2.0.0+incompatible',
        'pkg:golang/example.com/zeta@v2.0.0%2Bincompatible',
        [{ name: 'slipway:go:sum', value: 'h1:zeta=' }]
      ],
      [
        'github.com/BurntSushi/toml',
        'v1.5.0',
        'pkg:golang/github.com/BurntSushi/toml@v1.5.0',
        [{ name: 'slipway:go:sum', value: 'h1:toml=' }]
      ],
      ['stdlib', 'go1.26.8 X:jsonv2', 'pkg:golang/stdlib@1.26.8', undefined]
    ])
    // An h1 sum is of no file, so it must not pass for a file's hash.
    expect(components.every((component) => !('hashes' in component))).toBe(true)
  })

  test('names the licences whose texts lie in a module, as what its authors declare, and no choice between them', () => {
    const licences = (name: string) => read(subject).components.find((one) => one['name'] === name)?.['licenses']
    const declared = (id: string) => ({ license: { id, acknowledgement: 'declared' } })
    expect(licences('example.com/new')).toEqual([declared('Apache-2.0'), declared('MIT')])
    expect(licences('example.com/local')).toBeUndefined()
    expect(licences('stdlib')).toEqual([declared('BSD-3-Clause')])
    expect(read(subject).metadata.component['licenses']).toEqual([declared('MIT')])
  })

  test('says that the program depends on all of them', () => {
    const { dependencies, components } = read(subject)
    expect(dependencies.find(({ ref }) => ref === 'program')?.dependsOn).toHaveLength(components.length)
  })

  test('is the same text for the same binary, and has another serial number for any other', () => {
    expect(sbom({ ...subject, buildInfo: { ...buildInfo, deps: [...buildInfo.deps].reverse() } })).toBe(sbom(subject))
    const numbers = [subject, { ...subject, sha256: 'cd'.repeat(32) }, { ...subject, name: 'mesh2' }].map(
      (of) => read(of).serialNumber
    )
    expect(new Set(numbers).size).toBe(3)
    for (const number of numbers)
      expect(number).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('gives no module version to what was built from a changed folder', () => {
    const devel = {
      ...buildInfo,
      main: { path: 'example.com/mesh', version: '(devel)', sum: '' },
      path: 'example.com/mesh'
    }
    expect(read({ ...subject, buildInfo: devel }).metadata.component['purl']).toBe(
      'pkg:golang/example.com/mesh?goarch=arm&goos=linux'
    )
  })
})

test('an SBOM of SPDX is the same text for the same binary, and has another namespace for any other', () => {
  expect(spdx({ ...subject, buildInfo: { ...buildInfo, deps: [...buildInfo.deps].reverse() } })).toBe(spdx(subject))
  const namespace = (of: LinkedBinary) =>
    (JSON.parse(spdx(of)) as Readonly<Record<string, string>>)['documentNamespace']
  expect(namespace({ ...subject, sha256: 'cd'.repeat(32) })).not.toBe(namespace(subject))
  expect(namespace(subject)).not.toBe(read(subject).serialNumber)
})

test('a package URL escapes what the form gives a meaning', () => {
  expect(formatGolangPurl('a.com/~x/b c', 'v1+2@3', { q: 'a&b' }, 'd/e#f')).toBe(
    'pkg:golang/a.com/~x/b%20c@v1%2B2%403?q=a%26b#d/e%23f'
  )
})
