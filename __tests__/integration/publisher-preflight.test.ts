import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { githubPublisher, type GithubPlace } from '../../src/adapters/github/releases/publisher.ts'
import { preflightGithub } from '../../src/adapters/github/releases/preflight.ts'
import type { Outlook } from '../../src/adapters/releases/outlook.ts'
import { addYankToNotes } from '../../src/model/release-marks.ts'
import { changeRelease, createRelease } from '../fakes/github/state.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { COMMIT, localFiles, placeOf, publishByHand, TAG } from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()

let server: FakeGithub
beforeEach(async () => {
  server = await startGithub({ commit: COMMIT })
})
afterEach(async () => {
  expect(server.writes()).toBe(0)
  await server[Symbol.asyncDispose]()
  expect(server.violations).toEqual([])
})

const look = (change: Partial<GithubPlace> = {}, names: readonly string[] = ['a.zip']): Promise<Outlook> =>
  preflightGithub(placeOf(server, change), { tag: TAG, commit: COMMIT, names }, signal)

test('all is well: nothing is published yet, and the right to write was asked for without a write', async () => {
  expect(await look()).toEqual({ published: undefined, known: [], unseen: [] })
  expect(server.log.map(({ method, target }) => `${method} ${target.split('/').at(-1)}`)).toContain(
    'POST generate-notes'
  )
})

test('whether the token may write is not seen where GitHub fails to answer', async () => {
  server.fault = ({ target }) =>
    target.endsWith('generate-notes') ? { when: 'before', with: { status: 502 } } : undefined
  expect((await look()).unseen).toEqual([expect.stringContaining('whether the token may write')])
})

test('a token of a person that may write is believed', async () => {
  server.state.tokens.ghp_writer = 'write'
  expect(await look({ token: 'ghp_writer' })).toEqual({ published: undefined, known: [], unseen: [] })
})

test.each(['the setting', 'the release before'])('that releases are immutable is told, as seen by %s', async (by) => {
  publishByHand(server, 'v0.9.0', by !== 'the setting')
  Object.assign(server.state, { immutableReleases: true, adminReads: by === 'the setting' })
  expect((await look()).known).toEqual([expect.stringContaining('releases of octo/demo are immutable')])
})

test.each([
  [38, []],
  [
    39,
    [
      '39 of the 1000 files that a release on GitHub may hold, each of less than 2 GiB: at the pace that GitHub publishes, their upload takes at least 2 min'
    ]
  ],
  [300, [expect.stringContaining('at least 8 min')]],
  [999, [expect.stringContaining('at least 2 h 2 min')]]
])('what the limits make of %d files is told', async (count, known) => {
  const names = Array.from({ length: count }, (_, n) => `file-${n}.zip`)
  expect((await look({}, names)).known).toEqual(known)
})

test('a release that is published already is reported with its address', async () => {
  publishByHand(server)
  expect((await look()).published).toMatch(/\/octo\/demo\/releases\/tag\/v1\.0\.0$/)
})

test('a draft is not taken for a published release', async () => {
  createRelease(server.state, { tag_name: TAG, draft: true }, new Date().toISOString())
  expect((await look()).published).toBeUndefined()
})

test.each<[string, Partial<GithubPlace>, string, string]>([
  ['no token', { token: '' }, 'environment', 'no token'],
  [
    'a token of a job that may only read',
    { token: 'ghs_reader' },
    'environment',
    'may not write releases of octo/demo'
  ],
  ['a token with a line end', { token: 'ghs_writer\n' }, 'environment', 'characters that no token has'],
  ['a token with a letter of no alphabet for tokens', { token: 'ghs_wríter' }, 'environment', 'no token has'],
  ['a token of a person who may only read', { token: 'ghp_reader' }, 'environment', 'may read octo/demo and not write'],
  ['an expired token', { token: 'ghs_old' }, 'environment', '401'],
  ['a token that does not see the repository', { token: 'ghs_other' }, 'environment', '404'],
  [
    'a repository that is not there',
    { repository: 'octo/other' },
    'environment',
    'cannot see the repository octo/other'
  ],
  ['a name that is no repository', { repository: 'octo' }, 'input', 'not a repository'],
  ['a name with a path in it', { repository: 'octo/../../user' }, 'input', 'not a repository'],
  ['an API without TLS', { api: 'http://github.example.org/api/v3' }, 'input', 'not an https URL']
])('%s stops before any work', async (_, change, kind, message) => {
  await expect(look(change)).rejects.toMatchObject({ kind, message: expect.stringContaining(message) })
})

test('a password in the API URL is refused and not shown', async () => {
  const failed = look({ api: 'https://me:hunter2@github.example.org/api/v3' })
  await expect(failed).rejects.toMatchObject({ kind: 'input', message: expect.not.stringContaining('hunter2') })
})

test('a tag that is not there stops before any work', async () => {
  server.state.refs = {}
  await expect(look()).rejects.toMatchObject({ kind: 'verification', message: expect.stringContaining('is not there') })
})

