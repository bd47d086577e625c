import type { Json } from '../model.ts'
import type { KubernetesApi, PodBehaviour, Reply } from '../ports.ts'
import { at, fields, items, number, text } from '../json.ts'

/** A Deployment under test and where it lies. */
export interface Subject {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly name: string
  readonly replicas: number
  readonly revisionHistoryLimit: number
}

/** How a revision is meant to break. */
export type Break = Exclude<PodBehaviour, 'ready'>

/** What a revision runs. */
export interface Release {
  readonly image: string
  /** Makes the pod template of this revision its own, even where two revisions have one image. */
  readonly step: string
  readonly breaks?: Break
}

const path = ({ namespace, name }: Subject) => `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`

/** Where events about the Deployment and its ReplicaSets come from. */
export const events = ({ namespace, name }: Subject) => ({
  path: `/apis/apps/v1/namespaces/${namespace}/deployments`,
  query: { fieldSelector: `metadata.name=${name}` }
})

/**
 * Server-side apply of a release. Forced, because `kubectl rollout undo` makes itself the owner of what it puts back:
 * without force the next apply after an undo is a conflict.
 */
export const apply = (
  subject: Subject,
  release: Release,
  deadlineSeconds: number,
  signal: AbortSignal
): Promise<Reply> =>
  subject.api.call('PATCH', path(subject), {
    patch: 'apply',
    query: { force: 'true' },
    body: manifest(subject, release, deadlineSeconds),
    signal
  })

export const manifest = (
  { name, replicas, revisionHistoryLimit }: Pick<Subject, 'name' | 'replicas' | 'revisionHistoryLimit'>,
  { image, step, breaks }: Release,
  progressDeadlineSeconds: number
): Json => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas,
    revisionHistoryLimit,
    progressDeadlineSeconds,
    selector: { matchLabels: { app: name } },
    // No old pod goes before a new one is ready.
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: {
      metadata: { labels: { app: name }, annotations: { 'slipway/step': step } },
      spec: {
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 1,
        containers: [{ name: 'program', image, imagePullPolicy: 'IfNotPresent', ...(breaks ? BROKEN[breaks] : {}) }]
      }
    }
  }
})

/** What breaks a pod that really runs; an image that is not there needs no more. */
const BROKEN: Readonly<Record<Break, { readonly [key: string]: Json }>> = {
  'bad-image': {},
  crash: { command: ['/slipway-has-no-such-program'] },
  'never-ready': { readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 1 } }
}

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

export const look = async (subject: Subject, signal: AbortSignal): Promise<State> => {
  const { body } = await subject.api.call('GET', path(subject), { signal })
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
  const whole = [replicas, updated, available].every((each) => each === subject.replicas)
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
      `revision ${revision}: ${available} of ${subject.replicas} available, ${updated} of ${replicas} pods new; ` +
      `Available=${text(at(isAvailable, 'status')) || '?'}, Progressing=${text(at(progressing, 'status')) || '?'} (${reason})`
  }
}

/** A pod template as people compare them: without the null creation time that clients add. */
const template = (value: Json | undefined): Json => {
  const { creationTimestamp, ...metadata } = fields(at(value, 'metadata'))
  return { ...fields(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } }
}

/** A revision as its ReplicaSet keeps it. */
export interface Revision {
  readonly revision: number
  readonly hash: string
  readonly replicas: number
  readonly available: number
}

/** The revisions that the cluster still knows, oldest first. */
export const revisions = async (
  { api, namespace, name }: Subject,
  signal: AbortSignal
): Promise<readonly Revision[]> => {
  const { body } = await api.call('GET', `/apis/apps/v1/namespaces/${namespace}/replicasets`, {
    query: { labelSelector: `app=${name}` },
    signal
  })
  return items(at(body, 'items'))
    .map((set) => ({
      revision: Number(text(at(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
      hash: text(at(set, 'metadata', 'labels', 'pod-template-hash')),
      replicas: number(at(set, 'status', 'replicas')),
      available: number(at(set, 'status', 'availableReplicas'))
    }))
    .sort((a, b) => a.revision - b.revision)
}

export interface Pod {
  readonly ready: boolean
  /** Its name and what keeps it from being ready: `web-1: ImagePullBackOff`. */
  readonly line: string
}

/** The pods of one revision. */
export const pods = async (
  { api, namespace, name }: Subject,
  hash: string,
  signal: AbortSignal
): Promise<readonly Pod[]> => {
  const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
    query: { labelSelector: `app=${name},pod-template-hash=${hash}` },
    signal
  })
  return items(at(body, 'items')).map((pod) => {
    const condition = items(at(pod, 'status', 'conditions')).find((each) => at(each, 'type') === 'Ready')
    const ready = at(condition, 'status') === 'True'
    const waiting = items(at(pod, 'status', 'containerStatuses')).map((each) =>
      text(at(each, 'state', 'waiting', 'reason'))
    )
    const trouble = waiting.find((reason) => reason !== '') ?? text(at(condition, 'reason'))
    const state = ready ? 'ready' : trouble || text(at(pod, 'status', 'phase')) || 'no status'
    return { ready, line: `${text(at(pod, 'metadata', 'name'))}: ${state}` }
  })
}
