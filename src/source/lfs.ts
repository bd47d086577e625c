import { isSha256 } from '../base/decode.ts'
import { readTexts } from '../facts/blobs.ts'
import type { Tracked } from '../facts/git.ts'
import type { Digest } from '../model/nouns.ts'
import { askGit, type Checkout } from './checkout.ts'

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

/** What the blobs of these files point to, where they are pointers of Git LFS. */
export async function readPointers(
  checkout: Checkout,
  entries: readonly Tracked[]
): Promise<readonly (Digest | undefined)[]> {
  if (entries.length === 0) return []
  const list = (objects: readonly string[]): string => objects.map((object) => `${object}\n`).join('')
  const sizes = (await askGit(checkout, ['cat-file', '--batch-check'], list(entries.map(({ object }) => object))))
    .split('\n')
    .map((line) => Number(line.split(' ')[2] ?? Infinity))
  const small = entries.filter((_, i) => (sizes[i] ?? Infinity) <= LONGEST_POINTER)
  if (small.length === 0) return entries.map(() => undefined)
  const git = ['-C', checkout.root, '-c', `safe.directory=${checkout.root}`]
  const texts = await readTexts(
    checkout,
    git,
    small.map(({ object }) => object)
  )
  return entries.map(({ object }) => {
    const text = texts.get(object)
    return text === undefined ? undefined : parsePointer(Buffer.from(text))
  })
}
