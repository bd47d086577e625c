import { isSha256 } from '../base/decode.ts'
import type { Digest } from '../model/nouns.ts'

/** No pointer has more bytes (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export const LONGEST_POINTER = 1024

/** What a pointer of Git LFS stands for: the file's digest. Undefined for what is no pointer. */
export function parsePointer(bytes: Uint8Array): Digest | undefined {
  if (bytes.length > LONGEST_POINTER) return undefined
  const text = Buffer.from(bytes).toString('utf8')
  if (!/^version https?:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\r?\n/.test(text)) return undefined
  const sha256 = /^oid sha256:([0-9a-f]+)\r?$/m.exec(text)?.[1]
  const size = /^size (\d+)\r?$/m.exec(text)?.[1]
  return isSha256(sha256) && size !== undefined ? { sha256, size: Number(size) } : undefined
}
