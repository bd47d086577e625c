import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { BED_KUBERNETES, bedIsPossible, openBed, type Bed } from '../bed/kind/bed.ts'
import { environment, realTools } from '../bed/tools.ts'
import { chooseProvider } from '../../src/adapters/clusters/choose.ts'
import { bindDocker, MARK, type Docker } from '../../src/adapters/clusters/kind/engine.ts'
import { obtainNodeImage } from '../../src/adapters/clusters/kind/image.ts'
import { sweepEngine } from '../../src/adapters/clusters/kind/leftovers.ts'
import { hasMark } from '../../src/adapters/clusters/clusters.ts'
import { formatClusterName } from '../../src/adapters/clusters/kind/remains.ts'
import { formatOwner } from '../../src/adapters/machine/owner.ts'
import { kindClusters } from '../../src/adapters/clusters/kind/kind.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { sweepFiles } from '../../src/adapters/machine/lock.ts'
import { readObjectsAt, readTextAt } from '../../src/base/json.ts'
import { parseInputs } from '../../src/config/parse.ts'
import type { Verdict } from '../../src/model/nouns.ts'
import type { Cluster, Clusters } from '../../src/model/ports/kubernetes.ts'
import type { Version } from '../../src/suites/programs/version.ts'
import { folder, ok, run, until } from '../fakes/cluster/cluster-real.ts'
import { where } from '../fakes/needs.ts'
import { inPods, rollOutInPods } from '../fakes/cluster/in-pods.ts'
import { imageRegistry, tinyImage } from '../fakes/cluster/image-registry.ts'

// A cluster needs 20 s on two quiet cores.
jest.setTimeout(400_000)
const never = new AbortController().signal
const READING_MS = 15_000
/** A laptop without root has no bed; in CI it has to be there. */
const on = where(bedIsPossible(), 'kind on a bed of our own needs root and apt-get')
const platform = { os: process.platform, arch: process.arch }
const stack = new AsyncDisposableStack()
let bed: Bed
let path: string
let docker: Docker
let env: Record<string, string>
const notes: string[] = []

beforeAll(async () => {
  if (!bedIsPossible()) return
  path = stack.use(await folder()).path
  bed = stack.use(await openBed())
  env = { ...environment(), DOCKER_HOST: bed.host }
  docker = bindDocker('/usr/bin/docker', run.run, env)
}, 120_000)
afterAll(() => stack.disposeAsync(), 120_000)

const clusters = (image = bed.image.image): Clusters =>
  kindClusters(
    { mirrors: [] },
    {
      toolchain: realTools(() => undefined),
      processes: run,
      files: disk(path),
      temporary: disk(path),
      env,
      platform,
      note: (line) => void notes.push(line),
      logs: join(path, 'logs'),
      images: { [BED_KUBERNETES]: { ...bed.image, image } }
    }
  )

/** Containers, volumes, tags and networks beside those that every engine has; folders and processes of ours. */
const left = async () => ({
  containers: await docker(['ps', '-aq'], never),
  volumes: await docker(['volume', 'ls', '-q'], never),
  networks: await docker(['network', 'ls', '--filter', 'type=custom', '-q'], never),
  images: await docker(['image', 'ls', '--format', '{{.Repository}}'], never),
  scratches: readdirSync(path).filter((name) => name.includes('-scratch-'))
})
const NOTHING = { containers: '', volumes: '', networks: '', images: 'slipway-bed', scratches: [] }

