import { Failure } from '../../../base/errors.ts'
import { refuseToken } from '../../http/token.ts'

/** A job's own token, or one that a person or project was given; they travel in different headers. */
export type GitlabToken = { readonly job: string } | { readonly access: string }

/** One project on one GitLab, and how to talk to it. Nothing here comes from the environment by itself. */
export interface GitlabPlace {
  /** Undefined reads what everybody may read. */
  readonly token: GitlabToken | undefined
  /** Its number, or its path (`group/project`), which costs one more request and a right that job tokens lack. */
  readonly project: string
  /** `CI_API_V4_URL`: `https://gitlab.com/api/v4`, `https://HOST/gitlab/api/v4`. The token goes to this origin only. */
  readonly api: string
  /** Name of the generic package that holds the files; the same in every run. Letters, digits and `._+-`. */
  readonly packageName: string
  /** The fetch to use; one that goes through a proxy where there is one. */
  readonly fetch: typeof fetch
  /** Told what a person should know and what does not stop the release. */
  readonly warn?: (line: string) => void
  readonly timing?: Partial<Timing>
}

/** Milliseconds; the defaults are right for GitLab, tests shorten them. */
export interface Timing {
  /** How long a second of waiting (a back-off, a Retry-After) takes. */
  readonly second: number
  /** Without the head of an answer, or more of its body, after this long, a request is broken off. */
  readonly patience: number
}

/** Rejects ('environment') when there is no token to write with. */
export function demandToken({ token }: GitlabPlace): void {
  if (token !== undefined && revealToken(token) !== '') return
  throw new Failure('environment', 'no token for GitLab', {
    hint: 'A job has CI_JOB_TOKEN by itself; elsewhere set GITLAB_TOKEN to an access token with the scope "api". (A protected variable is seen by jobs of protected branches and tags only.)'
  })
}

export const revealToken = (token: GitlabToken): string => ('job' in token ? token.job : token.access)

/** Throws when the place itself is wrong; no token goes into a message. */
export function demandPlace(place: GitlabPlace): void {
  const { token, project, packageName } = place
  if (token !== undefined) {
    demandToken(place)
    refuseToken(revealToken(token))
  }
  if (!/^(\d+|\w[\w.-]*(\/\w[\w.-]*)+)$/.test(project)) {
    throw new Failure('input', `not a project of GitLab: ${JSON.stringify(project)}`, {
      hint: 'Write its number (CI_PROJECT_ID), or its path as group/project.'
    })
  }
  if (!/^[A-Za-z0-9._+-]{1,255}$/.test(packageName)) {
    throw new Failure('input', `not a name for a generic package: ${JSON.stringify(packageName)}`, {
      hint: 'Use letters, digits, ".", "_", "+" and "-".'
    })
  }
}
