import { describe, expect, test } from '@jest/globals'
import semver from 'semver'
import { RECIPES } from '../../../../scripts/pins/building.ts'
import { BUILT } from '../../../../src/adapters/toolchain/built.ts'
import { findWantedTool } from '../../../../src/adapters/toolchain/wanted.ts'
import {
  COSIGN,
  DEFAULT_GO,
  GO_SUMS,
  KIND,
  KUBERNETES,
  type DownloadPin
} from '../../../../src/adapters/toolchain/pins.ts'
import { KUBERNETES_MINORS } from '../../../../src/config/kubernetes-minors.ts'

const linux = { os: 'linux', arch: 'amd64' }

const downloads: readonly (readonly [string, string, DownloadPin])[] = [
  ...Object.entries(COSIGN.downloads).map(([target, pin]) => [target, COSIGN.version, pin] as const),
  ...Object.values(KUBERNETES).flatMap(({ version, kubectl }) =>
    Object.entries(kubectl).map(([target, pin]) => [target, version, pin] as const)
  )
]

describe('pins', () => {
  test.each(downloads)(
    'the download for %s of %s is https, names version and platform, and has a digest',
    (target, version, pin) => {
      const [os = '', arch = ''] = target.split('/')
      expect(pin.url).toMatch(/^https:\/\//)
      for (const part of [version, os, arch]) expect(pin.url).toContain(part)
      expect(pin.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(pin.readAt).not.toBe('')
    }
  )

  test('no two downloads share a digest', () => {
    expect(new Set(downloads.map(([, , { sha256 }]) => sha256)).size).toBe(downloads.length)
  })

  test('every module and toolchain sum is a whole h1 sum', () => {
    const sums = [
      ...Object.values(GO_SUMS),
      COSIGN.module.sum,
      ...Object.values(KUBERNETES).map(({ module }) => module.sum)
    ]
    for (const sum of sums) {
      expect(sum).toMatch(/^h1:[A-Za-z0-9+/]{43}=$/)
    }
    expect(new Set(sums).size).toBe(sums.length)
    expect(DEFAULT_GO).toMatch(/^go1\.\d+\.\d+$/)
  })

  test('each Kubernetes release and node image belongs to the minor it is listed under', () => {
    for (const [minor, { version, module, kubectl, supported }] of Object.entries(KUBERNETES)) {
      expect(version.startsWith(`v${minor}.`)).toBe(true)
      expect(module.version).toBe(version)
      expect(Object.keys(kubectl)).toEqual(['linux/amd64', 'linux/arm64'])
      expect(supported).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    for (const [minor, { version }] of Object.entries(KIND.images)) expect(version.startsWith(`v${minor}.`)).toBe(true)
  })

  test('control planes and kind have the same minors, those of the one list, newest first', () => {
    expect(Object.keys(KUBERNETES)).toEqual(KUBERNETES_MINORS)
    expect(Object.keys(KIND.images)).toEqual(KUBERNETES_MINORS)
    expect(KUBERNETES_MINORS.map((minor) => `${minor}.0`)).toEqual(
      semver.rsort(KUBERNETES_MINORS.map((minor) => `${minor}.0`))
    )
  })
})

describe('looking a tool up', () => {
  test('a Kubernetes tool without a version is the newest minor', () => {
    expect(findWantedTool('kubectl', undefined, linux)).toMatchObject({
      version: 'v1.37.1',
      fitting: { minor: '1.37' }
    })
  })

  test.each([
    ['1.37', 'v1.37.1', 'v3.7.0'],
    ['1.36', 'v1.36.4', 'v3.6.8'],
    ['1.35', 'v1.35.8', 'v3.6.5'],
    ['1.34', 'v1.34.4', 'v3.6.4']
  ])('etcd of Kubernetes %s is that of %s and has a version of its own, %s', (minor, version, etcd) => {
    expect(findWantedTool('etcd', minor, linux)).toMatchObject({ version, says: etcd })
  })

  test.each(['1.33', '1.38', '__proto__', '1.37.1', ''])('Kubernetes %j is refused with what is offered', (version) => {
    expect(() => findWantedTool('kube-apiserver', version, linux)).toThrow(
      expect.objectContaining({ kind: 'input', hint: 'Offered: 1.37, 1.36, 1.35, 1.34.' })
    )
  })

  test('another cosign than the pinned one is refused', () => {
    expect(() => findWantedTool('cosign', 'v2.0.0', linux)).toThrow(expect.objectContaining({ kind: 'input' }))
  })

  test('a control plane is not built for macOS, and cosign is', () => {
    const mac = { os: 'darwin', arch: 'arm64' }
    expect(findWantedTool('kube-apiserver', '1.37', mac).module).toBeUndefined()
    expect(findWantedTool('cosign', undefined, mac).module).toBeDefined()
  })

  test('recipes of two releases differ, so one is never taken for the other', () => {
    const recipe = (minor: string) => findWantedTool('etcd', minor, linux).module?.recipe.digest
    expect(recipe('1.37')).toBe(recipe('1.37'))
    expect(new Set(KUBERNETES_MINORS.map(recipe)).size).toBe(KUBERNETES_MINORS.length)
  })

  test('a digest of what a module makes is one of the recipe of now: after a change, npm run built makes it anew', () => {
    for (const [name, { recipe, sha256 }] of Object.entries(BUILT)) {
      expect([name, recipe]).toEqual([name, RECIPES[name]?.digest])
      for (const [platform, digest] of Object.entries(sha256))
        expect([name, platform, digest]).toEqual([
          name,
          expect.stringMatching(/^(linux|darwin|windows)\/(amd64|arm64)$/),
          expect.stringMatching(/^[0-9a-f]{64}$/)
        ])
    }
    const all = Object.values(BUILT).flatMap(({ sha256 }) => Object.values(sha256))
    expect(new Set(all).size).toBe(all.length)
  })
})
