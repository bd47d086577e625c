import type { Artifact, Proof, Tool } from '../model/nouns.ts'
import type { Plan } from '../plan/plan.ts'
import type { Span } from '../steps/timeline.ts'
import type { Scanned } from '../vulnerabilities/model.ts'

/** All that the reports of a run are made of. */
export interface Story extends Proof {
  readonly plan: Plan
  readonly artifacts: readonly Artifact[]
  readonly spans: readonly Span[]
  readonly tools: readonly Tool[]
  /** How a downloader verifies, as shell lines. */
  readonly verification: readonly string[]
  readonly url: string | undefined
  /** Where the release lies as a draft. */
  readonly kept?: string
  readonly vulnerabilities?: Scanned
}
