import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { items, number, text, type JsonObject } from '../../../base/json.ts'
import type { Check, Moment, Trial, Verdict } from '../../../model/nouns.ts'
import { imageArchive } from '../../../image/archive.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { Deployed, Workload } from '../settings.ts'
import { removeCrds } from '../../cluster/crd-removal.ts'
import type { Release, RunsAs, Subject } from './deployment.ts'
import { evidence, verdict, type Evidence } from '../../evidence.ts'
import { inNamespace } from '../../cluster/namespace.ts'
import { applyAll, prune } from '../process/apply.ts'
import { kindOf, nameOf, rulesOf } from '../process/manifests.ts'
import { doesInPods } from './pod-expectations.ts'
import { bringsSmi, installSmi, manifestsOf, objectsOf, parsed, place } from '../process/preparation.ts'
import { programOf } from '../../programs/version.ts'
import { witnessed, type ProcessTools, type Scene } from '../process/trial-context.ts'
import { fill } from '../../programs/call.ts'
import { kubectlNames, unchanged, type Watched } from '../process/watched.ts'
import { discovery } from '../../cluster/resources.ts'
import { imageName, shipped, type Shipped } from './shipped.ts'
import type { Version, Versions } from '../../programs/version.ts'
import { BREAKS, brokenRelease, serviceAccount } from '../workload.ts'
import type { Story } from '../steps.ts'
import { story } from '../story.ts'

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
export const rolloutSuite = async (
  cluster: Cluster,
  trial: Trial,
  tools: ProcessTools,
  versions: Versions,
  signal: AbortSignal
): Promise<Verdict> => {
  const workload = trial.with['workload'] as unknown as Workload
  const { deployment } = workload
  const { load } = cluster
  if (!deployment || !load)
    throw new Failure('input', `workload ${workload.name} cannot be rolled out in a cluster of ${cluster.provider}`, {
      hint: 'It needs a deployment in slipway.yaml, and a cluster that takes images: --cluster kind.'
    })
  const moments: Moment[] = []
  const told = await verdict(cluster, trial, false, () =>
    inNamespace(cluster.api, workload.name, signal, async (namespace): Promise<readonly Check[]> => {
      await using scratch = await tools.files.scratch(`rollout-${workload.name}`)
      const scene: Scene = {
        ...{ cluster, namespace, workload, tools, moments, signal },
        found: discovery(cluster.api),
        folder: scratch.path,
        ports: new Map(),
        evidence: evidence(),
        created: [],
        began: performance.now()
      }
      await serviceAccount(cluster, namespace, 1000 * workload.within, signal)
      try {
        return await play({ scene, deployment, trial, load }, versions)
      } finally {
        await removeCrds(cluster.api, scene.created)
      }
    })
  )
  return { ...told, moments: moments.sort((a, b) => a.at - b.at) }
}

interface Stage {
  readonly scene: Scene
  readonly deployment: Deployed
  readonly trial: Trial
  readonly load: NonNullable<Cluster['load']>
}

async function play(stage: Stage, { candidate, baseline }: Versions): Promise<readonly Check[]> {
  const { scene, deployment, trial } = stage
  const { workload, cluster, namespace, signal, tools } = scene
  const speaks = items(trial.with['speaks']).map(text)
  if (bringsSmi(scene, speaks)) await installSmi(scene, speaks)
  const old = baseline ?? candidate
  const declared = { old: await manifestsOf(scene, old), fresh: await manifestsOf(scene, candidate) }
  if (!(await declare(scene, old, declared.old.objects, []))) return scene.evidence.checks
  const watched = await place(scene, await objectsOf(scene, candidate, speaks))
  const image = await imageOf(stage, candidate)
  const own = { old: await shippedBy(stage, old), fresh: await shippedBy(stage, candidate) }
  const runs = (version: Version, account: string, settings: Settings, from: Shipped | undefined) => {
    const pod = runsAs(stage, version, account, settings)
    return from ? { pod: { ...pod, settle: from.minReadySeconds }, shipped: from } : { pod }
  }
  const was: Release = {
    image: baseline ? await imageOf(stage, baseline) : image,
    step: 'baseline',
    ...runs(old, declared.old.serviceAccount, { ...deployment, ...given(deployment.baseline) }, own.old)
  }
  const is = runs(candidate, declared.fresh.serviceAccount, deployment, own.fresh)
  const release = (step: string): Release => ({ image, step, ...is })
  const plan: Omit<Story, 'broken' | 'whole'> = {
    cluster,
    run: tools.processes.run,
    baseline: was,
    candidate: release('candidate'),
    next: release('next'),
    goodMs: 1000 * (workload.within + is.pod.settle),
    // A deadline has to be longer than a pod takes to count as available.
    breakSeconds: Math.max(number(trial.with['breakSeconds'] ?? 15), is.pod.settle + 1),
    upgrade: () => declare(scene, candidate, declared.fresh.objects, declared.old.objects),
    afterwards: (step) => leftAlone(scene, watched, step),
    expected: (subject, step) => doesInPods(scene, deployment, subject, step, own.fresh)
  }
  const play = async (i: number): Promise<readonly Check[]> => {
    const breaks = BREAKS[i] ?? 'bad-image'
    const subject: Subject = {
      api: cluster.api,
      namespace,
      kind: deployment.kind,
      name: i === 0 ? workload.name : `${workload.name}-${breaks}`,
      replicas: own.fresh?.replicas ?? deployment.replicas ?? 2,
      revisionHistoryLimit: own.fresh?.revisionHistoryLimit ?? 2,
      ...(own.fresh && { keeps: own.fresh.keeps })
    }
    const broken = { ...brokenRelease(image, breaks, false), ...is }
    const book = i === 0 ? timed(scene, subject.name, scene.evidence) : timed(scene, subject.name, evidence())
    return await story(subject, { ...plan, broken, whole: i === 0 }, signal, book)
  }
  const whole = await play(0)
  // Where the candidate itself does not come up, a broken one says nothing; others than Deployments have no deadline.
  if (deployment.kind !== 'Deployment' || whole.some(({ outcome }) => outcome === 'failed')) return whole
  return [...whole, ...(await Promise.all(BREAKS.slice(1).map((_, i) => play(i + 1)))).flat()]
}

