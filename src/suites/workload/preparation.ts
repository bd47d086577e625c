import { Failure } from '../../base/errors.ts'
import type { JsonObject } from '../../base/json.ts'
import { makeCrdSet, chooseStorage } from '../../smi/crds.ts'
import { makeSampleObjects } from '../../smi/samples.ts'
import type { Version } from '../programs/version.ts'
import { applyAll } from './apply.ts'
import { moveIntoTrial, parseObjects, type Manifests } from './manifests.ts'
import { type TrialContext } from './context.ts'
import { fillPlaceholders } from '../programs/call.ts'
import { takeSnapshot, type Watched } from './watched.ts'

/** Makes the user's objects, and tells how they are then. Rejects ('input') when the API refuses one. */
export async function placeObjects(context: TrialContext, objects: readonly JsonObject[]): Promise<readonly Watched[]> {
  const look = await applyAll(context, objects)
  if (!look.ok)
    throw new Failure('input', `workload ${context.workload.name}: its objects cannot be made: ${look.seen}`, {
      hint: 'Try them on this Kubernetes: kubectl apply --dry-run=server -f FILE.'
    })
  return await takeSnapshot(context, objects)
}

/**
 * The user's objects, as this version has them. Where none are named, SMI objects of the suite's own, of what the
 * program speaks, as far as their CRDs are installed.
 */
export const readUserObjects = async (
  context: TrialContext,
  version: Version,
  speaks: readonly string[]
): Promise<readonly JsonObject[]> => {
  const { objects } = context.workload
  if (objects.length === 0) return bringsSmi(context, speaks) ? makeSampleObjects(speaks) : []
  return (await Promise.all(objects.map((path) => readOwnFile(context, version, path)))).flat()
}

/** Whether the SMI CRDs are part of the trial. */
export const bringsSmi = ({ workload }: TrialContext, speaks: readonly string[]): boolean =>
  workload['smi-crds'] ?? speaks.length > 0

/** A version's own manifests, as they are applied in the trial's namespace. */
export const readManifests = async (context: TrialContext, version: Version): Promise<Manifests> => {
  const { manifests } = context.workload
  const all = (await Promise.all(manifests.map((path) => readOwnFile(context, version, path)))).flat()
  return moveIntoTrial(all, context.namespace, context.workload['service-account'])
}

/** The objects of one of a version's own files, `{namespace}` filled in. */
export async function readOwnFile(
  { namespace }: TrialContext,
  version: Version,
  path: string
): Promise<readonly JsonObject[]> {
  const bytes = await version.file(path)
  if (!bytes)
    throw new Failure('input', `${version.name} has no file ${path}, which slipway.yaml names`, {
      hint: 'Paths are relative to the module; a manifest has to be in the baseline too.'
    })
  return parseObjects(fillPlaceholders(Buffer.from(bytes).toString('utf8'), { namespace }), path)
}

/** The same set, stored as the smi suite stores it, so that the two can share a cluster. */
export async function installSmi(context: TrialContext, speaks: readonly string[]): Promise<void> {
  const set = makeCrdSet('all', { storage: chooseStorage('all', speaks) })
  const { ok, seen } = await applyAll(context, set.crds as readonly JsonObject[])
  if (!ok)
    throw new Failure('environment', `the SMI CRDs cannot be installed: ${seen}`, {
      hint: 'Give this user the right to create custom resource definitions, or use a cluster of its own: --cluster control-plane.'
    })
}
