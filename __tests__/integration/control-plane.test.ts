import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { openKubernetesApi } from '../../src/adapters/kubernetes/client.ts'
import { readTextAt } from '../../src/base/json.ts'
import { readKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts'
import { sweepFiles } from '../../src/adapters/machine/lock.ts'
import { sweepProcesses } from '../../src/adapters/machine/sweep.ts'
import { Failure } from '../../src/base/errors.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import type { ToolName, Toolchain } from '../../src/model/ports/toolchain.ts'
import type { Processes } from '../../src/model/ports/processes.ts'
import {
  BOOT_MS,
  folder,
  folderOf,
  KUBERNETES,
  ok,
  pidsUnder,
  realClusters,
  realToolchain,
  run,
  until
} from '../fakes/cluster/cluster-real.ts'

/** One boot is 3 s on two quiet cores; this is for a machine that does ten things at once. */
const SLOW_MS = 180_000
jest.setTimeout(SLOW_MS)
const never = new AbortController().signal
let path: string
let scope: AsyncDisposableStack
let tools: Toolchain

beforeAll(async () => {
  scope = new AsyncDisposableStack()
  path = scope.use(await folder()).path
  tools = found(realToolchain(path))
  for (const name of ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const)
    await tools.tool(name, KUBERNETES, never)
}, BOOT_MS)
afterAll(() => scope.disposeAsync())

/** A toolchain that looks for each tool once. */
function found(toolchain: Toolchain): Toolchain {
  const known = new Map<ToolName, ReturnType<Toolchain['tool']>>()
  return {
    go: (version, signal) => toolchain.go(version, signal),
    async tool(name, version, signal) {
      const tool = known.get(name) ?? toolchain.tool(name, version, signal)
      known.set(name, tool)
      return tool
    }
  }
}

/** A toolchain in which one tool is a program of the test's. */
const replaced = (name: ToolName, program: string): Toolchain => ({
  go: (version, signal) => tools.go(version, signal),
  tool: async (wanted, version, signal) => {
    const tool = await tools.tool(wanted, version, signal)
    return wanted === name ? { ...tool, path: program } : tool
  }
})

async function script(name: string, text: string): Promise<string> {
  const file = join(path, name)
  await writeFile(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  return file
}

const scratches = (): readonly string[] => readdirSync(path).filter((name) => name.includes('-scratch-'))
const boot = (different: Parameters<typeof realClusters>[1] = {}, signal = never): Promise<Cluster> =>
  realClusters(path, { toolchain: tools, ...different }).create(KUBERNETES, signal)

const nothingIsLeft = (): void => {
  expect(pidsUnder(path)).toEqual([])
  expect(scratches()).toEqual([])
}

const called = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? ''
const pidOf = (cluster: Cluster, name: string): number => {
  const [pid] = pidsUnder(folderOf(cluster)).filter((one) => called(one).endsWith(`/${name}`))
  if (pid === undefined) throw new Error(`no ${name} runs`)
  return pid
}

describe('a cluster', () => {
  let cluster: Cluster
  let inUse: AsyncDisposableStack
  beforeAll(async () => {
    inUse = new AsyncDisposableStack()
    cluster = inUse.use(await boot())
  })
  afterAll(() => inUse.disposeAsync())

  test('is ready: its version is known, pods may be made, the node is Ready', async () => {
    expect(cluster).toMatchObject({ provider: 'control-plane', server: expect.stringMatching(/^v/) })
    const account = await cluster.api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default')
    expect(account.status).toBe(200)
    expect(
      await run.run([cluster.kubectl, '--kubeconfig', cluster.kubeconfig, 'get', 'nodes'], {
        env: { HOME: folderOf(cluster) }
      })
    ).toMatchObject({ stdout: expect.stringMatching(/simulated\s+Ready/) })
  })

  test('keeps its secrets to this user', async () => {
    expect((await stat(folderOf(cluster))).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folderOf(cluster)).filter((file) => /kubeconfig$|\.csv$|\.key$/.test(file)))
      expect([name, (await stat(join(folderOf(cluster), name))).mode & 0o777]).toEqual([name, 0o600])
  })

  test('gives no secret to an argument list', async () => {
    const { connection } = await readKubeconfig(cluster.kubeconfig, (file) => readFile(file))
    const pids = pidsUnder(folderOf(cluster))
    expect(pids.length).toBeGreaterThanOrEqual(4)
    const secrets = [...(await readFile(join(folderOf(cluster), 'tokens.csv'), 'utf8')).matchAll(/^[0-9a-f]{64}/gm)]
    expect(secrets.map(([secret]) => secret)).toContain(connection.token)
    for (const pid of pids)
      for (const [secret] of secrets) expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(secret)
  })

  test('listens on one port of loopback and nowhere else', () => {
    const inodes = new Set(
      pidsUnder(folderOf(cluster)).flatMap((pid) =>
        readdirSync(`/proc/${pid}/fd`).map((fd) => {
          try {
            return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
          } catch {
            return undefined
          }
        })
      )
    )
    const listening = ['/proc/net/tcp', '/proc/net/tcp6']
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9]))
      .map((fields) => fields[1]?.split(':')[0])
    // 127.0.0.1 as the kernel writes it.
    expect(listening).toEqual(['0100007F'])
  })

  test('knows nobody without a token', async () => {
    const { connection } = await readKubeconfig(cluster.kubeconfig, (file) => readFile(file))
    const { token, ...anonymous } = connection
    expect(token).toBeDefined()
    using stranger = openKubernetesApi(anonymous)
    for (const where of ['/version', '/readyz', '/api/v1/namespaces'])
      expect(await stranger.call('GET', where)).toMatchObject({ status: 401 })
  })

  test('lets a service account do what its role says and no more', async () => {
    const namespaced = '/api/v1/namespaces/default'
    const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/default'
    const metadata = { name: 'reader' }
    const api = 'rbac.authorization.k8s.io'
    for (const [where, body] of [
      [`${namespaced}/serviceaccounts`, { metadata }],
      [`${rbac}/roles`, { metadata, rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['list'] }] }],
      [
        `${rbac}/rolebindings`,
        {
          metadata,
          roleRef: { apiGroup: api, kind: 'Role', name: 'reader' },
          subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'default' }]
        }
      ]
    ] as const)
      ok(await cluster.api.call('POST', where, { body }))
    const granted = await cluster.api.call('POST', `${namespaced}/serviceaccounts/reader/token`, {
      body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }
    })
    const { connection } = await readKubeconfig(cluster.kubeconfig, (file) => readFile(file))
    using reader = openKubernetesApi({ ...connection, token: readTextAt(ok(granted), 'status', 'token') })
    expect(await reader.call('GET', `${namespaced}/configmaps`)).toMatchObject({ status: 200 })
    expect(await reader.call('GET', `${namespaced}/secrets`)).toMatchObject({ status: 403 })
  })

  test(
    'lives beside another, and each has its own objects',
    async () => {
      await using other = await boot()
      expect(folderOf(other)).not.toBe(folderOf(cluster))
      const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'only-here' } }
      ok(await cluster.api.call('POST', '/api/v1/namespaces', { body }))
      expect(await other.api.call('GET', '/api/v1/namespaces/only-here')).toMatchObject({ status: 404 })
    },
    SLOW_MS
  )
})

