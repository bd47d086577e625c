import { webcrypto } from 'node:crypto'
// @peculiar/x509 wants it to be there first.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

/** A server's certificate and key, and the authority that vouches for it; all PEM, made anew, good for a day. */
export interface Certificates {
  readonly authority: string
  readonly certificate: string
  readonly key: string
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export async function certificatesFor(name: string): Promise<Certificates> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const pair = async () => await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const [root, server] = [await pair(), await pair()]
  const notBefore = new Date(Date.now() - 3_600_000)
  const notAfter = new Date(Date.now() + 86_400_000)
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=an authority of the tests',
    notBefore,
    notAfter,
    keys: root,
    signingAlgorithm: ALGORITHM,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)]
  })
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: `CN=${name}`,
    issuer: authority.subject,
    notBefore,
    notAfter,
    publicKey: server.publicKey,
    signingKey: root.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])]
  })
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', server.privateKey))
  return {
    authority: authority.toString('pem'),
    certificate: certificate.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${key.toString('base64')}\n-----END PRIVATE KEY-----\n`
  }
}
