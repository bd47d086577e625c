import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import type { Release } from '../fakes/github/state.ts'
import { publishByHand } from '../fakes/platform/publisher-benches.ts'
import { commit, HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(180_000)

const PASSWORD = 'github-test-password'
const stack = new AsyncDisposableStack()
const servers: FakeGithub[] = []
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
  const args = ['generate-key-pair', '--output-key-prefix', 'cosign']
  succeeded(await program([cosign, ...args], { cwd: keys, env: { COSIGN_PASSWORD: PASSWORD } }))
  key = await readFile(join(keys, 'cosign.key'), 'utf8')
}, 1_200_000)
afterAll(() => stack.disposeAsync())
afterEach(() => {
  for (const server of servers) expect(server.violations).toEqual([])
})

/** A GitHub with an older release, which is its latest. */
async function server(): Promise<FakeGithub> {
  const made = stack.use(await startGithub({ commit: head, enterprise: true }))
  servers.push(made)
  publishByHand(made, 'v0.9.0')
  return made
}

/** What a step of a workflow has in its environment. */
const step = ({ origins }: FakeGithub): Record<string, string> => ({
  ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: origins.api, GITHUB_SERVER_URL: origins.web },
  ...{ GITHUB_TOKEN: 'ghs_writer', COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD }
})

const run = (at: FakeGithub, ...args: readonly string[]): Promise<Ran> =>
  slipway([...args], { cwd: args[0] === 'release' ? hello : folder, env: step(at) })

const release = (at: FakeGithub, out = `out-${++outs}`, ...flags: readonly string[]): Promise<Ran> => {
  const common = ['--to', 'github', '--targets', 'linux/amd64', '--kubernetes', 'none', '--out', join(folder, out)]
  return run(at, 'release', ...common, ...flags)
}

const released = (at: FakeGithub): Release | undefined =>
  at.state.releases.find(({ tag, draft }) => tag === 'v1.0.0' && !draft)
const latest = (at: FakeGithub): string | undefined => at.state.releases.find(({ id }) => id === at.state.latest)?.tag

const NAMES = [
  'checksums.txt',
  'checksums.txt.sigstore.json',
  'hello_1.0.0_linux_amd64.cdx.json',
  'hello_1.0.0_linux_amd64.tar.gz',
  'manifest.json',
  'provenance.sigstore.json'
]

describe('a release to GitHub', () => {
  let at: FakeGithub
  let first: Ran
  beforeAll(async () => {
    at = await server()
    first = await release(at, 'shared')
  })
  const page = (): string => `${at.origins.web}/octo/demo/releases/tag/v1.0.0`
  const verify = (operand: string): Promise<Ran> =>
    run(at, 'verify', operand, '--to', 'github', '--key', join(keys, 'cosign.pub'))

  test('publishes signed files, and verifies what everybody can download', () => {
    succeeded(first)
    expect(
      released(at)
        ?.assets.map(({ name }) => name)
        .sort()
    ).toEqual(NAMES)
    expect(first.stdout).toContain(`released v1.0.0: ${page()}`)
    expect(first.stdout).toMatch(/^✓ verify +v1\.0\.0 +\S+ m?s {2}signature, 4 files, 1 program looked into$/m)
    expect(latest(at)).toBe('v1.0.0')
    expect(at.state.releases.filter(({ draft }) => draft)).toEqual([])
  })

  test('tells in the notes what changed since the release before', () => {
    const { body = '' } = released(at) ?? {}
    expect(body).toContain(`built from commit ${head}`)
    expect(body).toMatch(/## Changes since v0\.9\.0\n\n- as the test wants it \([0-9a-f]{7}\)\n/)
  })

  test('writes nothing when it runs again, here or on a new machine', async () => {
    const before = at.writes()
    expect(succeeded(await release(at, 'shared'))).toMatch(/^= publish .*published before$/m)
    succeeded(await release(at))
    expect(at.writes()).toBe(before)
  })

  test('can be verified by its tag, and by the address of its page', async () => {
    for (const operand of ['v1.0.0', page()]) {
      const said = succeeded(await verify(operand))
      expect(said).toContain(`${page()}: the signature is by the expected key; 4 files with the signed digest`)
      expect(said).toContain('1 program in them')
    }
  })

  test('with a file that nobody signed is refused, whatever the file is called', async () => {
    const assets = released(at)?.assets ?? []
    const [known] = assets
    if (known) assets.push({ ...known, id: 987_654, name: 'release.json' })
    expect(await verify('v1.0.0')).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('release.json is in no signed list')
    })
    assets.pop()
  })

  test('can be taken back: it is marked with the reason, and the one before it is the latest again; once', async () => {
    const said = succeeded(await run(at, 'yank', 'v1.0.0', '--to', 'github', '--yes', '--why', 'it forgets all'))
    expect(said).toContain('v1.0.0 is taken back')
    expect(said).toContain('  not taken back: its signatures, which stay valid')
    expect(said).toContain('  not taken back: go install with @v1.0.0, by the module proxy: add "retract v1.0.0"')
    expect(released(at)).toMatchObject({ name: expect.stringMatching(/^YANKED: /), prerelease: true })
    expect(released(at)?.body).toContain('it forgets all')
    expect(released(at)?.assets).toHaveLength(NAMES.length)
    expect(latest(at)).toBe('v0.9.0')
    const before = at.writes()
    expect(succeeded(await run(at, 'yank', 'v1.0.0', '--to', 'github', '--yes'))).toContain('was taken back before')
    expect(at.writes()).toBe(before)
    expect(await verify('v1.0.0')).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('was taken back by its publisher')
    })
  })

  test('and stood by again: the mark goes away, it is the latest again, and what was never taken back is refused', async () => {
    const undo = (tag: string): Promise<Ran> => run(at, 'yank', '--undo', tag, '--to', 'github', '--yes')
    const said = succeeded(await undo('v1.0.0'))
    expect(said).toContain('v1.0.0 was taken back: it forgets all')
    expect(said).toContain(`v1.0.0 stands again: ${page()}`)
    expect(released(at)).toMatchObject({ name: 'hello 1.0.0', prerelease: false })
    expect(latest(at)).toBe('v1.0.0')
    succeeded(await verify('v1.0.0'))
    const before = at.writes()
    for (const tag of ['v1.0.0', 'v0.9.0'])
      expect(await undo(tag)).toMatchObject({
        status: 2,
        stdout: expect.stringContaining(`${tag} was never taken back`)
      })
    expect(at.writes()).toBe(before)
  })
})

