import type { Stats } from 'node:fs'
import * as node from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { Failure } from '../../base/errors.ts'
import { LIMITS, makeSizeFailure } from '../../base/limits.ts'
import type { Ending } from '../../model/ports/files.ts'
import { makeRefusalFailure, explainSystemRefusal, ignoreMissing } from './refused.ts'

type Opening = Pick<typeof node, 'open'>

/** A file that is open for reading, and its size as it was then. */
export interface Opened extends AsyncDisposable {
  readonly file: FileHandle
  readonly size: number
  readonly mode: number
}

const {
  O_RDONLY,
  O_NONBLOCK = 0,
  O_NOFOLLOW = 0
} = node.constants as Partial<typeof node.constants> & { O_RDONLY: number }

/** Without a wait: who opens a pipe that nobody writes to would wait for ever. */
const FLAGS = O_RDONLY | O_NONBLOCK

/** The same way to open files, which refuses a link (ELOOP). Windows has no such flag. */
export const withoutLinks = <T extends Opening>(fs: T): T => ({
  ...fs,
  open: (path, flags, mode) => fs.open(path, typeof flags === 'number' ? flags | O_NOFOLLOW : flags, mode)
})

/** Opens a regular file. Pipes and devices may have no end: they are refused ('input'). Rejects for no file. */
export async function openFile(fs: Opening, path: string, doing = 'read'): Promise<Opened> {
  return demandOpenedRegular(await explainSystemRefusal(doing, path, fs.open(path, FLAGS)), path, doing)
}

/** The same; undefined when there is no such file. */
export async function openExisting(fs: Opening, path: string): Promise<Opened | undefined> {
  const file = await explainSystemRefusal('read', path, ignoreMissing(fs.open(path, FLAGS)))
  return file && demandOpenedRegular(file, path, 'read')
}

async function demandOpenedRegular(file: FileHandle, path: string, doing: string): Promise<Opened> {
  try {
    const found = await explainSystemRefusal(doing, path, file.stat())
    demandRegular(found, path, doing)
    const { size, mode } = found
    return { file, size, mode, [Symbol.asyncDispose]: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Throws for what is no regular file. */
export function demandRegular(found: Stats, path: string, doing: string): void {
  if (found.isFile()) return
  if (found.isDirectory()) throw makeRefusalFailure(doing, path, { code: 'EISDIR' })
  const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device'
  throw new Failure('input', `cannot ${doing} ${path}: it is no file but ${kind}`, {
    hint: 'Name a regular file: what has no end is not read.'
  })
}

/** All of a file, at most `most` bytes; more is a Failure, whenever it came. Undefined when there is no such file. */
export async function readWhole(path: string, most: number = LIMITS.document.most, fs: Opening = node) {
  await using opened = await openExisting(fs, path)
  if (!opened) return undefined
  const { file, size } = opened
  if (size > most) throw makeSizeFailure(path, size, most)
  const bytes = await fillBuffer(file, path, size, most)
  if (bytes.length > most) throw makeSizeFailure(path, undefined, most)
  return bytes
}

/** The end of a file, at most `most` bytes; undefined when there is no such file. */
export async function readEnd(path: string, most: number, fs: Opening = node): Promise<Ending | undefined> {
  await using opened = await openExisting(fs, path)
  if (!opened) return undefined
  const { file, size } = opened
  const before = Math.max(0, size - most)
  const bytes = await fillBuffer(file, path, size - before, most, before)
  return { bytes: bytes.subarray(0, most), before }
}

/** What stands in a file from a place on, until its end or one byte more than `most`; `size` is what to expect. */
async function fillBuffer(file: FileHandle, path: string, size: number, most: number, from = 0): Promise<Buffer> {
  // A byte more than expected: the read that finds no more needs room to find it. (Files of /proc say 0.)
  let bytes = Buffer.allocUnsafeSlow(Math.min(Math.max(size, 1023), most) + 1)
  let done = 0
  for (;;) {
    const { bytesRead } = await explainSystemRefusal(
      'read',
      path,
      file.read(bytes, done, bytes.length - done, from + done)
    )
    done += bytesRead
    if (bytesRead === 0 || done > most) return bytes.subarray(0, done)
    if (done === bytes.length) bytes = Buffer.concat([bytes], Math.min(bytes.length * 2, most + 1))
  }
}