/** Applies a version's manifests and deletes what the one before declared and this one does not. */
function declare(
  scene: Scene,
  version: Version,
  objects: readonly JsonObject[],
  before: readonly JsonObject[]
): Promise<boolean> {
  const same = (a: JsonObject, b: JsonObject) => kindOf(a) === kindOf(b) && nameOf(a) === nameOf(b)
  const files = scene.workload.manifests.join(' -f ') || '(none)'
  return witnessed(scene, version.name, 'its manifests apply', `kubectl apply --server-side -f ${files}`, async () => {
    await prune(
      scene,
      before.filter((each) => !objects.some((other) => same(each, other)))
    )
    const look = await applyAll(scene, objects)
    const rules = rulesOf(objects).join('; ') || 'no rules'
    return { ...look, seen: `${look.seen}; ${rules}; what the API refuses its pods is not seen here` }
  })
}

async function leftAlone(scene: Scene, watched: readonly Watched[], step: string): Promise<boolean> {
  if (watched.length === 0) return true
  const repeat = `kubectl get ${kubectlNames(watched)} -o yaml`
  return await witnessed(scene, step, 'the objects are as the user left them', repeat, () => unchanged(scene, watched))
}

/** What the project ships to run this version, where slipway.yaml names it; what is changed of it is told. */
async function shippedBy({ scene, deployment }: Stage, version: Version): Promise<Shipped | undefined> {
  const { manifest, kind } = deployment
  if (manifest === undefined) return undefined
  const program = imageName(programOf({ version, label: version.name }, scene.workload.program))
  const from = shipped(await parsed(scene, version, manifest), deployment, program)
  await witnessed(scene, version.name, `its ${kind} is that of ${manifest}`, `cat ${manifest}`, async () => ({
    ok: true,
    seen: [`${from.replicas} pods, ${from.revisionHistoryLimit} old revisions`, ...from.changes].join('; ')
  }))
  return from
}

/** Makes the image of a version's program and puts it into the nodes; resolves with its name there. */
async function imageOf({ scene, trial, load }: Stage, version: Version): Promise<string> {
  const { workload, tools, folder, signal } = scene
  const program = programOf({ version, label: version.name }, workload.program)
  const digest = await tools.files.digest(program)
  if (!digest) throw new Error(`the program ${program} of ${version.name} is gone`)
  const name = imageName(program)
  const [repository, label] = [name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), version.version.replace(/[^\w.-]/g, '-')]
  // Named by its content too: a version that is built twice is not taken for the first.
  const tag = `slipway.invalid/${repository.replace(/^-+|-+$/g, '')}:${label.slice(0, 80)}-${digest.sha256.slice(0, 12)}`
  const archive = join(folder, `${digest.sha256.slice(0, 12)}.tar`)
  await tools.files.write(archive, imageArchive(tools.files, { tag, name, program, arch: text(trial.with['arch']) }))
  await load(archive, signal)
  await tools.files.remove(archive)
  return tag
}

type Settings = Pick<Deployed, 'args' | 'env' | 'port' | 'ready'>

function runsAs(
  { scene: { namespace, workload } }: Stage,
  { version }: Version,
  serviceAccount: string,
  { args, env, port, ready }: Settings
): RunsAs {
  const filled = (value: string): string => fill(value, { namespace, version })
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
const given = ({ args, env }: Deployed['baseline']): Partial<Pick<Deployed, 'args' | 'env'>> => ({
  ...(args && { args }),
  ...(env && { env })
})

/** Records as moments of the story too. */
const timed = ({ moments, began }: Scene, step: string, book: Evidence): Evidence => ({
  checks: book.checks,
  async check(claim, repeat, look) {
    const from = performance.now()
    const ok = await book.check(claim, repeat, look)
    const ms = Math.round(performance.now() - from)
    moments.push({ at: Math.round(from - began), ms, step, what: claim, outcome: ok ? 'passed' : 'failed' })
    return ok
  }
})
