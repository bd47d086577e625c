import type { Event } from './version.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The parts of GitHub's event payload that decide who is asking; everything may be missing. */
interface Payload {
  readonly pull_request?: {
    readonly head?: { readonly repo?: { readonly full_name?: string } | null }
    readonly base?: { readonly repo?: { readonly full_name?: string } }
  }
}

/** What started this run, from the variables of GitHub Actions or GitLab CI; `payload` is GITHUB_EVENT_PATH's JSON. */
export function eventOf(env: Env, payload: unknown): Event {
  if (env['GITHUB_ACTIONS'] === 'true') return githubEvent(env, payload as Payload | undefined)
  if (env['GITLAB_CI']) {
    if (env['CI_COMMIT_TAG']) return { kind: 'tag', tag: env['CI_COMMIT_TAG'] }
    return { kind: env['CI_MERGE_REQUEST_IID'] ? 'pull-request' : 'push' }
  }
  return { kind: 'local' }
}

function githubEvent(env: Env, payload: Payload | undefined): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  if (name === 'pull_request' || name === 'pull_request_target' || name === 'merge_group')
    return { kind: 'pull-request', ...untrusted(name, env, payload) }
  if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME']) return { kind: 'tag', tag: env['GITHUB_REF_NAME'] }
  return { kind: name === 'push' ? 'push' : 'other' }
}

/** A fork's head and a bot's bump are somebody else's code: whatever the token may do, it gets nothing of ours. */
function untrusted(name: string, env: Env, payload: Payload | undefined): { untrusted?: string } {
  const head = payload?.pull_request?.head?.repo?.full_name
  const base = payload?.pull_request?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY']
  if (name === 'merge_group') return {}
  if (head === undefined || head !== base)
    return { untrusted: `a pull request from ${head ?? 'a repository that is gone'}` }
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return { untrusted: 'a pull request of Dependabot' }
  return name === 'pull_request_target' ? { untrusted: 'pull_request_target runs with the base branch’s rights' } : {}
}
