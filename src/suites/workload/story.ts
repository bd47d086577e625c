import type { Check } from '../../model/nouns.ts'
import type { Subject } from './deployment/deployment.ts'
import { evidence, type Evidence } from '../evidence.ts'
import type { StepName } from './process/trial-context.ts'
import { breakDown, history, HOW, noPodsOf, rollOut, undo, type Scene, type Story } from './steps.ts'

/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
export const story = async (
  subject: Subject,
  plan: Story,
  signal: AbortSignal,
  book: Evidence = evidence()
): Promise<readonly Check[]> => {
  const scene: Scene = { ...plan, subject, evidence: book, signal }
  await (subject.kind === 'Deployment' ? tell(scene) : tellOfSet(scene))
  return book.checks
}

const tell = async (scene: Scene): Promise<void> => {
  const { candidate, broken, whole, afterwards, subject } = scene
  const first = whole ? await thereAndBack(scene) : undefined
  if (whole && !first) return
  const good = await rollOut(scene, candidate, whole ? 4 : 1)
  if (!good) return
  const hash = await breakDown(scene)
  if (hash === undefined) return
  if (!(await undo(scene, `comes back from a release that ${HOW[broken.breaks]}`, good.template, good.revision + 2)))
    return
  if (!(await noPodsOf(scene, hash)) || !first) return
  // With less history than that the revision of N-1 is gone, as the manifest wants it.
  if (subject.revisionHistoryLimit < 2) await history(scene, [3, 5, 6])
  else if (await undo(scene, 'goes back to N-1 by its revision', first.template, 7, 3)) await history(scene, [5, 6, 7])
  else return
  await afterwards?.('the end')
}

/**
 * A DaemonSet or StatefulSet takes old pods away before new ones are ready: it goes there, back, there by its
 * revision, and to the end of its history.
 */
const tellOfSet = async (scene: Scene): Promise<void> => {
  const first = await thereAndBack(scene)
  if (!first) return
  if (!(await undo(scene, 'goes to N by its revision', first.next, 4, 2))) return
  await history(scene, [3, 4])
  await scene.afterwards?.('the end')
}

/** N-1, N, and back to N-1 by `kubectl rollout undo`, which is tried of a candidate that does not come up too. */
const thereAndBack = async (scene: Scene) => {
  const { baseline, candidate, upgrade, subject } = scene
  const holds = async (step: StepName, when: string): Promise<boolean> => {
    const does = (await scene.expected?.(subject, step)) !== false
    return (await scene.afterwards?.(when)) !== false && does
  }
  const first = await rollOut(scene, baseline, 1)
  if (!first || (await scene.expected?.(subject, 'baseline')) === false) return undefined
  if (upgrade && !(await upgrade())) return undefined
  const upgraded = await rollOut(scene, candidate, 2)
  const kept = upgraded && (await holds('candidate', 'the upgrade'))
  const back = await undo(scene, 'goes from N back to N-1', first.template, 3)
  const keptBack = back && (await holds('rollback', 'the way back'))
  return upgraded && kept && keptBack ? { ...first, next: upgraded.template } : undefined
}
