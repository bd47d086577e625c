import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { startGithub } from '../fakes/github/server.ts'
import { startGitlab } from '../fakes/gitlab/server.ts'
import { commit, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// Several releases of a program that compiles in a second; a busy machine may need long for each.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

const program1 = (flags: string): Sources => ({
  'go.mod': 'module example.com/greet\n\ngo 1.26.8\n',
  'main.go': `package main

import (
	"flag"
	"fmt"
)

var version string

func main() {
${flags}	flag.Parse()
	fmt.Println(version)
}
`,
  LICENSE: 'Do as you like.\n'
})
const NAME = '	flag.String("name", "you", "whom to greet")\n'
const LOUD = '	flag.Bool("loud", false, "whether to shout")\n'

let place: string
let work: string
let releases: string
let key: string
let other: string

/** Nothing here asks whether the bytes can be made again, which costs a compile of the standard library. */
const NO_REBUILD = ['--rebuild', '0']

const gate = (to: string, more: readonly string[] = [], command = 'gate'): Promise<Ran> =>
  slipway(
    [
      command,
      '--to',
      to,
      '--out',
      join(place, `out-${++runs}`),
      '--targets',
      'linux/amd64',
      '--suites',
      'surface',
      ...(command === 'release' ? NO_REBUILD : []),
      ...more
    ],
    { cwd: work, env: { COSIGN_PASSWORD: 'canary' } }
  )
let runs = 0

/** The releases as they are, for somebody to spoil. */
async function copyOfReleases(): Promise<string> {
  const copy = join(place, `releases-${++runs}`)
  await cp(releases, copy, { recursive: true })
  return copy
}

const ARCHIVE = 'v1.0.0/greet_1.0.0_linux_amd64.tar.gz'

beforeAll(async () => {
  place = stack.use(await workspace()).path
  work = join(place, 'work')
  releases = join(place, 'releases')
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))).path
  for (const name of ['key', 'other']) {
    const args = ['generate-key-pair', '--output-key-prefix', join(place, name)]
    succeeded(await program([cosign, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  }
  key = join(place, 'key')
  other = join(place, 'other')
  await repository(work, program1(NAME))
  const first = await gate(releases, ['--sign-key', `${key}.key`, '--suites', 'surface'], 'release')
  expect(succeeded(first)).toContain('baseline  none: no stable version below 1.0.0 has a tag: a first release')
  expect(first.stdout).toContain('nothing: surface: there is no baseline')
  await write(work, program1(NAME + LOUD))
  await commit(work, ['v1.1.0'])
})

describe('a baseline that was released', () => {
  test('is downloaded, and runs once its signature and its digest hold', async () => {
    const said = succeeded(await gate(releases, ['--key', `${key}.pub`]))
    expect(said).toMatch(/baseline +v1\.0\.0 \(the highest stable version below 1\.1\.0\)/)
    expect(said).toMatch(
      /✓ baseline .*greet_1\.0\.0_linux_amd64\.tar\.gz of its release \(file:.*the expected signer signed checksums\.txt/
    )
    expect(said).toMatch(/surface +[\d.]+ m?s +1 checks, all hold/)
  })

  test('by the key that signs the release is expected to be signed by that key', async () => {
    const to = await copyOfReleases()
    const said = succeeded(await gate(to, ['--sign-key', `${key}.key`], 'release'))
    expect(said).toContain('of its release')
    expect(said).toContain('released v1.1.0')
  })

  test('and is not what was signed stops the run, before anything of it runs', async () => {
    const to = await copyOfReleases()
    const bytes = await readFile(join(to, ARCHIVE))
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
    await writeFile(join(to, ARCHIVE), bytes)
    const { status, stderr, stdout } = await gate(to, ['--key', `${key}.pub`])
    expect(status).toBe(5)
    expect(stdout + stderr).toMatch(
      /greet_1\.0\.0_linux_amd64\.tar\.gz of the release v1\.0\.0 is sha256 [0-9a-f]{64}, and its signed list says/
    )
  })

  test('and whose list was changed stops the run', async () => {
    const to = await copyOfReleases()
    const sums = join(to, 'v1.0.0/checksums.txt')
    await writeFile(
      sums,
      (await readFile(sums, 'utf8')).replace(/^[0-9a-f]/, (digit) => (digit === '0' ? '1' : '0'))
    )
    expect((await gate(to, ['--key', `${key}.pub`])).status).toBe(5)
  })

  test('and was signed by somebody else stops the run', async () => {
    expect((await gate(releases, ['--key', `${other}.pub`])).status).toBe(5)
  })

  test('and was kept by an earlier run is not taken for another signer, nor for no signer', async () => {
    const kept = ['--out', join(place, 'kept-by-signer')]
    expect(succeeded(await gate(releases, ['--key', `${key}.pub`, ...kept]))).toContain('of its release')
    expect((await gate(releases, ['--key', `${other}.pub`, ...kept])).status).toBe(5)
    expect(succeeded(await gate(releases, kept))).toContain('nobody said who must have signed its release')
    // What is kept for that signer still counts.
    expect(succeeded(await gate(releases, ['--key', `${key}.pub`, ...kept]))).toMatch(/= prove +surface +.*reused/)
  })

  test('and was changed is found by a run with a key behind one without', async () => {
    const to = await copyOfReleases()
    const bytes = await readFile(join(to, ARCHIVE))
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
    await writeFile(join(to, ARCHIVE), bytes)
    const kept = ['--out', join(place, 'kept-unsigned')]
    expect(succeeded(await gate(to, kept))).toMatch(/✓ baseline .*compiled with/)
    expect((await gate(to, ['--key', `${key}.pub`, ...kept])).status).toBe(5)
  })

  test('and was taken back is passed over, and the plan says why', async () => {
    const to = await copyOfReleases()
    succeeded(await slipway(['yank', 'v1.0.0', '--to', to, '--why', 'it greets nobody', '--yes'], { cwd: work }))
    const said = succeeded(await gate(to, ['--key', `${key}.pub`]))
    expect(said).toMatch(
      /baseline +none: every version before has been taken back: v1\.0\.0 was taken back: it greets nobody/
    )
    const named = succeeded(await gate(to, ['--key', `${key}.pub`, '--baseline', 'v1.0.0']))
    expect(named).toContain('--baseline names it, though it was taken back')
    expect(named).toMatch(/✓ baseline .*compiled with.*its release was taken back: it greets nobody/)
  })

  test('and lacks an archive that its list names stops the run', async () => {
    const to = await copyOfReleases()
    await rm(join(to, ARCHIVE))
    const { status, stderr, stdout } = await gate(to, ['--key', `${key}.pub`])
    expect(status).toBe(5)
    expect(stdout + stderr).toContain('has no greet_1.0.0_linux_amd64.tar.gz, which its signed list names')
  })
})

describe.each(['github', 'gitlab'] as const)('a baseline on %s', (to) => {
  let spoil: () => void
  let env: Readonly<Record<string, string>>
  const bytes = (content: string): string => {
    const found = Buffer.from(content, 'base64')
    return Buffer.from(found.map((byte, i) => (i === found.length - 9 ? byte ^ 1 : byte))).toString('base64')
  }
  /** Its archive is another than the one that was signed, under the digest that the platform then has of it. */
  const set = (asset: { readonly name: string; content: string | undefined }): void => {
    if (asset.name.endsWith('.tar.gz') && asset.content !== undefined) asset.content = bytes(asset.content)
  }
  beforeAll(async () => {
    const old = join(place, `old-${to}`)
    succeeded(await program(['git', 'clone', '--quiet', '--branch', 'v1.0.0', work, old], { cwd: place }))
    const head = succeeded(await program(['git', 'rev-parse', 'HEAD'], { cwd: old })).trim()
    const tag = { COSIGN_PASSWORD: 'canary' }
    if (to === 'github') {
      const at = stack.use(await startGithub({ commit: head, enterprise: true }))
      const { origins } = at
      const of = { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: origins.api, GITHUB_SERVER_URL: origins.web }
      env = { ...of, GITHUB_TOKEN: 'ghs_writer', ...tag }
      spoil = () => at.state.releases.flatMap(({ assets }) => assets).forEach(set)
    } else {
      const at = stack.use(await startGitlab({ commit: head }))
      const { origins } = at
      env = {
        ...{ CI_API_V4_URL: origins.api, CI_SERVER_URL: origins.web, CI_PROJECT_ID: '42', CI_PROJECT_NAME: 'demo' },
        ...{ CI_PROJECT_URL: `${origins.web}/octo/demo`, CI_JOB_TOKEN: 'job-maintainer', ...tag }
      }
      spoil = () => at.state.files.forEach(set)
    }
    const common = ['--to', to, '--targets', 'linux/amd64', '--kubernetes', 'none', '--out', join(place, `out-${to}`)]
    const released = ['release', '--version', '1.0.0', '--sign-key', `${key}.key`, ...NO_REBUILD, ...common]
    succeeded(await slipway(released, { cwd: old, env }))
  })
  const compare = () =>
    slipway(
      [
        ...['gate', '--to', to, '--out', join(place, `out-${++runs}`), '--targets', 'linux/amd64'],
        ...['--version', '1.1.0', '--suites', 'surface', '--key', `${key}.pub`]
      ],
      { cwd: work, env }
    )

  test('is downloaded, verified, and then run; one whose archive was changed there stops the run', async () => {
    const said = succeeded(await compare())
    expect(said).toMatch(
      /✓ baseline .*greet_1\.0\.0_linux_amd64\.tar\.gz of its release \(http[^]*the expected signer signed/
    )
    expect(said).toMatch(/surface +[\d.]+ m?s +1 checks, all hold/)

    spoil()
    const { status, stdout, stderr } = await compare()
    expect(status).toBe(5)
    expect(stdout + stderr).toMatch(
      /greet_1\.0\.0_linux_amd64\.tar\.gz of the release v1\.0\.0 is sha256 [0-9a-f]{64}, and its signed list says/
    )
    expect(stdout).not.toMatch(/✓ (baseline|prove)/)
  })
})

describe('a baseline that cannot be verified', () => {
  const compiled = /✓ baseline .*compiled with go1\.26\.8 for linux\/amd64 from commit [0-9a-f]{12} /

  test('is compiled from its tag when nobody said who must have signed', async () => {
    const said = succeeded(await gate(releases))
    expect(said).toMatch(compiled)
    expect(said).toContain('nobody said who must have signed its release')
  })

  test('is compiled when it was never signed, or never released', async () => {
    const to = await copyOfReleases()
    await rm(join(to, 'v1.0.0/checksums.txt.sigstore.json'))
    const unsigned = succeeded(await gate(to, ['--key', `${key}.pub`]))
    expect(unsigned).toMatch(compiled)
    expect(unsigned).toContain('it has no checksums.txt.sigstore.json')
    expect(succeeded(await gate(join(place, 'nowhere'), ['--key', `${key}.pub`]))).toContain('has no release of it')
  })

  test('leaves the repository as it was: no worktree, no branch, no lock', async () => {
    const git = async (...args: string[]) => succeeded(await program(['git', ...args], { cwd: work }))
    expect(await git('worktree', 'list', '--porcelain')).not.toContain('detached')
    expect(await git('for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/main\nrefs/tags/v1.0.0\nrefs/tags/v1.1.0\n'
    )
    expect(await git('status', '--porcelain')).toBe('')
  })
})

test('a second run takes the baseline and the verdicts from the first, hashed again', async () => {
  const again = ['--out', join(place, 'kept')]
  succeeded(await gate(releases, again))
  const said = succeeded(await gate(releases, again))
  expect(said).toMatch(/= prove +surface +.*reused/)
  expect(said).not.toContain('✓ baseline')
})

test('a version number that does not tell the truth stops the release', async () => {
  await write(work, program1(LOUD))
  await commit(work, ['v1.2.0'])
  const { status, stdout, stderr } = await gate(releases, [])
  expect(status).toBe(5)
  expect(stdout + stderr).toContain('needs a major step: -name: the flag is gone')
  const asked = await gate(releases, ['--baseline', 'v1.0.0'])
  expect(asked.stdout).toContain('baseline  v1.0.0 (--baseline names it)')
  const none = succeeded(await gate(releases, ['--baseline', 'none']))
  expect(none).toContain('surface: there is no baseline: baseline is none')
})
