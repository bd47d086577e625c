import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { readAt, readObjectsAt, readTextAt } from '../../../base/json.ts'
import { Scope } from '../../../base/scope.ts'
import type { Cluster, Clusters, KubernetesApi } from '../../../model/ports/kubernetes.ts'
import type { Toolchain } from '../../../model/ports/toolchain.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Processes } from '../../../model/ports/processes.ts'
import { openKubernetesApi } from '../../kubernetes/client.ts'
import { readKubeconfig } from '../../kubernetes/kubeconfig.ts'
import { formatOwner } from '../../machine/owner.ts'
import { findOnPath } from '../../toolchain/machine.ts'
import { KIND, type NodeImage } from '../../toolchain/pins.ts'
import type { MachinePlatform } from '../../toolchain/platform.ts'
import { guardApi } from '../guarded.ts'
import { obtainKubectl } from '../kubectl-for.ts'
import { waitUntil } from '../until.ts'
import { bindDocker, pickEngineEnv, type Docker, MARK } from './engine.ts'
import { obtainNodeImage } from './image.ts'
import { sweepEngine, sweepNoted } from './leftovers.ts'
import { formatClusterName, NETWORK_LABEL, removeCluster } from './remains.ts'

export interface KindOptions {
  readonly toolchain: Toolchain
  readonly processes: Processes
  readonly files: Files
  /** Where the mark of a run that has something in the engine lies: a scratch folder that any later run on this machine sees. */
  readonly temporary: Pick<Files, 'scratch'>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: MachinePlatform
  readonly note: (line: string) => void
  /** Folder for the logs of a cluster that did not come up. */
  readonly logs: string
  /** The node images, by Kubernetes minor; those of pins.ts when left out. */
  readonly images?: Readonly<Record<string, NodeImage>>
}

/** How long kind may take in milliseconds, the pull left out: it needs 22 s on two quiet cores. */
const PATIENCE_MS = 300_000
/** For cleaning up, which the end of a run does not stop, in milliseconds. */
const REMOVAL_MS = 90_000

let made = 0

/**
 * Real clusters of one node in a container, by kind in a Docker engine. Each has a name and a network of its own, so
 * that runs that share an engine do not meet. What killed runs left in the engine is removed first. A cluster that does
 * not come up leaves its logs in a folder and nothing else.
 */
