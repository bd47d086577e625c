import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import type { Trace } from '../go/inspect/traces.ts'
import type { Invocation } from '../evidence/invocation.ts'
import type { ExpectedSigner, Repository } from '../model/signer.ts'
import type { Identity, Tool } from '../model/nouns.ts'
import type { ProgramSettings } from '../config/builds.ts'
import type { Command } from '../config/commands.ts'
import type { BuildVariables } from '../config/variables.ts'
import type { Config, Given, InputName } from '../config/inputs.ts'
import type { ClusterPlan, ProviderChoice } from '../plan/cluster-plan.ts'
import type { Surroundings } from '../plan/surroundings.ts'
import type { SigningPlan } from '../plan/signing.ts'
import type { ProveSignature } from '../verify/signed-lists.ts'
import type { Caches } from '../model/ports/caches.ts'
import type { Host } from '../model/ports/host.ts'
import type { Publisher } from '../model/ports/publisher.ts'
import type { Downloading, Signer } from '../model/ports/signer.ts'
import type { Clusters } from '../model/ports/kubernetes.ts'
import type { Toolchain, ToolName } from '../model/ports/toolchain.ts'
import type { Deflate, Unpack } from '../model/ports/archive.ts'
import type { Files } from '../model/ports/files.ts'
import type { Query, Loopback, Processes } from '../model/ports/processes.ts'
import type { Sandboxes } from '../model/ports/sandbox.ts'

/** What the URL of a release's page says. */
export interface ReleasePage {
  readonly publisher: Publisher
  readonly tag: string
  /** The platform's name. */
  readonly on: string
  readonly repository: Repository
}

/** What a signed provenance says of a release, beyond the inputs. */
export interface Again {
  readonly variables: BuildVariables
  /** The settings of its programs, for its targets alone. */
  readonly keep: (builds: readonly ProgramSettings[]) => readonly ProgramSettings[]
}

/** The ports, wired for one run; tests replace parts of the real one to trace writes and requests. */
export interface Context {
  readonly cwd: string
  readonly host: Host
  readonly signal: AbortSignal
  /** The one clock for dates; how long something takes is measured elsewhere. */
  readonly now: () => Date
  readonly print: (text: string) => void
  readonly surroundings: Surroundings
  /** Where the proof can run here; only looks. `pods`: programs are to be rolled out in pods that run. */
  provider(asked: Config, pods: boolean): Promise<ProviderChoice>
  readonly invocation: Invocation
  readonly processes: Processes & { stopAll(): Promise<void>; killAll(): void }
  /** Short, read-only questions, mostly to git. */
  readonly query: Query
  readonly deflate: Deflate
  readonly unpack: Unpack
  /** Tells one signing key from another, and is none. */
  fingerprint(signing: SigningPlan | undefined): Promise<string>
  /** Where there is a cache service. */
  readonly caches?: Caches | undefined
  files(root: string): Files
  /** Files of a folder of Slipway's own: no link below it is followed. */
  ownFiles(root: string): Files
  /** Rejects for a folder that Slipway may not write to: a link leads to it, or it is another user's. */
  refuseForeignPath(folder: string): Promise<void>
  /** Files whose scratch folders lie in the system's temporary folder, for commands that write nowhere else. */
  readonly scratchFiles: Files
  /**
   * The right to write to a folder; what a killed run left there and in the process table is ended and removed first. Rejects
   * where a link or something of another user lies in it.
   */
  claim(folder: string): Promise<AsyncDisposable>
  /** Removes what killed runs left among `scratchFiles`; for commands that claim no folder. */
  sweepScratch(): Promise<void>
  /** The environment of go commands in a module: with what opens private modules. */
  buildEnv(folder: string): Readonly<Record<string, string>>
  /** The environment of git where it is asked about a clone that is here: without any credentials of ours. */
  gitEnv(folder: string): Readonly<Record<string, string>>
  /** Variables of the environment that go into programs. Throws an 'input' Failure for what may not, or is not set. */
  variables(names: readonly string[]): BuildVariables
  /** How a release was made that is made again here; left out where one is made. */
  readonly again?: Again
  readonly loopback: Loopback
  readonly sandboxes: Sandboxes
  readonly toolchain: Toolchain
  /** A tool when it is here already: nothing is fetched or built. */
  present(name: ToolName | 'go', version: string | undefined): Promise<Tool | undefined>
  /** The tools that were used so far, for the report. */
  usedTools(): readonly Tool[]
  clusters(files: Files, out: string, plan: ClusterPlan | undefined): Clusters
  /** How many of them fit side by side. */
  clustersAtOnce(plan: ClusterPlan | undefined): number
  /** Rejects for a key or an identity token that is not there, before the first compile. */
  preflightSigning(signing: SigningPlan, files: Files): Promise<void>
  /** `publicKey`: that of the signing key, where it is known already. */
  signer(signing: SigningPlan | undefined, files: Files, publicKey?: string): Promise<Signer>
  /** Rejects ('input') for a key or a trust root that is none, by its path and what it holds; '' for no trust root. */
  preflightTrust(expected: ExpectedSigner, files: Files, trustedRoot: string): Promise<void>
  /** The same, and what proves signatures. `trustedRoot`: of another Sigstore than the public one, or ''. */
  verifier(expected: ExpectedSigner, files: Files, trustedRoot: string): Promise<ProveSignature>
  /** The command lines by which a downloader checks what is signed. */
  readonly downloaderLines: (identity: Identity, release: Downloading) => readonly string[]
  /** Where releases live: the name of a platform, or a folder. `token`: '' takes the platform's own variables. */
  publisher(to: string, token: string, files: Files): Promise<Publisher>
  /** The release whose page a URL is. */
  releaseAt(url: string, token: string, files: Files): Promise<ReleasePage>
  /** Where the repository of such a place is for people; undefined where nothing says so. */
  repositoryOf(to: string): Repository | undefined
  /** Asks a person in a terminal; where there is none, nobody is asked and it is so. */
  confirm(question: string): Promise<boolean>
  /** Folders of this machine that no program may hold; `tracked` are the files of the work tree that git holds. */
  traces(root: string, tracked: readonly string[], go: Tool): readonly Trace[]
}

/** One command as a door read it: its operands, and a reader of its inputs. */
export interface CommandRequest {
  readonly command: Command
  readonly operands: readonly string[]
  readonly read: (name: InputName) => Given | undefined
}

/** Rejects words behind a command that takes flags only. */
export function refuseOperands({ command, operands }: Pick<CommandRequest, 'command' | 'operands'>): void {
  if (operands.length)
    throw new Failure('input', `${command} takes flags only, not ${operands.map(quote).join(' ').slice(0, 300)}`, {
      hint: `slipway ${command} --help lists its flags.`
    })
}
