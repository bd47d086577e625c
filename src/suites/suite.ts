import type { z } from 'zod'
import type { Json } from '../base/json.ts'
import type { SourceFile, Sources } from '../crds/files.ts'
import type { Pods } from '../model/cluster-providers.ts'
import type { Target, Trial, Verdict } from '../model/nouns.ts'
import type { Weaker } from '../model/weaker.ts'
import type { Cluster } from '../model/ports/kubernetes.ts'
import type { Files } from '../model/ports/files.ts'
import type { Loopback, Processes } from '../model/ports/processes.ts'
import type { Sandboxes } from '../model/ports/sandbox.ts'
import type { Toolchain, ToolName } from '../model/ports/toolchain.ts'
import type { Versions } from './programs/version.ts'

/**
 * One kind of proof. Every start loads this record, so it imports nothing heavy: `settings` and `run` import what they
 * need when they are asked. `Key` is its key in slipway.yaml, `Settings` what stands there.
 */
export interface Suite<Settings = unknown, Key extends string = string> {
  readonly name: string
  /** When `auto` takes it, as the help says it behind the name: `when slipway.yaml names some`. */
  readonly auto: string
  /** Its part of slipway.yaml; left out where it has none. */
  readonly settings?: SettingsBlock<Settings, Key>
  /** Tools of the toolchain that its trials use, for doctor. */
  readonly tools?: readonly ToolName[]
  /** Whether `auto` takes it. */
  fits(situation: Situation, settings: Settings): boolean
  /** Pure: the trials that prove a version. */
  plan(situation: Situation, settings: Settings): TrialPlan
  /** What a trial takes beside a cluster, which its `kubernetes` asks for. */
  needs(trial: Trial): readonly Need[]
  /** Whether its trials roll programs out, for which pods have to run; left out: never. */
  rollsOut?(settings: Settings): boolean
  run(trial: Trial, tools: TrialTools, signal: AbortSignal): Promise<Verdict>
}

/** The programs of the candidate and of the baseline; or the CRDs of the cluster, which trials change one after another. */
export type Need = 'programs' | 'crds'

export interface SettingsBlock<Settings, Key extends string> {
  /** The key in slipway.yaml. */
  readonly key: Key
  /** The settings of a module that says nothing. */
  readonly none: Settings
  readonly schema: () => Promise<z.ZodType<Settings>>
  /**
   * When a change of a setting judges less, by where it stands, such as `stop.within`. Left out: when an entry of a list or a
   * key is gone, or a value is another one.
   */
  readonly weaker?: Readonly<Record<string, Weaker>>
}

/** The trials of a suite; and what it leaves unproved here, with the reason. */
export interface TrialPlan {
  readonly trials?: readonly Omit<Trial, 'suite'>[]
  readonly unproved?: string
}

/** The version that is proved. */
export interface Candidate {
  readonly name: string
  readonly version: string
  /** Whether the version is one that somebody released, or will: a tag's. */
  readonly tagged: boolean
  /** Every package that its programs are made of. */
  readonly imports: readonly string[]
  /** Files of the repository that hold CRDs. */
  readonly crds: readonly SourceFile[]
  /** The release before it, or why there is none. */
  readonly baseline:
    { readonly tag: string; readonly version: string; readonly commit: string } | { readonly skip: string }
}

/** What trials are planned from. */
export interface Situation extends Candidate {
  /** The SMI versions that its programs speak, such as `split.smi-spec.io/v1alpha4`. */
  readonly speaks: readonly string[]
  /** The CRD sets that were asked for. */
  readonly sets: readonly string[]
  /** What programs run on this machine. */
  readonly host: Target
  /** What becomes of pods in the clusters that can be had here. */
  readonly pods: Pods
  /** The Kubernetes minors to prove against. Throws a Failure where no cluster can be made. */
  readonly minors: () => readonly string[]
}

/** The same trials on each Kubernetes. */
export function planOnEach(
  { minors }: Pick<Situation, 'minors'>,
  trialsOn: (kubernetes: string) => readonly Omit<Trial, 'suite'>[]
): TrialPlan {
  const all = minors()
  return all.length > 0 ? { trials: all.flatMap(trialsOn) } : { unproved: 'kubernetes is none' }
}

/** The baseline as trials name it; null where there is none. */
export const nameBaseline = ({ baseline }: Pick<Situation, 'baseline'>): Json =>
  'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit }

/** What suites need of the machine. */
export interface SuiteTools {
  readonly processes: Processes
  readonly files: Files
  readonly loopback: Loopback
  /** Where programs under test run, and nowhere else. */
  readonly sandboxes: Sandboxes
  readonly toolchain: Toolchain
  /** The environment of the go command. */
  readonly env: Readonly<Record<string, string>>
  /** Files of the candidate's repository. */
  readonly sources: Sources
  /** The CRDs of the baseline; none where there is no baseline. */
  readonly baselineCrds: () => Promise<readonly SourceFile[]>
  /** The CRDs of the releases before the baseline, one of each minor, the newest first. */
  readonly earlierCrds: () => Promise<readonly { readonly tag: string; readonly files: readonly SourceFile[] }[]>
}

/** What a trial is given. */
export interface TrialTools extends SuiteTools {
  /** The cluster of the trial. Throws for a trial that asked for none. */
  readonly cluster: () => Cluster
  /** The programs that are compared, once they are there; the verdict says which. */
  readonly versions: () => Promise<Versions>
}
