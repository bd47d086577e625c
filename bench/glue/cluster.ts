import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  etcd,
  GARBAGE,
  kubeApiserver,
  kubeControllerManager,
  kubeScheduler,
  PATHS,
  type Component
} from '../../src/adapters/clusters/control-plane/components.ts'
import {
  makeCredentials,
  formatKubeconfig,
  formatTokenFile
} from '../../src/adapters/clusters/control-plane/credentials.ts'
import { findFreePort } from '../../src/adapters/clusters/control-plane/free-port.ts'
import { NODE, simulateNode } from '../../src/adapters/clusters/control-plane/simulated-node.ts'
import { openKubernetesApi } from '../../src/adapters/kubernetes/client.ts'
import { translateToGo } from '../../src/adapters/toolchain/platform.ts'
import type { Processes } from '../../src/model/ports/processes.ts'

/** Paths of the programs. */
export type Programs = Readonly<Record<Component | 'kubectl', string>>

export interface HandMade extends AsyncDisposable {
  readonly kubeconfig: string
  /** From now on no container of this image starts. */
  readonly breaks: (image: string) => void
}

/** As in `until curl …; do sleep 0.1; done`. */
const POLL_MS = 100
const PATIENCE_MS = 120_000

/**
 * A control plane as a script starts one: each program when the one before answers, by a look every 0.1 s. The flags
 * and the simulated node are Slipway's, so that the time between two runs is nobody's choice of flags.
 */
export async function startCluster(processes: Processes, programs: Programs, folder: string): Promise<HandMade> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const path = (name: string): string => join(folder, name)
  await using stack = new AsyncDisposableStack()
  const serve = async (name: Component, args: readonly string[], more = {}): Promise<void> => {
    const options = { cwd: folder, env: { HOME: folder, ...more }, log: path(PATHS.log(name)) }
    const service = stack.use(await processes.start([programs[name], ...args], options))
    void service.ended.then((how) => console.log(how))
  }
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + PATIENCE_MS; !(await holds().catch(() => false)); await sleep(POLL_MS))
      if (Date.now() > end) throw new Error(`${what} after ${PATIENCE_MS / 1000} s; read ${path('log')}`)
  }

  const secrets = makeCredentials()
  await writeFile(path(PATHS.tokens), formatTokenFile(secrets))
  await writeFile(path(PATHS.signingKey), secrets.signingKey)
  await writeFile(path(PATHS.verifyingKey), secrets.verifyingKey)
  const port = await findFreePort()
  const server = `https://127.0.0.1:${port}`
  await serve('etcd', etcd())
  await serve('kube-apiserver', kubeApiserver(port), GARBAGE)
  await until('no certificate', async () => (await readFile(path(PATHS.certificateKey))).length > 0)

  const certificate = await readFile(path(PATHS.certificate), 'utf8')
  for (const [name, token] of [
    [PATHS.admin, secrets.admin],
    [PATHS.controllerManager, secrets.controllerManager],
    [PATHS.scheduler, secrets.scheduler]
  ] as const)
    await writeFile(path(name), formatKubeconfig(server, certificate, token))
  const api = stack.use(openKubernetesApi({ server: new URL(server), ca: certificate, token: secrets.admin }))
  const has = async (url: string): Promise<boolean> => (await api.call('GET', url)).status === 200
  await until('kube-apiserver is not ready', () => has('/readyz'))
  const node = stack.use(
    simulateNode(api, translateToGo({ os: process.platform, arch: process.arch }).arch, console.log)
  )
  await until('there is no node', () => has(`/api/v1/nodes/${NODE}`))
  await serve('kube-controller-manager', kubeControllerManager())
  await serve('kube-scheduler', kubeScheduler())
  const env = { KUBECONFIG: path(PATHS.admin), HOME: folder }
  for (const [what, condition] of [
    ['serviceaccount/default', 'create'],
    [`node/${NODE}`, 'condition=Ready']
  ] as const)
    await processes.run([programs.kubectl, 'wait', `--for=${condition}`, what, '--timeout=60s'], { env })

  const owned = stack.move()
  return {
    kubeconfig: path(PATHS.admin),
    breaks: (image) => node.simulate(image, 'bad-image'),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}
