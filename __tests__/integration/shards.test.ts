import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { git, HELLO, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(180_000)

const TARGETS = ['--targets', 'linux/amd64,linux/arm64,linux/arm64/v9.0']
const stack = new AsyncDisposableStack()
let folder = ''
/** Two clones: no shard knows where another one was built. */
let project = ''
/** `shards/1` and `shards/2`, as two machines handed them on. */
let shards = ''

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  project = join(folder, 'project')
  shards = join(folder, 'shards')
  await repository(project, HELLO)
  await git(folder, 'clone', '--quiet', project, join(folder, 'clone'))
  for (const [machine, index] of [
    [project, 1],
    [join(folder, 'clone'), 2]
  ] as const)
    succeeded(await build(machine, join(shards, String(index)), ['--shard', `${index}/2`], jobOf(index)))
})
afterAll(() => stack.disposeAsync())

const build = (cwd: string, out: string, more: readonly string[] = [], env = {}): Promise<Ran> =>
  slipway(['build', '--out', out, ...TARGETS, ...more], { cwd, env })

/** What GitLab tells a job of itself. */
const jobOf = (id: number): Readonly<Record<string, string>> => ({
  ...{ GITLAB_CI: 'true', CI_PROJECT_URL: 'https://gitlab.example.com/ada/hello', CI_JOB_URL: jobUrl(id) }
})
const jobUrl = (id: number): string => `https://gitlab.example.com/ada/hello/-/jobs/${id}`

/** The shards, changed as a test wants them. */
async function changed(name: string, change: (folder: string) => Promise<unknown>): Promise<string> {
  const copy = join(folder, name)
  await cp(shards, copy, { recursive: true })
  await change(copy)
  return copy
}

const merge = (from: string, out: string): Promise<Ran> =>
  slipway(
    [
      ...['release', '--json', '--shards', from, '--out', join(folder, out), '--to', join(folder, `${out}-releases`)],
      ...['--sign', 'none', ...TARGETS]
    ],
    { cwd: project }
  )

const text = (...path: readonly string[]): Promise<string> => readFile(join(folder, ...path), 'utf8')

test('a fan-out is as many jobs as were asked for, in the words of the platform', async () => {
  const asked = (matrix: string): Promise<Ran> => slipway(['plan', '--matrix', matrix, ...TARGETS], { cwd: project })
  expect(JSON.parse(succeeded(await asked('github:2')))).toEqual({ shard: ['1/2', '2/2'] })
  expect(JSON.parse(succeeded(await asked('gitlab:3')))).toEqual({
    parallel: { matrix: [{ SLIPWAY_SHARD: ['1/3', '2/3', '3/3'] }] }
  })
  const { status, stdout } = await asked('github:4')
  expect([status, stdout]).toEqual([2, expect.stringContaining('4 machines would share 3 targets')])
})

test('a release made of shards compiles nothing, and has the bytes of one made on one machine', async () => {
  const whole = await build(project, join(folder, 'whole'))
  succeeded(whole)
  const ran = await merge(shards, 'merged')
  succeeded(ran)
  expect(ran.stderr).toContain('2 shards of this plan are here')
  for (const target of ['linux/amd64', 'linux/arm64', 'linux/arm64/v9.0'])
    expect(ran.stderr).toContain(`= build     ${target}`)
  expect(ran.stderr).not.toContain('✓ build')
  expect(await text('merged-releases', 'v1.0.0', 'checksums.txt')).toBe(await text('whole', 'checksums.txt'))
})

test('the signed provenance names the run that signed and the jobs that compiled, and verify tells them', async () => {
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(150_000))).path
  const password = { COSIGN_PASSWORD: 'canary' }
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: folder, env: password }))
  const env = { ...jobOf(3), ...password, COSIGN_PRIVATE_KEY: await text('cosign.key') }
  const to = join(folder, 'signed')
  const flags = ['--shards', shards, '--out', join(folder, 'signing'), '--to', to, ...TARGETS]
  succeeded(await slipway(['release', ...flags], { cwd: project, env }))
  const bundle = JSON.parse(await text('signed/v1.0.0/provenance.sigstore.json')) as {
    readonly dsseEnvelope: { readonly payload: string }
  }
  const statement: unknown = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  const compiledBy = [
    { targets: ['linux/amd64', 'linux/arm64/v9.0'], invocationId: jobUrl(1) },
    { targets: ['linux/arm64'], invocationId: jobUrl(2) }
  ]
  expect(statement).toMatchObject({
    predicate: {
      buildDefinition: { internalParameters: { compiledBy } },
      runDetails: { metadata: { invocationId: jobUrl(3) } }
    }
  })
  const verified = await slipway(['verify', join(to, 'v1.0.0'), '--key', 'cosign.pub'], { cwd: folder })
  expect(succeeded(verified)).toContain(
    `that run took over what others compiled: linux/amd64, linux/arm64/v9.0 (${jobUrl(1)}); linux/arm64 (${jobUrl(2)})`
  )
})

test.each([
  ['none is there', 'none', (at: string) => rm(at, { recursive: true }), 2, 'shard-missing'],
  ['one is missing', 'missing', (at: string) => rm(join(at, '2'), { recursive: true }), 2, 'shard-missing'],
  [
    'one is there twice',
    'twice',
    (at: string) => cp(join(at, '2'), join(at, 'x'), { recursive: true }),
    2,
    'shard-twice'
  ],
  [
    'one was built by another plan',
    'other',
    async (at: string) => {
      const file = join(at, '1', 'shard-1-of-2.json')
      const record = JSON.parse(await readFile(file, 'utf8')) as object
      await writeFile(file, JSON.stringify({ ...record, plan: 'a'.repeat(64) }))
    },
    2,
    'shard-of-another-plan'
  ],
  [
    'an archive has other bytes',
    'bytes',
    (at: string) => writeFile(join(at, '1', 'hello_1.0.0_linux_amd64.tar.gz'), 'not it'),
    5,
    'shard-changed'
  ],
  [
    'one names a file outside of its folder',
    'outside',
    async (at: string) => {
      const file = join(at, '1', 'shard-1-of-2.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace('"bin/linux_amd64/hello"', '"../../../hello"'))
    },
    2,
    'input'
  ]
])('nothing is released when %s', async (_, name, change, status, code) => {
  const ran = await merge(await changed(name, change), `merged-${name}`)
  expect([ran.status, JSON.parse(ran.stdout)]).toMatchObject([status, { error: { code } }])
  await expect(text(`merged-${name}-releases`, 'v1.0.0', 'checksums.txt')).rejects.toThrow('ENOENT')
})

test('a shard of other inputs is none of this release', async () => {
  const ran = await slipway(
    [
      'release',
      '--json',
      '--shards',
      shards,
      '--out',
      join(folder, 'fewer'),
      '--to',
      'none',
      '--targets',
      'linux/amd64'
    ],
    { cwd: project }
  )
  expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'shard-of-another-plan' } })
})
