import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What /proc says about one process. `start` is in clock ticks since boot: with the pid it names a process for good. */
export interface Stat {
  readonly state: string
  readonly group: number
  readonly start: string
}

/**
 * Who a process, temp file, scratch folder or lock belongs to: `<pid>-<start>-<where>`. `where` is 8 hex digits of the
 * boot and the pid namespace, so that a container that shares a folder with us is not taken for a dead process of ours.
 */
export interface Owner {
  readonly pid: number
  readonly start: string
  readonly where: string
}

export type Life = 'alive' | 'dead' | 'elsewhere'

/** How an owner looks inside a file name or an environment. */
export const OWNER = /(\d+)-(\d+)-([0-9a-f]{8})/

/** The process table of Linux; undefined when the process is gone, hidden, or there is no /proc. */
export function readStat(pid: number | 'self'): Stat | undefined {
  const text = readProcText(`/proc/${pid}/stat`)
  // The program's name stands in parentheses and may hold anything, so the fields are counted from behind it.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields && { state: fields[0] ?? '?', group: Number(fields[2]), start: fields[19] ?? '0' }
}

/** Every pid that /proc shows; [] where there is no /proc. */
export function listPids(): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    return []
  }
}

/** The value of a variable in the environment with which a process was started, where we may read it. */
export function readProcessVariable(pid: number, name: string): string | undefined {
  const start = `${name}=`
  return readProcText(`/proc/${pid}/environ`)
    ?.split('\0')
    .find((entry) => entry.startsWith(start))
    ?.slice(start.length)
}

let ourselves: string | undefined

/** The owner string of this process. Without /proc the start is 0 and only the pid is known. */
export function formatOwner(): string {
  return (ourselves ??= `${process.pid}-${readStat('self')?.start ?? '0'}-${identifyPlace()}`)
}

/** Reads an owner string, also from inside a longer one. */
export function parseOwner(text: string): Owner | undefined {
  const [, pid, start, where] = OWNER.exec(text) ?? []
  return pid && start && where ? { pid: Number(pid), start, where } : undefined
}

/** 'elsewhere' means another boot, host or container: whether that process lives cannot be seen from here. */
export function judgeLife({ pid, start, where }: Owner): Life {
  if (where !== identifyPlace()) return 'elsewhere'
  const stat = readStat(pid)
  if (stat) return stat.start === start && !isDead(stat) ? 'alive' : 'dead'
  // Hidden from us (hidepid), or no /proc at all: then a pid that exists counts as alive, which errs towards leaving.
  return isExistingProcess(pid) ? 'alive' : 'dead'
}

/** A zombie has ended; only its parent has not looked yet. */
export const isDead = ({ state }: Stat): boolean => state === 'Z' || state === 'X'

/** Whether a pid (or, negative, a process group) exists, zombies included. */
export function isExistingProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let place: string | undefined

function identifyPlace(): string {
  return (place ??= createHash('sha256')
    .update(`${readProcText('/proc/sys/kernel/random/boot_id') ?? ''}${readLink('/proc/self/ns/pid') ?? ''}`)
    .digest('hex')
    .slice(0, 8))
}

function readProcText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
