import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { hostileRuns, type HostileCase, type HostileRun } from '../fakes/hostile/hostile-runs.ts'
import { HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
let folder = ''
let work = ''
let temps = 0
/** What lies in the work tree before the first run. */
let before: readonly string[] = []

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  await repository(work, HELLO, ['v1.0.0'])
  before = await readdir(work)
})
afterEach(() => write(work, { 'slipway.yaml': HELLO['slipway.yaml'] ?? '' }))
afterAll(() => stack.disposeAsync())

type Signer = { readonly [name in 'key' | 'identity' | 'issuer']?: string }

const KEY = 'keys/cosign.pub'
const IDENTITY = 'https://github.com/octo/demo/.github/workflows/release.yml@refs/tags/v1.0.0'
const ISSUER = 'https://token.actions.githubusercontent.com'

const WRONG: readonly (readonly [name: string, signer: Signer])[] = [
  ['a key and an identity with its issuer', { key: KEY, identity: IDENTITY, issuer: ISSUER }],
  ['a key and an identity', { key: KEY, identity: IDENTITY }],
  ['a key and an issuer', { key: KEY, issuer: ISSUER }],
  ['an identity without an issuer', { identity: IDENTITY }],
  ['an issuer without an identity', { issuer: ISSUER }]
]
const RIGHT: readonly Signer[] = [{}, { key: KEY }, { identity: IDENTITY, issuer: ISSUER }]

const ALL = ['--targets', 'linux/amd64', '--kubernetes', 'none']
/** Every command that takes the expected signer; `auto` is the Action's. */
const COMMANDS: readonly (readonly string[])[] = [
  ['plan', ...ALL],
  ['gate', ...ALL],
  ['release', ...ALL, '--to', 'releases'],
  ['doctor', ...ALL],
  ['verify', '.'],
  ['publish', '--from', 'files', '--tag', 'v1.0.0', '--to', 'releases']
]

const flags = (signer: Signer): readonly string[] =>
  Object.entries(signer).flatMap(([name, value]) => [`--${name}`, value])
const step = (signer: Signer): HostileCase => ({
  door: 'action',
  env: {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo/demo', GITHUB_EVENT_NAME: 'push' },
    ...{ INPUT_COMMAND: 'auto', INPUT_TARGETS: 'linux/amd64', INPUT_KUBERNETES: 'none' },
    ...Object.fromEntries(Object.entries(signer).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  }
})

const runs = (cases: readonly HostileCase[]): Promise<readonly HostileRun[]> =>
  hostileRuns(work, join(folder, `temp-${++temps}`), cases)

const SAYS =
  'the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)'

/** Each run ended with status 2 and said this, and nothing was made. */
async function expectRefused(all: readonly HostileRun[], from: string): Promise<void> {
  for (const { status, stdout, stderr } of all) {
    expect(stdout + stderr).toContain(`${from}: ${SAYS}`)
    expect(status).toBe(2)
  }
  expect(await readdir(work)).toEqual(before)
}

describe.each(WRONG)('%s', (_, signer) => {
  test('as flags ends every command with the same message', async () => {
    const all = await runs(COMMANDS.map((args) => ({ door: 'cli', args: [...args, ...flags(signer)] })))
    await expectRefused(
      all,
      Object.keys(signer)
        .map((name) => `--${name}`)
        .join(', ')
    )
  })

  test('as inputs of the Action ends it', async () => {
    await expectRefused(await runs([step(signer)]), Object.keys(signer).join(', '))
  })

  // What came with a release may bring a slipway.yaml, so verify reads none.
  test('in slipway.yaml ends every command but verify, also what takes no such flag', async () => {
    const names = Object.keys(signer)
    const files = {
      'slipway.yaml': Object.entries(signer)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join('')
    }
    const all = await runs([
      ...[
        ...COMMANDS.filter(([name]) => name !== 'verify'),
        ['build', '--targets', 'linux/amd64'],
        ['yank', 'v1.0.0', '--to', 'releases', '--yes']
      ].map((args): HostileCase => ({ door: 'cli', args, files })),
      { ...step({}), files }
    ])
    await expectRefused(all, names.map((name, i) => `slipway.yaml:${i + 1}: ${name}`).join(', '))
  })
})

test('a flag that does not go with slipway.yaml is told with both places', async () => {
  const files = { 'slipway.yaml': `key: ${KEY}\n` }
  const args = ['gate', ...ALL, '--identity', IDENTITY, '--issuer', ISSUER]
  await expectRefused(await runs([{ door: 'cli', args, files }]), 'slipway.yaml:1: key, --identity, --issuer')
})

test('a key alone, an identity with its issuer, and neither are taken by every command', async () => {
  const dry = COMMANDS.map((args) => (['gate', 'release'].includes(args[0] ?? '') ? [...args, '--dry-run'] : args))
  const all = await runs(
    RIGHT.flatMap((signer) => [
      ...dry.map((args): HostileCase => ({ door: 'cli', args: [...args, ...flags(signer)] })),
      { ...step(signer), env: { ...step(signer).env, 'INPUT_DRY-RUN': 'true' } }
    ])
  )
  for (const { stdout, stderr } of all) expect(stdout + stderr).not.toContain('the expected signer is')
})

test('what is no public key is the reader’s mistake, in the same words by every command that is told of it', async () => {
  const path = join(folder, 'cosign.key')
  await writeFile(
    path,
    '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nY2Fu\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----\n'
  )
  const told = COMMANDS.filter(([name = '']) => ['verify', 'publish'].includes(name))
  const all = await runs(told.map((args): HostileCase => ({ door: 'cli', args: [...args, '--key', path] })))
  for (const { status, stdout, stderr } of all) {
    expect(stdout + stderr).toContain(
      `${path} should hold the public key of the expected signer, and it holds a private key`
    )
    expect(status).toBe(2)
  }
})
