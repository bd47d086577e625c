import { describe, expect, test } from '@jest/globals'
import { refuseForeignHead } from '../../../src/facts/event.ts'
import { readEvent } from '../../../src/facts/platforms.ts'
import { chooseMode } from '../../../src/plan/mode.ts'
import type { Event } from '../../../src/facts/event.ts'
import { payloadOf, runnerEnv, type Payload } from '../../fakes/github/webhooks.ts'

/** An event of GitHub with its own example payload, changed as `change` says. */
function run(name: string, { ref, change, wanted, env }: Partial<Run> = {}): Event {
  const payload = payloadOf(name, wanted)
  change?.(payload)
  return readEvent({ ...runnerEnv(name, payload, ref ?? payload.ref), ...env }, payload)
}

interface Run {
  readonly ref: string
  readonly wanted: (payload: Payload) => boolean
  readonly change: (payload: Payload) => void
  readonly env: Readonly<Record<string, string>>
}

const PULL = 'refs/pull/2/merge'
const BASE = { base: { commit: payloadOf('pull_request').pull_request.base.sha, isMerged: true } }
const fork = (payload: Payload): void => void (payload.pull_request.head.repo = { full_name: 'eve/Hello-World' })
const on = (payload: Payload): void => void (payload.issue = { pull_request: { url: 'https://example.com/pulls/2' } })
const off = (payload: Payload): void => void (payload.issue = {})
const gone = (payload: Payload): void => void (payload.pull_request.head.repo = null)
const bot = (payload: Payload): void => void (payload.pull_request.user.login = 'dependabot[bot]')

test('a repository that is no name is quoted and cut short, and a number that is none is left out', () => {
  const odd = (name: string) =>
    run('pull_request', {
      ref: PULL,
      change: (payload) =>
        void Object.assign(payload.pull_request, { number: '2/../3', head: { repo: { full_name: name } } })
    })
  expect(odd('a\n::error::b')).toEqual({
    ...BASE,
    kind: 'pull-request',
    untrusted: 'a pull request from "a<U+000A>::error::b"'
  })
  expect(odd('x'.repeat(1_000_000)).untrusted).toHaveLength('a pull request from ""'.length + 80)
})

