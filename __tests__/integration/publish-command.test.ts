import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { sha256 } from '../fakes/platform/publisher-benches.ts'
import { fileOf } from '../fakes/programs.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { runAction } from '../fakes/shipped.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
let folder = ''
/** What a job made, proved nothing and signed: an output folder with its manifest. */
let made = ''
let places = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  const [hello, keys] = [join(folder, 'hello'), join(folder, 'keys')]
  await repository(hello, HELLO)
  await mkdir(keys)
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  for (const name of ['cosign', 'other']) {
    const args = ['generate-key-pair', '--output-key-prefix', name]
    succeeded(await program([cosign, ...args], { cwd: keys, env: { COSIGN_PASSWORD: 'x' } }))
  }
  made = join(folder, 'made')
  const flags = ['--targets', 'linux/amd64', '--kubernetes', 'none', '--to', 'none', '--out', made]
  const env = { COSIGN_PRIVATE_KEY: await readFile(join(keys, 'cosign.key'), 'utf8'), COSIGN_PASSWORD: 'x' }
  succeeded(await slipway(['release', ...flags], { cwd: hello, env }))
}, 1_200_000)
afterAll(() => stack.disposeAsync())

interface Place {
  readonly from: string
  /** Where a draft lies. */
  readonly left: string
  /** Makes a draft public. */
  readonly finish: (...flags: readonly string[]) => Promise<Ran>
  readonly publish: (...flags: readonly string[]) => Promise<Ran>
  /** The same with variables of a job. */
  readonly publishIn: (env: Readonly<Record<string, string>>, ...flags: readonly string[]) => Promise<Ran>
  /** Name → content of what is released. */
  readonly released: (tag?: string) => Promise<Readonly<Record<string, string>>>
}

