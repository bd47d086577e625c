import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Failure } from '../../src/base/errors.ts'
import type { Signable, Signer } from '../../src/model/ports/signer.ts'
import type { Files } from '../../src/model/ports/files.ts'

interface Bundle {
  readonly messageSignature?: { readonly signature: string }
  readonly dsseEnvelope?: { readonly payload: string; readonly signatures: readonly { readonly sig: string }[] }
}

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
/** What DSSE signs of a payload (github.com/secure-systems-lab/dsse, protocol.md). */
const preAuthentication = (payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload])

/** Signs as cosign does with a key, in a millisecond; `privateKey` is PKCS #8 in PEM. cosign itself accepts the bundles. */
export function standInSigner(files: Files, privateKey: string): Signer {
  const key = createPrivateKey(privateKey)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const hint = createHash('sha256').update(der).digest('base64')
  const signedPart = async (what: Signable) => {
    if (typeof what !== 'string') {
      const payload = await readFile(what.statement)
      const sig = sign('sha256', preAuthentication(payload), key).toString('base64')
      return { dsseEnvelope: { payload: payload.toString('base64'), payloadType: PAYLOAD_TYPE, signatures: [{ sig }] } }
    }
    const digest = (await files.digest(what))?.sha256 ?? ''
    return {
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(digest, 'hex').toString('base64') },
        signature: sign('sha256', await readFile(what), key).toString('base64')
      }
    }
  }
  return {
    mode: 'key',
    async sign(what, bundle) {
      const base = {
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        verificationMaterial: { publicKey: { hint } }
      }
      await files.write(bundle, `${JSON.stringify({ ...base, ...(await signedPart(what)) })}\n`)
    },
    async verify(what, bundle) {
      const path = typeof what === 'string' ? what : what.about
      if (!proves(await readFile(path), await readFile(bundle), publicKey))
        throw new Failure('verification', `${bundle} does not prove ${path}`)
    },
    identity: () => Promise.resolve({ publicKey })
  }
}

/** Whether a bundle by a key, cosign's or the stand-in's, proves the bytes, or holds a statement that names them. */
export function proves(bytes: Uint8Array, bundle: Uint8Array, publicKey: string): boolean {
  const { messageSignature, dsseEnvelope } = JSON.parse(Buffer.from(bundle).toString()) as Bundle
  if (messageSignature) return verify('sha256', bytes, publicKey, Buffer.from(messageSignature.signature, 'base64'))
  const payload = Buffer.from(dsseEnvelope?.payload ?? '', 'base64')
  const digest = createHash('sha256').update(bytes).digest('hex')
  const sig = Buffer.from(dsseEnvelope?.signatures[0]?.sig ?? '', 'base64')
  return verify('sha256', preAuthentication(payload), publicKey, sig) && payload.includes(`"sha256":"${digest}"`)
}
