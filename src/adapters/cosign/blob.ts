import { createHash, createPublicKey } from 'node:crypto'
import { basename, join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { readAt, parseJson } from '../../base/json.ts'
import { readKeyHint, normalizeBundle, countTimestamps } from '../../evidence/bundle.ts'
import type { Attested, Signable } from '../../model/ports/signer.ts'
import {
  formatIdentityOptions,
  formatKeyOptions,
  formatTrustOptions,
  type ExpectedIdentity,
  type PrivateSigstore
} from './arguments.ts'
import { withPatience } from './patience.ts'
import { refuseOld, runCosign, type CosignParts, type Session } from './run.ts'

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
/** No services: cosign 3 then asks no log and no timestamp authority. */
const NO_SERVICES =
  '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.2+json","rekorTlogConfig":{},"tsaConfig":{}}'
/** Without one, cosign fetches the public trust root before it signs with a key that does not need it. */
const NO_ROOT = '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}'

/** What to sign, in cosign's words. */
const chooseSignCommand = (what: Signable): readonly [string, ...string[]] =>
  typeof what === 'string' ? ['sign-blob', what] : ['attest-blob', '--statement', what.statement]

/** The arguments that sign, with `options` between the command and what it signs. */
export const formatSignArguments = (what: Signable, ...options: readonly string[]): readonly string[] => {
  const [name, ...rest] = chooseSignCommand(what)
  return [name, '--yes', ...options, ...rest]
}

export async function signWithKey(
  session: Session,
  key: string,
  variables: Readonly<Record<string, string>>,
  what: Signable
): Promise<string> {
  const { files, scratch } = session
  const [config, root, made] = ['no-services.json', 'no-root.json', 'bundle.json'].map((name) =>
    join(scratch, name)
  ) as [string, string, string]
  await files.write(config, NO_SERVICES)
  await files.write(root, NO_ROOT)
  const offline = ['--signing-config', config, '--trusted-root', root]
  await runCosign(session, formatSignArguments(what, '--key', key, ...offline, '--bundle', made), variables)
  await refuseOtherBundles(session, made)
  return made
}

/** Puts a bundle in its place, in the one form that Slipway knows. */
export async function handOverBundle({ files }: CosignParts, made: string, bundle: string): Promise<void> {
  await files.write(bundle, normalizeBundle((await files.read(made)) ?? new Uint8Array(), bundle))
}

/** An older cosign writes another format under the same flag. */
export async function refuseOtherBundles(session: Session, path: string): Promise<void> {
  const { cosign, processes, files, scratch } = session
  const text = Buffer.from((await files.read(path)) ?? []).toString()
  if (readMediaType(text) === MEDIA_TYPE) return
  await refuseOld(cosign, async (argv) => (await processes.run(argv, { env: { HOME: scratch } })).stdout)
  throw new Failure('command', `cosign wrote a bundle of another kind: ${readMediaType(text) ?? 'no media type'}`, {
    hint: `Slipway signs ${MEDIA_TYPE}, which cosign 3 writes.`
  })
}

function readMediaType(text: string): string | undefined {
  const mediaType = readAt(parseJson(text), 'mediaType')
  return typeof mediaType === 'string' ? mediaType : undefined
}

export async function verifyByKey(
  session: Session,
  pem: string,
  what: string | Attested,
  bundle: string
): Promise<void> {
  const key = join(session.scratch, 'expected.pub')
  await session.files.write(key, pem)
  await verifyBundle(session, formatKeyOptions(key), what, bundle)
  await demandKeyHint(session, pem, bundle)
}

/** Waits for a trust root that cannot be had for a moment: no signature is given up for that. */
export async function verifyByIdentity(
  session: Session,
  expected: ExpectedIdentity,
  sigstore: PrivateSigstore,
  what: string | Attested,
  bundle: string
): Promise<void> {
  const by = [
    ...formatIdentityOptions(expected),
    ...formatTrustOptions(sigstore),
    ...(await formatTimeOptions(session, bundle))
  ]
  await withPatience(
    'the signature cannot be verified now',
    () => verifyBundle(session, by, what, bundle),
    session.signal,
    {
      ...session,
      hint: 'Run this again when it is back; without a network, give the trust root as a file (--trusted-root FILE).'
    }
  )
}

export async function verifyBundle(
  session: Session,
  expected: readonly string[],
  what: string | Attested,
  bundle: string,
  variables: Readonly<Record<string, string>> = {}
): Promise<void> {
  const path = typeof what === 'string' ? what : what.about
  for (const file of [path, bundle])
    if (!(await session.files.digest(file)))
      throw new Failure('verification', `there is no ${file} to verify`, {
        hint: 'Download the release again, with all of its files.'
      })
  try {
    const kind = typeof what === 'string' ? ['verify-blob'] : ['verify-blob-attestation', '--type', what.predicateType]
    const args = [...kind, ...expected, '--bundle', bundle, path]
    await runCosign(session, args, variables)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    throw new Failure('verification', `${basename(bundle)} does not prove ${basename(path)}: cosign refuses it`, {
      hint: 'Do not use the file. The file, its bundle or the expected signer is not what it should be; the cause says which.',
      cause: error.cause
    })
  }
}

/** A time that an authority signed has to be good where there is one: cosign else looks at none that it can do without. */
async function formatTimeOptions({ files }: CosignParts, bundle: string): Promise<readonly string[]> {
  const bytes = (await files.read(bundle)) ?? new Uint8Array()
  return countTimestamps(bytes, basename(bundle)) > 0 ? ['--use-signed-timestamps'] : []
}

/** The hint says which key signed, and cosign does not look at it: a wrong one is a changed bundle. */
export async function demandKeyHint({ files }: CosignParts, pem: string | Uint8Array, bundle: string): Promise<void> {
  const der = createPublicKey(Buffer.from(pem)).export({ type: 'spki', format: 'der' })
  const hint = createHash('sha256').update(der).digest('base64')
  if (readKeyHint((await files.read(bundle)) ?? new Uint8Array(), basename(bundle)) !== hint)
    throw new Failure(
      'verification',
      `${basename(bundle)} was changed: it names another key than the one that signed`,
      { hint: 'Do not use it: download it again from the release, and tell its publisher if it stays so.' }
    )
}

/** A session with a private folder, which is gone at every ending. */
export async function runInSession<T>(
  parts: CosignParts,
  label: string,
  signal: AbortSignal | undefined,
  work: (session: Session) => Promise<T>
): Promise<T> {
  await using scratch = await parts.files.scratch(label)
  return await work({ ...parts, scratch: scratch.path, signal })
}
