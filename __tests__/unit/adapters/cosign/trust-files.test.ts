import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { refuseUnusableSigningConfig, refuseUnusableTrust } from '../../../../src/adapters/cosign/trust-files.ts'
import { memoryFiles } from '../../../fakes/files.ts'

const pair = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
})
const pem = (label: string): string => `-----BEGIN ${label}-----\nY2FuYXJ5\n-----END ${label}-----\n`
const ROOT = '{"mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1"}'
const CONFIG = '{"mediaType": "application/vnd.dev.sigstore.signingconfig.v0.2+json"}'

const source = async (content: string | Uint8Array | undefined, env = {}) => {
  const files = memoryFiles()
  if (content !== undefined) await files.write('/work/it', content)
  return { files, env, cwd: '/work' }
}
const byKey = async (content: string | Uint8Array | undefined) =>
  refuseUnusableTrust(await source(content), { key: '/work/it' }, '')
const byRoot = async (content: string | Uint8Array | undefined) =>
  refuseUnusableTrust(await source(content), { identity: 'x', issuer: 'y' }, 'it')

describe('a file that should hold the public key of the expected signer', () => {
  test('is taken, with line ends of Windows too', async () => {
    await byKey(pair.publicKey)
    await byKey(pair.publicKey.replaceAll('\n', '\r\n'))
  })

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'it is empty'],
    ['blanks', ' \n', 'it is empty'],
    ['a private key', pair.privateKey, 'it holds a private key'],
    ['a private key of cosign', pem('ENCRYPTED SIGSTORE PRIVATE KEY'), 'it holds a private key'],
    ['both halves of a pair', pair.publicKey + pair.privateKey, 'it holds a private key'],
    ['a certificate', pem('CERTIFICATE'), 'it holds a certificate'],
    ['a key of PGP', pem('PGP PUBLIC KEY BLOCK'), 'it holds a PGP PUBLIC KEY BLOCK'],
    ['a key for SSH', 'ssh-ed25519 AAAA me', 'it holds a key for SSH'],
    ['a bundle', '{"mediaType": "x"}', 'it holds no key in PEM'],
    ['a key behind a byte order mark', `\ufeff${pair.publicKey}`, 'it begins with a byte order mark'],
    ['a key in UTF-16', Buffer.from(`\ufeff${pair.publicKey}`, 'utf16le'), 'it is UTF-16'],
    ['half a key', pem('PUBLIC KEY'), 'its public key is damaged']
  ])('and holds %s is the reader’s mistake, by its name', async (_, content, words) => {
    const refused = byKey(content)
    await expect(refused).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining(`/work/it should hold the public key of the expected signer, and ${words}`)
    })
    await expect(refused).rejects.not.toThrow('Y2FuYXJ5')
  })

  test('has to be there', async () => {
    await expect(byKey(undefined)).rejects.toMatchObject({
      kind: 'input',
      message: 'there is no public key at /work/it'
    })
  })

  test('may be a variable', async () => {
    const at = (key: string) => source(undefined, { KEY: key })
    await refuseUnusableTrust(await at(pair.publicKey), { key: 'env://KEY' }, '')
    await expect(refuseUnusableTrust(await at(''), { key: 'env://KEY' }, '')).rejects.toThrow('KEY should hold')
  })

  test('is not asked of a key service', async () => {
    await refuseUnusableTrust(await source(undefined), { key: 'awskms:///alias/x' }, '')
  })
})

describe('a file that should describe a Sigstore', () => {
  test('is taken as what it is', async () => {
    await byRoot(ROOT)
    await refuseUnusableSigningConfig(await source(CONFIG), 'it')
  })

  test.each<[string, string | undefined, string]>([
    ['is not there', undefined, 'there is no /work/it'],
    ['is empty', '', 'it is empty'],
    ['is a certificate', pem('CERTIFICATE'), 'it holds a certificate'],
    ['is a signing config', CONFIG, 'it is application/vnd.dev.sigstore.signingconfig.v0.2+json'],
    ['is other JSON', '{"signed": {}}', 'it is JSON without a mediaType'],
    ['is text', 'root', 'it is no JSON'],
    ['begins with a byte order mark', `\ufeff${ROOT}`, 'it begins with a byte order mark']
  ])('and %s is the reader’s mistake, by its name', async (_, content, words) => {
    await expect(byRoot(content)).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining(words) })
  })

  test('is not the other of the two', async () => {
    await expect(refuseUnusableSigningConfig(await source(ROOT), 'it')).rejects.toThrow('trustedroot')
  })
})
