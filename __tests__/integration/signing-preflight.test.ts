import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { git, HELLO, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let folder: string
let key: string
beforeAll(async () => {
  const place = stack.use(await workspace()).path
  folder = join(place, 'hello')
  await repository(folder, HELLO)
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  key = await readFile(join(place, 'cosign.key'), 'utf8')
})

const PLAIN = ['--targets', 'linux/amd64', '--kubernetes', 'none', '--suites', 'none']
const release = (env: Readonly<Record<string, string>>): Promise<Ran> =>
  slipway(['release', ...PLAIN, '--to', '../releases'], { cwd: folder, env })

const PASSWORD = { COSIGN_PASSWORD: 'canary' }
test.each<[string, () => Readonly<Record<string, string>>, number, string]>([
  [
    'a wrong password',
    () => ({ COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: 'other' }),
    3,
    'the password does not open the signing key'
  ],
  [
    'a password that is missing',
    () => ({ COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: '' }),
    3,
    'the password does not open the signing key'
  ],
  ['a key that is missing', () => ({ COSIGN_PRIVATE_KEY: '', ...PASSWORD }), 3, 'COSIGN_PRIVATE_KEY is set and empty'],
  [
    'a key with line ends of Windows',
    () => ({ COSIGN_PRIVATE_KEY: key.replaceAll('\n', '\r\n'), ...PASSWORD }),
    2,
    'has line ends of Windows (CRLF)'
  ]
])('%s stops a release before anything is compiled', async (_, env, status, words) => {
  const ran = await release(env())
  expect(ran).toMatchObject({ status, stdout: expect.stringContaining(words) })
  expect(ran.stdout).not.toMatch(/^. build /m)
})

test('a gate opens the key that it may see, and goes on without the password', async () => {
  const gate = (env: Readonly<Record<string, string>>): Promise<Ran> =>
    slipway(['gate', ...PLAIN], { cwd: folder, env: { COSIGN_PRIVATE_KEY: key, ...env } })
  const wrong = await gate({ COSIGN_PASSWORD: 'other' })
  expect(wrong).toMatchObject({ status: 3, stdout: expect.stringContaining('the password does not open') })
  expect(wrong.stdout).not.toMatch(/^. build /m)
  expect(succeeded(await gate({}))).toContain('whether the signing key can be opened')
})

test('after a signed release, one without a signature has to be asked for', async () => {
  succeeded(await release({ COSIGN_PRIVATE_KEY: key, ...PASSWORD }))
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'more')
  await git(folder, 'tag', 'v1.0.1')
  expect(await release({})).toMatchObject({
    status: 3,
    stdout: expect.stringMatching(/would not be signed: .*the release before, v1\.0\.0, is signed[^]*--sign none/)
  })
})
