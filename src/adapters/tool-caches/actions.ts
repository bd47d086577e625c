import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, find as findTool } from '@actions/tool-cache'
import semver from 'semver'
import type { ToolCache } from '../../ports.ts'
import { exclusive } from './lock.ts'

/**
 * The runner's tool cache through @actions/tool-cache, which reads RUNNER_TOOL_CACHE and RUNNER_TEMP itself; `root` is
 * the same RUNNER_TOOL_CACHE, for the lock files.
 */
export function actionsToolCache(root: string): ToolCache {
  const beside = (name: string, version: string, file: string): string =>
    join(root, name, semver.clean(version) ?? version, file)
  const find: ToolCache['find'] = async (name, version, arch) => {
    const folder = findTool(name, version, arch)
    return folder === '' ? undefined : folder
  }
  return {
    find,
    // cacheDir empties the entry's folder and copies into it: one at a time, and never over a complete entry.
    add: (from, name, version, arch) =>
      exclusive(beside(name, version, `.${arch}.add.lock`), new AbortController().signal, async () => {
        return (await find(name, version, arch)) ?? (await cacheDir(from, name, version, arch))
      }),
    remove: async (name, version, arch) => {
      await rm(beside(name, version, `${arch}.complete`), { force: true })
      await rm(beside(name, version, arch), { recursive: true, force: true })
    },
    exclusive: (name, version, arch, signal, work) => exclusive(beside(name, version, `.${arch}.lock`), signal, work)
  }
}
