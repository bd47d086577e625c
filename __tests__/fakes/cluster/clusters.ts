import type { Cluster, Clusters, KubernetesApi, PodBehaviour } from '../../../src/model/ports/kubernetes.ts'

export interface FakeClusters extends Clusters {
  /** What was asked for and is not disposed yet, by Kubernetes minor. */
  readonly open: readonly string[]
  /** Everything that was asked for. */
  readonly created: readonly string[]
  readonly simulated: readonly (readonly [image: string, behaviour: PodBehaviour])[]
}

/** Clusters whose API is the given function, for tests of what is done with one. Their files do not exist. */
export function fakeClusters(call: KubernetesApi['call'], watch: KubernetesApi['watch'] = nothing): FakeClusters {
  const open: string[] = []
  const created: string[] = []
  const simulated: [string, PodBehaviour][] = []
  return {
    open,
    created,
    simulated,
    async create(kubernetes, signal): Promise<Cluster> {
      signal.throwIfAborted()
      created.push(kubernetes)
      open.push(kubernetes)
      return {
        provider: 'control-plane',
        server: `v${kubernetes}.0`,
        api: { call, watch },
        kubeconfig: '/fake/admin.kubeconfig',
        kubectl: '/fake/kubectl',
        load: undefined,
        saveLogs: undefined,
        simulate: (image, behaviour) => void simulated.push([image, behaviour]),
        async [Symbol.asyncDispose]() {
          const place = open.indexOf(kubernetes)
          if (place >= 0) open.splice(place, 1)
        }
      }
    }
  }
}

async function* nothing(): ReturnType<KubernetesApi['watch']> & AsyncGenerator<never> {
  // Ends at once.
}
