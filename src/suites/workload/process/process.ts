import type { JsonObject } from '../../../base/json.ts'
import { items, text } from '../../../base/json.ts'
import type { Check, Moment, Trial, Verdict } from '../../../model/nouns.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { Workload } from '../settings.ts'
import { removeCrds } from '../../cluster/crd-removal.ts'
import { evidence, verdict } from '../../evidence.ts'
import { inNamespace } from '../../cluster/namespace.ts'
import { applyAll, prune } from './apply.ts'
import { kindOf, nameOf, rulesOf } from './manifests.ts'
import { bringsSmi, installSmi, manifestsOf, objectsOf, place } from './preparation.ts'
import { witnessed, type ProcessTools, type Scene, type Step } from './trial-context.ts'
import { runStep, type After } from './step.ts'
import { discovery } from '../../cluster/resources.ts'
import type { Versions } from '../../programs/version.ts'

/**
 * The way of a program from N-1 to N and back to N-1, run as a process against the cluster under the service account
 * and roles of each version's own manifests: it comes up, does what is expected, leaves the user's objects alone, asks
 * for nothing that its role does not give, ends when it is told to, and after the way back the objects can still be
 * deleted. Without a baseline the candidate plays alone. Real programs and a real API server; nothing is simulated but
 * pods that the program itself makes, and the verdict says so where the cluster has simulated ones.
 *
 * `trial.with`: `workload` (as in slipway.yaml), `speaks` (SMI group/versions of the program).
 */
export const processSuite = async (
  cluster: Cluster,
  trial: Trial,
  tools: ProcessTools,
  versions: Versions,
  signal: AbortSignal
): Promise<Verdict> => {
  const workload = trial.with['workload'] as unknown as Workload
  const moments: Moment[] = []
  const told = await verdict(cluster, trial, cluster.simulate !== undefined, () =>
    inNamespace(cluster.api, workload.name, signal, async (namespace): Promise<readonly Check[]> => {
      await using scratch = await tools.files.scratch(`workload-${workload.name}`)
      const { checks, ...collected } = evidence()
      const scene: Scene = {
        cluster,
        namespace,
        workload,
        tools,
        found: discovery(cluster.api),
        folder: scratch.path,
        ports: await portsOf(workload, tools),
        evidence: { checks, ...collected },
        moments,
        created: [],
        began: performance.now(),
        signal
      }
      try {
        await play(scene, versions, items(trial.with['speaks']).map(text))
        return checks
      } finally {
        await removeCrds(cluster.api, scene.created)
      }
    })
  )
  return { ...told, moments }
}

async function play(scene: Scene, { candidate, baseline }: Versions, speaks: readonly string[]): Promise<void> {
  if (bringsSmi(scene, speaks)) await installSmi(scene, speaks)
  const steps: readonly Step[] = baseline
    ? [
        { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
        { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` },
        { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
      ]
    : [{ name: 'candidate', version: candidate, label: `candidate ${candidate.name}` }]
  const objects = await objectsOf(scene, candidate, speaks)
  let applied: readonly JsonObject[] = []
  let before: Pick<After, 'watched' | 'forbidden'> | undefined
  for (const [i, step] of steps.entries()) {
    const manifests = await manifestsOf(scene, step.version)
    const ok = await witnessed(
      scene,
      step.label,
      'its manifests apply',
      `kubectl apply --server-side -f ${scene.workload.manifests.join(' -f ') || '(none)'}`,
      async () => {
        const gone = applied.filter(
          (old) => !manifests.objects.some((each) => kindOf(each) === kindOf(old) && nameOf(each) === nameOf(old))
        )
        await prune(scene, gone)
        const look = await applyAll(scene, manifests.objects)
        const left = manifests.leftOut.length ? `; the process stands in for ${manifests.leftOut.join(', ')}` : ''
        return {
          ...look,
          seen: `${look.seen}; as ${manifests.serviceAccount}: ${rulesOf(manifests.objects).join('; ') || 'no rules'}${left}`
        }
      }
    )
    applied = manifests.objects
    if (!ok) {
      if (before === undefined) return
      continue
    }
    before ??= { watched: await place(scene, objects), forbidden: [] }
    const after = await runStep(scene, step, { manifests, ...before, first: i === 0, last: i === steps.length - 1 })
    // Where the baseline itself does not come up, nothing can be said about a way to and from it.
    if (step.name === 'baseline' && !after.ready) return
    before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden }
  }
}

/** A port for each name that the workload's texts ask for. */
async function portsOf(workload: Workload, { loopback }: ProcessTools): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(JSON.stringify(workload).match(/\{port(\.[\w-]+)?\}/g) ?? [])].map((name) =>
    name.slice(1, -1)
  )
  const ports = new Map<string, number>()
  for (const name of names) {
    let port = await loopback.port()
    while ([...ports.values()].includes(port)) port = await loopback.port()
    ports.set(name, port)
  }
  return ports
}
