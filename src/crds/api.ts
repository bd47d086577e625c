import type { KubernetesApi, Reply } from '../model/ports/kubernetes.ts'

/** Where an API server keeps its CRDs. */
export const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'

/** After so long the deletion of a definition may have been lost by the server's own controller, in milliseconds. */
export const LOST_MS = 5_000

/**
 * A change that makes the controller look at a definition again: after a conflict it may drop one that is going, changes
 * of its own condition do not bring it back, and the next look at everything comes after minutes (crd_finalizer.go of
 * apiextensions-apiserver; docs/clusters.md). Each call is another change.
 */
export const wakeController = (api: KubernetesApi, path: string, time: number, signal: AbortSignal): Promise<Reply> =>
  api.call('PATCH', path, {
    patch: 'merge',
    body: { metadata: { annotations: { 'slipway-wakes-its-controller': `${time}` } } },
    signal
  })
