import type { Trace } from '../go/inspect/traces.ts'
import type { Identity, Tool } from '../model.ts'
import type { Plan } from '../plan.ts'
import type { Config } from '../inputs.ts'
import type { ClusterPlan, Surroundings } from '../plan/around.ts'
import type { PublicationPlan } from '../plan/publication.ts'
import type { SigningPlan } from '../plan/signing.ts'
import type { Clusters, Deflate, Exec, Files, Host, Processes, Publisher, Signer, Toolchain } from '../ports.ts'

/** Rejects unless the expected signer's bundle proves the file. */
export type Verifier = (path: string, bundle: string) => Promise<void>

/** The ports, wired for one run; tests replace parts of the real one to trace writes and requests. */
export interface World {
  readonly cwd: string
  readonly host: Host
  readonly signal: AbortSignal
  readonly print: (text: string) => void
  readonly surroundings: Omit<Surroundings, 'provider'>
  /** Where the proof can run here; only looks. */
  provider(asked: Config): Promise<Surroundings['provider']>
  readonly processes: Processes & { stopAll(): Promise<void>; killAll(): void }
  /** Short, read-only questions, mostly to git. */
  readonly query: Exec
  readonly deflate: Deflate
  /** Tells one signing key from another, and is none. */
  fingerprint(signing: SigningPlan | undefined): Promise<string>
  files(root: string): Files
  /** Files whose scratch folders lie in the system's temporary folder, for commands that write nowhere else. */
  readonly scratchFiles: Files
  /** The right to write to a folder; what a killed run left there and in the process table is ended and removed first. */
  claim(folder: string): Promise<AsyncDisposable>
  buildEnv(folder: string): Readonly<Record<string, string>>
  readonly toolchain: Toolchain
  /** The tools that were used so far, for the report. */
  usedTools(): readonly Tool[]
  clusters(files: Files, out: string, plan: ClusterPlan | undefined): Clusters
  /** How many of them fit side by side. */
  clustersAtOnce(plan: ClusterPlan | undefined): number
  /** Rejects for a key that is not there, before the first compile. */
  refuseUnreadableKey(signing: SigningPlan, files: Files): Promise<void>
  /** `publicKey`: that of the signing key, where it is known already. */
  signer(signing: SigningPlan | undefined, files: Files, publicKey?: string): Promise<Signer>
  verifier(expected: { key: string; identity: string; issuer: string }, files: Files): Promise<Verifier>
  /** The command line by which a downloader checks the signature. */
  readonly verifyCommand: (identity: Identity) => string
  /** The publisher, after whatever can be asked before the first compile was asked. */
  publisher(publication: PublicationPlan, plan: Plan, token: string, files: Files): Promise<Publisher>
  /** Folders of this machine that no program may hold. */
  traces(root: string, go: Tool): readonly Trace[]
  maskSecrets(token: string): void
}
