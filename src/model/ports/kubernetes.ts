import type { ProviderName } from '../cluster-providers.ts'
import type { Json } from '../../base/json.ts'

export interface Witness extends AsyncDisposable {
  /** `https://127.0.0.1:PORT`, for the kubeconfig of a program under test. */
  readonly url: string
  /** The certificate of that door, which vouches for itself (PEM). */
  readonly certificate: string
  /** How many requests went through. */
  readonly requests: number
  /** What the API answered with a status of 400 or more, in order. */
  readonly refused: readonly Refused[]
  /** What the door itself refused and the API never saw, in order. */
  readonly held: readonly Refused[]
}

/** A request that was refused. */
export interface Refused {
  readonly method: string
  /** Without the query, but for `watch=true`. */
  readonly path: string
  readonly status: number
  /** The server's words, where they can be read. */
  readonly message: string
}

/** The Kubernetes API, as JSON. Paths start with `/`, such as `/api/v1/namespaces/default/pods`. */
export interface KubernetesApi {
  /** Never rejects for an HTTP status: a refusal is an answer. Rejects only when there is no answer. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: {
      readonly body?: Json
      /** For PATCH; 'apply' is server-side apply with field manager `slipway`. */
      readonly patch?: 'merge' | 'strategic' | 'json' | 'apply'
      readonly query?: Readonly<Record<string, string>>
      /** For GET: the answer as a meta.k8s.io/v1 Table, as kubectl prints it, and not the objects. */
      readonly table?: boolean
      readonly signal?: AbortSignal
    }
  ): Promise<Reply>
  /** Events of a list from now on, until the signal aborts. Reconnects by itself; a restart re-sends ADDED events. */
  watch(path: string, signal: AbortSignal, query?: Readonly<Record<string, string>>): AsyncIterable<WatchEvent>
}

export interface Reply {
  readonly status: number
  /** The parsed JSON body (a Status object for a refusal), or the text under `{ text }` when it was not JSON. */
  readonly body: Json
  /** Contents of the Warning headers, such as deprecated versions or unknown fields. */
  readonly warnings: readonly string[]
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: { readonly [key: string]: Json }
}

/** How a simulated pod behaves; asked for each new pod by its first container's image. */
export type PodBehaviour = 'ready' | 'never-ready' | 'crash' | 'bad-image'

/** An ephemeral Kubernetes API, gone when its scope ends. */
export interface Cluster extends AsyncDisposable {
  readonly provider: ProviderName
  /** `v1.37.1`, as the server says. */
  readonly server: string
  readonly api: KubernetesApi
  /** A kubeconfig file for kubectl and programs under test; 0600. */
  readonly kubeconfig: string
  /** kubectl of this cluster's version. */
  readonly kubectl: string
  /** Puts the images of an archive (as `docker save` writes it) where pods find them; undefined where none can run. */
  readonly load: ((archive: string, signal: AbortSignal) => Promise<void>) | undefined
  /** Copies the logs of its parts into a new folder under this one; for a trial that failed. */
  readonly saveLogs: ((folder: string, signal: AbortSignal) => Promise<void>) | undefined
  /** Where pods are simulated, decides how those of an image behave; undefined where pods really run. */
  readonly simulate: ((image: string, behaviour: PodBehaviour) => void) | undefined
}

export interface Clusters {
  /** A cluster of this Kubernetes minor (`1.37`), ready: default service account there, one node Ready. */
  create(kubernetes: string, signal: AbortSignal): Promise<Cluster>
  /**
   * Removes what killed runs left where these clusters are made, for a run that makes none; `create` does it by itself.
   * Undefined where a later run finds nothing that way. What cannot be removed stops no run: it is noted.
   */
  readonly sweep?: ((signal: AbortSignal) => Promise<void>) | undefined
}
