import { Failure } from '../../base/errors.ts'
import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { Cluster } from '../../model/ports/kubernetes.ts'
import type { Crd } from '../../crds/source.ts'
import { makeCrdSet, chooseStorage, type CrdSet } from '../../smi/crds.ts'
import { makeOwnSet } from '../../smi/own.ts'
import { OWN } from '../../model/crd-sets.ts'
import { trackOwnCrds } from '../cluster/own-crds.ts'
import { evidence, reachVerdict } from '../evidence.ts'
import { readFields, readItems, readNumber, readText } from '../../base/json.ts'
import { runInNamespace } from '../cluster/namespace.ts'
import { isAbout, tryKind } from './objects.ts'
import { installKind, tellFirstVersion, type SetContext, type SmiOptions } from './serving.ts'

/**
 * Whether the SMI APIs work on this Kubernetes: a CRD set installs, serves and stores what it says, takes good objects
 * and refuses bad ones, and loses between versions only what is known to be lost. There is no mesh here and no traffic,
 * so this is not SMI conformance and is never called that.
 *
 * `trial.with`: `set` (default `all`; `own`: the CRD files given), `speaks` (list of group/version), `storage` (kind to
 * version; for the set `all` by default the newest version that the program speaks; else what the set stores),
 * `withinSeconds` (default 30). CRDs that were not there before are removed at the end, with their objects.
 * Rejects with an 'input' Failure for an unknown set or version, never for what the server does: that is the verdict.
 */
export const proveSmi = async (
  cluster: Cluster,
  trial: Trial,
  signal: AbortSignal,
  own: readonly Crd[] = []
): Promise<Verdict> => {
  const name = readText(trial.with['set']) || 'all'
  const speaks = readItems(trial.with['speaks']).map(readText)
  const options = { speaks, withinMs: 1000 * (readNumber(trial.with['withinSeconds']) || 30) }
  const storage = { ...(name === 'all' ? chooseStorage(name, speaks) : {}), ...readChosen(trial.with['storage']) }
  const set = name === OWN ? makeOwnSet(own) : makeCrdSet(name, { storage })
  return reachVerdict(cluster, trial, false, () => proveSet(cluster, set, options, signal))
}

/** The suite on a given set: what the set promises (`kinds`) against what its objects (`crds`) make the server do. */
export const proveSet = async (
  cluster: Cluster,
  set: CrdSet,
  options: SmiOptions,
  signal: AbortSignal
): Promise<readonly Check[]> => {
  const crds = trackOwnCrds(cluster.api)
  const context: SetContext = { api: cluster.api, set, options, crds, signal }
  try {
    const spoken = await proveServing(set, options.speaks)
    const installs = await Promise.all(
      set.kinds.map((kind, i) => installKind(context, kind, { crd: set.crds[i], changes: set.changes?.[i] }))
    )
    const wanted = set.kinds.filter(
      ({ group, served }, i) =>
        installs[i]?.ready === true && served.some((version) => isAbout(group, version, options.speaks))
    )
    const groups = [...new Set(wanted.map(({ group }) => group))]
    const firsts = await Promise.all(groups.map((group) => tellFirstVersion(context, group)))
    const tried =
      wanted.length === 0
        ? []
        : await runInNamespace(cluster.api, 'smi', signal, (namespace) =>
            Promise.all(wanted.map((kind) => tryKind(context, namespace, kind)))
          )
    return [spoken, ...installs.map(({ checks }) => checks), ...firsts, ...tried].flat()
  } finally {
    await crds.remove()
  }
}

const proveServing = async (set: CrdSet, speaks: readonly string[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  for (const spoken of speaks) {
    const kinds = set.kinds.filter(({ group, served }) => served.some((version) => spoken === `${group}/${version}`))
    await check(
      `CRD set ${set.name} has ${spoken}, which the program speaks`,
      set.name === OWN ? 'kubectl get crds' : `slipway crds --set ${set.name}`,
      async () => ({
        ok: kinds.length > 0,
        seen: kinds.length > 0 ? kinds.map(({ kind }) => kind).join(', ') : `no kind of the set has this version`
      })
    )
  }
  return checks
}

const readChosen = (value: Json | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readFields(value)).map(([kind, version]) => {
      if (typeof version === 'string') return [kind, version]
      throw new Failure('input', `the storage version of ${kind} is not text: ${JSON.stringify(version)}`, {
        hint: 'Write a version such as v1alpha4.'
      })
    })
  )
