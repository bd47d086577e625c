import { CHECKSUMS, PROVENANCE } from '../model/release-chains.ts'
import { Failure } from '../base/errors.ts'
import type { Json } from '../base/json.ts'
import type { AttestationPlan } from '../plan/attestation.ts'
import type { Publisher } from '../model/ports/publisher.ts'
import type { Files } from '../model/ports/files.ts'
import type { Publishable } from './publish-draft.ts'
import { stage, type Frame } from '../steps/stage.ts'

export interface AttestingTools extends Frame {
  readonly files: Pick<Files, 'read'>
  readonly warn: (line: string) => void
}

/** What a platform is to keep of a release, and where. */
export interface PlatformAttestation {
  readonly publisher: Publisher
  /** Undefined where nothing is attested. */
  readonly planned: AttestationPlan | undefined
  readonly files: readonly Publishable[]
}

/**
 * Shows a release with its attestation: what has to be there is there before anybody sees the release, and what may fail
 * cannot hold it back.
 */
export async function showAttested<T>(
  tools: AttestingTools,
  attesting: PlatformAttestation,
  show: () => Promise<T>,
  signal: AbortSignal
): Promise<T> {
  const attested = () => attestOnPlatform(tools, attesting, signal)
  if (attesting.planned?.required) {
    await attested()
    return await show()
  }
  const shown = await show()
  await attested()
  return shown
}

/** Hands the provenance to the platform. What goes wrong is told, and thrown only where an attestation is required. */
async function attestOnPlatform(
  tools: AttestingTools,
  { publisher, planned, files }: PlatformAttestation,
  signal: AbortSignal
): Promise<void> {
  const [provenance, checksums] = [PROVENANCE, CHECKSUMS].map((wanted) => files.find(({ name }) => name === wanted))
  const { attest: keep } = publisher
  if (!planned || !keep || !provenance || !checksums) return
  const bytes = await tools.files.read(provenance.path)
  if (!bytes) throw new Error(`${provenance.path} vanished`)
  const bundle = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json
  try {
    await stage('attest', tools).watch(PROVENANCE, async () => {
      const done = await keep(bundle, checksums.sha256, signal)
      return { value: done, reused: done === 'kept', note: 'gh attestation verify FILE finds it' }
    })
  } catch (error) {
    signal.throwIfAborted()
    if (planned.required || !(error instanceof Failure)) throw error
    tools.warn(
      `the release is published, and is not attested at GitHub: ${[error.message, error.hint].filter(Boolean).join('. ')}`
    )
  }
}
