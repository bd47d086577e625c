import type { Witness } from './kubernetes.ts'

export interface Output {
  readonly stdout: string
  readonly stderr: string
}

export type Argv = readonly [tool: string, ...args: string[]]

export interface RunOptions {
  readonly cwd?: string
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly input?: string
  readonly signal?: AbortSignal
  /** Called for each line of stderr as it comes. */
  readonly onLine?: (line: string) => void
  /** Another user, which only root can become; supplementary groups are dropped. */
  readonly as?: User
}

export interface User {
  readonly uid: number
  readonly gid: number
}

/**
 * Runs a tool to its end: an argument list, never a shell line. Rejects with a 'command' Failure when its exit status
 * is not 0 (`cause` holds the end of its stderr), with an 'environment' Failure when it cannot be started. When
 * `signal` aborts, the tool and its children are gone before the promise rejects.
 */
export type Exec = (argv: Argv, options: RunOptions) => Promise<Output>

/** A short question to a tool that reads nothing, which is not stopped. What can run anything can ask it. */
export type Query = (argv: Argv, options: QueryOptions) => Promise<Output>

export interface QueryOptions extends Pick<RunOptions, 'cwd' | 'env' | 'onLine'> {
  readonly input?: never
  readonly signal?: never
  readonly as?: never
}

/** A program that runs until it is stopped. Leaving the scope stops it and waits until it and its children are gone. */
export interface Service extends AsyncDisposable {
  readonly pid: number
  /** Resolves with a sentence when the program ended, whoever ended it. */
  readonly ended: Promise<string>
  /** How the program itself ended; children of it may still be there. */
  readonly exit: Promise<Exit>
  /** Asks the program to end, by SIGTERM, and no more than that: it may take its time, or not listen. */
  ask(): void
}

/** An exit status, or the signal that ended the program. */
export interface Exit {
  readonly status: number | null
  readonly by: string | null
}

export interface Processes {
  readonly run: Exec
  /** Starts a service; stdout and stderr are appended to the file `log`. */
  start(argv: Argv, options: StartOptions): Promise<Service>
}

export interface StartOptions extends Pick<RunOptions, 'cwd' | 'env' | 'as'> {
  readonly log: string
}

/** This machine's own network, for programs under test: nothing of it leaves the machine. */
export interface Loopback {
  /** A TCP port of 127.0.0.1 on which nobody listens. */
  port(): Promise<number>
  /** One GET; undefined when nothing answers within two seconds. Rejects only for a URL that leads elsewhere. */
  get(url: string, signal: AbortSignal): Promise<Answer | undefined>
  /**
   * A door to the API of a kubeconfig's cluster that writes down what is refused there. It adds no rights of its own. With
   * `within` it hands on only what reads, or writes in that namespace: the rest gets a 403 from the door itself.
   */
  witness(kubeconfig: string, within?: string): Promise<Witness>
}

export interface Answer {
  readonly status: number
  /** At most 1 MiB of it. */
  readonly body: string
}
