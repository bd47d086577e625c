import type { ClusterPlan } from '../../plan/planned.ts'

const MIB = 1024 * 1024

/** What one cluster takes at its peak, in bytes: docs/control-plane.md and docs/clusters.md have the measurements. */
const COST: Readonly<Record<ClusterPlan['provider'], number>> = {
  'control-plane': 700 * MIB,
  kind: 1500 * MIB,
  kubeconfig: 0
}

/** For compilers and archives beside them, in bytes. */
const RESERVE = 1500 * MIB

/** How many clusters fit side by side into so many bytes; one always has to. */
export const clustersAtOnce = (provider: ClusterPlan['provider'], available: number): number =>
  COST[provider] === 0 ? 1 : Math.max(1, Math.floor((available - RESERVE) / COST[provider]))
