import { lstat, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path/posix'
import { Failure } from '../../base/errors.ts'
import { listPids } from '../machine/owner.ts'
import { liesBelow, SYSTEM, type SystemPlace } from './view.ts'

/** Where a system keeps its own programs; PATH is anybody's. */
const FOLDERS = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/wrappers/bin', '/run/current-system/sw/bin']
const SYSTEM_TOOLS = ['bwrap', 'nsenter', 'setpriv', 'sudo', 'unshare'] as const

export type SystemTools = { readonly [Name in (typeof SYSTEM_TOOLS)[number]]?: string }

/** The system's own tools for isolation: paths that only root can change. */
export async function findSystemTools(): Promise<SystemTools> {
  const found = await Promise.all(
    SYSTEM_TOOLS.map(async (name) => {
      for (const folder of FOLDERS) {
        const path = join(folder, name)
        if (await isOwnedByRoot(path)) return [name, path] as const
      }
      return [name, undefined] as const
    })
  )
  return Object.fromEntries(found.filter(([, path]) => path !== undefined))
}

async function isOwnedByRoot(path: string): Promise<boolean> {
  const { uid, mode } = await stat(path).catch(() => ({ uid: -1, mode: 0 }))
  return uid === 0 && (mode & 0o111) !== 0 && (mode & 0o022) === 0
}

/** The places of the system that are there. */
export async function findPlaces(): Promise<readonly SystemPlace[]> {
  const found = await Promise.all(
    SYSTEM.map(async (path): Promise<readonly SystemPlace[]> => {
      try {
        const own = await lstat(path)
        if (own.isSymbolicLink() && !path.startsWith('/etc/')) return [{ path, link: await readlink(path) }]
        const kind = (await stat(path)).isDirectory() ? 'folder' : 'file'
        return [{ path, kind }]
      } catch {
        return []
      }
    })
  )
  return found.flat()
}

/** A mount point and how it is mounted, such as `nosuid`, `noatime`. */
export interface Mounted {
  readonly path: string
  readonly options: readonly string[]
}

/** All mount points, in the order in which they were made (proc_pid_mountinfo(5)). */
export async function findMounts(): Promise<readonly Mounted[]> {
  const text = await readFile('/proc/self/mountinfo', 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split(' ')
      const path = (fields[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) =>
        String.fromCharCode(parseInt(octal, 8))
      )
      return { path, options: (fields[5] ?? '').split(',') }
    })
}

/** How the file system is mounted that a path lies in. */
export const findMount = (path: string, mounts: readonly Mounted[]): Mounted | undefined =>
  mounts.findLast((each) => each.path === path || liesBelow(path, each.path))

/** Folders as they really lie, without those that are not there or that the system itself lies in, such as a home at /. */
export const resolveFolders = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const real = await realpath(path).catch(() => undefined)
      if (real === undefined || !(await stat(real)).isDirectory()) return []
      return real === '/' || SYSTEM.some((place) => place === real || liesBelow(place, real)) ? [] : [real]
    })
  )
  return [...new Set(found.flat())]
}

/**
 * Rejects a kernel that lets any user give a file of somebody else a second name (proc_sys_fs(5)): in a folder of its own,
 * from where Slipway would give it away, ship it or keep it. Mounts of their own stop that in namespaces.
 */
export function demandHardLinkProtection(setting: string | undefined): void {
  if (setting?.trim() === '1') return
  const seen = setting === undefined ? 'cannot be read' : `is ${setting.trim()}`
  throw new Failure('environment', `fs.protected_hardlinks ${seen}, and another user could link any file it can name`, {
    hint: 'Set it (sysctl fs.protected_hardlinks=1), or install bubblewrap.'
  })
}

export const readHardLinkProtection = (): Promise<string | undefined> =>
  readFile('/proc/sys/fs/protected_hardlinks', 'utf8').catch(() => undefined)

/** Ids that neither distributions nor systemd give away (https://systemd.io/UIDS-GIDS), and that containers still map. */
const [LOWEST, HIGHEST] = [60_600, 61_100]
const taken = new Set<number>()

/** The id of a user that nobody is; nobody else of this process gets it until it is given back. */
export async function reserveUser(): Promise<{ readonly uid: number; giveBack(): void } | undefined> {
  const named = new Set(
    (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => Number(line.split(':')[2]))
  )
  const running = new Set((await Promise.all(listPids().map(readUsers))).flat())
  const start = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
  for (let i = 0; i < HIGHEST - LOWEST; i++) {
    const uid = LOWEST + ((start - LOWEST + i) % (HIGHEST - LOWEST))
    if (taken.has(uid) || named.has(uid) || running.has(uid)) continue
    taken.add(uid)
    return { uid, giveBack: () => void taken.delete(uid) }
  }
  return undefined
}

/** The users that a living process acts as: real, effective, saved, for files. */
export async function readUsers(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  if (/^State:\s+[ZX]/m.test(text)) return []
  const [, ids = ''] = /^Uid:\s+(.*)$/m.exec(text) ?? []
  return ids.split(/\s+/).map(Number)
}
