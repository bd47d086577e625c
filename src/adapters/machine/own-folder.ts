import type { Stats } from 'node:fs'
import * as node from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { readSystemCode, makeRefusalFailure } from './refused.ts'

type FolderReading = Pick<typeof node, 'lstat' | 'readdir'>

/** Logs that a cluster left: links may lie in there, and Slipway does no more than remove them. */
const LEFT_LOGS = /^logs[\\/]kubernetes-[^\\/]+$/

/** Throws an 'environment' Failure for a folder that Slipway may not write to: a link leads to it, or another user owns it. */
export async function refuseForeignPath(path: string, home: string, fs: FolderReading = node): Promise<void> {
  await refuseLinkedPath(path, home, fs)
  const found = await lookWithoutFollowing(path, fs)
  if (found) demandOwn(path, found, path)
}

/**
 * Throws an 'environment' Failure when a link lies on the way to a folder. `home` is where the run works: a link below it
 * came with a commit or from a job before. Elsewhere a link counts as the machine's own when root made it where only root
 * can write.
 */
export async function refuseLinkedPath(path: string, home: string, fs: FolderReading = node): Promise<void> {
  for (const part of listPathParts(path)) {
    const found = await lookWithoutFollowing(part, fs)
    if (!found) return
    if (found.isSymbolicLink() && (isBelow(home, part) || !(await isOfMachine(part, found, fs))))
      throw makeLinkFailure(part, path)
  }
}

/** Throws an 'environment' Failure where something in a folder of Slipway is a link, no file, or another user's. */
export async function refuseForeignContent(path: string, fs: FolderReading = node): Promise<void> {
  const walk = async (folder: string): Promise<void> => {
    for (const { name } of await fs.readdir(folder, { withFileTypes: true })) {
      const inner = join(folder, name)
      const found = await lookWithoutFollowing(inner, fs)
      if (!found) continue
      if (found.isSymbolicLink()) throw makeLinkFailure(inner, path)
      demandOwn(inner, found, path)
      if (found.isDirectory()) {
        if (!LEFT_LOGS.test(relative(path, inner))) await walk(inner)
      } else if (!found.isFile()) throw makeForeignFolderFailure(inner, 'is neither a file nor a folder', path)
    }
  }
  await walk(path)
}

/** Throws for a link on the way from a folder of Slipway to a path below it; what is not there yet is none. */
export async function refuseLinksBelow(root: string, path: string, fs: FolderReading = node): Promise<void> {
  for (const part of listPathParts(path))
    if (part.length >= root.length && (await lookWithoutFollowing(part, fs))?.isSymbolicLink())
      throw makeLinkFailure(part, root)
}

/** Whether a path is a folder or lies below it. */
export const isBelow = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep)

/** `/`, `/home`, `/home/ada`, … */
function listPathParts(path: string): readonly string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...listPathParts(parent), path]
}

async function lookWithoutFollowing(path: string, fs: FolderReading): Promise<Stats | undefined> {
  try {
    return await fs.lstat(path)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT' || readSystemCode(error) === 'ENOTDIR') return undefined
    throw makeRefusalFailure('read', path, error)
  }
}

async function isOfMachine(path: string, found: Stats, fs: FolderReading): Promise<boolean> {
  const parent = await lookWithoutFollowing(dirname(path), fs)
  return found.uid === 0 && parent?.uid === 0 && (process.platform === 'win32' || (parent.mode & 0o022) === 0)
}

function demandOwn(path: string, found: Stats, folder: string): void {
  const own = process.getuid?.()
  if (own !== undefined && found.uid !== own)
    throw makeForeignFolderFailure(path, `belongs to another user (uid ${found.uid})`, folder)
}

const makeLinkFailure = (path: string, folder: string): Failure =>
  makeForeignFolderFailure(path, 'is a link, and Slipway follows none there', folder)

const makeForeignFolderFailure = (path: string, why: string, folder: string): Failure =>
  new Failure('environment', `${path} ${why}`, {
    code: 'foreign-output',
    hint: `A commit or a job before may have left it. Remove ${folder}, or choose another folder.`
  })
