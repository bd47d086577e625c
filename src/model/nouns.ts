/** The nouns of Slipway. Types, and a guard for what is read back; `shared` words: target, binary, artifact, trial, verdict, bundle, draft. */

import { either, isText, shaped } from '../base/decode.ts'
import type { Failure } from '../base/errors.ts'
import type { Json } from '../base/json.ts'
import type { Isolation } from './isolation.ts'

/** One GOOS/GOARCH, with the GOARM, GOAMD64, … variant as its own part. */
export interface Target {
  readonly os: string
  readonly arch: string
  /** As in `linux/arm/v7`, `linux/amd64/v3`, `linux/mips/softfloat`; always set where Go has a default that matters. */
  readonly variant?: string
}

/** One main package built for one target. */
export interface Binary {
  readonly target: Target
  /** The program's name without `.exe`. */
  readonly name: string
  /** Import path of its main package. */
  readonly main: string
  readonly path: string
  /** sha256 as 64 hex digits. */
  readonly sha256: string
  readonly size: number
}

export type ArtifactKind =
  | 'archive'
  | 'program'
  | 'sbom'
  | 'source'
  | 'file'
  | 'list'
  | 'checksums'
  | 'bundle'
  | 'attestation'
  | 'manifest'
  | 'report'

/** A file meant for the release. */
export interface Artifact {
  readonly kind: ArtifactKind
  /** The name under which it is published. */
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly size: number
  readonly target?: Target
}

/** Bytes known by name and digest, wherever they lie. */
export interface Digest {
  readonly sha256: string
  readonly size: number
}

/** What git and go.mod say, gathered once before planning. */
export interface Facts {
  /** Absolute path of the git work tree. */
  readonly root: string
  /** Module folder relative to `root`, '' when it is the root. */
  readonly moduleDir: string
  readonly module: string
  /** The `go` and `toolchain` lines of go.mod, as written. */
  readonly goLine: string
  readonly toolchainLine: string | undefined
  readonly vendored: boolean
  /** 40 hex digits. */
  readonly commit: string
  /** Commit time in ISO 8601, UTC: the timestamp of everything reproducible. */
  readonly committedAt: string
  /** Tags whose peeled commit is this commit, in git's order. */
  readonly tags: readonly string[]
  /** All tags of the repository, to know what the highest version is. */
  readonly allTags: readonly string[]
  /** Every tag with the commit that it means. */
  readonly tagCommits: Readonly<Record<string, string>>
  /** Tags of commits in the history of this one. */
  readonly mergedTags: readonly string[]
  /** Paths that git says are changed or untracked; empty for a clean tree. */
  readonly dirty: readonly string[]
  /** A digest of the dirty paths' content, '' when clean: keeps snapshots apart. */
  readonly dirtyDigest: string
  readonly shallow: boolean
  /** `origin`'s URL without credentials, if there is one. */
  readonly remote: string | undefined
}

/** A toolchain or tool that may be run: where it came from and what vouches for it. */
export interface Tool {
  readonly name: string
  /** As the tool's own release is named: `v3.1.3`, `go1.26.8`. */
  readonly version: string
  /** Absolute path of the program. */
  readonly path: string
  readonly source: 'machine' | 'download' | 'module'
  /** One line for the report: what was checked and against what. */
  readonly vouched: string
  /** What the program hashed to when this run checked it; absent for one that was taken unchecked. */
  readonly sha256?: string
  /** Where a go command keeps what it compiled and what it fetched, by its own word. */
  readonly keeps?: { readonly builds: string; readonly modules: string }
}

/** One run of a suite, on one cluster where it needs one. */
export interface Trial {
  /** The name of its suite. */
  readonly suite: string
  /** The minor of its cluster; undefined for a suite that needs none. */
  readonly kubernetes: string | undefined
  /** Which of several things this trial is about, such as a workload's name. */
  readonly subject?: string
  /** A drill of the cluster with nothing of the project's: shown, but no proof, in no count and in nothing that is signed. */
  readonly drill?: true
  /** Suite parameters, as data (CRD set, deadlines, …). */
  readonly with: { readonly [key: string]: Json }
}

