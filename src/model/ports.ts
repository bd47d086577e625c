/** The verbs that the core knows; every side effect of Slipway goes through one of these. Types only. */
import type { Finding } from '../base/finding.ts'
import type { Digest, Identity, Tool } from './nouns.ts'
import type { Json } from '../base/json.ts'

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
}

/**
 * Runs a tool to its end: an argument list, never a shell line. Rejects with a 'command' Failure when its exit status
 * is not 0 (`cause` holds the end of its stderr), with an 'environment' Failure when it cannot be started. When
 * `signal` aborts, the tool and its children are gone before the promise rejects.
 */
export type Exec = (argv: Argv, options: RunOptions) => Promise<Output>

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
  start(argv: Argv, options: { cwd?: string; env: Readonly<Record<string, string>>; log: string }): Promise<Service>
}

/** The end of a file. */
export interface Ending {
  readonly bytes: Uint8Array
  /** How many bytes stand before them. */
  readonly before: number
}

/**
 * The file system. Writes are atomic and durable: after a kill at any moment a path holds old bytes or new ones. Only
 * regular files are read: a pipe or a device, which may have no end, rejects ('input').
 */
export interface Files {
  /**
   * The content in memory, or undefined when there is no such file. Rejects ('input') for more than `most` bytes (16 MiB,
   * LIMITS.document, when left out), also where the file grows while it is read.
   */
  read(path: string, most?: number): Promise<Uint8Array | undefined>
  /** The end of a file that may be of any size, such as a log: at most `most` bytes; undefined when there is no such file. */
  tail(path: string, most: number): Promise<Ending | undefined>
  /** Temp sibling, fsync, rename. Makes the folder. `mode` defaults to 0o644. */
  write(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array>, mode?: number): Promise<void>
  /** The content in pieces that the reader may keep; rejects when there is no such file. */
  stream(path: string): AsyncIterable<Uint8Array>
  /** The content as the body of a request, read while it is sent; rejects when there is no such file. */
  blob(path: string): Promise<Blob>
  /** Where it really lies once every link on the way is followed, absolute; undefined when there is nothing. */
  real(path: string): Promise<string | undefined>
  /** sha256 and size, streamed; undefined when there is no such file. */
  digest(path: string): Promise<Digest | undefined>
  /** Names of the regular files under a folder, relative with `/`, sorted; [] when there is no such folder. */
  list(path: string): Promise<readonly string[]>
  /** Names of the regular files at the top of a folder, sorted; undefined when there is no such folder. */
  names(path: string): Promise<readonly string[] | undefined>
  /** Renames, replacing what is there; makes the target's folder. */
  move(from: string, to: string): Promise<void>
  /** Copies one file atomically, with its mode. */
  copy(from: string, to: string, options?: CopyOptions): Promise<void>
  /**
   * Text that changes when the file does: while it stays, the digest of a file with this name stays. Undefined when there is
   * no such file. To move the folder around it leaves it as it is.
   */
  stamp(path: string): Promise<string | undefined>
  /** Removes a file or folder with all it holds; no error when it is not there. */
  remove(path: string): Promise<void>
  /** A new private folder (0700) that is gone when its scope ends, and is swept by a later run after a kill. */
  scratch(label: string): Promise<Scratch>
}

export interface CopyOptions {
  /** The bytes that are meant: others reject ('verification'), and nothing appears. */
  readonly sha256?: string
  /** The bytes are durable, their name once something else is written to the same folder without this. */
  readonly hasty?: boolean
}

export interface Scratch extends AsyncDisposable {
  readonly path: string
}

export type ToolName =
  | 'apidiff'
  | 'cosign'
  | 'etcd'
  | 'govulncheck'
  | 'kind'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'