test('a release that stays a draft is whole and verified, is not written twice, and is made public by one command', async () => {
  const at = await server()
  const said = succeeded(await release(at, 'draft', '--draft'))
  expect(said).toMatch(
    /^publish +v1\.0\.0 to github, the latest; it stays a draft until slipway publish --finish v1\.0\.0$/m
  )
  expect(said).toMatch(/^v1\.0\.0 is a draft, verified, and nobody else sees it: \S+\/releases\/tag\/untagged-\d+$/m)
  expect([released(at), latest(at)]).toEqual([undefined, 'v0.9.0'])
  const before = at.writes()
  const again = succeeded(await release(at, 'draft', '--draft'))
  expect(again).toContain('a run has filled it and looked at it; slipway publish --finish v1.0.0 makes it public')
  expect(at.writes()).toBe(before)

  const finish = ['publish', '--finish', 'v1.0.0', '--to', 'github', '--key', join(keys, 'cosign.pub')]
  expect(succeeded(await run(at, ...finish))).toContain(
    `published v1.0.0: ${at.origins.web}/octo/demo/releases/tag/v1.0.0`
  )
  expect(released(at)?.body).toMatch(/## Changes since v0\.9\.0/)
  expect(latest(at)).toBe('v1.0.0')
  expect(succeeded(await release(at, 'draft', '--draft'))).toMatch(/^= publish .*published before$/m)
})

test('what is served wrong after publishing is taken back by itself, and is not released again', async () => {
  const at = await server()
  at.fault = ({ method }) => {
    if (method === 'PATCH')
      for (const asset of at.state.releases.flatMap(({ assets }) => assets))
        if (asset.name.endsWith('.tar.gz') && asset.content !== '') {
          // The digest stays: only who downloads it sees it.
          const bytes = Buffer.from(asset.content, 'base64')
          asset.content = Buffer.from(bytes.map((byte, i) => (i === 100 ? byte ^ 1 : byte))).toString('base64')
        }
    return undefined
  }
  const bad = await release(at)
  expect(bad.status).toBe(5)
  expect(bad.stdout).toContain('v1.0.0 was taken back: it is marked as bad, and v0.9.0 is the latest release')
  expect(released(at)?.body).toMatch(/^<!-- slipway yanked -->\n> \*\*This release was taken back: do not use it\.\*\*/)
  expect(latest(at)).toBe('v0.9.0')
  expect(released(at)?.assets).toHaveLength(NAMES.length)

  at.fault = () => undefined
  const before = at.writes()
  const again = await release(at)
  expect(again).toMatchObject({ status: 5, stdout: expect.stringContaining('the release v1.0.0 was taken back') })
  expect(at.writes()).toBe(before)
})

test('a higher release that this clone does not know stays the latest; the notes can be those that GitHub writes', async () => {
  const at = await server()
  publishByHand(at, 'v2.0.0')
  const said = succeeded(await release(at, undefined, '--notes', 'generated'))
  expect(said).toContain('v1.0.0 does not become the latest release: v2.0.0 is published and higher')
  expect(latest(at)).toBe('v2.0.0')
  expect(released(at)?.body).toContain('* a pull request by @octo')
  expect(released(at)?.body).toContain('/compare/v0.9.0...v1.0.0')
})
