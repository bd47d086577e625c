import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import yauzl from 'yauzl'
import { Failure } from '../errors.ts'
import type { Unpack, Unpacked } from '../ports.ts'

/**
 * Reads archives without writing anything; links and folders in them are passed over. Rejects with a 'verification'
 * Failure for one that is damaged.
 */
export const unpack: Unpack = async function* (path, most) {
  try {
    yield* path.endsWith('.zip') ? zipped(path, most) : tarred(path, most)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('verification', `${path} cannot be unpacked: ${(cause as Error).message}`, { cause })
  }
}

async function* tarred(path: string, most: number): AsyncGenerator<Unpacked> {
  const entries = extract()
  const fed = pipeline(createReadStream(path), createGunzip(), entries)
  // What is wrong with the stream shows where it is read.
  fed.catch(() => undefined)
  for await (const entry of entries) {
    const { name, size = 0, type, mode = 0, mtime, uid = 0, gid = 0, uname = '', gname = '' } = entry.header
    const wanted = type === 'file' && size <= most
    const bytes = wanted ? await collect(entry as unknown as Readable, size) : undefined
    if (!wanted) entry.resume()
    const about = { mode: octal(mode), time: timeOf(mtime), owner: `${uid} ${uname}, ${gid} ${gname}` }
    if (type === 'file') yield { name, size, bytes, about }
  }
  await fed
}

async function* zipped(path: string, most: number): AsyncGenerator<Unpacked> {
  const zip = await yauzl.openPromise(path, { strictFileNames: true, autoClose: false })
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<yauzl.Entry>) {
      const { fileName: name, uncompressedSize: size } = entry
      if (name.endsWith('/')) continue
      yield {
        name,
        size,
        bytes: size <= most ? await collect(await zip.openReadStreamPromise(entry), size) : undefined,
        about: {
          mode: octal(entry.externalFileAttributes >>> 16),
          // As its bytes say it: yauzl would take this machine's time zone for it.
          time: `${entry.lastModFileDate}/${entry.lastModFileTime}`,
          method: String(entry.compressionMethod),
          extra: entry.extraFieldRaw.toString('hex')
        }
      }
    }
  } finally {
    zip.close()
  }
}

const octal = (mode: number): string => `0${mode.toString(8)}`

const timeOf = (time: Date | undefined): string => time?.toISOString() ?? 'none'

/** All of a stream whose length was announced, and no more. */
async function collect(stream: Readable, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size)
  let done = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (done + chunk.length > size) throw new Error('a file is longer than its header says')
    done += chunk.copy(bytes, done)
  }
  if (done < size) throw new Error('a file is shorter than its header says')
  return bytes
}
