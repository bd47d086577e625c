import * as node from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { FileSystem } from '../../src/adapters/machine/disk.ts'

/** Operations that change what lies on the disk: the moments at which a kill is worth a try. */
const CHANGES: ReadonlySet<string> = new Set([
  'chmod',
  'cp',
  'mkdir',
  'open',
  'rename',
  'rm',
  'symlink',
  'sync',
  'utimes',
  'writeFile'
])

/** Whether a file is opened to be read, which changes nothing. */
const reads = (flags: unknown): boolean =>
  flags === 'r' || (typeof flags === 'number' && (flags & ACCESS) === node.constants.O_RDONLY)
const ACCESS = node.constants.O_WRONLY | node.constants.O_RDWR

/**
 * A file system that calls `before` with the name and the arguments of each operation that changes something, ahead of
 * it; on what `open` gave, too, with the path that was opened as the first argument. When `before` throws, the operation fails with that; when it does not return, the world
 * stops there.
 */
export function traced(
  before: (operation: string, args: readonly unknown[]) => void,
  fs: FileSystem = node
): FileSystem {
  return watch(fs, before)
}

function watch<T extends object>(
  target: T,
  before: (operation: string, args: readonly unknown[]) => void,
  opened: readonly unknown[] = []
): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name, of)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        if (CHANGES.has(String(name)) && !(name === 'open' && reads(args[1])))
          before(String(name), [...opened, ...args])
        const result: unknown = await Reflect.apply(value, of, args)
        return name === 'open' ? watch(result as FileHandle, before, args.slice(0, 1)) : result
      }
    }
  })
}
