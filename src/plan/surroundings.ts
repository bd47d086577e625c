import type { Event } from '../facts/event.ts'
import type { Env } from '../facts/platform.ts'
import { detectPlatform, PLATFORMS } from '../facts/platforms.ts'
import { listSecretVariables, type SecretVariable } from '../facts/secrets.ts'
import type { Target } from '../model/nouns.ts'

/** What the environment says of a run: who started it, what it may do, and on what. */
export interface Surroundings {
  readonly event: Event
  /** The commit that the run was started for, where the platform says it: another one may have been checked out since. */
  readonly startedFor?: string
  /** A private key is in the environment. */
  readonly hasKey: boolean
  /** The variable of a private key is there and empty: so platforms hand on a secret that is missing. */
  readonly hasEmptyKey: boolean
  /** The variable of a key's password is there and not empty. */
  readonly hasPassword: boolean
  /** The job can get an identity token. */
  readonly hasIdentity: boolean
  /** The variables that hold secrets, by their names. */
  readonly secrets: readonly SecretVariable[]
  /** The platform whose variables say where releases go; undefined where none does. */
  readonly platform: string | undefined
  /** Where known vulnerabilities are looked up, as GOVULNDB says it: a URL, `off`, or '' for Go's own database. */
  readonly vulnerabilityDatabase: string
  /** What programs run on this machine, in Go's words. */
  readonly host: Target
}

/** Reads the variables of a job. `host`: what programs run on this machine. */
export function readSurroundings(env: Env, event: Event, host: Target): Surroundings {
  const set = (...names: readonly string[]): boolean => names.every((name) => Boolean(env[name]))
  const startedFor = detectPlatform(env)?.startedFor?.(env)
  return {
    event,
    ...(startedFor !== undefined && { startedFor }),
    hasKey: set('COSIGN_PRIVATE_KEY'),
    hasEmptyKey: env['COSIGN_PRIVATE_KEY'] === '',
    hasPassword: set('COSIGN_PASSWORD'),
    // cosign takes SIGSTORE_ID_TOKEN when it exists, even empty: an empty one is none.
    hasIdentity: set('ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') || set('SIGSTORE_ID_TOKEN'),
    secrets: listSecretVariables(env),
    platform: PLATFORMS.find(({ knowsProject }) => knowsProject(env))?.name,
    vulnerabilityDatabase: (env['GOVULNDB'] ?? '').trim(),
    host
  }
}
