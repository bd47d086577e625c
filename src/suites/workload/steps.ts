import { Failure } from '../../base/errors.ts'
import type { Json } from '../../base/json.ts'
import type { Cluster } from '../../model/ports/kubernetes.ts'
import type { Exec } from '../../model/ports/processes.ts'
import {
  apply,
  LABEL,
  events,
  keepers,
  kubectlNameOf,
  lastLines,
  look,
  lowerHistory,
  manifest,
  pods,
  revisions,
  type Break,
  type Pod,
  type Release,
  type State,
  type Subject
} from './deployment/deployment.ts'
import { piped, told, type Evidence } from '../evidence.ts'
import { isSame } from '../../base/json.ts'
import type { StepName } from './process/trial-context.ts'
import { wait } from '../cluster/wait.ts'

export interface Story {
  readonly cluster: Cluster
  readonly run: Exec
  readonly baseline: Release
  readonly candidate: Release
  readonly broken: Release & { readonly breaks: Break }
  readonly next: Release
  /** Whether everything is tried, or only the break and the way back from it. */
  readonly whole: boolean
  /** How long a good rollout may take. */
  readonly goodMs: number
  /** The progress deadline of the broken rollout. */
  readonly breakSeconds: number
  /** Before the candidate is first rolled out: what comes with it. Whether the story can go on. */
  readonly upgrade?: () => Promise<boolean>
  /** After the way there, the way back and the end: whether what else has to be as it was still is. */
  readonly afterwards?: (step: string) => Promise<boolean>
  /** Once a step is rolled out: whether the program does in its pods what is expected there. */
  readonly expected?: (subject: Subject, step: StepName) => Promise<boolean>
}

/** What all steps of a story need. */
export interface Scene extends Story {
  readonly subject: Subject
  readonly evidence: Evidence
  readonly signal: AbortSignal
}

/** What a broken release does, as part of a sentence. */
export const HOW: Readonly<Record<Break, string>> = {
  'bad-image': 'has no image',
  crash: 'crashes',
  'never-ready': 'never gets ready'
}

export const rollOut = async (scene: Scene, release: Release, revision: number): Promise<State | undefined> => {
  const { subject, evidence, goodMs, signal } = scene
  const seconds = Math.ceil(goodMs / 1000)
  let state: State | undefined
  const passed = await evidence.check(
    `${subject.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`,
    `${piped(manifest(subject, release, seconds), 'apply --server-side --force-conflicts')} && ${status(subject)}`,
    async () => {
      const reply = await apply(subject, release, seconds, signal)
      if (reply.status >= 300) return { ok: false, seen: told(reply) }
      // A condition can be one from before until the controller has looked; an earlier break must not count as this one's.
      const reached = await until(scene, (now) => now.rolledOut || (now.stuck && now.revision === revision))
      state = reached.value
      const ok = state.rolledOut && state.revision === revision
      return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await why(scene)}`}` }
    }
  )
  return passed ? state : undefined
}

/** Rolls out the broken release; the pod template hash of its revision when it failed as it must. */
export const breakDown = async (scene: Scene): Promise<string | undefined> => {
  const { subject, evidence, broken, breakSeconds, signal } = scene
  const apart = piped(manifest(subject, broken, breakSeconds), 'apply --server-side --force-conflicts')
  const before = await revisions(subject, signal)
  let hash: string | undefined
  const failed = await evidence.check(
    `${subject.name} is seen failing when a release ${HOW[broken.breaks]}`,
    `${apart}; ${status(subject)}`,
    async () => {
      const reply = await apply(subject, broken, breakSeconds, signal)
      if (reply.status >= 300) return { ok: false, seen: told(reply) }
      const { value, ms } = await until(scene, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds)
      hash = (await revisions(subject, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash
      const found = hash === undefined ? [] : await pods(subject, hash, signal)
      // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
      const broke = found.length > 0 && found.every(({ ready }) => !ready)
      return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${listed(found)}` }
    }
  )
  if (!failed) return undefined
  const keeps = subject.keeps ?? subject.replicas
  // A strategy that takes the old pods away first keeps none.
  if (keeps === 0) return hash
  const kept = await evidence.check(
    `${subject.name} keeps ${keeps} old pods available while a release ${HOW[broken.breaks]}`,
    `kubectl get replicasets -l ${LABEL}=${subject.name}`,
    async () => {
      const now = await revisions(subject, signal)
      const old = now.filter((revision) => revision.hash !== hash).reduce((sum, each) => sum + each.available, 0)
      const fresh = now.find((revision) => revision.hash === hash)?.available ?? 0
      return {
        ok: old >= keeps && fresh === 0,
        seen: `${old} old pods available, ${fresh} of the broken release`
      }
    }
  )
  return kept ? hash : undefined
}

/** `kubectl rollout undo`, by the real kubectl: the template is as it was, under a new revision, and available. */
export const undo = async (
  scene: Scene,
  claim: string,
  template: Json,
  revision: number,
  to?: number
): Promise<boolean> => {
  const { subject, evidence } = scene
  const args = ['rollout', 'undo', kubectlNameOf(subject), ...(to === undefined ? [] : [`--to-revision=${to}`])]
  return evidence.check(
    `${subject.name} ${claim}: the pod template of before as revision ${revision}, available`,
    `kubectl ${args.join(' ')} && ${status(subject)}`,
    async () => {
      const said = await kubectl(scene, args)
      if (!said.ok) return said
      const { value, ms } = await until(scene, (now) => now.rolledOut && now.revision === revision)
      const same = isSame(value.template, template)
      const ok = value.rolledOut && value.revision === revision && same
      return {
        ok,
        seen:
          `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
          (ok ? '' : `; ${await why(scene)}`)
      }
    }
  )
}

export const noPodsOf = ({ subject, evidence, goodMs, signal }: Scene, hash: string): Promise<boolean> =>
  evidence.check(
    `${subject.name} has no pod of the broken release left`,
    `kubectl get pods -l ${LABEL}=${subject.name},pod-template-hash=${hash}`,
    async () => {
      const { api, namespace } = subject
      const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
      }
      const read = () => pods(subject, hash, signal)
      const { value, done, ms } = await wait(
        api,
        { read, done: (left) => left.length === 0, watch, withinMs: goodMs },
        signal
      )
      return { ok: done, seen: done ? `none after ${ms} ms` : listed(value) }
    }
  )

