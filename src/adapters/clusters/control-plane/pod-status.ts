import type { Json } from '../../../base/json.ts'
import type { PodBehaviour } from '../../../model/ports/kubernetes.ts'
import { readAt, readObjectsAt, readTextAt } from '../../../base/json.ts'
import type { JsonObject } from '../../../base/json.ts'

/** Where a simulated pod is in its life. 'finished' comes only to pods that run to completion. */
export type PodMoment = 'started' | 'finished' | 'stopped'

export interface PodView {
  readonly pod: JsonObject
  readonly behaviour: (image: string) => PodBehaviour
  readonly moment: PodMoment
  readonly ip: string
  /** How often what crashes has crashed, from 1. */
  readonly crashes: number
  /** RFC 3339, to the second, as Kubernetes writes times. */
  readonly startedAt: string
  readonly now: string
  /** The status written before, whose condition times stay where a condition does not change. */
  readonly before?: JsonObject
}

type ContainerShape = 'running' | 'unready' | 'done' | 'failed' | 'restarting' | 'unpulled' | 'pending'

/** Whether a pod's containers end by themselves: as in a Job, all but `restartPolicy: Always`. */
export const runsToCompletion = (pod: JsonObject): boolean =>
  !['', 'Always'].includes(readTextAt(pod, 'spec', 'restartPolicy'))

/** Whether a pod at this moment has a container that keeps crashing. */
export const crashes = (status: JsonObject): boolean =>
  [...readObjectsAt(status, 'initContainerStatuses'), ...readObjectsAt(status, 'containerStatuses')].some(
    (container) => readTextAt(container, 'state', 'waiting', 'reason') === 'CrashLoopBackOff'
  )

/** The status that a kubelet would write: each container behaves by its own image, init containers in their order. */
export function simulatePodStatus(view: PodView): JsonObject {
  const { pod, now } = view
  const inits = readObjectsAt(pod, 'spec', 'initContainers')
  const shapes = chooseInitShapes(view, inits)
  const initialized = shapes.every((shape, i) => shape === 'done' || (isSidecar(inits[i]) && isUp(shape)))
  const mains = readObjectsAt(pod, 'spec', 'containers').map((container) =>
    initialized ? chooseShape(view, container) : ('pending' as const)
  )
  const all = readObjectsAt(pod, 'spec', 'containers')
  const phase = choosePhase(shapes, mains, initialized)
  const over = phase === 'Succeeded' || phase === 'Failed'
  const unready = [
    ...inits.filter((container, i) => isSidecar(container) && shapes[i] !== 'running'),
    ...all.filter((_, i) => mains[i] !== 'running')
  ]
  const ready = makePodCondition(unready.length === 0, over ? 'PodCompleted' : 'ContainersNotReady', unready)
  return {
    phase,
    hostIP: '127.0.0.1',
    hostIPs: [{ ip: '127.0.0.1' }],
    podIP: view.ip,
    podIPs: [{ ip: view.ip }],
    startTime: view.startedAt,
    ...(inits.length > 0 && {
      initContainerStatuses: inits.map((one, i) => makeContainerStatus(view, one, shapes[i]))
    }),
    containerStatuses: all.map((one, i) => makeContainerStatus(view, one, mains[i])),
    conditions: [
      { type: 'PodReadyToStartContainers', ...makePodCondition(!over) },
      { type: 'Initialized', ...makePodCondition(initialized, 'ContainersNotInitialized') },
      { type: 'ContainersReady', ...ready },
      { type: 'Ready', ...ready },
      { type: 'PodScheduled', ...makePodCondition(true) }
    ].map((one) => ({ ...one, lastTransitionTime: findTransitionTime(view.before, one.type, one.status) ?? now }))
  }
}

function chooseShape({ pod, behaviour, moment }: PodView, container: JsonObject): ContainerShape {
  const how = behaviour(readTextAt(container, 'image'))
  if (how === 'bad-image') return 'unpulled'
  if (how === 'crash') return readTextAt(pod, 'spec', 'restartPolicy') === 'Never' ? 'failed' : 'restarting'
  if (moment === 'stopped') return 'done'
  if (how === 'never-ready') return 'unready'
  return moment === 'finished' ? 'done' : 'running'
}

