import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argoRollouts } from '../bed/examples.ts'
import type { Verdict } from '../../src/model/nouns.ts'
import { slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'

// Two controllers of 90 MB: a quarter of an hour of two cores where nothing of them was compiled before.
jest.setTimeout(3_600_000)

describe('Argo Rollouts v1.10.0, after v1.9.0', () => {
  const stack = new AsyncDisposableStack()
  let place: string
  let ran: Ran
  let verdicts: readonly Verdict[]

  const gate = (repository: string): Promise<Ran> => {
    const flags = ['--targets', 'linux/amd64', '--kubernetes', '1.37', '--cluster', 'control-plane', '--to', 'none']
    return slipway(['gate', ...flags, '--out', join(place, 'out')], { cwd: join(place, repository) })
  }
  const report = async (): Promise<readonly Verdict[]> => {
    const told = await readFile(join(place, 'out/report/compatibility.json'), 'utf8')
    return (JSON.parse(told) as { verdicts: Verdict[] }).verdicts
  }
  const of = (suite: string, subject?: string) =>
    verdicts.find(({ trial }) => trial.suite === suite && trial.subject === subject)

  beforeAll(async () => {
    place = stack.use(await workspace()).path
    expect(await argoRollouts(join(place, 'as-it-is'))).toHaveLength(2)
    ran = await gate('as-it-is')
    verdicts = await report()
    const seconds = verdicts.map(({ trial, ms }) => `${trial.suite} ${trial.subject ?? ''} ${(ms / 1000).toFixed(1)} s`)
    console.log(seconds.join(', '))
  }, 3_600_000)
  afterAll(() => stack.disposeAsync())

  test('goes through crd, smi, surface and workload in one run, its baseline built from source', () => {
    expect(ran.status).toBe(5)
    expect(ran.stdout).toMatch(/✓ baseline +v1\.9\.0 .*compiled with go1\.24\.\d+ for linux\/amd64 from commit/)
    expect(verdicts.map(({ trial }) => [trial.suite, trial.subject ?? ''].join(' ').trim()).sort()).toEqual([
      'crd',
      'smi',
      'surface',
      'workload',
      'workload canary'
    ])
  })

  test('two definitions have outgrown kubectl apply, which its documents still tell people to use', async () => {
    const failed = of('crd')?.checks.filter(({ outcome }) => outcome === 'failed')
    expect(failed?.map(({ claim }) => claim)).toEqual([
      'analysisruns.argoproj.io of N can be applied as that of N-1 could',
      'rollouts.argoproj.io of N can be applied as that of N-1 could'
    ])
    for (const { seen } of failed ?? []) expect(seen).toMatch(/^2\d{5} bytes, and [56]\d{4} at v1\.9\.0: kubectl apply/)
    const installation = await readFile(join(place, 'as-it-is/docs/installation.md'), 'utf8')
    expect(installation).toContain('kubectl apply -n argo-rollouts -f')
  })

  test('two flags have another default, which a minor step does not tell', () => {
    const failed = of('surface')?.checks.filter(({ outcome }) => outcome === 'failed')
    expect(failed?.map(({ seen }) => seen)).toEqual([
      'needs a major step: --traefik-api-group: its default was traefik.containo.us and is traefik.io; ' +
        '--traefik-api-version: its default was traefik.containo.us/v1alpha1 and is traefik.io/v1alpha1'
    ])
  })

  test('no false alarm: the SMI APIs work, and a canary that v1.10.0 began is kept by v1.9.0', () => {
    expect([of('smi')?.outcome, of('workload')?.outcome]).toEqual(['passed', 'passed'])
    const canary = of('workload', 'canary')
    expect(canary?.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    const claims = canary?.checks.map(({ claim }) => claim).join('\n')
    expect(claims).toContain(
      'rollback to v1.9.0: trafficsplits.split.smi-spec.io/web is there with {.spec.backends[*].weight} = "25 75"'
    )
    expect(claims).toContain('the API refuses rollouts-controller nothing more, as argo-rollouts')
  })

  test('what its maintainers know of and say in slipway.yaml is no finding any more', async () => {
    const known = (yaml: string) =>
      `${yaml}  accepted: [--traefik-api-group, --traefik-api-version]\ncrds: { apply: server-side }\n`
    await argoRollouts(join(place, 'known'), known)
    const said = succeeded(await gate('known'))
    expect(said).toMatch(/= baseline +v1\.9\.0 .*reused/)
    verdicts = await report()
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(verdicts.map(() => 'passed'))
    expect(of('crd')?.checks.map(({ claim }) => claim)).toContain(
      'rollouts.argoproj.io of N can be applied with --server-side, and only so'
    )
  })
})