/** Of a limit beyond this one the end is not reached: so many rollouts would prove no more than a lower limit does. */
const MOST = 3
const LOWERED = 2

/**
 * The end of the history. `made` are the revisions with a pod template of their own so far, oldest first; once there is
 * one more than the limit keeps beside the newest, the oldest goes, and kubectl refuses to go there. A limit of more than
 * three is lowered to two for this look, and the claims say so.
 */
export const history = async (scene: Scene, made: readonly number[]): Promise<boolean> => {
  const { subject, evidence, next, goodMs, signal } = scene
  const lowered = subject.revisionHistoryLimit > MOST
  const limit = lowered ? LOWERED : subject.revisionHistoryLimit
  const all = [...made]
  while (all.length < limit + 2) {
    const revision = (all.at(-1) ?? 0) + 1
    const release = all.length === made.length ? next : { ...next, step: `${next.step}-${revision}` }
    if (!(await rollOut(scene, release, revision))) return false
    all.push(revision)
  }
  const kept = all.slice(-limit - 1)
  const gone = all.at(-limit - 2)
  const name = kubectlNameOf(subject)
  const patch = JSON.stringify({ spec: { revisionHistoryLimit: limit } })
  const keeps = await evidence.check(
    `${subject.name} keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says${lowered ? `; that is ${subject.revisionHistoryLimit}, lowered for this look` : ''}`,
    `${lowered ? `kubectl patch ${name} --type merge -p '${patch}'; ` : ''}kubectl rollout history ${name}`,
    async () => {
      if (lowered) {
        const reply = await lowerHistory(subject, limit, signal)
        if (reply.status >= 300) return { ok: false, seen: told(reply) }
      }
      const read = () => revisions(subject, signal)
      const numbers = (found: Awaited<ReturnType<typeof read>>) => found.map((each) => each.revision).join(', ')
      const done = (found: Awaited<ReturnType<typeof read>>) => numbers(found) === kept.join(', ')
      const now = await wait(subject.api, { read, done, watch: keepers(subject), withinMs: goodMs }, signal)
      return { ok: now.done, seen: `revisions ${numbers(now.value)}` }
    }
  )
  const args = ['rollout', 'undo', name, `--to-revision=${gone}`]
  return (
    (await evidence.check(
      `${subject.name} cannot go to revision ${gone}, beyond its limit, and kubectl says so`,
      `kubectl ${args.join(' ')}`,
      async () => {
        const { ok, seen } = await kubectl(scene, args)
        return { ok: !ok && seen.includes(`unable to find specified revision ${gone}`), seen }
      }
    )) && keeps
  )
}

const until = ({ subject, goodMs, signal }: Scene, done: (state: State) => boolean, moreMs = 0) =>
  wait(
    subject.api,
    { read: () => look(subject, signal), done, watch: events(subject), withinMs: goodMs + moreMs },
    signal
  )

const listed = (all: readonly Pod[]): string => all.map(({ line }) => line).join(', ') || 'none'

/** What the pods of the newest revision say, for a claim that did not hold. */
const why = async ({ subject, signal }: Scene): Promise<string> => {
  const newest = (await revisions(subject, signal)).at(-1)
  if (newest === undefined) return 'there is no revision'
  const found = await pods(subject, newest.hash, signal)
  const bad = found.find(({ ready }) => !ready)
  const said = bad === undefined ? '' : await lastLines(subject, bad.name, signal)
  return `pods of revision ${newest.revision}: ${listed(found)}${said && `; its log ends with:\n${said}`}`
}

/** kubectl of the cluster's version, with nothing but its kubeconfig; its exit status is what was seen, not an error. */
const kubectl = async ({ cluster, run, subject, signal }: Scene, args: readonly string[]) => {
  const env = { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` }
  try {
    const { stdout } = await run([cluster.kubectl, '--namespace', subject.namespace, ...args], { env, signal })
    return { ok: true, seen: stdout.trim() }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    const said = typeof error.cause === 'string' ? error.cause : String(error.cause)
    return { ok: false, seen: `${error.message}: ${said.trim()}` }
  }
}

const status = (subject: Subject): string => `kubectl rollout status ${kubectlNameOf(subject)}`
