import { Failure } from '../errors.ts'
import type { Json, Trial, Verdict } from '../model.ts'
import type { Ledger } from '../ledger.ts'
import type { Plan } from '../plan.ts'
import type { Proof } from '../proving.ts'
import type { Cluster, Exec } from '../ports.ts'
import { OWN } from '../smi/set-names.ts'
import type { Sources } from '../sources.ts'

/** Counts up when a suite looks at other things, so that a verdict of an older Slipway is not taken for this one's. */
const SUITES = 1

/** All that decides a verdict: what is proved, on what, for which commit. */
export const trialInput = (plan: Plan, trial: Trial): Json => ({
  suites: SUITES,
  cluster: plan.cluster?.provider,
  release: plan.cluster?.releases[trial.kubernetes],
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

/** The verdict of an earlier run over the same; none for a cluster that others change, which no digest covers. */
export const recorded = async (ledger: Ledger, plan: Plan, trial: Trial): Promise<Verdict | undefined> =>
  isOurs(plan)
    ? ((await ledger.known<Json>(`trial-${trial.suite}`, trialInput(plan, trial))) as unknown as Verdict | undefined)
    : undefined

const isOurs = ({ cluster }: Plan): boolean => cluster?.provider !== 'kubeconfig'

/** A verdict that passed is remembered; one that failed is found out again by the next run. */
export async function prove(
  ledger: Ledger,
  plan: Plan,
  trial: Trial,
  attempt: () => Promise<Verdict>
): Promise<{ verdict: Verdict; reused: boolean }> {
  const input = trialInput(plan, trial)
  const before = await recorded(ledger, plan, trial)
  if (before) return { verdict: before, reused: true }
  const verdict = await attempt()
  if (verdict.outcome === 'passed' && isOurs(plan))
    await ledger.once(`trial-${trial.suite}`, input, async () => ({ value: verdict as unknown as Json, files: [] }))
  return { verdict, reused: false }
}

/**
 * Throws, after the report, unless every trial passed: a 'verification' Failure that names every claim that did not hold,
 * else what kept a trial from its verdict.
 */
export async function passed({ verdicts, broken }: Proof, report: () => Promise<void>): Promise<void> {
  const failed = verdicts.filter(({ outcome }) => outcome === 'failed')
  const [first] = broken
  if (failed.length === 0 && !first) return
  await report()
  const unproved = broken.map(
    ({ trial, failure }) => `${trial.suite} on ${trial.kubernetes}: no verdict: ${failure.message}`
  )
  if (failed.length === 0 && first) {
    const { kind, hint, cause } = first.failure
    throw new Failure(kind, unproved.join('\n'), { ...(hint !== undefined && { hint }), cause })
  }
  throw new Failure('verification', `${failed.length} of ${verdicts.length + broken.length} trials failed`, {
    hint: failed
      .flatMap(({ trial, cluster, checks }) =>
        checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(
            ({ claim, seen, repeat }) =>
              `${trial.suite} on ${cluster.server}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`
          )
      )
      .concat(unproved)
      .join('\n')
  })
}
