import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { Failure } from '../../base/errors.ts'
import type { FileSystem } from '../machine/disk.ts'
import { makeRefusalFailure } from '../machine/refused.ts'
import type { Hashed } from './dirhash.ts'

/** What a module zip may hold at most; Go itself allows 500 MiB for one. */
export interface Limits {
  readonly files: number
  readonly bytes: number
}

const DIFFERENT = 'Do not use it: the module proxy serves something else than was published.'
const FILE_TYPE = 0o170000
const REGULAR = 0o100000

/** sha256 of every file in a zip, by its whole name. Nothing is written. */
export async function hashZip(path: string, limits: Limits, signal: AbortSignal): Promise<readonly Hashed[]> {
  const hashed: Hashed[] = []
  await visitZipFiles(path, limits, signal, async (name, open) => {
    const sum = createHash('sha256')
    for await (const chunk of await open()) sum.update(chunk as Uint8Array)
    hashed.push({ name, sha256: sum.digest('hex') })
  })
  return hashed
}

/**
 * Unpacks the files under `prefix` into a new folder; a file outside it is an error. `mode` gives permissions by the
 * name after the prefix.
 */
export async function unpackZip(
  path: string,
  into: string,
  { prefix, mode, limits }: { prefix: string; mode: (name: string) => number; limits: Limits },
  fs: FileSystem,
  signal: AbortSignal
): Promise<void> {
  await visitZipFiles(path, limits, signal, async (whole, open) => {
    const name = whole.startsWith(prefix) ? whole.slice(prefix.length) : ''
    if (name === '') throw new Failure('verification', `${path} holds ${whole}, outside ${prefix}`, { hint: DIFFERENT })
    const file = join(into, name)
    await fs.mkdir(dirname(file), { recursive: true })
    // `wx`: two entries of one name, or of names that a file system takes for one, do not overwrite each other.
    await using target = await fs.open(file, 'wx', mode(name))
    // It takes a stream, which the types of Node 20 leave out.
    await target.writeFile((await open()) as unknown as Uint8Array, { signal })
  })
}

/**
 * Each regular file of a zip in turn. Rejects with a 'verification' Failure on links, names that leave the folder
 * (yauzl checks those), repeated names, and more than the limits; yauzl holds entries to their declared sizes.
 */
export async function visitZipFiles(
  path: string,
  limits: Limits,
  signal: AbortSignal,
  // The content is opened by who reads it at once: an error of a stream that nobody reads yet would end the process.
  visit: (name: string, open: () => Promise<Readable>) => Promise<void>
): Promise<void> {
  const refuse = (why: string, cause?: unknown): Failure =>
    new Failure('verification', `${path} ${why}`, { hint: DIFFERENT, cause })
  const seen = new Set<string>()
  let bytes = 0
  const zip = await yauzl.openPromise(path, { strictFileNames: true, autoClose: false }).catch((cause: unknown) => {
    throw refuse('is not a zip file', cause)
  })
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<yauzl.Entry>) {
      signal.throwIfAborted()
      const name = entry.fileName
      if (name.endsWith('/')) continue
      const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
      if (type !== 0 && type !== REGULAR) throw refuse(`holds ${name}, which is not a regular file`)
      if (seen.has(name)) throw refuse(`holds ${name} twice`)
      seen.add(name)
      bytes += entry.uncompressedSize
      if (seen.size > limits.files || bytes > limits.bytes) {
        throw refuse(`holds more than ${limits.files} files or ${limits.bytes} bytes`)
      }
      await visit(name, () => zip.openReadStreamPromise(entry))
    }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof Failure) throw cause
    const { code, syscall } = cause as NodeJS.ErrnoException
    if (code !== undefined && ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(code))
      throw refuse('holds two names that are one here, or a file below a file', cause)
    // A full disk says nothing about the archive.
    throw syscall === undefined ? refuse('is damaged', cause) : makeRefusalFailure('unpack', path, cause)
  } finally {
    zip.close()
  }
}
