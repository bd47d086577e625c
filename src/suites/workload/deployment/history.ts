import type { Reply } from '../../../model/ports/kubernetes.ts'
import { waitForState } from '../../cluster/wait.ts'
import { describeReply } from '../../evidence.ts'
import { runKubectl, type RolloutContext } from './context.ts'
import { describeKeepers, listRevisions } from './revisions.ts'
import { formatRunnerName, formatRunnerPath, type Runner } from './runner.ts'
import { rollOut } from './steps.ts'

/** Of a limit beyond this one the end is not reached: so many rollouts would prove no more than a lower limit does. */
const MOST = 3
const LOWERED = 2

/**
 * The end of the history. `made` are the revisions with a pod template of their own so far, oldest first; once there is
 * one more than the limit keeps beside the newest, the oldest goes, and kubectl refuses to go there. A limit of more than
 * three is lowered to two for this look, and the claims say so.
 */
export const endHistory = async (context: RolloutContext, made: readonly number[]): Promise<boolean> => {
  const { runner, evidence, next, goodMs, signal } = context
  const lowered = runner.revisionHistoryLimit > MOST
  const limit = lowered ? LOWERED : runner.revisionHistoryLimit
  const all = [...made]
  while (all.length < limit + 2) {
    const revision = (all.at(-1) ?? 0) + 1
    const release = all.length === made.length ? next : { ...next, step: `${next.step}-${revision}` }
    if (!(await rollOut(context, release, revision))) return false
    all.push(revision)
  }
  const kept = all.slice(-limit - 1)
  const gone = all.at(-limit - 2)
  const name = formatRunnerName(runner)
  const patch = JSON.stringify({ spec: { revisionHistoryLimit: limit } })
  const keeps = await evidence.check(
    `${runner.name} keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says${lowered ? `; that is ${runner.revisionHistoryLimit}, lowered for this look` : ''}`,
    `${lowered ? `kubectl patch ${name} --type merge -p '${patch}'; ` : ''}kubectl rollout history ${name}`,
    async () => {
      if (lowered) {
        const reply = await lowerHistory(runner, limit, signal)
        if (reply.status >= 300) return { ok: false, seen: describeReply(reply) }
      }
      const read = () => listRevisions(runner, signal)
      const numbers = (found: Awaited<ReturnType<typeof read>>) => found.map((each) => each.revision).join(', ')
      const done = (found: Awaited<ReturnType<typeof read>>) => numbers(found) === kept.join(', ')
      const now = await waitForState(
        runner.api,
        { read, done, watch: describeKeepers(runner), withinMs: goodMs },
        signal
      )
      return { ok: now.done, seen: `revisions ${numbers(now.value)}` }
    }
  )
  const args = ['rollout', 'undo', name, `--to-revision=${gone}`]
  return (
    (await evidence.check(
      `${runner.name} cannot go to revision ${gone}, beyond its limit, and kubectl says so`,
      `kubectl ${args.join(' ')}`,
      async () => {
        const { ok, seen } = await runKubectl(context, args)
        return { ok: !ok && seen.includes(`unable to find specified revision ${gone}`), seen }
      }
    )) && keeps
  )
}

/** Keeps fewer old revisions from now on. */
const lowerHistory = (runner: Runner, limit: number, signal: AbortSignal): Promise<Reply> =>
  runner.api.call('PATCH', formatRunnerPath(runner), {
    patch: 'merge',
    body: { spec: { revisionHistoryLimit: limit } },
    signal
  })
