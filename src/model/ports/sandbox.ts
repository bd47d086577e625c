import type { Isolation } from '../isolation.ts'
import type { Answer, Argv, Exec, Service, StartOptions } from './processes.ts'

/** What programs in one sandbox get, beside the programs and libraries of the system. */
export interface SandboxOptions {
  /** Files and folders that they read, at the paths that these have here. */
  readonly reads: readonly string[]
  /** Folders that they write. Slipway writes there before the sandbox opens and after it has closed, never between. */
  readonly writes: readonly string[]
  /** Ports of 127.0.0.1 on this machine that they reach under the same number. */
  readonly reaches: readonly number[]
  /** Folders of this run that they must not see, such as the output folder: isolation by another user closes them. */
  readonly hides: readonly string[]
  /** Whether they have the network of this machine, its loopback too; left out: they have one of their own, which leads nowhere. */
  readonly network?: boolean
}

/** One place for programs under test. When its scope ends, they are gone with everything that they started. */
export interface Sandbox extends AsyncDisposable {
  /** As `Processes.run`, inside. */
  readonly run: Exec
  /** As `Processes.start`, inside; the log lies outside. `ask` reaches the program itself. */
  start(argv: Argv, options: StartOptions): Promise<Service>
  /** One GET of a URL at 127.0.0.1 as programs inside see it; undefined when nothing answers within two seconds. */
  get(url: string, signal: AbortSignal): Promise<Answer | undefined>
}

export interface Sandboxes {
  /** How programs are isolated on this machine: found out once, by trying. */
  isolation(): Promise<Isolation>
  /** Rejects with an 'environment' Failure where the isolation that was found does not hold for this. */
  open(given: SandboxOptions): Promise<Sandbox>
}
