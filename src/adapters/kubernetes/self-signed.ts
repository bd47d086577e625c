import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A private key and its certificate, PEM. */
export interface SelfSigned {
  readonly key: string
  readonly certificate: string
}

/** A day: longer than any run. */
const LIFE_MS = 24 * 3600 * 1000

/**
 * A certificate for 127.0.0.1 that vouches for itself, and a key that never leaves this process (RFC 5280; ECDSA with
 * P-256 and SHA-256). Node can read certificates and not make them, and a library for one of them would be larger.
 */
export function makeSelfSigned(now: Date): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid(COMMON_NAME), der(0x0c, Buffer.from('slipway')))))
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    sequence(oid(ECDSA_SHA256)),
    name,
    sequence(time(new Date(now.getTime() - LIFE_MS)), time(new Date(now.getTime() + LIFE_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension(BASIC_CONSTRAINTS, sequence(der(0x01, Buffer.from([0xff])))),
        extension(ALTERNATIVE_NAMES, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))))
      )
    )
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, sequence(oid(ECDSA_SHA256)), der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
  }
}

/** 2.5.4.3, 1.2.840.10045.4.3.2, 2.5.29.19 and 2.5.29.17, as DER writes them. */
const COMMON_NAME = [0x55, 0x04, 0x03]
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13]
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11]

/** One value of DER: its tag, its length, its bytes. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (...parts: readonly Buffer[]): Buffer => der(0x31, Buffer.concat(parts))
const oid = (bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes))
const integer = (bytes: Buffer): Buffer => der(0x02, bytes)
/** UTCTime, which RFC 5280 wants until 2049. */
const time = (date: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`
    )
  )
const extension = (id: readonly number[], value: Buffer): Buffer => sequence(oid(id), der(0x04, value))