/** Where tools come from. Nothing runs before it was checked against a digest that we carry or the checksum database. */
export interface Toolchain {
  /** The Go toolchain of exactly this version (`go1.26.8`). `path` is the go command; GOROOT is two levels up. */
  go(version: string, signal: AbortSignal): Promise<Tool>
  /** A tool; Kubernetes tools take the Kubernetes minor (`1.37`), others their pinned version when left out. */
  tool(name: ToolName, version: string | undefined, signal: AbortSignal): Promise<Tool>
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

export interface Witness extends AsyncDisposable {
  /** `https://127.0.0.1:PORT`, for the kubeconfig of a program under test. */
  readonly url: string
  /** The certificate of that door, which vouches for itself (PEM). */
  readonly certificate: string
  /** How many requests went through. */
  readonly requests: number
  /** What the API answered with a status of 400 or more, in order. */
  readonly refused: readonly Refused[]
  /** What the door itself refused and the API never saw, in order. */
  readonly held: readonly Refused[]
}

/** A request that was refused. */
export interface Refused {
  readonly method: string
  /** Without the query, but for `watch=true`. */
  readonly path: string
  readonly status: number
  /** The server's words, where they can be read. */
  readonly message: string
}

/** The Kubernetes API, as JSON. Paths start with `/`, such as `/api/v1/namespaces/default/pods`. */
export interface KubernetesApi {
  /** Never rejects for an HTTP status: a refusal is an answer. Rejects only when there is no answer. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: {
      readonly body?: Json
      /** For PATCH; 'apply' is server-side apply with field manager `slipway`. */
      readonly patch?: 'merge' | 'strategic' | 'json' | 'apply'
      readonly query?: Readonly<Record<string, string>>
      /** For GET: the answer as a meta.k8s.io/v1 Table, as kubectl prints it, and not the objects. */
      readonly table?: boolean
      readonly signal?: AbortSignal
    }
  ): Promise<Reply>
  /** Events of a list from now on, until the signal aborts. Reconnects by itself; a restart re-sends ADDED events. */
  watch(path: string, signal: AbortSignal, query?: Readonly<Record<string, string>>): AsyncIterable<WatchEvent>
}

export interface Reply {
  readonly status: number
  /** The parsed JSON body (a Status object for a refusal), or the text under `{ text }` when it was not JSON. */
  readonly body: Json
  /** Contents of the Warning headers, such as deprecated versions or unknown fields. */
  readonly warnings: readonly string[]
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: { readonly [key: string]: Json }
}

/** How a simulated pod behaves; asked for each new pod by its first container's image. */
export type PodBehaviour = 'ready' | 'never-ready' | 'crash' | 'bad-image'

/** An ephemeral Kubernetes API, gone when its scope ends. */
export interface Cluster extends AsyncDisposable {
  readonly provider: 'control-plane' | 'kind' | 'kubeconfig'
  /** `v1.37.1`, as the server says. */
  readonly server: string
  readonly api: KubernetesApi
  /** A kubeconfig file for kubectl and programs under test; 0600. */
  readonly kubeconfig: string
  /** kubectl of this cluster's version. */
  readonly kubectl: string
  /** Puts the images of an archive (as `docker save` writes it) where pods find them; undefined where none can run. */
  readonly load: ((archive: string, signal: AbortSignal) => Promise<void>) | undefined
  /** Copies the logs of its parts into a new folder under this one; for a trial that failed. */
  readonly saveLogs: ((folder: string, signal: AbortSignal) => Promise<void>) | undefined
  /** Where pods are simulated, decides how those of an image behave; undefined where pods really run. */
  readonly simulate: ((image: string, behaviour: PodBehaviour) => void) | undefined
}

export interface Clusters {
  /** A cluster of this Kubernetes minor (`1.37`), ready: default service account there, one node Ready. */
  create(kubernetes: string, signal: AbortSignal): Promise<Cluster>
  /**
   * Removes what killed runs left where these clusters are made, for a run that makes none; `create` does it by itself.
   * Undefined where a later run finds nothing that way. What cannot be removed stops no run: it is noted.
   */
  readonly sweep?: ((signal: AbortSignal) => Promise<void>) | undefined
}

/** An in-toto statement of a type, by a file that it names. */
export interface Attested {
  /** The path of a file whose digest is among the subjects. */
  readonly about: string
  readonly predicateType: string
}

/** What is signed: a file by its path, or a statement by the path of its JSON. */
export type Signable = string | (Attested & { readonly statement: string })

/** A release as its downloader is told to verify it. */
export interface Downloading {
  /** Its signed statements, each in a bundle of that name. */
  readonly statements: readonly { readonly name: string; readonly predicateType: string }[]
  /** Path of a file that describes another Sigstore than the public one. */
  readonly trustedRoot?: string | undefined
  /** What `slipway verify` is given: a page, or the folder where the reader is, which it is when left out. */
  readonly release?: string
  /** Where the reader keeps the public key: by default beside the folder, for in it, it would come with what it vouches for. */
  readonly key?: string
  /** How the programs are called, where not by their names. */
  readonly cosign?: readonly string[]
  readonly slipway?: readonly string[]
}

