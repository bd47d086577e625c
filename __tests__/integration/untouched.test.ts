import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ACTIONLINT, ACTIONLINT_BEFORE, TRAEFIK_MESH } from '../bed/examples.ts'
import { downloadModule, makeRepository, moduleVersion, type Module } from '../bed/module-repository.ts'
import type { Verdict } from '../../src/model/nouns.ts'
import { slipway, type Ran } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'

// Programs that nobody here wrote or broke, without a slipway.yaml: what Slipway does by itself must raise no alarm.
jest.setTimeout(3_600_000)

const stack = new AsyncDisposableStack()
let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})
afterAll(() => stack.disposeAsync())

/** Gates the later of two releases; of one alone, the same bytes are released again. */
async function gate(name: string, older: Module, newer: Module, tag = newer.version) {
  const [before, after] = await Promise.all([downloadModule(older), downloadModule(newer)])
  const later = moduleVersion(after)
  await makeRepository(join(place, name), [
    moduleVersion(before),
    // A day later: the same content is a commit of its own.
    { ...later, tag, date: new Date(Date.parse(later.date) + 86_400_000).toISOString().replace('.000', '') }
  ])
  const flags = ['--targets', 'linux/amd64', '--kubernetes', '1.37', '--cluster', 'control-plane', '--to', 'none']
  const ran: Ran = await slipway(['gate', ...flags, '--out', join(place, `${name}-out`)], { cwd: join(place, name) })
  // Status 5 is a verdict; anything else kept it from one.
  if (ran.status !== 0 && ran.status !== 5) throw new Error(ran.stdout + ran.stderr)
  const told = await readFile(join(place, `${name}-out/report/compatibility.json`), 'utf8')
  const { verdicts } = JSON.parse(told) as { readonly verdicts: readonly Verdict[] }
  const failed = verdicts.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed'))
  const alarms = failed.map(({ claim, seen }) => `${claim}: ${seen}`)
  const suites = verdicts.map(({ trial, checks }) => `${trial.suite} ${checks.length}`)
  console.log(`${name}: ${alarms.length} alarms in ${suites.join(', ')} checks`, ...alarms)
  return { ran, alarms, suites: verdicts.map(({ trial }) => trial.suite) }
}

describe('no alarm is raised over', () => {
  test('Traefik Mesh, released again as it is', async () => {
    const { ran, alarms, suites } = await gate('traefik-mesh', TRAEFIK_MESH, TRAEFIK_MESH, 'v1.4.9')
    expect(alarms).toEqual([])
    expect(ran.status).toBe(0)
    expect(suites).toEqual(['smi', 'surface'])
  })

  test('actionlint, one patch further', async () => {
    const { ran, alarms, suites } = await gate('actionlint', ACTIONLINT_BEFORE, ACTIONLINT)
    expect(alarms).toEqual([])
    expect(ran.status).toBe(0)
    expect(suites).toEqual(['surface'])
  })
})
