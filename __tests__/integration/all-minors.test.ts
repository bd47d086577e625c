import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MESH_CANARY } from '../bed/examples.ts'
import { makeRepository } from '../bed/module-repository.ts'
import { KUBERNETES as PINS } from '../../src/adapters/toolchain/pins.ts'
import { KUBERNETES_MINORS } from '../../src/config/kubernetes-minors.ts'
import { CRD_SETS } from '../../src/model/crd-sets.ts'
import { slipway } from '../fakes/cli.ts'
import { pidsUnder } from '../fakes/cluster/cluster-real.ts'
import { HARMLESS, widgets } from '../fakes/cluster/crd-mutations.ts'
import { workspace } from '../fakes/repository.ts'

// A Kubernetes that nobody has built here yet costs 13 CPU-minutes, so this is a full test.
jest.setTimeout(3_600_000)

const stack = new AsyncDisposableStack()
let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
  // mesh-canary has no CRD of its own: one that grows an optional field goes with it.
  const grown = widgets('canaries')
  HARMLESS.find(({ what }) => what === 'an optional field is added')?.change(grown)
  const versions = await Promise.all(
    MESH_CANARY.map(async (version, i) => {
      const layer = join(place, 'crds', version.tag)
      await mkdir(join(layer, 'crd'), { recursive: true })
      await writeFile(join(layer, 'crd/canaries.yaml'), JSON.stringify(i === 0 ? widgets('canaries') : grown))
      return { ...version, layers: [...version.layers, layer] }
    })
  )
  await makeRepository(join(place, 'mesh-canary'), versions)
})
afterAll(() => stack.disposeAsync())

interface Told {
  readonly outcome: string
  readonly clusters: readonly { readonly kubernetes: string; readonly server: string; readonly ms: number }[]
  readonly verdicts: readonly {
    readonly trial: { readonly suite: string; readonly kubernetes?: string; readonly with: { readonly set?: string } }
    readonly outcome: string
    readonly checks: readonly { readonly claim: string; readonly outcome: string }[]
    readonly ms: number
  }[]
  readonly broken: readonly unknown[]
}

test('one gate proves mesh-canary on every pinned Kubernetes side by side, and each comes to the same claims', async () => {
  const out = join(place, 'out')
  const flags = ['--targets', 'linux/amd64', '--cluster', 'control-plane', '--to', 'none', '--out', out]
  const asked = ['--kubernetes', KUBERNETES_MINORS.join(','), '--suites', 'smi,crd,workload']
  const started = Date.now()
  const ran = await slipway(['gate', ...flags, ...asked, '--smi-set', CRD_SETS.join(',')], {
    cwd: join(place, 'mesh-canary')
  })
  const text = await readFile(join(out, 'report/compatibility.json'), 'utf8')
  const told = JSON.parse(text) as Told
  const failed = (minor: string) =>
    told.verdicts
      .filter(({ trial }) => trial.kubernetes === minor)
      .flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed').map(({ claim }) => claim))
      .sort()
  // It speaks v1alpha4, which these two meshes do not serve: the same on every Kubernetes, and nothing else.
  const lacking = ['linkerd', 'osm'].map(
    (set) => `CRD set ${set} has split.smi-spec.io/v1alpha4, which the program speaks`
  )
  for (const minor of KUBERNETES_MINORS) expect([minor, failed(minor)]).toEqual([minor, lacking])
  expect({ ...ran, stdout: '' }).toMatchObject({ status: 5 })
  expect(told).toMatchObject({ outcome: 'failed', broken: [] })
  expect(new Map(told.clusters.map(({ kubernetes, server }) => [kubernetes, server]))).toEqual(
    new Map(KUBERNETES_MINORS.map((minor) => [minor, PINS[minor]?.version ?? '']))
  )

  /** What is claimed on one Kubernetes, by suite and CRD set. */
  const claims = (minor: string) =>
    told.verdicts
      .filter(({ trial }) => trial.kubernetes === minor)
      .map(({ trial, checks }) => [trial.suite, trial.with.set, checks.map(({ claim }) => claim).sort()])
      .sort()
  const [newest, ...others] = KUBERNETES_MINORS
  const suites = claims(newest).map(([suite]) => suite)
  expect(suites.filter((suite) => suite === 'smi')).toHaveLength(CRD_SETS.length)
  expect(suites).toEqual(expect.arrayContaining(['crd', 'workload']))
  for (const minor of others) expect(claims(minor)).toEqual(claims(newest))

  const checks = told.verdicts.reduce((sum, verdict) => sum + verdict.checks.length, 0)
  const ready = told.clusters.map(({ kubernetes, ms }) => `${kubernetes} ${(ms / 1000).toFixed(1)} s`).join(', ')
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${told.verdicts.length} verdicts, ${checks} checks in ${seconds} s; ready: ${ready}`)
  expect(pidsUnder(place)).toEqual([])
})
