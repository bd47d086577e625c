import type * as node from 'node:fs/promises'
import { dirname } from 'node:path'
import { readSystemCode } from './refused.ts'

type FolderMaking = Pick<typeof node, 'mkdir' | 'stat'>

/**
 * Makes a folder and those above it that are not there; resolves with the topmost that was made. Node's own `recursive`
 * never ends below /proc, where no folder can be made, and says of a read-only file system that there is no such file.
 */
export async function makeFolder(fs: FolderMaking, path: string): Promise<string | undefined> {
  const parent = dirname(path)
  try {
    return await makeOne(fs, path)
  } catch (error) {
    if (readSystemCode(error) !== 'ENOENT' || parent === path) throw error
  }
  const topmost = await makeFolder(fs, parent)
  try {
    const made = await makeOne(fs, path)
    return topmost ?? made
  } catch (error) {
    // The folder above it is there.
    if (readSystemCode(error) !== 'ENOENT') throw error
    throw Object.assign(new Error(`mkdir ${path}`, { cause: error }), { code: 'ENOTSUP' })
  }
}

/** Resolves with its path, or with undefined where it is there, maybe by now. */
async function makeOne(fs: FolderMaking, path: string): Promise<string | undefined> {
  try {
    await fs.mkdir(path)
    return path
  } catch (error) {
    if (await isFolder(fs, path)) return undefined
    throw error
  }
}

const isFolder = (fs: FolderMaking, path: string): Promise<boolean> =>
  fs.stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
