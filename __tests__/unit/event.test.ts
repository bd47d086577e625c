import { expect, test } from '@jest/globals'
import { eventOf } from '../../src/event.ts'
import { chooseMode } from '../../src/plan.ts'

const github = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/mesh' }
const pull = (head: string | null) => ({
  pull_request: {
    head: { repo: head === null ? null : { full_name: head } },
    base: { repo: { full_name: 'acme/mesh' } }
  }
})

test.each([
  [
    'a pushed tag',
    { ...github, GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' },
    {},
    { kind: 'tag', tag: 'v1.0.0' },
    'release'
  ],
  [
    'a pushed branch',
    { ...github, GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' },
    {},
    { kind: 'push' },
    'gate'
  ],
  [
    'an own pull request',
    { ...github, GITHUB_EVENT_NAME: 'pull_request' },
    pull('acme/mesh'),
    { kind: 'pull-request' },
    'gate'
  ],
  [
    'a fork',
    { ...github, GITHUB_EVENT_NAME: 'pull_request' },
    pull('eve/mesh'),
    { kind: 'pull-request', untrusted: 'a pull request from eve/mesh' },
    'gate'
  ],
  [
    'a deleted fork',
    { ...github, GITHUB_EVENT_NAME: 'pull_request' },
    pull(null),
    { kind: 'pull-request', untrusted: expect.stringContaining('gone') },
    'gate'
  ],
  [
    'Dependabot',
    { ...github, GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
    pull('acme/mesh'),
    { kind: 'pull-request', untrusted: expect.stringContaining('Dependabot') },
    'gate'
  ],
  [
    'a GitLab tag',
    { GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0' },
    undefined,
    { kind: 'tag', tag: 'v1.0.0' },
    'release'
  ],
  [
    'a GitLab merge request',
    { GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7' },
    undefined,
    { kind: 'pull-request' },
    'gate'
  ],
  ['a person', {}, undefined, { kind: 'local' }, 'gate']
])('%s is seen as such, and auto means the right thing', (_, env, payload, event, mode) => {
  const seen = eventOf(env, payload)
  expect(seen).toEqual(event)
  expect(chooseMode('auto', seen).mode).toBe(mode)
})
