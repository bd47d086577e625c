import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { Failure } from '../errors.ts'
import type { Files, Unpack } from '../ports.ts'
import { eachFile } from './toolchain/zip.ts'

/** More than any program here; an archive that unpacks to more is not one of ours. */
const FILE_LIMIT = 1_000_000_000

/** Unpacks programs: each becomes executable, and no name of the archive becomes a path of its own choosing. */
export const unpack =
  (files: Files): Unpack =>
  async (archive, wanted, folder) => {
    const found = new Map<string, Buffer>()
    const take = async (name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> => {
      if (size > FILE_LIMIT) throw tooLarge(archive, name)
      const chunks: Uint8Array[] = []
      let total = 0
      for await (const chunk of content) {
        total += chunk.length
        if (total > FILE_LIMIT) throw tooLarge(archive, name)
        chunks.push(chunk)
      }
      found.set(name, Buffer.concat(chunks))
    }
    await (archive.endsWith('.zip') ? fromZip : fromTar)(archive, wanted, take)
    for (const [name, bytes] of found) await files.write(join(folder, name), bytes, 0o755)
    return [...found.keys()]
  }

type Take = (name: string, size: number, content: AsyncIterable<Uint8Array>) => Promise<void>

async function fromTar(archive: string, wanted: readonly string[], take: Take): Promise<void> {
  const entries = extract()
  const reading = (async () => {
    for await (const entry of entries) {
      const { name, type, size = 0 } = entry.header
      if (type === 'file' && wanted.includes(name)) await take(name, size, entry as AsyncIterable<Uint8Array>)
      else entry.resume()
    }
  })()
  try {
    await Promise.all([pipeline(createReadStream(archive), createGunzip(), entries), reading])
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreadable(archive, cause)
  }
}

async function fromZip(archive: string, wanted: readonly string[], take: Take): Promise<void> {
  const limits = { files: 100_000, bytes: 10 * FILE_LIMIT }
  await eachFile(archive, limits, new AbortController().signal, async (name, open) => {
    if (wanted.includes(name)) await take(name, 0, await open())
  })
}

const tooLarge = (archive: string, name: string): Failure =>
  new Failure('verification', `${name} in ${archive} is larger than ${FILE_LIMIT} bytes: it is not unpacked`)

const unreadable = (archive: string, cause: unknown): Failure =>
  new Failure('verification', `${archive} cannot be unpacked`, { hint: 'It may be cut off or damaged.', cause })
