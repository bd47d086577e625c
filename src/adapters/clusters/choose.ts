import { findClusterProvider as knownOf } from '../../model/cluster-providers.ts'
import type { ClusterPlan, ProviderChoice } from '../../plan/cluster-plan.ts'
import type { ClusterRequest, Looking, Provider, PinnedReleases } from './provider.ts'
import { findProvider, PROVIDERS } from './providers.ts'

/**
 * Where the proof can run here, and why there; only looks. `auto`: the provider that an input names, else the first that
 * works, in the order of the list; one behind it where that can be had and only it has the Kubernetes versions that are
 * asked for, or pods that run. Rejects with a Failure when what was asked for by name cannot be had. `pinned` stands in
 * for the releases of providers.
 */
export async function chooseProvider(
  asked: ClusterRequest,
  looking: Looking,
  pinned: Readonly<Partial<Record<ClusterPlan['provider'], PinnedReleases>>> = {}
): Promise<ProviderChoice> {
  const providers = PROVIDERS.map((provider) => ({ ...provider, releases: pinned[provider.name] ?? provider.releases }))
  if (asked.cluster !== 'auto')
    return await findProvider(asked.cluster, providers).choose(asked, `cluster is ${asked.cluster}`, looking)
  for (const provider of providers) {
    const why = provider.namedBy?.(asked)
    if (why !== undefined) return await provider.choose(asked, `auto: ${why}`, looking)
  }
  const missing: string[] = []
  for (const [i, provider] of providers.entries()) {
    if (provider.auto === undefined) continue
    const choice = await provider.choose(asked, `auto: ${missing.at(-1) ?? provider.auto}`, looking)
    if (!('missing' in choice)) return await chooseBest(choice, provider, providers.slice(i + 1), asked, looking)
    missing.push(choice.missing)
  }
  return { missing: missing.join('; ') }
}

/** What works first, or one behind it that proves more of what is asked for; what would have been better is told. */
async function chooseBest(
  first: ClusterPlan,
  provider: Provider,
  others: readonly Provider[],
  asked: ClusterRequest,
  looking: Looking
): Promise<ClusterPlan> {
  let { why } = first
  for (const other of others) {
    const better = explainBetter(other, provider, asked)
    if (better === undefined) continue
    const choice = await other.choose(asked, `auto: ${better}`, looking)
    const missing = 'missing' in choice ? choice.missing : await other.elsewhere?.(looking)
    if (missing === undefined && !('missing' in choice)) return choice
    why = `${why}; ${better}, but ${missing}`
  }
  return { ...first, why }
}

/** Why a provider proves more of what is asked for than another one does, where it does. */
function explainBetter(other: Provider, first: Provider, { kubernetes, pods }: ClusterRequest): string | undefined {
  if (other.auto === undefined) return undefined
  const minors = kubernetes === 'auto' ? [] : kubernetes
  if (minors.some((minor) => other.releases[minor] === undefined)) return undefined
  const only = minors.filter((minor) => first.releases[minor] === undefined)
  if (only.length) return `only ${other.name} has Kubernetes ${only.join(', ')}`
  return pods && knownOf(other.name).pods === 'run' && knownOf(first.name).pods !== 'run'
    ? 'slipway.yaml rolls programs out in pods (deployment), and only there they run'
    : undefined
}
