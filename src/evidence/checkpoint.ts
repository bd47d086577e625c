import { readAt, readText, readTextAt } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/**
 * The state of a log as it signed it (C2SP tlog-checkpoint): origin, size and root hash, a line each, maybe more; an empty
 * line; then `— NAME SIGNATURE` a line. Verifiers look for the log's own signature and at no other.
 */
const SIGNATURE = /^— (\S+) (\S+)$/

/** The checkpoint with the signature of the log alone; as it is where that one is not found. */
export function keepOwnSignature(checkpoint: string): string {
  const { head, signatures } = splitCheckpoint(checkpoint)
  const own = signatures.filter((line) => isOfOrigin(line, head))
  return own.length === 1 ? `${head}\n\n${own[0]}\n` : checkpoint
}

/** Whether the checkpoint of a log entry is one, by its log alone, over the very tree of the proof. */
export function isOwnCheckpoint(entry: Json): boolean {
  const proof = readAt(entry, 'inclusionProof')
  const envelope = readTextAt(proof, 'checkpoint', 'envelope')
  const { head, signatures } = splitCheckpoint(envelope)
  const [line = ''] = signatures
  const [, size, root] = head.split('\n')
  const [, , signature = ''] = SIGNATURE.exec(line) ?? []
  return (
    `${head}\n\n${line}\n` === envelope &&
    isOfOrigin(line, head) &&
    Buffer.from(signature, 'base64').toString('base64') === signature &&
    size === readText(readAt(proof, 'treeSize')) &&
    root === readTextAt(proof, 'rootHash')
  )
}

function splitCheckpoint(checkpoint: string): { readonly head: string; readonly signatures: readonly string[] } {
  const end = checkpoint.indexOf('\n\n')
  const head = end < 0 ? checkpoint : checkpoint.slice(0, end)
  const rest = end < 0 ? '' : checkpoint.slice(end + 2)
  return { head, signatures: rest.split('\n').filter(Boolean) }
}

/** Rekor v1 has its tree's number behind the name in the origin: `rekor.sigstore.dev - 1193050959916656506`. */
function isOfOrigin(line: string, head: string): boolean {
  const [origin = ''] = head.split('\n')
  const [, name] = SIGNATURE.exec(line) ?? []
  return name !== undefined && (name === origin || origin.startsWith(`${name} - `))
}
