import type { Repository } from '../../model/signer.ts'
import type { Host } from '../../model/ports/host.ts'
import type { Publisher } from '../../model/ports/publisher.ts'
import type { Files } from '../../model/ports/files.ts'
import type { FileSystem } from '../machine/disk.ts'

/** Who asks for a place, and with what. */
export interface Caller {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** What the caller gave; '' takes the platform's own variables. */
  readonly token: string
  readonly fetch: typeof fetch
  readonly host: Pick<Host, 'warn'>
}

/** A place where releases live, with what it takes to go there. */
export interface Destination<Place = unknown> {
  /** The platform's name, or 'folder'. */
  readonly on: string
  readonly place: Place
  /** Where its repository is for people; undefined where nothing says so. */
  repository(): Repository | undefined
  /** Its publisher, which is loaded now: the clients of platforms are heavy. */
  open(files: Files, fs: FileSystem): Promise<Publisher>
}

/** A release whose page was named. */
export interface Located<Place = unknown> {
  readonly destination: Destination<Place>
  readonly tag: string
  readonly repository: Repository
}

/** One kind of place where releases live. */
export interface PublisherKind<Place = unknown> {
  /** Whether `to` means it. */
  takes(to: string): boolean
  /** The place, by the variables of a job or what else says so; throws an 'environment' Failure where nothing does. */
  destination(to: string, caller: Caller): Destination<Place>
  /** The release whose page that is; undefined for a page of another kind. Left out where releases have no pages. */
  readonly locate?: (page: URL, caller: Caller) => Located<Place> | undefined
}
