import { expect, test } from '@jest/globals'
import type { Trial } from '../../../src/model/nouns.ts'
import type { Json } from '../../../src/base/json.ts'
import type { Reply } from '../../../src/model/ports/kubernetes.ts'
import { evidence, readReplyMessage, formatPipe, describeReply, reachVerdict } from '../../../src/suites/evidence.ts'
import { isSame } from '../../../src/base/json.ts'
import { runInNamespace } from '../../../src/suites/cluster/namespace.ts'
import { proveSmi } from '../../../src/suites/smi/smi.ts'
import { proveStandIn } from '../../../src/suites/workload/deployment/stand-in.ts'
import { fakeClusters } from '../../fakes/cluster/clusters.ts'

const signal = new AbortController().signal
const reply = (status: number, body: Json = {}): Reply => ({ status, body, warnings: [] })
const trial = (suite: Trial['suite'], given: Trial['with'] = {}): Trial => ({ suite, kubernetes: '1.37', with: given })
const noRun = async (): Promise<never> => Promise.reject(new Error('nothing is run here'))

test('a verdict passes only when something was looked at and all of it held', async () => {
  const cluster = await fakeClusters(async () => reply(200)).create('1.37', signal)
  const of = (...outcomes: readonly ('passed' | 'failed')[]) =>
    reachVerdict(cluster, trial('smi'), true, async () =>
      outcomes.map((outcome) => ({ claim: 'it is so', outcome, seen: '' }))
    )
  expect((await of('passed', 'passed')).outcome).toBe('passed')
  expect((await of('passed', 'failed')).outcome).toBe('failed')
  expect((await of()).outcome).toBe('failed')
  expect((await of('passed')).cluster).toEqual({ provider: 'control-plane', server: 'v1.37.0', simulated: true })
})

test('a check records what was seen; what keeps it from looking is no verdict', async () => {
  const { checks, check } = evidence()
  expect(await check('water is wet', 'touch it', async () => ({ ok: false, seen: 'dry' }))).toBe(false)
  await expect(check('x', 'y', noRun)).rejects.toThrow('nothing is run here')
  expect(checks).toEqual([{ claim: 'water is wet', outcome: 'failed', seen: 'dry', repeat: 'touch it' }])
})

test('a line to paste keeps its object whole, whatever quotes are in it', () => {
  expect(formatPipe({ a: `it's "so" $HOME` }, 'create')).toBe(
    `echo '{"a":"it'\\''s \\"so\\" $HOME"}' | kubectl create -f -`
  )
})

test("a refusal is told in the server's own words, on one line", () => {
  expect(describeReply(reply(422, { message: 'spec:\n  Required value' }))).toBe('HTTP 422: spec: Required value')
  expect(readReplyMessage(reply(404, { text: '404 page not found\n' }))).toBe('404 page not found')
  expect(describeReply(reply(201, { message: 'not looked at' }))).toBe('HTTP 201')
})

test('a namespace is deleted whatever came of the work, and the error of the work is the one that is told', async () => {
  const calls: string[] = []
  const api = (status: number) => ({
    call: async (method: string, path: string) => {
      calls.push(`${method} ${path}`)
      return method === 'POST' ? reply(201, { metadata: { name: 'slipway-x-1' } }) : reply(status, { message: 'no' })
    },
    async *watch() {}
  })
  await expect(runInNamespace(api(200), 'x', signal, async (name) => name)).resolves.toBe('slipway-x-1')
  await expect(runInNamespace(api(403), 'x', signal, noRun)).rejects.toThrow('nothing is run here')
  await expect(runInNamespace(api(403), 'x', signal, async () => 1)).rejects.toMatchObject({
    kind: 'environment',
    hint: 'Delete it by hand: kubectl delete namespace slipway-x-1'
  })
  expect(calls.filter((call) => call === 'DELETE /api/v1/namespaces/slipway-x-1')).toHaveLength(3)
})

test('mistakes in a trial are input Failures before anything is asked of the cluster', async () => {
  const clusters = fakeClusters(async () => Promise.reject(new Error('nothing is asked here')))
  const cluster = await clusters.create('1.37', signal)
  await expect(proveSmi(cluster, trial('smi', { set: 'none' }), signal)).rejects.toMatchObject({ kind: 'input' })
  await expect(proveSmi(cluster, trial('smi', { storage: { UDPRoute: 4 } }), signal)).rejects.toMatchObject({
    kind: 'input'
  })
  await expect(proveStandIn(cluster, trial('workload'), noRun, signal)).rejects.toMatchObject({ kind: 'input' })
  expect(clusters.simulated).toEqual([])
})

test('a cluster that refuses to install anything fails the suite with what it said', async () => {
  const cluster = await fakeClusters(async (method) =>
    method === 'POST'
      ? reply(201, { metadata: { name: 'slipway-smi-1' } })
      : reply(403, { message: 'crds are forbidden' })
  ).create('1.37', signal)
  const { outcome, checks } = await proveSmi(cluster, trial('smi', { speaks: ['split.smi-spec.io/v1alpha2'] }), signal)
  expect(outcome).toBe('failed')
  expect(checks.map(({ claim, outcome }) => [claim, outcome])).toContainEqual([
    'trafficsplits.split.smi-spec.io installs',
    'failed'
  ])
  expect(
    checks.filter(({ outcome }) => outcome === 'failed').every(({ seen }) => seen.includes('crds are forbidden'))
  ).toBe(true)
})

test('values are the same whatever the order of their keys, and lists are not', () => {
  expect(isSame({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true)
  expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false)
})