/** A signature that a downloader can check, and how. */
export interface Signer {
  /** 'key', 'keyless' or 'rehearsal'. */
  readonly mode: 'key' | 'keyless' | 'rehearsal'
  /**
   * Writes a Sigstore bundle v0.3; around a statement, one with a DSSE envelope. The bundle appears at its path once it
   * was verified as a downloader will; rejects with a 'verification' Failure when it does not prove what was signed.
   */
  sign(what: Signable, bundle: string, signal: AbortSignal): Promise<void>
  /** Rejects with a 'verification' Failure unless the bundle proves it, with the identity to demand. */
  verify(what: string | Attested, bundle: string, signal: AbortSignal): Promise<void>
  /** What a downloader demands: the public key (PEM), or identity and issuer. */
  identity(signal: AbortSignal): Promise<Identity>
}

/** What a release will be, as far as it is known before anything is compiled. */
export interface Intent {
  readonly tag: string
  readonly commit: string
  readonly names: readonly string[]
}

/** What is asked of a publisher. */
export interface ReleaseRequest {
  readonly tag: string
  /** 40 hex digits; '' where nobody knows it, which only a folder takes. */
  readonly commit: string
  readonly title: string
  /** Markdown. */
  readonly notes: string
  readonly prerelease: boolean
  readonly latest: boolean
}

export interface RemoteFile {
  readonly name: string
  readonly size: number
  /** 64 hex digits; undefined when the platform does not say (then download and hash). */
  readonly sha256: string | undefined
}

/** A release that everybody can see. */
export interface Published {
  readonly tag: string
  /** Where a person looks at it. */
  readonly url: string
  readonly files: readonly RemoteFile[]
  /** Why it was taken back, when it was. */
  readonly yanked: string | undefined
  /** The bytes of one file, streamed. */
  download(name: string): AsyncIterable<Uint8Array>
  /** Where a file lies on this machine, when it does. */
  readonly pathOf?: (name: string) => string
}

/** A release that everybody can see, as it stands in a list. */
export interface Listed {
  readonly tag: string
  readonly prerelease: boolean
  readonly yanked: boolean
}

/**
 * A release nobody can see yet. When its scope ends unpublished, it stays unseen for the next run to finish. To end it
 * twice is no error.
 */
export interface Draft extends AsyncDisposable {
  /** Whether this is a published release in the shape of a draft: it is compared, and never written to. */
  readonly finished: boolean
  /** Files that lie in it already, complete. */
  readonly files: readonly RemoteFile[]
  /** The bytes of one file that lies in it, so that evidence of an earlier run is kept rather than made anew. */
  download(name: string): AsyncIterable<Uint8Array>
  /** Uploads one file unless equal bytes lie there; a half upload is removed first. Rejects ('verification') on different bytes. */
  add(file: { readonly name: string; readonly path: string } & Digest): Promise<'added' | 'kept'>
  /**
   * Reads back every file's digest, then makes the release visible. Rejects with a Failure that is `exposed` when by
   * then people may see a release that is wrong or not whole.
   */
  publish(): Promise<Published>
}

/** Where releases can be read. */
export interface Releases {
  /** The published release of this tag, or undefined. Never a draft. */
  find(tag: string, signal: AbortSignal): Promise<Published | undefined>
}

/** How a release is taken back: it is marked, nothing is deleted. */
export interface Yank {
  readonly tag: string
  /** One sentence, for the people who find the release. */
  readonly why: string
  /** It broke half-way: the next run may finish it, and the mark goes away with that. */
  readonly half: boolean
  /** The tag of the release that is to be the latest; undefined when that stays as it is. */
  readonly latest: string | undefined
}

export interface Yanked {
  readonly url: string
  /** Whether anything had to be written: a release that was taken back before is left alone. */
  readonly changed: boolean
  /** What the platform does not let us do, a sentence each. */
  readonly undone: readonly string[]
}

/** One place where releases live. A finished release is never written to, but to take it back. */
export interface Publisher extends Releases {
  readonly name: 'github' | 'gitlab' | 'folder'
  /**
   * Looks, without a write, for what would stop a release later, and rejects with it; resolves with what a person should
   * know, a sentence each.
   */
  foresee(intent: Intent, signal: AbortSignal): Promise<readonly string[]>
  /** Every release that people can see. */
  list(signal: AbortSignal): Promise<readonly Listed[]>
  /** The commit that the tag means there now; undefined when there is no such tag, or no tags at all. */
  commitOf(tag: string, signal: AbortSignal): Promise<string | undefined>
  /** The draft of this tag, found or made; one draft however often it is called. */
  draft(request: ReleaseRequest, signal: AbortSignal): Promise<Draft>
  /** Marks a release that people can see, and makes another one the latest; undefined when there is no such release. */
  yank(order: Yank, signal: AbortSignal): Promise<Yanked | undefined>
  /**
   * Keeps a signed statement (a Sigstore bundle, parsed) where the platform's own tools look for it by the digest of what
   * it is about; nothing is written when it is there. Only where the platform can.
   */
  readonly attest?: (bundle: Json, about: string, signal: AbortSignal) => Promise<'added' | 'kept'>
  /** Notes that the platform writes from what it knows; only where it can. */
  readonly generateNotes?: (tag: string, since: string | undefined, signal: AbortSignal) => Promise<string>
}

