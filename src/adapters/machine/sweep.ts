import { end, MARKER } from './ending.ts'
import { isDead, lifeOf, parseOwner, pids, statOf, variableOf } from './owner.ts'

export type Swept = { readonly ended: readonly number[]; readonly left: readonly number[] } | { readonly skip: string }

/**
 * Ends what runs of Slipway that were killed left running: every process whose marker names an owner that is no longer
 * alive. Processes of live runs, of this one, and of other hosts and containers are not touched. Linux only.
 */
export async function sweepProcesses({ graceMs = 3000 }: { readonly graceMs?: number } = {}): Promise<Swept> {
  if (process.platform !== 'linux') return { skip: `there is no /proc on ${process.platform} to find orphans in` }
  const seen = new Set<number>()
  const left = await end(() => {
    const found = orphans()
    for (const pid of found) seen.add(pid)
    return found
  }, graceMs)
  return { ended: [...seen].filter((pid) => !left.includes(pid)), left }
}

function orphans(): readonly number[] {
  return pids().filter((pid) => {
    const marker = pid === process.pid ? undefined : variableOf(pid, MARKER)
    const owner = marker === undefined ? undefined : parseOwner(marker)
    if (!owner || lifeOf(owner) !== 'dead') return false
    const stat = statOf(pid)
    return stat !== undefined && !isDead(stat)
  })
}
