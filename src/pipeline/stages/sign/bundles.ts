import { join } from 'node:path'
import { isCount, isSha256, isText, shaped } from '../../../base/decode.ts'
import { hashBytes } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import { readSignedDigest } from '../../../evidence/bundle.ts'
import { isIdentity, type Artifact, type Digest, type Identity } from '../../../model/nouns.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Signer } from '../../../model/ports/signer.ts'
import { BUNDLE } from '../../../model/release-chains.ts'
import type { SigningPlan } from '../../../plan/signing.ts'
import type { Ledger, Step } from '../../../steps/ledger.ts'
import type { Run } from '../../run.ts'

export interface Signed {
  readonly bundle: Artifact
  readonly identity: Identity
}

export interface SignTools {
  readonly files: Files
  readonly ledger: Ledger
  readonly out: string
  /** Made only when something has to be signed or verified. */
  readonly signer: () => Promise<Signer>
  /** Tells two keys apart without being one; '' for keyless. */
  readonly fingerprint: string
}

/** What is remembered of a signature: who made it, and the bundle's digest. */
interface Recorded {
  readonly identity: Identity
  readonly bundle: Digest
}

const isRecorded = shaped<Recorded>({
  identity: isIdentity,
  bundle: shaped<Digest>({ sha256: isSha256, size: isCount })
})

export const makeSignStep = (checksums: Artifact, { mode, key }: SigningPlan, fingerprint: string): Step<Recorded> => ({
  kind: 'sign',
  shape: 1,
  input: { checksums: checksums.sha256, mode, key, fingerprint },
  fits: (value): value is Recorded => isRecorded(value) && 'publicKey' in value.identity === (mode === 'key'),
  leaves: ({ bundle }) => [{ path: BUNDLE, ...bundle }]
})

/**
 * Signs checksums.txt and proves the signature before anyone else has to. A bundle that is there (`earlier`: from a
 * draft or a published release of the same checksums) and verifies is kept: evidence is never made twice. Where the
 * bundle that lies here is a recorded one of these checksums, no signer is needed.
 */
export async function signChecksums(
  { tools, signal }: Run<SignTools>,
  checksums: Artifact,
  signing: SigningPlan,
  earlier: AsyncIterable<Uint8Array> | undefined
): Promise<{ readonly signed: Signed; readonly from: 'record' | 'earlier' | 'signer' }> {
  const { files, ledger, out, fingerprint } = tools
  const step = makeSignStep(checksums, signing, fingerprint)
  const signed = ({ identity, bundle }: Recorded): Signed => ({
    bundle: { kind: 'bundle', name: BUNDLE, path: join(out, BUNDLE), ...bundle },
    identity
  })
  const before = await ledger.lookUp(step)
  if (before) return { signed: signed(before), from: 'record' }
  const signer = await tools.signer()
  await using scratch = await files.scratch('sign')
  const bundle = join(scratch.path, BUNDLE)
  // What was computed is signed, whatever becomes of the file meanwhile.
  const held = await holdFile(files, checksums, scratch.path)
  if (earlier) {
    await files.write(bundle, earlier)
    await signer.verify(held, bundle, signal)
  } else await signer.sign(held, bundle, signal)
  refuseOtherDigest(readSignedDigest((await files.read(bundle)) ?? new Uint8Array(), BUNDLE), checksums)
  const identity = await signer.identity(signal)
  // First, since once the signature is recorded nobody comes here again.
  if ('publicKey' in identity && fingerprint)
    await ledger.record(makeKeyStep(signing, fingerprint), { value: identity.publicKey })
  const digest = await files.digest(bundle)
  if (!digest) throw new Error(`${bundle} vanished`)
  await files.move(bundle, join(out, BUNDLE))
  const made = { identity, bundle: digest }
  await ledger.record(step, { value: made })
  return { signed: signed(made), from: earlier ? 'earlier' : 'signer' }
}

/** Copies a file that was hashed into a private folder; resolves with its path there. Throws where it has other bytes by now. */
async function holdFile(files: Files, { name, path, sha256: computed }: Artifact, folder: string): Promise<string> {
  const bytes = (await files.read(path)) ?? new Uint8Array()
  if (hashBytes(bytes) !== computed)
    throw makeChangedFailure(name, `it is sha256 ${hashBytes(bytes)} now, not ${computed}`)
  const held = join(folder, name)
  await files.write(held, bytes)
  return held
}

function refuseOtherDigest(signed: string, { name, sha256 }: Artifact): void {
  if (signed !== sha256) throw makeChangedFailure(name, `the signature is over sha256 ${signed}, not ${sha256}`)
}

/** Something on this machine changes what is signed. */
export const makeChangedFailure = (name: string, how: string): Failure =>
  new Failure('verification', `${name} was changed between its making and its signature: ${how}`, {
    hint: 'Something on this machine writes to files of this run. Find it before you sign again; nothing was published.'
  })

export const makeKeyStep = ({ key }: SigningPlan, fingerprint: string): Step<string> => ({
  kind: 'public-key',
  shape: 1,
  input: { key, fingerprint },
  fits: (value): value is string => isText(value) && value.startsWith('-----BEGIN PUBLIC KEY-----')
})

/** Looks up the public key of a private one that was used here before: deriving it costs as much as a signature. */
export const lookUpPublicKey = async (
  ledger: Ledger,
  signing: SigningPlan | undefined,
  fingerprint: string
): Promise<string | undefined> =>
  signing && fingerprint ? await ledger.lookUp(makeKeyStep(signing, fingerprint)) : undefined

/** Proves that signing would work here, with a key that is thrown away; leaves nothing. */
export async function rehearseSignature({ tools, signal }: Run<SignTools>, checksums: Artifact): Promise<void> {
  const signer = await tools.signer()
  await using scratch = await tools.files.scratch('rehearsal')
  await signer.sign(checksums.path, join(scratch.path, BUNDLE), signal)
}
