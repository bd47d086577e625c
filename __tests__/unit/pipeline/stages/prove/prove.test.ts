import { unsandboxed } from '../../../../fakes/sandbox/own.ts'
import { beforeEach, expect, test } from '@jest/globals'
import pLimit from 'p-limit'
import { Failure } from '../../../../../src/base/errors.ts'
import { ledger as ledgerIn, NO_LEDGER, type Ledger, type Step } from '../../../../../src/steps/ledger.ts'
import type { Proof, Trial, Verdict } from '../../../../../src/model/nouns.ts'
import type { Plan } from '../../../../../src/plan/plan.ts'
import type { Clusters } from '../../../../../src/model/ports/kubernetes.ts'
import type { Files } from '../../../../../src/model/ports/files.ts'
import { proveAll, type ProofTools } from '../../../../../src/pipeline/stages/prove/prove.ts'
import { requireAllPassed } from '../../../../../src/pipeline/stages/prove/all-passed.ts'
import { proveOnce } from '../../../../../src/pipeline/stages/prove/verdict-record.ts'
import { NO_SOURCES } from '../../../../../src/crds/files.ts'
import { timeline } from '../../../../../src/steps/timeline.ts'
import type { BuildPlan } from '../../../../../src/plan/builds.ts'
import { fakeClusters } from '../../../../fakes/cluster/clusters.ts'
import { memoryFiles } from '../../../../fakes/files.ts'
import { recordingHost } from '../../../../fakes/children/recording-host.ts'

const VERSIONS = ['1.34', '1.36', '1.37']
const trials = VERSIONS.map((kubernetes): Trial => ({
  suite: 'smi',
  kubernetes,
  with: { set: 'all', withinSeconds: 0.01 }
}))
const plan = {
  commit: 'c'.repeat(40),
  dirtyDigest: '',
  module: 'example.com/tool',
  baseline: { skip: 'a test' },
  trials: { work: trials },
  cluster: { provider: 'control-plane', why: 'a test', releases: {} }
} as unknown as Plan

const unneeded = (what: string): never => {
  throw new Error(`${what} is not needed, and was asked for`)
}
const nowhere = new Proxy({} as Files, {
  get: (_, name) => () => {
    throw new Error(`no file is needed, and ${String(name)} was called`)
  }
})
const processes = { run: async () => ({ stdout: '', stderr: '' }), start: () => unneeded('a service') }
const suites: ProofTools['suites'] = {
  processes,
  files: nowhere,
  loopback: { listen: () => unneeded('a port') } as unknown as ProofTools['suites']['loopback'],
  sandboxes: unsandboxed(processes),
  toolchain: { go: () => unneeded('go'), tool: () => unneeded('a tool') },
  env: {},
  sources: NO_SOURCES,
  baselineCrds: () => unneeded('CRDs of a baseline'),
  earlierCrds: () => unneeded('CRDs of earlier releases')
}
/** Every answer is a refusal, so every trial comes to a verdict: failed. */
const refusing = () => fakeClusters(async () => ({ status: 500, body: { message: 'out of order' }, warnings: [] }))

const toolsOf = (clusters: Clusters, atOnce = 4): ProofTools => ({
  ledger: NO_LEDGER,
  timeline: timeline(recordingHost(), () => 0),
  clusters,
  proving: pLimit(atOnce),
  suites,
  candidate: () => unneeded('a candidate'),
  baseline: () => unneeded('a baseline'),
  files: nowhere,
  out: '/out',
  warn: (line) => void warnings.push(line)
})
const warnings: string[] = []
beforeEach(() => void warnings.splice(0))
const prove = (clusters: Clusters, atOnce?: number, signal = new AbortController().signal) =>
  proveAll({ plan, tools: toolsOf(clusters, atOnce), signal }, () => unneeded('a version'))

/** Clusters of which those of some versions do not come up. */
const breaking = (broken: Readonly<Record<string, Error>>) => {
  const inner = refusing()
  return {
    inner,
    clusters: {
      async create(kubernetes: string, signal: AbortSignal) {
        const error = broken[kubernetes]
        if (error) throw error
        return await inner.create(kubernetes, signal)
      }
    }
  }
}

