import type { JsonObject } from '../../../base/json.ts'
import { readItems, readText } from '../../../base/json.ts'
import type { Verdict } from '../../../model/nouns.ts'
import type { Versions } from '../../programs/version.ts'
import { applyAll, pruneObjects } from '../apply.ts'
import type { WorkloadStep, TrialContext, WorkloadTools } from '../context.ts'
import { readKind, readName, listRules } from '../manifests.ts'
import { bringsSmi, installSmi, readManifests, readUserObjects, placeObjects } from '../preparation.ts'
import type { Workload } from '../settings.ts'
import { playTrial, readWorkload, type WorkloadTrial } from '../trial.ts'
import { runStep, type After } from './step.ts'

/**
 * The way of a program from N-1 to N and back to N-1, run as a process against the cluster under the service account
 * and roles of each version's own manifests: it comes up, does what is expected, leaves the user's objects alone, asks
 * for nothing that its role does not give, ends when it is told to, and after the way back the objects can still be
 * deleted. Without a baseline the candidate plays alone. Real programs and a real API server; nothing is simulated but
 * pods that the program itself makes, and the verdict says so where the cluster has simulated ones.
 *
 * `trial.with`: `workload` (as in slipway.yaml), `speaks` (SMI group/versions of the program).
 */
export const proveProcess = async (given: WorkloadTrial, versions: Versions): Promise<Verdict> => {
  const { cluster, trial, tools } = given
  const ports = () => reservePorts(readWorkload(trial), tools)
  return await playTrial(
    given,
    { kind: 'workload', simulated: cluster.simulate !== undefined, ports },
    async (context) => {
      await playAsProcess(context, versions, readItems(trial.with['speaks']).map(readText))
      return context.diary.checks
    }
  )
}

async function playAsProcess(
  context: TrialContext,
  { candidate, baseline }: Versions,
  speaks: readonly string[]
): Promise<void> {
  if (bringsSmi(context, speaks)) await installSmi(context, speaks)
  const steps: readonly WorkloadStep[] = baseline
    ? [
        { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
        { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` },
        { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
      ]
    : [{ name: 'candidate', version: candidate, label: `candidate ${candidate.name}` }]
  const objects = await readUserObjects(context, candidate, speaks)
  let applied: readonly JsonObject[] = []
  let before: Pick<After, 'watched' | 'forbidden'> | undefined
  for (const [i, step] of steps.entries()) {
    const manifests = await readManifests(context, step.version)
    const ok = await context.diary.witness(
      step.label,
      'its manifests apply',
      `kubectl apply --server-side -f ${context.workload.manifests.join(' -f ') || '(none)'}`,
      async () => {
        const gone = applied.filter(
          (old) =>
            !manifests.objects.some((each) => readKind(each) === readKind(old) && readName(each) === readName(old))
        )
        await pruneObjects(context, gone)
        const look = await applyAll(context, manifests.objects)
        const left = manifests.leftOut.length ? `; the process stands in for ${manifests.leftOut.join(', ')}` : ''
        return {
          ...look,
          seen: `${look.seen}; as ${manifests.serviceAccount}: ${listRules(manifests.objects).join('; ') || 'no rules'}${left}`
        }
      }
    )
    applied = manifests.objects
    if (!ok) {
      if (before === undefined) return
      continue
    }
    before ??= { watched: await placeObjects(context, objects), forbidden: [] }
    const after = await runStep(context, step, { manifests, ...before, first: i === 0, last: i === steps.length - 1 })
    // Where the baseline itself does not come up, nothing can be said about a way to and from it.
    if (step.name === 'baseline' && !after.ready) return
    before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden }
  }
}

/** A port for each name that the workload's texts ask for. */
async function reservePorts(workload: Workload, { loopback }: WorkloadTools): Promise<ReadonlyMap<string, number>> {
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