on.describe('a kind cluster', () => {
  let cluster: Cluster
  const use = new AsyncDisposableStack()
  beforeAll(async () => {
    cluster = use.use(await clusters().create(BED_KUBERNETES, never))
  })
  afterAll(() => use.disposeAsync())

  test('is ready, is a real one, and answers on loopback only', async () => {
    expect(cluster).toMatchObject({ provider: 'kind', server: bed.image.version, simulate: undefined })
    expect(ok(await cluster.api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default'))).toBeDefined()
    expect(await docker(['ps', '--format', '{{.Ports}}'], never)).toMatch(/^127\.0\.0\.1:\d+->6443\/tcp$/)
    const { stdout } = await run.run([cluster.kubectl, 'get', 'nodes'], {
      env: { KUBECONFIG: cluster.kubeconfig, HOME: path }
    })
    expect(stdout).toMatch(/ Ready +control-plane/)
  })

  test('runs what was loaded into it: no registry has the image, and its pod is ready', async () => {
    const archive = join(path, 'image.tar')
    await copyFile(bed.pause, join((await mkdir(join(path, 'layer'), { recursive: true })) ?? path, 'pause'))
    const config = '{"Entrypoint": ["/pause"]}'
    const pack = join(import.meta.dirname, '../../__tests__/bed/kind/pack.sh')
    await run.run(['bash', pack, archive, join(path, 'layer'), config, 'slipway.invalid/it:1'], { env })
    await cluster.load?.(archive, never)
    const container = { name: 'it', image: 'slipway.invalid/it:1', imagePullPolicy: 'Never' }
    const pods = '/api/v1/namespaces/default/pods'
    ok(await cluster.api.call('POST', pods, { body: { metadata: { name: 'it' }, spec: { containers: [container] } } }))
    const status = await until(async () => {
      const pod = ok(await cluster.api.call('GET', `${pods}/it`))
      const [one] = readObjectsAt(pod, 'status', 'containerStatuses')
      return one?.['ready'] === true && one
    })
    expect(readTextAt(status, 'containerID')).toMatch(/^containerd:\/\//)
    // The engine itself never saw it.
    expect((await left()).images).toBe('slipway-bed')
  })

  describe('rolls out programs in images of nothing but themselves:', () => {
    let versions: readonly [Version, Version]
    beforeAll(async () => {
      versions = [await inPods('1.0.0', path), await inPods('1.1.0', path)]
    })
    const failed = ({ checks }: Verdict) => checks.filter(({ outcome }) => outcome === 'failed')

    test('N-1, N and back, broken releases and back, to the previous and to a named revision', async () => {
      const verdict = await rollOutInPods(cluster, versions, { does: 'well' })
      expect(failed(verdict)).toEqual([])
      expect(verdict).toMatchObject({ outcome: 'passed', cluster: { provider: 'kind', simulated: false } })
      const seen = verdict.checks.map((check) => check.seen).join('\n')
      for (const text of [/ErrImageNeverPull/, /no such file or directory/, /ContainersNotReady/, /ProgressDeadline/])
        expect(seen).toMatch(text)
      const claims = verdict.checks.map(({ claim }) => claim).join('\n')
      for (const claim of ['N back to N-1', 'N-1 by its revision', 'user left them', 'revisionHistoryLimit 2'])
        expect(claims).toContain(claim)
      expect(verdict.moments).toHaveLength(verdict.checks.length)
    })

    test('DaemonSets and StatefulSets go there, back, there by their revision, and to the end of their history', async () => {
      const kinds = ['DaemonSet', 'StatefulSet'].map((kind) => rollOutInPods(cluster, versions, { does: 'well', kind }))
      const own = rollOutInPods(cluster, versions, {
        does: 'well',
        shipped: '{ kind: StatefulSet, manifest: statefulset.yaml }'
      })
      const verdicts = await Promise.all([...kinds, own])
      for (const [i, limit] of [2, 2, 3].entries()) {
        const { checks = [] } = verdicts[i] ?? {}
        expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
        const claims = checks.map(({ claim }) => claim).join('\n')
        expect(claims).toContain('goes to N by its revision')
        expect(claims).toContain(`keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says`)
        expect(checks.map(({ seen }) => seen).join('\n')).toContain('unable to find specified revision 3 in history')
      }
    })

    test("the project's own Deployment is rolled out, and does in its pods what is expected of each version", async () => {
      const expect_ = [
        "{ url: 'http://127.0.0.1:{port.web}/version', matches: 'in-pods 1.1.0', on: [candidate] }",
        "{ url: 'http://127.0.0.1:{port}/version', matches: 'in-pods 1.0.0', on: [baseline, rollback] }",
        '{ log: in-pods 1.1.0 does well, on: [candidate] }',
        "{ object: configmaps/settings, path: '{.data.weight}', equals: 90 }",
        '{ object: deployments.apps/{name}, condition: Available }'
      ]
      const own = (name: string, ...more: readonly string[]) =>
        `{ manifest: deployment.yaml, expect: [${[...expect_, ...more].join(', ').replace('{name}', name)}] }`
      const [well, wrong] = await Promise.all([
        rollOutInPods(cluster, versions, { does: 'well', shipped: own('shipped-well') }),
        rollOutInPods(cluster, versions, {
          // It waits so long for what never comes, and no longer than a busy machine takes for three pods in a row.
          ...{ does: 'sulk', within: 30 },
          shipped: own('shipped-sulk', "{ url: 'http://127.0.0.1:{port}/beta', on: [candidate] }")
        })
      ])
      expect(failed(well)).toEqual([])
      const claims = well.checks.map(({ claim }) => claim).join('\n')
      for (const step of ['baseline', 'candidate', 'rollback'])
        expect(claims).toContain(`shipped-well, ${step}: GET /version`)
      expect(well.checks.find(({ claim }) => claim.includes('that of deployment.yaml'))?.seen).toBe(
        '3 pods, 1 old revisions; without the containers sidecar; without nodeSelector, imagePullSecrets; its command /manager is /in-pods of our image'
      )
      // Its strategy takes one pod away first, and its history is too short for a revision by its name.
      expect(claims).toContain('shipped-well keeps 2 old pods available while a release has no image')
      expect(claims).not.toContain('by its revision')
      expect(claims).toContain('shipped-well keeps 1 old revisions, as revisionHistoryLimit 1 says')
      expect(claims).toContain('shipped-well cannot go to revision 3, beyond its limit')
      expect(failed(wrong)).toMatchObject([
        {
          claim: 'shipped-sulk, candidate: GET /beta answers 2xx',
          seen: expect.stringMatching(/^HTTP 404: 404 page not found after \d+ ms$/),
          repeat: expect.stringContaining(
            'kubectl port-forward deployment/shipped-sulk 8080 & curl -si http://127.0.0.1:8080/beta'
          )
        }
      ])
      expect(wrong.checks.find(({ claim }) => claim.includes('goes from N back to N-1'))?.outcome).toBe('passed')
    })

    test('a candidate that crashes, ends later, never gets ready or writes over an object is found, and undone', async () => {
      const cases = [
        [{ does: 'crash', within: 20 }, /exit status 3[^]*log ends with:[^]*1\.1\.0[^]*the old data cannot be read/],
        [{ does: 'fade', within: 20, settle: 4 }, /exit status 4[^]*the lease is lost/],
        [{ does: 'sulk', within: 20 }, /2 of 2 available, 1 of 3 pods new[^]*ContainersNotReady[^]*1\.1\.0 does sulk/],
        [{ does: 'spoil', within: 30 }, /ConfigMap settings data\.weight: "90" → "50"/],
        [{ does: 'crash', kind: 'StatefulSet', within: 20 }, /exit status 3[^]*the old data cannot be read/],
        [{ does: 'sulk', kind: 'DaemonSet', within: 20 }, /0 of 1 available[^]*ContainersNotReady[^]*1\.1\.0 does sulk/]
      ] as const
      const verdicts = await Promise.all(cases.map(([given]) => rollOutInPods(cluster, versions, given)))
      for (const [i, [given, seen]] of cases.entries()) {
        const name = `${given.does}-${('kind' in given ? given.kind : 'Deployment').toLowerCase()}`
        const { outcome, checks = [], moments = [] } = verdicts[i] ?? {}
        expect(outcome).toBe('failed')
        // Within the deadline that the project gave, and what reading pods and logs takes on a busy machine.
        const { within, settle = 1 } = { settle: undefined, ...given }
        const ms = moments.find(({ outcome }) => outcome === 'failed')?.ms
        expect(ms).toBeLessThan(1000 * (within + settle) + READING_MS)
        const first = checks.find(({ outcome }) => outcome === 'failed')
        expect(first).toMatchObject({
          claim: expect.stringMatching(
            given.does === 'spoil' ? 'the upgrade: the objects are as' : 'rolls out the candidate release'
          ),
          seen: expect.stringMatching(seen)
        })
        expect(checks).toContainEqual(
          expect.objectContaining({
            claim: expect.stringContaining(`${name} goes from N back to N-1`),
            outcome: 'passed'
          })
        )
      }
    })
  })

  test('gives its logs, with what the kubelet said', async () => {
    const logs = join(path, 'saved')
    await cluster.saveLogs?.(logs, never)
    const [node = ''] = readdirSync(logs).filter((name) => name.endsWith('-control-plane'))
    expect(await readFile(join(logs, node, 'kubelet.log'), 'utf8')).toContain('kubelet')
  })

  test('lives beside that of another run, which sweeps the engine, makes one, and takes it away again', async () => {
    const { child, said } = await otherRun()
    const exited = once(child, 'exit')
    await said(/^ready: 200$/)
    expect(await cluster.api.call('GET', '/readyz')).toMatchObject({ status: 200 })
    const names = await docker(['ps', '--format', '{{.Names}}'], never)
    expect(names.split('\n')).toHaveLength(2)
    child.stdin.end()
    expect(await exited).toEqual([0, null])
    expect(await cluster.api.call('GET', '/readyz')).toMatchObject({ status: 200 })
    expect(names.split('\n')).toContain(await docker(['ps', '--format', '{{.Names}}'], never))
  })
})

on.test('after its scope nothing of it is left in the engine, and calls to it reject', async () => {
  expect(await left()).toEqual(NOTHING)
})

on.test('a cluster that does not come up leaves its logs and nothing else', async () => {
  // The node image without a kubelet: everything starts but the node.
  const id = await docker(
    ['create', '--network', 'none', '--entrypoint', '/bin/rm', bed.image.image, '/usr/bin/kubeadm'],
    never
  )
  await docker(['start', '--attach', id], never)
  const broken = await docker(
    ['commit', '--change', 'ENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]', id],
    never
  )
  await docker(['rm', id], never)
  try {
    const failed = clusters(broken).create(BED_KUBERNETES, never)
    await expect(failed).rejects.toMatchObject({
      kind: 'command',
      message: expect.stringContaining('did not come up'),
      hint: expect.stringContaining(join(path, 'logs', `kubernetes-${BED_KUBERNETES}`))
    })
    expect(readdirSync(join(path, 'logs', `kubernetes-${BED_KUBERNETES}`)).join(' ')).toContain('control-plane')
  } finally {
    await docker(['image', 'rm', broken], never)
  }
  expect(await left()).toEqual(NOTHING)
})

on.test.each([
  ['as the network is there', /^kind creates/],
  ['while the node starts', /Preparing nodes/],
  ['while Kubernetes starts', /Starting control-plane/]
])('an abort %s leaves nothing', async (_, moment) => {
  const stop = new AbortController()
  notes.length = 0
  const creating = clusters().create(BED_KUBERNETES, stop.signal)
  creating.catch(() => undefined)
  await until(() => notes.some((line) => moment.test(line)))
  stop.abort(new Error('enough'))
  await expect(creating).rejects.toThrow('enough')
  expect(await left()).toEqual(NOTHING)
})

/** A run of another process that makes a cluster, says so, and lives until its input ends. */
async function otherRun(): Promise<{
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  readonly said: (what: RegExp) => Promise<void>
}> {
  const program = join(path, 'owner.ts')
  const src = join(import.meta.dirname, '../../src/adapters')
  await writeFile(
    program,
    `import { once } from 'node:events'
     import { kindClusters } from ${JSON.stringify(join(src, 'clusters/kind/kind.ts'))}
     import { disk } from ${JSON.stringify(join(src, 'machine/disk.ts'))}
     import { processes } from ${JSON.stringify(join(src, 'machine/process.ts'))}
     import { realTools } from ${JSON.stringify(join(import.meta.dirname, '../bed/tools.ts'))}
     const images = ${JSON.stringify({ [BED_KUBERNETES]: bed.image })}
     const toolchain = realTools(() => undefined)
     const files = disk(${JSON.stringify(path)})
     const options = { toolchain, processes: processes(), files, temporary: files, env: process.env,
       platform: { os: process.platform, arch: process.arch }, note: (line) => console.log(line), logs: '/nowhere', images }
     await using cluster = await kindClusters({ mirrors: [] }, options).create('${BED_KUBERNETES}', new AbortController().signal)
     console.log('ready: ' + (await cluster.api.call('GET', '/readyz')).status)
     await once(process.stdin.resume(), 'end')`
  )
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], env })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => void lines.push(line))
  let ended = false
  child.once('exit', () => (ended = true))
  return {
    child,
    said: async (what) => {
      await until(() => ended || lines.some((line) => what.test(line)))
      if (!lines.some((line) => what.test(line)))
        throw new Error(`the run ended and never said ${what}: ${lines.join('; ')}`)
    }
  }
}

