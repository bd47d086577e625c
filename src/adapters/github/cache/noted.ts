import type { CacheKey, KeptKind } from '../../../plan/cache-policy.ts'
import type { Caching } from '../../../model/ports/caches.ts'

/** What the main step tells the post step of its caches. */
export interface Noted {
  /** When the main step began, in milliseconds. */
  readonly began: number
  readonly save: Caching['save']
  readonly keys: Readonly<Record<KeptKind, CacheKey>>
  /** The keys of what was restored. */
  readonly found: Readonly<Partial<Record<KeptKind, string>>>
  /** Absolute folders: the go command's two caches, the tool cache, the output folder. */
  readonly places: Readonly<Record<KeptKind, string>>
  readonly goSum: string
  readonly whole: boolean
  /** Entries of the tool cache: `name/version/arch`. */
  readonly tools: readonly string[]
}

export const formatNote = (noted: Noted): string => JSON.stringify(noted)

/** What `formatNote` wrote; undefined for a step that noted nothing. Ours alone: the runner hands it over. */
export const readNote = (text: string): Noted | undefined => (text === '' ? undefined : (JSON.parse(text) as Noted))
