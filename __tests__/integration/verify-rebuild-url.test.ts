import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { pack } from 'tar-stream'
import { realTools } from '../bed/tools.ts'
import { makeKeySigner } from '../../src/adapters/cosign/cosign.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { hashBytes } from '../../src/base/digest.ts'
import { SLSA } from '../../src/model/release-chains.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { startGithub } from '../fakes/github/server.ts'
import { startGitlab } from '../fakes/gitlab/server.ts'
import { COMMITTED_AT, git, HELLO, repository, workspace } from '../fakes/repository.ts'

// What is built again is built with an empty cache.
jest.setTimeout(600_000)

const ARCHIVE = 'hello_1.0.0_linux_amd64.tar.gz'
const stack = new AsyncDisposableStack()
let place = ''
let head = ''
let cosign = ''
let key: Readonly<Record<string, string>> = {}
/** Folder with the bare repository that the platforms hand out. */
let repositories = ''

beforeAll(async () => {
  place = stack.use(await workspace()).path
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))).path
  const args = ['generate-key-pair', '--output-key-prefix', join(place, 'one')]
  succeeded(await program([cosign, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  key = { COSIGN_PRIVATE_KEY: await readFile(join(place, 'one.key'), 'utf8'), COSIGN_PASSWORD: 'canary' }
  const hello = join(place, 'hello')
  head = await repository(hello, HELLO)
  repositories = join(place, 'repositories')
  await git(place, 'clone', '--quiet', '--bare', hello, join(repositories, 'octo', 'demo.git'))
  await git(hello, 'remote', 'add', 'origin', 'https://example.com/octo/demo')
  // Somebody who only downloads: no clone, no token.
  await mkdir(join(place, 'nowhere'))
}, 600_000)
afterAll(() => stack.disposeAsync())

/** The output folder of a release of a repository that was made and signed, and published nowhere. */
async function make(name: string, repository: string): Promise<string> {
  const [hello, made] = [join(place, 'hello'), join(place, name)]
  await git(hello, 'remote', 'set-url', 'origin', repository)
  const flags = ['--targets', 'linux/amd64', '--kubernetes', 'none', '--to', 'none', '--out', made]
  succeeded(await slipway(['release', ...flags], { cwd: hello, env: key }))
  return made
}

interface Entry {
  readonly name: string
  readonly bytes: Buffer
}

/** The release as its publisher has changed it after it was built, and signed then: one archive has these entries. */
async function forged(made: string, change: (entries: readonly Entry[]) => readonly Entry[]): Promise<string> {
  const folder = `${made}-forged`
  await cp(made, folder, { recursive: true })
  const path = join(folder, ARCHIVE)
  const before = hashBytes(await readFile(path))
  const entries: Entry[] = []
  for await (const { name, bytes } of unpack(path, 2 ** 30)) entries.push({ name, bytes: Buffer.from(bytes ?? []) })
  const tar = pack()
  for (const { name, bytes } of change(entries))
    tar.entry(
      {
        name,
        mode: name === 'hello' ? 0o755 : 0o644,
        mtime: new Date(COMMITTED_AT),
        uid: 0,
        gid: 0,
        uname: '',
        gname: ''
      },
      bytes
    )
  tar.finalize()
  const parts: Buffer[] = []
  for await (const part of tar as AsyncIterable<Buffer>) parts.push(part)
  const archive = gzipSync(Buffer.concat(parts))
  await writeFile(path, archive)

  const files = disk(folder)
  const signer = makeKeySigner({ cosign, processes: processes(), files, env: key }, 'env://COSIGN_PRIVATE_KEY')
  const { signal } = new AbortController()
  const replace = async (file: string, pairs: readonly (readonly [RegExp | string, string])[]): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8')
    await writeFile(
      join(folder, file),
      pairs.reduce((done, [from, to]) => done.replaceAll(from, to), text)
    )
  }
  const sumOf = async (file: string): Promise<string> => hashBytes(await readFile(join(folder, file)))
  const sums = await sumOf('checksums.txt')
  const [bundled, listed] = [await sumOf('checksums.txt.sigstore.json'), await sumOf('manifest.json')]
  await replace('checksums.txt', [[before, hashBytes(archive)]])
  const checksums = join(folder, 'checksums.txt')
  await signer.sign(checksums, `${checksums}.sigstore.json`, signal)
  const { size } = (await files.digest(`${checksums}.sigstore.json`)) ?? { size: 0 }
  await replace('manifest.json', [
    [before, hashBytes(archive)],
    [sums, await sumOf('checksums.txt')],
    [bundled, await sumOf('checksums.txt.sigstore.json')],
    [new RegExp(`("name": "${ARCHIVE}",[^}]*"size": )\\d+`, 'g'), `$1${archive.length}`],
    [/("name": "checksums.txt.sigstore.json",[^}]*"size": )\d+/g, `$1${size}`]
  ])
  const bundle = JSON.parse(await readFile(join(folder, 'provenance.sigstore.json'), 'utf8')) as {
    dsseEnvelope: { payload: string }
  }
  const statement = join(folder, 'statement.json')
  await writeFile(statement, Buffer.from(bundle.dsseEnvelope.payload, 'base64'))
  await replace('statement.json', [
    [before, hashBytes(archive)],
    [sums, await sumOf('checksums.txt')],
    [bundled, await sumOf('checksums.txt.sigstore.json')],
    [listed, await sumOf('manifest.json')]
  ])
  const signable = { about: checksums, predicateType: SLSA, statement }
  await signer.sign(signable, join(folder, 'provenance.sigstore.json'), signal)
  await files.remove(statement)
  return folder
}

