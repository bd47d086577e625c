import { join } from 'node:path'
import { BUNDLE } from '../../../model/release-chains.ts'
import type { Artifact, Identity } from '../../../model/nouns.ts'
import type { Json } from '../../../base/json.ts'
import type { Ledger } from '../../../steps/ledger.ts'
import type { SigningPlan } from '../../../plan/signing.ts'
import type { Signer } from '../../../model/ports/signer.ts'
import type { Files } from '../../../model/ports/files.ts'

export interface Signed {
  readonly bundle: Artifact
  readonly identity: Identity
}

interface SignTools {
  readonly files: Files
  readonly ledger: Ledger
  readonly out: string
  /** Made only when something has to be signed or verified. */
  readonly signer: () => Promise<Signer>
  /** Tells two keys apart without being one; '' for keyless. */
  readonly fingerprint: string
}

const stepInput = (checksums: Artifact, signing: SigningPlan, fingerprint: string): Json => ({
  checksums: checksums.sha256,
  mode: signing.mode,
  key: signing.key,
  fingerprint
})

/** Whether the bundle that lies here is a recorded one of these checksums, so that no signer is needed. */
export async function signedBefore(
  tools: SignTools,
  checksums: Artifact,
  signing: SigningPlan
): Promise<Signed | undefined> {
  const identity = await tools.ledger.known('sign', stepInput(checksums, signing, tools.fingerprint))
  return identity === undefined
    ? undefined
    : { bundle: await bundleAt(tools), identity: identity as unknown as Identity }
}

/**
 * Signs checksums.txt and proves the signature before anyone else has to. A bundle that is there (`earlier`: from a
 * draft or a published release of the same checksums) and verifies is kept: evidence is never made twice.
 */
export async function sign(
  tools: SignTools,
  checksums: Artifact,
  signing: SigningPlan,
  earlier: AsyncIterable<Uint8Array> | undefined,
  signal: AbortSignal
): Promise<Signed> {
  const { files, out } = tools
  const signer = await tools.signer()
  await using scratch = await files.scratch('sign')
  const bundle = join(scratch.path, BUNDLE)
  if (earlier) {
    await files.write(bundle, earlier)
    await signer.verify(checksums.path, bundle, signal)
  } else await signer.sign(checksums.path, bundle, signal)
  const identity = await signer.identity(signal)
  // First, since once the signature is recorded nobody comes here again.
  if ('publicKey' in identity && tools.fingerprint)
    await tools.ledger.once('public-key', keyInput(signing, tools.fingerprint), async () => ({
      value: identity.publicKey,
      files: []
    }))
  await tools.ledger.once('sign', stepInput(checksums, signing, tools.fingerprint), async () => {
    const digest = await files.digest(bundle)
    if (!digest) throw new Error(`${bundle} vanished`)
    await files.move(bundle, join(out, BUNDLE))
    return { value: identity as unknown as Json, files: [{ path: BUNDLE, ...digest }] }
  })
  return { bundle: await bundleAt(tools), identity }
}

const keyInput = ({ key }: SigningPlan, fingerprint: string): Json => ({ key, fingerprint })

/** The public key of a private one that was used here before: deriving it costs as much as a signature. */
export const publicKeyOf = async (
  ledger: Ledger,
  signing: SigningPlan | undefined,
  fingerprint: string
): Promise<string | undefined> =>
  signing && fingerprint ? await ledger.known<string>('public-key', keyInput(signing, fingerprint)) : undefined

/** Proves that signing would work here, with a key that is thrown away; leaves nothing. */
export async function rehearse(files: Files, signer: Signer, checksums: Artifact, signal: AbortSignal): Promise<void> {
  await using scratch = await files.scratch('rehearsal')
  const bundle = join(scratch.path, BUNDLE)
  await signer.sign(checksums.path, bundle, signal)
}

async function bundleAt({ files, out }: SignTools): Promise<Artifact> {
  const path = join(out, BUNDLE)
  const digest = await files.digest(path)
  if (!digest) throw new Error(`${path} vanished`)
  return { kind: 'bundle', name: BUNDLE, path, ...digest }
}
