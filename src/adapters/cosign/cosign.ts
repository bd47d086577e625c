import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { ExpectedSigner } from '../../model/signer.ts'
import type { Identity } from '../../model/nouns.ts'
import type { Attested, Signable, Signer } from '../../model/ports/signer.ts'
import { formatKeyOptions, formatTrustOptions, type PrivateSigstore } from './arguments.ts'
import { obtainIdentityToken } from './identity-token.ts'
import {
  demandKeyHint,
  handOverBundle,
  runInSession,
  refuseOtherBundles,
  formatSignArguments,
  signWithKey,
  verifyBundle,
  verifyByIdentity,
  verifyByKey
} from './blob.ts'
import { parseKeyReference, pickKeyVariables } from './key-reference.ts'
import { SHORT_PAUSES, withPatience } from './patience.ts'
import { runCosign, type CosignParts } from './run.ts'

/**
 * Signs with a key: a file, `env://VARIABLE`, or a key service that cosign knows (awskms://, gcpkms://, azurekms://,
 * hashivault://, k8s://, gitlab://). Nothing goes to a transparency log: whoever has the public key needs no log to
 * check the signature, it works in closed networks, and a private project leaves no public record. So a downloader
 * verifies with `--insecure-ignore-tlog`, and whoever wants the log signs keyless. `known` is the key's public half
 * (PEM), where it was derived before; a wrong one fails the verification that follows every signature.
 */
export function makeKeySigner(parts: CosignParts, reference: string, known?: string): Signer {
  const key = parseKeyReference(reference)
  // The password is always set: without it cosign asks a person.
  const variables = { ...pickKeyVariables(parts.env, key), COSIGN_PASSWORD: parts.env['COSIGN_PASSWORD'] ?? '' }
  let publicKey = known === undefined ? undefined : Promise.resolve(known)
  const identity = (signal: AbortSignal): Promise<{ publicKey: string }> => {
    publicKey ??= runInSession(parts, 'public-key', signal, (session) =>
      runCosign(session, ['public-key', '--key', key.key], variables)
    )
    // A failure is not kept: an aborted first call must not decide the second.
    publicKey.catch(() => (publicKey = undefined))
    return publicKey.then((pem) => ({ publicKey: pem }))
  }
  return {
    mode: 'key',
    async sign(what, bundle, signal) {
      if (key.path !== undefined && !(await parts.files.digest(key.path)))
        throw new Failure('input', `there is no signing key at ${key.path}`, {
          hint: 'Check the path that --sign-key names.'
        })
      await runInSession(parts, 'sign', signal, async (session) => {
        // Both open the key, which takes longest: side by side, and none is left running when the other fails.
        const [made, known] = await Promise.allSettled([
          signWithKey(session, key.key, variables, what),
          identity(signal)
        ])
        if (made.status === 'rejected') throw made.reason
        if (known.status === 'rejected') throw known.reason
        await verifyByKey(session, known.value.publicKey, readClaim(what), made.value)
        await handOverBundle(parts, made.value, bundle)
      })
    },
    async verify(what, bundle, signal) {
      const { publicKey: pem } = await identity(signal)
      await runInSession(parts, 'verify', signal, (session) => verifyByKey(session, pem, what, bundle))
    },
    identity
  }
}

/**
 * Signs with the identity of the job: a certificate of minutes, and an entry in a public log for ever. The bundle is
 * verified with the identity computed from the token before it appears at its path. Without `sigstore`, the public
 * Sigstore, whose trust root cosign fetches and checks itself.
 */
