import { Failure } from '../base/errors.ts'
import { readAt, readFields, isObject, readItems, readObjectsAt, readTextAt } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { isOwnCheckpoint, keepOwnSignature } from './checkpoint.ts'
import { findStrangeEntry } from './inclusion.ts'

/**
 * A Sigstore bundle as one exact text: fields in the order of their numbers, nothing empty, no spaces, and of the log's
 * checkpoint only the log's own signature. cosign writes JSON that differs from run to run, and nobody signs its form.
 * Throws a 'verification' Failure for what is not JSON.
 */
export const normalizeBundle = (bytes: Uint8Array, where: string): string => writeBundle(parseBundle(bytes, where))

const writeBundle = (bundle: Json): string => `${JSON.stringify(normalizeValue(bundle, FIELDS) ?? {})}\n`

/** The statement that a bundle carries, once somebody has proved its signature. */
export function readBundleStatement(bytes: Uint8Array, where: string): string {
  const payload = readTextAt(parseBundle(bytes, where), 'dsseEnvelope', 'payload')
  return Buffer.from(payload, 'base64').toString('utf8')
}

/** The SHA-256 of the file that a bundle signs, in hex; '' where it signs none. */
export const readSignedDigest = (bytes: Uint8Array, where: string): string =>
  Buffer.from(readTextAt(parseBundle(bytes, where), 'messageSignature', 'messageDigest', 'digest'), 'base64').toString(
    'hex'
  )

/** Which key a bundle says it was signed with: the base64 of the SHA-256 of its DER; '' where it names none. */
export const readKeyHint = (bytes: Uint8Array, where: string): string =>
  readTextAt(parseBundle(bytes, where), 'verificationMaterial', 'publicKey', 'hint')

/** How many times of timestamp authorities a bundle carries; none for what is no bundle. */
export const countTimestamps = (bytes: Uint8Array, where: string): number =>
  readItems(readAt(parseBundle(bytes, where), 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'))
    .length

/**
 * Refuses a bundle of a statement that holds a byte which no signature vouches for: other spaces, another order, other or
 * empty fields, base64 that decodes to the same bytes, a second way to prove the same. No other file can name this one by
 * digest, so its form has to leave no freedom but what a signature has itself (the two forms of an ECDSA one).
 */
export function demandExact(bytes: Uint8Array, where: string): void {
  const bundle = parseBundle(bytes, where)
  const wrong =
    writeBundle(bundle) !== Buffer.from(bytes).toString('utf8')
      ? 'it was written by something else'
      : (findUnknownField(bundle) ?? findLooseText(bundle) ?? findSuperfluous(bundle) ?? findStrangeEntry(bundle))
  if (wrong !== undefined)
    throw new Failure('verification', `${where} is not as Slipway wrote it: ${wrong}`, {
      hint: 'Download it again; when it stays so, somebody changed it.'
    })
}

function parseBundle(bytes: Uint8Array, where: string): Json {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json
    // What is nested deeper than this can write is no bundle.
    JSON.stringify(value)
    return value
  } catch (cause) {
    throw new Failure('verification', `${where} is not JSON of a bundle`, {
      hint: 'Download it again from the release; if it stays so, do not use the release.',
      cause
    })
  }
}

/** Fields of bundle v0.3 (sigstore/protobuf-specs, sigstore_bundle.proto), nested and ordered as they are there. */
const FIELDS: Json = {
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
  messageSignature: { messageDigest: { algorithm: true, digest: true }, signature: true },
  dsseEnvelope: { payload: true, payloadType: true, signatures: { sig: true } }
}

/** Undefined for what is as good as absent. */
function normalizeValue(value: Json | undefined, known: Json | undefined, name = ''): Json | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (Array.isArray(value)) {
    const inner = readItems(value).flatMap((item) => normalizeValue(item, known, name) ?? [])
    return inner.length === 0 ? undefined : inner
  }
  if (typeof value === 'string') return name === 'envelope' ? keepOwnSignature(value) : value
  if (!isObject(value)) return value
  const names = [...new Set([...Object.keys(readFields(known)), ...Object.keys(value)])]
  const inner = names.flatMap((name) => {
    const found = Object.hasOwn(value, name) ? normalizeValue(value[name], readFields(known)[name], name) : undefined
    return found === undefined ? [] : [[name, found] as const]
  })
  return inner.length === 0 ? undefined : Object.fromEntries(inner)
}

function findUnknownField(value: Json, known: Json = FIELDS, path = ''): string | undefined {
  if (Array.isArray(value)) return findFirst(readItems(value).map((item) => findUnknownField(item, known, path)))
  if (!isObject(value)) return undefined
  return findFirst(
    Object.entries(value).map(([name, inner]) =>
      readFields(known)[name] === undefined || name === 'messageSignature'
        ? `it holds ${path}${name}, which nobody signs`
        : findUnknownField(inner, readFields(known)[name], `${path}${name}.`)
    )
  )
}

const BINARY =
  /^(rawBytes|keyId|signedEntryTimestamp|rootHash|hashes|canonicalizedBody|signedTimestamp|payload|sig|hint)$/
const NUMBER = /^(logIndex|treeSize|integratedTime)$/

/** Everything in a bundle is text, and of each value there is one. */
function findLooseText(value: Json, name = ''): string | undefined {
  if (Array.isArray(value)) return findFirst(readItems(value).map((item) => findLooseText(item, name)))
  if (isObject(value)) return findFirst(Object.entries(value).map(([key, inner]) => findLooseText(inner, key)))
  if (typeof value !== 'string') return `${name} is no text`
  if (BINARY.test(name) && Buffer.from(value, 'base64').toString('base64') !== value)
    return `${name} is not plain base64`
  return NUMBER.test(name) && !/^(0|[1-9]\d*)$/.test(value) ? `${name} is not a plain number` : undefined
}

/**
 * What a verifier would not miss. Who signs with a key has no certificate, log or time; who signs without one has one
 * certificate and one log entry, whose time the log has signed (Rekor v1) or else one authority (v2). A verifier that
 * finds one good time looks at no other.
 */
function findSuperfluous(bundle: Json): string | undefined {
  const material = readFields(readAt(bundle, 'verificationMaterial'))
  const entries = readObjectsAt(bundle, 'verificationMaterial', 'tlogEntries')
  const times = readItems(readAt(bundle, 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'))
  if (readItems(readAt(bundle, 'dsseEnvelope', 'signatures')).length !== 1) return 'it does not hold one signature'
  if (material['publicKey'] !== undefined)
    return Object.keys(material).length === 1 ? undefined : 'it holds more than a key has to prove'
  if (entries.length !== 1) return `it holds ${entries.length} log entries`
  const [entry] = entries
  const promised = readAt(entry, 'inclusionPromise') !== undefined
  if (times.length > 1 || (times.length === 0 && !promised)) return `it holds ${times.length} timestamps`
  if (!promised && readAt(entry, 'integratedTime') !== undefined) return 'it holds a time that nobody signed'
  return isOwnCheckpoint(entry ?? {}) ? undefined : 'its log entry has another checkpoint'
}

const findFirst = (found: readonly (string | undefined)[]): string | undefined =>
  found.find((item) => item !== undefined)