on.test(
  'what a killed run left is found by its mark, whatever the next run does, and by the next one that makes a cluster',
  async () => {
    const { child, said } = await otherRun()
    const exited = once(child, 'exit')
    await said(/Starting control-plane/)
    expect(await hasMark(path, MARK)).toBe(false)
    child.kill('SIGKILL')
    await exited
    expect((await left()).containers).not.toBe('')
    expect(await hasMark(path, MARK)).toBe(true)

    notes.length = 0
    const note = (line: string): void => void notes.push(line)
    expect(await sweepEngine({ processes: run, env, platform, note }, never)).toBe(true)
    expect(notes).toEqual([expect.stringMatching(/^a killed run had left the cluster slipway-/)])
    await sweepFiles(path)
    expect(await left()).toEqual(NOTHING)

    // An engine that does not answer stops no run, and is told.
    const gone = { ...env, DOCKER_HOST: `unix://${join(path, 'no.sock')}` }
    expect(await sweepEngine({ processes: run, env: gone, platform, note }, never)).toBe(false)
    expect(notes.at(-1)).toMatch(/^warning: what a killed run left in the container engine could not be removed: /)

    // A run of this machine that is over, with the first piece of its cluster there.
    const name = formatClusterName(formatOwner().replace(/-\d+-/, '-1-'), 1)
    await docker(['network', 'create', '--label', `slipway-cluster=${name}`, name], never)
    const stop = new AbortController()
    const next = clusters().create(BED_KUBERNETES, stop.signal)
    next.catch(() => undefined)
    await until(() => notes.includes(`a killed run had left the cluster ${name}; it is removed`))
    stop.abort(new Error('seen'))
    await expect(next).rejects.toThrow('seen')
    expect(await left()).toEqual(NOTHING)
  }
)

