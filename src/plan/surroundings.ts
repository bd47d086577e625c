import type { Event } from '../facts/event.ts'
import type { Target } from '../model/nouns.ts'

/** What the environment says of a run: who started it, what it may do, and on what. */
export interface Surroundings {
  readonly event: Event
  /** The commit that the run was started for, where the platform says it: another one may have been checked out since. */
  readonly startedFor?: string
  /** A private key is in the environment. */
  readonly hasKey: boolean
  /** The job can get an identity token. */
  readonly hasIdentity: boolean
  /** `owner/name` of a GitHub job. */
  readonly repository: string | undefined
  /** Number or path of a GitLab job's project. */
  readonly project: string | undefined
  /** Where known vulnerabilities are looked up, as GOVULNDB says it: a URL, `off`, or '' for Go's own database. */
  readonly vulnerabilityDatabase: string
  /** What programs run on this machine, in Go's words. */
  readonly host: Target
}