/** Where we run: how lines look, how secrets are masked, where outputs go. */
export interface Host {
  readonly name: 'github' | 'gitlab' | 'local'
  info(line: string): void
  warn(line: string): void
  /** A failure the caller has to see. */
  error(line: string): void
  /** Something on a line of the user's own files, shown there where the host can. */
  finding(finding: Finding): Promise<void>
  /** Several lines of our own, such as the plan, that a log may fold away under their title. */
  section(title: string, text: string): void
  /** Text from elsewhere (tools, commits): printed so that it cannot be taken for a command of the host. */
  quote(title: string, text: string): void
  mask(secret: string): void
  /** Says where the output folder is: a host that hands on files keeps them in its `report/`. */
  keepIn(folder: string): void
  output(name: string, value: string): Promise<void>
  summary(markdown: string): Promise<void>
  /** A line of progress that a terminal may redraw and CI prints once when it ends. */
  progress(stage: string, item: string): Progress
}

export interface Progress {
  /** Says what is being done right now; shown on a terminal only. */
  note(text: string): void
  end(outcome: 'done' | 'reused' | 'skipped' | 'failed', note?: string): void
}

/**
 * Tools kept between runs, in the layout of @actions/tool-cache: `<name>/<semver>/<arch>/` and `<arch>.complete` beside
 * it. After a kill at any moment there is no entry or a complete one.
 */
export interface ToolCache {
  /** The folder of a complete entry. */
  find(name: string, version: string, arch: string): Promise<string | undefined>
  /** Takes over a folder as an entry and resolves with its place; a complete entry that is there already stays. */
  add(folder: string, name: string, version: string, arch: string): Promise<string>
  /** Removes an entry; no error when it is not there. */
  remove(name: string, version: string, arch: string): Promise<void>
  /** Runs the work while no other process runs its own for this entry. */
  exclusive<T>(name: string, version: string, arch: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** Bytes compressed to raw deflate (RFC 1951), and the CRC-32 of the bytes before, which every container wants. */
export interface Deflated {
  readonly bytes: Uint8Array
  readonly crc32: number
}

/** Compresses off the main thread, by a pinned implementation: the same bytes on every host. Leaves its input alone. */
export type Deflate = (bytes: Uint8Array) => Promise<Deflated>

/** A regular file in an archive. */
export interface Unpacked {
  readonly name: string
  readonly size: number
  /** Undefined for a file that is larger than what was asked for. */
  readonly bytes: Uint8Array | undefined
  /** What the archive says about the file, in words by name: its mode, its time, its owner. */
  readonly about: Readonly<Record<string, string>>
}

/** The files of a `.tar.gz` or `.zip`, one after the other, each of at most `most` bytes in memory. */
export type Unpack = (path: string, most: number) => AsyncIterable<Unpacked>

/** What tells the caches of one run from those of others. */
export interface CachedWork {
  /** The module's path. */
  readonly module: string
  /** As `go1.26.8`. */
  readonly go: string
  /** The digest of go.sum. */
  readonly sums: string
  /** What is built, of which program: whatever else decides which packages are compiled. */
  readonly recipe: Json
  readonly commit: string
  /** Absolute folder of the go.mod, and the output folder. */
  readonly folder: string
  readonly out: string
}

/** What one run has of such a service. */
export interface Caching {
  /** Why a cache service has no part in this run. */
  readonly skip?: string
  /** `all`; `first`: only of what nothing was found; `none`. */
  readonly save: 'all' | 'first' | 'none'
}

/** A service that keeps what runs made for runs on other machines. Nothing of it ever fails a run. */
export interface Caches {
  /** Fetches what this run may use of others, before it works; says what came. */
  restore(work: CachedWork, caching: Caching): Promise<void>
  /** Notes what is to be kept once the job has ended. `whole`: the run did all of its work. */
  keep(ended: { readonly whole: boolean; readonly tools: readonly Tool[] }): Promise<void>
}
