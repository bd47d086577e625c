import * as node from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { Files } from '../../model/ports/files.ts'
import { disk, TEMPORARY, type FileSystem } from './disk.ts'
import { isBelow, refuseLinksBelow } from './own-folder.ts'
import { withoutLinks } from './regular-file.ts'

/**
 * The real file system for a folder of Slipway's own, `root`: below it no link is followed, neither to read nor to write.
 * Elsewhere, and in scratch folders, which may hold a clone with links of its own, it is as `disk`.
 */
export function ownDisk(root: string, fs: FileSystem = node): Files {
  const [plain, strict] = [disk(root, fs), disk(root, withoutLinks(fs))]
  const at = async (path: string): Promise<Files> => {
    const [first = ''] = relative(root, path).split(sep)
    if (!isBelow(root, path) || TEMPORARY.test(first)) return plain
    await refuseLinksBelow(root, path, fs)
    return strict
  }
  return {
    ...plain,
    read: async (path, most) => (await at(path)).read(path, most),
    tail: async (path, most) => (await at(path)).tail(path, most),
    write: async (path, content, mode) => (await at(path)).write(path, content, mode),
    async *stream(path) {
      yield* (await at(path)).stream(path)
    },
    blob: async (path) => (await at(path)).blob(path),
    digest: async (path) => (await at(path)).digest(path),
    list: async (path) => (await at(path)).list(path),
    names: async (path) => (await at(path)).names(path),
    entries: async (path) => (await at(path)).entries(path),
    stamp: async (path) => (await at(path)).stamp(path),
    async move(from, to) {
      await at(from)
      return (await at(to)).move(from, to)
    },
    async copy(from, to, options) {
      await at(from)
      return (await at(to)).copy(from, to, options)
    },
    remove: async (path) => (await at(path)).remove(path)
  }
}
