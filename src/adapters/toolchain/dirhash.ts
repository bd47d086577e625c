import { createHash } from 'node:crypto'

/** One file's name, relative with `/`, and the sha256 of its content as 64 hex digits. */
export interface Hashed {
  readonly name: string
  readonly sha256: string
}

/**
 * The `h1:` sum of go.sum over a set of files: golang.org/x/mod/sumdb/dirhash.Hash1, which is sha256 over the lines of
 * `sha256sum`, sorted by name. A name with a newline has no sum.
 */
export function computeHash1(files: readonly Hashed[]): string {
  const sum = createHash('sha256')
  const byName = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  for (const { name, sha256 } of byName) {
    if (name.includes('\n')) throw new RangeError('a file name with a newline has no h1 sum')
    sum.update(`${sha256}  ${name}\n`)
  }
  return `h1:${sum.digest('base64')}`
}