function chooseInitShapes(view: PodView, inits: readonly JsonObject[]): readonly ContainerShape[] {
  let open = true
  return inits.map((init) => {
    if (!open) return 'pending'
    const shape = chooseShape(view, init)
    // A sidecar runs on beside the others; any other init container has to end first.
    if (isSidecar(init)) {
      open = isUp(shape) || shape === 'done'
      return shape === 'failed' ? 'restarting' : shape
    }
    open = shape === 'running' || shape === 'done'
    return open ? 'done' : shape
  })
}

const isSidecar = (container: JsonObject | undefined): boolean => readTextAt(container, 'restartPolicy') === 'Always'
const isUp = (shape: ContainerShape): boolean => shape === 'running' || shape === 'unready'

/** As the kubelet's getPhase decides. */
function choosePhase(inits: readonly ContainerShape[], mains: readonly ContainerShape[], initialized: boolean): string {
  if (inits.includes('failed')) return 'Failed'
  if (!initialized && !mains.includes('done')) return 'Pending'
  if (mains.includes('unpulled') || mains.includes('pending')) return 'Pending'
  if (mains.every((shape) => shape === 'done')) return 'Succeeded'
  return mains.every((shape) => shape === 'done' || shape === 'failed') ? 'Failed' : 'Running'
}

function makePodCondition(holds: boolean, reason?: string, unready: readonly JsonObject[] = []) {
  if (holds) return { status: 'True' }
  const names = unready.map((one) => readTextAt(one, 'name')).join(' ')
  return {
    status: 'False',
    ...(reason && { reason }),
    ...(names !== '' && { message: `containers with unready status: [${names}]` })
  }
}

const findTransitionTime = (before: JsonObject | undefined, type: string, status: string): string | undefined => {
  const old = readObjectsAt(before, 'conditions').find((one) => readTextAt(one, 'type') === type)
  return old && readTextAt(old, 'status') === status ? readTextAt(old, 'lastTransitionTime') : undefined
}

function makeContainerStatus(
  view: PodView,
  { name = '', image = '' }: JsonObject,
  shape: ContainerShape = 'pending'
): JsonObject {
  const ran = shape !== 'unpulled' && shape !== 'pending'
  const id = `simulated://${readTextAt(view.pod, 'metadata', 'uid')}/${readTextAt({ name }, 'name')}`
  const ended = (exitCode: number, reason: string): Json => ({
    terminated: { exitCode, reason, startedAt: view.startedAt, finishedAt: view.now, containerID: id }
  })
  const waiting = (reason: string, message?: string): Json => ({ waiting: { reason, ...(message && { message }) } })
  const state = (): Json => {
    switch (shape) {
      case 'running':
      case 'unready':
        return { running: { startedAt: view.startedAt } }
      case 'done':
        return ended(0, 'Completed')
      case 'failed':
        return ended(1, 'Error')
      case 'restarting':
        return waiting('CrashLoopBackOff', `simulated: ${readTextAt({ image }, 'image')} was told to crash`)
      case 'unpulled':
        return waiting('ImagePullBackOff', `simulated: ${readTextAt({ image }, 'image')} was told to be a bad image`)
      case 'pending':
        return waiting('PodInitializing')
    }
  }
  return {
    name,
    image,
    imageID: ran ? `simulated://${readTextAt({ image }, 'image')}` : '',
    ...(ran && { containerID: id }),
    ready:
      shape === 'running' ||
      (shape === 'done' && readAt(view.pod, 'spec', 'initContainers') !== undefined && isInit(view.pod, name)),
    started: isUp(shape),
    restartCount: shape === 'restarting' ? view.crashes : 0,
    state: state(),
    lastState: shape === 'restarting' ? ended(1, 'Error') : {}
  }
}

/** An init container that ended well counts as ready. */
const isInit = (pod: JsonObject, name: Json): boolean =>
  readObjectsAt(pod, 'spec', 'initContainers').some((one) => one['name'] === name)
