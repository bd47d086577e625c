import { createHash, sign, type KeyPairKeyObjectResult } from 'node:crypto'
import { createRequire } from 'node:module'
import type { initializeTLog, initializeTSA } from '@sigstore/mock'
import { canonicalize } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'

type TLog = Awaited<ReturnType<typeof initializeTLog>>
type TSA = Awaited<ReturnType<typeof initializeTSA>>

/** What the mock itself stands on, as it finds it. */
const ofMock = createRequire(createRequire(import.meta.url).resolve('@sigstore/mock'))
const { CreateEntryRequest } = ofMock('@sigstore/protobuf-specs/rekor/v2') as {
  CreateEntryRequest: { toJSON(request: unknown): Entry }
}
const { TimeStampReq } = ofMock('pkijs') as {
  TimeStampReq: {
    fromBER(der: Uint8Array): {
      readonly nonce?: unknown
      readonly certReq?: boolean
      readonly messageImprint: {
        readonly hashedMessage: { readonly valueBlock: { readonly valueHexView: Uint8Array } }
        readonly hashAlgorithm: { readonly algorithmId: string }
      }
    }
  }
}

interface Entry {
  readonly hashedRekordRequestV002?: { readonly digest: string; readonly signature: Json }
  readonly dsseRequestV002?: {
    readonly envelope: { readonly payload: string; readonly signatures: readonly { readonly sig: string }[] }
    readonly verifiers: readonly Json[]
  }
}

/**
 * A log entry of Rekor v2 (github.com/sigstore/rekor-tiles): the mock's own has a body without kind and version, and an
 * index that cannot be. A tree of one leaf, with a signed checkpoint.
 */
export const logV2 =
  (url: string, key: KeyPairKeyObjectResult): TLog['logV2'] =>
  async (request) => {
    const { kind, spec } = bodyOf(CreateEntryRequest.toJSON(request))
    const body = Buffer.from(canonicalize({ apiVersion: '0.0.2', kind, spec }))
    const root = createHash('sha256')
      .update(Buffer.concat([Buffer.from([0]), body]))
      .digest()
    const { hostname } = new URL(url)
    const note = `${hostname}\n1\n${root.toString('base64')}\n`
    // The key's id in a signed note, for ECDSA: the first bytes of the key's own digest.
    const keyId = createHash('sha256')
      .update(key.publicKey.export({ format: 'der', type: 'spki' }))
      .digest()
    const signature = Buffer.concat([keyId.subarray(0, 4), sign('sha256', Buffer.from(note), key.privateKey)])
    return {
      logId: { keyId },
      kindVersion: { kind, version: '0.0.2' },
      logIndex: '0',
      integratedTime: '0',
      canonicalizedBody: body,
      inclusionPromise: undefined,
      inclusionProof: {
        logIndex: '0',
        treeSize: '1',
        rootHash: root,
        hashes: [],
        checkpoint: { envelope: `${note}\n\u2014 ${hostname} ${signature.toString('base64')}\n` }
      }
    }
  }

function bodyOf({ hashedRekordRequestV002: hashed, dsseRequestV002: dsse }: Entry): { kind: string; spec: Json } {
  if (hashed)
    return {
      kind: 'hashedrekord',
      spec: {
        hashedRekordV002: { data: { algorithm: 'SHA2_256', digest: hashed.digest }, signature: hashed.signature }
      }
    }
  if (!dsse) throw new Error('an entry of neither kind')
  const digest = createHash('sha256').update(Buffer.from(dsse.envelope.payload, 'base64')).digest('base64')
  const signatures = dsse.envelope.signatures.map(({ sig }) => ({ content: sig, verifier: dsse.verifiers[0] ?? null }))
  return { kind: 'dsse', spec: { dsseV002: { payloadHash: { algorithm: 'SHA2_256', digest }, signatures } } }
}

/** RFC 3161 over HTTP, as cosign asks it: DER in, DER out, the nonce given back. */
export async function timestampRequest(tsa: TSA, der: Buffer): Promise<Uint8Array> {
  const asked = TimeStampReq.fromBER(der)
  const { messageImprint, nonce } = asked
  const inner = tsa as unknown as { tstInfo(request: unknown): { nonce?: unknown; genTime: Date } }
  const tstInfo = inner.tstInfo.bind(tsa)
  const answering = Object.assign(Object.create(tsa) as TSA, {
    tstInfo(request: unknown) {
      const info = tstInfo(request)
      // Whole seconds: of others, @sigstore/mock writes a form that only some readers take.
      info.genTime = new Date(Math.floor(info.genTime.getTime() / 1000) * 1000)
      if (nonce === undefined) delete info.nonce
      else info.nonce = nonce
      return info
    }
  })
  const reply = await answering.timestamp({
    artifactHash: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView),
    hashAlgorithmOID: messageImprint.hashAlgorithm.algorithmId,
    policyOID: '1.3.6.1.4.1.57264.2',
    certReq: asked.certReq ?? false,
    nonce: 0
  })
  return Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength)
}

/**
 * Files that describe a loopback Sigstore, made by the real cosign in `at`: a trusted root, a signing config with Rekor
 * v1, and one with Rekor v2 and the timestamp authority, which that needs.
 */
export interface Described {
  readonly trustedRoot: string
  readonly v1: string
  readonly v2: string
}

export async function describeSigstore(
  { url, ...keys }: { url: string; fulcio: string; ctLog: string; rekor: string; timestamps: string },
  at: (name: string) => string,
  write: (path: string, text: string) => Promise<void>,
  cosign: (...args: readonly string[]) => Promise<unknown>
): Promise<Described> {
  await write(at('fulcio.pem'), keys.fulcio)
  await write(at('ctfe.pub'), keys.ctLog)
  await write(at('rekor.pub'), keys.rekor)
  await write(at('tsa.pem'), keys.timestamps)
  const from = 'start-time=2026-01-01T00:00:00Z'
  const service = (version: number, path = ''): string =>
    `url=${url}${path},api-version=${version},${from},operator=fake`
  const described = { trustedRoot: at('trusted-root.json'), v1: at('signing-v1.json'), v2: at('signing-v2.json') }
  const common = [`--fulcio=${service(1)}`, `--oidc-provider=${service(1)}`, '--rekor-config=ANY']
  const create = ['signing-config', 'create', ...common]
  await cosign(...create, `--rekor=${service(1)}`, '--out', described.v1)
  const timestamps = [`--tsa=${service(1, '/api/v1/timestamp')}`, '--tsa-config=ANY']
  await cosign(...create, `--rekor=${service(2)}`, ...timestamps, '--out', described.v2)
  const keyed = (name: string, file: string): string => `--${name}=url=${url},public-key=${at(file)},${from}`
  await cosign(
    ...['trusted-root', 'create', `--fulcio=url=${url},certificate-chain=${at('fulcio.pem')},${from}`],
    ...[`--tsa=url=${url}/api/v1/timestamp,certificate-chain=${at('tsa.pem')},${from}`],
    ...[keyed('rekor', 'rekor.pub'), keyed('ctfe', 'ctfe.pub'), '--out', described.trustedRoot]
  )
  return described
}
