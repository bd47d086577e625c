import { createHash } from 'node:crypto'
import { readAt, readFields, readItems, readObjectsAt, parseJson, readText, readTextAt } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/**
 * What is wrong with the log entries of a bundle: an entry whose text is not the one that its proof of inclusion leads to.
 * cosign 3.1 rebuilds the text of a Rekor v2 entry and never looks at the one that is there.
 */
export function findStrangeEntry(bundle: Json): string | undefined {
  const entries = readObjectsAt(bundle, 'verificationMaterial', 'tlogEntries')
  const strange = entries.some((entry) => {
    const proof = readAt(entry, 'inclusionProof')
    const root = computeRoot(
      Buffer.from(readTextAt(entry, 'canonicalizedBody'), 'base64'),
      Number(readTextAt(proof, 'logIndex') || 0),
      Number(readTextAt(proof, 'treeSize')),
      readItems(readAt(proof, 'hashes')).map((hash) => Buffer.from(readText(hash), 'base64'))
    )
    return root?.toString('base64') !== readTextAt(proof, 'rootHash') || !isOfItsKind(entry)
  })
  return strange ? 'a log entry in it is not the one that was logged' : undefined
}

/** The entry says of itself what its text says, and a log that promises nothing numbers it as its proof does. */
function isOfItsKind(entry: Json): boolean {
  const { kind, apiVersion } = readFields(
    parseJson(Buffer.from(readTextAt(entry, 'canonicalizedBody'), 'base64').toString('utf8'))
  )
  return (
    kind === readTextAt(entry, 'kindVersion', 'kind') &&
    apiVersion === readTextAt(entry, 'kindVersion', 'version') &&
    (readAt(entry, 'inclusionPromise') !== undefined ||
      readTextAt(entry, 'logIndex') === readTextAt(entry, 'inclusionProof', 'logIndex'))
  )
}

/** The root of a Merkle tree by the path from one leaf (RFC 9162, 2.1.3.2); undefined for a path that fits no tree. */
function computeRoot(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | undefined {
  if (index >= size) return undefined
  let [fn, sn] = [index, size - 1]
  let root = hashNode(0, leaf)
  for (const node of path) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      root = hashNode(1, node, root)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else root = hashNode(1, root, node)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 ? root : undefined
}

const hashNode = (kind: number, ...parts: readonly Buffer[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from([kind]), ...parts]))
    .digest()
