import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { gitlabPublisher, type GitlabPlace } from '../../src/adapters/gitlab/releases/publisher.ts'
import { preflightGitlab } from '../../src/adapters/gitlab/releases/preflight.ts'
import { startGitlab, type FakeGitlab } from '../fakes/gitlab/server.ts'
import { createRelease, store } from '../fakes/gitlab/state.ts'
import { COMMIT, gitlabPlaceOf, localFiles, storedOf, TAG, wanted } from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()

let server: FakeGitlab
beforeEach(async () => {
  server = await startGitlab({ commit: COMMIT })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  expect(server.violations).toEqual([])
})

const look = (change: Partial<GitlabPlace> = {}, names: readonly string[] = ['a.zip']) =>
  preflightGitlab(gitlabPlaceOf(server, change), { tag: TAG, commit: COMMIT, names }, signal)

test('all is well for a job: nothing is published yet, and what cannot be seen is told', async () => {
  const { published, unseen } = await look()
  expect(published).toBeUndefined()
  expect(unseen).toEqual([expect.stringContaining('whether the job token may write')])
  expect(server.writes()).toBe(0)
})

test('all is well for a person with the role', async () => {
  expect((await look({ token: { access: 'glpat-maintainer' } })).unseen).toEqual([expect.stringContaining('scope')])
})

test('a release that is published already is reported with its address', async () => {
  await using local = await localFiles()
  await using draft = await gitlabPublisher(gitlabPlaceOf(server), local.files).draft(wanted(), signal)
  await draft.add(await local.make('a.zip', 'a'))
  await draft.publish()
  const before = server.writes()
  expect((await look()).published).toBe(`${server.origins.web}/octo/demo/-/releases/${TAG}`)
  expect(server.writes()).toBe(before)
})

test('package files and a release without them are not taken for a published release', async () => {
  store(server.state, 'demo', TAG, 'a.zip', storedOf('a'))
  createRelease(server.state, { tag_name: TAG }, new Date().toISOString())
  expect((await look()).published).toBeUndefined()
})

test.each<[string, Partial<GitlabPlace>, () => unknown, string, string]>([
  ['no token', { token: { job: '' } }, () => undefined, 'environment', 'no token'],
  ['a job that has ended', { token: { job: 'job-old' } }, () => undefined, 'environment', '401'],
  ['a job that is not allowed', { token: { job: 'job-unlisted' } }, () => undefined, 'environment', 'not allowed from'],
  ['a guest', { token: { access: 'glpat-guest' } }, () => undefined, 'environment', 'role'],
  [
    'a project that is not there',
    { project: '7', token: { access: 'glpat-maintainer' } },
    () => undefined,
    'environment',
    '404'
  ],
  [
    'a path that is not there',
    { project: 'octo/gone', token: { access: 'glpat-maintainer' } },
    () => undefined,
    'environment',
    'octo/gone'
  ],
  [
    'an archived project',
    { token: { access: 'glpat-maintainer' } },
    () => (server.state.archived = true),
    'environment',
    'archived'
  ],
  [
    'a registry that is off, as a person sees it',
    { token: { access: 'glpat-maintainer' } },
    () => (server.state.packagesEnabled = false),
    'environment',
    'switched off'
  ],
  ['a registry that is off, as a job sees it', {}, () => (server.state.packagesEnabled = false), 'environment', '403'],
  ['a tag that is not there', {}, () => Reflect.deleteProperty(server.state.tags, TAG), 'verification', 'is not there'],
  [
    'a tag that means another commit',
    {},
    () => (server.state.tags[TAG] = { target: 'b'.repeat(40), commit: 'b'.repeat(40) }),
    'verification',
    'b'.repeat(40)
  ]
])('%s stops the run before it begins', async (_, change, prepare, kind, said) => {
  prepare()
  await expect(look(change)).rejects.toMatchObject({ kind, message: expect.stringContaining(said) })
  expect(server.writes()).toBe(0)
})

const ofDeveloper = { token: { access: 'glpat-developer' } }
const ofMaintainer = { token: { access: 'glpat-maintainer' } }

test.each<[string, Partial<GitlabPlace>, readonly number[], readonly RegExp[] | 'refused']>([
  ['a Maintainer, who may', ofMaintainer, [40], [/scope/]],
  ['a Maintainer, where nobody may', ofMaintainer, [], 'refused'],
  ['a Maintainer, where owners may', ofMaintainer, [50], 'refused'],
  [
    'a Developer, who is not told the rules',
    ofDeveloper,
    [30],
    [/scope/, /whether the user of the token may release v1\.0\.0/]
  ],
  ['a job', {}, [40], [/job token/, /whether the user of the token may release v1\.0\.0: it is a protected tag/]]
])('a protected tag is asked about before any work, by %s', async (_, change, creators, outcome) => {
  Object.assign(server.state, { protectedTags: ['other', 'v*'], tagCreators: creators })
  server.state.tokens['glpat-developer'] = { kind: 'access', access: 'developer' }
  if (outcome === 'refused')
    await expect(look(change)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('the tag v1.0.0 is protected'),
      hint: expect.stringContaining('Protected tags')
    })
  else expect((await look(change)).unseen).toEqual(outcome.map((line) => expect.stringMatching(line)))
  expect(server.writes()).toBe(0)
})

test('the rules are asked for where a tag is protected alone', async () => {
  server.state.protectedTags = ['release-*']
  await look(ofMaintainer)
  expect(server.log.filter(({ target }) => target.startsWith('protected_tags'))).toEqual([])
})

test('names that GitLab refuses stop the run before anything is asked', async () => {
  await expect(look({}, ['fine.zip', 'a b.zip'])).rejects.toMatchObject({ kind: 'input' })
  await expect(look({}, ['a'.repeat(128)])).rejects.toMatchObject({ kind: 'input' })
  expect(server.log).toEqual([])
})

test('a release that somebody made is told, and stops where a link of it leads elsewhere', async () => {
  const now = new Date().toISOString()
  createRelease(server.state, { tag_name: TAG }, now)
  store(server.state, 'demo', TAG, 'stray.txt', storedOf('x'))
  expect((await look()).known).toEqual([
    expect.stringContaining('holds stray.txt'),
    expect.stringContaining('is there already, made by somebody else')
  ])
  server.state.releases = []
  createRelease(
    server.state,
    { tag_name: TAG, assets: { links: [{ name: 'a.zip', url: 'https://example.com/a.zip' }] } },
    now
  )
  await expect(look()).rejects.toMatchObject({ message: expect.stringContaining('a link a.zip that leads elsewhere') })
  expect(server.writes()).toBe(0)
})

test('a release without a file of this one stops before any work', async () => {
  await using local = await localFiles()
  await using draft = await gitlabPublisher(gitlabPlaceOf(server), local.files).draft(wanted(), signal)
  await draft.add(await local.make('a.zip', 'a'))
  await draft.publish()
  const intent = { tag: TAG, commit: COMMIT, names: ['b.zip'], certain: ['b.zip'] }
  await expect(preflightGitlab(gitlabPlaceOf(server), intent, signal)).rejects.toMatchObject({
    kind: 'verification',
    message: expect.stringContaining('is published already, with no file of this one')
  })
})
