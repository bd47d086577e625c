import type { Manifest } from '../crds/source.ts'
import type { FileLine } from '../model/nouns.ts'
import { findOffset } from '../base/yaml-lines.ts'
import type { CrdSet } from './crds.ts'

/** What is wrong, or odd, with a line of a manifest. */
export interface LintFinding {
  readonly at: FileLine
  /** An error is refused by a server or loses something on it; a warning works, and hardly as meant. */
  readonly severity: 'error' | 'warning'
  /** Such as `smi/weight`. */
  readonly rule: string
  readonly says: string
  readonly hint?: string | undefined
}

export interface LintOptions {
  /** `split.smi-spec.io/v1alpha2`, …: what the program reads; empty where that is not known. */
  readonly speaks: readonly string[]
  /** The sets that the manifests are for. */
  readonly sets: readonly CrdSet[]
}

/** A finding on the line of a field, or of what is nearest around it. */
export const makeLintFinding = (
  { path: file, document, lineAt }: Manifest,
  path: readonly (string | number)[],
  what: Omit<LintFinding, 'at'>
): LintFinding => ({ at: { file, line: lineAt(findOffset(document, path)) }, ...what })
