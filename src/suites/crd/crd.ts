import { compareDefinitions } from '../../crds/diff.ts'
import { findNameConflicts } from '../../crds/promises.ts'
import {
  ANNOTATIONS,
  measureApplied,
  fitsAnnotation,
  isNearAnnotation,
  stripDescriptions,
  type Crd,
  type Manifest
} from '../../crds/source.ts'
import { isSame, readNumber } from '../../base/json.ts'
import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { Cluster } from '../../model/ports/kubernetes.ts'
import { formatDiff } from './by-hand.ts'
import { proveChange, proveNew, type ChangeContext } from './change.ts'
import type { Crdify } from './crdify.ts'
import { trackOwnCrds } from '../cluster/own-crds.ts'
import { evidence, reachVerdict } from '../evidence.ts'
import { runInNamespace } from '../cluster/namespace.ts'

/** The definitions to compare, and objects beside those that are made from their schemas. */
export interface CrdsToCompare {
  readonly baseline: { readonly tag: string; readonly crds: readonly Crd[] }
  readonly candidate: readonly Crd[]
  readonly samples: readonly Manifest[]
  /** Of the samples' files, what is not tried, and why; left out: nothing. */
  readonly leftOut?: readonly string[]
  /** Left out where nobody is asked beside. */
  readonly crdify?: Crdify
  /** The releases before the baseline that stored a version of a definition, the newest first; left out: none is known. */
  readonly storedBefore?: ChangeContext['storedBefore']
}

/**
 * Whether the candidate's CRDs can replace the baseline's and go back again without a loss: with live objects, made from
 * the schemas and the user's samples, in every served version; a static diff beside it. Definitions that are equal are
 * not tried.
 *
 * `trial.with`: `withinSeconds` for each wait (default 30); `apply`: `server-side` where people apply them so.
 * CRDs that were not there before are removed at the end; one that was there is never removed, and one of another owner
 * is never overwritten. Rejects for what keeps the suite from looking, never for what the server does: that is the
 * verdict.
 */
export const proveCrds = async (
  cluster: Cluster,
  trial: Trial,
  { baseline, candidate, samples, leftOut = [], crdify, storedBefore }: CrdsToCompare,
  signal: AbortSignal
): Promise<Verdict> =>
  reachVerdict(cluster, trial, false, async () => {
    const crds = trackOwnCrds(cluster.api)
    const names = [...new Set([...baseline.crds, ...candidate].map(({ name }) => name))].sort()
    try {
      return await runInNamespace(cluster.api, 'crd', signal, async (namespace) => {
        const context: ChangeContext = {
          api: cluster.api,
          namespace,
          samples,
          tag: baseline.tag,
          serverSide: trial.with['apply'] === 'server-side',
          withinMs: 1000 * (readNumber(trial.with['withinSeconds']) || 30),
          crds,
          signal,
          conflicts: listNewConflicts(baseline.crds, candidate),
          storedBefore: storedBefore ?? (() => Promise.resolve([]))
        }
        const proofs = names.map((name) =>
          proveOne(
            context,
            name,
            baseline.crds.find((crd) => crd.name === name),
            candidate.find((crd) => crd.name === name),
            crdify
          )
        )
        return [...(await tellLeftOut(leftOut)), ...(await Promise.all(proofs)).flat()]
      })
    } finally {
      await crds.remove()
    }
  })

const tellLeftOut = async (leftOut: readonly string[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  if (leftOut.length > 0)
    await check('Samples of the definitions are tried, and other objects left out', 'cat slipway.yaml', async () => ({
      ok: true,
      seen: leftOut.join('; ')
    }))
  return checks
}

/** Names that two definitions of N both ask for, where those of N-1 did not. */
const listNewConflicts = (before: readonly Crd[], after: readonly Crd[]): ChangeContext['conflicts'] => {
  const [old, now] = [before, after].map((crds) => findNameConflicts(crds.map(({ crd }) => crd)))
  return (now ?? []).filter(({ name, says }) => !old?.some((each) => each.name === name && each.says === says))
}

/** What `kubectl apply` without --server-side makes of a definition, which it keeps whole in an annotation. */
const describeSizes = (before: Json, after: Json, { tag, serverSide }: ChangeContext): string => {
  const size = `${measureApplied(after)} bytes, and ${measureApplied(before)} at ${tag}`
  if (isNearAnnotation(after)) return `${size}: kubectl apply without --server-side takes ${ANNOTATIONS} and no more`
  if (fitsAnnotation(after)) return size
  const why =
    'kubectl apply without --server-side keeps it in an annotation, and the API server takes 262144 bytes of those ("metadata.annotations: Too long")'
  if (!fitsAnnotation(before)) return `${size}: ${why}. So it was before.`
  if (serverSide) return `${size}: ${why}. slipway.yaml says that people apply it with --server-side.`
  return `${size}: ${why}. Say --server-side wherever it is applied, and crds: { apply: server-side } in slipway.yaml; or leave descriptions out.`
}

const proveOne = async (
  context: ChangeContext,
  name: string,
  before: Crd | undefined,
  after: Crd | undefined,
  crdify: Crdify | undefined
): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  if (after === undefined) {
    await check(`${name} of N-1 is still defined by N`, `kubectl get crd ${name}`, async () => ({
      ok: false,
      seen: `${before?.from ?? 'N-1'} defines it, and no file of N does. Whoever removes it from a cluster removes its objects. Keep the definition, and deprecate its versions first.`
    }))
    return checks
  }
  if (before === undefined) return proveNew(context, after)
  // Labels and annotations are no rules of the schema, and some of them break what was promised.
  const changes = compareDefinitions(before.crd, after.crd)
  const conflicts = context.conflicts.some((each) => each.name === name)
  const equal =
    isSame(stripDescriptions(before.crd), stripDescriptions(after.crd)) &&
    !conflicts &&
    !changes.some(({ breaks }) => breaks)
  if (equal)
    await check(`${name} of N is that of N-1`, formatDiff(context.tag, before, after), async () => ({
      ok: true,
      seen: [
        isSame(before.crd, after.crd) ? 'equal definitions; not tried' : 'other words, the same rules; not tried',
        ...changes.map(({ where, says }) => `${where} ${says}`)
      ].join('; ')
    }))
  const file = after.from.replace(/:\d+$/, '')
  const far = !fitsAnnotation(after.crd)
  const told = context.serverSide || !fitsAnnotation(before.crd)
  await check(
    far && told
      ? `${name} of N can be applied with --server-side, and only so`
      : `${name} of N can be applied as that of N-1 could`,
    `kubectl apply${far && told ? ' --server-side' : ''} -f ${file}`,
    async () => ({ ok: !far || told, seen: describeSizes(before.crd, after.crd, context) })
  )
  const asked = equal ? undefined : await crdify?.(before.crd, after.crd, context.signal)
  if (asked !== undefined)
    await check(`crdify was asked about ${name}`, `crdify file://${before.from} file://${after.from}`, async () => ({
      ok: true,
      seen: asked
    }))
  return equal ? checks : [...checks, ...(await proveChange(context, before, after))]
}