export function makeKeylessSigner(parts: CosignParts, sigstore: PrivateSigstore = {}): Signer {
  let known: Extract<Identity, { identity: string }> | undefined
  const token = async (signal: AbortSignal) => {
    const found = await obtainIdentityToken(parts.env, parts.fetch ?? fetch, signal)
    parts.mask?.(found.token)
    known = found.identity
    return found
  }
  const identity = async (signal: AbortSignal) =>
    known ?? (await withPatience('no identity token', () => token(signal), signal, parts)).identity
  return {
    mode: 'keyless',
    async sign(what, bundle, signal) {
      await runInSession(parts, 'sign', signal, async (session) => {
        const made = join(session.scratch, 'bundle.json')
        const config = sigstore.signingConfig === undefined ? [] : ['--signing-config', sigstore.signingConfig]
        const args = formatSignArguments(what, ...config, ...formatTrustOptions(sigstore), '--bundle', made)
        const found = await withPatience(
          'Sigstore does not sign',
          async () => {
            // GitHub's token lives for minutes: each attempt has its own.
            const found = await token(signal)
            await runCosign(session, args, { SIGSTORE_ID_TOKEN: found.token })
            return found
          },
          signal,
          parts
        )
        await refuseOtherBundles(session, made)
        await verifyByIdentity(session, found.identity, sigstore, readClaim(what), made)
        await handOverBundle(parts, made, bundle)
      })
    },
    async verify(what, bundle, signal) {
      const expected = await identity(signal)
      await runInSession(parts, 'verify', signal, (session) =>
        verifyByIdentity(session, expected, sigstore, what, bundle)
      )
    },
    identity
  }
}

/**
 * Proves that signing works here, with a key that lives as long as one call of `sign`: what it signs is worth nothing,
 * and nobody may be told to trust it. `verify` knows only what this signer itself has signed.
 */
export function makeRehearsalSigner(parts: CosignParts): Signer {
  let publicKey: string | undefined
  return {
    mode: 'rehearsal',
    sign: (what, bundle, signal) =>
      runInSession(parts, 'rehearsal', signal, async (session) => {
        const prefix = join(session.scratch, 'throw-away')
        const variables = { COSIGN_PASSWORD: randomBytes(24).toString('hex') }
        await runCosign(session, ['generate-key-pair', '--output-key-prefix', prefix], variables)
        const made = await signWithKey(session, `${prefix}.key`, variables, what)
        publicKey = Buffer.from((await parts.files.read(`${prefix}.pub`)) ?? []).toString()
        await verifyByKey(session, publicKey, readClaim(what), made)
        await handOverBundle(parts, made, bundle)
      }),
    async verify(what, bundle, signal) {
      const key = publicKey
      if (key === undefined) throw new Failure('verification', `${bundle}: nothing was signed in this rehearsal`)
      await runInSession(parts, 'verify', signal, (session) => verifyByKey(session, key, what, bundle))
    },
    identity: () => Promise.reject(new Failure('verification', 'a rehearsal has no identity that anyone may trust'))
  }
}

/**
 * Checks a bundle by what a downloader expects: a public key (a file or a key service), or an identity (or a pattern of
 * identities) and its issuer. Rejects with a 'verification' Failure when the bundle does not prove the file.
 */
export function makeVerifier(
  parts: CosignParts,
  expected: ExpectedSigner,
  sigstore: PrivateSigstore = {}
): (what: string | Attested, bundle: string, signal?: AbortSignal) => Promise<void> {
  if (!('key' in expected))
    return (what, bundle, signal) =>
      runInSession({ pauses: SHORT_PAUSES, ...parts }, 'verify', signal, (session) =>
        verifyByIdentity(session, expected, sigstore, what, bundle)
      )
  const key = parseKeyReference(expected.key, 'expected')
  return async (what, bundle, signal) => {
    await runInSession(parts, 'verify', signal, (session) =>
      verifyBundle(session, formatKeyOptions(key.key), what, bundle, pickKeyVariables(parts.env, key))
    )
    const pem = key.path === undefined ? undefined : await parts.files.read(key.path)
    if (pem) await demandKeyHint(parts, pem, bundle)
  }
}

const readClaim = (what: Signable): string | Attested =>
  typeof what === 'string' ? what : { about: what.about, predicateType: what.predicateType }
