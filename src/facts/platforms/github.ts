import { expectWorkflowAtTag } from '../../model/signer.ts'
import { refuseSizes } from '../../model/release-names.ts'
import { formatRepositoryName, readBase, type Event } from '../event.ts'
import type { Env, Platform } from '../platform.ts'

/** GitHub, with Actions. */
export const github: Platform = {
  name: 'github',
  runsHere: (env) => env['GITHUB_ACTIONS'] === 'true',
  event: (env, payload) => readGithubEvent(env, payload ?? {}),
  knowsProject: (env) => env['GITHUB_ACTIONS'] === 'true' && Boolean(env['GITHUB_REPOSITORY']),
  startedFor: (env) => env['GITHUB_SHA'] || undefined,
  signer: (repository, tag) =>
    expectWorkflowAtTag(repository, {
      workflows: '/\\.github/workflows/[^@]+',
      tag,
      issuer: deriveIssuer(new URL(repository.server))
    }),
  refuseFiles: refuseSizes,
  draft: 'a draft',
  pages: {
    compare: (since, tag) => `compare/${escapeSegments(since)}...${escapeSegments(tag)}`,
    file: (tag, name) => `releases/download/${escapeSegments(tag)}/${encodeURIComponent(name)}`
  },
  keepsAttestations: true,
  generatesNotes: true
}

const escapeSegments = (tag: string): string => tag.split('/').map(encodeURIComponent).join('/')

/** As GitHub documents them for its own service, for `ghe.com`, and for Enterprise Server. */
function deriveIssuer({ hostname, origin }: URL): string {
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com'
  if (hostname.endsWith('.ghe.com')) return `https://token.actions.${hostname}`
  return `${origin}/_services/token`
}

interface PayloadRepository {
  readonly full_name?: string
}

/** The parts of GitHub's event payload that decide who is asking; everything may be missing. */
interface Payload {
  readonly pull_request?: {
    readonly number?: number
    readonly user?: { readonly login?: string } | null
    readonly head?: { readonly repo?: PayloadRepository | null }
    readonly base?: { readonly sha?: string; readonly repo?: PayloadRepository }
  }
  readonly merge_group?: { readonly base_sha?: string }
  /** With `pull_request` where it is one. */
  readonly issue?: { readonly pull_request?: object | null } | null
  readonly workflow_run?: {
    readonly event?: string
    readonly head_repository?: PayloadRepository | null
    readonly repository?: PayloadRepository
  } | null
}

function readGithubEvent(env: Env, payload: Payload): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return readPullRequest(name, env, payload)
    case 'merge_group':
      return { kind: 'merge-queue', ...readBase(payload.merge_group?.base_sha, false) }
    case 'issue_comment':
      return { kind: 'other', ...readComment(env, payload) }
    case 'workflow_run':
      return { kind: 'other', ...readWorkflowRun(env, payload) }
  }
  if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME']) return { kind: 'tag', tag: env['GITHUB_REF_NAME'] }
  return { kind: name === 'push' ? 'push' : 'other' }
}

const DEPENDABOT = 'dependabot[bot]'

/** A fork's head and a bot's bump are somebody else's code: whatever the token may do, it gets nothing of ours. */
function readPullRequest(name: string, env: Env, { pull_request: pull }: Payload): Event {
  const head = pull?.head?.repo?.full_name
  const base = pull?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY']
  const foreign =
    head === undefined || head !== base
      ? `a pull request from ${formatRepositoryName(head, 'a repository that is gone')}`
      : [pull?.user?.login, env['GITHUB_ACTOR']].includes(DEPENDABOT)
        ? 'a pull request of Dependabot'
        : undefined
  const target = name === 'pull_request_target'
  const untrusted = foreign ?? (target ? 'pull_request_target runs with the base branch’s rights' : undefined)
  return {
    kind: 'pull-request',
    ...readBase(pull?.base?.sha, !target),
    ...(typeof pull?.number === 'number' && { pullRequest: pull.number }),
    ...(untrusted !== undefined && { untrusted }),
    ...(target && foreign !== undefined && { only: env['GITHUB_SHA'] ?? '' })
  }
}

/** Anybody may comment, the run has the default branch's rights, and nothing says whose the pull request's head is. */
function readComment(env: Env, { issue }: Payload): Pick<Event, 'untrusted' | 'only'> {
  if (!issue?.pull_request) return {}
  return { untrusted: 'a comment on a pull request', only: env['GITHUB_SHA'] ?? '' }
}

/** A run after another has the default branch's rights, whoever wrote what the other one ran for. */
function readWorkflowRun(env: Env, { workflow_run: run }: Payload): Pick<Event, 'untrusted' | 'only'> {
  const head = run?.head_repository?.full_name
  const own = run?.repository?.full_name ?? env['GITHUB_REPOSITORY']
  if (head !== undefined && head === own) return {}
  return {
    untrusted: `a run after one of ${formatRepositoryName(head, 'a repository that is gone')}`,
    only: env['GITHUB_SHA'] ?? ''
  }
}
