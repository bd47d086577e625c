import type { Target } from '../model.ts'
import type { Event } from '../version.ts'

/** Work to do, or the reason why there is none. */
export type Planned<T> = { readonly work: readonly T[] } | { readonly skip: string }

export type Mode = 'build' | 'gate' | 'release'

/** What is around us, as the entry points saw it. */
export interface Surroundings {
  readonly event: Event
  /** A private key is in the environment. */
  readonly hasKey: boolean
  /** The job can get an identity token. */
  readonly hasIdentity: boolean
  /** `owner/name` of a GitHub job. */
  readonly repository: string | undefined
  /** Number or path of a GitLab job's project. */
  readonly project: string | undefined
  /** What programs run on this machine, in Go's words. */
  readonly host: Target
  /** What can prove here, or why nothing can. */
  readonly provider:
    | { readonly name: 'control-plane'; /** Kubernetes minors. */ readonly offers: readonly string[] }
    | { readonly missing: string }
}

/** Where releases live: what was asked for, else the platform that this runs on. */
export const destination = (to: string, { repository, project }: Surroundings): string | undefined =>
  to === 'auto' ? (repository ? 'github' : project ? 'gitlab' : undefined) : to
