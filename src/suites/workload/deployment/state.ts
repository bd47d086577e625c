import { at, fields, items, number, text } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { revisions } from './revisions.ts'
import { path, type Runner } from './runner.ts'

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

export const look = (runner: Runner, signal: AbortSignal): Promise<State> =>
  runner.kind === 'Deployment' ? lookAtDeployment(runner, signal) : lookAtSet(runner, signal)

/** A DaemonSet or StatefulSet keeps its revisions as ControllerRevisions, has no deadline and is never seen stuck. */
const lookAtSet = async (runner: Runner, signal: AbortSignal): Promise<State> => {
  const { body } = await runner.api.call('GET', path(runner), { signal })
  const status = at(body, 'status')
  const counts =
    runner.kind === 'DaemonSet'
      ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
      : ['replicas', 'updatedReplicas', 'availableReplicas']
  const [replicas = 0, updated = 0, available = 0] = counts.map((name) => number(at(status, name)))
  const wanted = runner.kind === 'DaemonSet' ? Math.max(replicas, 1) : runner.replicas
  const revision = (await revisions(runner, signal)).at(-1)?.revision ?? 0
  const current = number(at(status, 'observedGeneration')) >= number(at(body, 'metadata', 'generation'))
  return {
    template: template(at(body, 'spec', 'template')),
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
  const { body } = await runner.api.call('GET', path(runner), { signal })
  const status = at(body, 'status')
  const conditions = items(at(status, 'conditions'))
  const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) =>
    conditions.find((condition) => at(condition, 'type') === type)
  )
  const count = (name: string) => number(at(status, name))
  const revision = Number(text(at(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0)
  const current = count('observedGeneration') >= number(at(body, 'metadata', 'generation'))
  const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')]
  const reason = text(at(progressing, 'reason'))
  const whole = [replicas, updated, available].every((each) => each === runner.replicas)
  return {
    template: template(at(body, 'spec', 'template')),
    revision,
    current,
    replicas,
    updated,
    available,
    rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
    stuck: current && at(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
    line:
      `revision ${revision}: ${available} of ${runner.replicas} available, ${updated} of ${replicas} pods new; ` +
      `Available=${text(at(isAvailable, 'status')) || '?'}, Progressing=${text(at(progressing, 'status')) || '?'} (${reason})`
  }
}

/** A pod template as people compare them: without the null creation time that clients add. */
const template = (value: Json | undefined): Json => {
  const { creationTimestamp, ...metadata } = fields(at(value, 'metadata'))
  return { ...fields(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } }
}
