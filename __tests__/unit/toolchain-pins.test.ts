import { describe, expect, test } from '@jest/globals'
import { wantedTool } from '../../src/adapters/toolchain/wanted.ts'
import { COSIGN, DEFAULT_GO, GO_SUMS, KUBERNETES, type DownloadPin } from '../../src/adapters/toolchain/pins.ts'

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

  test('each Kubernetes release belongs to the minor it is listed under', () => {
    for (const [minor, { version, module }] of Object.entries(KUBERNETES)) {
      expect(version.startsWith(`v${minor}.`)).toBe(true)
      expect(module.version).toBe(version)
    }
  })
})

describe('looking a tool up', () => {
  test('a Kubernetes tool without a version is the newest minor', () => {
    expect(wantedTool('kubectl', undefined, linux)).toMatchObject({ version: 'v1.37.1', fitting: { minor: '1.37' } })
  })

  test('etcd comes with its Kubernetes and has a version of its own', () => {
    expect(wantedTool('etcd', '1.34', linux)).toMatchObject({ version: 'v1.34.4', says: 'v3.6.4' })
  })

  test.each(['1.36', '__proto__', '1.37.1', ''])('Kubernetes %j is refused with what is offered', (version) => {
    expect(() => wantedTool('kube-apiserver', version, linux)).toThrow(
      expect.objectContaining({ kind: 'input', hint: expect.stringContaining('1.37, 1.34') as unknown })
    )
  })

  test('another cosign than the pinned one is refused', () => {
    expect(() => wantedTool('cosign', 'v2.0.0', linux)).toThrow(expect.objectContaining({ kind: 'input' }))
  })

  test('a control plane is not built for macOS, and cosign is', () => {
    const mac = { os: 'darwin', arch: 'arm64' }
    expect(wantedTool('kube-apiserver', '1.37', mac).module).toBeUndefined()
    expect(wantedTool('cosign', undefined, mac).module).toBeDefined()
  })

  test('recipes of two releases differ, so one is never taken for the other', () => {
    const recipe = (minor: string) => wantedTool('etcd', minor, linux).module?.recipe.digest
    expect(recipe('1.37')).toBe(recipe('1.37'))
    expect(recipe('1.37')).not.toBe(recipe('1.34'))
  })
})
