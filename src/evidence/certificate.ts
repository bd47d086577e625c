import { readTextAt } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** Which job a certificate of Fulcio was issued to, as its platform said; a field that the certificate lacks is undefined. */
export interface CertifiedSource {
  /** `https://github.com/acme/mesh`. */
  readonly repository: string | undefined
  /** 40 hex digits. */
  readonly commit: string | undefined
  /** `refs/tags/v1.0.0`. */
  readonly ref: string | undefined
}

/** github.com/sigstore/fulcio, docs/oid-info.md: 1.3.6.1.4.1.57264.1.N as DER writes it. */
const encodeOid = (last: number): string => `2b0601040183bf3001${last.toString(16).padStart(2, '0')}`
const [REPOSITORY, COMMIT, REF] = [encodeOid(12), encodeOid(13), encodeOid(14)] as const

/** What the certificate in a bundle says of its source; undefined for a bundle without one, which a key signed. */
export function readCertifiedSource(bundle: Json): CertifiedSource | undefined {
  const der = Buffer.from(readTextAt(bundle, 'verificationMaterial', 'certificate', 'rawBytes'), 'base64')
  if (der.length === 0) return undefined
  const found = readExtensions(der)
  return { repository: found.get(REPOSITORY), commit: found.get(COMMIT), ref: found.get(REF) }
}

/** The extensions of an X.509 certificate whose values are UTF8String, by their identifier. */
function readExtensions(der: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const [certificate] = readElements(der)
  const [signed] = readElements(certificate?.content)
  // [3] holds the one sequence of extensions (RFC 5280, 4.1).
  const [list] = readElements(readElements(signed?.content).find(({ tag }) => tag === 0xa3)?.content)
  for (const { content } of readElements(list?.content)) {
    const [identifier, ...rest] = readElements(content)
    const [value] = readElements(rest.at(-1)?.content)
    const name = identifier?.content.toString('hex') ?? ''
    if (value?.tag !== 0x0c || found.has(name)) continue
    found.set(name, value.content.toString('utf8'))
  }
  return found
}

interface Element {
  readonly tag: number
  readonly content: Buffer
}

/** The elements of DER side by side; what is no DER ends the list. */
function readElements(der: Buffer = Buffer.alloc(0)): readonly Element[] {
  const found: Element[] = []
  for (let at = 0; at + 2 <= der.length;) {
    const [tag = 0, first = 0] = der.subarray(at, at + 2)
    const bytes = first < 0x80 ? 0 : first & 0x7f
    if (bytes > 4 || at + 2 + bytes > der.length) break
    const length = bytes === 0 ? first : der.readUIntBE(at + 2, bytes)
    const from = at + 2 + bytes
    if (from + length > der.length) break
    found.push({ tag, content: der.subarray(from, from + length) })
    at = from + length
  }
  return found
}
