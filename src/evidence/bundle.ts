import { Failure } from '../errors.ts'
import { fields, isObject, items, textAt } from '../json.ts'
import type { Json } from '../model.ts'
import { strangeEntry } from './inclusion.ts'

/**
 * A Sigstore bundle as one exact text: cosign writes JSON with spaces that differ from run to run, and nobody signs
 * them. Throws a 'verification' Failure for what is not JSON.
 */
export const normalBundle = (bytes: Uint8Array, where: string): string => `${JSON.stringify(parse(bytes, where))}\n`

/** The statement that a bundle carries, once somebody has proved its signature. */
export function statementIn(bytes: Uint8Array, where: string): string {
  const payload = textAt(parse(bytes, where), 'dsseEnvelope', 'payload')
  return Buffer.from(payload, 'base64').toString('utf8')
}

/**
 * Refuses a bundle that holds a byte which no signature vouches for: other spaces, other fields, base64 that decodes to
 * the same bytes. No other file can name this one by digest, so its form has to leave no freedom.
 */
export function demandExact(bytes: Uint8Array, where: string): void {
  const bundle = parse(bytes, where)
  const wrong =
    normalBundle(bytes, where) !== Buffer.from(bytes).toString('utf8')
      ? 'it was written by something else'
      : (unknownField(bundle) ?? looseBase64(bundle) ?? strangeEntry(bundle))
  if (wrong !== undefined)
    throw new Failure('verification', `${where} is not as Slipway wrote it: ${wrong}`, {
      hint: 'Download it again; when it stays so, somebody changed it.'
    })
}

function parse(bytes: Uint8Array, where: string): Json {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json
    // What is nested deeper than this can write is no bundle.
    JSON.stringify(value)
    return value
  } catch (cause) {
    throw new Failure('verification', `${where} is not JSON of a bundle`, { cause })
  }
}

/** Fields of bundle v0.3 with an envelope (sigstore/protobuf-specs, sigstore_bundle.proto), nested as they are there. */
const KNOWN: Json = {
  mediaType: true,
  verificationMaterial: {
    publicKey: { hint: true },
    certificate: { rawBytes: true },
    tlogEntries: {
      logIndex: true,
      logId: { keyId: true },
      kindVersion: { kind: true, version: true },
      integratedTime: true,
      inclusionPromise: { signedEntryTimestamp: true },
      inclusionProof: { logIndex: true, rootHash: true, treeSize: true, hashes: true, checkpoint: { envelope: true } },
      canonicalizedBody: true
    },
    timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: true } }
  },
  dsseEnvelope: { payload: true, payloadType: true, signatures: { sig: true } }
}

function unknownField(value: Json, known: Json = KNOWN, path = ''): string | undefined {
  if (Array.isArray(value)) return first(items(value).map((item) => unknownField(item, known, path)))
  if (!isObject(value)) return undefined
  return first(
    Object.entries(value).map(([name, inner]) =>
      fields(known)[name] === undefined
        ? `it holds ${path}${name}, which nobody signs`
        : unknownField(inner, fields(known)[name], `${path}${name}.`)
    )
  )
}

const BINARY =
  /^(rawBytes|keyId|signedEntryTimestamp|rootHash|hashes|canonicalizedBody|signedTimestamp|payload|sig|hint)$/

function looseBase64(value: Json, name = ''): string | undefined {
  if (Array.isArray(value)) return first(items(value).map((item) => looseBase64(item, name)))
  if (isObject(value)) return first(Object.entries(value).map(([key, inner]) => looseBase64(inner, key)))
  if (typeof value !== 'string' || !BINARY.test(name)) return undefined
  return Buffer.from(value, 'base64').toString('base64') === value ? undefined : `${name} is not plain base64`
}

const first = (found: readonly (string | undefined)[]): string | undefined => found.find((item) => item !== undefined)
