import type { Moment } from '../../../model/nouns.ts'
import type { Cluster } from '../../../model/ports/kubernetes.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Loopback, Processes } from '../../../model/ports/processes.ts'
import type { Workload } from '../settings.ts'
import type { Evidence, Look } from '../../evidence.ts'
import type { Discovery } from '../../cluster/resources.ts'
import type { Version } from '../../programs/version.ts'

export type StepName = 'baseline' | 'candidate' | 'rollback'

/** What a workload trial needs of the machine. */
export interface ProcessTools {
  readonly processes: Processes
  readonly files: Files
  readonly loopback: Loopback
}

/** One trial of a workload: where it plays and what all its steps share. */
export interface Scene {
  readonly cluster: Cluster
  readonly namespace: string
  readonly workload: Workload
  readonly tools: ProcessTools
  readonly found: Discovery
  /** A private folder of this trial; `data/` in it stays from step to step, as a volume would. */
  readonly folder: string
  /** `port` and `port.NAME`: the same for both versions, so that what moved or was not let go is seen. */
  readonly ports: ReadonlyMap<string, number>
  readonly evidence: Evidence
  readonly moments: Moment[]
  readonly began: number
  /** Names of CRDs that were not there before this trial. */
  readonly created: string[]
  readonly signal: AbortSignal
}

/** One version's turn. */
export interface Step {
  readonly name: StepName
  readonly version: Version
  /** `candidate v1.1.0`, for claims. */
  readonly label: string
}

/** Looks, records what was seen as a check and as a moment of the story (from when until when it was waited for, where that is not just now), and tells whether the claim holds. */
export async function witnessed(
  { evidence, moments, began }: Scene,
  step: string,
  claim: string,
  repeat: string,
  look: () => Promise<Look>,
  { from = performance.now(), until }: { readonly from?: number; readonly until?: number } = {}
): Promise<boolean> {
  const ok = await evidence.check(step === '' ? claim : `${step}: ${claim}`, repeat, look)
  moments.push({
    at: Math.round(from - began),
    ms: Math.round((until ?? performance.now()) - from),
    step,
    what: claim,
    outcome: ok ? 'passed' : 'failed'
  })
  return ok
}
