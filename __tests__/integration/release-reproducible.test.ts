import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { foreign, meshCanary, TRAEFIK_MESH } from '../bed/examples.ts'
import { realTools, toolCacheFolder } from '../bed/tools.ts'
import { plainEnvironment, program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { otherHost } from '../fakes/children/other-host.ts'
import { git, workspace } from '../fakes/repository.ts'

// Where the second build cache is empty, two targets are compiled from nothing.
jest.setTimeout(1_200_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
const RELEASE = ['release', '--rebuild', '0', '--targets', 'linux/amd64,windows/amd64', '--kubernetes', 'none', '--to']

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

/** The workspace; below it the keys, and two releases of one commit. */
let place: string
let cosign: string
let keys: { readonly private: string; readonly public: string; readonly other: string }
let runs: readonly [Ran, Ran]
/** What the second person's machine is like. */
let second: Awaited<ReturnType<typeof otherHost>>

beforeAll(async () => {
  place = stack.use(await workspace()).path
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_000_000))).path
  await mkdir(join(place, 'keys'))
  const pair = async (name: string): Promise<string> => {
    const env = { COSIGN_PASSWORD: 'canary' }
    const args = ['generate-key-pair', '--output-key-prefix', join(place, 'keys', name)]
    succeeded(await program([cosign, ...args], { cwd: place, env }))
    return join(place, 'keys', name)
  }
  const [one, other] = [await pair('one'), await pair('other')]
  keys = { private: await readFile(`${one}.key`, 'utf8'), public: `${one}.pub`, other: `${other}.pub` }
  second = await otherHost(place)
  runs = await twoRuns()
})

/** Two people, two machines as far as a program can tell, one commit. */
async function twoRuns(): Promise<readonly [Ran, Ran]> {
  const [one, two] = [join(place, 'one'), join(place, 'zwei mit Leerzeichen/é/deep')]
  await meshCanary(one)
  await mkdir(dirname(two), { recursive: true })
  await git(place, 'clone', '--quiet', '--depth=1', '--branch=v1.1.0', `file://${one}`, two)
  const key = { COSIGN_PRIVATE_KEY: keys.private, COSIGN_PASSWORD: 'canary' }
  return [
    await slipway([...RELEASE, '../first'], {
      cwd: one,
      umask: '077',
      env: { ...key, TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }
    }),
    await slipway([...RELEASE, join(place, 'second'), '--out', join(place, 'elsewhere')], {
      ...second,
      cwd: two,
      env: { ...second.env, ...(await caches()), ...key }
    })
  ]
}

/** What a second machine would have filled by now. */
const caches = async (): Promise<Readonly<Record<string, string>>> => ({
  GOCACHE: secondCache(),
  GOMODCACHE: plainEnvironment()['GOMODCACHE'] ?? (await goEnv('GOMODCACHE')),
  RUNNER_TOOL_CACHE: toolCacheFolder()
})

/** Kept between runs of the tests beside the tools: from nothing it takes two minutes of every core. */
const secondCache = (): string => (FULL ? join(place, 'go-build') : join(toolCacheFolder(), '../go-build-of-tests'))

const goEnv = async (name: string): Promise<string> =>
  succeeded(await program(['go', 'env', name], { cwd: place })).trim()

const released = (which: 'first' | 'second'): string => join(place, which, 'v1.1.0')

/** A copy of the release in which a downloader finds something else. */
async function changed(change: (folder: string) => Promise<unknown>): Promise<string> {
  const copy = join(place, 'changed')
  await rm(copy, { recursive: true, force: true })
  await cp(released('first'), copy, { recursive: true })
  await change(copy)
  return copy
}

const edit = (name: string, how: (bytes: Buffer) => Buffer) => async (folder: string) =>
  writeFile(join(folder, name), how(await readFile(join(folder, name))))

