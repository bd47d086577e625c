import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

/** What the CI says it runs for; `local` outside CI. Computed by the host's adapter from the platform's variables. */
export interface Event {
  readonly kind: 'tag' | 'pull-request' | 'merge-queue' | 'push' | 'other' | 'local'
  /** The tag that started the run. */
  readonly tag?: string
  /** Why this run gets no secrets and may not write, such as a fork's pull request; undefined when it is trusted. */
  readonly untrusted?: string
  /** The one commit that may be built, where others would be built with rights that their author does not have. */
  readonly only?: string
  /** The number of GitHub's pull request. */
  readonly pullRequest?: number
}

type Env = Readonly<Record<string, string | undefined>>

interface Repository {
  readonly full_name?: string
}

/** The parts of GitHub's event payload that decide who is asking; everything may be missing. */
interface Payload {
  readonly pull_request?: {
    readonly number?: number
    readonly user?: { readonly login?: string } | null
    readonly head?: { readonly repo?: Repository | null }
    readonly base?: { readonly repo?: Repository }
  }
  /** With `pull_request` where it is one. */
  readonly issue?: { readonly pull_request?: object | null } | null
  readonly workflow_run?: {
    readonly event?: string
    readonly head_repository?: Repository | null
    readonly repository?: Repository
  } | null
}

/** Whether this is a job of GitLab CI: runners for trying things out set GITLAB_CI to false, and the rest is there. */
export const onGitlab = (env: Env): boolean =>
  env['GITHUB_ACTIONS'] !== 'true' &&
  (env['GITLAB_CI'] === 'true' || (Boolean(env['CI_API_V4_URL']) && Boolean(env['CI_PROJECT_ID'])))

/** What started this run, from the variables of GitHub Actions or GitLab CI; `payload` is GITHUB_EVENT_PATH's JSON. */
export function eventOf(env: Env, payload: unknown): Event {
  if (env['GITHUB_ACTIONS'] === 'true') return githubEvent(env, payload ?? {})
  if (onGitlab(env)) return gitlabEvent(env)
  return { kind: 'local' }
}

function githubEvent(env: Env, payload: Payload): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return pullRequest(name, env, payload)
    case 'merge_group':
      return { kind: 'merge-queue' }
    case 'issue_comment':
      return { kind: 'other', ...afterComment(env, payload) }
    case 'workflow_run':
      return { kind: 'other', ...afterForeign(env, payload) }
  }
  if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME']) return { kind: 'tag', tag: env['GITHUB_REF_NAME'] }
  return { kind: name === 'push' ? 'push' : 'other' }
}

/** Somebody else's repository as a platform names it; what is no such name is quoted, and cut short. */
const named = (path: string | undefined, none: string): string =>
  path === undefined ? none : /^[\w./-]{1,200}$/.test(path) ? path : quote(String(path))

const DEPENDABOT = 'dependabot[bot]'

/** A fork's head and a bot's bump are somebody else's code: whatever the token may do, it gets nothing of ours. */
function pullRequest(name: string, env: Env, { pull_request: pull }: Payload): Event {
  const head = pull?.head?.repo?.full_name
  const base = pull?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY']
  const foreign =
    head === undefined || head !== base
      ? `a pull request from ${named(head, 'a repository that is gone')}`
      : [pull?.user?.login, env['GITHUB_ACTOR']].includes(DEPENDABOT)
        ? 'a pull request of Dependabot'
        : undefined
  const target = name === 'pull_request_target'
  const untrusted = foreign ?? (target ? 'pull_request_target runs with the base branch’s rights' : undefined)
  return {
    kind: 'pull-request',
    ...(typeof pull?.number === 'number' && { pullRequest: pull.number }),
    ...(untrusted !== undefined && { untrusted }),
    ...(target && foreign !== undefined && { only: env['GITHUB_SHA'] ?? '' })
  }
}

/** Anybody may comment, the run has the default branch's rights, and nothing says whose the pull request's head is. */
function afterComment(env: Env, { issue }: Payload): Pick<Event, 'untrusted' | 'only'> {
  if (!issue?.pull_request) return {}
  return { untrusted: 'a comment on a pull request', only: env['GITHUB_SHA'] ?? '' }
}

/** A run after another has the default branch's rights, whoever wrote what the other one ran for. */
function afterForeign(env: Env, { workflow_run: run }: Payload): Pick<Event, 'untrusted' | 'only'> {
  const head = run?.head_repository?.full_name
  const own = run?.repository?.full_name ?? env['GITHUB_REPOSITORY']
  if (head !== undefined && head === own) return {}
  return { untrusted: `a run after one of ${named(head, 'a repository that is gone')}`, only: env['GITHUB_SHA'] ?? '' }
}

function gitlabEvent(env: Env): Event {
  if (env['CI_COMMIT_TAG']) return { kind: 'tag', tag: env['CI_COMMIT_TAG'] }
  if (!env['CI_MERGE_REQUEST_IID']) return { kind: env['CI_PIPELINE_SOURCE'] === 'push' ? 'push' : 'other' }
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID']
  const foreign = source !== undefined && source !== env['CI_MERGE_REQUEST_PROJECT_ID']
  return {
    kind: env['CI_MERGE_REQUEST_EVENT_TYPE'] === 'merge_train' ? 'merge-queue' : 'pull-request',
    ...(foreign && {
      untrusted: `a merge request from ${named(env['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'], 'another project')}`
    })
  }
}

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
