import { join } from 'node:path/posix'
import { Failure } from '../../../base/errors.ts'
import { formatTarget } from '../../../go/target.ts'
import { titleOf } from '../../../report/trial-title.ts'
import type { Finding } from '../../../base/finding.ts'
import type { Compared, Proof, Trial, Verdict } from '../../../model/nouns.ts'
import type { Json } from '../../../base/json.ts'
import type { Ledger } from '../../../steps/ledger.ts'
import { runsPrograms, type Plan } from '../../../plan/plan.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { TrialTools } from '../../../suites/suite.ts'
import { suiteNamed } from '../../../suites/suites.ts'
import type { Version, Versions } from '../../../suites/programs/version.ts'
import { SLIPWAY } from '../../../config/slipway-version.ts'
import { buildInput } from '../build.ts'

/** What trials are given, whatever their cluster. */
export type ProvingTools = Omit<TrialTools, 'cluster'>

/** Counts up when a suite looks at other things and Slipway's version stays: a verdict of before is not taken for one of now. */
const LOOKS = 5

/**
 * All that decides a verdict: what is proved, on what, for which commit, and against whose release; and how the programs
 * were made that it runs.
 */
export const trialInput = (plan: Plan, trial: Trial): Json => ({
  suites: LOOKS,
  slipway: SLIPWAY,
  cluster: plan.cluster?.provider,
  release: trial.kubernetes === undefined ? undefined : plan.cluster?.releases[trial.kubernetes],
  trial: trial as unknown as Json,
  commit: plan.commit,
  dirty: plan.dirtyDigest,
  module: plan.module,
  programs: runsPrograms(trial)
    ? plan.builds
        .filter(({ target }) => formatTarget(target) === formatTarget(plan.host))
        .map((build) => buildInput(plan, build))
    : [],
  // Where the other programs come from, and who has to have signed them: what is verified by one key is not by another.
  baseline:
    runsPrograms(trial) && !('skip' in plan.baseline)
      ? { from: plan.baseline.from, signer: plan.baseline.signer }
      : undefined
})

/** Whether a trial installs CRDs, which are the whole cluster's, and takes them away again. */
export const bringsCrds = (trial: Trial): boolean => suiteNamed(trial.suite).needs(trial).includes('crds')

/** Runs the suite of a trial, on a cluster where it needs one. A verdict over versions says which, and whence. */
export async function runTrial(
  cluster: Cluster | undefined,
  trial: Trial,
  tools: ProvingTools,
  signal: AbortSignal
): Promise<Verdict> {
  let both: Versions | undefined
  const given: TrialTools = {
    ...tools,
    cluster() {
      if (cluster) return cluster
      throw new Error('a trial that needs a cluster was given none')
    },
    versions: async () => (both = await tools.versions())
  }
  const verdict = await suiteNamed(trial.suite).run(trial, given, signal)
  const told = ({ name, origin }: Version): Compared => ({ name, origin })
  return both
    ? {
        ...verdict,
        compared: { baseline: both.baseline ? told(both.baseline) : null, candidate: told(both.candidate) }
      }
    : verdict
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
 * else what kept a trial from its verdict, else what is left of a cluster. `moduleDir` is the module's folder below the repository.
 */
export async function passed(
  { verdicts, broken, left = [] }: Proof,
  moduleDir: string,
  report: () => Promise<void>
): Promise<void> {
  const failed = verdicts.filter(({ outcome }) => outcome === 'failed')
  const [first] = broken
  const why = first?.failure ?? left[0]?.failure
  if (failed.length === 0 && !why) return
  await report()
  const unproved = [
    ...broken.map(
      ({ trial, failure }) =>
        `${titleOf(trial)}${trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`}: no verdict: ${failure.message}`
    ),
    ...left.map(({ kubernetes, failure }) => `Kubernetes ${kubernetes}: something of ours is left: ${failure.message}`)
  ]
  if (failed.length === 0 && why) {
    throw new Failure(why, unproved.join('\n'), { cause: why.cause })
  }
  throw new Failure('verification', `${failed.length} of ${verdicts.length + broken.length} trials failed`, {
    code: 'proof-failed',
    findings: findingsIn(failed, moduleDir),
    hint: failed
      .flatMap(({ trial, cluster, checks }) =>
        checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(
            ({ claim, seen, repeat }) =>
              `${titleOf(trial)}${cluster ? ` on ${cluster.server}` : ''}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`
          )
      )
      .concat(unproved)
      .join('\n')
  })
}

/** The first claim that did not hold of each line of the user's files that claims are about. */
function findingsIn(failed: readonly Verdict[], moduleDir: string): readonly Finding[] {
  const found = failed.flatMap(({ trial, checks }) =>
    checks.flatMap(({ claim, outcome, seen, at }): readonly Finding[] =>
      outcome === 'passed' || at === undefined
        ? []
        : [
            {
              ...{ rule: trial.suite, severity: 'error', line: at.line },
              file: join(moduleDir, at.file),
              message: `not true: ${claim}; seen: ${seen}`
            }
          ]
    )
  )
  return found.filter(({ file, line }, i) => found.findIndex((each) => each.file === file && each.line === line) === i)
}
