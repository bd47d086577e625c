import { findClusterProvider } from '../../../model/cluster-providers.ts'
import {
  either,
  isAnything,
  isCount,
  isFlag,
  isNull,
  isNumber,
  isOneOf,
  isText,
  listOf,
  mapOf,
  maybe,
  shaped
} from '../../../base/decode.ts'
import { isSame } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { SLIPWAY } from '../../../config/slipway-version.ts'
import { formatTarget } from '../../../go/target.ts'
import {
  type Check,
  type ComparedVersion,
  type Loss,
  type Moment,
  type FileLine,
  type Trial,
  type Verdict
} from '../../../model/nouns.ts'
import { ISOLATIONS } from '../../../model/isolation.ts'
import { runsPrograms, type Plan } from '../../../plan/plan.ts'
import type { Ledger, Step } from '../../../steps/ledger.ts'
import { describeBuildInput } from '../build.ts'

/** Counts up when a suite looks at other things and Slipway's version stays: a verdict of before is not taken for one of now. */
const REVISION = 7

/**
 * All that decides a verdict: what is proved, on what, for which commit, and against whose release; and how the programs
 * were made that it runs.
 */
const describeTrialInput = (plan: Plan, trial: Trial): Json => ({
  suites: REVISION,
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
        .map((build) => describeBuildInput(plan, build))
    : [],
  isolation: runsPrograms(trial) ? plan.isolation?.by : undefined,
  // Where the other programs come from, and who has to have signed them: what is verified by one key is not by another.
  baseline:
    runsPrograms(trial) && !('skip' in plan.baseline)
      ? { from: plan.baseline.from, signer: plan.baseline.signer }
      : undefined
})

const isTrial = shaped<Trial>({
  suite: isText,
  kubernetes: maybe(isText),
  subject: maybe(isText),
  drill: maybe((value): value is true => value === true),
  with: mapOf(isAnything)
})
const isOutcome = isOneOf('passed', 'failed')
const isLoss = shaped<Loss>({
  ...{ kind: isText, written: isText, stored: isText, read: isText },
  ...{ fields: listOf(isText), because: maybe(isText) }
})
const isCheck = shaped<Check>({
  ...{ claim: isText, outcome: isOutcome, seen: isText, repeat: maybe(isText), loss: maybe(isLoss) },
  ...{ at: maybe(shaped<FileLine>({ file: isText, line: isCount })), accepted: maybe(isText) }
})
const isCompared = shaped<ComparedVersion>({ name: isText, origin: isText })
const isMoment = shaped<Moment>({ at: isNumber, ms: isNumber, step: isText, what: isText, outcome: isOutcome })

/** Whether a value is a verdict, whatever it says. */
export const isVerdict = shaped<Verdict>({
  trial: isTrial,
  outcome: isOutcome,
  cluster: maybe(shaped<NonNullable<Verdict['cluster']>>({ provider: isText, server: isText, simulated: isFlag })),
  checks: listOf(isCheck),
  compared: maybe(
    shaped<NonNullable<Verdict['compared']>>({ baseline: either(isNull, isCompared), candidate: isCompared })
  ),
  isolation: maybe(isOneOf(...ISOLATIONS)),
  moments: maybe(listOf(isMoment)),
  ms: isNumber
})

/** A verdict that passed is remembered, of the very trial that is planned. */
export const makeTrialStep = (plan: Plan, trial: Trial): Step<Verdict> => ({
  kind: `trial-${trial.suite}`,
  shape: 1,
  input: describeTrialInput(plan, trial),
  fits: (value): value is Verdict =>
    isVerdict(value) &&
    value.outcome === 'passed' &&
    value.checks.every(({ outcome }) => outcome === 'passed') &&
    isSame(value.trial as unknown as Json, trial as unknown as Json)
})

/** Of a cluster that others change no digest says what a verdict was found with. */
const isOwnCluster = ({ cluster }: Plan): boolean => cluster === undefined || findClusterProvider(cluster.provider).ours

/** The verdict of an earlier run over the same. */
export const lookUpVerdict = async (ledger: Ledger, plan: Plan, trial: Trial): Promise<Verdict | undefined> =>
  isOwnCluster(plan) ? await ledger.lookUp(makeTrialStep(plan, trial)) : undefined

/** A verdict that passed is remembered; one that failed is found out again by the next run. */
export async function proveOnce(
  ledger: Ledger,
  plan: Plan,
  trial: Trial,
  attempt: () => Promise<Verdict>
): Promise<{ readonly verdict: Verdict; readonly reused: boolean }> {
  const before = await lookUpVerdict(ledger, plan, trial)
  if (before) return { verdict: before, reused: true }
  const verdict = await attempt()
  if (verdict.outcome === 'passed' && isOwnCluster(plan))
    await ledger.record(makeTrialStep(plan, trial), { value: verdict })
  return { verdict, reused: false }
}
