import { isSame } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { wait } from '../../cluster/wait.ts'
import { piped, told } from '../../evidence.ts'
import { kubectl, status, until, type RolloutContext } from './context.ts'
import { apply, manifest } from './manifest.ts'
import { lastLines, pods, type Pod } from './pods.ts'
import { revisions } from './revisions.ts'
import { kubectlNameOf, LABEL, type Break, type Release } from './runner.ts'
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
  release: Release,
  revision: number
): Promise<State | undefined> => {
  const { runner, evidence, goodMs, signal } = context
  const seconds = Math.ceil(goodMs / 1000)
  let state: State | undefined
  const passed = await evidence.check(
    `${runner.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`,
    `${piped(manifest(runner, release, seconds), 'apply --server-side --force-conflicts')} && ${status(runner)}`,
    async () => {
      const reply = await apply(runner, release, seconds, signal)
      if (reply.status >= 300) return { ok: false, seen: told(reply) }
      // A condition can be one from before until the controller has looked; an earlier break must not count as this one's.
      const reached = await until(context, (now) => now.rolledOut || (now.stuck && now.revision === revision))
      state = reached.value
      const ok = state.rolledOut && state.revision === revision
      return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await why(context)}`}` }
    }
  )
  return passed ? state : undefined
}

/** Rolls out the broken release; the pod template hash of its revision when it failed as it must. */
export const breakDown = async (context: RolloutContext): Promise<string | undefined> => {
  const { runner, evidence, broken, breakSeconds, signal } = context
  const apart = piped(manifest(runner, broken, breakSeconds), 'apply --server-side --force-conflicts')
  const before = await revisions(runner, signal)
  let hash: string | undefined
  const failed = await evidence.check(
    `${runner.name} is seen failing when a release ${HOW[broken.breaks]}`,
    `${apart}; ${status(runner)}`,
    async () => {
      const reply = await apply(runner, broken, breakSeconds, signal)
      if (reply.status >= 300) return { ok: false, seen: told(reply) }
      const { value, ms } = await until(context, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds)
      hash = (await revisions(runner, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash
      const found = hash === undefined ? [] : await pods(runner, hash, signal)
      // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
      const broke = found.length > 0 && found.every(({ ready }) => !ready)
      return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${listed(found)}` }
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
      const now = await revisions(runner, signal)
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
  context: RolloutContext,
  claim: string,
  template: Json,
  revision: number,
  to?: number
): Promise<boolean> => {
  const { runner, evidence } = context
  const args = ['rollout', 'undo', kubectlNameOf(runner), ...(to === undefined ? [] : [`--to-revision=${to}`])]
  return evidence.check(
    `${runner.name} ${claim}: the pod template of before as revision ${revision}, available`,
    `kubectl ${args.join(' ')} && ${status(runner)}`,
    async () => {
      const said = await kubectl(context, args)
      if (!said.ok) return said
      const { value, ms } = await until(context, (now) => now.rolledOut && now.revision === revision)
      const same = isSame(value.template, template)
      const ok = value.rolledOut && value.revision === revision && same
      return {
        ok,
        seen:
          `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
          (ok ? '' : `; ${await why(context)}`)
      }
    }
  )
}

export const noPodsOf = ({ runner, evidence, goodMs, signal }: RolloutContext, hash: string): Promise<boolean> =>
  evidence.check(
    `${runner.name} has no pod of the broken release left`,
    `kubectl get pods -l ${LABEL}=${runner.name},pod-template-hash=${hash}`,
    async () => {
      const { api, namespace } = runner
      const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
      }
      const read = () => pods(runner, hash, signal)
      const { value, done, ms } = await wait(
        api,
        { read, done: (left) => left.length === 0, watch, withinMs: goodMs },
        signal
      )
      return { ok: done, seen: done ? `none after ${ms} ms` : listed(value) }
    }
  )

const listed = (all: readonly Pod[]): string => all.map(({ line }) => line).join(', ') || 'none'

/** What the pods of the newest revision say, for a claim that did not hold. */
const why = async ({ runner, signal }: RolloutContext): Promise<string> => {
  const newest = (await revisions(runner, signal)).at(-1)
  if (newest === undefined) return 'there is no revision'
  const found = await pods(runner, newest.hash, signal)
  const bad = found.find(({ ready }) => !ready)
  const said = bad === undefined ? '' : await lastLines(runner, bad.name, signal)
  return `pods of revision ${newest.revision}: ${listed(found)}${said && `; its log ends with:\n${said}`}`
}