/** One thing a trial looked at. */
export interface Check {
  /** A sentence that is true when the check passes: "TrafficSplit v1alpha2 with weight 1 is accepted". */
  readonly claim: string
  readonly outcome: 'passed' | 'failed'
  /** What was seen, in a line or a few. */
  readonly seen: string
  /** How a person repeats it by hand. */
  readonly repeat?: string
  /** What did not survive, where the check was about that. */
  readonly loss?: Loss
  /** The line of the user's file that it is about. */
  readonly at?: FileLine
  /** It does not hold, and slipway.yaml accepts that for this reason; it counts as passed. */
  readonly accepted?: string
}

/** A line of a file of the repository, relative to the module. */
export interface FileLine {
  readonly file: string
  readonly line: number
}

/** Fields that are gone from an object after it was written, stored and read. */
export interface Loss {
  readonly kind: string
  /** Versions, with more words where one version has two meanings, as in `v1 (candidate)`. */
  readonly written: string
  readonly stored: string
  readonly read: string
  /** Such as `spec.matches[].name`. */
  readonly fields: readonly string[]
  /** Why, of a loss that was known before anybody looked; undefined for one that was not. */
  readonly because?: string
}

export interface Verdict {
  readonly trial: Trial
  readonly outcome: 'passed' | 'failed'
  /** Where it ran: provider, server version, and "simulated" where pods did not really run; undefined without a cluster. */
  readonly cluster: { readonly provider: string; readonly server: string; readonly simulated: boolean } | undefined
  readonly checks: readonly Check[]
  /** The versions that were compared, where programs ran. */
  readonly compared?: { readonly baseline: ComparedVersion | null; readonly candidate: ComparedVersion }
  /** What kept the programs from the rest of the machine, where they ran on it. */
  readonly isolation?: Isolation['by']
  /** What happened when, where a trial is a story: the upgrade and the way back. */
  readonly moments?: readonly Moment[]
  /** Wall time of the trial in milliseconds. */
  readonly ms: number
}

/** A trial that came to no verdict: its cluster did not start, or broke under it. */
export interface Broken {
  readonly trial: Trial
  readonly failure: Failure
}

/** What came of all trials, in the plan's order. */
export interface Proof {
  readonly verdicts: readonly Verdict[]
  /** What came of drills; left out where there was none. */
  readonly drills?: readonly Verdict[]
  /** Trials that came to no verdict. */
  readonly broken: readonly Broken[]
  /** The clusters that were made for them; none where every verdict was known. */
  readonly clusters: readonly Booted[]
  /** Those of them that did not go away, and why; left out where all did. */
  readonly left?: readonly Left[]
}

/** A cluster that could not be taken away again: a run that leaves something has failed, whatever it proved. */
export interface Left {
  readonly kubernetes: string
  readonly failure: Failure
}

/** A cluster that was made, and how long it took until it was ready, in milliseconds. */
export interface Booted {
  readonly kubernetes: string
  readonly provider: string
  readonly server: string
  readonly ms: number
  /** Where its logs lie, relative to the output folder; null where they were not wanted. */
  readonly logs: string | null
}

/** A version whose programs a trial ran. */
export interface ComparedVersion {
  readonly name: string
  /** What its programs are: compiled from which commit, or downloaded and checked against what. */
  readonly origin: string
}

/** Something that happened in a trial. */
export interface Moment {
  /** Milliseconds since the trial began. */
  readonly at: number
  /** How long it took, in milliseconds. */
  readonly ms: number
  /** `baseline v1.0.0`, `candidate v1.1.0`, `rollback to v1.0.0`; '' for what belongs to no step. */
  readonly step: string
  readonly what: string
  readonly outcome: 'passed' | 'failed'
}

/** What a downloader demands of a signature: a public key (PEM), or a certificate identity and who vouched for it. */
export type Identity = { readonly publicKey: string } | { readonly identity: string; readonly issuer: string }

/** Whether a value that was read back is an identity. */
export const isIdentity = either(
  shaped<{ readonly publicKey: string }>({ publicKey: isText }),
  shaped<{ readonly identity: string; readonly issuer: string }>({ identity: isText, issuer: isText })
)

/** A file and what its bytes hash to. */
export interface Named {
  readonly name: string
  /** 64 hex digits. */
  readonly sha256: string
}
