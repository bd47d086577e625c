import type { Finding } from '../base/finding.ts'
import type { Limit } from '../base/parallel.ts'
import type { LoggedCommit } from '../facts/git-log.ts'
import type { Artifact, Proof } from '../model/nouns.ts'
import type { Unpack } from '../model/ports/archive.ts'
import type { Published, Publisher } from '../model/ports/publisher.ts'
import type { Signer } from '../model/ports/signer.ts'
import type { Scanned } from '../vulnerabilities/model.ts'
import type { RunFacts } from './run.ts'
import type { PackageTools } from './stages/package.ts'
import type { ProofTools } from './stages/prove/prove.ts'
import type { RebuildTools } from './stages/rebuild.ts'
import type { ExtrasTools } from './stages/extras.ts'
import type { ScanTools } from './stages/scan/govulncheck.ts'
import type { Signed } from './stages/sign/bundles.ts'

/** All that carrying out a plan takes. */
export interface Tools extends RebuildTools, PackageTools, ProofTools, ScanTools, ExtrasTools {
  readonly suites: ProofTools['suites']
  /** Made when it is needed: a re-run of a signed release needs none. */
  readonly signer: () => Promise<Signer>
  /** Tells two keys apart without being one; '' for keyless. */
  readonly fingerprint: string
  readonly publisher: Publisher | undefined
  readonly unpack: Unpack
  readonly thisRun: RunFacts
  /** The commits since a tag, where this clone has them. */
  readonly changes: (since: string | undefined) => Promise<readonly LoggedCommit[] | undefined>
  /** Things that a person should know. */
  readonly warn: (line: string) => void
  /** Something on a line of the user's own files. */
  readonly finding: (finding: Finding) => Promise<void>
  /** Compilers side by side, and archives side by side. */
  readonly compiling: Limit
  readonly packing: Limit
  /** Told what there is so far, once before a failed proof stops the run and once at the end: the report. */
  readonly report: (outcome: Outcome) => Promise<void>
  /** The commands that verify a release in the folder with its files, of which some have these names. */
  readonly verification: (names: readonly string[]) => Promise<readonly string[]>
  /** `go mod verify`, but for vendored modules; beside the first compile of a run that compiles, none of which counts before. */
  readonly verifyModules: (signal: AbortSignal) => Promise<void>
}

/** What came of a plan, so far. */
export interface Outcome extends Proof {
  readonly artifacts: readonly Artifact[]
  /** What is known to be wrong with the modules of the programs; undefined where nobody was asked. */
  readonly vulnerabilities?: Scanned
  readonly signed?: Signed
  readonly published?: Published
  /** Where the release lies as a draft. */
  readonly kept?: string
  /** Files of the published release that we did not make. */
  readonly foreign: readonly string[]
}
