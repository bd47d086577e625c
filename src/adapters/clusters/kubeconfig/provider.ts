import type { Provider } from '../provider.ts'
import type { KubeconfigPlan } from './lent.ts'

/** A cluster that already runs: never one that just lies there, since it may be production's. */
export const kubeconfigProvider: Provider<KubeconfigPlan> = {
  name: 'kubeconfig',
  bytes: 0,
  releases: {},
  namedBy: ({ kubeconfig }) => (kubeconfig === '' ? undefined : 'an input names a kubeconfig'),
  choose: async (asked, why, looking) => (await import('./running-plan.ts')).planRunningCluster(asked, why, looking),
  clusters: async (plan, parts) => (await import('./lent.ts')).lendCluster(plan, parts)
}
