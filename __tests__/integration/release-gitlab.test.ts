import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { startGitlab, type FakeGitlab } from '../fakes/gitlab/server.ts'
import * as gitlab from '../fakes/gitlab/state.ts'
import { commit, HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(120_000)

const PASSWORD = 'gitlab-test-password'
const stack = new AsyncDisposableStack()
const servers: FakeGitlab[] = []
let folder = ''
let hello = ''
let head = ''
let keys = ''
let key = ''
let outs = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  hello = join(folder, 'hello')
  await repository(hello, { ...HELLO, '.gitignore': '.slipway/\n' }, ['v0.9.0'])
  await write(hello, { 'README.md': 'Hello.\n' })
  head = await commit(hello, ['v1.0.0'])
  keys = join(folder, 'keys')
  await mkdir(keys)
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  for (const name of ['cosign', 'other']) {
    const args = ['generate-key-pair', '--output-key-prefix', name]
    succeeded(await program([cosign, ...args], { cwd: keys, env: { COSIGN_PASSWORD: PASSWORD } }))
  }
  key = await readFile(join(keys, 'cosign.key'), 'utf8')
}, 1_200_000)
afterAll(() => stack.disposeAsync())
afterEach(() => {
  for (const server of servers) expect(server.violations).toEqual([])
})

/** A GitLab with an older release, which is its latest. */
async function server(): Promise<FakeGitlab> {
  const made = stack.use(await startGitlab({ commit: head }))
  servers.push(made)
  const date = '2026-01-01T00:00:00.000Z'
  made.state.tags['v0.9.0'] = { target: head, commit: head }
  gitlab.createRelease(made.state, { tag_name: 'v0.9.0', released_at: date }, date)
  return made
}

/** What the job of a tag has in its environment. */
const job = ({ origins }: FakeGitlab, env: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...{ GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0', CI_API_V4_URL: origins.api, CI_SERVER_URL: origins.web },
  ...{ CI_PROJECT_ID: '42', CI_PROJECT_NAME: 'demo', CI_PROJECT_URL: `${origins.web}/octo/demo` },
  ...{ CI_JOB_TOKEN: 'job-maintainer', COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD },
  ...env
})

/** `slipway release` as the job runs it; nobody says where to. */
const release = (at: FakeGitlab, env: Readonly<Record<string, string>> = {}, out = `out-${++outs}`): Promise<Ran> =>
  slipway(['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--out', join(folder, out)], {
    cwd: hello,
    env: job(at, env)
  })

const verify = (at: FakeGitlab, ...args: readonly string[]): Promise<Ran> =>
  slipway(['verify', ...args], { cwd: folder, env: job(at, { CI_COMMIT_TAG: '' }) })

const NAMES = [
  'checksums.txt',
  'checksums.txt.sigstore.json',
  'hello_1.0.0_linux_amd64.cdx.json',
  'hello_1.0.0_linux_amd64.tar.gz',
  'manifest.json',
  'provenance.sigstore.json'
]

