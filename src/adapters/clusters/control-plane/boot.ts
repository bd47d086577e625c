import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import type { Cluster, KubernetesApi } from '../../../model/ports/kubernetes.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Processes, Service } from '../../../model/ports/processes.ts'
import { readObjectsAt, readTextAt } from '../../../base/json.ts'
import type { Scope } from '../../../base/scope.ts'
import { translateToGo, type MachinePlatform } from '../../toolchain/platform.ts'
import { startApiServer } from './api-server.ts'
import { etcd, GARBAGE, kubeApiserver, kubeControllerManager, kubeScheduler, PATHS } from './components.ts'
import type { Component } from './components.ts'
import { makeCredentials, formatKubeconfig, formatTokenFile } from './credentials.ts'
import { guardApi } from '../guarded.ts'
import { NODE, simulateNode } from './simulated-node.ts'
import { waitUntil } from '../until.ts'

export interface BootOptions {
  readonly processes: Processes
  readonly files: Files
  /** The environment of the programs, to which HOME is added. */
  readonly env: Readonly<Record<string, string>>
  readonly platform: MachinePlatform
  /** Says what is being done right now, and when the simulated node has trouble. */
  readonly note: (line: string) => void
}

/** Paths of the programs. */
export type ControlPlaneTools = Readonly<Record<Component | 'kubectl', string>>

/**
 * From nothing to a ready cluster. What has to end is in the scope as soon as it exists; a program that ends by itself
 * aborts `lost`, at any time.
 */
export async function bootControlPlane(
  { processes, files, env, platform, note }: BootOptions,
  tools: ControlPlaneTools,
  scope: Scope,
  lost: AbortController,
  signal: AbortSignal
): Promise<Omit<Cluster, typeof Symbol.asyncDispose>> {
  const { path: folder } = scope.use(await files.scratch('control-plane'))
  // One after the other: a write that is still under way would bring the folder back after it was removed.
  const save = async (content: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(content)) await files.write(join(folder, name), text, 0o600)
  }
  const services = new Set<Service>()
  scope.defer(() => stopAll(services))
  const run = async (component: Component, args: readonly string[], more = {}): Promise<Service> => {
    signal.throwIfAborted()
    const log = join(folder, PATHS.log(component))
    const variables = { ...env, ...more, HOME: folder }
    const service = await processes.start([tools[component], ...args], { cwd: folder, env: variables, log })
    services.add(service)
    void service.ended.then(() => services.delete(service))
    return service
  }
  const keep = (service: Service): void =>
    void service.ended.then((how) =>
      lost.abort(
        new Failure('command', `the control plane broke: ${how}`, {
          hint: 'See its log above; a machine that runs out of memory or disk ends it like that.'
        })
      )
    )

  note('starting etcd and kube-apiserver')
  const secrets = makeCredentials()
  await save({
    [PATHS.tokens]: formatTokenFile(secrets),
    [PATHS.signingKey]: secrets.signingKey,
    [PATHS.verifyingKey]: secrets.verifyingKey
  })
  keep(await run('etcd', etcd()))
  const { service, url, certificate, client } = await startApiServer(
    (port) => run('kube-apiserver', kubeApiserver(port), GARBAGE),
    (name) => files.read(join(folder, name)),
    secrets.admin,
    signal
  )
  scope.use(client)
  scope.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')))
  keep(service)
  await save({
    [PATHS.admin]: formatKubeconfig(url, certificate, secrets.admin),
    [PATHS.controllerManager]: formatKubeconfig(url, certificate, secrets.controllerManager),
    [PATHS.scheduler]: formatKubeconfig(url, certificate, secrets.scheduler)
  })

  const api = guardApi(client, lost.signal)
  const node = scope.use(simulateNode(api, translateToGo(platform).arch, note))
  node.broken.catch((error: unknown) => lost.abort(error))
  // The other two look at its health once a second, so that starting them before it is healthy makes them late.
  await waitUntil(signal, async () => (await api.call('GET', '/readyz', { signal })).status === 200)
  note('starting kube-controller-manager and kube-scheduler')
  keep(await run('kube-controller-manager', kubeControllerManager()))
  keep(await run('kube-scheduler', kubeScheduler()))

  const version = await api.call('GET', '/version', { signal })
  await waitUntil(signal, () => isUsable(api, signal))
  return {
    provider: 'control-plane',
    server: readTextAt(version.body, 'gitVersion'),
    api,
    kubeconfig: join(folder, PATHS.admin),
    kubectl: tools.kubectl,
    load: undefined,
    saveLogs: (to) => saveLogs(files, folder, to),
    simulate: (image, behaviour) => node.simulate(image, behaviour)
  }
}

/**
 * Pods may be made, and have where to go. The controller manager makes the account, and takes off the taint that the
 * API server put on the new node once it has seen it Ready.
 */
async function isUsable(api: KubernetesApi, signal: AbortSignal): Promise<boolean> {
  const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal })
  const node = await api.call('GET', `/api/v1/nodes/${NODE}`, { signal })
  return account.status === 200 && node.status === 200 && readObjectsAt(node.body, 'spec', 'taints').length === 0
}

async function saveLogs(files: Files, folder: string, to: string): Promise<void> {
  for (const name of await files.list(join(folder, 'log'))) await files.copy(join(folder, 'log', name), join(to, name))
}

/** Nothing of it is used again, so nothing is closed in good order, which would take 3 s. */
async function stopAll(services: ReadonlySet<Service>): Promise<void> {
  for (const { pid } of services) killProcess(pid)
  const ends = await Promise.allSettled([...services].map((service) => service[Symbol.asyncDispose]()))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already; disposing waits for what it left.
  }
}
