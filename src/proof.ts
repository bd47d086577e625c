import type { Ledger } from './ledger.ts'
import type { Json, Trial, Verdict } from './model.ts'
import { together, type Start } from './parallel.ts'
import { runsPrograms, type Plan } from './plan.ts'
import type { Cluster, Clusters } from './ports.ts'
import { once } from './stages/baseline.ts'
import type { Built } from './stages/build.ts'
import { bringsCrds, prove, runTrial, trialInput } from './stages/prove.ts'
import type { ProvingTools } from './suites/tools.ts'
import type { Version, Versions } from './suites/versions.ts'
import { titleOf } from './text.ts'
import type { Timeline } from './timeline.ts'

export interface ProofTools {
  readonly ledger: Ledger
  readonly timeline: Timeline
  readonly clusters: Clusters
  /** What suites need beside a cluster and the versions. */
  readonly proving: Omit<ProvingTools, 'versions'>
  /** The version that is built here, from the paths of its programs for this machine, relative to `out`. */
  readonly candidate: (programs: Readonly<Record<string, string>>) => Version
  /** The baseline's programs, downloaded and verified or compiled; only called where the plan has one. */
  readonly baseline: (signal: AbortSignal) => Promise<{ readonly version: Version; readonly reused: boolean }>
}

/** The versions that trials compare: made when a trial first asks for them, the baseline beside the candidate. */
export function versionsOf(
  plan: Plan,
  tools: ProofTools,
  built: readonly Promise<readonly Built[]>[],
  start: Start
): () => Promise<Versions> {
  const candidate = async (): Promise<Version> => {
    const own = (await Promise.all(built.filter((_, i) => plan.builds[i]?.target === plan.host))).flat()
    return tools.candidate(Object.fromEntries(own.map(({ name, path }) => [name, path])))
  }
  const baseline = async (): Promise<Version | undefined> => {
    if ('skip' in plan.baseline) return undefined
    const { tag } = plan.baseline
    return await start((signal) =>
      tools.timeline.watch('baseline', tag, async () => {
        const { version, reused } = await tools.baseline(signal)
        return { value: version, reused, note: version.origin }
      })
    )
  }
  return once(async () => {
    const [one, other] = await Promise.all([candidate(), baseline()])
    return { candidate: one, baseline: other }
  })
}

/**
 * Boots one cluster a Kubernetes version, only when a verdict is missing, and runs its trials on it side by side; what
 * needs no cluster runs beside them.
 */
export async function proveAll(
  plan: Plan,
  tools: ProofTools,
  versions: () => Promise<Versions>,
  signal: AbortSignal
): Promise<readonly Verdict[]> {
  if ('skip' in plan.trials) {
    tools.timeline.skip('prove', plan.trials.skip)
    return []
  }
  const { work } = plan.trials
  const proving = { ...tools.proving, versions }
  return await together(signal, async (start) => {
    const alone = work.filter(({ kubernetes }) => kubernetes === undefined)
    const beside = alone.map((trial) => start((signal) => proveOne(undefined, trial, plan, tools, proving, signal)))
    const verdicts: Verdict[] = []
    for (const kubernetes of new Set(work.flatMap(({ kubernetes }) => kubernetes ?? []))) {
      const trials = work.filter((trial) => trial.kubernetes === kubernetes)
      verdicts.push(...(await start((signal) => proveOn(kubernetes, trials, plan, tools, proving, signal))))
    }
    return [...verdicts, ...(await Promise.all(beside))]
  })
}

async function proveOn(
  kubernetes: string,
  trials: readonly Trial[],
  plan: Plan,
  tools: ProofTools,
  proving: ProvingTools,
  signal: AbortSignal
): Promise<readonly Verdict[]> {
  const { ledger, timeline, clusters } = tools
  const open = await Promise.all(
    trials.map((trial) => ledger.known<Json>(`trial-${trial.suite}`, trialInput(plan, trial)))
  )
  await using cluster = open.every((verdict) => verdict !== undefined)
    ? undefined
    : await timeline.watch('cluster', `Kubernetes ${kubernetes}`, async () => {
        const made = await clusters.create(kubernetes, signal)
        return { value: made, note: `${made.provider}, ${made.server}` }
      })
  // Compiling takes longer than what needs no program.
  if (cluster && trials.some((trial, i) => runsPrograms(trial) && open[i] === undefined))
    proving.versions().catch(() => undefined)
  // Each trial keeps to a namespace of its own, so they share the cluster; but CRDs are the cluster's, and trials that
  // bring some take turns: first those that need no program.
  const order = [...trials].sort((a, b) => Number(runsPrograms(a)) - Number(runsPrograms(b)))
  return await together(signal, (start) => {
    let turn: Promise<unknown> = Promise.resolve()
    return Promise.all(
      order.map((trial) => {
        const before = turn
        const proof = start(async (signal) => {
          if (bringsCrds(trial)) await before
          return await proveOne(cluster, trial, plan, tools, proving, signal)
        })
        if (bringsCrds(trial)) turn = proof
        return proof
      })
    )
  })
}

function proveOne(
  cluster: Cluster | undefined,
  trial: Trial,
  plan: Plan,
  { ledger, timeline }: ProofTools,
  proving: ProvingTools,
  signal: AbortSignal
): Promise<Verdict> {
  const where = trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`
  return timeline.watch('prove', `${titleOf(trial)}${where}`, async () => {
    const { verdict, reused } = await prove(ledger, plan, trial, () => runTrial(cluster, trial, proving, signal))
    const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed').length
    return {
      value: verdict,
      reused,
      note: `${verdict.checks.length} checks, ${failed === 0 ? 'all hold' : `${failed} FAILED`}`
    }
  })
}
