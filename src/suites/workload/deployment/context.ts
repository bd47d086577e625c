import { Failure } from '../../../base/errors.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { Exec } from '../../../model/ports/processes.ts'
import { waitForState } from '../../cluster/wait.ts'
import type { Evidence } from '../../evidence.ts'
import type { StepName } from '../context.ts'
import { describeRunnerEvents, formatRunnerName, type Break, type RolloutRelease, type Runner } from './runner.ts'
import { lookAtRunner, type State } from './state.ts'

/** What is rolled out, one after another, and how it is looked at. */
export interface RolloutPlan {
  readonly cluster: Cluster
  readonly run: Exec
  readonly baseline: RolloutRelease
  readonly candidate: RolloutRelease
  readonly broken: RolloutRelease & { readonly breaks: Break }
  readonly next: RolloutRelease
  /** Whether everything is tried, or only the break and the way back from it. */
  readonly whole: boolean
  /** How long a good rollout may take. */
  readonly goodMs: number
  /** The progress deadline of the broken rollout. */
  readonly breakSeconds: number
  /** Before the candidate is first rolled out: what comes with it. Whether the rollouts can go on. */
  readonly upgrade?: () => Promise<boolean>
  /** After the way there, the way back and the end: whether what else has to be as it was still is. */
  readonly afterwards?: (step: string) => Promise<boolean>
  /** Once a step is rolled out: whether the program does in its pods what is expected there. */
  readonly expected?: (runner: Runner, step: StepName) => Promise<boolean>
}

/** The rollouts of one Deployment, DaemonSet or StatefulSet. */
export interface RolloutContext extends RolloutPlan {
  readonly runner: Runner
  readonly evidence: Evidence
  readonly signal: AbortSignal
}

/** Waits until its state is as wanted. */
export const awaitState = ({ runner, goodMs, signal }: RolloutContext, done: (state: State) => boolean, moreMs = 0) =>
  waitForState(
    runner.api,
    { read: () => lookAtRunner(runner, signal), done, watch: describeRunnerEvents(runner), withinMs: goodMs + moreMs },
    signal
  )

/** kubectl of the cluster's version, with nothing but its kubeconfig; its exit status is what was seen, not an error. */
export const runKubectl = async ({ cluster, run, runner, signal }: RolloutContext, args: readonly string[]) => {
  const env = { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` }
  try {
    const { stdout } = await run([cluster.kubectl, '--namespace', runner.namespace, ...args], { env, signal })
    return { ok: true, seen: stdout.trim() }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    const said = typeof error.cause === 'string' ? error.cause : String(error.cause)
    return { ok: false, seen: `${error.message}: ${said.trim()}` }
  }
}

/** The line by which a person follows a rollout. */
export const formatStatusLine = (runner: Runner): string => `kubectl rollout status ${formatRunnerName(runner)}`
