import type { Check } from '../model.ts'
import type { Subject } from './deployment.ts'
import { evidence } from './evidence.ts'
import { breakDown, history, HOW, noPodsOf, rollOut, undo, type Scene, type Story } from './workload-steps.ts'

/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
export const story = async (subject: Subject, plan: Story, signal: AbortSignal): Promise<readonly Check[]> => {
  const scene: Scene = { ...plan, subject, evidence: evidence(), signal }
  await tell(scene)
  return scene.evidence.checks
}

const tell = async (scene: Scene): Promise<void> => {
  const { baseline, candidate, next, broken, whole } = scene
  const first = whole ? await rollOut(scene, baseline, 1) : undefined
  if (whole) {
    const upgraded = first && (await rollOut(scene, candidate, 2))
    if (!upgraded || !(await undo(scene, 'goes from N back to N-1', first.template, 3))) return
  }
  const good = await rollOut(scene, candidate, whole ? 4 : 1)
  if (!good) return
  const hash = await breakDown(scene)
  if (hash === undefined) return
  if (!(await undo(scene, `comes back from a release that ${HOW[broken.breaks]}`, good.template, good.revision + 2)))
    return
  if (!(await noPodsOf(scene, hash)) || !first) return
  if (!(await undo(scene, 'goes back to N-1 by its revision', first.template, 7, 3))) return
  if (await rollOut(scene, next, 8)) await history(scene)
}