test('a version whose cluster does not come up does not hide the verdicts of the others', async () => {
  const { clusters, inner } = breaking({ '1.36': new Failure('command', 'etcd ended', { hint: 'its log' }) })
  const proof = await prove(clusters)
  expect(proof.verdicts.map(({ trial, outcome }) => [trial.kubernetes, outcome])).toEqual([
    ['1.34', 'failed'],
    ['1.37', 'failed']
  ])
  expect(proof.broken).toMatchObject([{ trial: { kubernetes: '1.36' }, failure: { message: 'etcd ended' } }])
  expect(proof.clusters.map(({ kubernetes }) => kubernetes)).toEqual(['1.34', '1.37'])
  expect(inner.open).toEqual([])
})

test('what came of a drill is no verdict: it fails no run, and is told', async () => {
  const drill: Trial = { suite: 'smi', kubernetes: '1.37', drill: true, with: { set: 'all', withinSeconds: 0.01 } }
  const drilling = { ...plan, trials: { work: [drill] } } as unknown as Plan
  const signal = new AbortController().signal
  const given = { plan: drilling, tools: toolsOf(refusing()), signal }
  const proof = await proveAll(given, () => unneeded('a version'))
  expect(proof).toMatchObject({ verdicts: [], broken: [], drills: [{ outcome: 'failed' }] })
  expect(warnings).toEqual([expect.stringMatching(/^the smi drill on Kubernetes v\S+ did not go as it should/)])
  await expect(requireAllPassed(proof, '', async () => undefined)).resolves.toBeUndefined()
})

test('where every verdict is recorded, no cluster is made, and what a killed run left behind goes all the same', async () => {
  const verdict = { trial: trials[0], outcome: 'passed', checks: [], cluster: undefined, ms: 1 }
  const swept: string[] = []
  const inner = refusing()
  const clusters: Clusters = { ...inner, sweep: async () => void swept.push('swept') }
  const ledger: Ledger = { ...NO_LEDGER, lookUp: async <T>(_: Step<T>) => verdict as T }
  const tools = { ...toolsOf(clusters), ledger }
  const proof = await proveAll({ plan, tools, signal: new AbortController().signal }, () => unneeded('a version'))
  expect(proof).toMatchObject({ broken: [], clusters: [] })
  expect(proof.verdicts).toHaveLength(VERSIONS.length)
  expect(inner.created).toEqual([])
  expect(swept).not.toEqual([])
})

test('a cluster that breaks under its trial is told of that trial alone', async () => {
  const inner = refusing()
  const proof = await prove({
    async create(kubernetes, signal) {
      const cluster = await inner.create(kubernetes, signal)
      const call = () => Promise.reject(new Failure('command', `the ${kubernetes} API server ended`))
      return kubernetes === '1.34' ? { ...cluster, api: { ...cluster.api, call } } : cluster
    }
  })
  expect(proof.broken).toMatchObject([
    { trial: { kubernetes: '1.34' }, failure: { message: 'the 1.34 API server ended' } }
  ])
  expect(proof.verdicts).toHaveLength(2)
  expect(inner.open).toEqual([])
})

test('logs that cannot be saved cost no verdict: it is a warning', async () => {
  const inner = refusing()
  const files = { ...nowhere, remove: async () => undefined }
  const clusters: Clusters = {
    create: async (kubernetes, signal) => ({
      ...(await inner.create(kubernetes, signal)),
      saveLogs: async (folder) => {
        if (kubernetes === '1.36') throw new Failure('command', 'kind ended with exit status 1')
        expect(folder).toBe(`/out/logs/kubernetes-${kubernetes}`)
      }
    })
  }
  const tools = { ...toolsOf(clusters), files }
  const proof = await proveAll({ plan, tools, signal: new AbortController().signal }, () => unneeded('a version'))
  expect(proof.broken).toEqual([])
  expect(proof.verdicts).toHaveLength(3)
  expect(proof.clusters.map(({ logs }) => logs)).toEqual(['logs/kubernetes-1.34', null, 'logs/kubernetes-1.37'])
  expect(warnings).toEqual([
    'the logs of the cluster of Kubernetes 1.36 could not be saved: kind ended with exit status 1'
  ])
  expect(inner.open).toEqual([])
})