test('after its scope a cluster is gone, with its processes and its folder, and calls to it reject', async () => {
  let api: Cluster['api']
  {
    await using cluster = await boot()
    api = cluster.api
    expect(pidsUnder(path).length).toBeGreaterThanOrEqual(4)
  }
  nothingIsLeft()
  await expect(api.call('GET', '/version')).rejects.toThrow('its scope has ended')
})

test.each(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const)(
  'when %s dies while it is used, calls and watches reject with the end of its log',
  async (name) => {
    {
      await using cluster = await boot()
      const watching = (async () => {
        for await (const event of cluster.api.watch('/api/v1/pods', never)) void event
      })()
      const pid = pidOf(cluster, name)
      process.kill(pid, 'SIGKILL')
      const broken = { kind: 'command', message: expect.stringMatching(`${name} was ended by SIGKILL, its log`) }
      await expect(watching).rejects.toMatchObject(broken)
      await expect(cluster.api.call('GET', '/version')).rejects.toMatchObject(broken)
    }
    nothingIsLeft()
  }
)

test.each(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const)(
  'when %s does not start, the failure holds what it said, and nothing is left',
  async (name) => {
    const program = await script(`${name}-broken`, 'echo "cannot do it: the reason" >&2; exit 3')
    const broken = boot({ toolchain: replaced(name, program) })
    await expect(broken).rejects.toMatchObject({ kind: 'command', message: expect.stringContaining('exit status 3') })
    await expect(broken).rejects.toMatchObject({ message: expect.stringContaining('cannot do it: the reason') })
    nothingIsLeft()
  }
)

