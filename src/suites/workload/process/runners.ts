import { readAt, readFields, readText, type JsonObject } from '../../../base/json.ts'
import { describeReply, type Observation } from '../../evidence.ts'
import { removeObject } from '../../cluster/remove.ts'
import { formatResourcePath, type Reference } from '../../cluster/resources.ts'
import type { TrialContext, WorkloadStep } from '../context.ts'
import type { Workload } from '../settings.ts'
import { readKind, readName } from '../manifests.ts'

type RunnersContext = Pick<TrialContext, 'cluster' | 'namespace' | 'discovery' | 'diary' | 'signal'> & {
  readonly workload: Pick<Workload, 'manifests' | 'within'>
}

/** What each version's manifests leave to the process under test: Deployments and the like. */
interface Runners {
  readonly baseline: { readonly step: WorkloadStep; readonly runners: readonly JsonObject[] } | undefined
  readonly candidate: { readonly step: WorkloadStep; readonly runners: readonly JsonObject[] }
}

/**
 * Whether the API takes each Deployment (or other runner) of a version over the one of the version before, and that one
 * over it on the way back: a changed selector or another immutable field is refused. What it goes over is there for the
 * moment, without pods; the other is a dry run.
 */
export async function checkRunnersApply(context: RunnersContext, { baseline, candidate }: Runners): Promise<void> {
  for (const runner of candidate.runners) {
    const before = baseline?.runners.find((each) => nameRunner(each) === nameRunner(runner))
    if (baseline === undefined || before === undefined) await checkAccepted(context, candidate.step, runner)
    else {
      await checkAppliesOver(context, candidate.step, runner, { of: baseline.step, runner: before })
      await checkAppliesOver(
        context,
        { ...baseline.step, label: `rollback to ${baseline.step.version.name}` },
        before,
        {
          of: candidate.step,
          runner
        }
      )
    }
  }
}

const nameRunner = (runner: JsonObject): string => `${readKind(runner)} ${readName(runner)}`

const checkAccepted = (context: RunnersContext, step: WorkloadStep, runner: JsonObject): Promise<boolean> =>
  context.diary.witness(step.label, `the API takes its ${nameRunner(runner)} (dry run)`, formatDryRun(context), () =>
    applyDry(context, runner)
  )

const checkAppliesOver = (
  context: RunnersContext,
  step: WorkloadStep,
  runner: JsonObject,
  over: { readonly of: WorkloadStep; readonly runner: JsonObject }
): Promise<boolean> =>
  context.diary.witness(
    step.label,
    `the API takes its ${nameRunner(runner)} over that of ${over.of.version.name} (dry run)`,
    `kubectl apply --server-side -f (that of ${over.of.version.name}) && ${formatDryRun(context)}`,
    async () => {
      const placed = await placeWithoutPods(context, over.runner)
      if (!placed.ok) return { ok: false, seen: `that of ${over.of.version.name} cannot be made: ${placed.seen}` }
      try {
        return await applyDry(context, runner)
      } finally {
        await takeAway(context, over.runner)
      }
    }
  )

const formatDryRun = ({ workload }: RunnersContext): string =>
  `kubectl apply --server-side --dry-run=server -f ${workload.manifests.join(' -f ')}`

const applyDry = (context: RunnersContext, runner: JsonObject): Promise<Observation> =>
  apply(context, runner, { dryRun: 'All' })

const placeWithoutPods = (context: RunnersContext, runner: JsonObject): Promise<Observation> =>
  apply(context, keepFromRunning(runner), {})

/** The same, with a size or a place that starts no pod, and nothing else changed that later cannot be. */
export function keepFromRunning(runner: JsonObject): JsonObject {
  const spec = readFields(runner['spec'])
  if (/^(Job|CronJob)$/.test(readKind(runner))) return { ...runner, spec: { ...spec, suspend: true } }
  if (readKind(runner) !== 'DaemonSet') return { ...runner, spec: { ...spec, replicas: 0 } }
  const template = readFields(spec['template'])
  const pod = readFields(template['spec'])
  const nodeSelector = { ...readFields(pod['nodeSelector']), 'slipway.invalid/nowhere': 'true' }
  return { ...runner, spec: { ...spec, template: { ...template, spec: { ...pod, nodeSelector } } } }
}

async function apply(
  context: RunnersContext,
  runner: JsonObject,
  query: Readonly<Record<string, string>>
): Promise<Observation> {
  const { cluster, namespace, signal } = context
  const found = await findRunner(context, runner)
  if (!found) return { ok: false, seen: `the cluster serves no ${readText(runner['apiVersion'])}` }
  const reply = await cluster.api.call('PATCH', formatResourcePath(found.resource, namespace, found.name), {
    patch: 'apply',
    query: { force: 'true', ...query },
    body: { ...runner, metadata: { ...readFields(runner['metadata']), namespace } },
    signal
  })
  return { ok: reply.status < 300, seen: describeReply(reply) }
}

async function takeAway(context: RunnersContext, runner: JsonObject): Promise<void> {
  const { cluster, namespace, signal } = context
  const found = await findRunner(context, runner)
  if (found) await removeObject(cluster.api, namespace, found, 1000 * context.workload.within, signal)
}

async function findRunner({ discovery, signal }: RunnersContext, runner: JsonObject): Promise<Reference | undefined> {
  const resource = await discovery.ofKind(readText(readAt(runner, 'apiVersion')), readKind(runner), signal)
  return resource && { resource, name: readName(runner) }
}
