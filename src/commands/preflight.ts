import { BUNDLE, CHECKSUMS, COMPATIBILITY, MANIFEST, PROVENANCE } from '../model/release-chains.ts'
import { listArchiveNames } from '../plan/archives.ts'
import type { Plan } from '../plan/plan.ts'
import type { PublicationPlan } from '../plan/publication.ts'
import type { Publisher } from '../model/ports/publisher.ts'

/** What can be asked before the first compile is asked; resolves with what cannot be seen from here. Writes nothing. */
export async function preflightPublication(
  plan: Plan,
  { tag }: PublicationPlan,
  publisher: Publisher,
  signal: AbortSignal
): Promise<readonly string[]> {
  const names = plan.archives.flatMap(listArchiveNames)
  return await publisher.foresee(
    { tag, commit: plan.commit, names: [...names, CHECKSUMS, BUNDLE, COMPATIBILITY, MANIFEST, PROVENANCE] },
    signal
  )
}
