import { listAccepted } from '../../../model/accepted-break.ts'
import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import type { Left, Proof, Trial, Verdict } from '../../../model/nouns.ts'
import { type Limit } from '../../../base/parallel.ts'
import { callOnce } from '../../../base/once.ts'
import { runsPrograms } from '../../../plan/plan.ts'
import type { Cluster, Clusters } from '../../../model/ports/kubernetes.ts'
import type { Files } from '../../../model/ports/files.ts'
import { stage, type Frame } from '../../../steps/stage.ts'
import { runInBranches, type Run, type StartBranch } from '../../run.ts'
import type { Builds } from '../build.ts'
import { bringsCrds, runTrial, type ProvingTools } from './trial.ts'
import { lookUpVerdict, proveOnce } from './verdict-record.ts'
import type { SuiteTools } from '../../../suites/suite.ts'
import type { Version, Versions } from '../../../suites/programs/version.ts'
import { formatTrialTitle } from '../../../report/trial-title.ts'

export interface ProofTools extends Frame {
  readonly clusters: Clusters
  /** Clusters side by side: as many as the memory of this machine allows. */
  readonly proving: Limit
  /** What suites need beside a cluster and the versions. */
  readonly suites: SuiteTools
  /** The version that is built here, from the paths of its programs for this machine, relative to `out`. */
  readonly candidate: (programs: Readonly<Record<string, string>>) => Version
  /** The baseline's programs, downloaded and verified or compiled; only called where the plan has one. */
  readonly baseline: (signal: AbortSignal) => Promise<{ readonly version: Version; readonly reused: boolean }>
  readonly files: Files
  /** The output folder. */
  readonly out: string
  /** Things that a person should know. */
  readonly warn: (line: string) => void
}

/** How long a cluster may take to give its logs, in milliseconds: they are a help, and what was proved stands without them. */
const LOGS_MS = 120_000

const NO_PROOF: Proof = { verdicts: [], broken: [], clusters: [] }

/** A run whose suites have their versions, too. */
type ProofRun = Run<ProofTools & { readonly suites: ProvingTools }>

/** The versions that trials compare: made when a trial first asks for them, the baseline beside the candidate. */
export function offerVersions(
  { plan, tools }: Run<ProofTools>,
  builds: Builds,
  start: StartBranch<ProofTools>
): () => Promise<Versions> {
  const candidate = async (): Promise<Version> => {
    const own = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat()
    return tools.candidate(Object.fromEntries(own.map(({ name, path }) => [name, path])))
  }
  const baseline = async (): Promise<Version | undefined> => {
    if ('skip' in plan.baseline) return undefined
    const { tag } = plan.baseline
    return await start(({ signal }) =>
      stage('baseline', tools).watch(tag, async () => {
        const { version, reused } = await tools.baseline(signal)
        return { value: version, reused, note: version.origin }
      })
    )
  }
  return callOnce(async () => {
    const [one, other] = await Promise.all([candidate(), baseline()])
    return { candidate: one, baseline: other }
  })
}

/**
 * Boots a cluster for each Kubernetes version that lacks a verdict, and runs its trials on it side by side; what needs no
 * cluster runs beside them. A version that breaks does not stop the others; when no trial at all came to a verdict, what
 * broke first is thrown.
 */
export async function proveAll(run: Run<ProofTools>, versions: () => Promise<Versions>): Promise<Proof> {
  const { plan, tools } = run
  const trials = stage('prove', tools).all(plan.trials)
  const all: ProofRun = { ...run, tools: { ...tools, suites: { ...tools.suites, versions } } }
  const proofs = await runInBranches(all, (start) =>
    Promise.all(
      [...new Set(trials.map(({ kubernetes }) => kubernetes))].map((kubernetes) => {
        const own = trials.filter((trial) => trial.kubernetes === kubernetes)
        return start((run) =>
          kubernetes === undefined ? tryAll(run, undefined, own) : tools.proving(() => proveOn(run, kubernetes, own))
        )
      })
    )
  )
  const proof = joinProofs(proofs)
  const [first] = proof.broken
  if (first && proof.verdicts.length === 0) throw first.failure
  for (const { trial, cluster } of (proof.drills ?? []).filter(({ outcome }) => outcome === 'failed'))
    tools.warn(
      `the ${formatTrialTitle(trial)} on Kubernetes ${cluster?.server ?? ''} did not go as it should: that says something of this cluster, and nothing of the release; the report has it`
    )
  return proof
}

async function proveOn(run: ProofRun, kubernetes: string, trials: readonly Trial[]): Promise<Proof> {
  const { plan, tools, signal } = run
  const { ledger, clusters } = tools
  signal.throwIfAborted()
  const known = await Promise.all(trials.map((trial) => lookUpVerdict(ledger, plan, trial)))
  if (known.every((verdict) => verdict !== undefined)) {
    // The run that recorded the last of them may have been killed before its cluster was gone.
    await clusters.sweep?.(signal)
    return await tryAll(run, undefined, trials)
  }
  const left: Left[] = []
  let proof: Proof
  try {
    const began = performance.now()
    await using cluster = await stage('cluster', tools).watch(`Kubernetes ${kubernetes}`, async () => {
      const made = await clusters.create(kubernetes, signal)
      const value = endQuietly(made, (error) => {
        const failure = describeRemains(kubernetes, error)
        tools.warn(failure.message)
        left.push({ kubernetes, failure })
      })
      return { value, note: `${made.provider}, ${made.server}` }
    })
    const ms = Math.round(performance.now() - began)
    const { provider, server } = cluster
    // Compiling takes longer than what needs no program.
    if (trials.some((trial, i) => runsPrograms(trial) && known[i] === undefined))
      tools.suites.versions().catch(() => undefined)
    const found = await tryAll(run, cluster, trials)
    const holds =
      found.broken.length === 0 &&
      [...found.verdicts, ...(found.drills ?? [])].every(({ outcome }) => outcome === 'passed')
    const logs = holds ? null : await saveClusterLogs(run, cluster, kubernetes)
    proof = { ...found, clusters: [{ kubernetes, provider, server, ms, logs }] }
  } catch (error) {
    const failure = demandFailure(error, signal)
    proof = { ...NO_PROOF, broken: trials.map((trial) => ({ trial, failure })) }
  }
  return left.length ? { ...proof, left } : proof
}