test('a program that is not there is a matter of the environment', async () => {
  const missing = boot({ toolchain: replaced('kube-apiserver', join(path, 'no-such-program')) })
  await expect(missing).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('no-such-program')
  })
  nothingIsLeft()
})

test('when somebody takes the port first, the API server gets another', async () => {
  const { path: real } = await tools.tool('kube-apiserver', KUBERNETES, never)
  const taken = join(path, 'taken')
  const program = await script(
    'kube-apiserver-once',
    `[ -e ${taken} ] || { : >${taken}; echo "listen tcp 127.0.0.1:1: bind: address already in use"; exit 1; }; exec ${real} "$@"`
  )
  {
    await using cluster = await boot({ toolchain: replaced('kube-apiserver', program) })
    expect(existsSync(taken)).toBe(true)
    expect(await cluster.api.call('GET', '/readyz')).toMatchObject({ status: 200 })
  }
  nothingIsLeft()
})

test('elsewhere than on Linux there is none, and the failure says what to use', async () => {
  await expect(boot({ os: 'darwin' })).rejects.toMatchObject({
    kind: 'environment',
    hint: expect.stringContaining('kind')
  })
})

/** Starts programs, and aborts as soon as the n-th was asked for, or has started. */
const abortingAt = (n: number, when: 'before' | 'after', stop: AbortController): Processes => {
  let count = 0
  return {
    run: run.run,
    async start(argv, options) {
      const isIt = ++count === n
      if (isIt && when === 'before') stop.abort(new Failure('input', 'enough', { hint: 'Run again.' }))
      const service = await run.start(argv, options)
      if (isIt && when === 'after') stop.abort(new Failure('input', 'enough', { hint: 'Run again.' }))
      return service
    }
  }
}

test.each([1, 2, 3, 4].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]))(
  'an abort as program %i starts (%s) leaves nothing behind',
  async (n, when) => {
    const stop = new AbortController()
    await expect(boot({ processes: abortingAt(n, when, stop) }, stop.signal)).rejects.toThrow('enough')
    nothingIsLeft()
  }
)

test.each([0, 1, 20, 200, 600, 1200, 2400])('an abort %i ms after the start leaves nothing behind', async (ms) => {
  const stop = new AbortController()
  const booting = boot({}, stop.signal)
  const timer = setTimeout(() => stop.abort(new Failure('input', 'enough', { hint: 'Run again.' })), ms)
  const outcome = await booting.then(
    async (cluster) => {
      clearTimeout(timer)
      await cluster[Symbol.asyncDispose]()
      return 'it was ready before'
    },
    (error: Error) => error.message
  )
  expect(['enough', 'it was ready before']).toContain(outcome)
  nothingIsLeft()
})

test('what a killed run leaves is ended and removed by the next one', async () => {
  const adapters = join(import.meta.dirname, '../../src/adapters')
  const paths = Object.fromEntries(
    await Promise.all(
      (['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const).map(
        async (name) => [name, (await tools.tool(name, KUBERNETES, never)).path] as const
      )
    )
  )
  const program = join(path, 'owner.ts')
  await writeFile(
    program,
    `import { controlPlane } from ${JSON.stringify(join(adapters, 'clusters/control-plane/control-plane.ts'))}
     import { disk } from ${JSON.stringify(join(adapters, 'machine/disk.ts'))}
     import { processes } from ${JSON.stringify(join(adapters, 'machine/process.ts'))}
     const paths = ${JSON.stringify(paths)}
     const toolchain = { tool: async (name) => ({ name, path: paths[name] }) }
     const platform = { os: process.platform, arch: process.arch }
     const files = disk(${JSON.stringify(path)})
     const clusters = controlPlane({ toolchain, processes: processes(), files, env: {}, platform, note: () => {} })
     const cluster = await clusters.create('${KUBERNETES}', new AbortController().signal)
     console.log(cluster.kubeconfig)
     setInterval(() => {}, 1000)`
  )
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const kubeconfig = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('the run ended before its cluster was ready')))
  })
  child.kill('SIGKILL')
  await exited
  expect(pidsUnder(path).length).toBeGreaterThanOrEqual(4)
  expect(existsSync(kubeconfig)).toBe(true)

  await sweepProcesses()
  await sweepFiles(path)
  await until(() => pidsUnder(path).length === 0)
  nothingIsLeft()
})
