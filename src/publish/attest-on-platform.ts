import { CHECKSUMS, PROVENANCE } from '../model/release-chains.ts'
import { Failure } from '../base/errors.ts'
import type { Json } from '../base/json.ts'
import type { AttestationPlan } from '../plan/attestation.ts'
import type { Publisher } from '../model/ports/publisher.ts'
import type { Files } from '../model/ports/files.ts'
import type { Publishable } from './fill-draft.ts'
import type { Timeline } from '../steps/timeline.ts'

export interface AttestingTools {
  readonly files: Pick<Files, 'read'>
  readonly timeline: Timeline
  readonly warn: (line: string) => void
}

/**
 * Shows a release with its attestation: what has to be there is there before anybody sees the release, and what may fail
 * cannot hold it back.
 */
export async function showAttested<T>(
  tools: AttestingTools,
  publisher: Publisher,
  planned: AttestationPlan | undefined,
  published: readonly Publishable[],
  show: () => Promise<T>,
  signal: AbortSignal
): Promise<T> {
  const attest = (): Promise<void> => attested(tools, publisher, planned, published, signal)
  if (planned?.required) await attest()
  const shown = await show()
  if (!planned?.required) await attest()
  return shown
}

/** Hands the provenance to the platform. What goes wrong is told, and thrown only where an attestation is required. */
async function attested(
  { files, timeline, warn }: AttestingTools,
  { attest }: Publisher,
  planned: AttestationPlan | undefined,
  published: readonly Publishable[],
  signal: AbortSignal
): Promise<void> {
  const [provenance, checksums] = [PROVENANCE, CHECKSUMS].map((wanted) => published.find(({ name }) => name === wanted))
  if (!planned || !attest || !provenance || !checksums) return
  const bytes = await files.read(provenance.path)
  if (!bytes) throw new Error(`${provenance.path} vanished`)
  const bundle = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json
  try {
    await timeline.watch('attest', PROVENANCE, async () => {
      const done = await attest(bundle, checksums.sha256, signal)
      return { value: done, reused: done === 'kept', note: 'gh attestation verify FILE finds it' }
    })
  } catch (error) {
    signal.throwIfAborted()
    if (planned.required || !(error instanceof Failure)) throw error
    warn(
      `the release is published, and is not attested at GitHub: ${[error.message, error.hint].filter(Boolean).join('. ')}`
    )
  }
}