/** The same program, built with a tag that changes nothing but what is said of the build. */
async function tagged(): Promise<Buffer> {
  const build = ['go', 'build', '-trimpath', '-buildvcs=true', '-tags=extra', '-ldflags=-s -w -buildid=']
  const out = join(place, 'tagged')
  const env = { CGO_ENABLED: '0', GOFLAGS: '' }
  succeeded(await program([...build, '-o', out, '.'], { cwd: join(place, 'hello'), env }))
  return await readFile(out)
}

interface Platform {
  readonly repository: string
  /** Publishes a folder that was made, under v1.0.0. */
  readonly publish: (from: string) => Promise<Ran>
  readonly verify: () => Promise<Ran>
  /** What was asked of its git, in order. */
  readonly clones: () => readonly string[]
}

const to = (
  platform: string,
  url: () => string,
  env: () => Record<string, string>
): Omit<Platform, 'clones' | 'repository'> => ({
  publish: (from) =>
    slipway(['publish', '--from', from, '--tag', 'v1.0.0', '--to', platform, '--key', join(place, 'one.pub')], {
      cwd: join(place, 'nowhere'),
      env: env()
    }),
  verify: () => {
    const { GITHUB_TOKEN: _, CI_JOB_TOKEN: __, ...plain } = env()
    const flags = ['--key', join(place, 'one.pub'), '--rebuild', '1']
    return slipway(['verify', url(), ...flags], { cwd: join(place, 'nowhere'), env: plain })
  }
})

async function onGithub(): Promise<Platform> {
  const at = stack.use(await startGithub({ commit: head, enterprise: true }))
  at.repositories = repositories
  const { origins } = at
  const env = { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: origins.api, GITHUB_SERVER_URL: origins.web }
  return {
    ...to(
      'github',
      () => `${origins.web}/octo/demo/releases/tag/v1.0.0`,
      () => ({ ...env, GITHUB_TOKEN: 'ghs_writer' })
    ),
    repository: `${origins.web}/octo/demo`,
    clones: () => at.log.filter(({ at }) => at === 'git').map(({ target }) => target)
  }
}

async function onGitlab(): Promise<Platform> {
  const at = stack.use(await startGitlab({ commit: head }))
  at.repositories = repositories
  const { origins } = at
  return {
    ...to(
      'gitlab',
      () => `${origins.web}/octo/demo/-/releases/v1.0.0`,
      () => ({
        ...{ CI_API_V4_URL: origins.api, CI_SERVER_URL: origins.web, CI_PROJECT_ID: '42', CI_PROJECT_NAME: 'demo' },
        ...{ CI_PROJECT_URL: `${origins.web}/octo/demo`, CI_JOB_TOKEN: 'job-maintainer' }
      })
    ),
    repository: `${origins.web}/octo/demo`,
    clones: () => at.log.filter(({ at }) => at === 'git').map(({ target }) => target)
  }
}

describe.each([
  ['GitHub', onGithub],
  ['GitLab', onGitlab]
] as const)('a release on %s, by the address of its page alone', (on, start) => {
  test('is built again from a clone that is fetched from there, and is the same', async () => {
    const at = await start()
    succeeded(await at.publish(await make(`made-${on}`, at.repository)))
    const said = succeeded(await at.verify())
    for (const name of [ARCHIVE, ARCHIVE.replace('tar.gz', 'cdx.json'), 'checksums.txt'])
      expect(said).toContain(`${name}: rebuilt, the same bytes`)
    expect(said).toContain(`built again from commit ${head}: 3 files came out the same`)
    expect(at.clones().length).toBeGreaterThan(1)
    expect(at.clones().every((target) => target.includes('/octo/demo'))).toBe(true)
  })

  test('and signed, but packed or built otherwise than its commit says, is refused with the part that differs', async () => {
    const at = await start()
    const program = await tagged()
    const made = await make(`changed-${on}`, at.repository)
    const [folder, difference] =
      on === 'GitHub'
        ? [await forged(made, (all) => all.toReversed()), 'archive order: entry 1 is hello as published and LICENSE']
        : [
            await forged(made, (all) =>
              all.map((entry) => (entry.name === 'hello' ? { ...entry, bytes: program } : entry))
            ),
            'hello: build info: -tags is extra as published and absent in the rebuild'
          ]
    succeeded(await at.publish(folder))
    const run = await at.verify()
    expect(run.stdout).toMatch(/is not what its source gives/)
    expect(run.stdout).toContain(`${ARCHIVE}: ${difference}`)
    expect(run.status).toBe(5)
  })
})
