import type { JsonObject } from '../../../base/json.ts'
import { readItems, readText } from '../../../base/json.ts'
import type { Verdict } from '../../../model/nouns.ts'
import type { Observation } from '../../evidence.ts'
import type { Versions } from '../../programs/version.ts'
import { applyAll, pruneObjects } from '../apply.ts'
import type { WorkloadStep, TrialContext, WorkloadTools } from '../context.ts'
import { readKind, readName, listRules } from '../manifests.ts'
import { bringsSmi, installSmi, readManifests, readUserObjects, placeObjects } from '../preparation.ts'
import type { Workload } from '../settings.ts'
import { checkMadeAgain, type ObjectExpectation } from './made-again.ts'
import { checkRunnersApply } from './runners.ts'
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
  const last: WorkloadStep = { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` }
  const steps: readonly WorkloadStep[] = baseline
    ? [
        { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
        last,
        { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
      ]
    : [last]
  const objects = await readUserObjects(context, candidate, speaks)
  const turns = await Promise.all(
    steps.map(async (step) => ({ step, manifests: await readManifests(context, step.version) }))
  )
  let applied: readonly JsonObject[] = []
  let before: Pick<After, 'watched' | 'forbidden'> | undefined
  let found: readonly ObjectExpectation[] = []
  for (const [i, { step, manifests }] of turns.entries()) {
    const ok = await context.diary.witness(
      step.label,
      'its manifests apply',
      `kubectl apply --server-side -f ${context.workload.manifests.join(' -f ') || '(none)'}`,
      async () => {
        const look = await replaceManifests(context, applied, manifests.objects)
        const runners = manifests.runners.map((each) => `${readKind(each)} ${readName(each)}`)
        const left = runners.length ? `; the process stands in for ${runners.join(', ')}` : ''
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
    if (step.name === 'candidate') found = after.found
    before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden }
  }
  const [old, fresh] = turns
  if (!baseline || !old || !fresh) {
    await checkRunnersApply(context, {
      baseline: undefined,
      candidate: { step: last, runners: old?.manifests.runners ?? [] }
    })
    return
  }
  await checkRunnersApply(context, {
    baseline: { step: old.step, runners: old.manifests.runners },
    candidate: { step: fresh.step, runners: fresh.manifests.runners }
  })
  const turnOf = ({ step, manifests }: typeof old) => ({
    ...{ step, account: manifests.serviceAccount },
    prepare: async () => {
      await replaceManifests(context, applied, manifests.objects)
      applied = manifests.objects
    }
  })
  // Of what is expected of the candidate alone, the baseline is no control.
  const left = found.filter(({ on }) => on === undefined || on.includes('baseline'))
  const inputs = { place: () => placeObjects(context, objects) }
  await checkMadeAgain(context, { candidate: turnOf(fresh), baseline: turnOf(old) }, left, inputs)
}

/** A version's manifests in the place of those before: what is in them no more is deleted. */
async function replaceManifests(
  context: TrialContext,
  before: readonly JsonObject[],
  objects: readonly JsonObject[]
): Promise<Observation> {
  const isThere = (old: JsonObject): boolean =>
    objects.some((each) => readKind(each) === readKind(old) && readName(each) === readName(old))
  await pruneObjects(
    context,
    before.filter((old) => !isThere(old))
  )
  return await applyAll(context, objects)
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