test.each([
  ['says why', new Failure('environment', 'the cluster x does not go', { hint: 'By hand: docker rm x' })],
  ['hangs until its time is over', new DOMException('The operation was aborted due to timeout', 'TimeoutError')]
])('a cluster that does not go away and %s hides no verdict, and fails the run behind the report', async (_, error) => {
  const inner = refusing()
  const proof = await prove({
    create: async (kubernetes, signal) => {
      const cluster = await inner.create(kubernetes, signal)
      const end = async () => {
        await cluster[Symbol.asyncDispose]()
        if (kubernetes === '1.36') throw error
      }
      return { ...cluster, [Symbol.asyncDispose]: end }
    }
  })
  expect(proof.broken).toEqual([])
  expect(proof.verdicts).toHaveLength(3)
  expect(proof.clusters).toHaveLength(3)
  expect(proof.left).toMatchObject([{ kubernetes: '1.36' }])
  expect(warnings).toEqual([expect.stringContaining('does not go')])
  const reported: string[] = []
  const report = async (): Promise<void> => void reported.push('report')
  const all = proof.verdicts.map((verdict) => ({ ...verdict, outcome: 'passed' as const }))
  await expect(requireAllPassed({ ...proof, verdicts: all }, '', report)).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(/^Kubernetes 1\.36: something of ours is left: .*does not go/)
  })
  await expect(requireAllPassed(proof, '', report)).rejects.toMatchObject({
    kind: 'verification',
    hint: expect.stringContaining('Kubernetes 1.36: something of ours is left: ')
  })
  expect(reported).toEqual(['report', 'report'])
})

test('when no version came to a verdict, what broke first is what stops the run', async () => {
  const all = Object.fromEntries(
    VERSIONS.map((version) => [version, new Failure('environment', `no ${version}`, { hint: 'See.' })])
  )
  await expect(prove(breaking(all).clusters)).rejects.toMatchObject({ kind: 'environment', message: 'no 1.34' })
})

test('a mistake of ours stops everything, and no cluster stays', async () => {
  const { clusters, inner } = breaking({ '1.36': new TypeError('undefined is not a function') })
  await expect(prove(clusters)).rejects.toThrow(TypeError)
  expect(inner.open).toEqual([])
})

test('an abort ends all versions with its reason, and no cluster stays', async () => {
  const stop = new AbortController()
  const inner = refusing()
  const proving = prove(
    {
      async create(kubernetes, signal) {
        const cluster = await inner.create(kubernetes, signal)
        if (kubernetes === '1.36') stop.abort(new Failure('environment', 'stopped by SIGTERM', { hint: 'Again.' }))
        return cluster
      }
    },
    4,
    stop.signal
  )
  await expect(proving).rejects.toThrow('stopped by SIGTERM')
  expect(inner.open).toEqual([])
})

test.each([1, 2, 3])('with room for %i clusters, so many are open side by side and never more', async (room) => {
  const inner = refusing()
  let most = 0
  await prove(
    {
      async create(kubernetes, signal) {
        const cluster = await inner.create(kubernetes, signal)
        most = Math.max(most, inner.open.length)
        // The others get their turn to open before this one is used.
        await new Promise((resolve) => setImmediate(resolve))
        return cluster
      }
    },
    room
  )
  expect(most).toBe(room)
  expect(inner.created).toEqual(VERSIONS)
})

test('what did not hold is told before what came to no verdict, and both after the report', async () => {
  const reported: string[] = []
  const report = async (): Promise<void> => void reported.push('report')
  const { clusters } = breaking({ '1.36': new Failure('command', 'etcd ended', { hint: 'its log' }) })
  const proof = await prove(clusters)
  await expect(requireAllPassed(proof, '', report)).rejects.toMatchObject({
    kind: 'verification',
    message: '2 of 3 trials failed',
    hint: expect.stringMatching(/^smi on v1\.34\.0: not true: [^]*smi on 1\.36: no verdict: etcd ended$/)
  })
  await expect(requireAllPassed({ ...proof, verdicts: [] }, '', report)).rejects.toMatchObject({
    kind: 'command',
    message: 'smi on 1.36: no verdict: etcd ended',
    hint: 'its log'
  })
  await requireAllPassed({ verdicts: [], broken: [], clusters: [] }, '', report)
  expect(reported).toEqual(['report', 'report'])
})

