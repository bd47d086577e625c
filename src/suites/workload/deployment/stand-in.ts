import { Failure } from '../../../base/errors.ts'
import type { Check, Trial, Verdict } from '../../../model/nouns.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { Exec } from '../../../model/ports/processes.ts'
import type { Break, RolloutRelease, Runner } from './runner.ts'
import { reachVerdict } from '../../evidence.ts'
import { readNumber, readText } from '../../../base/json.ts'
import { runInNamespace } from '../../cluster/namespace.ts'
import type { RolloutPlan } from './context.ts'
import { rollThrough } from './sequence.ts'
import { waitForState } from '../../cluster/wait.ts'

/** The ways in which a release breaks that the suite tries; the first one on the Deployment that does everything. */
export const BREAKS: readonly Break[] = ['bad-image', 'crash', 'never-ready']

/**
 * Whether a Deployment of the program rolls out, goes back from N to N-1, shows a broken release as failing while the
 * old pods stay available, comes back from it with `kubectl rollout undo` (the same pod template, a new revision, no
 * broken pod left), goes back to a named revision, and keeps as much history as it says. Where pods are simulated this
 * proves the manifests and Kubernetes' controllers, never the program, and the verdict says so.
 *
 * `trial.with`: `image` (required), `baseline` (image of N-1; by default the candidate's, as a revision of its own),
 * `name`, `replicas` (2), `revisionHistoryLimit` (2), `deadlineSeconds` for a good rollout (simulated 30, else 120),
 * `breakSeconds`, the progress deadline of a broken one (simulated 2, else 15).
 * Rejects with an 'input' Failure without an image, never for what the cluster does: that is the verdict.
 */
export const proveStandIn = async (
  cluster: Cluster,
  trial: Trial,
  run: Exec,
  signal: AbortSignal
): Promise<Verdict> => {
  const simulated = cluster.simulate !== undefined
  const given = (name: string, otherwise: number) => readNumber(trial.with[name] ?? otherwise)
  const image = readText(trial.with['image'])
  if (image === '') {
    throw new Failure('input', 'the workload suite was given no image to deploy', {
      hint: 'Say which image holds the candidate: with.image of the trial.'
    })
  }
  const baseline: RolloutRelease = { image: readText(trial.with['baseline']) || image, step: 'baseline' }
  const plan: Omit<RolloutPlan, 'broken' | 'whole'> = {
    cluster,
    run,
    baseline,
    candidate: { image, step: 'candidate' },
    next: { image, step: 'next' },
    goodMs: 1000 * given('deadlineSeconds', simulated ? 30 : 120),
    breakSeconds: given('breakSeconds', simulated ? 2 : 15)
  }
  const name = formatDnsLabel(readText(trial.with['name']) || 'program')
  return reachVerdict(cluster, trial, simulated, () =>
    runInNamespace(cluster.api, 'workload', signal, async (namespace): Promise<readonly Check[]> => {
      await waitForAccount(cluster, namespace, plan.goodMs, signal)
      const told = await Promise.all(
        BREAKS.map((breaks, i) => {
          const runner: Runner = {
            api: cluster.api,
            namespace,
            kind: 'Deployment',
            name: `${name}-${breaks}`,
            replicas: given('replicas', 2),
            revisionHistoryLimit: given('revisionHistoryLimit', 2)
          }
          const broken = makeBrokenRelease(image, breaks, simulated)
          cluster.simulate?.(broken.image, breaks)
          return rollThrough(runner, { ...plan, broken, whole: i === 0 }, signal)
        })
      )
      return told.flat()
    })
  )
}

/** A simulated pod is told by its image what to do, so a broken release has one of its own there. */
export const makeBrokenRelease = (
  image: string,
  breaks: Break,
  simulated: boolean
): RolloutRelease & { readonly breaks: Break } => ({
  image: simulated || breaks === 'bad-image' ? `${image}-slipway-${breaks}` : image,
  step: breaks,
  breaks
})

/** A new namespace gets its default account a moment later; pods made before that are refused and tried again late. */
export const waitForAccount = async (
  { api }: Cluster,
  namespace: string,
  withinMs: number,
  signal: AbortSignal
): Promise<void> => {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`
  const read = () => api.call('GET', path, { signal })
  const { done } = await waitForState(api, { read, done: (reply) => reply.status === 200, withinMs }, signal)
  if (!done) {
    throw new Failure('environment', `namespace ${namespace} got no default service account in ${withinMs} ms`, {
      hint: 'The controller manager makes it: see whether that one runs.'
    })
  }
}

/** A name that Kubernetes takes, short enough for the names that controllers derive from it. */
const formatDnsLabel = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '') || 'program'
