import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TEST_MINORS } from '../bed/test-tools.ts'
import { readKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts'
import { KUBERNETES as PINS } from '../../src/adapters/toolchain/pins.ts'
import type { Context } from '../../src/commands/context.ts'
import { Failure } from '../../src/base/errors.ts'
import type { InputName } from '../../src/config/inputs.ts'
import { main } from '../../src/main.ts'
import { runTogether } from '../../src/base/parallel.ts'
import { CRD_SETS } from '../../src/model/crd-sets.ts'
import { proveSmi } from '../../src/suites/smi/smi.ts'
import {
  BOOT_MS,
  folder,
  KUBERNETES,
  ok,
  pidsUnder,
  realClusters,
  realToolchain
} from '../fakes/cluster/cluster-real.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { recordingHost, type RecordingHost } from '../fakes/children/recording-host.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(300_000)
const VERSIONS = TEST_MINORS
const never = new AbortController().signal
const stack = new AsyncDisposableStack()
let place: string
let path: string
beforeAll(async () => {
  path = stack.use(await folder()).path
  place = stack.use(await workspace()).path
  await repository(join(place, 'work'), HELLO)
  const tools = realToolchain(path)
  for (const version of VERSIONS) await tools.tool('kube-apiserver', version, never)
}, BOOT_MS)
afterAll(() => stack.disposeAsync(), 60_000)

test('every pinned Kubernetes boots, all side by side, each on a port of its own, and takes every CRD set', async () => {
  const clusters = realClusters(path)
  await using scope = new AsyncDisposableStack()
  const made = await runTogether(never, (start) =>
    Promise.all(
      VERSIONS.map((version) => start((signal) => clusters.create(version, signal).then((made) => scope.use(made))))
    )
  )
  expect(made.map(({ server }) => server)).toEqual(VERSIONS.map((version) => PINS[version]?.version))
  const servers = await Promise.all(
    made.map(async ({ kubeconfig }) => (await readKubeconfig(kubeconfig, (file) => readFile(file))).connection.server)
  )
  expect(servers.every(({ hostname }) => hostname === '127.0.0.1')).toBe(true)
  expect(new Set(servers.map(({ port }) => port)).size).toBe(VERSIONS.length)
  for (const { api, kubectl, server } of made) {
    expect(ok(await api.call('GET', '/version'))).toMatchObject({ gitVersion: server })
    const own = succeeded(await program([kubectl, 'version', '--client', '--output=json'], { cwd: place }))
    expect(JSON.parse(own)).toMatchObject({ clientVersion: { gitVersion: server } })
  }
  // suites.test.ts has them one by one on its own version.
  const failed = await Promise.all(
    made.map(async (cluster) => {
      if (cluster.server === PINS[KUBERNETES]?.version) return []
      const claims: string[] = []
      for (const set of CRD_SETS) {
        const trial = { suite: 'smi' as const, kubernetes: cluster.server, with: { set } }
        const { checks } = await proveSmi(cluster, trial, never)
        expect(checks.length).toBeGreaterThan(30)
        for (const { claim, outcome, seen } of checks)
          if (outcome === 'failed') claims.push(`${cluster.server}, ${set}: ${claim}: ${seen}`)
      }
      return claims
    })
  )
  expect(failed.flat()).toEqual([])
  await scope.disposeAsync()
  expect(pidsUnder(path)).toEqual([])
})

/** A gate of HELLO on every version, in this process. */
async function gate(
  host: RecordingHost,
  change: (context: Context) => Context = (context) => context
): Promise<number> {
  const flags: Partial<Record<InputName, string>> = {
    out: join(place, 'out'),
    targets: 'linux/amd64',
    kubernetes: VERSIONS.join(','),
    cluster: 'control-plane',
    suites: 'smi'
  }
  const read = (name: InputName) => {
    const text = flags[name]
    return text === undefined ? undefined : { text, from: `--${name}` }
  }
  return await main(
    () => ({ command: 'gate', operands: [], read }),
    () => host,
    { print: () => undefined },
    {
      change: (context) => {
        const work = join(place, 'work')
        const surroundings = { ...context.surroundings, event: { kind: 'local' as const } }
        return change({ ...context, cwd: work, surroundings, buildEnv: () => context.buildEnv(work) })
      }
    }
  )
}

const report = async (name: string): Promise<string> => readFile(join(place, 'out/report', name), 'utf8')
/** The one that breaks, and the others. */
const broken = VERSIONS.at(-1) ?? ''
const whole = VERSIONS.slice(0, -1)

test('a version without a cluster is told beside the verdicts of the others, and stops the run', async () => {
  const host = recordingHost()
  const status = await gate(host, (context) => ({
    ...context,
    clusters: (...asked) => ({
      async create(kubernetes, signal) {
        if (kubernetes === broken) throw new Failure('command', 'etcd ended with exit status 1', { hint: 'Its log.' })
        return await context.clusters(...asked).create(kubernetes, signal)
      }
    })
  }))
  expect(status).toBe(4)
  expect(host.lines.at(-1)).toBe(`error: smi on ${broken}: no verdict: etcd ended with exit status 1\nIts log.`)
  expect(JSON.parse(await report('compatibility.json'))).toMatchObject({
    outcome: 'failed',
    clusters: whole.map((kubernetes) => ({ kubernetes, ms: expect.any(Number) })),
    verdicts: whole.map((kubernetes) => ({ trial: { kubernetes }, outcome: 'passed' })),
    broken: [{ trial: { kubernetes: broken }, kind: 'command', message: 'etcd ended with exit status 1' }]
  })
  expect(await report('junit.xml')).toContain('<error message="etcd ended with exit status 1">')
  expect(await report('summary.md')).toContain(`| smi | ${broken} |  |  | **none** |  |`)
})

test('the next run proves what is missing alone, and the report has every version with their times', async () => {
  const host = recordingHost()
  const status = await gate(host)
  expect(host.lines.filter((line) => line.startsWith('error'))).toEqual([])
  expect(status).toBe(0)
  expect(host.events.filter((event) => /^done (cluster|prove)|^reused prove/.test(event)).sort()).toEqual([
    `done cluster Kubernetes ${broken}`,
    `done prove smi on ${broken}`,
    ...whole.map((kubernetes) => `reused prove smi on ${kubernetes}`).sort()
  ])
  const told = JSON.parse(await report('compatibility.json')) as { verdicts: { checks: unknown[]; ms: number }[] }
  expect(told).toMatchObject({
    outcome: 'passed',
    clusters: [{ kubernetes: broken, server: PINS[broken]?.version }],
    verdicts: VERSIONS.map((version) => ({ cluster: { server: PINS[version]?.version }, outcome: 'passed' })),
    broken: []
  })
  for (const { checks, ms } of told.verdicts) {
    expect(checks.length).toBeGreaterThan(100)
    expect(ms).toBeGreaterThan(0)
  }
  const summary = await report('summary.md')
  for (const version of VERSIONS) expect(summary).toContain(`| smi | ${PINS[version]?.version} | control-plane |`)
  const releases = VERSIONS.map((version) => PINS[version]?.version).join(', ')
  expect(host.lines.join('\n').replaceAll(/ +/g, ' ')).toContain(
    `cluster control-plane, Kubernetes ${releases} (cluster is`
  )
})
