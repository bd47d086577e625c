import type { Analysis } from '../analysis.ts'
import { Failure } from '../errors.ts'
import type { Config } from '../inputs.ts'
import type { Trial } from '../model.ts'
import { OWN } from '../smi/set-names.ts'
import { smiVersions } from '../smi/versions.ts'
import { digestOf, type Sources } from '../sources.ts'
import type { ClusterPlan, Planned, Surroundings } from './around.ts'

export function trials(
  config: Config,
  { imports }: Analysis,
  sources: Sources,
  name: string,
  version: string,
  around: Surroundings
): Planned<Trial> {
  if (config.kubernetes.length === 0) return { skip: 'kubernetes is none' }
  const speaks = smiVersions(imports)
  const client = imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path))
  const suites =
    config.suites === 'auto'
      ? [...(speaks.length ? ['smi' as const] : []), ...(client || speaks.length ? ['workload' as const] : [])]
      : config.suites
  if (suites.length === 0)
    return {
      skip:
        config.suites === 'auto' ? 'the program imports neither the SMI SDK nor a Kubernetes client' : 'suites is none'
    }
  if ('missing' in around.provider)
    throw new Failure('environment', `no cluster can be made here: ${around.provider.missing}`, {
      hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
    })
  return {
    work: chosen(config.kubernetes, around.provider).flatMap((kubernetes) =>
      suites.flatMap((suite): readonly Trial[] =>
        suite === 'smi'
          ? config['smi-set'].map((set) => ({
              suite,
              kubernetes,
              with: {
                set,
                ...(set === OWN && { files: digestOf(sources.crds) }),
                speaks: speaks.map(({ group, version }) => `${group}/${version}`)
              }
            }))
          : [
              {
                suite,
                kubernetes,
                with: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` }
              }
            ]
      )
    )
  }
}

/** The Kubernetes minors to prove against, each once; auto is the newest there is. */
function chosen(asked: Config['kubernetes'], { provider, releases }: ClusterPlan): readonly string[] {
  const offers = Object.keys(releases)
  if (asked === 'auto') return offers.slice(0, 1)
  const unknown = asked.filter((minor) => !offers.includes(minor))
  if (unknown.length === 0) return [...new Set(asked)]
  if (provider === 'kubeconfig')
    throw new Failure(
      'input',
      `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`,
      {
        hint: 'Leave --kubernetes out.'
      }
    )
  throw new Failure('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
    hint: `Offered: ${offers.join(', ')}.`
  })
}

/** Where the planned trials run, with the releases that they need. */
export function clusterPlan(planned: Planned<Trial>, { provider }: Surroundings): ClusterPlan | undefined {
  if ('skip' in planned || 'missing' in provider) return undefined
  const needed = new Set(planned.work.map(({ kubernetes }) => kubernetes))
  const releases = Object.fromEntries(Object.entries(provider.releases).filter(([minor]) => needed.has(minor)))
  return { ...provider, releases }
}
