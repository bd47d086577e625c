import { join } from 'node:path'
import { Failure } from '../../errors.ts'
import type { ExpectedSigner } from '../../expected-signer.ts'
import type { Scratch } from '../../ports.ts'
import { cosign, refuseOld, type CosignParts } from './run.ts'

/** Files that describe a Sigstore of one's own; without them keyless signing and verifying use the public one. */
export interface PrivateSigstore {
  readonly signingConfig?: string
  readonly trustedRoot?: string
}

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
/** No services: cosign 3 then asks no log and no timestamp authority. */
const NO_SERVICES =
  '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.2+json","rekorTlogConfig":{},"tsaConfig":{}}'
/** Without one, cosign fetches the public trust root before it signs with a key that does not need it. */
const NO_ROOT = '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}'

export const byKey = (publicKey: string): readonly string[] => ['--key', publicKey, '--insecure-ignore-tlog']

type ExpectedIdentity = Exclude<ExpectedSigner, { readonly key: string }>

export const byIdentity = (expected: ExpectedIdentity): readonly string[] => [
  ...('identity' in expected
    ? ['--certificate-identity', expected.identity]
    : ['--certificate-identity-regexp', expected.pattern]),
  '--certificate-oidc-issuer',
  expected.issuer
]

export const trusting = ({ trustedRoot }: { readonly trustedRoot?: string | undefined }): readonly string[] =>
  trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot]

export async function signWithKey(
  parts: CosignParts,
  key: string,
  variables: Readonly<Record<string, string>>,
  path: string,
  scratch: string,
  signal: AbortSignal
): Promise<string> {
  const [config, root, made] = ['no-services.json', 'no-root.json', 'bundle.json'].map((name) =>
    join(scratch, name)
  ) as [string, string, string]
  await parts.files.write(config, NO_SERVICES)
  await parts.files.write(root, NO_ROOT)
  const offline = ['--signing-config', config, '--trusted-root', root]
  await cosign(parts, {
    args: ['sign-blob', '--yes', '--key', key, ...offline, '--bundle', made, path],
    scratch,
    variables,
    signal
  })
  await refuseOtherBundles(parts, made, scratch)
  return made
}

/** An older cosign writes another format under the same flag. */
export async function refuseOtherBundles(parts: CosignParts, path: string, scratch: string): Promise<void> {
  const text = Buffer.from((await parts.files.read(path)) ?? []).toString()
  if (mediaTypeOf(text) === MEDIA_TYPE) return
  await refuseOld(parts.cosign, async (argv) => (await parts.processes.run(argv, { env: { HOME: scratch } })).stdout)
  throw new Failure('command', `cosign wrote a bundle of another kind: ${mediaTypeOf(text) ?? 'no media type'}`, {
    hint: `Slipway signs ${MEDIA_TYPE}, which cosign 3 writes.`
  })
}

function mediaTypeOf(text: string): string | undefined {
  try {
    const { mediaType } = JSON.parse(text) as { mediaType?: unknown }
    return typeof mediaType === 'string' ? mediaType : undefined
  } catch {
    return undefined
  }
}

export async function verifyByKey(
  parts: CosignParts,
  pem: string,
  path: string,
  bundle: string,
  scratch: string,
  signal: AbortSignal
): Promise<void> {
  const key = join(scratch, 'expected.pub')
  await parts.files.write(key, pem)
  await verifyBlob(parts, byKey(key), path, bundle, scratch, signal)
}

export const verifyByIdentity = (
  parts: CosignParts,
  expected: ExpectedIdentity,
  sigstore: PrivateSigstore,
  path: string,
  bundle: string,
  scratch: string,
  signal: AbortSignal | undefined
): Promise<void> => verifyBlob(parts, [...byIdentity(expected), ...trusting(sigstore)], path, bundle, scratch, signal)

export async function verifyBlob(
  parts: CosignParts,
  expected: readonly string[],
  path: string,
  bundle: string,
  scratch: string,
  signal: AbortSignal | undefined,
  variables: Readonly<Record<string, string>> = {}
): Promise<void> {
  for (const file of [path, bundle])
    if (!(await parts.files.digest(file))) throw new Failure('verification', `there is no ${file} to verify`)
  try {
    const args = ['verify-blob', ...expected, '--bundle', bundle, path]
    await cosign(parts, { args, scratch, variables, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    throw new Failure('verification', `${bundle} does not prove ${path}: cosign refuses it`, {
      hint: 'Do not use the file. The file, its bundle or the expected signer is not what it should be; the cause says which.',
      cause: error.cause
    })
  }
}

/** A private folder for one call, gone at every ending. */
export async function inScratch<T>(
  { files }: CosignParts,
  label: string,
  work: (scratch: Scratch) => Promise<T>
): Promise<T> {
  await using scratch = await files.scratch(label)
  return await work(scratch)
}
