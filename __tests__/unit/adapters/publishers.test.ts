import { expect, test } from '@jest/globals'
import type { Caller } from '../../../src/adapters/releases/destination.ts'
import { findDestination, locateRelease } from '../../../src/adapters/publishers.ts'

const caller = (env: Caller['env'] = {}, token = ''): Caller => ({
  env,
  cwd: '/work',
  token,
  fetch,
  host: { warn: () => undefined }
})
const GITHUB = {
  GITHUB_TOKEN: 'ghp_own',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com'
}
const GITLAB = {
  ...{ CI_SERVER_URL: 'https://git.example.org/gitlab', CI_API_V4_URL: 'https://git.example.org/gitlab/api/v4' },
  ...{ CI_PROJECT_ID: '42', CI_PROJECT_URL: 'https://git.example.org/gitlab/grp/app', CI_JOB_TOKEN: 'job' }
}

test.each([
  ['https://github.com/octo/demo/releases/tag/v1.0.0', 'https://api.github.com', 'octo/demo', 'v1.0.0'],
  ['https://github.com/octo/demo/releases/tag/sub/v1.0.0', 'https://api.github.com', 'octo/demo', 'sub/v1.0.0'],
  ['https://github.com/octo/demo/releases/tag/v1.0.0%2Bmeta', 'https://api.github.com', 'octo/demo', 'v1.0.0+meta'],
  ['https://tenant.ghe.com/octo/demo/releases/tag/v1', 'https://api.tenant.ghe.com', 'octo/demo', 'v1'],
  ['https://git.example.org/octo/demo/releases/tag/v1', 'https://git.example.org/api/v3', 'octo/demo', 'v1']
])('%s is a release on GitHub', (url, api, repository, tag) => {
  expect(locateRelease(url, caller())).toMatchObject({
    tag,
    destination: { on: 'github', place: { api, repository, token: '' } }
  })
})

test.each([
  ['https://gitlab.com/grp/app/-/releases/v1.0.0', 'https://gitlab.com/api/v4', 'grp/app', 'v1.0.0'],
  ['https://gitlab.com/grp/sub/app/-/releases/sub%2Fv1.0.0', 'https://gitlab.com/api/v4', 'grp/sub/app', 'sub/v1.0.0']
])('%s is a release on GitLab', (url, api, project, tag) => {
  expect(locateRelease(url, caller())).toMatchObject({ tag, destination: { on: 'gitlab', place: { api, project } } })
})

test.each([
  'https://github.com/octo/demo',
  'https://example.org/',
  'https://github.com/octo/demo/releases/download/v1/a.zip'
])('%s is refused: it is not the page of a release', (url) => {
  expect(() => locateRelease(url, caller())).toThrow(expect.objectContaining({ kind: 'input' }))
})

test('plain http is refused but for this machine', () => {
  expect(() => locateRelease('http://github.com/octo/demo/releases/tag/v1', caller())).toThrow('not an https URL')
})

test("a token of the environment goes to the environment's own platform and to nobody else", () => {
  const token = (url: string, env: Caller['env'], given = ''): unknown =>
    (locateRelease(url, caller(env, given)).destination.place as { token: unknown }).token
  const own = 'https://github.com/octo/demo/releases/tag/v1'
  expect(token(own, GITHUB)).toBe('ghp_own')
  expect(token(own, GITHUB, 'given')).toBe('given')
  for (const url of [
    'https://github.com.evil.example/octo/demo/releases/tag/v1',
    'https://evil.example/octo/demo/releases/tag/v1'
  ])
    expect([token(url, GITHUB), token(url, GITHUB, 'given')]).toEqual(['', ''])
  for (const url of ['https://gitlab.com/grp/app/-/releases/v1', 'https://git.example.org/other/app/-/releases/v1'])
    expect(token(url, GITLAB)).toBeUndefined()
})

test('an instance under a path is known from the environment, and a job reaches its own project by number', () => {
  expect(
    locateRelease('https://git.example.org/gitlab/grp/app/-/releases/v1', caller(GITLAB)).destination.place
  ).toMatchObject({
    api: 'https://git.example.org/gitlab/api/v4',
    project: '42',
    token: { job: 'job' }
  })
  expect(locateRelease('https://git.example.org/gitlab/grp/app/-/releases/v1', caller(GITLAB)).repository).toEqual({
    url: 'https://git.example.org/gitlab/grp/app',
    server: 'https://git.example.org/gitlab'
  })
  const other = locateRelease('https://git.example.org/gitlab/grp/other/-/releases/v1', caller(GITLAB)).destination
    .place
  expect(other).toMatchObject({ project: 'grp/other', token: undefined })
})

test.each([
  ['github', { ...GITHUB, GITHUB_REPOSITORY: 'octo/demo' }, ['https://github.com', 'octo/demo']],
  ['github', { GITHUB_REPOSITORY: 'octo/demo' }, ['https://github.com', 'octo/demo']],
  [
    'github',
    { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: 'https://git.example.org/api/v3' },
    ['https://git.example.org', 'octo/demo']
  ],
  ['gitlab', GITLAB, ['https://git.example.org/gitlab', 'grp/app']],
  ['gitlab', { ...GITLAB, CI_SERVER_URL: '' }, ['https://git.example.org', 'gitlab/grp/app']],
  ['/releases', {}, undefined]
])('the repository of %s in %j is %s', (to, env, expected) => {
  const [server, path] = expected ?? []
  const found = expected && { url: `${server}/${path}`, server }
  expect(findDestination(to, caller(env)).repository()).toEqual(found)
})

test.each([
  [{ CI_JOB_TOKEN: 'j', GITLAB_TOKEN: 'g' }, '', { job: 'j' }],
  [{ CI_JOB_TOKEN: 'j', GITLAB_TOKEN: 'g' }, 'given', { access: 'given' }],
  [{ GITLAB_TOKEN: 'g' }, '', { access: 'g' }],
  [{}, '', undefined]
])('of the tokens %j and %j a job on GitLab uses %j', (env, given, token) => {
  const { place } = findDestination('gitlab', caller({ ...GITLAB, CI_JOB_TOKEN: '', ...env }, given)) as {
    place: unknown
  }
  expect(place).toMatchObject({ token })
})

test.each([
  ['github', {}, 'GITHUB_REPOSITORY is not set'],
  ['gitlab', {}, 'CI_PROJECT_ID is not set'],
  ['gitlab', { CI_PROJECT_ID: '42' }, 'CI_API_V4_URL is not set']
])('%s in %j is refused', (to, env, message) => {
  expect(() => findDestination(to, caller(env))).toThrow(message)
})

test('a host alone is enough for the API of a GitLab', () => {
  expect(
    findDestination('gitlab', caller({ CI_PROJECT_ID: 'grp/app', CI_SERVER_HOST: 'git.example.org' }))
  ).toMatchObject({
    place: { api: 'https://git.example.org/api/v4', packageName: 'app' }
  })
})