test('what does not hold is shown on the lines that it is about, once for each line', async () => {
  const check = { claim: 'Widget objects are as they were', outcome: 'failed' as const, seen: 'lost: spec.size' }
  const proof: Proof = {
    ...{ broken: [], clusters: [] },
    verdicts: [
      {
        ...{ trial: { suite: 'crd', kubernetes: '1.37', with: {} }, outcome: 'failed', cluster: undefined, ms: 1 },
        checks: [
          { ...check, at: { file: 'config/crd/widgets.yaml', line: 31 } },
          { ...check, claim: 'the same, back at N-1', at: { file: 'config/crd/widgets.yaml', line: 31 } },
          { ...check, outcome: 'passed', at: { file: 'config/crd/widgets.yaml', line: 40 } },
          { ...check, claim: 'of no line' }
        ]
      }
    ]
  }
  await expect(requireAllPassed(proof, 'operator', () => Promise.resolve())).rejects.toMatchObject({
    findings: [
      {
        ...{ rule: 'crd', severity: 'error', file: 'operator/config/crd/widgets.yaml', line: 31 },
        message: 'not true: Widget objects are as they were; seen: lost: spec.size'
      }
    ]
  })
})

test('a verdict over programs is taken for the programs that it was found with, and any other for the commit', async () => {
  const linux = { os: 'linux', arch: 'amd64' }
  const build = (version: string, main = 'tool', target = linux): BuildPlan => ({
    ...{
      target,
      env: {},
      argv: ['go', 'build', '-ldflags', `-X main.version=${version}`, `example.com/tool/cmd/${main}`]
    },
    binaries: [{ name: main, main: `example.com/tool/cmd/${main}`, made: main, path: `bin/linux_amd64/${main}` }]
  })
  const was = { tag: 'v0.9.0', version: '0.9.0', commit: 'b'.repeat(40), why: 'a test' }
  const released = { ...was, from: 'github', signer: 'key sha256:1' }
  const one: Plan = {
    ...plan,
    host: linux,
    go: { version: 'go1.25.3', why: '' },
    stampedFrom: [],
    baseline: released,
    builds: [build('1.0.0')]
  }
  const others: Readonly<Record<string, Plan>> = {
    'of another Go': { ...one, go: { version: 'go1.26.8', why: '' } },
    'of another version': { ...one, builds: [build('2.0.0')] },
    'of another main package': { ...one, builds: [build('1.0.0', 'other')] },
    'with another tag': { ...one, stampedFrom: ['v1.0.0'] },
    'against what another signed': { ...one, baseline: { ...released, signer: 'key sha256:2' } },
    'against a release elsewhere': { ...one, baseline: { ...released, from: '/releases' } }
  }
  const elsewhere = { ...one, builds: [build('1.0.0'), build('1.0.0', 'tool', { os: 'darwin', arch: 'arm64' })] }
  const data: Trial = { suite: 'data', kubernetes: undefined, subject: 'notes', with: {} }
  const attempted = async (ledger: Ledger, plan: Plan, trial: Trial): Promise<boolean> => {
    const verdict: Verdict = { trial, outcome: 'passed', cluster: undefined, checks: [], ms: 1 }
    return !(await proveOnce(ledger, plan, trial, () => Promise.resolve(verdict))).reused
  }
  for (const trial of [data, { ...data, suite: 'surface' as const }, { ...data, suite: 'workload' as const }]) {
    const ledger = ledgerIn(memoryFiles(), '/out')
    expect(await attempted(ledger, one, trial)).toBe(true)
    expect(await attempted(ledger, one, trial)).toBe(false)
    expect(await attempted(ledger, elsewhere, trial)).toBe(false)
    for (const [what, other] of Object.entries(others))
      expect([trial.suite, what, await attempted(ledger, other, trial)]).toEqual([trial.suite, what, true])
  }
  const smi: Trial = { suite: 'smi', kubernetes: '1.37', with: {} }
  const ledger = ledgerIn(memoryFiles(), '/out')
  expect(await attempted(ledger, one, smi)).toBe(true)
  for (const other of Object.values(others)) expect(await attempted(ledger, other, smi)).toBe(false)
})
