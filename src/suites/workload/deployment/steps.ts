import { isSame } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { waitForState } from '../../cluster/wait.ts'
import { formatPipe, describeReply } from '../../evidence.ts'
import { runKubectl, formatStatusLine, awaitState, type RolloutContext } from './context.ts'
import { applyRelease, makeRunnerManifest } from './manifest.ts'
import { readLastLines, listPods, type Pod } from './pods.ts'
import { listRevisions } from './revisions.ts'
import { formatRunnerName, LABEL, type Break, type RolloutRelease } from './runner.ts'
import type { State } from './state.ts'

/** What a broken release does, as part of a sentence. */
export const HOW: Readonly<Record<Break, string>> = {
  'bad-image': 'has no image',
  crash: 'crashes',
  'never-ready': 'never gets ready'
}

/** Rolls a release out; its state once it is there. */
export const rollOut = async (
  context: RolloutContext,
  release: RolloutRelease,
  revision: number
): Promise<State | undefined> => {
  const { runner, evidence, goodMs, signal } = context
  const seconds = Math.ceil(goodMs / 1000)
  let state: State | undefined
  const passed = await evidence.check(
    `${runner.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`,
    `${formatPipe(makeRunnerManifest(runner, release, seconds), 'apply --server-side --force-conflicts')} && ${formatStatusLine(runner)}`,
    async () => {
      const reply = await applyRelease(runner, release, seconds, signal)
      if (reply.status >= 300) return { ok: false, seen: describeReply(reply) }
      // A condition can be one from before until the controller has looked; an earlier break must not count as this one's.
      const reached = await awaitState(context, (now) => now.rolledOut || (now.stuck && now.revision === revision))
      state = reached.value
      const ok = state.rolledOut && state.revision === revision
      return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await describePodTrouble(context)}`}` }
    }
  )
  return passed ? state : undefined
}

/** Rolls out the broken release; the pod template hash of its revision when it failed as it must. */
export const breakDown = async (context: RolloutContext): Promise<string | undefined> => {
  const { runner, evidence, broken, breakSeconds, signal } = context
  const apart = formatPipe(makeRunnerManifest(runner, broken, breakSeconds), 'apply --server-side --force-conflicts')
  const before = await listRevisions(runner, signal)
  let hash: string | undefined
  const failed = await evidence.check(
    `${runner.name} is seen failing when a release ${HOW[broken.breaks]}`,
    `${apart}; ${formatStatusLine(runner)}`,
    async () => {
      const reply = await applyRelease(runner, broken, breakSeconds, signal)
      if (reply.status >= 300) return { ok: false, seen: describeReply(reply) }
      const { value, ms } = await awaitState(context, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds)
      hash = (await listRevisions(runner, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash
      const found = hash === undefined ? [] : await listPods(runner, hash, signal)
      // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
      const broke = found.length > 0 && found.every(({ ready }) => !ready)
      return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${formatPods(found)}` }
    }
  )
  if (!failed) return undefined
  const keeps = runner.keeps ?? runner.replicas
  // A strategy that takes the old pods away first keeps none.
  if (keeps === 0) return hash
  const kept = await evidence.check(
    `${runner.name} keeps ${keeps} old pods available while a release ${HOW[broken.breaks]}`,
    `kubectl get replicasets -l ${LABEL}=${runner.name}`,
    async () => {
      const now = await listRevisions(runner, signal)
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
export const undoRollout = async (
  context: RolloutContext,
  claim: string,
  template: Json,
  revision: number,
  to?: number
): Promise<boolean> => {
  const { runner, evidence } = context
  const args = ['rollout', 'undo', formatRunnerName(runner), ...(to === undefined ? [] : [`--to-revision=${to}`])]
  return evidence.check(
    `${runner.name} ${claim}: the pod template of before as revision ${revision}, available`,
    `kubectl ${args.join(' ')} && ${formatStatusLine(runner)}`,
    async () => {
      const said = await runKubectl(context, args)
      if (!said.ok) return said
      const { value, ms } = await awaitState(context, (now) => now.rolledOut && now.revision === revision)
      const same = isSame(value.template, template)
      const ok = value.rolledOut && value.revision === revision && same
      return {
        ok,
        seen:
          `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
          (ok ? '' : `; ${await describePodTrouble(context)}`)
      }
    }
  )
}

export const checkNoPods = ({ runner, evidence, goodMs, signal }: RolloutContext, hash: string): Promise<boolean> =>
  evidence.check(
    `${runner.name} has no pod of the broken release left`,
    `kubectl get pods -l ${LABEL}=${runner.name},pod-template-hash=${hash}`,
    async () => {
      const { api, namespace } = runner
      const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
      }
      const read = () => listPods(runner, hash, signal)
      const { value, done, ms } = await waitForState(
        api,
        { read, done: (left) => left.length === 0, watch, withinMs: goodMs },
        signal
      )
      return { ok: done, seen: done ? `none after ${ms} ms` : formatPods(value) }
    }
  )

const formatPods = (all: readonly Pod[]): string => all.map(({ line }) => line).join(', ') || 'none'

/** What the pods of the newest revision say, for a claim that did not hold. */
const describePodTrouble = async ({ runner, signal }: RolloutContext): Promise<string> => {
  const newest = (await listRevisions(runner, signal)).at(-1)
  if (newest === undefined) return 'there is no revision'
  const found = await listPods(runner, newest.hash, signal)
  const bad = found.find(({ ready }) => !ready)
  const said = bad === undefined ? '' : await readLastLines(runner, bad.name, signal)
  return `pods of revision ${newest.revision}: ${formatPods(found)}${said && `; its log ends with:\n${said}`}`
}
