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

type Env = Readonly<Record<string, string | undefined>>

/** Reads the variables of a job. `host`: what programs run on this machine. */
export function readSurroundings(env: Env, event: Event, host: Target): Surroundings {
  const get = (name: string): string => env[name] ?? ''
  const set = (...names: readonly string[]): boolean => names.every((name) => get(name) !== '')
  const onGithub = env['GITHUB_ACTIONS'] === 'true'
  return {
    event,
    ...(onGithub && set('GITHUB_SHA') && { startedFor: get('GITHUB_SHA') }),
    hasKey: set('COSIGN_PRIVATE_KEY'),
    // cosign takes SIGSTORE_ID_TOKEN when it exists, even empty: an empty one is none.
    hasIdentity: set('ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') || set('SIGSTORE_ID_TOKEN'),
    repository: onGithub ? env['GITHUB_REPOSITORY'] : undefined,
    project: set('CI_API_V4_URL', 'CI_PROJECT_ID') ? env['CI_PROJECT_ID'] : undefined,
    vulnerabilityDatabase: get('GOVULNDB').trim(),
    host
  }
}
