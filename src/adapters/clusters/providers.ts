import type { ClusterPlan } from '../../plan/cluster-plan.ts'
import { controlPlaneProvider } from './control-plane/provider.ts'
import { kindProvider } from './kind/provider.ts'
import { kubeconfigProvider } from './kubeconfig/provider.ts'
import type { Provider } from './provider.ts'

/** The one list of providers; `auto` takes the first that works, in this order. */
export const PROVIDERS: readonly Provider[] = [controlPlaneProvider, kindProvider, kubeconfigProvider]

export const findProvider = (name: ClusterPlan['provider'], providers = PROVIDERS): Provider => {
  const found = providers.find((provider) => provider.name === name)
  if (!found) throw new Error(`no adapter makes clusters of ${name}`)
  return found
}

/** For compilers and archives beside clusters, in bytes. */
const RESERVE = 1500 * 1024 * 1024

/** How many clusters fit side by side into so many bytes; one always has to. */
export function countClustersAtOnce(name: ClusterPlan['provider'], available: number): number {
  const { bytes } = findProvider(name)
  return bytes === 0 ? 1 : Math.max(1, Math.floor((available - RESERVE) / bytes))
}
