import { createHash } from 'node:crypto'
import { at, fields, items, objectsAt, parsedJson, text, textAt } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/**
 * What is wrong with the log entries of a bundle: an entry whose text is not the one that its proof of inclusion leads to.
 * cosign 3.1 rebuilds the text of a Rekor v2 entry and never looks at the one that is there.
 */
export function findStrangeEntry(bundle: Json): string | undefined {
  const entries = objectsAt(bundle, 'verificationMaterial', 'tlogEntries')
  const strange = entries.some((entry) => {
    const proof = at(entry, 'inclusionProof')
    const root = rootOf(
      Buffer.from(textAt(entry, 'canonicalizedBody'), 'base64'),
      Number(textAt(proof, 'logIndex') || 0),
      Number(textAt(proof, 'treeSize')),
      items(at(proof, 'hashes')).map((hash) => Buffer.from(text(hash), 'base64'))
    )
    return root?.toString('base64') !== textAt(proof, 'rootHash') || !isOfItsKind(entry)
  })
  return strange ? 'a log entry in it is not the one that was logged' : undefined
}

/** The entry says of itself what its text says, and a log that promises nothing numbers it as its proof does. */
function isOfItsKind(entry: Json): boolean {
  const { kind, apiVersion } = fields(
    parsedJson(Buffer.from(textAt(entry, 'canonicalizedBody'), 'base64').toString('utf8'))
  )
  return (
    kind === textAt(entry, 'kindVersion', 'kind') &&
    apiVersion === textAt(entry, 'kindVersion', 'version') &&
    (at(entry, 'inclusionPromise') !== undefined ||
      textAt(entry, 'logIndex') === textAt(entry, 'inclusionProof', 'logIndex'))
  )
}

/** The root of a Merkle tree by the path from one leaf (RFC 9162, 2.1.3.2); undefined for a path that fits no tree. */
function rootOf(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | undefined {
  if (index >= size) return undefined
  let [fn, sn] = [index, size - 1]
  let root = hash(0, leaf)
  for (const node of path) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      root = hash(1, node, root)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else root = hash(1, root, node)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 ? root : undefined
}

const hash = (kind: number, ...parts: readonly Buffer[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from([kind]), ...parts]))
    .digest()
