import { resolve } from 'node:path'
import { hashBytes } from '../../base/digest.ts'
import type { ExpectedSigner } from '../../model/signer.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Signer } from '../../model/ports/signer.ts'
import type { SigningPlan } from '../../plan/signing.ts'
import { makeKeySigner, makeKeylessSigner, makeRehearsalSigner, makeVerifier } from './cosign.ts'
import { describeEarlyEnd, obtainIdentityToken } from './identity-token.ts'
import { refuseUnreadableKey } from './key-reference.ts'
import { refuseUnusableRoot, refuseUnusableSigningConfig } from './trust-files.ts'
import { withPatience } from './patience.ts'
import type { CosignParts } from './run.ts'

/** What is needed to look at a signature's means before cosign is there. */
export interface SigningParts {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Paths of a plan count from here. */
  readonly cwd: string
  readonly files: Files
  readonly fetch: typeof fetch
  readonly mask: (secret: string) => void
  readonly warn: (line: string) => void
}

/** The signer of a plan; without one, a rehearsal. `publicKey`: that of the signing key, where it is known already. */
export function chooseSigner(
  parts: CosignParts,
  signing: SigningPlan | undefined,
  cwd: string,
  publicKey?: string
): Signer {
  switch (signing?.mode) {
    case 'key':
      return makeKeySigner(parts, signing.key ?? '', publicKey)
    case 'keyless':
      return makeKeylessSigner(parts, {
        signingConfig: signing.signingConfig && resolve(cwd, signing.signingConfig),
        trustedRoot: signing.trustedRoot && resolve(cwd, signing.trustedRoot)
      })
    case 'rehearsal':
    case undefined:
      return makeRehearsalSigner(parts)
  }
}

/** Checks what an expected signer signed. `root`: path of a file that describes another Sigstore than the public one, or ''. */
export const chooseVerifier = (
  parts: CosignParts,
  expected: ExpectedSigner,
  cwd: string,
  root: string
): ReturnType<typeof makeVerifier> =>
  makeVerifier(parts, expected, root === '' ? {} : { trustedRoot: resolve(cwd, root) })

export { refuseUnusableTrust } from './trust-files.ts'

/** Rejects a plan whose means of signing are not there, before the first compile: a key, or an identity token. */
export async function preflightSigning(parts: SigningParts, signing: SigningPlan, signal: AbortSignal): Promise<void> {
  const { env, cwd, files, mask, warn } = parts
  if (signing.mode === 'key') await refuseUnreadableKey({ files, env }, signing.key ?? '')
  if (signing.mode !== 'keyless') return
  if (signing.signingConfig !== undefined) await refuseUnusableSigningConfig({ files, cwd }, signing.signingConfig)
  if (signing.trustedRoot !== undefined) await refuseUnusableRoot({ files, cwd }, signing.trustedRoot)
  const ask = () => obtainIdentityToken(env, parts.fetch, signal)
  const token = await withPatience('no identity token', ask, signal, { note: warn })
  mask(token.token)
  const soon = describeEarlyEnd(token, Date.now())
  if (soon !== undefined) warn(soon)
}

/** Tells one signing key from another, and is none; '' where no key of this machine signs. */
export async function computeFingerprint(
  { env, cwd, files }: Pick<SigningParts, 'env' | 'cwd' | 'files'>,
  signing: SigningPlan | undefined
): Promise<string> {
  if (signing?.mode !== 'key') return ''
  const reference = signing.key ?? ''
  const key =
    reference === 'env://COSIGN_PRIVATE_KEY'
      ? env['COSIGN_PRIVATE_KEY']
      : await files.read(resolve(cwd, reference)).catch(() => undefined)
  return key ? hashBytes(key).slice(0, 16) : ''
}
