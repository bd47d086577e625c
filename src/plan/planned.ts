import type { Target } from '../model/nouns.ts'
import type { Event } from '../facts/version.ts'

/** Work to do, or the reason why there is none. */
export type Planned<T> = { readonly work: readonly T[] } | { readonly skip: string }

/** One piece of work, or the reason why there is none. Like all work of a plan it is printed as a list. */
export type Once<T> = { readonly work: readonly [T] } | { readonly skip: string }

/** The piece of work, if there is one. */
export const workOf = <T>(planned: Once<T>): T | undefined => ('work' in planned ? planned.work[0] : undefined)

export type Mode = 'build' | 'gate' | 'release'

/** What is around us, as the entry points saw it. */
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
  /** Where the proof can run, or why nowhere. */
  readonly provider: ClusterPlan | { readonly missing: string }
  /** Releases that could be a baseline and were taken back, by tag, and why; as far as anybody looked. */
  readonly takenBack?: Readonly<Record<string, string>>
}

/** Where the proof runs, and why there. */
export type ClusterPlan = {
  readonly why: string
  /** What stands behind a Kubernetes minor there: `1.37` → `v1.37.1`. */
  readonly releases: Readonly<Record<string, string>>
} & (
  | { readonly provider: 'control-plane' }
  | {
      readonly provider: 'kind'
      /** Registries that are asked for a node image after its own. */
      readonly mirrors: readonly string[]
    }
  | {
      readonly provider: 'kubeconfig'
      /** Absolute path of the kubeconfig file. */
      readonly file: string
      readonly context: string
      /** What is done about a CRD that is there already and is not as a trial wants it. */
      readonly crds: 'adopt' | 'refuse'
    }
)

/** Where releases live: what was asked for, else the platform that this runs on. */
export const destination = (
  to: string,
  { repository, project }: Pick<Surroundings, 'repository' | 'project'>
): string | undefined => (to === 'auto' ? (repository ? 'github' : project ? 'gitlab' : undefined) : to)
