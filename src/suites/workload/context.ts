import type { Cluster } from '../../model/ports/kubernetes.ts'
import type { OwnCrds } from '../cluster/own-crds.ts'
import type { Discovery } from '../cluster/resources.ts'
import type { Version } from '../programs/version.ts'
import type { SuiteTools } from '../suite.ts'
import type { Diary } from './diary.ts'
import type { Workload } from './settings.ts'

export type StepName = 'baseline' | 'candidate' | 'rollback'

/** What a workload trial needs of the machine. */
export type WorkloadTools = Pick<SuiteTools, 'processes' | 'files' | 'loopback' | 'sandboxes'>

/** One trial of a workload: where it plays and what all its steps share. */
export interface TrialContext {
  readonly cluster: Cluster
  readonly namespace: string
  readonly workload: Workload
  readonly tools: WorkloadTools
  readonly discovery: Discovery
  /** A private folder of this trial; `data/` in it stays from step to step, as a volume would. */
  readonly folder: string
  /** `port` and `port.NAME`: the same for both versions, so that what moved or was not let go is seen. */
  readonly ports: ReadonlyMap<string, number>
  readonly diary: Diary
  readonly crds: OwnCrds
  readonly signal: AbortSignal
}

/** One version's turn. */
export interface WorkloadStep {
  readonly name: StepName
  readonly version: Version
  /** `candidate v1.1.0`, for claims. */
  readonly label: string
}
