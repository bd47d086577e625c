import type { ToolName } from './ports/toolchain.ts'

/** What becomes of pods in a cluster: they are simulated, they run, or no image can be put there. */
export type Pods = 'simulated' | 'run' | 'no image'

/** What every part of Slipway knows of a provider of clusters. */
export interface ClusterProvider {
  readonly name: string
  /** Its clusters, for the help: `a cluster in containers`. */
  readonly clusters: string
  readonly pods: Pods
  /** Whether Slipway makes its clusters and takes them away; else somebody else changes them, too. */
  readonly ours: boolean
  /** The tool that says whether its clusters can be made, and whether there is one for each Kubernetes. */
  readonly tool?: { readonly name: ToolName; readonly perKubernetes: boolean }
}

/** The one list of providers, in the order in which `auto` takes them; src/adapters/clusters has how each is made. */
export const CLUSTER_PROVIDERS = [
  {
    name: 'control-plane',
    clusters: 'processes on this machine with simulated pods',
    pods: 'simulated',
    ours: true,
    tool: { name: 'kube-apiserver', perKubernetes: true }
  },
  {
    name: 'kind',
    clusters: 'a cluster in containers',
    pods: 'run',
    ours: true,
    tool: { name: 'kind', perKubernetes: false }
  },
  { name: 'kubeconfig', clusters: 'a cluster that already runs', pods: 'no image', ours: false }
] as const satisfies readonly ClusterProvider[]

export type ProviderName = (typeof CLUSTER_PROVIDERS)[number]['name']

export const findClusterProvider = (name: ProviderName): ClusterProvider => {
  const found = CLUSTER_PROVIDERS.find((provider) => provider.name === name)
  if (!found) throw new Error(`there is no provider ${name}`)
  return found
}
