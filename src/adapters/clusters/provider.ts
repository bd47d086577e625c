import type { Config } from '../../config/inputs.ts'
import type { Env } from '../../go/environment.ts'
import type { ProviderName } from '../../model/cluster-providers.ts'
import type { Clusters } from '../../model/ports/kubernetes.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Exec, Processes } from '../../model/ports/processes.ts'
import type { Toolchain } from '../../model/ports/toolchain.ts'
import type { ClusterPlan } from '../../plan/cluster-plan.ts'
import type { MachinePlatform } from '../toolchain/platform.ts'

/** How clusters of one kind are chosen and made. Every start loads this record, so what is heavy is imported when it is asked for. */
export interface Provider<Plan extends ClusterPlan = ClusterPlan> {
  readonly name: ProviderName
  /** What one cluster takes at its peak, in bytes; 0 where none is made. */
  readonly bytes: number
  /** What stands behind each Kubernetes minor that it offers, newest first; empty where only the cluster can say. */
  readonly releases: PinnedReleases
  /** Why `auto` takes it; left out where `auto` takes it only for an input. */
  readonly auto?: string
  /** Which input names it, though the input `cluster` is auto. */
  namedBy?(asked: ClusterRequest): string | undefined
  /** Looks whether it works here, or why not. Rejects with a Failure where what is asked for cannot be had. */
  choose(asked: ClusterRequest, why: string, looking: Looking): Promise<Plan | { readonly missing: string }>
  /** Why its clusters, which work, are of no use to this machine. */
  elsewhere?(looking: Looking): Promise<string | undefined>
  clusters(plan: Plan, parts: ClusterParts): Promise<Clusters>
  readonly leftovers?: Leftovers
}

/** What a killed run may have left outside of files and processes. */
export interface Leftovers {
  /** The label of the scratch folder that is there as long as a run has something there. */
  readonly mark: string
  /** Removes it; resolves with whether nothing is left. */
  sweep(sweeping: Sweeping, signal: AbortSignal): Promise<boolean>
}

export type PinnedReleases = Readonly<Record<string, string>>

/** What was asked for that decides the provider of clusters. */
export type ClusterRequest = Pick<
  Config,
  'cluster' | 'kubeconfig' | 'context' | 'existing-crds' | 'image-mirrors' | 'kubernetes'
> & {
  /** Whether programs are to be rolled out in pods, which have to run for that. */
  readonly pods: boolean
}

/** How the machine and a cluster are asked. */
export interface Looking {
  readonly run: Exec
  readonly env: Env
  readonly cwd: string
  readonly platform: MachinePlatform
  readonly files: Files
  readonly signal: AbortSignal
  /** Told the credentials of a kubeconfig before they are used. */
  readonly mask?: (secret: string) => void
}

export interface Sweeping {
  readonly processes: { readonly run: Exec }
  readonly env: Env
  readonly platform: MachinePlatform
  readonly note: (line: string) => void
}

export interface ClusterParts extends Sweeping {
  readonly toolchain: Toolchain
  readonly processes: Processes
  readonly files: Files
  /** In the system's temporary folder. */
  readonly temporary: Files
  /** Folder for the logs of clusters that did not come up. */
  readonly logs: string
}

/** The releases of pinned tools, by minor. */
export const listPinnedReleases = (pins: Readonly<Record<string, { readonly version: string }>>): PinnedReleases =>
  Object.fromEntries(Object.entries(pins).map(([minor, { version }]) => [minor, version]))