describe('in GitHub Actions', () => {
  test.each<[string, Event, Event, 'release' | 'gate']>([
    [
      'a pushed tag',
      run('push', { wanted: ({ ref }) => ref?.startsWith('refs/tags/') ?? false }),
      { kind: 'tag', tag: 'simple-tag' },
      'release'
    ],
    [
      'a pushed branch',
      run('push', { wanted: ({ ref }) => ref?.startsWith('refs/heads/') ?? false }),
      { kind: 'push' },
      'gate'
    ],
    ['a tag made by hand', run('create', { ref: 'refs/tags/v1.0.0' }), { kind: 'tag', tag: 'v1.0.0' }, 'release'],
    [
      'a manual run on a tag',
      run('workflow_dispatch', { ref: 'refs/tags/v1.0.0' }),
      { kind: 'tag', tag: 'v1.0.0' },
      'release'
    ],
    ['a manual run on a branch', run('workflow_dispatch'), { kind: 'other' }, 'gate'],
    ['a call from outside', run('repository_dispatch', { ref: 'refs/heads/main' }), { kind: 'other' }, 'gate'],
    [
      'a comment on a pull request',
      run('issue_comment', { ref: 'refs/heads/main', change: on }),
      { kind: 'other', untrusted: 'a comment on a pull request', only: 'b'.repeat(40) },
      'gate'
    ],
    ['a comment on an issue', run('issue_comment', { ref: 'refs/heads/main', change: off }), { kind: 'other' }, 'gate'],
    [
      'a review of a pull request from a fork',
      run('pull_request_review', { ref: PULL, change: fork }),
      { ...BASE, kind: 'pull-request', pullRequest: 2, untrusted: 'a pull request from eve/Hello-World' },
      'gate'
    ],
    [
      'an own pull request',
      run('pull_request', { ref: PULL }),
      { ...BASE, kind: 'pull-request', pullRequest: 2 },
      'gate'
    ],
    [
      'a pull request from a fork',
      run('pull_request', { ref: PULL, change: fork }),
      { ...BASE, kind: 'pull-request', pullRequest: 2, untrusted: 'a pull request from eve/Hello-World' },
      'gate'
    ],
    [
      'a pull request whose fork was deleted',
      run('pull_request', { ref: PULL, change: gone }),
      { ...BASE, kind: 'pull-request', pullRequest: 2, untrusted: 'a pull request from a repository that is gone' },
      'gate'
    ],
    [
      'a pull request of Dependabot',
      run('pull_request', { ref: PULL, change: bot }),
      { ...BASE, kind: 'pull-request', pullRequest: 2, untrusted: 'a pull request of Dependabot' },
      'gate'
    ],
    [
      'a pull request that Dependabot pushed to',
      run('pull_request', { ref: PULL, env: { GITHUB_ACTOR: 'dependabot[bot]' } }),
      { ...BASE, kind: 'pull-request', pullRequest: 2, untrusted: 'a pull request of Dependabot' },
      'gate'
    ],
    [
      'an own pull request with the rights of its base',
      run('pull_request_target', {
        ref: 'refs/heads/main',
        wanted: ({ pull_request: { head, base } }) => head.repo?.full_name === base.repo.full_name
      }),
      {
        base: { ...BASE.base, isMerged: false },
        kind: 'pull-request',
        pullRequest: 2,
        untrusted: 'pull_request_target runs with the base branch’s rights'
      },
      'gate'
    ],
    [
      'a merge queue',
      run('merge_group', { ref: 'refs/heads/gh-readonly-queue/main/x' }),
      { kind: 'merge-queue', base: { commit: payloadOf('merge_group').merge_group.base_sha, isMerged: false } },
      'gate'
    ]
  ])('%s is seen as such, and auto means the right thing', (_, seen, event, mode) => {
    expect(seen).toEqual(event)
    expect(chooseMode('auto', seen).mode).toBe(mode)
  })

  test('without a payload, a pull request is nobody’s', () => {
    expect(readEvent({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' }, undefined).untrusted).toContain(
      'gone'
    )
  })
})

describe('a head that its author could not build with these rights', () => {
  const base = 'b'.repeat(40)
  const head = 'c'.repeat(40)

  test.each([
    ['pull_request_target from a fork', run('pull_request_target', { change: fork })],
    ['pull_request_target from a fork that is gone', run('pull_request_target', { change: gone })],
    ['pull_request_target of Dependabot', run('pull_request_target', { change: bot })],
    [
      'a run after one of a fork',
      run('workflow_run', {
        change: (payload) => void (payload.workflow_run.head_repository = { full_name: 'eve/octo-repo' })
      })
    ],
    [
      'a run after one of a repository that is gone',
      run('workflow_run', { change: (payload) => void (payload.workflow_run.head_repository = null) })
    ]
  ])('%s builds the base and refuses the head', (_, event) => {
    expect(event.untrusted).toBeDefined()
    expect(() => refuseForeignHead(event, base)).not.toThrow()
    expect(() => refuseForeignHead(event, head)).toThrow(/commit ccccccc is not its own/)
  })

  test('is nobody’s business where the run has no more rights than the author', () => {
    for (const event of [run('pull_request', { change: fork }), run('workflow_run'), run('push')])
      expect(() => refuseForeignHead(event, head)).not.toThrow()
  })

  test('is refused without GITHUB_SHA too', () => {
    const event = run('pull_request_target', { change: fork, env: { GITHUB_SHA: '' } })
    expect(() => refuseForeignHead(event, base)).toThrow()
  })
})

describe('in GitLab CI', () => {
  const own = { CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_PROJECT_ID: '1', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1' }
  test.each<[string, Record<string, string>, Event, 'release' | 'gate']>([
    ['a tag', { CI_COMMIT_TAG: 'v1.0.0', CI_PIPELINE_SOURCE: 'push' }, { kind: 'tag', tag: 'v1.0.0' }, 'release'],
    ['a pushed branch', { CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' }, { kind: 'push' }, 'gate'],
    ['a schedule', { CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'schedule' }, { kind: 'other' }, 'gate'],
    ['an own merge request', own, { kind: 'pull-request' }, 'gate'],
    [
      'a merge request that was merged for its pipeline',
      { ...own, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'c'.repeat(40), CI_MERGE_REQUEST_DIFF_BASE_SHA: 'd'.repeat(40) },
      { kind: 'pull-request', base: { commit: 'c'.repeat(40), isMerged: false } },
      'gate'
    ],
    [
      'one that was not',
      { ...own, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'd'.repeat(40) },
      { kind: 'pull-request', base: { commit: 'd'.repeat(40), isMerged: false } },
      'gate'
    ],
    ['a merge train', { ...own, CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train' }, { kind: 'merge-queue' }, 'gate'],
    [
      'a merge request from a fork',
      { ...own, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2', CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'eve/mesh' },
      { kind: 'pull-request', untrusted: 'a merge request from eve/mesh' },
      'gate'
    ]
  ])('%s is seen as such, and auto means the right thing', (_, env, event, mode) => {
    for (const where of [
      { GITLAB_CI: 'true' },
      { GITLAB_CI: 'false', CI_API_V4_URL: 'http://x/api/v4', CI_PROJECT_ID: '1' }
    ]) {
      const seen = readEvent({ ...where, ...env }, undefined)
      expect(seen).toEqual(event)
      expect(chooseMode('auto', seen).mode).toBe(mode)
    }
  })
})

test('elsewhere, a person runs it', () => {
  expect(readEvent({}, undefined)).toEqual({ kind: 'local' })
  expect(chooseMode('auto', readEvent({}, undefined)).mode).toBe('gate')
})
