import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { readItems, readNumber, readText, type JsonObject } from '../../../base/json.ts'
import type { Check, Trial, Verdict } from '../../../model/nouns.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import { makeImageArchive } from '../../../image/archive.ts'
import { evidence } from '../../evidence.ts'
import { fillPlaceholders } from '../../programs/call.ts'
import { findProgram, type Version, type Versions } from '../../programs/version.ts'
import { applyAll, pruneObjects } from '../apply.ts'
import type { TrialContext } from '../context.ts'
import { readKind, readName, listRules } from '../manifests.ts'
import { bringsSmi, installSmi, readManifests, readUserObjects, readOwnFile, placeObjects } from '../preparation.ts'
import type { Deployed } from '../settings.ts'
import { playTrial, readWorkload, type WorkloadTrial } from '../trial.ts'
import { formatKubectlNames, checkUnchanged, type Watched } from '../watched.ts'
import type { RolloutPlan } from './context.ts'
import { checkInPods } from './pod-expectations.ts'
import type { RolloutRelease, Runner, RunsAs } from './runner.ts'
import { rollThrough } from './sequence.ts'
import { cutImageName, prepareShipped, type Shipped } from './shipped.ts'
import { BREAKS, makeBrokenRelease, waitForAccount } from './stand-in.ts'

/**
 * The way of a program from N-1 to N and back in pods that really run: images of nothing but the program, put into the
 * nodes, under the service account and roles of each version's manifests, rolled out and undone by kubectl; then releases
 * of the candidate that are broken on purpose, and the way back from them. The user's objects stay as they are. Without
 * a baseline the candidate stands for it. What a pod says before it fails is part of the evidence.
 *
 * `trial.with`: `workload` (as in slipway.yaml, with its `deployment`), `speaks`, `arch` (GOARCH of the programs),
 * `breakSeconds`, the progress deadline of a broken release (15). Rejects with an 'input' Failure where nothing can be
 * rolled out, never for what the cluster does: that is the verdict.
 */
export const proveInPods = async (given: WorkloadTrial, versions: Versions): Promise<Verdict> => {
  const { cluster, trial } = given
  const workload = readWorkload(trial)
  const { deployment } = workload
  const { load } = cluster
  if (!deployment || !load)
    throw new Failure('input', `workload ${workload.name} cannot be rolled out in a cluster of ${cluster.provider}`, {
      hint: 'It needs a deployment in slipway.yaml, and a cluster that takes images: --cluster kind.'
    })
  const proved = await playTrial(given, { kind: 'rollout', simulated: false }, async (context) => {
    await waitForAccount(cluster, context.namespace, 1000 * workload.within, context.signal)
    return await playInPods({ context, deployment, trial, load }, versions)
  })
  return { ...proved, moments: [...(proved.moments ?? [])].sort((a, b) => a.at - b.at) }
}

/** What the parts of the trial share. */
interface PodTrial {
  readonly context: TrialContext
  readonly deployment: Deployed
  readonly trial: Trial
  readonly load: NonNullable<Cluster['load']>
}

async function playInPods(podTrial: PodTrial, { candidate, baseline }: Versions): Promise<readonly Check[]> {
  const { context, deployment, trial } = podTrial
  const { workload, cluster, namespace, signal, tools } = context
  const speaks = readItems(trial.with['speaks']).map(readText)
  if (bringsSmi(context, speaks)) await installSmi(context, speaks)
  const old = baseline ?? candidate
  const declared = { old: await readManifests(context, old), fresh: await readManifests(context, candidate) }
  if (!(await declareObjects(context, old, declared.old.objects, []))) return context.diary.checks
  const watched = await placeObjects(context, await readUserObjects(context, candidate, speaks))
  const image = await loadImage(podTrial, candidate)
  const own = { old: await findShippedBy(podTrial, old), fresh: await findShippedBy(podTrial, candidate) }
  const runs = (version: Version, account: string, settings: Settings, from: Shipped | undefined) => {
    const pod = describePod(podTrial, version, account, settings)
    return from ? { pod: { ...pod, settle: from.minReadySeconds }, shipped: from } : { pod }
  }
  const was: RolloutRelease = {
    image: baseline ? await loadImage(podTrial, baseline) : image,
    step: 'baseline',
    ...runs(old, declared.old.serviceAccount, { ...deployment, ...pickGiven(deployment.baseline) }, own.old)
  }
  const is = runs(candidate, declared.fresh.serviceAccount, deployment, own.fresh)
  const release = (step: string): RolloutRelease => ({ image, step, ...is })
  const plan: Omit<RolloutPlan, 'broken' | 'whole'> = {
    cluster,
    run: tools.processes.run,
    baseline: was,
    candidate: release('candidate'),
    next: release('next'),
    goodMs: 1000 * (workload.within + is.pod.settle),
    // A deadline has to be longer than a pod takes to count as available.
    breakSeconds: Math.max(readNumber(trial.with['breakSeconds'] ?? 15), is.pod.settle + 1),
    upgrade: () => declareObjects(context, candidate, declared.fresh.objects, declared.old.objects),
    afterwards: (step) => checkLeftAlone(context, watched, step),
    expected: (runner, step) => checkInPods(context, deployment, runner, step, own.fresh)
  }
  const play = async (i: number): Promise<readonly Check[]> => {
    const breaks = BREAKS[i] ?? 'bad-image'
    const runner: Runner = {
      api: cluster.api,
      namespace,
      kind: deployment.kind,
      name: i === 0 ? workload.name : `${workload.name}-${breaks}`,
      replicas: own.fresh?.replicas ?? deployment.replicas ?? 2,
      revisionHistoryLimit: own.fresh?.revisionHistoryLimit ?? 2,
      ...(own.fresh && { keeps: own.fresh.keeps })
    }
    const broken = { ...makeBrokenRelease(image, breaks, false), ...is }
    const book = context.diary.timed(runner.name, i === 0 ? undefined : evidence())
    return await rollThrough(runner, { ...plan, broken, whole: i === 0 }, signal, book)
  }
  const whole = await play(0)
  // Where the candidate itself does not come up, a broken one says nothing; others than Deployments have no deadline.
  if (deployment.kind !== 'Deployment' || whole.some(({ outcome }) => outcome === 'failed')) return whole
  return [...whole, ...(await Promise.all(BREAKS.slice(1).map((_, i) => play(i + 1)))).flat()]
}

