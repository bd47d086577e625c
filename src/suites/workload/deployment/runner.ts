import type { JsonObject } from '../../../base/json.ts'
import type { KubernetesApi, PodBehaviour } from '../../../model/ports/kubernetes.ts'
import type { Shipped } from './shipped.ts'

export type Kind = 'Deployment' | 'DaemonSet' | 'StatefulSet'

/** What is rolled out, and where it lies. */
export interface Runner {
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
export interface RolloutRelease {
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

const formatRunnersPath = ({ namespace, kind }: Runner) =>
  `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`
export const formatRunnerPath = (runner: Runner) => `${formatRunnersPath(runner)}/${runner.name}`

/** As kubectl takes it: `deployment/web`. */
export const formatRunnerName = ({ kind, name }: Runner): string => `${kind.toLowerCase()}/${name}`

/** Where events about it come from. */
export const describeRunnerEvents = (runner: Runner) => ({
  path: formatRunnersPath(runner),
  query: { fieldSelector: `metadata.name=${runner.name}` }
})
