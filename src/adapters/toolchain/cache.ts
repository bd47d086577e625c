import { dirname, join, isAbsolute } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import semver from 'semver'
import type { ToolCache } from '../../model/ports/caches.ts'
import { removeTree, makeTemporaryName, type FileSystem } from '../machine/disk.ts'
import { runInTurn, sweepFiles } from '../machine/lock.ts'
import { makeFolder } from '../machine/make-folder.ts'
import { readSystemCode } from '../machine/refused.ts'
import { Failure } from '../../base/errors.ts'

/**
 * Where tools are kept: the runner's tool cache where there is one, else a folder of the user's cache as the platform
 * has it (XDG, ~/Library/Caches, %LOCALAPPDATA%).
 */
export function locateToolCache(env: Readonly<Record<string, string | undefined>>, os: string): string {
  const absolute = (name: string): string | undefined => {
    const value = env[name]
    return value !== undefined && isAbsolute(value) ? value : undefined
  }
  const runner = absolute('RUNNER_TOOL_CACHE')
  if (runner !== undefined) return runner
  const home = absolute('HOME') ?? absolute('USERPROFILE')
  const platform =
    os === 'win32' ? absolute('LOCALAPPDATA') : os === 'darwin' && home ? join(home, 'Library', 'Caches') : undefined
  const cache = absolute('XDG_CACHE_HOME') ?? platform ?? (home === undefined ? undefined : join(home, '.cache'))
  if (cache !== undefined) return join(cache, 'slipway', 'tools')
  throw new Failure('environment', 'there is no folder to keep tools in: HOME is not set', {
    hint: 'Set RUNNER_TOOL_CACHE to an absolute path.'
  })
}

/** How long another process may take between its rename and its marker, in milliseconds. */
const GRACE_MS = 2000

/** A tool cache in a folder, without @actions/tool-cache but in its layout. */
export function openPlainToolCache(root: string, fs: FileSystem, warn?: (line: string) => void): ToolCache {
  const placeOf = (name: string, version: string): string => join(root, name, semver.clean(version) ?? version)
  const folderOf = (name: string, version: string, arch: string): string => join(placeOf(name, version), arch)

  return {
    find: async (name, version, arch) => {
      const folder = folderOf(name, version, arch)
      await refuseLinks(folder, fs)
      await sweepBeside(dirname(folder), fs)
      return (await isThereAlready(folder, fs)) && (await isThereAlready(`${folder}.complete`, fs)) ? folder : undefined
    },
    add: async (from, name, version, arch) => {
      const folder = folderOf(name, version, arch)
      const staged = join(dirname(folder), makeTemporaryName('tmp'))
      await makeFolder(fs, dirname(folder))
      await moveEntry(from, staged, fs)
      // A rename onto a folder with content fails: the first one in place stays, whoever came later uses it.
      while (!(await placeEntry(staged, folder, fs))) {
        if (await isComplete(folder, fs)) {
          await removeTree(fs, staged)
          return folder
        }
        await removeTree(fs, folder)
      }
      // A link in its place would be followed.
      await fs.rm(`${folder}.complete`, { force: true, recursive: true })
      await (await fs.open(`${folder}.complete`, 'wx')).close()
      return folder
    },
    remove: async (name, version, arch) => {
      const folder = folderOf(name, version, arch)
      // The marker first: what is half removed is no entry.
      await fs.rm(`${folder}.complete`, { force: true, recursive: true })
      await removeTree(fs, folder)
    },
    exclusive: (name, version, _arch, signal, work) =>
      runInTurn(placeOf(name, version), signal, work, { fs, ...(warn && { warn }) })
  }
}

/** Rejects a link in the place of an entry, its version or its tool: one would be put, swept or removed where it leads. */
export async function refuseLinks(entry: string, fs: FileSystem): Promise<void> {
  for (const path of [dirname(dirname(entry)), dirname(entry), entry])
    if ((await fs.lstat(path).catch(() => undefined))?.isSymbolicLink())
      throw new Failure('environment', `${path} is a link, and a tool in the tool cache lies in a folder`, {
        hint: 'Remove that link: Slipway makes no links there.'
      })
}

/** Takes away what killed processes left beside an entry; what cannot be taken away (a read-only cache) harms nobody. */
export const sweepBeside = (folder: string, fs: FileSystem): Promise<unknown> =>
  sweepFiles(folder, { deep: false, fs }).catch(() => undefined)

const isThereAlready = (path: string, fs: FileSystem): Promise<boolean> =>
  fs.stat(path).then(
    () => true,
    () => false
  )

async function moveEntry(from: string, to: string, fs: FileSystem): Promise<void> {
  try {
    await fs.rename(from, to)
  } catch (cause) {
    if (readSystemCode(cause) !== 'EXDEV') throw cause
    await fs.cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
}

async function placeEntry(staged: string, folder: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.rename(staged, folder)
    return true
  } catch (cause) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(readSystemCode(cause)) && (await isThereAlready(folder, fs)))
      return false
    throw cause
  }
}

/** Whether the marker is there, or comes while another process is about to write it. */
async function isComplete(folder: string, fs: FileSystem): Promise<boolean> {
  for (let waited = 0; waited < GRACE_MS; waited += 50) {
    if (await isThereAlready(`${folder}.complete`, fs)) return true
    if (!(await isThereAlready(folder, fs))) return false
    await sleep(50)
  }
  return isThereAlready(`${folder}.complete`, fs)
}
