import { createRequire } from 'node:module'

interface Repository {
  full_name: string
}

/** The parts of GitHub's payloads that tests change. */
export interface Payload {
  action?: string
  ref?: string
  ref_type?: string
  repository: Repository
  sender: { login: string }
  pull_request: {
    number: number
    user: { login: string }
    head: { sha: string; repo: Repository | null }
    base: { sha: string; repo: Repository }
  }
  issue: { pull_request?: object }
  workflow_run: { head_sha: string; head_repository: Repository | null }
  merge_group: { head_ref: string; base_sha: string }
}

const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  name: string
  examples: readonly Payload[]
}[]

/** A copy of GitHub's own example of an event, as its documentation has it. */
export function payloadOf(name: string, wanted: (payload: Payload) => boolean = () => true): Payload {
  // Its payload is that of pull_request.
  const same = name === 'pull_request_target' ? 'pull_request' : name
  const found = all.find((event) => event.name === same)?.examples.find(wanted)
  if (!found) throw new Error(`there is no such example of ${name}`)
  return structuredClone(found)
}

/** The variables that a runner sets for an event on this ref. */
export const runnerEnv = (name: string, payload: Payload, ref = payload.ref ?? ''): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: name,
  GITHUB_REPOSITORY: payload.repository.full_name,
  GITHUB_ACTOR: payload.sender.login,
  GITHUB_SHA: 'b'.repeat(40),
  GITHUB_REF: ref,
  GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
  GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags)\//, '')
})
