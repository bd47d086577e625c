import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { BED_KUBERNETES, bedIsPossible, openBed, type Bed } from '../bed/kind/bed.ts'
import { OWNER_LABEL } from '../../src/adapters/clusters/kubeconfig/owned.ts'
import { bindDocker, type Docker } from '../../src/adapters/clusters/kind/engine.ts'
import { readAt, readObjectsAt, readTextAt } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import { folder, KUBERNETES, ok, realClusters, run as tools } from '../fakes/cluster/cluster-real.ts'
import { where } from '../fakes/needs.ts'
import { openBench, openPlace, type Bench, type Place, type Run } from './bench.ts'

// Control planes are in signals.test.ts. A cluster that others keep, and one in containers, outlive the process.
jest.setTimeout(900_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
const never = new AbortController().signal
const stack = new AsyncDisposableStack()
let bench: Bench
beforeAll(async () => {
  bench = stack.use(await openBench())
}, 3_600_000)
afterAll(() => stack.disposeAsync(), 120_000)

/** Runs a release and hits it as soon as `reached` says so, or at a word of its output. */
async function hit(
  place: Place,
  flags: Readonly<Record<string, string>>,
  by: 'SIGKILL' | 'SIGTERM',
  reached: () => Promise<boolean>
): Promise<Run> {
  let pid = 0
  let over = false
  const watching = (async () => {
    while (!over && !(pid !== 0 && (await reached()))) await sleep(10)
    if (!over) process.kill(pid, by)
  })()
  const run = await place.run({ flags }, { onOutput: (_, from) => (pid = from) })
  over = true
  await watching
  return run
}

describe('a release that is proved on a cluster of somebody', () => {
  let theirs: Cluster
  const flags = () => ({
    ...{ cluster: 'kubeconfig', kubeconfig: theirs.kubeconfig, context: 'slipway', kubernetes: 'auto' },
    ...{ suites: 'smi', targets: 'linux/amd64' }
  })
  beforeAll(async () => {
    const { path } = stack.use(await folder())
    theirs = stack.use(await realClusters(path).create(KUBERNETES, never))
  }, 3_600_000)

  /** What carries our label there. */
  const ours = async (): Promise<readonly string[]> => {
    const lists = ['/api/v1/namespaces', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions']
    const found = lists.map((path) => theirs.api.call('GET', path, { query: { labelSelector: OWNER_LABEL } }))
    return (await Promise.all(found)).flatMap((reply) =>
      readObjectsAt(ok(reply), 'items').map((one) => readTextAt(one, 'metadata', 'name'))
    )
  }
  const MOMENTS: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['its namespace is there', async () => (await ours()).some((name) => name.startsWith('slipway-'))],
    ['its definitions are there', async () => (await ours()).some((name) => name.endsWith('.smi-spec.io'))],
    [
      'its objects are there',
      async () => {
        const path = '/apis/split.smi-spec.io/v1alpha4/trafficsplits'
        const { status, body } = await theirs.api.call('GET', path)
        return (
          status === 200 && readObjectsAt(body, 'items').some((one) => readAt(one, 'metadata', 'name') !== undefined)
        )
      }
    ]
  ]
  const hits = (FULL ? MOMENTS : MOMENTS.slice(-1)).flatMap(([when, reached]) =>
    (['SIGTERM', 'SIGKILL'] as const).map((by) => [by, when, reached] as const)
  )

  test.each(hits)(
    'and gets a %s when %s: nothing of ours stays in it once the next run is over',
    async (by, _, reached) => {
      await using place = await openPlace(bench, 'folder')
      const run = await hit(place, flags(), by, reached)
      expect(by === 'SIGKILL' ? run.signal : run.status).toBe(by === 'SIGKILL' ? 'SIGKILL' : 3)
      if (by === 'SIGTERM') expect(await ours()).toEqual([])
      else expect(await ours()).not.toEqual([])
      expect(await place.run({ flags: flags() })).toMatchObject({ status: 0 })
      expect(await ours()).toEqual([])
      expect(await place.leftovers()).toEqual([])
      expect(await place.visible()).toBeDefined()
    }
  )
})

const onKind = where(bedIsPossible(), 'kind on a bed of our own needs root and apt-get').describe
const provedOnKind = (): void => {
  let bed: Bed
  let docker: Docker
  beforeAll(async () => {
    bed = stack.use(await openBed())
    docker = bindDocker('/usr/bin/docker', tools.run, { ...process.env, DOCKER_HOST: bed.host })
  }, 300_000)

  /** Containers, volumes, networks and images in the engine, beside what every engine has and the node's image. */
  const left = async (): Promise<readonly string[]> =>
    (
      await Promise.all([
        docker(['ps', '-aq'], never),
        docker(['volume', 'ls', '-q'], never),
        docker(['network', 'ls', '--filter', 'type=custom', '-q'], never),
        docker(['image', 'ls', '--format', '{{.Repository}}'], never)
      ])
    ).flatMap((text) => text.split('\n').filter((line) => line !== '' && line !== 'slipway-bed'))
  const orders = () => ({
    flags: { cluster: 'kind', kubernetes: BED_KUBERNETES, suites: 'smi', targets: 'linux/amd64' },
    kind: { host: bed.host, version: bed.image.version, image: bed.image.image }
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'and gets a %s in the middle: the engine is empty in the end',
    async (by) => {
      await using place = await openPlace(bench, 'folder')
      let done = false
      const run = await place.run(orders(), {
        onOutput(text, pid) {
          if (done || !/cluster +Kubernetes 1\.37/.test(text)) return
          done = true
          process.kill(pid, by)
        }
      })
      expect(by === 'SIGKILL' ? run.signal : run.status).toBe(by === 'SIGKILL' ? 'SIGKILL' : 3)
      if (by === 'SIGTERM') expect(await left()).toEqual([])
      else expect(await left()).not.toEqual([])
      expect(await place.run(orders())).toMatchObject({ status: 0 })
      expect(await left()).toEqual([])
      expect(await place.leftovers()).toEqual([])
    }
  )

  test.each([
    ['the same command, which finds every verdict recorded', {}],
    ['a release that proves nothing', { kubernetes: 'none' }]
  ] as const)('and gets a SIGKILL behind its last proof: %s leaves the engine empty', async (_, flags) => {
    await using place = await openPlace(bench, 'folder')
    let done = false
    const run = await place.run(orders(), {
      onOutput(text, pid) {
        if (done || !/✓ prove /.test(text)) return
        done = true
        process.kill(pid, 'SIGKILL')
      }
    })
    expect(run.signal).toBe('SIGKILL')
    expect(await left()).not.toEqual([])
    const next = await place.run({ ...orders(), flags: { ...orders().flags, ...flags } })
    expect(next).toMatchObject({ status: 0 })
    if (!('kubernetes' in flags)) expect(next.output).toMatch(/= prove .*reused/)
    expect(next.output).toContain('a killed run had left the cluster slipway-')
    expect(await left()).toEqual([])
    expect(await place.leftovers()).toEqual([])
  })

  test('and passes: nothing stays in the engine', async () => {
    await using place = await openPlace(bench, 'folder')
    expect(await place.run(orders())).toMatchObject({ status: 0 })
    expect(await left()).toEqual([])
    expect(await place.leftovers()).toEqual([])
  })
}
if (FULL) onKind('a release that is proved on kind', provedOnKind)
