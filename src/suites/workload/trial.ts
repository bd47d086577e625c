import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import type { Cluster } from '../../model/ports/kubernetes.ts'
import { runInNamespace } from '../cluster/namespace.ts'
import { trackOwnCrds } from '../cluster/own-crds.ts'
import { openDiscovery } from '../cluster/resources.ts'
import { reachVerdict } from '../evidence.ts'
import type { TrialContext, WorkloadTools } from './context.ts'
import { diary } from './diary.ts'
import type { Workload } from './settings.ts'

/** A trial of a workload, and what it is given. */
export interface WorkloadTrial {
  readonly cluster: Cluster
  readonly trial: Trial
  readonly tools: WorkloadTools
  readonly signal: AbortSignal
}

export const readWorkload = (trial: Trial): Workload => trial.with['workload'] as unknown as Workload

/** Plays a trial in a namespace and a folder of its own, and removes the CRDs that it made, whatever came of it. */
export async function playTrial(
  { cluster, trial, tools, signal }: WorkloadTrial,
  {
    kind,
    simulated,
    ports = async () => new Map()
  }: {
    readonly kind: 'workload' | 'rollout'
    /** Whether pods that it makes are simulated. */
    readonly simulated: boolean
    readonly ports?: () => Promise<ReadonlyMap<string, number>>
  },
  play: (context: TrialContext) => Promise<readonly Check[]>
): Promise<Verdict> {
  const workload = readWorkload(trial)
  const book = diary()
  const crds = trackOwnCrds(cluster.api)
  const told = await reachVerdict(cluster, trial, simulated, () =>
    runInNamespace(cluster.api, workload.name, signal, async (namespace): Promise<readonly Check[]> => {
      await using scratch = await tools.files.scratch(`${kind}-${workload.name}`)
      try {
        return await play({
          ...{ cluster, namespace, workload, tools, crds, signal },
          discovery: openDiscovery(cluster.api),
          folder: scratch.path,
          ports: await ports(),
          diary: book
        })
      } finally {
        await crds.remove()
      }
    })
  )
  return { ...told, moments: book.moments }
}
