import { createHash, randomBytes } from 'node:crypto'
import { openAsBlob, type Dirent } from 'node:fs'
import * as node from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry, Files } from '../../model/ports/files.ts'
import { cutIntoBlocks, readChunks, demandSha256 } from './chunks.ts'
import { makeFolder } from './make-folder.ts'
import { OWNER, formatOwner } from './owner.ts'
import { readSystemCode, makeRefusalFailure, explainSystemRefusal, ignoreMissing } from './refused.ts'
import { demandRegular, openExisting, openFile, readEnd, readWhole } from './regular-file.ts'

/**
 * The operations of node:fs/promises that `disk`, the locks and the tool cache use, all of them: a test wraps each and
 * stops the world at the n-th. Of what `open` gives, `stat`, `read`, `writeFile`, `chmod`, `sync` and `close` are used.
 */
export type FileSystem = Pick<
  typeof node,
  | 'chmod'
  | 'cp'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'stat'
  | 'symlink'
  | 'utimes'
>

/** Every name that only a running Slipway needs: `.slipway-<kind>-<owner>-<random>`, with a label for people. */
export const TEMPORARY = new RegExp(`^\\.slipway-(tmp|scratch|lock)-${OWNER.source}-[0-9a-f]{8}`)

/** A new name of that form. */
export const makeTemporaryName = (kind: 'tmp' | 'scratch' | 'lock', label = ''): string =>
  `.slipway-${kind}-${formatOwner()}-${randomBytes(4).toString('hex')}${label}`

/**
 * The real file system; `root` is where scratch folders are made. Temporary names never show in `list`, and
 * `sweepFiles` removes those that a killed run left. What the system refuses is an 'environment' Failure.
 */