on.test('a node image comes from the mirror that serves what the pin says, in a later round if need be', async () => {
  const wanted = await tinyImage('the node')
  await using lying = await imageRegistry(await tinyImage('another'), { lies: true })
  await using flaky = await imageRegistry(wanted, { refusals: 1 })
  // No registry anywhere has it under its own name.
  const pin = { version: 'v1.37.0', image: `kindest/node@${wanted.digest}`, readAt: 'this test' }
  const mirrors = [lying.host, flaky.host]
  notes.length = 0
  const ref = await obtainNodeImage(pin, mirrors, { docker, note: (line) => void notes.push(line) }, never, [10])
  try {
    expect(ref).toBe(`${flaky.host}/${pin.image}`)
    expect(notes.filter((line) => line.startsWith(`pulling ${flaky.host}/`))).toHaveLength(2)
    expect(notes.join('\n')).toMatch(new RegExp(`^${lying.host}/[^]*(digest|verif)`, 'm'))
    const asked = flaky.requests.length
    expect(await obtainNodeImage(pin, mirrors, { docker, note: () => undefined }, never, [])).toBe(ref)
    expect(flaky.requests).toHaveLength(asked)
  } finally {
    await docker(['image', 'rm', ref], never)
  }
})

on.test('a node image that nobody serves is an error with the words of each place', async () => {
  const wanted = await tinyImage('the node')
  await using lying = await imageRegistry(await tinyImage('another'), { lies: true })
  const pin = { version: 'v1.37.0', image: `kindest/node@${wanted.digest}`, readAt: 'this test' }
  await expect(obtainNodeImage(pin, [lying.host], { docker, note: () => undefined }, never, [])).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(
      new RegExp(`^the node image of Kubernetes v1.37.0 cannot be pulled: kindest/node@[^]*; ${lying.host}/`)
    ),
    hint: expect.stringContaining('--image-mirrors')
  })
  expect((await left()).images).toBe('slipway-bed')
})