/** A folder with files that were handed over, and one to release to; run where there is no checkout. */
async function place(files?: Readonly<Record<string, string>>): Promise<Place> {
  const root = join(folder, `place-${++places}`)
  const [from, to] = [join(root, 'from'), join(root, 'to')]
  await mkdir(from, { recursive: true })
  if (!files) await cp(made, from, { recursive: true })
  for (const [name, content] of Object.entries(files ?? {})) {
    await mkdir(join(from, name, '..'), { recursive: true })
    await writeFile(join(from, name), content)
  }
  const by = files ? [] : ['--key', join(folder, 'keys/cosign.pub')]
  const publish = (...flags: readonly string[]): Promise<Ran> => publishIn({}, ...flags)
  const publishIn = (env: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Ran> =>
    slipway(['publish', '--from', from, '--tag', 'v1.0.0', '--to', to, ...by, ...flags], { cwd: root, env })
  return {
    from,
    left: join(to, '.draft-v1.0.0'),
    finish: (...flags) => slipway(['publish', '--finish', 'v1.0.0', '--to', to, ...by, ...flags], { cwd: root }),
    publish,
    publishIn,
    released: async (tag = 'v1.0.0') => {
      const names = await readdir(join(to, tag)).catch(() => [])
      const read = async (name: string) => [name, await readFile(join(to, tag, name), 'latin1')] as const
      return Object.fromEntries<string>(await Promise.all(names.map(read)))
    }
  }
}

const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFile(path, change(await readFile(path, 'utf8')))

const MADE = [
  'checksums.txt',
  'checksums.txt.sigstore.json',
  'hello_1.0.0_linux_amd64.cdx.json',
  'hello_1.0.0_linux_amd64.tar.gz',
  'manifest.json',
  'provenance.sigstore.json'
]

describe('files with a manifest', () => {
  test('are published by it, without a checkout; a second time nothing is written', async () => {
    const { publish, released } = await place()
    const said = succeeded(await publish())
    expect(said).toMatch(/^✓ verify +v1\.0\.0 .*signature, 4 files, 1 program looked into$/m)
    const seen = await released()
    expect(Object.keys(seen).sort()).toEqual([...MADE, 'release.json'])
    const record = JSON.parse(seen['release.json'] ?? '') as Record<string, unknown>
    expect(record).toMatchObject({ tag: 'v1.0.0', title: 'hello 1.0.0', latest: true, prerelease: false })
    expect(record['commit']).toMatch(/^[0-9a-f]{40}$/)
    expect(record['notes']).toContain('*Unproved*')

    expect(succeeded(await publish())).toMatch(/^= publish .*published before$/m)
    expect(await released()).toEqual(seen)
  })

  test('get the title and the words of the slipway.yaml of the caller, and not of one that lies among them', async () => {
    const words = (title: string): string => `release-notes: { title: '${title} {version}', footer: 'Ask {tag}.' }`
    const own = await place()
    await writeFile(join(own.from, '../slipway.yaml'), words('Ours'))
    await writeFile(join(own.from, 'slipway.yaml'), words('Theirs'))
    succeeded(await own.publish())
    const record = JSON.parse((await own.released())['release.json'] ?? '') as Record<string, unknown>
    expect(record).toMatchObject({ title: 'Ours 1.0.0', notes: expect.stringContaining('Ask v1.0.0.') })

    const inside = await place()
    await writeFile(join(inside.from, 'slipway.yaml'), words('Theirs'))
    const flags = ['--from', '.', '--tag', 'v1.0.0', '--to', '../to', '--key', join(folder, 'keys/cosign.pub')]
    succeeded(await slipway(['publish', ...flags], { cwd: inside.from }))
    expect(JSON.parse((await inside.released())['release.json'] ?? '')).toMatchObject({ title: 'hello 1.0.0' })
  })

  test.each<[string, (from: string) => Promise<unknown>, RegExp]>([
    [
      'one of them is lost',
      (from) => rm(join(from, 'hello_1.0.0_linux_amd64.tar.gz')),
      /hello_1\.0\.0_linux_amd64\.tar\.gz is not there/
    ],
    [
      'one of them has other bytes',
      (from) => writeFile(join(from, 'hello_1.0.0_linux_amd64.cdx.json'), 'other'),
      new RegExp(
        `hello_1\\.0\\.0_linux_amd64\\.cdx\\.json is sha256 ${sha256('other')}, and the manifest says [0-9a-f]{64}`
      )
    ],
    [
      'a trial of theirs failed',
      (from) =>
        edit(join(from, 'manifest.json'), (text) =>
          text.replace('"verdicts": []', '"verdicts": [{"suite": "smi", "kubernetes": "1.37", "outcome": "failed"}]')
        ),
      /failed its proof: smi on Kubernetes 1\.37/
    ],
    [
      'they are not signed',
      (from) =>
        edit(join(from, 'manifest.json'), (text) => text.replace(/"signature": \{[^}]*\}/, '"signature": null')),
      /is not signed, and its manifest says so/
    ],
    [
      'all of them and the manifest were changed together',
      async (from) => {
        const name = 'hello_1.0.0_linux_amd64.cdx.json'
        const before = sha256(await readFile(join(from, name)))
        await writeFile(join(from, name), 'other')
        for (const file of ['manifest.json', 'checksums.txt'])
          await edit(join(from, file), (text) => text.replaceAll(before, sha256('other')))
        const sums = sha256(await readFile(join(from, 'checksums.txt')))
        await edit(join(from, 'manifest.json'), (text) =>
          text.replace(/("name": "checksums.txt",[^}]*"sha256": ")[0-9a-f]+/, (_, head: string) => head + sums)
        )
      },
      /cosign refuses it/
    ]
  ])('are refused when %s, and nothing is written', async (_, change, message) => {
    const { from, publish, released } = await place()
    await change(from)
    expect(await publish()).toMatchObject({ status: 5, stdout: expect.stringMatching(message) })
    expect(await released()).toEqual({})
  })

  test('are refused in a job for another commit than that of their manifest', async () => {
    const { publishIn, released } = await place()
    const sha = 'b'.repeat(40)
    const env = { GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0', CI_COMMIT_SHA: sha }
    expect(await publishIn(env)).toMatchObject({
      status: 5,
      stdout: expect.stringContaining(`the job of v1.0.0 was started for ${sha}`)
    })
    expect(await released()).toEqual({})
  })

  test('are refused under another tag', async () => {
    const { publish } = await place()
    expect(await publish('--tag', 'v1.0.1')).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('holds v1.0.0, not v1.0.1')
    })
  })

  test('are refused when they are not signed by whom the caller expects', async () => {
    const { publish, released } = await place()
    expect(await publish('--key', join(folder, 'keys/other.pub'))).toMatchObject({ status: 5 })
    expect(await released()).toEqual({})
    succeeded(await publish('--key', join(folder, 'keys/cosign.pub')))
  })

  test.each(['../../escape', '/etc/hostname', 'a/b', ''])('whose manifest names %j are refused', async (name) => {
    const { from, publish, released } = await place()
    await edit(join(from, 'manifest.json'), (text) => text.replace('hello_1.0.0_linux_amd64.cdx.json', name))
    expect(await publish()).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('names that cannot be published')
    })
    expect(await released()).toEqual({})
  })

  test.each(['{}', 'no json', '{"schema": 2, "artifacts": [], "verdicts": []}'])(
    'whose manifest is %j are refused',
    async (text) => {
      const { from, publish } = await place()
      await writeFile(join(from, 'manifest.json'), text)
      expect(await publish()).toMatchObject({
        status: 2,
        stdout: expect.stringContaining('is not a manifest of Slipway')
      })
    }
  )
})