/** Applies a version's manifests and deletes what the one before declared and this one does not. */
function declareObjects(
  context: TrialContext,
  version: Version,
  objects: readonly JsonObject[],
  before: readonly JsonObject[]
): Promise<boolean> {
  const same = (a: JsonObject, b: JsonObject) => readKind(a) === readKind(b) && readName(a) === readName(b)
  const files = context.workload.manifests.join(' -f ') || '(none)'
  return context.diary.witness(
    version.name,
    'its manifests apply',
    `kubectl apply --server-side -f ${files}`,
    async () => {
      await pruneObjects(
        context,
        before.filter((each) => !objects.some((other) => same(each, other)))
      )
      const look = await applyAll(context, objects)
      const rules = listRules(objects).join('; ') || 'no rules'
      return { ...look, seen: `${look.seen}; ${rules}; what the API refuses its pods is not seen here` }
    }
  )
}

async function checkLeftAlone(context: TrialContext, watched: readonly Watched[], step: string): Promise<boolean> {
  if (watched.length === 0) return true
  const repeat = `kubectl get ${formatKubectlNames(watched)} -o yaml`
  return await context.diary.witness(step, 'the objects are as the user left them', repeat, () =>
    checkUnchanged(context, watched)
  )
}

/** What the project ships to run this version, where slipway.yaml names it; what is changed of it is told. */
async function findShippedBy({ context, deployment }: PodTrial, version: Version): Promise<Shipped | undefined> {
  const { manifest, kind } = deployment
  if (manifest === undefined) return undefined
  const program = cutImageName(findProgram({ version, label: version.name }, context.workload.program))
  const from = prepareShipped(await readOwnFile(context, version, manifest), deployment, program)
  await context.diary.witness(version.name, `its ${kind} is that of ${manifest}`, `cat ${manifest}`, async () => ({
    ok: true,
    seen: [`${from.replicas} pods, ${from.revisionHistoryLimit} old revisions`, ...from.changes].join('; ')
  }))
  return from
}

/** Makes the image of a version's program and puts it into the nodes; resolves with its name there. */
async function loadImage({ context, trial, load }: PodTrial, version: Version): Promise<string> {
  const { workload, tools, folder, signal } = context
  const program = findProgram({ version, label: version.name }, workload.program)
  const digest = await tools.files.digest(program)
  if (!digest) throw new Error(`the program ${program} of ${version.name} is gone`)
  const name = cutImageName(program)
  const [repository, label] = [name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), version.version.replace(/[^\w.-]/g, '-')]
  // Named by its content too: a version that is built twice is not taken for the first.
  const tag = `slipway.invalid/${repository.replace(/^-+|-+$/g, '')}:${label.slice(0, 80)}-${digest.sha256.slice(0, 12)}`
  const archive = join(folder, `${digest.sha256.slice(0, 12)}.tar`)
  await tools.files.write(
    archive,
    makeImageArchive(tools.files, { tag, name, program, arch: readText(trial.with['arch']) })
  )
  await load(archive, signal)
  await tools.files.remove(archive)
  return tag
}

type Settings = Pick<Deployed, 'args' | 'env' | 'port' | 'ready'>

function describePod(
  { context: { namespace, workload } }: PodTrial,
  { version }: Version,
  serviceAccount: string,
  { args, env, port, ready }: Settings
): RunsAs {
  const filled = (value: string): string => fillPlaceholders(value, { namespace, version })
  const probe = ready === undefined ? { tcpSocket: { port: port ?? 0 } } : { httpGet: { port: port ?? 0, path: ready } }
  return {
    serviceAccount,
    settle: Math.ceil(workload.settle),
    container: {
      args: args.map(filled),
      env: Object.entries(env).map(([name, value]) => ({ name, value: filled(value) })),
      ...(port !== undefined && {
        ports: [{ containerPort: port }],
        readinessProbe: { ...probe, periodSeconds: 1 }
      })
    }
  }
}

/** What is set of settings that may be left out. */
const pickGiven = ({ args, env }: Deployed['baseline']): Partial<Pick<Deployed, 'args' | 'env'>> => ({
  ...(args && { args }),
  ...(env && { env })
})
