/** Something known to be wrong with a module, or with Go itself, in a version that programs were built with. */
export interface Vulnerability {
  /** As the database names it: `GO-2021-0113`. */
  readonly id: string
  /** Other names of it, such as a CVE's. */
  readonly aliases: readonly string[]
  readonly summary: string
  /** A module path; `stdlib` for Go's own packages. */
  readonly module: string
  /** As build info says it: `v0.3.5`; `v1.26.8` for Go. */
  readonly version: string
  /** The version that repairs it; null when there is none. */
  readonly fixed: string | null
  /** linked: code that it names is in the program, so it can be reached; imported: only its package is; required: only its module is. */
  readonly reach: Reach
  /** What of it is in the programs, as `golang.org/x/text/language.ParseAcceptLanguage`; sorted. */
  readonly symbols: readonly string[]
  /** The programs that hold it, as `tool for linux/amd64`. */
  readonly programs: readonly string[]
}

export type Reach = 'linked' | 'imported' | 'required'

/** What is known of all programs of a run. */
export interface Scan {
  readonly database: string
  /** When the database last changed, ISO 8601, as it says. */
  readonly modified: string | null
  /** How many programs were looked at. */
  readonly programs: number
  /** What is reachable first, then by id. */
  readonly found: readonly Vulnerability[]
}

/** A scan, or why there is none, and what the reader should do. */
export type Scanned = Scan | { readonly database: string; readonly unknown: string }

/** What should not ship. */
export const isReachable = ({ reach }: Pick<Vulnerability, 'reach'>): boolean => reach === 'linked'
