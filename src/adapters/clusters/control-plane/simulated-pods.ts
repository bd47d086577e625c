import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesApi, PodBehaviour, WatchEvent } from '../../../model/ports/kubernetes.ts'
import type { Json } from '../../../base/json.ts'
import { readAt, readTextAt } from '../../../base/json.ts'
import type { JsonObject } from '../../../base/json.ts'
import { crashes, simulatePodStatus, runsToCompletion } from './pod-status.ts'
import type { PodMoment } from './pod-status.ts'

/** The pause before the second crash in milliseconds; it doubles up to the limit, as the kubelet's (10 s to 5 min) does. */
const CRASH_PAUSE_MS = 1000
const CRASH_LIMIT_MS = 60_000

interface SimulatedPod {
  readonly ip: string
  readonly behaviour: (image: string) => PodBehaviour
  readonly startedAt: string
  /** The newest object seen. */
  object: JsonObject
  status?: JsonObject
  crashes: number
  timer?: NodeJS.Timeout
  gone?: boolean
  /** Writes of one pod come one after the other. */
  last: Promise<void>
}

/** What a kubelet does about the pods of its node, without running any. */
export interface SimulatedPods {
  see(event: WatchEvent): void
  /** Forgets all pods and waits for the writes under way. */
  stop(): Promise<void>
}

/** `behaviours` is read when a pod is first seen: a later change is for later pods. */
export function simulatePods(
  api: KubernetesApi,
  behaviours: ReadonlyMap<string, PodBehaviour>,
  signal: AbortSignal,
  note: (line: string) => void
): SimulatedPods {
  const pods = new Map<string, SimulatedPod>()
  let addresses = 0

  const admit = (object: JsonObject): SimulatedPod => {
    const now = new Map(behaviours)
    const n = addresses++
    return {
      ip: `10.244.${Math.floor(n / 250) % 256}.${(n % 250) + 2}`,
      behaviour: (image) => now.get(image) ?? 'ready',
      startedAt: formatNow(),
      object,
      crashes: 1,
      last: Promise.resolve()
    }
  }

  /** Again until the server takes it, as a kubelet does (a webhook may refuse for a while), or the pod is gone. */
  const send = async (pod: SimulatedPod, method: 'PATCH' | 'DELETE', suffix: string, body: Json): Promise<void> => {
    const path = `/api/v1/namespaces/${readPodName(pod, 'namespace')}/pods/${readPodName(pod, 'name')}${suffix}`
    const wasEnding = isEnding(pod.object)
    for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
      const said = await api.call(method, path, { body, patch: 'strategic', signal }).then(
        ({ status, body }) => (isTaken(status) ? undefined : `${status} ${readTextAt(body, 'message')}`),
        (error: Error) => error.message
      )
      if (said === undefined || signal.aborted) return
      if (pause === 100) note(`the simulated node tries again: ${method} ${path} gave ${said}`)
      await sleep(pause, undefined, { signal }).catch(() => undefined)
      if (signal.aborted || pod.gone || isEnding(pod.object) !== wasEnding) return
    }
  }

  const write = (pod: SimulatedPod, moment: PodMoment): Promise<void> => {
    const status = simulatePodStatus({
      pod: pod.object,
      behaviour: pod.behaviour,
      moment,
      ip: pod.ip,
      crashes: pod.crashes,
      startedAt: pod.startedAt,
      now: formatNow(),
      ...(pod.status && { before: pod.status })
    })
    pod.status = status
    return send(pod, 'PATCH', '/status', { metadata: { uid: readUid(pod.object) }, status })
  }

  const start = async (pod: SimulatedPod): Promise<void> => {
    await write(pod, 'started')
    if (runsToCompletion(pod.object) && readTextAt(pod.status, 'phase') === 'Running') await write(pod, 'finished')
    crashAgain(pod)
  }

  const crashAgain = (pod: SimulatedPod): void => {
    if (!pod.status || !crashes(pod.status) || signal.aborted) return
    const pause = Math.min(CRASH_PAUSE_MS * 2 ** (pod.crashes - 1), CRASH_LIMIT_MS)
    pod.timer = setTimeout(() => {
      pod.crashes++
      then(pod, async () => {
        await write(pod, 'started')
        crashAgain(pod)
      })
    }, pause)
  }

  const end = async (pod: SimulatedPod): Promise<void> => {
    if (!['Succeeded', 'Failed'].includes(readTextAt(pod.status, 'phase'))) await write(pod, 'stopped')
    const preconditions = { uid: readUid(pod.object) }
    await send(pod, 'DELETE', '', { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0, preconditions })
  }

  const then = (pod: SimulatedPod, work: () => Promise<void>): void => {
    pod.last = pod.last.then(() => (signal.aborted ? undefined : work()))
  }

  return {
    see({ type, object }) {
      const id = readUid(object)
      const pod = pods.get(id) ?? admit(object)
      const wasEnding = isEnding(pod.object)
      const isNew = !pods.has(id)
      pod.object = object
      if (type === 'DELETED') {
        clearTimeout(pod.timer)
        pod.gone = true
        pods.delete(id)
        return
      }
      pods.set(id, pod)
      // With a finalizer on it a pod stays after its deletion with grace 0; there is nothing more to do then.
      if (isEnding(object) && readAt(object, 'metadata', 'deletionGracePeriodSeconds') !== 0 && (isNew || !wasEnding)) {
        clearTimeout(pod.timer)
        then(pod, () => end(pod))
      } else if (isNew && !isEnding(object)) then(pod, () => start(pod))
    },
    async stop() {
      for (const pod of pods.values()) clearTimeout(pod.timer)
      await Promise.all([...pods.values()].map((pod) => pod.last))
      pods.clear()
    }
  }
}

/** A pod that is not there, or is another by now, wants nothing more. */
const isTaken = (status: number): boolean => status < 300 || status === 404 || status === 409

const isEnding = (object: JsonObject): boolean => readAt(object, 'metadata', 'deletionTimestamp') !== undefined
const readUid = (object: JsonObject): string => readTextAt(object, 'metadata', 'uid')
const readPodName = (pod: SimulatedPod, field: 'name' | 'namespace'): string =>
  readTextAt(pod.object, 'metadata', field)

/** Now, as Kubernetes writes times. */
const formatNow = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')
