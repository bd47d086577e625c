import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

/** What the CI says it runs for; `local` outside CI. A platform reads it from the variables of its jobs. */
export interface Event {
  readonly kind: 'tag' | 'pull-request' | 'merge-queue' | 'push' | 'other' | 'local'
  /** The tag that started the run. */
  readonly tag?: string
  /** Why this run gets no secrets and may not write, such as a fork's pull request; undefined when it is trusted. */
  readonly untrusted?: string
  /** The one commit that may be built, where others would be built with rights that their author does not have. */
  readonly only?: string
  /** What a change is made against; undefined where the platform does not say it. */
  readonly base?: Base
  /** The number of GitHub's pull request. */
  readonly pullRequest?: number
}

export interface Base {
  readonly commit: string
  /** Whether the commit that the run was started for is the platform's merge of the change into its base. */
  readonly isMerged: boolean
}

/** A base as a platform names it; what is no commit is none. */
export const readBase = (commit: string | undefined, isMerged: boolean): Pick<Event, 'base'> =>
  commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? { base: { commit, isMerged } } : {}

/** Somebody else's repository as a platform names it; what is no such name is quoted, and cut short. */
export const formatRepositoryName = (path: string | undefined, none: string): string =>
  path === undefined ? none : /^[\w./-]{1,200}$/.test(path) ? path : quote(String(path))

/**
 * Refuses to build somebody else's code with rights that they do not have (pull_request_target, workflow_run): before
 * anything of it is looked at by more than git.
 */
export function refuseForeignHead({ only, untrusted }: Event, commit: string): void {
  if (only === undefined || commit === only) return
  throw new Failure(
    'input',
    `this run has the rights of the base repository, and commit ${commit.slice(0, 7)} is not its own: ${untrusted}`,
    {
      code: 'foreign-head',
      hint: 'Build heads of forks with "on: pull_request", which has no secrets; here, check out the base.'
    }
  )
}
