import { readdir } from 'node:fs/promises'
import type { Clusters } from '../../model/ports/kubernetes.ts'
import type { Host } from '../../model/ports/host.ts'
import type { ClusterPlan } from '../../plan/cluster-plan.ts'
import { TEMPORARY } from '../machine/disk.ts'
import { judgeLife, parseOwner } from '../machine/owner.ts'
import type { ClusterParts, Sweeping } from './provider.ts'
import { findProvider, PROVIDERS } from './providers.ts'

/**
 * The clusters of a plan, by the provider that it names. What a boot does is told only when it fails; what happens to a
 * cluster that runs is, always.
 */
export function openClusters(
  plan: ClusterPlan | undefined,
  parts: ClusterParts,
  host: Pick<Host, 'info' | 'quote'>
): Clusters {
  const provider = plan && findProvider(plan.provider)
  return {
    async sweep(signal) {
      await provider?.leftovers?.sweep(parts, signal)
    },
    async create(kubernetes, signal) {
      if (!plan || !provider) throw new Error('a trial without a cluster in the plan')
      const steps: string[] = []
      let running = false
      const note = (line: string): void => (running ? host.info(`  ${line}`) : void steps.push(line))
      try {
        const clusters = await provider.clusters(plan, { ...parts, note })
        const cluster = await clusters.create(kubernetes, signal)
        running = true
        return cluster
      } catch (error) {
        if (!signal.aborted && steps.length) host.quote(`how far Kubernetes ${kubernetes} came`, steps.join('\n'))
        throw error
      }
    }
  }
}

/**
 * Removes what killed runs left outside of files, as their marks in the folder tell. Resolves with whether the mark of
 * that name has to stay, since it could not be followed.
 */
export async function sweepMarked(
  folder: string,
  sweeping: Sweeping,
  signal: AbortSignal
): Promise<(name: string) => boolean> {
  const stay: string[] = []
  for (const { leftovers } of PROVIDERS)
    if (leftovers && (await hasMark(folder, leftovers.mark)) && !(await leftovers.sweep(sweeping, signal)))
      stay.push(leftovers.mark)
  return (name) => stay.some((mark) => name.endsWith(`-${mark}`))
}

/** Whether a name in a temporary folder points to a cluster, which goes before the name does. */
export const isMark = (name: string): boolean =>
  PROVIDERS.some(({ leftovers }) => leftovers && name.endsWith(`-${leftovers.mark}`))

/** Whether a run that was killed left its mark in the folder. */
export const hasMark = async (folder: string, mark: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).some((name) => {
    const owner = TEMPORARY.test(name) && name.endsWith(`-${mark}`) ? parseOwner(name) : undefined
    return owner !== undefined && judgeLife(owner) === 'dead'
  })
