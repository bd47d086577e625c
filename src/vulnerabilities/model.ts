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
  /** The entry of slipway.yaml that lets it ship; none on most. */
  readonly accepted?: Acceptance
  /** The entry that let it ship until a day that is over; only where no other does. */
  readonly expired?: Acceptance
}

/** What a maintainer has judged of one vulnerability: an entry of `accepted-vulnerabilities` in slipway.yaml. */
export interface Acceptance {
  /** The vulnerability by any of its names. */
  readonly id: string
  readonly reason: string
  /** The last day (UTC) on which it is accepted: `2027-01-31`. */
  readonly until: string
  /** Where it stands in slipway.yaml. */
  readonly line: number
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
  /** Entries of slipway.yaml that accept nothing that is reachable; undefined until somebody has looked. */
  readonly unused?: readonly Acceptance[]
}

/** A scan, or why there is none, and what the reader should do. */
export type Scanned = Scan | { readonly database: string; readonly unknown: string }

export const isReachable = ({ reach }: Pick<Vulnerability, 'reach'>): boolean => reach === 'linked'

/** What should not ship: it can be reached, and nobody has accepted it. */
export const isOpen = (item: Vulnerability): boolean => isReachable(item) && item.accepted === undefined

export const isAccepted = (item: Vulnerability): boolean => isReachable(item) && item.accepted !== undefined
