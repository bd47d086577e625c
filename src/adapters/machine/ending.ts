import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { isExistingProcess, isDead, listPids, readStat, readProcessVariable } from './owner.ts'

/** Set in the environment of every child: `<owner>/<serial>`. Grandchildren inherit it, even those that leave the group. */
export const MARKER = 'SLIPWAY_OWNER'

/** How long after SIGKILL a process may stay (stuck in the kernel) before we give up on it, in milliseconds. */
const STUCK_MS = 10_000

/**
 * The living processes of a group, and with `marker` also those that left it. Zombies do not count: where pid 1 does
 * not reap, they stay for ever. Where there is no /proc: the group as one negative pid, or nothing.
 */
export function listSurvivors(group: number, marker?: string): readonly number[] {
  if (process.platform === 'win32') return isExistingProcess(group) ? [group] : []
  if (!marker && !isExistingProcess(-group)) return []
  if (process.platform !== 'linux') return isExistingProcess(-group) ? [-group] : []
  return listPids().filter((pid) => {
    const stat = readStat(pid)
    if (!stat || isDead(stat) || pid === process.pid) return false
    return stat.group === group || (marker !== undefined && readProcessVariable(pid, MARKER) === marker)
  })
}

/**
 * Ends what `find` finds, and what it finds later: SIGTERM, and SIGKILL after `graceMs`. Resolves when nothing is left,
 * or with the pids that even SIGKILL has not ended.
 */
export async function endProcesses(find: () => readonly number[], graceMs: number): Promise<readonly number[]> {
  const asked = new Map<number, string | undefined>()
  const started = Date.now()
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    const left = find()
    const waited = Date.now() - started
    if ((left.length === 0 && !isLeaving(asked)) || waited > graceMs + STUCK_MS) return left
    for (const pid of left) {
      if (waited >= graceMs) sendSignal(pid, 'SIGKILL')
      else if (!asked.has(pid)) sendSignal(pid, 'SIGTERM')
      if (!asked.has(pid)) asked.set(pid, readStat(pid)?.start)
    }
    await sleep(wait)
  }
}

/** A process on its way out shows no environment any more, and no marker in it, before it is gone. */
const isLeaving = (asked: ReadonlyMap<number, string | undefined>): boolean =>
  [...asked].some(([pid, start]) => {
    const stat = readStat(pid)
    return stat !== undefined && stat.start === start && !isDead(stat)
  })

/** Sends a signal to a process, or to a group when negative; a process that is gone is no error. */
export function sendSignal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
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
