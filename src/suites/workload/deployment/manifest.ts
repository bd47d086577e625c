import { readAt, readFields, readObjectsAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { Reply } from '../../../model/ports/kubernetes.ts'
import { LABEL, formatRunnerPath, type Break, type RolloutRelease, type Runner } from './runner.ts'
import type { Shipped } from './shipped.ts'

/**
 * Server-side apply of a release. Forced, because `kubectl rollout undo` makes itself the owner of what it puts back:
 * without force the next apply after an undo is a conflict.
 */
export const applyRelease = (
  runner: Runner,
  release: RolloutRelease,
  deadlineSeconds: number,
  signal: AbortSignal
): Promise<Reply> =>
  runner.api.call('PATCH', formatRunnerPath(runner), {
    patch: 'apply',
    query: { force: 'true' },
    body: makeRunnerManifest(runner, release, deadlineSeconds),
    signal
  })

export const makeRunnerManifest = (
  runner: Pick<Runner, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
  release: RolloutRelease,
  progressDeadlineSeconds: number
): Json =>
  release.shipped
    ? makeShippedManifest(runner, release, release.shipped, progressDeadlineSeconds)
    : makeStandInManifest(runner, release, progressDeadlineSeconds)

/** The project's own, under the name of this story, with our image in its container. */
const makeShippedManifest = (
  { kind, name, replicas }: Pick<Runner, 'kind' | 'name' | 'replicas'>,
  { image, step, breaks, pod }: RolloutRelease,
  { object }: Shipped,
  progressDeadlineSeconds: number
): Json => {
  const spec = readFields(readAt(object, 'spec'))
  const template = readFields(spec['template'])
  const podSpec = readFields(template['spec'])
  const { namespace: _, ...metadata } = readFields(readAt(object, 'metadata'))
  const labels = (of: Json | undefined) => ({ ...readFields(of), [LABEL]: name })
  return {
    ...readFields(object),
    metadata: { ...metadata, name },
    spec: {
      ...spec,
      selector: { ...readFields(spec['selector']), matchLabels: labels(readAt(spec, 'selector', 'matchLabels')) },
      ...(kind !== 'DaemonSet' && { replicas }),
      ...(kind === 'Deployment' && { progressDeadlineSeconds }),
      template: {
        ...template,
        metadata: {
          ...readFields(template['metadata']),
          labels: labels(readAt(template, 'metadata', 'labels')),
          annotations: { ...readFields(readAt(template, 'metadata', 'annotations')), 'slipway/step': step }
        },
        spec: {
          ...(pod && { serviceAccountName: pod.serviceAccount }),
          ...podSpec,
          containers: readObjectsAt(podSpec, 'containers').map((each) => ({
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

const makeStandInManifest = (
  { kind, name, replicas, revisionHistoryLimit }: Pick<Runner, 'kind' | 'name' | 'replicas' | 'revisionHistoryLimit'>,
  { image, step, breaks, pod }: RolloutRelease,
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