describe('the job that a tag starts on GitLab', () => {
  let at: FakeGitlab
  let first: Ran
  beforeAll(async () => {
    at = await server()
    first = await release(at, {}, 'shared')
  })

  test('publishes a signed release with a link for every file, and verifies what everybody can download', async () => {
    succeeded(first)
    const made = at.state.releases.find(({ tag }) => tag === 'v1.0.0')
    expect(made?.links.map(({ name }) => name).sort()).toEqual(NAMES)
    expect(first.stdout).toContain(`released v1.0.0: ${at.origins.web}/octo/demo/-/releases/v1.0.0`)
    expect(first.stdout).toMatch(/^✓ verify +v1\.0\.0 +\S+ m?s {2}signature, 4 files, 1 program looked into$/m)
    expect(gitlab.latestOf(at.state)?.tag).toBe('v1.0.0')
    expect(new Set(at.log.map(({ token }) => token))).toEqual(new Set(['job-token', undefined]))
    expect(first.stdout).toContain('not seen from here: whether the job token may write')
  })

  test('tells in the notes what changed since the release before', () => {
    const { description = '' } = at.state.releases.find(({ tag }) => tag === 'v1.0.0') ?? {}
    expect(description).toContain(`built from commit ${head}`)
    expect(description).toMatch(/## Changes since v0\.9\.0\n\n- as the test wants it \([0-9a-f]{7}\)\n/)
  })

  test('writes nothing when it runs again, and verifies by the digests that it has seen before', async () => {
    const before = at.writes()
    const again = await release(at, {}, 'shared')
    succeeded(again)
    expect(at.writes()).toBe(before)
    expect(again.stdout).toMatch(/^= publish .*published before$/m)
    expect(again.stdout).toMatch(/^= verify /m)
  })

  test('on a new machine writes nothing either, and downloads all of it again', async () => {
    const [before, downloads] = [at.writes(), at.log.filter(({ at }) => at === 'storage').length]
    succeeded(await release(at))
    expect(at.writes()).toBe(before)
    expect(at.log.filter(({ at }) => at === 'storage').length - downloads).toBeGreaterThanOrEqual(NAMES.length)
  })

  test('can be verified by its tag, and by the address of its page', async () => {
    const pub = join(keys, 'cosign.pub')
    const page = `${at.origins.web}/octo/demo/-/releases/v1.0.0`
    for (const operand of ['v1.0.0', page]) {
      const said = succeeded(await verify(at, operand, '--key', pub))
      expect(said).toContain(`${page}: the signature is by the expected key; 4 files with the signed digest`)
      expect(said).toContain('1 program in them')
    }
  })

  test('is refused by a verification that expects another key', async () => {
    const run = await verify(at, 'v1.0.0', '--key', join(keys, 'other.pub'))
    expect(run).toMatchObject({ status: 5, stdout: expect.stringContaining('cosign refuses it') })
  })

  test('is not looked for with the token of another instance', async () => {
    const run = await verify(at, `${at.origins.web}/octo/demo/-/releases/v1.0.0`, '--key', join(keys, 'cosign.pub'))
    succeeded(run)
    const stranger = await slipway(
      ['verify', `${at.origins.web}/octo/demo/-/releases/v1.0.0`, '--key', join(keys, 'cosign.pub')],
      { cwd: folder, env: { ...job(at), CI_SERVER_URL: 'https://gitlab.example.org' } }
    )
    // Without the environment's word, /gitlab is taken for a group; nobody is told the token.
    expect(stranger.status).toBe(3)
    expect(at.log.at(-1)).toMatchObject({ token: undefined })
  })
})

test('a token that was given comes before that of the job, and travels as an access token', async () => {
  const at = await server()
  at.state.tokens['glpat-writer'] = { kind: 'access', access: 'maintainer' }
  const run = await release(at, { CI_JOB_TOKEN: '', GITLAB_TOKEN: 'glpat-writer' })
  succeeded(run)
  expect(new Set(at.log.map(({ token }) => token))).toEqual(new Set(['private-token', undefined]))
})

test('a job without any token is refused before the first compile', async () => {
  const at = await server()
  const run = await release(at, { CI_JOB_TOKEN: '' })
  expect(run).toMatchObject({ status: 3, stdout: expect.stringContaining('no token for GitLab') })
  expect(run.stdout).not.toMatch(/^✓ build/m)
  expect(at.log).toEqual([])
})

test('a tag that GitLab does not have stops the job before the first compile', async () => {
  const at = await server()
  delete at.state.tags['v1.0.0']
  const run = await release(at)
  expect(run).toMatchObject({ status: 5, stdout: expect.stringContaining('the tag v1.0.0 on GitLab is not there') })
  expect(run.stdout).not.toMatch(/^✓ build/m)
  expect(at.writes()).toBe(0)
})

test('what is served wrong after publishing is taken back: it is marked, and the release before it is the latest again', async () => {
  const at = await server()
  at.fault = ({ method, target }) => {
    if (method === 'POST' && target === 'releases')
      for (const file of at.state.files.filter(({ name }) => name.endsWith('.tar.gz')))
        // The digest stays: only who downloads it sees it.
        file.content = Buffer.from('rotten').toString('base64')
    return undefined
  }
  const run = await release(at)
  expect(run.status).toBe(5)
  expect(run.stdout).toContain('v1.0.0 was taken back: it is marked as bad, and v0.9.0 is the latest release')
  const bad = at.state.releases.find(({ tag }) => tag === 'v1.0.0')
  expect(bad?.name).toMatch(/^YANKED: /)
  expect(bad?.description).toMatch(/^<!-- slipway yanked -->\n> \*\*This release was taken back: do not use it\.\*\*/)
  expect(gitlab.latestOf(at.state)?.tag).toBe('v0.9.0')
  expect(at.state.files).not.toEqual([])

  at.fault = () => undefined
  const before = at.writes()
  const again = await release(at)
  expect(again).toMatchObject({ status: 5, stdout: expect.stringContaining('the release v1.0.0 was taken back') })
  expect(at.writes()).toBe(before)
  const seen = await verify(at, 'v1.0.0', '--key', join(keys, 'cosign.pub'))
  expect(seen).toMatchObject({ status: 5, stdout: expect.stringContaining('was taken back by its publisher') })
})

test('a release that breaks between two links is marked as not complete, and the next run finishes it', async () => {
  const at = await server()
  // Made on the web site with the tag: there is no request that could link all files of it at once.
  gitlab.createRelease(at.state, { tag_name: 'v1.0.0', name: 'One', description: 'Written by hand.' }, isoNow())
  let links = 0
  at.fault = ({ method, target }) =>
    method === 'POST' && target.endsWith('/assets/links') && ++links === 3
      ? { when: 'before', with: { status: 403, body: { message: '403 Forbidden' } } }
      : undefined
  const broken = await release(at, {}, 'broken')
  expect(broken.status).not.toBe(0)
  expect(broken.stdout).toContain(
    'v1.0.0 was taken back: it is marked as not complete, and v0.9.0 is the latest release'
  )
  const found = () => at.state.releases.find(({ tag }) => tag === 'v1.0.0')
  expect(found()?.links).toHaveLength(2)
  expect(found()?.description).toMatch(/^<!-- slipway unfinished -->/)
  expect(gitlab.latestOf(at.state)?.tag).toBe('v0.9.0')
  expect((await verify(at, 'v1.0.0', '--key', join(keys, 'cosign.pub'))).status).not.toBe(0)

  at.fault = () => undefined
  succeeded(await release(at, {}, 'broken'))
  expect(found()).toMatchObject({ name: 'One', description: expect.stringMatching(/^Written by hand\./) })
  expect(found()?.links).toHaveLength(6)
  expect(gitlab.latestOf(at.state)?.tag).toBe('v1.0.0')
  succeeded(await verify(at, 'v1.0.0', '--key', join(keys, 'cosign.pub')))
})

const isoNow = (): string => new Date().toISOString()

describe('a release on GitLab that is taken back by hand', () => {
  let at: FakeGitlab
  const yank = (...args: readonly string[]): Promise<Ran> =>
    slipway(['yank', ...args], { cwd: folder, env: job(at, { CI_COMMIT_TAG: '' }) })
  beforeAll(async () => {
    at = await server()
    succeeded(await release(at))
  })

  test('has to be there', async () => {
    expect(await yank('v7.0.0')).toMatchObject({ status: 2, stdout: expect.stringContaining('no release v7.0.0') })
  })

  test('is marked with the reason, and the one before it is the latest again; once', async () => {
    const said = succeeded(await yank('v1.0.0', '--why', 'it forgets <b>everything</b>'))
    expect(said).toContain('v1.0.0 is taken back')
    expect(said).toContain('the highest stable release that stays: v0.9.0')
    const bad = at.state.releases.find(({ tag }) => tag === 'v1.0.0')
    expect(bad?.description).toContain('it forgets \\<b\\>everything\\</b\\>')
    expect(bad?.description).toMatch(/<!-- slipway [0-9a-f]{40} 6 -->$/)
    expect(bad?.links).toHaveLength(6)
    expect(gitlab.latestOf(at.state)?.tag).toBe('v0.9.0')
    const before = at.writes()
    expect(succeeded(await yank('v1.0.0'))).toContain('was taken back before')
    expect(at.writes()).toBe(before)
  })
})
