import { createPublicKey } from 'node:crypto'
import { resolve } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { parseJson, readAt } from '../../base/json.ts'
import type { Files } from '../../model/ports/files.ts'
import type { ExpectedSigner } from '../../model/signer.ts'
import { parseKeyReference } from './key-reference.ts'

/** Where what somebody trusts is read from. */
export interface TrustSource {
  readonly files: Pick<Files, 'read'>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Paths count from here. */
  readonly cwd: string
}

/**
 * Throws an 'input' Failure for a key or a trust root that is none, by its place and by what it holds instead: cosign would
 * say only that a good release is not proved. `root`: a path, or ''. A key service is asked when something is verified.
 */
export async function refuseUnusableTrust(source: TrustSource, expected: ExpectedSigner, root: string): Promise<void> {
  if ('key' in expected) await refuseUnusableKey(source, expected.key)
  if (root !== '') await refuseUnusableRoot(source, root)
}

async function refuseUnusableKey({ files, env, cwd }: TrustSource, reference: string): Promise<void> {
  const { path, key, variables } = parseKeyReference(reference, 'expected')
  const variable = key.startsWith('env://') ? variables[0] : undefined
  if (path === undefined && variable === undefined) return
  const where = variable ?? resolve(cwd, path ?? '')
  const bytes = variable === undefined ? await readIfFile(files, where) : Buffer.from(env[variable] ?? '')
  if (!bytes) throw makeTrustFailure(`there is no public key at ${where}`, 'Check the path that the key is named by.')
  const held = describeNoPublicKey(bytes)
  if (held !== undefined)
    throw makeTrustFailure(
      `${where} should hold the public key of the expected signer, and ${held}`,
      held.includes('private key')
        ? 'Name the public half, which cosign writes beside it as cosign.pub (or: cosign public-key --key FILE). Keep the private one to whoever signs.'
        : 'Get the public key from the publisher, not from the release: a text that begins with -----BEGIN PUBLIC KEY-----.'
    )
}

/** A trust root: the keys and certificates of a Sigstore. */
export async function refuseUnusableRoot({ files, cwd }: Omit<TrustSource, 'env'>, root: string): Promise<void> {
  await refuseOtherJson(files, resolve(cwd, root), {
    mediaType: 'application/vnd.dev.sigstore.trustedroot',
    what: 'the trust root of a Sigstore'
  })
}

/** A signing config: where a Sigstore has its services. */
export async function refuseUnusableSigningConfig(
  { files, cwd }: Omit<TrustSource, 'env'>,
  config: string
): Promise<void> {
  await refuseOtherJson(files, resolve(cwd, config), {
    mediaType: 'application/vnd.dev.sigstore.signingconfig',
    what: 'the signing config of a Sigstore'
  })
}

async function refuseOtherJson(
  files: Pick<Files, 'read'>,
  path: string,
  { mediaType, what }: { readonly mediaType: string; readonly what: string }
): Promise<void> {
  const bytes = await readIfFile(files, path)
  if (!bytes)
    throw makeTrustFailure(
      `there is no ${path}, which should be ${what}`,
      'Check signing-config and trusted-root: paths count from the folder that the command runs in.'
    )
  const said = describeNoText(bytes) ?? describeOtherJson(Buffer.from(bytes).toString('utf8'), mediaType)
  if (said !== undefined)
    throw makeTrustFailure(
      `${path} should be ${what}, and ${said}`,
      'Get the file from whoever runs that Sigstore; cosign trusted-root create and cosign signing-config create make one.'
    )
}

function describeOtherJson(text: string, mediaType: string): string | undefined {
  const label = readPemLabel(text)
  if (label !== undefined) return describePem(label)
  const json = parseJson(text)
  if (json === undefined) return 'it is no JSON'
  const type = readAt(json, 'mediaType') ?? readAt(json, 'media_type')
  if (typeof type !== 'string') return 'it is JSON without a mediaType'
  return type.startsWith(mediaType) ? undefined : `it is ${type}`
}

/** What a file holds in place of a public key; undefined where it holds one. */
function describeNoPublicKey(bytes: Uint8Array): string | undefined {
  const odd = describeNoText(bytes)
  if (odd !== undefined) return odd
  const text = Buffer.from(bytes).toString('utf8')
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return 'it holds a private key'
  const label = readPemLabel(text)
  if (label === undefined) return /^(ssh|ecdsa)-/.test(text) ? 'it holds a key for SSH' : 'it holds no key in PEM'
  if (label !== 'PUBLIC KEY' && label !== 'RSA PUBLIC KEY') return describePem(label)
  try {
    createPublicKey(text)
    return undefined
  } catch {
    return 'its public key is damaged'
  }
}

function describeNoText(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 3)).toString('hex')
  if (head === 'efbbbf') return 'it begins with a byte order mark: save it without one'
  if (head.startsWith('fffe') || head.startsWith('feff')) return 'it is UTF-16: save it as plain text'
  return Buffer.from(bytes).toString('utf8').trim() === '' ? 'it is empty' : undefined
}

const readPemLabel = (text: string): string | undefined => /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1]

const describePem = (label: string): string =>
  label === 'CERTIFICATE'
    ? 'it holds a certificate'
    : `it holds ${label.includes('PRIVATE KEY') ? 'a private key' : `a ${label}`}`

/** A folder has no bytes either. */
async function readIfFile(files: Pick<Files, 'read'>, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure('input', error.message, {
      hint: 'Name the file that holds it.',
      cause: error
    })
  }
}

const makeTrustFailure = (message: string, hint: string): Failure => new Failure('input', message, { hint })
