import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { feedHash } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import { explainSystemRefusal } from './refused.ts'

const CHUNK = 1024 * 1024

/** A file's content; who asks for the next chunk is done with this one. */
export async function* readChunks(file: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  const buffer = borrowBuffer()
  try {
    for (;;) {
      const { bytesRead } = await explainSystemRefusal('read', path, file.read(buffer, 0, CHUNK))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    giveBackBuffer(buffer)
  }
}

/** Buffers that nobody uses: a fresh one for each of hundreds of small files keeps the collector busy. */
const IDLE: Buffer[] = []

const borrowBuffer = (): Buffer => IDLE.pop() ?? Buffer.allocUnsafeSlow(CHUNK)
const giveBackBuffer = (buffer: Buffer): void => {
  if (IDLE.length < 8) IDLE.push(buffer)
}

/** What comes in pieces of any size (a download), as blocks of one: the same writes for the same content. */
export async function* cutIntoBlocks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const held = borrowBuffer()
  try {
    let size = 0
    for await (const chunk of content) {
      for (let at = 0; at < chunk.length;) {
        if (size === 0 && chunk.length - at >= CHUNK) {
          yield chunk.subarray(at, (at += CHUNK))
          continue
        }
        const taken = Math.min(CHUNK - size, chunk.length - at)
        held.set(chunk.subarray(at, at + taken), size)
        size += taken
        at += taken
        if (size === CHUNK) {
          yield held
          size = 0
        }
      }
    }
    if (size > 0) yield held.subarray(0, size)
  } finally {
    giveBackBuffer(held)
  }
}

/** The same bytes, which reject at their end when they are not the ones that are meant. */
export async function* demandSha256(
  content: AsyncIterable<Uint8Array>,
  path: string,
  sha256: string
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  yield* feedHash(content, hash)
  const found = hash.digest('hex')
  if (found !== sha256) throw new Failure('verification', `${path} changed: sha256 ${found} now, ${sha256} before`)
}
