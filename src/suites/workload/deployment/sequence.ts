import type { Check } from '../../../model/nouns.ts'
import type { Runner } from './runner.ts'
import { evidence, type Evidence } from '../../evidence.ts'
import type { StepName } from '../context.ts'
import type { RolloutContext, RolloutPlan } from './context.ts'
import { endHistory } from './history.ts'
import { breakDown, HOW, checkNoPods, rollOut, undoRollout } from './steps.ts'

/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
export const rollThrough = async (
  runner: Runner,
  plan: RolloutPlan,
  signal: AbortSignal,
  book: Evidence = evidence()
): Promise<readonly Check[]> => {
  const context: RolloutContext = { ...plan, runner, evidence: book, signal }
  await (runner.kind === 'Deployment' ? rollDeployment(context) : rollSet(context))
  return book.checks
}

const rollDeployment = async (context: RolloutContext): Promise<void> => {
  const { candidate, broken, whole, afterwards, runner } = context
  const first = whole ? await rollThereAndBack(context) : undefined
  if (whole && !first) return
  const good = await rollOut(context, candidate, whole ? 4 : 1)
  if (!good) return
  const hash = await breakDown(context)
  if (hash === undefined) return
  if (
    !(await undoRollout(
      context,
      `comes back from a release that ${HOW[broken.breaks]}`,
      good.template,
      good.revision + 2
    ))
  )
    return
  if (!(await checkNoPods(context, hash)) || !first) return
  // With less history than that the revision of N-1 is gone, as the manifest wants it.
  if (runner.revisionHistoryLimit < 2) await endHistory(context, [3, 5, 6])
  else if (await undoRollout(context, 'goes back to N-1 by its revision', first.template, 7, 3))
    await endHistory(context, [5, 6, 7])
  else return
  await afterwards?.('the end')
}

/**
 * A DaemonSet or StatefulSet takes old pods away before new ones are ready: it goes there, back, there by its
 * revision, and to the end of its history.
 */
const rollSet = async (context: RolloutContext): Promise<void> => {
  const first = await rollThereAndBack(context)
  if (!first) return
  if (!(await undoRollout(context, 'goes to N by its revision', first.next, 4, 2))) return
  await endHistory(context, [3, 4])
  await context.afterwards?.('the end')
}

/** N-1, N, and back to N-1 by `kubectl rollout undo`, which is tried of a candidate that does not come up too. */
const rollThereAndBack = async (context: RolloutContext) => {
  const { baseline, candidate, upgrade, runner } = context
  const holds = async (step: StepName, when: string): Promise<boolean> => {
    const does = (await context.expected?.(runner, step)) !== false
    return (await context.afterwards?.(when)) !== false && does
  }
  const first = await rollOut(context, baseline, 1)
  if (!first || (await context.expected?.(runner, 'baseline')) === false) return undefined
  if (upgrade && !(await upgrade())) return undefined
  const upgraded = await rollOut(context, candidate, 2)
  const kept = upgraded && (await holds('candidate', 'the upgrade'))
  const back = await undoRollout(context, 'goes from N back to N-1', first.template, 3)
  const keptBack = back && (await holds('rollback', 'the way back'))
  return upgraded && kept && keptBack ? { ...first, next: upgraded.template } : undefined
}
