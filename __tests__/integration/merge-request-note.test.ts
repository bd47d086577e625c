import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { withNote } from '../../src/adapters/gitlab/note/noting.ts'
import { gitlabNotes, type GitlabNotes } from '../fakes/gitlab/notes.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'

const stack = new AsyncDisposableStack()
let gitlab: GitlabNotes
beforeEach(async () => void (gitlab = stack.use(await gitlabNotes())))
afterAll(() => stack.disposeAsync())

const writes = (): readonly string[] => gitlab.seen.filter((line) => !line.startsWith('GET'))

/** One run of a job of merge request 3: what it says goes into the note. */
async function run(
  texts: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {}
): Promise<readonly string[]> {
  const host = recordingHost()
  const job = {
    ...{ CI_API_V4_URL: gitlab.api, CI_PROJECT_ID: '7', CI_MERGE_REQUEST_IID: '3', CI_JOB_NAME: 'slipway-gate' },
    ...{ CI_MERGE_REQUEST_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7', GITLAB_TOKEN: 'glpat-writer' }
  }
  const door = withNote(host, { env: { ...job, ...env }, fetch: () => fetch, timing: { second: 1 } })
  for (const text of texts) await door.summary(text)
  expect(host.summaries).toEqual(texts)
  return host.lines
}
const bodies = (): readonly string[] => gitlab.notes.map(({ body }) => body)

test('is made once, changed by the next run, and left alone when nothing changed', async () => {
  expect(await run(['## First\n'])).toEqual(['note on merge request 3: made'])
  expect(await run(['## Second\n'])).toEqual(['note on merge request 3: updated'])
  expect(bodies()).toEqual(['<!-- slipway: slipway-gate -->\n## Second\n'])
  const before = writes().length
  expect(await run(['## Second\n'])).toEqual(['note on merge request 3: kept'])
  expect(writes()).toHaveLength(before)
})

test('is one for each job, and holds all that one run had to say', async () => {
  await run(['a\n', 'b\n'])
  await run(['c\n'], { CI_JOB_NAME: 'other-gate' })
  expect(bodies()).toEqual(['<!-- slipway: slipway-gate -->\na\nb\n', '<!-- slipway: other-gate -->\nc\n'])
})

test('is found behind a hundred others, and never in a stranger’s note', async () => {
  const author = { id: 1, username: 'eve' }
  for (let id = 1; id <= 120; id++) gitlab.notes.push({ id, body: 'hm', author })
  gitlab.notes.push({ id: 121, body: '<!-- slipway: slipway-gate -->\nforged', author })
  await run(['first'])
  await run(['second'])
  expect(bodies().filter((body) => body.endsWith('\nsecond'))).toHaveLength(1)
  expect(gitlab.notes.find(({ id }) => id === 121)?.body).toContain('forged')
})

test('makes no line of it a quick action, which GitLab would obey', async () => {
  await run(['says:\n/close\n  /approve\nsrc/main.go\n'])
  expect(bodies()[0]).not.toMatch(/^\s*\/(close|approve)/m)
  expect(bodies()[0]).toContain('src/main.go')
})

test.each([
  ['without GITLAB_TOKEN', { GITLAB_TOKEN: '' }, /GITLAB_TOKEN is not set/],
  ['from another project', { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '9' }, /it comes from another project/]
])('%s nothing is asked, and that is said', async (_, env, why) => {
  expect(await run(['x'], env)).toEqual([expect.stringMatching(why)])
  expect(gitlab.seen).toEqual([])
})

test.each([
  ['a token that may only read', 'glpat-reader', /403/],
  ['a token that nobody knows', 'glpat-wrong', /401/]
])('%s stops nothing, and is not shown', async (_, token, why) => {
  const lines = await run(['x'], { GITLAB_TOKEN: token })
  expect(lines).toEqual([expect.stringMatching(why)])
  expect(lines.join('')).not.toContain(token)
  expect(bodies()).toEqual([])
})

test('a job of no merge request has none', async () => {
  expect(await run(['x'], { CI_MERGE_REQUEST_IID: '' })).toEqual([])
  expect(gitlab.seen).toEqual([])
})
