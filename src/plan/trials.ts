import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import { findSuiteSettings } from '../config/parse.ts'
import type { Project } from '../config/project-file.ts'
import { acceptInTrial } from '../model/accepted-break.ts'
import { findClusterProvider, type Pods } from '../model/cluster-providers.ts'
import type { Target, Trial } from '../model/nouns.ts'
import { listSmiVersions } from '../smi/versions.ts'
import type { Candidate, Situation, Suite } from '../suites/suite.ts'
import { SUITES, findSuite } from '../suites/suites.ts'
import type { ClusterPlan, ProviderChoice } from './cluster-plan.ts'
import type { Planned } from '../model/planned.ts'

/** A suite that could prove something, and why it does not. */
export interface Unproved {
  readonly suite: string
  readonly why: string
}

/** Which trials prove a version; for each suite that fits the module and is left out, why. */
export function planTrials(
  config: Pick<Config, 'kubernetes' | 'suites' | 'smi-set'>,
  project: Project,
  candidate: Candidate,
  { host, provider }: { readonly host: Target; readonly provider: ProviderChoice }
): { readonly trials: Planned<Trial>; readonly unproved: readonly Unproved[] } {
  const situation: Situation = {
    ...candidate,
    speaks: listSmiVersions(candidate.imports).map(({ group, version }) => `${group}/${version}`),
    sets: config['smi-set'],
    host,
    pods: choosePods(provider),
    minors: chooseMinors(config.kubernetes, provider)
  }
  if (config.kubernetes.length === 0 && config.suites === 'auto') return planNone('kubernetes is none')
  const suites =
    config.suites === 'auto'
      ? SUITES.filter((suite: Suite) => suite.fits(situation, findSuiteSettings(project, suite)))
      : config.suites.map(findSuite)
  if (suites.length === 0) return planNone('suites is none')
  const planned = suites.map((suite: Suite) => ({
    suite: suite.name,
    ...suite.plan(situation, findSuiteSettings(project, suite))
  }))
  const work = planned.flatMap(({ suite, trials = [] }) =>
    trials.map((trial) => acceptInTrial({ suite, ...trial }, project.acceptedBreaks))
  )
  const unproved = planned.flatMap(({ suite, unproved: why }) => (why === undefined ? [] : [{ suite, why }]))
  if (work.length === 0) {
    const idle = 'the program imports neither the SMI SDK nor a Kubernetes client'
    const why = unproved.map(({ suite, why }) => `${suite}: ${why}`).join('; ')
    return { trials: { skip: config.suites === 'auto' ? [idle, why].filter(Boolean).join('; ') : why }, unproved }
  }
  return { trials: { work }, unproved }
}

const planNone = (skip: string) => ({ trials: { skip }, unproved: [] })

/** Whether programs will be rolled out, so that a provider is wanted in which pods run. */
export const rollsOut = ({ suites }: Pick<Config, 'suites'>, project: Project): boolean =>
  SUITES.some(
    (suite: Suite) =>
      (suites === 'auto' || suites.includes(suite.name)) && suite.rollsOut?.(findSuiteSettings(project, suite)) === true
  )

const choosePods = (where: ProviderChoice): Pods =>
  'missing' in where ? 'simulated' : findClusterProvider(where.provider).pods

/** The Kubernetes minors to prove against, each once; auto is the newest there is. Asked only by a suite that needs one. */
const chooseMinors = (asked: Config['kubernetes'], where: ProviderChoice) => (): readonly string[] => {
  if (asked.length === 0) return []
  if ('missing' in where)
    throw new Failure('environment', `no cluster can be made here: ${where.missing}`, {
      code: 'no-cluster',
      hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
    })
  return listOffered(asked, where)
}

function listOffered(asked: Config['kubernetes'], { provider, releases }: ClusterPlan): readonly string[] {
  const offers = Object.keys(releases)
  if (asked === 'auto') return offers.slice(0, 1)
  const unknown = asked.filter((minor) => !offers.includes(minor))
  if (unknown.length === 0) return [...new Set(asked)]
  if (!findClusterProvider(provider).ours)
    throw new Failure(
      'input',
      `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`,
      {
        hint: 'Leave --kubernetes out.'
      }
    )
  throw new Failure('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
    hint: `Offered: ${offers.join(', ')}. A cluster that already runs may have another: --kubeconfig FILE.`
  })
}

/** Where the planned trials run, with the releases that they need. */
export function planCluster(planned: Planned<Trial>, provider: ProviderChoice): ClusterPlan | undefined {
  if ('skip' in planned || 'missing' in provider) return undefined
  const needed = new Set(planned.work.map(({ kubernetes }) => kubernetes))
  if ([...needed].every((minor) => minor === undefined)) return undefined
  const releases = Object.fromEntries(Object.entries(provider.releases).filter(([minor]) => needed.has(minor)))
  return { ...provider, releases }
}
