import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from '../../../base/json.ts'
import type { KubernetesApi, PodBehaviour, Reply } from '../../../model/ports/kubernetes.ts'
import { at, fields, items, number, objectsAt, text, type JsonObject } from '../../../base/json.ts'
import type { Shipped } from './shipped.ts'

export type Kind = 'Deployment' | 'DaemonSet' | 'StatefulSet'

/** What is rolled out, and where it lies. */
export interface Subject {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly kind: Kind
  readonly name: string
  readonly replicas: number
  readonly revisionHistoryLimit: number
  /** How many old pods stay available while a new release does not get ready; left out: all. */
  readonly keeps?: number
}

/** How a revision is meant to break. */
export type Break = Exclude<PodBehaviour, 'ready'>

/** What a revision runs. */
export interface Release {
  readonly image: string
  /** Makes the pod template of this revision its own, even where two revisions have one image. */
  readonly step: string
  readonly breaks?: Break
  /** How the program runs in its pods; left out where these are simulated: there the image alone decides. */
  readonly pod?: RunsAs
  /** The project's own manifest; left out: one of the suite's. */
  readonly shipped?: Shipped
}

/** The label by which the pods of one story are told from those beside it. */
export const LABEL = 'slipway-rollout'

export interface RunsAs {
  readonly serviceAccount: string
  /** Seconds for which a pod has to be ready before it counts as available. */
  readonly settle: number
  /** `args`, `env`, `ports`, `readinessProbe` of the container. */
  readonly container: JsonObject
}

const list = ({ namespace, kind }: Subject) => `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`
const path = (subject: Subject) => `${list(subject)}/${subject.name}`

/** As kubectl takes it: `deployment/web`. */
export const kubectlNameOf = ({ kind, name }: Subject): string => `${kind.toLowerCase()}/${name}`

