import { Failure } from '../errors.ts'
import type { Json, Trial, Verdict } from '../model.ts'
import type { Ledger } from '../ledger.ts'
import type { Plan } from '../plan.ts'
import type { Cluster, Exec } from '../ports.ts'
import { OWN } from '../smi/set-names.ts'
import type { Sources } from '../sources.ts'

/** Counts up when a suite looks at other things, so that a verdict of an older Slipway is not taken for this one's. */
const SUITES = 1

/** All that decides a verdict: what is proved, on what, for which commit. */
export const trialInput = (plan: Plan, trial: Trial): Json => ({
  suites: SUITES,
  trial: trial as unknown as Json,
  commit: plan.commit,
  dirty: plan.dirtyDigest,
  module: plan.module
})

/** Whether a trial installs CRDs, which are the whole cluster's, and takes them away again. */
export const bringsCrds = ({ suite }: Trial): boolean => suite === 'smi' || suite === 'crd'

/** Runs one suite on one cluster. */
export async function runTrial(
  cluster: Cluster,
  trial: Trial,
  { run, sources }: { readonly run: Exec; readonly sources: Sources },
  signal: AbortSignal
): Promise<Verdict> {
  // The suites bring CRDs and YAML along, and a run that finds its verdicts recorded needs none.
  switch (trial.suite) {
    case 'smi': {
      const own = trial.with['set'] === OWN ? (await import('../crds/source.ts')).crdsOf(sources.crds) : []
      return await (await import('../suites/smi.ts')).smiSuite(cluster, trial, signal, own)
    }
    case 'crd': {
      const { crdsOf, manifestsOf } = await import('../crds/source.ts')
      if (!sources.baseline) throw new Failure('input', 'suite crd was given no release to compare with')
      const given = {
        baseline: { tag: sources.baseline.tag, crds: crdsOf(sources.baseline.crds) },
        candidate: crdsOf(sources.crds),
        samples: sources.samples.flatMap(manifestsOf)
      }
      return await (await import('../suites/crd.ts')).crdSuite(cluster, trial, given, signal)
    }
    case 'workload':
      return await (await import('../suites/workload.ts')).workloadSuite(cluster, trial, run, signal)
  }
}

/** A verdict that passed is remembered; one that failed is found out again by the next run. */
export async function prove(
  ledger: Ledger,
  plan: Plan,
  trial: Trial,
  attempt: () => Promise<Verdict>
): Promise<{ verdict: Verdict; reused: boolean }> {
  const input = trialInput(plan, trial)
  const before = await ledger.known(`trial-${trial.suite}`, input)
  if (before !== undefined) return { verdict: before as unknown as Verdict, reused: true }
  const verdict = await attempt()
  if (verdict.outcome === 'passed')
    await ledger.once(`trial-${trial.suite}`, input, async () => ({ value: verdict as unknown as Json, files: [] }))
  return { verdict, reused: false }
}

/** Throws a 'verification' Failure that names every claim that did not hold. */
export function passed(verdicts: readonly Verdict[]): void {
  const broken = verdicts.filter(({ outcome }) => outcome === 'failed')
  if (broken.length === 0) return
  throw new Failure('verification', `${broken.length} of ${verdicts.length} trials failed`, {
    hint: broken
      .flatMap(({ trial, cluster, checks }) =>
        checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(
            ({ claim, seen, repeat }) =>
              `${trial.suite} on ${cluster.server}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`
          )
      )
      .join('\n')
  })
}