on.test('the plan takes kind when it is asked for and the engine answers, and says which engine', async () => {
  const choose = (cluster: string, more: Record<string, string>, os = 'linux', pods = false) =>
    chooseProvider(
      { ...parseInputs((name) => (name === 'cluster' ? { text: cluster, from: name } : undefined)), pods },
      {
        run: run.run,
        env: { ...env, ...more },
        cwd: path,
        platform: { os, arch: 'x64' },
        files: disk(path),
        signal: never
      }
    )
  expect(await choose('kind', {})).toMatchObject({
    provider: 'kind',
    why: expect.stringMatching(/^cluster is kind; Docker \d+\.\d+/),
    releases: { '1.37': 'v1.37.0' },
    mirrors: ['mirror.gcr.io']
  })
  expect(await choose('auto', {})).toMatchObject({ provider: 'control-plane' })
  expect(await choose('auto', {}, 'linux', true)).toMatchObject({
    provider: 'kind',
    why: expect.stringMatching(/^auto: slipway\.yaml rolls programs out in pods .*; Docker \d+\.\d+/)
  })
  expect(await choose('auto', {}, 'darwin')).toMatchObject({
    provider: 'kind',
    why: expect.stringMatching(/^auto: control-plane clusters run on Linux only/)
  })
  const gone = { DOCKER_HOST: `unix://${join(path, 'no.sock')}` }
  expect(await choose('kind', gone)).toMatchObject({ missing: expect.stringMatching(/none answers: .*no\.sock/) })
  expect(await choose('auto', gone, 'darwin')).toMatchObject({
    missing: expect.stringMatching(/Linux only, and this is darwin; kind clusters need a container engine/)
  })
  expect(existsSync(join(path, 'no.sock'))).toBe(false)
})
