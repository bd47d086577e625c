import { readAt, readFields, readItems, readNumber, readText } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { listRevisions } from './revisions.ts'
import { formatRunnerPath, type Runner } from './runner.ts'

export interface State {
  readonly template: Json
  readonly revision: number
  /** The controller has seen the newest spec. */
  readonly current: boolean
  readonly replicas: number
  readonly updated: number
  readonly available: number
  readonly rolledOut: boolean
  /** The rollout has made no progress for as long as the deadline allows. */
  readonly stuck: boolean
  /** All of it in a line. */
  readonly line: string
}

export const lookAtRunner = (runner: Runner, signal: AbortSignal): Promise<State> =>
  runner.kind === 'Deployment' ? lookAtDeployment(runner, signal) : lookAtSet(runner, signal)

/** A DaemonSet or StatefulSet keeps its revisions as ControllerRevisions, has no deadline and is never seen stuck. */
const lookAtSet = async (runner: Runner, signal: AbortSignal): Promise<State> => {
  const { body } = await runner.api.call('GET', formatRunnerPath(runner), { signal })
  const status = readAt(body, 'status')
  const counts =
    runner.kind === 'DaemonSet'
      ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
      : ['replicas', 'updatedReplicas', 'availableReplicas']
  const [replicas = 0, updated = 0, available = 0] = counts.map((name) => readNumber(readAt(status, name)))
  const wanted = runner.kind === 'DaemonSet' ? Math.max(replicas, 1) : runner.replicas
  const revision = (await listRevisions(runner, signal)).at(-1)?.revision ?? 0
  const current = readNumber(readAt(status, 'observedGeneration')) >= readNumber(readAt(body, 'metadata', 'generation'))
  return {
    template: pickTemplate(readAt(body, 'spec', 'template')),
    revision,
    current,
    replicas,
    updated,
    available,
    rolledOut: current && [replicas, updated, available].every((each) => each === wanted),
    stuck: false,
    line: `revision ${revision}: ${available} of ${wanted} available, ${updated} of ${replicas} pods new`
  }
}

const lookAtDeployment = async (runner: Runner, signal: AbortSignal): Promise<State> => {
  const { body } = await runner.api.call('GET', formatRunnerPath(runner), { signal })
  const status = readAt(body, 'status')
  const conditions = readItems(readAt(status, 'conditions'))
  const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) =>
    conditions.find((condition) => readAt(condition, 'type') === type)
  )
  const count = (name: string) => readNumber(readAt(status, name))
  const revision = Number(readText(readAt(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0)
  const current = count('observedGeneration') >= readNumber(readAt(body, 'metadata', 'generation'))
  const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')]
  const reason = readText(readAt(progressing, 'reason'))
  const whole = [replicas, updated, available].every((each) => each === runner.replicas)
  return {
    template: pickTemplate(readAt(body, 'spec', 'template')),
    revision,
    current,
    replicas,
    updated,
    available,
    rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
    stuck: current && readAt(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
    line:
      `revision ${revision}: ${available} of ${runner.replicas} available, ${updated} of ${replicas} pods new; ` +
      `Available=${readText(readAt(isAvailable, 'status')) || '?'}, Progressing=${readText(readAt(progressing, 'status')) || '?'} (${reason})`
  }
}

/** A pod template as people compare them: without the null creation time that clients add. */
const pickTemplate = (value: Json | undefined): Json => {
  const { creationTimestamp, ...metadata } = readFields(readAt(value, 'metadata'))
  return { ...readFields(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } }
}
