import { createHash } from 'node:crypto'

/** SHA-256 as 64 hex digits. */
export const hashBytes = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of a stream, as 64 hex digits. */
export async function hashStream(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}

/** The same bytes, hashed as they pass. */
export async function* feedHash(
  content: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown }
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}
