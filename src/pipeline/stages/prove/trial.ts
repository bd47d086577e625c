import type { ComparedVersion, Trial, Verdict } from '../../../model/nouns.ts'
import { acceptBreaks } from '../../../model/accepted-break.ts'
import type { Isolation } from '../../../model/isolation.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { TrialTools } from '../../../suites/suite.ts'
import { findSuite } from '../../../suites/suites.ts'
import type { Version, Versions } from '../../../suites/programs/version.ts'

/** What trials are given, whatever their cluster. */
export type ProvingTools = Omit<TrialTools, 'cluster'>

/** Whether a trial installs CRDs, which are the whole cluster's, and takes them away again. */
export const bringsCrds = (trial: Trial): boolean => findSuite(trial.suite).needs(trial).includes('crds')

/** Runs the suite of a trial, on a cluster where it needs one. A verdict over versions says which, whence, and how they were isolated. */
export async function runTrial(
  cluster: Cluster | undefined,
  trial: Trial,
  tools: ProvingTools,
  signal: AbortSignal
): Promise<Verdict> {
  let both: Versions | undefined
  let isolation: Isolation['by'] | undefined
  const given: TrialTools = {
    ...tools,
    sandboxes: {
      ...tools.sandboxes,
      async open(given) {
        isolation = (await tools.sandboxes.isolation()).by
        return await tools.sandboxes.open(given)
      }
    },
    cluster() {
      if (cluster) return cluster
      throw new Error('a trial that needs a cluster was given none')
    },
    versions: async () => (both = await tools.versions())
  }
  const verdict = acceptBreaks(await findSuite(trial.suite).run(trial, given, signal))
  const told = ({ name, origin }: Version): ComparedVersion => ({ name, origin })
  return both
    ? {
        ...verdict,
        ...(isolation && { isolation }),
        compared: { baseline: both.baseline ? told(both.baseline) : null, candidate: told(both.candidate) }
      }
    : verdict
}
