import { at, fields, objectsAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { Reply } from '../../../model/ports/kubernetes.ts'
import { LABEL, path, type Break, type Release, type Runner } from './runner.ts'
import type { Shipped } from './shipped.ts'

/**
 * Server-side apply of a release. Forced, because `kubectl rollout undo` makes itself the owner of what it puts back:
 * without force the next apply after an undo is a conflict.
 */
export const apply = (runner: Runner, release: Release, deadlineSeconds: number, signal: AbortSignal): Promise<Reply> =>
  runner.api.call('PATCH', path(runner), {
    patch: 'apply',
    query: { force: 'true' },
    body: manifest(runner, release, deadlineSeconds),
    signal
  })

export const manifest = (
  runner: Pick<Runner, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
  release: Release,
  progressDeadlineSeconds: number
): Json =>
  release.shipped
    ? asShipped(runner, release, release.shipped, progressDeadlineSeconds)
    : made(runner, release, progressDeadlineSeconds)

/** The project's own, under the name of this story, with our image in its container. */
const asShipped = (
  { kind, name, replicas }: Pick<Runner, 'kind' | 'name' | 'replicas'>,
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
  { kind, name, replicas, revisionHistoryLimit }: Pick<Runner, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
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
