import type { ProviderName } from '../model/cluster-providers.ts'

/** Where the proof can run, or why nowhere. */
export type ProviderChoice = ClusterPlan | { readonly missing: string }

/** Where the proof runs, and why there. */
export type ClusterPlan = {
  readonly why: string
  /** What stands behind a Kubernetes minor there: `1.37` → `v1.37.1`. */
  readonly releases: Readonly<Record<string, string>>
} & (
  | { readonly provider: Exclude<ProviderName, 'kind' | 'kubeconfig'> }
  | {
      readonly provider: 'kind'
      /** Registries that are asked for a node image after its own. */
      readonly mirrors: readonly string[]
    }
  | {
      readonly provider: 'kubeconfig'
      /** Absolute path of the kubeconfig file. */
      readonly file: string
      readonly context: string
      /** What is done about a CRD that is there already and is not as a trial wants it. */
      readonly crds: 'adopt' | 'refuse'
    }
)
