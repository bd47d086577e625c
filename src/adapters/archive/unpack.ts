import type { Readable } from 'node:stream'
import * as node from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import yauzl from 'yauzl'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Unpack, Unpacked } from '../../model/ports/archive.ts'
import { quote } from '../../base/text.ts'
import { makeEntryCheck, makeUnpackFailure, type UnpackedEntry } from './names.ts'
import { openFile, type Opened } from '../machine/regular-file.ts'

/**
 * Reads archives without writing anything; links and folders in them are passed over. Rejects with a 'verification'
 * Failure for one that is damaged, or that would do harm where somebody unpacks it (`makeEntryCheck` says what that is), or
 * that holds more than LIMITS allow, before more of it is unpacked.
 */
export const unpack: Unpack = async function* (path, most) {
  await using opened = await openFile(node, path)
  try {
    yield* path.endsWith('.zip') ? readZip(opened, path, most) : readTar(opened, path, most)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('verification', `${path} cannot be unpacked: ${(cause as Error).message}`, { cause })
  }
}

const KINDS: Readonly<Record<string, UnpackedEntry['kind']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'folder',
  link: 'hard link',
  symlink: 'link'
}

async function* readTar({ file }: Opened, path: string, most: number): AsyncGenerator<Unpacked> {
  const entries = extract()
  const admit = makeEntryCheck(path)
  const fed = pipeline(file.createReadStream({ autoClose: false }), createGunzip(), boundBytes(path), entries)
  // What is wrong with the stream shows where it is read.
  fed.catch(() => undefined)
  for await (const entry of entries) {
    const { name, size = 0, type, mode = 0, mtime, uid = 0, gid = 0, uname = '', gname = '', linkname } = entry.header
    // Readers that know sparse files take another name and other bytes from there.
    const sparse = Object.keys(entry.header.pax ?? {}).some((key) => key.startsWith('GNU.sparse.'))
    const kind = sparse ? undefined : KINDS[String(type)]
    demandNoGlobals(entries, path)
    admit({ name, kind, size, mode, target: linkname ?? '' })
    const wanted = kind === 'file' && size <= most
    const bytes = wanted ? await collectStream(entry as unknown as Readable, size) : undefined
    if (!wanted) entry.resume()
    const about = { mode: formatMode(mode), time: formatEntryTime(mtime), owner: `${uid} ${uname}, ${gid} ${gname}` }
    if (kind === 'file') yield { name, size, bytes, about }
  }
  await fed
}

/**
 * Names for all entries at once, or sizes: some readers apply them and some do not, so that an archive holds two things.
 * (git puts a comment there.) tar-stream keeps them to itself: a test holds it to this field.
 */
function demandNoGlobals(entries: object, path: string): void {
  const global = (entries as { readonly _paxGlobal?: Readonly<Record<string, string>> | null })._paxGlobal ?? {}
  const odd = Object.keys(global).find((key) => key !== 'comment')
  if (odd !== undefined)
    throw new Failure('verification', `${path} says ${quote(odd)} of all its entries at once`, {
      hint: 'Programs that unpack it do not agree on what that means.'
    })
}

/** The bytes as they are unpacked, up to a limit: what follows an entry is unpacked too, to find the next one. */
const boundBytes = (path: string) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > LIMITS.unpacked.most) throw makeUnpackFailure(path)
      yield chunk
    }
  }

const [TYPE, REGULAR, LINK] = [0o170000, 0o100000, 0o120000]

async function* readZip({ file: { fd } }: Opened, path: string, most: number): AsyncGenerator<Unpacked> {
  const zip = await yauzl.fromFdPromise(fd, { strictFileNames: true, autoClose: false })
  const admit = makeEntryCheck(path)
  const read = async (entry: yauzl.Entry) =>
    collectStream(await zip.openReadStreamPromise(entry), entry.uncompressedSize)
  for await (const entry of zip.eachEntry() as AsyncIterable<yauzl.Entry>) {
    const { fileName: name, uncompressedSize: size } = entry
    const mode = entry.externalFileAttributes >>> 16
    const type = mode & TYPE
    const folder = name.endsWith('/')
    const kind = folder ? 'folder' : type === 0 || type === REGULAR ? 'file' : type === LINK ? 'link' : undefined
    const target = kind === 'link' && size <= LONGEST_TARGET ? Buffer.from(await read(entry)).toString() : ''
    admit({ name, kind, size, mode: mode & 0o7777, target })
    if (kind !== 'file') continue
    yield {
      name,
      size,
      bytes: size <= most ? await read(entry) : undefined,
      about: {
        mode: formatMode(mode),
        // As its bytes say it: yauzl would take this machine's time zone for it.
        time: `${entry.lastModFileDate}/${entry.lastModFileTime}`,
        method: String(entry.compressionMethod),
        extra: entry.extraFieldRaw.toString('hex')
      }
    }
  }
}

/** A zip has the path that a link leads to as its content. */
const LONGEST_TARGET = 4096

const formatMode = (mode: number): string => `0${mode.toString(8)}`

const formatEntryTime = (time: Date | undefined): string => time?.toISOString() ?? 'none'

/** All of a stream whose length was announced, and no more. */
async function collectStream(stream: Readable, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size)
  let done = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (done + chunk.length > size) throw new Error('a file is longer than its header says')
    done += chunk.copy(bytes, done)
  }
  if (done < size) throw new Error('a file is shorter than its header says')
  return bytes
}