describe('files without a manifest', () => {
  test('are published with checksums, also from the folders of several jobs, and the notes say that nothing is proved', async () => {
    const { publish, released } = await place({ 'linux/a.zip': 'a', 'windows/b.zip': 'b', 'windows/a.zip': 'a' })
    succeeded(await publish())
    const { 'release.json': record = '', ...files } = await released()
    expect(files).toEqual({
      'a.zip': 'a',
      'b.zip': 'b',
      'checksums.txt': `${sha256('a')}  a.zip\n${sha256('b')}  b.zip\n`
    })
    expect(JSON.parse(record)).toMatchObject({ commit: null, notes: expect.stringContaining('*Unproved*') })
  })

  test('of one name with other bytes are refused with both digests', async () => {
    const { publish, released } = await place({ 'linux/a.zip': 'one', 'windows/a.zip': 'two' })
    const run = await publish()
    expect(run.status).toBe(5)
    for (const text of ['one', 'two']) expect(run.stdout).toContain(sha256(text))
    expect(await released()).toEqual({})
  })

  test('that have a checksums.txt go out with it', async () => {
    const sums = `${sha256('a')}  a.zip\n`
    const { publish, released } = await place({ 'a.zip': 'a', 'checksums.txt': sums })
    succeeded(await publish())
    expect((await released())['checksums.txt']).toBe(sums)
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['lacks one', { 'b.zip': 'b' }, 'b.zip is not listed'],
    ['names one that is not there', { 'a.zip': 'a', 'checksums.txt': `${sha256('a')}  c.zip\n` }, 'c.zip is not there'],
    ['is of other bytes', { 'a.zip': 'A' }, `a.zip is sha256 ${sha256('A')}, and listed as ${sha256('a')}`]
  ])('are refused when their checksums.txt %s', async (_, change, message) => {
    const { publish, released } = await place({ 'a.zip': 'a', 'checksums.txt': `${sha256('a')}  a.zip\n`, ...change })
    expect(await publish()).toMatchObject({ status: 5, stdout: expect.stringContaining(message) })
    expect(await released()).toEqual({})
  })

  test('are refused where a link lies among them, or where the releases would go', async () => {
    const { from, publish, released } = await place({ 'a.zip': 'a' })
    await symlink('a.zip', join(from, 'b.zip'))
    expect(await publish()).toMatchObject({ status: 2, stdout: expect.stringContaining('b.zip is a link') })
    expect(await publish('--to', join(from, 'releases'))).toMatchObject({
      status: 2,
      stdout: expect.stringContaining(`lies in ${from}`)
    })
    expect(await publish('--from', '/proc')).toMatchObject({ status: 2 })
    expect(await released()).toEqual({})
  })

  test('need a folder that holds something, a tag, and a place', async () => {
    const { publish } = await place({})
    expect(await publish()).toMatchObject({ status: 2, stdout: expect.stringContaining('no folder with files in it') })
    for (const [args, message] of [
      [['--from', 'x', '--to', 'y'], 'publish needs --tag TAG'],
      [['--tag', 'v1', '--to', 'y'], 'publish needs --from DIR'],
      [['--from', 'x', '--tag', 'v1'], 'nobody said where to publish'],
      [['--from', 'x', '--to', 'y', '--tag', 'v1;id x'], 'is not a name that git takes for a tag']
    ] as const)
      expect(await slipway(['publish', ...args], { cwd: folder })).toMatchObject({
        status: 2,
        stdout: expect.stringContaining(message)
      })
  })

  test('become the latest only when no higher release is there', async () => {
    const { publish, released } = await place({ 'a.zip': 'a' })
    succeeded(await publish('--tag', 'v2.0.0'))
    for (const tag of ['v1.9.1', 'v2.1.0-rc.1', 'nightly']) {
      succeeded(await publish('--tag', tag))
      const record = JSON.parse((await released(tag))['release.json'] ?? '') as object
      expect(record).toMatchObject({ latest: false, prerelease: tag.includes('rc') })
    }
  })
})