/** A cluster whose end rejects with nothing: what was proved on it is told all the same. */
const endQuietly = (cluster: Cluster, failed: (error: unknown) => void): Cluster => ({
  ...cluster,
  async [Symbol.asyncDispose]() {
    try {
      await cluster[Symbol.asyncDispose]()
    } catch (error) {
      failed(error)
    }
  }
})

const describeRemains = (kubernetes: string, error: unknown): Failure =>
  error instanceof Failure
    ? error
    : new Failure('environment', `the cluster of Kubernetes ${kubernetes} does not go away: ${String(error)}`, {
        hint: 'The next run tries it again.',
        cause: error
      })

/**
 * Where the logs of a cluster on which something did not hold lie now, relative to the output folder. That they could not
 * be had is a warning.
 */
async function saveClusterLogs(
  { tools: { files, out, warn }, signal }: ProofRun,
  cluster: Cluster,
  kubernetes: string
): Promise<string | null> {
  if (!cluster.saveLogs) return null
  const logs = `logs/kubernetes-${kubernetes}`
  const limit = AbortSignal.timeout(LOGS_MS)
  try {
    await files.remove(join(out, logs))
    await cluster.saveLogs(join(out, logs), AbortSignal.any([signal, limit]))
    return logs
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) && !limit.aborted) throw error
    const why = limit.aborted ? `not within ${LOGS_MS / 1000} s` : (error as Failure).message
    warn(`the logs of the cluster of Kubernetes ${kubernetes} could not be saved: ${why}`)
    return null
  }
}

/**
 * Each trial keeps to a namespace of its own, so they share the cluster; but CRDs are the cluster's, and trials that
 * bring some take turns: first those that need no program.
 */
const tryAll = async (run: ProofRun, cluster: Cluster | undefined, trials: readonly Trial[]): Promise<Proof> =>
  joinProofs(
    await runInBranches(run, (start) => {
      let turn: Promise<unknown> = Promise.resolve()
      return Promise.all(
        [...trials]
          .sort((a, b) => Number(runsPrograms(a)) - Number(runsPrograms(b)))
          .map((trial) => {
            const before = turn
            const proof = start(async (run) => {
              if (bringsCrds(trial)) await before
              return await tryOne(run, cluster, trial)
            })
            if (bringsCrds(trial)) turn = proof
            return proof
          })
      )
    })
  )

async function tryOne(run: ProofRun, cluster: Cluster | undefined, trial: Trial): Promise<Proof> {
  const { signal } = run
  try {
    const verdict = await proveTrial(run, cluster, trial)
    // What was seen while everything was being stopped says nothing.
    signal.throwIfAborted()
    return trial.drill ? { ...NO_PROOF, drills: [verdict] } : { ...NO_PROOF, verdicts: [verdict] }
  } catch (error) {
    return { ...NO_PROOF, broken: [{ trial, failure: demandFailure(error, signal) }] }
  }
}

function proveTrial({ plan, tools, signal }: ProofRun, cluster: Cluster | undefined, trial: Trial): Promise<Verdict> {
  const where = trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`
  return stage('prove', tools).watch(`${formatTrialTitle(trial)}${where}`, async () => {
    const { verdict, reused } = await proveOnce(tools.ledger, plan, trial, () =>
      runTrial(cluster, trial, tools.suites, signal)
    )
    return { value: verdict, reused, note: describeVerdict(verdict) }
  })
}

/** `22 checks, all hold; pods simulated` */
function describeVerdict(verdict: Verdict): string {
  const { trial, checks, cluster } = verdict
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length
  const accepted = listAccepted(verdict).length
  const held = accepted === 0 ? 'all hold' : `${accepted} accepted breaks, the others hold`
  const where = trial.drill ? '; nothing of this project ran' : cluster?.simulated ? '; pods simulated' : ''
  return `${checks.length} checks, ${failed === 0 ? held : `${failed} FAILED`}${where}`
}

/** The failure of one version; rethrows what is not only its own: the end of the run, and what is a bug of ours. */
function demandFailure(error: unknown, signal: AbortSignal): Failure {
  signal.throwIfAborted()
  if (error instanceof Failure) return error
  throw error
}

const joinProofs = (proofs: readonly Proof[]): Proof => ({
  verdicts: proofs.flatMap(({ verdicts }) => verdicts),
  broken: proofs.flatMap(({ broken }) => broken),
  clusters: proofs.flatMap(({ clusters }) => clusters),
  ...(proofs.some(({ drills = [] }) => drills.length) && { drills: proofs.flatMap(({ drills = [] }) => drills) }),
  ...(proofs.some(({ left = [] }) => left.length) && { left: proofs.flatMap(({ left = [] }) => left) })
})
