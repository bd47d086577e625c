import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import semver from 'semver'
import type { ToolCache } from '../../ports.ts'
import { exclusive, isCode } from './lock.ts'

/** How long another process may take between its rename and its marker, in milliseconds. */
const GRACE_MS = 2000
/** A staging folder older than this was left by a killed process, in milliseconds. */
const LEFT_MS = 6 * 60 * 60 * 1000

/** A tool cache in a folder, without @actions/tool-cache but in its layout. */
export function plainToolCache(root: string): ToolCache {
  const folderOf = (name: string, version: string, arch: string): string =>
    join(root, name, semver.clean(version) ?? version, arch)

  const find: ToolCache['find'] = async (name, version, arch) => {
    const folder = folderOf(name, version, arch)
    return (await exists(folder)) && (await exists(`${folder}.complete`)) ? folder : undefined
  }

  return {
    find,
    add: async (from, name, version, arch) => {
      const folder = folderOf(name, version, arch)
      const staged = join(dirname(folder), `.${arch}.${randomUUID()}`)
      await mkdir(dirname(folder), { recursive: true })
      await sweep(dirname(folder), `.${arch}.`)
      await take(from, staged)
      // A rename onto a folder with content fails: the first one in place stays, whoever came later uses it.
      while (!(await place(staged, folder))) {
        if (await complete(folder)) {
          await rm(staged, { recursive: true, force: true })
          return folder
        }
        await rm(folder, { recursive: true, force: true })
      }
      await writeFile(`${folder}.complete`, '')
      return folder
    },
    remove: async (name, version, arch) => {
      const folder = folderOf(name, version, arch)
      // The marker first: what is half removed is no entry.
      await rm(`${folder}.complete`, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
    exclusive: (name, version, arch, signal, work) =>
      exclusive(join(root, name, semver.clean(version) ?? version, `.${arch}.lock`), signal, work)
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

async function take(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (cause) {
    if (!isCode(cause, 'EXDEV')) throw cause
    await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
}

async function place(staged: string, folder: string): Promise<boolean> {
  try {
    await rename(staged, folder)
    return true
  } catch (cause) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].some((code) => isCode(cause, code)) && (await exists(folder))) return false
    throw cause
  }
}

/** Whether the marker is there, or comes while another process is about to write it. */
async function complete(folder: string): Promise<boolean> {
  for (let waited = 0; waited < GRACE_MS; waited += 50) {
    if (await exists(`${folder}.complete`)) return true
    if (!(await exists(folder))) return false
    await sleep(50)
  }
  return exists(`${folder}.complete`)
}

async function sweep(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || name.endsWith('.lock')) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_MS) await rm(path, { recursive: true, force: true })
  }
}