describe('a draft', () => {
  test('is seen by nobody, not written twice, and made public by one command, which looks at it as after every release', async () => {
    const { left, publish, finish, released } = await place()
    const said = succeeded(await publish('--draft'))
    expect(said).toMatch(/^✓ verify +the draft of v1\.0\.0 .*signature, 4 files, 1 program looked into$/m)
    expect(said).toMatch(
      /^v1\.0\.0 is a draft, verified, .*\.draft-v1\.0\.0\n {2}make it public: slipway publish --finish v1\.0\.0$/m
    )
    expect(await released()).toEqual({})
    const stamps = async () =>
      await Promise.all((await readdir(left)).sort().map(async (name) => (await stat(join(left, name))).mtimeMs))
    const before = await stamps()
    succeeded(await publish('--draft'))
    expect(await stamps()).toEqual(before)

    expect(succeeded(await finish())).toMatch(/^✓ verify +v1\.0\.0 .*signature, 4 files, 1 program looked into$/m)
    const seen = await released()
    expect(Object.keys(seen).sort()).toEqual([...MADE, 'release.json'])
    expect(JSON.parse(seen['release.json'] ?? '')).toMatchObject({ title: 'hello 1.0.0', latest: true })
    expect(succeeded(await finish())).toContain('v1.0.0 is published already')
    expect(await released()).toEqual(seen)
  })

  test('with a file of somebody else is refused by its name, and goes out where the caller lets it', async () => {
    const { left, publish, finish, released } = await place()
    succeeded(await publish('--draft'))
    await writeFile(join(left, 'by-hand.pdf'), 'x')
    expect(await finish()).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('by-hand.pdf is in no signed list')
    })
    expect(await released()).toEqual({})
    expect(succeeded(await finish('--extra-files', 'allow'))).toContain('by-hand.pdf is in the release')
    expect(await released()).toMatchObject({ 'by-hand.pdf': 'x' })
  })
})

test('publish, finish, verify and yank are steps of the Action as well, with inputs for what flags and operands say', async () => {
  const { from, left, released } = await place()
  const root = join(from, '..')
  const key = join(folder, 'keys/cosign.pub')
  let steps = 0
  const PERSON = { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/main' }
  const step = async (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = PERSON) =>
    await runAction(fileOf('src/action.ts'), {
      ...{ cwd: root, temp: join(root, `step-${++steps}`), env },
      inputs: { to: join(root, 'to'), ...inputs }
    })
  const recorded = async () => JSON.parse((await released())['release.json'] ?? '{}') as { yanked?: string }

  const drafted = await step({ command: 'publish', from, tag: 'v1.0.0', key, draft: 'true' })
  expect([drafted.status, drafted.outputs['draft-url']]).toEqual([0, expect.stringContaining('.draft-v1.0.0')])
  await writeFile(join(left, 'notice.pdf'), 'by a person')
  expect((await step({ command: 'publish', finish: 'v1.0.0', key })).status).toBe(5)
  const finished = await step({ command: 'publish', finish: 'v1.0.0', key, 'extra-files': 'allow' })
  expect([finished.status, finished.outputs['release-state']]).toEqual([0, 'published'])
  const verified = await step({
    command: 'verify',
    which: 'v1.0.0',
    key,
    'extra-files': 'allow',
    of: 'example.com/hello'
  })
  expect([verified.status, verified.lines]).toEqual([
    0,
    expect.arrayContaining([expect.stringContaining('the signature is by the expected key')])
  ])
  const yank = { command: 'yank', which: 'v1.0.0', why: 'It eats files.' }
  const refused = await step(yank, { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF: 'refs/heads/main' })
  expect([refused.status, refused.commands]).toEqual([
    2,
    expect.arrayContaining([expect.stringMatching(/^error this run may not take a release back: /)])
  ])
  expect((await recorded()).yanked).toBeUndefined()
  expect((await step(yank)).status).toBe(0)
  expect((await recorded()).yanked).toBe('It eats files.')
  expect((await step({ command: 'yank', which: 'v1.0.0', undo: 'true' })).status).toBe(0)
  expect((await recorded()).yanked).toBeUndefined()
})