/** Where events about it come from. */
export const events = (subject: Subject) => ({
  path: list(subject),
  query: { fieldSelector: `metadata.name=${subject.name}` }
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

/** Keeps fewer old revisions from now on. */
export const lowerHistory = (subject: Subject, limit: number, signal: AbortSignal): Promise<Reply> =>
  subject.api.call('PATCH', path(subject), {
    patch: 'merge',
    body: { spec: { revisionHistoryLimit: limit } },
    signal
  })

export const manifest = (
  subject: Pick<Subject, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
  release: Release,
  progressDeadlineSeconds: number
): Json =>
  release.shipped
    ? asShipped(subject, release, release.shipped, progressDeadlineSeconds)
    : made(subject, release, progressDeadlineSeconds)

/** The project's own, under the name of this story, with our image in its container. */
const asShipped = (
  { kind, name, replicas }: Pick<Subject, 'kind' | 'name' | 'replicas'>,
  { image, step, breaks, pod }: Release,
  { object }: Shipped,
  progressDeadlineSeconds: number
): Json => {
  const spec = fields(at(object, 'spec'))
  const template = fields(spec['template'])
  const podSpec = fields(template['spec'])
  const { namespace: _, ...metadata } = fields(at(object, 'metadata'))
  const labels = (of: Json | undefined) => ({ ...fields(of), [LABEL]: name })
  return {
    ...fields(object),
    metadata: { ...metadata, name },
    spec: {
      ...spec,
      selector: { ...fields(spec['selector']), matchLabels: labels(at(spec, 'selector', 'matchLabels')) },
      ...(kind !== 'DaemonSet' && { replicas }),
      ...(kind === 'Deployment' && { progressDeadlineSeconds }),
      template: {
        ...template,
        metadata: {
          ...fields(template['metadata']),
          labels: labels(at(template, 'metadata', 'labels')),
          annotations: { ...fields(at(template, 'metadata', 'annotations')), 'slipway/step': step }
        },
        spec: {
          ...(pod && { serviceAccountName: pod.serviceAccount }),
          ...podSpec,
          containers: objectsAt(podSpec, 'containers').map((each) => ({
            ...each,
            image,
            imagePullPolicy: 'Never',
            ...(breaks ? BROKEN[breaks] : {})
          }))
        }
      }
    }
  }
}

const made = (
  { kind, name, replicas, revisionHistoryLimit }: Pick<Subject, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
  { image, step, breaks, pod }: Release,
  progressDeadlineSeconds: number
): Json => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    revisionHistoryLimit,
    ...(pod && { minReadySeconds: pod.settle }),
    selector: { matchLabels: { [LABEL]: name } },
    ...(kind !== 'DaemonSet' && { replicas }),
    ...(kind === 'StatefulSet' && { serviceName: name, podManagementPolicy: 'Parallel' }),
    ...(kind === 'Deployment' && {
      progressDeadlineSeconds,
      // No old pod goes before a new one is ready.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
    }),
    template: {
      metadata: { labels: { [LABEL]: name }, annotations: { 'slipway/step': step } },
      spec: {
        ...(pod ? { serviceAccountName: pod.serviceAccount } : { automountServiceAccountToken: false }),
        terminationGracePeriodSeconds: pod ? 5 : 1,
        containers: [
          {
            name: 'program',
            image,
            // What really runs was put into the nodes; no registry is asked for it.
            imagePullPolicy: pod ? 'Never' : 'IfNotPresent',
            ...pod?.container,
            ...(breaks ? BROKEN[breaks] : {})
          }
        ]
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

export const look = (subject: Subject, signal: AbortSignal): Promise<State> =>
  subject.kind === 'Deployment' ? lookAtDeployment(subject, signal) : lookAtSet(subject, signal)

/** A DaemonSet or StatefulSet keeps its revisions as ControllerRevisions, has no deadline and is never seen stuck. */
const lookAtSet = async (subject: Subject, signal: AbortSignal): Promise<State> => {
  const { body } = await subject.api.call('GET', path(subject), { signal })
  const status = at(body, 'status')
  const counts =
    subject.kind === 'DaemonSet'
      ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
      : ['replicas', 'updatedReplicas', 'availableReplicas']
  const [replicas = 0, updated = 0, available = 0] = counts.map((name) => number(at(status, name)))
  const wanted = subject.kind === 'DaemonSet' ? Math.max(replicas, 1) : subject.replicas
  const revision = (await revisions(subject, signal)).at(-1)?.revision ?? 0
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

const lookAtDeployment = async (subject: Subject, signal: AbortSignal): Promise<State> => {
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

/** A revision as its ReplicaSet or ControllerRevision keeps it. */
export interface Revision {
  readonly revision: number
  /** Of a ReplicaSet, as its pods carry it; '' elsewhere. */
  readonly hash: string
  readonly replicas: number
  readonly available: number
}

/** The objects that keep its revisions, and where events about them come from. */
export const keepers = ({ namespace, kind, name }: Pick<Subject, 'namespace' | 'kind' | 'name'>) => ({
  path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
  query: { labelSelector: `${LABEL}=${name}` }
})

/** The revisions that the cluster still knows, oldest first. */
export const revisions = async (subject: Subject, signal: AbortSignal): Promise<readonly Revision[]> => {
  const { path, query } = keepers(subject)
  const { body } = await subject.api.call('GET', path, { query, signal })
  return items(at(body, 'items'))
    .map((set) => ({
      revision:
        number(at(set, 'revision')) ||
        Number(text(at(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
      hash: text(at(set, 'metadata', 'labels', 'pod-template-hash')),
      replicas: number(at(set, 'status', 'replicas')),
      available: number(at(set, 'status', 'availableReplicas'))
    }))
    .sort((a, b) => a.revision - b.revision)
}

export interface Pod {
  readonly name: string
  readonly ready: boolean
  /** Its name and what keeps it from being ready: `web-1: CrashLoopBackOff (exit status 2, 3 restarts)`. */
  readonly line: string
}

/** The pods of one revision of a Deployment, or all that there are. */
export const pods = async (
  { api, namespace, name }: Subject,
  hash: string,
  signal: AbortSignal
): Promise<readonly Pod[]> => {
  const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
    query: { labelSelector: `${LABEL}=${name}${hash && `,pod-template-hash=${hash}`}` },
    signal
  })
  return items(at(body, 'items')).map((pod) => {
    const condition = items(at(pod, 'status', 'conditions')).find((each) => at(each, 'type') === 'Ready')
    const ready = at(condition, 'status') === 'True'
    const containers = objectsAt(pod, 'status', 'containerStatuses')
    const waiting = containers.map((each) => text(at(each, 'state', 'waiting', 'reason')))
    const trouble = waiting.find((reason) => reason !== '') ?? text(at(condition, 'reason'))
    const state = ready ? 'ready' : trouble || text(at(pod, 'status', 'phase')) || 'no status'
    const named = text(at(pod, 'metadata', 'name'))
    return { name: named, ready, line: `${named}: ${state}${ready ? '' : ends(containers[0])}` }
  })
}

/** How its container ended the last time, in brackets. */
const ends = (container: JsonObject | undefined): string => {
  const ended = at(container, 'state', 'terminated') ?? at(container, 'lastState', 'terminated')
  if (ended === undefined) return ''
  const message = text(at(ended, 'message')).trim().replace(/\s+/g, ' ').slice(0, 300)
  const restarts = number(at(container, 'restartCount'))
  return ` (exit status ${text(at(ended, 'exitCode'))}${message && `: ${message}`}, ${restarts} restarts)`
}

/**
 * The last lines of a pod's container, of the one before it where that one ended; '' where there are none. Between two
 * starts the kubelet may have thrown one log away and not begun the next, and says so in the log's place.
 */
export const lastLines = async ({ api, namespace }: Subject, pod: string, signal: AbortSignal): Promise<string> => {
  for (let looks = 1; ; looks++) {
    let between = false
    for (const previous of ['true', 'false']) {
      const query = { tailLines: '6', limitBytes: '2000', previous }
      const reply = await api.call('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log`, { query, signal })
      const said = reply.status === 200 ? saidIn(reply.body) : ''
      const lost = said.startsWith('unable to retrieve container logs')
      if (said !== '' && !lost) return said
      between ||= lost
    }
    if (!between || looks === LOG_LOOKS) return ''
    await sleep(LOOK_MS, undefined, { signal })
  }
}

/** A log of one line that is JSON comes parsed, and none at all as an empty text or nothing. */
const saidIn = (body: Json | undefined): string => {
  const plain = at(body, 'text')
  return typeof plain === 'string' ? plain.trim() : body === undefined || body === null ? '' : JSON.stringify(body)
}

const LOG_LOOKS = 10
const LOOK_MS = 300
