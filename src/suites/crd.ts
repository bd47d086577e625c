import { appliedSize, fitsAnnotation, withoutWords, type Crd, type Manifest } from '../crds/source.ts'
import { isSame, number } from '../json.ts'
import type { Check, Trial, Verdict } from '../model.ts'
import type { Cluster } from '../ports.ts'
import { proveChange, proveNew, type Changing } from './crd-change.ts'
import { removeCrds } from './crd-removal.ts'
import { evidence, verdict } from './evidence.ts'
import { inNamespace } from './namespace.ts'

/** The definitions to compare, and objects beside those that are made from their schemas. */
export interface CrdsToCompare {
  readonly baseline: { readonly tag: string; readonly crds: readonly Crd[] }
  readonly candidate: readonly Crd[]
  readonly samples: readonly Manifest[]
}

/**
 * Whether the candidate's CRDs can replace the baseline's and go back again without a loss: with live objects, made from
 * the schemas and the user's samples, in every served version; a static diff beside it. Definitions that are equal are
 * not tried.
 *
 * `trial.with`: `withinSeconds` for each wait (default 30). CRDs that were not there before are removed at the end; one
 * that was there is never removed, and one of another owner is never overwritten. Rejects for what keeps the suite from
 * looking, never for what the server does: that is the verdict.
 */
export const crdSuite = async (
  cluster: Cluster,
  trial: Trial,
  { baseline, candidate, samples }: CrdsToCompare,
  signal: AbortSignal
): Promise<Verdict> =>
  verdict(cluster, trial, false, async () => {
    const created: string[] = []
    const names = [...new Set([...baseline.crds, ...candidate].map(({ name }) => name))].sort()
    try {
      return await inNamespace(cluster.api, 'crd', signal, async (namespace) => {
        const changing: Changing = {
          api: cluster.api,
          namespace,
          samples,
          tag: baseline.tag,
          withinMs: 1000 * (number(trial.with['withinSeconds']) || 30),
          created,
          signal
        }
        const proofs = names.map((name) =>
          proveOne(
            changing,
            name,
            baseline.crds.find((crd) => crd.name === name),
            candidate.find((crd) => crd.name === name)
          )
        )
        return (await Promise.all(proofs)).flat()
      })
    } finally {
      await removeCrds(cluster.api, created)
    }
  })

const proveOne = async (
  changing: Changing,
  name: string,
  before: Crd | undefined,
  after: Crd | undefined
): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  if (after === undefined) {
    await check(`${name} of N-1 is still defined by N`, `kubectl get crd ${name}`, async () => ({
      ok: false,
      seen: `${before?.from ?? 'N-1'} defines it, and no file of N does. Whoever removes it from a cluster removes its objects.`
    }))
    return checks
  }
  if (before === undefined) return proveNew(changing, after)
  const equal = isSame(withoutWords(before.crd), withoutWords(after.crd))
  if (equal)
    await check(`${name} of N is that of N-1`, `diff ${before.from} ${after.from}`, async () => ({
      ok: true,
      seen: isSame(before.crd, after.crd) ? 'equal definitions; not tried' : 'other words, the same rules; not tried'
    }))
  if (fitsAnnotation(before.crd))
    await check(
      `${name} of N can be applied as that of N-1 could`,
      `kubectl apply -f ${after.from.replace(/:\d+$/, '')}`,
      async () => ({
        ok: fitsAnnotation(after.crd),
        seen: fitsAnnotation(after.crd)
          ? `${appliedSize(after.crd)} bytes`
          : `${appliedSize(after.crd)} bytes, and ${appliedSize(before.crd)} at ${changing.tag}: kubectl apply without --server-side keeps it in an annotation, and the API server takes 262144 bytes of those ("metadata.annotations: Too long"). Say --server-side wherever it is applied, or leave descriptions out.`
      })
    )
  return equal ? checks : [...checks, ...(await proveChange(changing, before, after))]
}
