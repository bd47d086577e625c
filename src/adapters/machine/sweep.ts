import { endProcesses, MARKER } from './ending.ts'
import { isDead, judgeLife, parseOwner, listPids, readStat, readProcessVariable } from './owner.ts'

export type Swept = { readonly ended: readonly number[]; readonly left: readonly number[] } | { readonly skip: string }

/**
 * Ends what runs of Slipway that were killed left running: every process whose marker names an owner that is no longer
 * alive. Processes of live runs, of this one, and of other hosts and containers are not touched. Linux only.
 */
export async function sweepProcesses({ graceMs = 3000 }: { readonly graceMs?: number } = {}): Promise<Swept> {
  if (process.platform !== 'linux') return { skip: `there is no /proc on ${process.platform} to find orphans in` }
  const seen = new Set<number>()
  const left = await endProcesses(() => {
    const found = listOrphans()
    for (const pid of found) seen.add(pid)
    return found
  }, graceMs)
  return { ended: [...seen].filter((pid) => !left.includes(pid)), left }
}

function listOrphans(): readonly number[] {
  return listPids().filter((pid) => {
    const marker = pid === process.pid ? undefined : readProcessVariable(pid, MARKER)
    const owner = marker === undefined ? undefined : parseOwner(marker)
    if (!owner || judgeLife(owner) !== 'dead') return false
    const stat = readStat(pid)
    return stat !== undefined && !isDead(stat)
  })
}