const flip = (at: number) => (bytes: Buffer) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('one commit, released twice by two users, with two Gos, in different folders, caches, clones, clocks, languages and umasks', () => {
  test('gives two releases', async () => {
    for (const run of runs) succeeded(run)
    // The second compiler had a cache of its own, and used it.
    expect((await readdir(secondCache())).length).toBeGreaterThan(200)
  })

  test('gives the same bytes in every reproducible file', async () => {
    const names = (await readdir(released('first'))).sort()
    expect(names).toEqual([
      'checksums.txt',
      'checksums.txt.sigstore.json',
      'manifest.json',
      'mesh-canary_1.1.0_linux_amd64.cdx.json',
      'mesh-canary_1.1.0_linux_amd64.tar.gz',
      'mesh-canary_1.1.0_windows_amd64.cdx.json',
      'mesh-canary_1.1.0_windows_amd64.zip',
      'provenance.sigstore.json',
      'release.json'
    ])
    expect((await readdir(released('second'))).sort()).toEqual(names)
    // Signatures are other ones each time, and the notes in release.json tell the history, which one clone has not.
    const reproducible = names.filter((name) => !/^(manifest\.json|release\.json|.*\.sigstore\.json)$/.test(name))
    const digests = (which: 'first' | 'second') =>
      Promise.all(
        reproducible.map(async (name) => {
          const bytes = await readFile(join(released(which), name))
          return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`
        })
      )
    expect(await digests('second')).toEqual(await digests('first'))
  })

  test('was made by two users', async () => {
    const owner = async (file: string): Promise<number> => (await stat(join(place, file))).uid
    const [one, two] = [await owner('one/.slipway/checksums.txt'), await owner('elsewhere/checksums.txt')]
    // Not root has no second user but in its own namespace, which shows outside as the first.
    expect([one, two]).toEqual(process.getuid?.() === 0 ? [0, 65534] : [one, one])
  })

  test('is signed twice, and the signature of each is good for the other', async () => {
    for (const which of ['first', 'second'] as const) {
      const other = released(which === 'first' ? 'second' : 'first')
      succeeded(await verifyBlob(join(other, 'checksums.txt'), join(released(which), 'checksums.txt.sigstore.json')))
    }
  })
})

test('a program that nobody here wrote comes out the same on both hosts', async () => {
  const [here, there] = [join(place, 'mesh'), join(place, 'ein anderer Ort', 'mesh')]
  await foreign(here, TRAEFIK_MESH)
  await mkdir(dirname(there))
  await git(place, 'clone', '--quiet', here, there)
  const build = ['build', ...(FULL ? [] : ['--targets', 'linux/amd64']), '--sbom', 'both']
  succeeded(await slipway(build, { cwd: here }))
  succeeded(await slipway(build, { ...second, cwd: there, env: { ...second.env, ...(await caches()) } }))
  const sums = (folder: string): Promise<string> => readFile(join(folder, '.slipway/checksums.txt'), 'utf8')
  expect((await sums(here)).trim().split('\n')).toHaveLength(FULL ? 21 : 3)
  expect(await sums(there)).toBe(await sums(here))
  for (const folder of [here, there])
    succeeded(await program(['sha256sum', '-c', '--quiet', 'checksums.txt'], { cwd: join(folder, '.slipway') }))
})

const verifyBlob = (file: string, bundle: string): Promise<Ran> =>
  program([cosign, 'verify-blob', '--key', keys.public, '--insecure-ignore-tlog', '--bundle', bundle, file], {
    cwd: place
  })

describe('a stranger with the public key and ordinary tools', () => {
  test('finds every checksum right with sha256sum', async () => {
    const said = succeeded(await program(['sha256sum', '-c', 'checksums.txt'], { cwd: released('first') }))
    expect(said.trim().split('\n')).toHaveLength(4)
    expect(said).toMatch(/^(\S+: OK\n){4}$/)
  })

  test('is told by cosign that checksums.txt is ours, and that it is not with one byte changed', async () => {
    const bundle = join(released('first'), 'checksums.txt.sigstore.json')
    const good = await verifyBlob(join(released('first'), 'checksums.txt'), bundle)
    expect(good).toMatchObject({ status: 0, stderr: expect.stringContaining('Verified OK') })
    const folder = await changed(edit('checksums.txt', flip(0)))
    expect((await verifyBlob(join(folder, 'checksums.txt'), bundle)).status).not.toBe(0)
  })
})

describe('slipway verify', () => {
  const verify = (folder: string, key = keys.public, ...args: readonly string[]): Promise<Ran> =>
    slipway(['verify', folder, '--key', key, ...args], { cwd: place })

  test('accepts the release, and the folder in which it was made where more than a release may lie there', async () => {
    const said = succeeded(await verify(released('first')))
    expect(said).toContain('the signature is by the expected key; 6 files with the signed digest')
    const made = succeeded(await verify(join(place, 'elsewhere'), keys.public, '--extra-files', 'allow'))
    expect(made).toMatch(/^  \.gitignore is covered by no signature; nothing is read from it$/m)
    expect(made).toMatch(/^  bin is a folder, and a release has none; nothing is read from it$/m)
  })

  test.each([
    [
      'an archive with one byte changed',
      edit('mesh-canary_1.1.0_linux_amd64.tar.gz', flip(5000)),
      /mesh-canary_1\.1\.0_linux_amd64\.tar\.gz is sha256 [0-9a-f]{64}, and checksums\.txt says [0-9a-f]{64}/
    ],
    [
      'a missing archive',
      (folder: string) => rm(join(folder, 'mesh-canary_1.1.0_windows_amd64.zip')),
      /mesh-canary_1\.1\.0_windows_amd64\.zip is missing/
    ],
    [
      'a file that nobody signed',
      (folder: string) => writeFile(join(folder, 'mesh-canary_1.1.0_linux_arm64.tar.gz'), 'x'),
      /mesh-canary_1\.1\.0_linux_arm64\.tar\.gz is in no signed list/
    ],
    ['changed checksums', edit('checksums.txt', flip(3)), /checksums\.txt/],
    [
      'a changed bundle',
      edit('checksums.txt.sigstore.json', (bytes) => {
        const bundle = JSON.parse(bytes.toString()) as { messageSignature: { signature: string } }
        const signature = flip(20)(Buffer.from(bundle.messageSignature.signature, 'base64')).toString('base64')
        return Buffer.from(JSON.stringify({ ...bundle, messageSignature: { ...bundle.messageSignature, signature } }))
      }),
      /checksums\.txt/
    ],
    [
      'no signature',
      (folder: string) => rm(join(folder, 'checksums.txt.sigstore.json')),
      /has no checksums\.txt\.sigstore\.json/
    ]
  ])('refuses %s', async (_, change, why) => {
    const run = await verify(await changed(change))
    expect(run).toMatchObject({ status: 5, stdout: expect.stringMatching(why) })
    expect(run.stdout).toMatch(/^error: /m)
    expect(run.stdout).not.toMatch(/^\s+at |bug in Slipway/m)
  })

  test('refuses a release that somebody else signed', async () => {
    expect(await verify(released('first'), keys.other)).toMatchObject({ status: 5 })
  })

  test('does not believe a release without being told who must have signed', async () => {
    const run = await slipway(['verify', released('first')], { cwd: place })
    expect(run).toMatchObject({ status: 2, stdout: expect.stringContaining('no expected signer is configured') })
  })
})
