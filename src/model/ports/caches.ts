import type { Tool } from '../nouns.ts'
import type { Json } from '../../base/json.ts'

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