export const kindClusters = ({ mirrors }: { readonly mirrors: readonly string[] }, options: KindOptions): Clusters => ({
  async create(kubernetes, signal) {
    const { toolchain, processes, files, temporary, env, note, images = KIND.images } = options
    signal.throwIfAborted()
    const image = images[kubernetes]
    if (!image)
      throw new Failure('input', `there is no kind node image for Kubernetes ${kubernetes}`, {
        hint: `Offered: ${Object.keys(images).join(', ')}.`
      })
    const path = await findOnPath('docker', env, options.platform)
    if (path === undefined)
      throw new Failure('environment', 'kind needs a container engine, and docker is not on PATH', {
        hint: 'Install Docker, or use --cluster control-plane.'
      })
    const docker = bindDocker(path, processes.run, env)
    await using scope = new Scope()
    const { path: folder } = scope.use(await temporary.scratch(MARK))
    const kind = await toolchain.tool('kind', undefined, signal)
    const kubectl = await obtainKubectl(toolchain, kubernetes, signal)
    await sweepNoted(docker, note, signal)

    const name = formatClusterName(formatOwner(), ++made)
    const ref = await obtainNodeImage(image, mirrors, { docker, note }, signal)
    // Not under the run's signal: a run that was stopped still cleans up.
    scope.defer(() => removeCluster(name, docker, AbortSignal.timeout(REMOVAL_MS)))
    await makeNetwork(name, docker, signal)

    const kubeconfig = join(folder, 'kubeconfig')
    const kindEnv = {
      ...pickEngineEnv(env),
      KIND_EXPERIMENTAL_PROVIDER: 'docker',
      KIND_EXPERIMENTAL_DOCKER_NETWORK: name
    }
    const runKind = (args: readonly string[], within: AbortSignal, input?: string) =>
      processes.run([kind.path, ...args], {
        env: kindEnv,
        signal: within,
        onLine: (line) => note(line.trim()),
        ...(input !== undefined && { input })
      })
    const saveLogs = async (to: string, within: AbortSignal): Promise<void> => {
      await runKind(['export', 'logs', to, '--name', name], within).catch(async (error: unknown) => {
        // It fails when one of many cannot be had, and saves the others: of a broken node some never can.
        if ((await files.list(to)).length === 0) throw error
      })
    }
    const limit = AbortSignal.timeout(PATIENCE_MS)
    const booting = AbortSignal.any([signal, limit])
    try {
      note(`kind creates ${name} from ${ref}`)
      await runKind(formatCreateArguments(name, ref, kubeconfig), booting, CONFIG)
      const { connection } = await readKubeconfig(kubeconfig, (file) => files.read(file))
      const client = scope.use(openKubernetesApi(connection))
      // kind's own wait ends with success when its time is over.
      await waitUntil(booting, () => isUsable(client, booting))
      const version = await client.call('GET', '/version', { signal: booting })
      const lost = new AbortController()
      scope.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')))
      const owned = scope.move()
      return {
        provider: 'kind',
        server: readTextAt(version.body, 'gitVersion'),
        api: guardApi(client, lost.signal),
        kubeconfig,
        kubectl: kubectl.path,
        load: async (archive, within) =>
          void (await runKind(['load', 'image-archive', archive, '--name', name], within)),
        saveLogs,
        simulate: undefined,
        [Symbol.asyncDispose]: () => owned.disposeAsync()
      } satisfies Cluster
    } catch (error) {
      signal.throwIfAborted()
      const logs = join(options.logs, `kubernetes-${kubernetes}`)
      const saved = await saveLogs(logs, AbortSignal.timeout(REMOVAL_MS)).then(
        () => `Its logs are in ${logs}.`,
        (why: unknown) => `Its logs could not be saved: ${String(why)}`
      )
      if (error instanceof Failure || limit.aborted) throw makeBootFailure(kubernetes, error, limit.aborted, saved)
      throw error
    }
  },

  sweep: async (signal) => void (await sweepEngine(options, signal))
})

const makeBootFailure = (kubernetes: string, error: unknown, late: boolean, saved: string): Failure =>
  new Failure(
    error instanceof Failure && !late ? error.kind : 'environment',
    late
      ? `the kind cluster of Kubernetes ${kubernetes} was not ready after ${PATIENCE_MS / 1000} s`
      : `the kind cluster of Kubernetes ${kubernetes} did not come up: ${(error as Error).message}`,
    { hint: saved, cause: error instanceof Failure ? error.cause : error }
  )

const formatCreateArguments = (name: string, image: string, kubeconfig: string): readonly string[] => [
  ...['create', 'cluster', '--name', name, '--image', image, '--config', '-'],
  ...['--kubeconfig', kubeconfig, '--wait', '120s'],
  // Its containers stay when it fails, so that their logs can be saved; then they go all the same.
  '--retain'
]

/** JSON is YAML. The API server listens on a free port of loopback, as kind does by itself. */
const CONFIG = JSON.stringify({
  kind: 'Cluster',
  apiVersion: 'kind.x-k8s.io/v1alpha4',
  nodes: [{ role: 'control-plane' }],
  // Since 1.35 a kubelet does not start on cgroup v1 unless told so; elsewhere it changes nothing.
  kubeadmConfigPatches: [
    JSON.stringify({ kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', failCgroupV1: false })
  ]
})

/** As kind makes its own, but one for each cluster and with a label, by which it is found again. */
const makeNetwork = (name: string, docker: Docker, signal: AbortSignal): Promise<string> =>
  docker(
    [
      ...['network', 'create', '--driver', 'bridge', '--label', `${NETWORK_LABEL}=${name}`],
      ...['--opt', 'com.docker.network.bridge.enable_ip_masquerade=true', name]
    ],
    signal
  )

async function isUsable(api: KubernetesApi, signal: AbortSignal): Promise<boolean> {
  const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal })
  const nodes = await api.call('GET', '/api/v1/nodes', { signal })
  const ready = readObjectsAt(nodes.body, 'items').some((node) =>
    readObjectsAt(node, 'status', 'conditions').some(
      (one) => readAt(one, 'type') === 'Ready' && readAt(one, 'status') === 'True'
    )
  )
  return account.status === 200 && ready
}