test('a tag that means another commit stops before any work, with both', async () => {
  server.state.refs[TAG] = { type: 'commit', sha: 'b'.repeat(40) }
  await expect(look()).rejects.toThrow(new RegExp(`${'b'.repeat(40)}.*${COMMIT}`))
})

test('names that GitHub would change stop before any request', async () => {
  await expect(look({}, ['a b.zip', 'fine.zip', '.c'])).rejects.toThrow(/"a b\.zip".*"\.c"/)
  expect(server.log).toEqual([])
})

test('more than a thousand files stop before any request', async () => {
  const names = Array.from({ length: 1001 }, (_, n) => `${n}.zip`)
  await expect(look({}, names)).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('1001 files') })
  expect(server.log).toEqual([])
})

test.each([
  ['https://api.github.com', 'https://api.github.com/', 'https://uploads.github.com'],
  ['https://api.tenant.ghe.com', 'https://api.tenant.ghe.com/', 'https://uploads.tenant.ghe.com'],
  ['https://github.example.org/api/v3', 'https://github.example.org/api/v3/', 'https://github.example.org']
])('with the API at %s, uploads go to the server that belongs to it and to no other', async (api, base, uploads) => {
  await using local = await localFiles()
  const asked: string[] = []
  // Plays one GitHub: answers what is asked, and notes where the token went.
  const fetcher = (upload: string): typeof fetch => {
    const now = new Date().toISOString()
    const release = createRelease({ ...server.state, releases: [] }, { tag_name: TAG, draft: true }, now)
    const json = (status: number, body: unknown): Response => Response.json(body, { status })
    return async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      asked.push(url.origin)
      expect(new Headers(init?.headers).get('authorization')).toBe('token ghs_writer')
      if (url.pathname.includes('/tags/')) return json(404, { message: 'Not Found' })
      if (init?.method === 'POST' && url.pathname.endsWith('/releases')) {
        const upload_url = `${upload}/repos/octo/demo/releases/${release.id}/assets{?name,label}`
        return json(201, {
          id: release.id,
          tag_name: TAG,
          ...{ draft: true, prerelease: false },
          upload_url,
          assets: [],
          body: '',
          html_url: base
        })
      }
      return init?.method === 'POST' ? json(401, { message: 'Bad credentials' }) : json(200, [])
    }
  }
  const file = await local.make('a.zip', 'a')
  const add = async (upload: string): Promise<unknown> => {
    const { token, repository, timing } = placeOf(server)
    const plain: GithubPlace = { token, repository, api, fetch: fetcher(upload), ...(timing ? { timing } : {}) }
    const draft = await githubPublisher(plain, local.files).draft(
      { tag: TAG, commit: COMMIT, title: '', notes: '', prerelease: false, latest: false },
      signal
    )
    return draft.add(file).catch((error: unknown) => error)
  }
  expect(await add(uploads)).toMatchObject({ kind: 'environment', message: expect.stringContaining('401') })
  expect(new Set(asked)).toEqual(new Set([new URL(api).origin, uploads]))

  asked.length = 0
  expect(await add('https://evil.example.org')).toMatchObject({ message: expect.stringContaining('refused to send') })
  expect(asked).not.toContain('https://evil.example.org')
})

test('a second release is seen, whichever is the latest', async () => {
  publishByHand(server)
  const now = new Date().toISOString()
  const other = createRelease(server.state, { tag_name: 'v2.0.0', draft: true }, now)
  changeRelease(server.state, other.id, { draft: false, make_latest: 'true' }, now)
  expect((await look()).published).toContain('v1.0.0')
})

test('a release that somebody made by hand stops before any work; one with the files does not', async () => {
  publishByHand(server)
  const lookFor = (certain: readonly string[]): Promise<Outlook> =>
    preflightGithub(placeOf(server), { tag: TAG, commit: COMMIT, names: certain, certain }, signal)
  await expect(lookFor(['a.zip', 'checksums.txt'])).rejects.toMatchObject({
    kind: 'verification',
    message: expect.stringContaining(`the release ${TAG} is published already, with no file of this one`)
  })
  expect((await lookFor([])).published).toBeDefined()
})

test('an immutable release that somebody made by hand is not said to be deletable', async () => {
  publishByHand(server, TAG, true)
  const failed = preflightGithub(placeOf(server), { tag: TAG, commit: COMMIT, names: [], certain: ['a.zip'] }, signal)
  await expect(failed).rejects.toMatchObject({ hint: expect.stringContaining('Release under a new version') })
  await expect(failed).rejects.toMatchObject({ hint: expect.not.stringContaining('elete') })
})

test('a release that was taken back stops before any work', async () => {
  const now = new Date().toISOString()
  const made = createRelease(server.state, { tag_name: TAG, draft: true }, now)
  changeRelease(server.state, made.id, { draft: false, body: addYankToNotes('', { why: 'broken', half: false }) }, now)
  await expect(look()).rejects.toMatchObject({ message: expect.stringContaining('was taken back') })
})

test('a draft that somebody began is told, with what lies in it', async () => {
  createRelease(server.state, { tag_name: TAG, draft: true, body: 'words' }, new Date().toISOString())
  expect((await look()).known).toEqual([expect.stringContaining('somebody wrote its title and notes')])
})
