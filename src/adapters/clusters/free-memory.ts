import { readFileSync } from 'node:fs'
import { freemem } from 'node:os'

/** What Node says of memory, in bytes: os.freemem() and process.availableMemory(). */
interface MemorySaid {
  readonly free: number
  readonly available: number
}

/**
 * The bytes of memory that programs may still take: what the machine has free, and no more than the limit of a container
 * leaves. Node counts the files in the page cache against such a limit, and after a build they fill any: those that were
 * not used lately are counted as free here, since the kernel drops them first (as a kubelet does: usage − inactive_file).
 */
export const computeFreeMemory = (
  { free, available }: MemorySaid,
  read: (path: string) => string | undefined
): number => (available < free ? Math.min(free, available + readInactiveFiles(read)) : available)

/** The bytes of such files of this process's control group, version 2 or 1; 0 where that cannot be read. */
function readInactiveFiles(read: (path: string) => string | undefined): number {
  const groups = read('/proc/self/cgroup') ?? ''
  const first = /^\d+:(?:[\w,]+,)?memory(?:,[\w,]+)?:(.*)$/m.exec(groups)?.[1]
  const [root, path, field] =
    first === undefined
      ? (['/sys/fs/cgroup', /^0::(.*)$/m.exec(groups)?.[1] ?? '/', 'inactive_file'] as const)
      : (['/sys/fs/cgroup/memory', first, 'total_inactive_file'] as const)
  // Inside a container its own group may be mounted as the root, whatever the path says.
  const stat = read(`${root}${path.replace(/\/$/, '')}/memory.stat`) ?? read(`${root}/memory.stat`) ?? ''
  return Number(new RegExp(`^${field} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0)
}

export const measureFreeMemory = (): number =>
  computeFreeMemory({ free: freemem(), available: process.availableMemory() }, (path) => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return undefined
    }
  })
