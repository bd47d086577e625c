import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Failure } from '../../src/errors.ts'
import type { Files, Signer } from '../../src/ports.ts'

interface Bundle {
  readonly messageSignature: { readonly signature: string }
}

/** Signs as cosign does with a key, in a millisecond; `privateKey` is PKCS #8 in PEM. cosign itself accepts the bundles. */
export function standInSigner(files: Files, privateKey: string): Signer {
  const key = createPrivateKey(privateKey)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  return {
    mode: 'key',
    async sign(path, bundle) {
      const bytes = await readFile(path)
      const digest = (await files.digest(path))?.sha256 ?? ''
      const made = {
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        verificationMaterial: { publicKey: { hint: 'stand-in' } },
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(digest, 'hex').toString('base64') },
          signature: sign('sha256', bytes, key).toString('base64')
        }
      }
      await files.write(bundle, JSON.stringify(made))
    },
    async verify(path, bundle) {
      if (!proves(await readFile(path), await readFile(bundle), publicKey))
        throw new Failure('verification', `${bundle} does not prove ${path}`)
    },
    identity: () => Promise.resolve({ publicKey })
  }
}

/** Whether a bundle by a key, cosign's or the stand-in's, proves the bytes. */
export function proves(bytes: Uint8Array, bundle: Uint8Array, publicKey: string): boolean {
  const { messageSignature } = JSON.parse(Buffer.from(bundle).toString()) as Bundle
  return verify('sha256', bytes, publicKey, Buffer.from(messageSignature.signature, 'base64'))
}
