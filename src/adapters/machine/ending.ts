import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { exists, isDead, pids, statOf, variableOf } from './owner.ts'

/** Set in the environment of every child: `<owner>/<serial>`. Grandchildren inherit it, even those that leave the group. */
export const MARKER = 'SLIPWAY_OWNER'

/** How long after SIGKILL a process may stay (stuck in the kernel) before we give up on it, in milliseconds. */
const STUCK_MS = 10_000

/**
 * The living processes of a group, and with `marker` also those that left it. Zombies do not count: where pid 1 does
 * not reap, they stay for ever. Where there is no /proc: the group as one negative pid, or nothing.
 */
export function survivors(group: number, marker?: string): readonly number[] {
  if (process.platform === 'win32') return exists(group) ? [group] : []
  if (!marker && !exists(-group)) return []
  if (process.platform !== 'linux') return exists(-group) ? [-group] : []
  return pids().filter((pid) => {
    const stat = statOf(pid)
    if (!stat || isDead(stat) || pid === process.pid) return false
    return stat.group === group || (marker !== undefined && variableOf(pid, MARKER) === marker)
  })
}

/**
 * Ends what `find` finds, and what it finds later: SIGTERM, and SIGKILL after `graceMs`. Resolves when nothing is left,
 * or with the pids that even SIGKILL has not ended.
 */
export async function end(find: () => readonly number[], graceMs: number): Promise<readonly number[]> {
  const asked = new Map<number, string | undefined>()
  const started = Date.now()
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    const left = find()
    const waited = Date.now() - started
    if ((left.length === 0 && !leaving(asked)) || waited > graceMs + STUCK_MS) return left
    for (const pid of left) {
      if (waited >= graceMs) signal(pid, 'SIGKILL')
      else if (!asked.has(pid)) signal(pid, 'SIGTERM')
      if (!asked.has(pid)) asked.set(pid, statOf(pid)?.start)
    }
    await sleep(wait)
  }
}

/** A process on its way out shows no environment any more, and no marker in it, before it is gone. */
const leaving = (asked: ReadonlyMap<number, string | undefined>): boolean =>
  [...asked].some(([pid, start]) => {
    const stat = statOf(pid)
    return stat !== undefined && stat.start === start && !isDead(stat)
  })

/** Sends a signal to a process, or to a group when negative; a process that is gone is no error. */
export function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  // Windows knows neither groups nor SIGTERM; /t takes the children along.
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, or not ours to signal: the next look tells.
  }
}
