import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { withComment } from '../../src/adapters/github/comment/commenting.ts'
import type { Event } from '../../src/facts/event.ts'
import { githubComments, type GithubComments } from '../fakes/github/comments.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'

const stack = new AsyncDisposableStack()
let github: GithubComments
beforeEach(async () => void (github = stack.use(await githubComments())))
afterAll(() => stack.disposeAsync())

const PULL: Event = { kind: 'pull-request', pullRequest: 2 }
const writes = (): readonly string[] => github.seen.filter((line) => !line.startsWith('GET'))

/** One run of a job on a pull request: what it says goes into the comment. */
async function run(
  texts: readonly string[],
  { event = PULL, token = 'ghs_writer', key = 'ci/gate', wanted = true } = {}
): Promise<readonly string[]> {
  const host = recordingHost()
  const env = { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: github.api }
  const door = withComment(host, { event, wanted, token, key, env, fetch: () => fetch })
  for (const text of texts) await door.summary(text)
  expect(host.summaries).toEqual(texts)
  return host.lines
}

test('is made once, changed by the next run, and left alone when nothing changed', async () => {
  await run(['## First\n'])
  expect(github.comments.map(({ body }) => body)).toEqual(['<!-- slipway: ci/gate -->\n## First\n'])
  await run(['## Second\n'])
  expect(github.comments.map(({ body }) => body)).toEqual(['<!-- slipway: ci/gate -->\n## Second\n'])
  const before = writes().length
  expect(await run(['## Second\n'])).toEqual(['comment on pull request 2: kept'])
  expect(writes()).toHaveLength(before)
})

test('holds all that one run had to say', async () => {
  await run(['## Verdicts\n', '## Stopped\n'])
  expect(github.comments.map(({ body }) => body)).toEqual(['<!-- slipway: ci/gate -->\n## Verdicts\n## Stopped\n'])
})

test('is one for each job and module', async () => {
  await run(['a'], { key: 'ci/gate/./cmd --> x' })
  await run(['b'], { key: 'ci/gate/other' })
  expect(github.comments.map(({ body }) => body)).toEqual([
    '<!-- slipway: ci/gate/./cmd -_ x -->\na',
    '<!-- slipway: ci/gate/other -->\nb'
  ])
})

test('is found behind a hundred others, and never in a stranger’s comment', async () => {
  const other = { user: { login: 'eve', type: 'User' }, author_association: 'NONE' }
  for (let id = 1; id <= 120; id++) github.comments.push({ id, body: 'hm', ...other })
  github.comments.push({ id: 121, body: '<!-- slipway: ci/gate -->\nforged', ...other })
  await run(['first'])
  await run(['second'])
  expect(github.comments.filter(({ body }) => body.endsWith('\nsecond'))).toHaveLength(1)
  expect(github.comments.find(({ id }) => id === 121)?.body).toContain('forged')
  expect(github.comments).toHaveLength(122)
})

test('is cut between sections when GitHub would refuse its length', async () => {
  const sections = Array.from({ length: 40 }, (_, i) => `### ${i}\n\n${'x'.repeat(3000)}\n`)
  await run([sections.join('')])
  const [body = ''] = github.comments.map(({ body }) => body)
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body).toMatch(/x\n\nThe rest is in the job summary\.\n$/)
})

test.each(['ghs_reader', 'ghp_reader'])('is skipped with a notice when the token %s may not write', async (token) => {
  expect(await run(['a'], { token })).toEqual([
    'no comment on pull request 2: this token may not write one (permissions: pull-requests: write)'
  ])
  expect(github.comments).toEqual([])
})

test.each<[string, Parameters<typeof run>[1]]>([
  ['a fork', { event: { ...PULL, untrusted: 'a pull request from eve/demo' } }],
  ['a push', { event: { kind: 'push' } }],
  ['a merge queue', { event: { kind: 'merge-queue' } }],
  ['a run that wants none', { wanted: false }]
])('nothing is asked of GitHub for %s', async (_, options) => {
  await run(['a'], options)
  expect(github.seen).toEqual([])
})

test('a GitHub that does not answer stops nothing', async () => {
  const host = recordingHost()
  const env = { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: github.api }
  const refused: typeof fetch = async () => Promise.reject(new Error('certificate has expired'))
  const common = { event: PULL, wanted: true, key: 'x', env, fetch: () => refused, timing: { second: 1 } }
  await withComment(host, { ...common, token: 'ghs_writer' }).summary('a')
  await withComment(host, { ...common, token: '' }).summary('a')
  expect(host.lines).toEqual([
    expect.stringMatching(/^no comment on pull request 2: GitHub says: .*certificate has expired/),
    'no comment on pull request 2: no token for GitHub'
  ])
})
