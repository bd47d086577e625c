import { copyFile, link, lstat, mkdir, readdir, readlink, rename, rm, symlink, utimes } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { readSystemCode } from '../../machine/refused.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where the go command keeps what it compiled and what it downloaded (`go help cache`, `go help goproxy`). */
export function locateGoCaches(env: Env, os: string): { readonly build: string; readonly modules: string } {
  const home = env['HOME'] || env['USERPROFILE'] || homedir()
  const cache =
    os === 'win32'
      ? env['LOCALAPPDATA']
      : os === 'darwin'
        ? join(home, 'Library', 'Caches')
        : env['XDG_CACHE_HOME'] || join(home, '.cache')
  const paths = env['GOPATH']?.split(os === 'win32' ? ';' : ':')[0]
  return {
    build: env['GOCACHE'] || join(cache || home, 'go-build'),
    modules: join(env['GOMODCACHE'] || join(paths || join(home, 'go'), 'pkg', 'mod'), 'cache', 'download')
  }
}

/** Regular files below a folder, relative to it, with `/`; none where there is no such folder. Follows no link. */
export async function listFilesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
}

/** Puts files of `from` into `to` under the same names, without copying their bytes where the disk can do that. */
export async function stageFiles(from: string, to: string, names: readonly string[]): Promise<void> {
  const folders = new Set(names.map((name) => dirname(join(to, name))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    try {
      const link = await readlink(source)
      // Names of one program lie beside it.
      if (!/[/\\]/.test(link)) await symlink(link, target)
      continue
    } catch (cause) {
      if (!['EINVAL', 'UNKNOWN'].includes(readSystemCode(cause))) throw cause
    }
    await link(source, target).catch(() => copyFile(source, target))
  }
}

/**
 * Moves the regular files of `from` to where there is none in `to`; `age`: their time of change from now on. A file is
 * there whole or not at all.
 */
export async function takeOverFiles(from: string, to: string, age?: Date): Promise<number> {
  let taken = 0
  for (const name of await listFilesBelow(from)) {
    const target = join(to, name)
    if (await isPresent(target)) continue
    await mkdir(dirname(target), { recursive: true })
    if (age) await utimes(join(from, name), age, age)
    await moveFile(join(from, name), target)
    taken++
  }
  return taken
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (cause) {
    if (readSystemCode(cause) !== 'EXDEV') throw cause
    const aside = `${to}.slipway`
    await copyFile(from, aside)
    const { atime, mtime } = await lstat(from)
    await utimes(aside, atime, mtime)
    await rename(aside, to)
    await rm(from, { force: true })
  }
}

export const isPresent = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false
  )