export const disk = (root: string, fs: FileSystem = node): Files => {
  const files: Files = {
    read: (path, most) => readWhole(path, most, fs),
    tail: (path, most) => readEnd(path, most, fs),

    async write(path, content, mode = 0o644) {
      const made = await putDurably(fs, path, content, mode)
      await syncFolders(fs, dirname(path), made)
    },

    async *stream(path) {
      await using opened = await openFile(fs, path)
      for await (const chunk of readChunks(opened.file, path)) yield Buffer.from(chunk)
    },

    async blob(path) {
      // Its errors have no name of their own, so what is not there is found first.
      demandRegular(await explainSystemRefusal('read', path, fs.stat(path)), path, 'read')
      return await openAsBlob(path)
    },

    real: (path) => explainSystemRefusal('read', path, ignoreMissing(fs.realpath(path))),

    link: (path) => explainSystemRefusal('read', path, readLinkWords(fs, path)),

    async digest(path, most = Infinity) {
      await using opened = await openExisting(fs, path)
      if (!opened || (await opened.file.stat()).size > most) return undefined
      const hash = createHash('sha256')
      let size = 0
      for await (const chunk of readChunks(opened.file, path)) {
        hash.update(chunk)
        size += chunk.length
        if (size > most) return undefined
      }
      return { sha256: hash.digest('hex'), size }
    },

    list: async (path) => (await explainSystemRefusal('list', path, listTree(fs, path, ''))).sort(),

    async names(path) {
      const entries = await explainSystemRefusal('list', path, ignoreMissing(fs.readdir(path, { withFileTypes: true })))
      return entries
        ?.filter((entry) => entry.isFile() && !TEMPORARY.test(entry.name))
        .map(({ name }) => name)
        .sort()
    },

    async entries(path) {
      const entries =
        (await explainSystemRefusal('list', path, ignoreMissing(fs.readdir(path, { withFileTypes: true })))) ?? []
      return entries
        .map((entry) => ({ name: entry.name, kind: readEntryKind(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },

    async move(from, to) {
      const made = await explainSystemRefusal('make the folder of', to, makeFolder(fs, dirname(to)))
      const isFolder = (await explainSystemRefusal('move', from, fs.lstat(from))).isDirectory()
      // rename does not replace a folder that holds something.
      if (isFolder) await files.remove(to)
      try {
        await renamePatiently(fs, from, to)
      } catch (error) {
        if (readSystemCode(error) !== 'EXDEV') throw makeRefusalFailure('move', from, error)
        await (isFolder ? copyFolder(fs, from, to) : files.copy(from, to))
        await files.remove(from)
      }
      await syncFolders(fs, dirname(to), made)
      if (dirname(from) !== dirname(to)) await syncFolder(fs, dirname(from))
    },

    async copy(from, to, { sha256, hasty = false } = {}) {
      await using opened = await openFile(fs, from, 'copy')
      const content = readChunks(opened.file, from)
      const mode = opened.mode & 0o777
      const made = await putDurably(fs, to, sha256 === undefined ? content : demandSha256(content, from, sha256), mode)
      if (!hasty) await syncFolders(fs, dirname(to), made)
    },

    async stamp(path) {
      const found = await explainSystemRefusal('read', path, ignoreMissing(fs.stat(path, { bigint: true })))
      return found && [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join('-')
    },

    async remove(path) {
      const found = await explainSystemRefusal('remove', path, ignoreMissing(fs.lstat(path)))
      if (!found) return
      if (!found.isDirectory()) return explainSystemRefusal('remove', path, fs.rm(path, { force: true }))
      // Out of the way first: nobody, and no run after a kill, takes half a folder for a whole one.
      const aside = join(dirname(path), makeTemporaryName('tmp'))
      const gone = await fs.rename(path, aside).then(
        () => aside,
        () => path
      )
      await explainSystemRefusal('remove', path, removeTree(fs, gone))
    },

    async scratch(label) {
      if (!/^[a-z0-9-]+$/.test(label)) throw new TypeError(`not a scratch label: ${label}`)
      const path = join(root, makeTemporaryName('scratch', `-${label}`))
      await explainSystemRefusal('make the folder', root, makeFolder(fs, root))
      await explainSystemRefusal('make the folder', path, fs.mkdir(path, { mode: 0o700 }))
      return { path, [Symbol.asyncDispose]: () => explainSystemRefusal('remove', path, removeTree(fs, path)) }
    }
  }
  return files
}

/** Removes a tree, also one with read-only folders (the Go module cache is made of them). */
export async function removeTree(fs: FileSystem, path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }
  try {
    await fs.rm(path, options)
  } catch (error) {
    // Never by way of a link: chmod would follow it.
    if (!['EACCES', 'EPERM'].includes(readSystemCode(error)) || !(await fs.lstat(path)).isDirectory()) throw error
    await makeWritable(fs, path)
    await fs.rm(path, options)
  }
}

const readLinkWords = (fs: FileSystem, path: string): Promise<string | undefined> =>
  ignoreMissing(fs.readlink(path)).catch((error: unknown) => {
    // What is there and is no link.
    if (readSystemCode(error) === 'EINVAL') return undefined
    throw error
  })

/** Regular files under a folder, without temporary ones; a folder that is gone, or goes away meanwhile, is empty. */
async function listTree(fs: FileSystem, folder: string, prefix: string): Promise<string[]> {
  const names: string[] = []
  for (const entry of (await ignoreMissing(fs.readdir(folder, { withFileTypes: true }))) ?? []) {
    if (TEMPORARY.test(entry.name)) continue
    if (entry.isFile()) names.push(prefix + entry.name)
    if (entry.isDirectory()) names.push(...(await listTree(fs, join(folder, entry.name), `${prefix}${entry.name}/`)))
  }
  return names
}

const readEntryKind = (entry: Dirent): Entry['kind'] =>
  entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other'

/** A whole file under its name, whose bytes are on the disk for good. Resolves with the first folder that was made. */
async function putDurably(
  fs: FileSystem,
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  mode: number
): Promise<string | undefined> {
  const temp = join(dirname(path), makeTemporaryName('tmp'))
  const made = await explainSystemRefusal('make the folder of', path, makeFolder(fs, dirname(path)))
  try {
    await fillTemporary(fs, temp, path, content, mode)
    await explainSystemRefusal('write', path, renamePatiently(fs, temp, path))
    return made
  } catch (error) {
    await fs.rm(temp, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A new file with all the content and the mode, on the disk for good. `path` is what errors name. */
async function fillTemporary(
  fs: FileSystem,
  temp: string,
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  mode: number
): Promise<void> {
  await using file = await explainSystemRefusal('write', path, fs.open(temp, 'wx', 0o600))
  if (typeof content === 'string' || content instanceof Uint8Array)
    await explainSystemRefusal('write', path, file.writeFile(content))
  else
    for await (const block of cutIntoBlocks(content)) await explainSystemRefusal('write', path, file.writeFile(block))
  // chmod, because the mode of open is subject to the umask.
  await explainSystemRefusal('write', path, file.chmod(mode))
  await explainSystemRefusal('write', path, file.sync())
}

/** On Windows a reader or a virus scanner that holds the target makes rename fail for a moment. */
async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 3) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      if (wait > 1000 || !['EPERM', 'EBUSY'].includes(readSystemCode(error))) throw error
      await sleep(wait)
    }
  }
}

/** To another device: into a sibling first, so that the target appears whole. */
async function copyFolder(fs: FileSystem, from: string, to: string): Promise<void> {
  const temp = join(dirname(to), makeTemporaryName('tmp'))
  try {
    await explainSystemRefusal(
      'copy',
      from,
      fs.cp(from, temp, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    )
    await explainSystemRefusal('move', to, fs.rename(temp, to))
  } catch (error) {
    await removeTree(fs, temp).catch(() => undefined)
    throw error
  }
}

/** Makes a folder's new entry durable, and the entries of the folders that were made for it (`made` is the first). */
async function syncFolders(fs: FileSystem, folder: string, made: string | undefined): Promise<void> {
  await syncFolder(fs, folder)
  for (let path = folder; made !== undefined && path.length >= made.length; path = dirname(path))
    await syncFolder(fs, dirname(path))
}

async function syncFolder(fs: FileSystem, path: string): Promise<void> {
  // Windows has no such thing, and some network file systems refuse it: then the rename is as durable as they make it.
  const ignore = (error: unknown): void => {
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes(readSystemCode(error))) throw error
  }
  const folder = await fs.open(path, 'r').catch(ignore)
  if (!folder) return
  try {
    await folder.sync().catch(ignore)
  } finally {
    await folder.close()
  }
}

async function makeWritable(fs: FileSystem, path: string): Promise<void> {
  await fs.chmod(path, 0o700)
  for (const entry of await fs.readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await makeWritable(fs, join(path, entry.name))
}
