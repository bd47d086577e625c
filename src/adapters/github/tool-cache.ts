import { join } from 'node:path'
import { cacheDir, find as findTool } from '@actions/tool-cache'
import semver from 'semver'
import type { ToolCache } from '../../model/ports/caches.ts'
import { removeTree, type FileSystem } from '../machine/disk.ts'
import { runInTurn } from '../machine/lock.ts'
import { refuseLinks, sweepBeside } from '../toolchain/cache.ts'

/**
 * The runner's tool cache through @actions/tool-cache, which reads RUNNER_TOOL_CACHE and RUNNER_TEMP itself and writes
 * past `fs`; `root` is the same RUNNER_TOOL_CACHE, for the locks.
 */
export function openActionsToolCache(root: string, fs: FileSystem, warn?: (line: string) => void): ToolCache {
  const how = { fs, ...(warn && { warn }) }
  const placeOf = (name: string, version: string): string => join(root, name, semver.clean(version) ?? version)
  const find: ToolCache['find'] = async (name, version, arch) => {
    const place = placeOf(name, version)
    await refuseLinks(join(place, arch), fs)
    await sweepBeside(place, fs)
    const folder = findTool(name, version, arch)
    return folder === '' ? undefined : folder
  }
  return {
    find,
    // cacheDir empties the entry's folder and copies into it: one at a time, and never over a complete entry. The lock
    // is the tool's, since `exclusive` may hold the version's.
    add: (from, name, version, arch) =>
      runInTurn(
        join(root, name),
        new AbortController().signal,
        async () => (await find(name, version, arch)) ?? (await cacheDir(from, name, version, arch)),
        how
      ),
    remove: async (name, version, arch) => {
      const folder = join(placeOf(name, version), arch)
      await fs.rm(`${folder}.complete`, { force: true, recursive: true })
      await removeTree(fs, folder)
    },
    exclusive: (name, version, _arch, signal, work) => runInTurn(placeOf(name, version), signal, work, how)
  }
}
