import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { foreign, meshCanary, TRAEFIK_MESH } from '../bed/examples.ts'
import type { ReleaseManifest } from '../../src/report/manifest.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { git, workspace } from '../fakes/repository.ts'

const FULL = process.env['SLIPWAY_TEST'] === 'full'

// Compiled from nothing, each target takes minutes; with the build cache of an earlier run, seconds.
jest.setTimeout(1_800_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place: string
/** What nobody here wrote: a service mesh that speaks SMI, as the module proxy has it. */
let mesh: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
  mesh = join(place, 'mesh')
  await foreign(mesh, TRAEFIK_MESH)
})

interface PlanJson {
  readonly trials: {
    readonly work: readonly { readonly suite: string; readonly with: { readonly speaks?: string[] } }[]
  }
}

const speaks = async (folder: string): Promise<readonly string[] | undefined> => {
  const plan = JSON.parse(succeeded(await slipway(['plan', '--json'], { cwd: folder }))) as PlanJson
  return plan.trials.work.find(({ suite }) => suite === 'smi')?.with.speaks
}

describe('the SMI versions that a program speaks are read from what it imports', () => {
  test('traefik/mesh', async () => {
    expect(await speaks(mesh)).toEqual([
      'access.smi-spec.io/v1alpha2',
      'specs.smi-spec.io/v1alpha3',
      'split.smi-spec.io/v1alpha3'
    ])
  })

  test('mesh-canary, which moved on between its versions', async () => {
    const canary = join(place, 'canary')
    await meshCanary(canary)
    const of = async (tag: string) => {
      await git(canary, 'checkout', '--quiet', tag)
      return await speaks(canary)
    }
    expect(await of('v1.0.0')).toEqual(['split.smi-spec.io/v1alpha2'])
    expect(await of('v1.1.0')).toEqual(['split.smi-spec.io/v1alpha4'])
  })
})

describe('a program that nobody here wrote', () => {
  // Its hundreds of packages take two minutes of both cores a target, from nothing.
  const TARGETS = FULL
    ? ['darwin_amd64', 'darwin_arm64', 'linux_amd64', 'linux_arm64', 'linux_ppc64le']
    : ['linux_amd64']
  const WINDOWS = FULL ? ['windows_386', 'windows_amd64'] : ['windows_amd64']

  test(`is built for ${FULL ? 'all default targets' : 'two targets'}, each with the commit inside`, async () => {
    const given = FULL ? [] : ['--targets', 'linux/amd64,windows/amd64']
    const said = succeeded(await slipway(['build', ...given], { cwd: mesh }))

    const out = join(mesh, '.slipway')
    const archives = [...TARGETS.map((name) => `${name}.tar.gz`), ...WINDOWS.map((name) => `${name}.zip`)]
    const sboms = [...TARGETS, ...WINDOWS].map((name) => `${name}.cdx.json`)
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as ReleaseManifest
    expect(manifest.artifacts.map(({ name }) => name).sort()).toEqual(
      ['checksums.txt', ...[...archives, ...sboms].map((name) => `mesh_1.4.8_${name}`)].sort()
    )
    expect(await readdir(join(out, 'bin'))).toEqual([...TARGETS, ...WINDOWS])
    succeeded(await program(['sha256sum', '--check', '--quiet', 'checksums.txt'], { cwd: out }))
    expect(said.match(/^✓ build /gm)).toHaveLength(TARGETS.length + WINDOWS.length)

    const commit = await git(mesh, 'rev-parse', 'HEAD')
    for (const target of [...TARGETS, ...WINDOWS]) {
      const [os = '', arch = ''] = target.split('_')
      const file = `mesh${os === 'windows' ? '.exe' : ''}`
      const info = succeeded(await program(['go', 'version', '-m', file], { cwd: join(out, 'bin', target) }))
      for (const [key, value] of Object.entries({ GOOS: os, GOARCH: arch, 'vcs.revision': commit, CGO_ENABLED: '0' }))
        expect(info).toContain(`\tbuild\t${key}=${value}\n`)
      expect(info).toMatch(/\tmod\tgithub\.com\/traefik\/mesh\tv1\.4\.8\t/)
    }
  })

  test('passes a gate on a real Kubernetes API, which takes the finished build from where it lies', async () => {
    const said = succeeded(await slipway(['gate', '--targets', 'linux/amd64', '--kubernetes', '1.37'], { cwd: mesh }))

    expect(said).toMatch(/^= build +linux\/amd64/m)
    expect(said).toMatch(/^✓ prove +smi on 1\.37 .* all hold/m)
    expect(said).toMatch(/^✓ prove +workload drill on 1\.37 .* all hold; nothing of this project ran/m)
    expect(said).toMatch(/^✓ sign +rehearsal/m)
    expect(said).toMatch(/^- publish /m)
    const report = JSON.parse(await readFile(join(mesh, '.slipway/report/compatibility.json'), 'utf8')) as unknown
    expect(report).toMatchObject({
      outcome: 'passed',
      verdicts: [
        { trial: { suite: 'smi' }, outcome: 'passed', cluster: { server: expect.stringMatching(/^v1\.37\./) } }
      ],
      drills: [{ trial: { suite: 'workload' }, outcome: 'passed', cluster: { simulated: true } }],
      unproved: expect.arrayContaining([expect.objectContaining({ suite: 'workload' })])
    })
    expect(await readdir(join(mesh, '.slipway'))).not.toContain('checksums.txt.sigstore.json')
  })
})
