import { formatTarget } from '../go/target.ts'
import type { Artifact, Identity, Verdict } from '../model/nouns.ts'
import type { Plan } from '../plan/plan.ts'

/** What stands in manifest.json; read again by later commands, so `schema` counts up when its shape changes. */
export interface ReleaseManifest {
  readonly schema: 1
  readonly name: string
  readonly version: string
  readonly tag: string | null
  readonly module: string
  readonly commit: string
  readonly committedAt: string
  readonly go: string
  /** How checksums.txt is signed; null when it is not. */
  readonly signature: Identity | null
  readonly verdicts: readonly {
    readonly suite: string
    /** Null for a suite that needs no cluster. */
    readonly kubernetes: string | null
    readonly outcome: 'passed' | 'failed'
  }[]
  readonly artifacts: readonly {
    readonly name: string
    readonly kind: Artifact['kind']
    readonly target: string | null
    readonly size: number
    readonly sha256: string
  }[]
}

export const makeReleaseManifest = (
  plan: Plan,
  artifacts: readonly Artifact[],
  verdicts: readonly Verdict[],
  signature: Identity | undefined
): ReleaseManifest => ({
  schema: 1,
  name: plan.name,
  version: plan.version,
  tag: plan.tag ?? null,
  module: plan.module,
  commit: plan.commit,
  committedAt: plan.committedAt,
  go: plan.go.version,
  signature: signature ?? null,
  verdicts: verdicts.map(({ trial, outcome }) => ({
    suite: trial.suite,
    kubernetes: trial.kubernetes ?? null,
    outcome
  })),
  artifacts: artifacts.map(({ name, kind, target, size, sha256 }) => ({
    name,
    kind,
    target: target ? formatTarget(target) : null,
    size,
    sha256
  }))
})
