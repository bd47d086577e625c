import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { MARKER } from '../../src/adapters/machine/ending.ts'
import { makeTemporaryName } from '../../src/adapters/machine/disk.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { realTools } from '../bed/tools.ts'
import { callOnce } from '../../src/base/once.ts'
import { heldIn, holders, pathOf, probes, watching, type Canaries, type Sighting } from '../fakes/hostile/canaries.ts'
import { slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { curiousRepository, expectInnocence, machineIn } from '../fakes/hostile/curious.ts'
import { startGithub } from '../fakes/github/server.ts'
import { startGitlab } from '../fakes/gitlab/server.ts'
import { commit, git, workspace, write } from '../fakes/repository.ts'
import { runAction, tagEvent } from '../fakes/shipped.ts'
import { CLAIMS, fakeSigstore, githubJob, gitlabJob, type FakeSigstore } from '../fakes/sigstore/sigstore.ts'
import { describeSigstore, type Described } from '../fakes/sigstore/sigstore-v2.ts'
import { fileOf } from '../fakes/programs.ts'

// secrets.test.ts has releases to GitHub that a key signs; here are the other ways that a secret takes.
jest.setTimeout(600_000)

/** The source of what ships: the bundle has tests of its own. */
const ACTION = fileOf('src/action.ts')
const stack = new AsyncDisposableStack()
let folder = ''
let work = ''
let head = ''
let cosign = ''
let sigstore: FakeSigstore
let described: Described
let canaries: Canaries = {}
let places = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  head = await curiousRepository(work)
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  sigstore = stack.use(await fakeSigstore(CLAIMS))
  const own = disk(join(folder, 'files'))
  described = await describeSigstore(
    sigstore,
    (name) => join(folder, 'sigstore', name),
    (path, text) => own.write(path, text),
    (...args) => processes().run([cosign, ...args], { env: { HOME: folder } })
  )
  canaries = {
    // Every token of this Sigstore begins so, and nothing else does: the head of a JSON web token is in no signature.
    'identity token': sigstore.token(CLAIMS).split('.')[0] ?? '',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sigstore.github.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
    GITHUB_TOKEN: 'ghs_canary-writer-5b7e',
    ACTIONS_RUNTIME_TOKEN: 'canary-runtime-22c9',
    CI_JOB_TOKEN: 'canary-job-token-c1d8',
    GITLAB_TOKEN: 'glpat-canary-64a0',
    SLIPWAY_GIT_CREDENTIALS: 'https://robot:canary-modules-77aa@git.example.test',
    'password for modules': 'canary-modules-77aa',
    netrc: 'canary-netrc-9d13',
    kubeconfig: 'canary-kubeconfig-0f4e',
    NPM_TOKEN: 'canary-of-nobody-b00f'
  }
  await writeFile(join(folder, 'netrc'), `machine git.example.test login robot password ${canaries['netrc']}\n`)
  const user = { name: 'admin', user: { token: canaries['kubeconfig'] } }
  await writeFile(join(folder, 'kubeconfig'), JSON.stringify({ apiVersion: 'v1', kind: 'Config', users: [user] }))
}, 1_200_000)
afterAll(() => stack.disposeAsync())
beforeEach(() => sigstore.out.clear())

interface Place {
  readonly root: string
  readonly out: string
  /** What every child of a run has in common. */
  readonly env: Readonly<Record<string, string>>
  readonly called: () => Promise<readonly Sighting[]>
}

/** A machine of one job's own: home, temporary folder, output; and programs on PATH that write down how they were called. */
async function place(): Promise<Place> {
  const { root, out, called, env } = await machineIn(folder, ++places, cosign)
  return {
    ...{ root, out },
    called: () => called(canaries),
    env: {
      ...env,
      ...{ NETRC: join(folder, 'netrc'), KUBECONFIG: join(folder, 'kubeconfig') },
      ...Object.fromEntries(
        ['ACTIONS_RUNTIME_TOKEN', 'SLIPWAY_GIT_CREDENTIALS', 'NPM_TOKEN'].map((name) => [name, canaries[name] ?? ''])
      ),
      // What people switch on when they look for a mistake.
      ...{ RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', CI_DEBUG_TRACE: 'true', NODE_DEBUG: 'http' },
      ...{ GIT_TRACE: '1', GIT_CURL_VERBOSE: '1', GODEBUG: 'gocachehash=0' }
    }
  }
}

/** What children were seen while the work ran; the work tells the pid of the program under test. */
async function watched<T>(
  work: (started: (pid: number) => void) => Promise<T>
): Promise<{ ran: T; children: readonly Sighting[] }> {
  let pid = 0
  using watch = watching(canaries, (environment) => environment.includes(`${MARKER}=${pid}-`))
  const ran = await work((child) => (pid = child))
  return { ran, children: watch.seen() }
}

const MODULES = ['SLIPWAY_GIT_CREDENTIALS', 'password for modules']

/** Which secrets a program needs: no other one may be in what it can see. */
function needs({ name, argv }: Sighting): readonly string[] {
  const [, first = ''] = argv
  if (name === 'cosign' && ['sign-blob', 'attest-blob'].includes(first)) return ['identity token']
  const local = name === 'git' && ['-C', 'clone', '--version'].includes(first)
  return ['go', 'git', 'compile', 'link', 'asm', 'vet', 'git-remote-https'].includes(name) && !local ? MODULES : []
}

/** No child was told a secret or could see one that it does not need, and nothing that is left holds any. */
async function expectNoTrace(
  at: Place,
  {
    ran,
    children
  }: { ran: Ran & Partial<Record<'outputs' | 'summary' | 'state', unknown>>; children: readonly Sighting[] },
  published: unknown = {}
): Promise<readonly Sighting[]> {
  const all = [...children, ...(await at.called())]
  expect(all.filter(({ told }) => told.length)).toEqual([])
  const more = all.map((one) => [
    one.argv.slice(0, 3).join(' '),
    one.holds.filter((name) => !needs(one).includes(name))
  ])
  expect(more.filter(([, held]) => held?.length)).toEqual([])
  // How a runner is told what to mask; it never shows these lines.
  const log = `${ran.stdout}\n${ran.stderr}`.replaceAll(/^::add-mask::.*$/gm, '')
  expect(heldIn(log, canaries)).toEqual([])
  expect(heldIn(JSON.stringify([ran.outputs, ran.summary, ran.state]) ?? '', canaries)).toEqual([])
  expect(await holders(at.root, canaries)).toEqual([])
  expect(await holders(join(work, '.git'), canaries)).toEqual([])
  expect(heldIn(JSON.stringify(published), canaries)).toEqual([])
  return all
}

/** The content of what was published, as bytes that can be searched. */
const contents = (files: readonly { readonly content?: string | undefined }[]): string =>
  Buffer.concat(files.map(({ content = '' }) => Buffer.from(content, 'base64'))).toString('latin1')

const sigstoreFlags = () => ({ 'signing-config': described.v2, 'trusted-root': described.trustedRoot })

async function github() {
  const server = stack.use(await startGithub({ commit: head, enterprise: true }))
  server.state.tokens[canaries['GITHUB_TOKEN'] ?? ''] = 'write'
  const { api, web } = server.origins
  sigstore.job.claims = githubJob({ commit: head, server: web, repository: 'octo/demo' })
  return { server, env: { GITHUB_API_URL: api, GITHUB_SERVER_URL: web, GITHUB_REPOSITORY: 'octo/demo' } }
}

/** The Action as the job of a tag, which signs with its identity. */
async function keyless(at: Place, env: Readonly<Record<string, string>>) {
  return await watched((started) =>
    runAction(ACTION, {
      cwd: work,
      temp: join(at.root, 'tmp', 'step'),
      inputs: {
        out: at.out,
        token: canaries['GITHUB_TOKEN'] ?? '',
        sign: 'keyless',
        suites: 'none',
        ...sigstoreFlags()
      },
      env: { ...tagEvent('v1.0.0'), ...at.env, ...sigstore.github, ...env },
      started
    })
  )
}

/** A keyless release on GitHub, made once. */
const released = callOnce(async () => {
  const [at, { server, env }] = [await place(), await github()]
  return { at, server, env, claims: sigstore.job.claims, ended: await keyless(at, env) }
})

test('a keyless release on GitHub shows its identity token to cosign alone, and what asks for it to nobody', async () => {
  const { at, server, ended } = await released()
  expect([ended.ran.status, ended.ran.stderr]).toEqual([0, ''])
  const { releases, attestations } = server.state
  expect(releases.filter(({ draft }) => !draft)).toHaveLength(1)
  const assets = contents(releases.flatMap(({ assets }) => assets))
  const all = await expectNoTrace(at, ended, [releases, attestations, assets])
  // Else the rest proves nothing.
  expect(all.filter(({ holds }) => holds.includes('identity token'))).not.toEqual([])
  expect(all.filter(({ holds }) => holds.includes('password for modules'))).not.toEqual([])
})

test('a keyless release whose certificate is refused, by a cosign that repeats its token, shows none', async () => {
  const [at, { server, env }] = [await place(), await github()]
  const talkative = await probes(join(folder, `talkative-${places}`), {})
  const says = `case "$1" in sign-blob) echo "error: bearer $SIGSTORE_ID_TOKEN refused" >&2; exit 1;; esac`
  await writeFile(join(talkative.bin, 'cosign'), `#!/bin/sh\n${says}\nexec '${cosign}' "$@"\n`)
  await chmod(join(talkative.bin, 'cosign'), 0o755)
  const ended = await keyless(at, { ...env, PATH: `${talkative.bin}:${at.env['PATH'] ?? ''}` })
  expect(ended.ran.status).toBe(4)
  expect(ended.ran.stdout).toContain('bearer ***')
  await expectNoTrace(at, ended, server.state.releases)
})

test('a keyless release on GitLab, and its files published once more by hand, show no token of the job', async () => {
  const at = await place()
  const server = stack.use(await startGitlab({ commit: head }))
  const { api, web } = server.origins
  for (const name of ['CI_JOB_TOKEN', 'GITLAB_TOKEN'])
    server.state.tokens[canaries[name] ?? ''] = {
      kind: name === 'CI_JOB_TOKEN' ? 'job' : 'access',
      access: 'maintainer'
    }
  const project = { CI_API_V4_URL: api, CI_SERVER_URL: web, CI_PROJECT_ID: '42', CI_PROJECT_NAME: 'demo' }
  const job = {
    ...at.env,
    ...project,
    CI_PROJECT_URL: `${web}/octo/demo`,
    GITLAB_TOKEN: canaries['GITLAB_TOKEN'] ?? ''
  }
  const of = { ...job, GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0', CI_JOB_TOKEN: canaries['CI_JOB_TOKEN'] ?? '' }
  const flags = Object.entries(sigstoreFlags()).flatMap(([name, value]) => [`--${name}`, value])
  const released = await watched((started) =>
    slipway(['release', '--sign', 'keyless', '--suites', 'none', '--out', at.out, ...flags], {
      cwd: work,
      env: {
        ...of,
        SIGSTORE_ID_TOKEN: sigstore.token(gitlabJob({ commit: head, server: web, repository: 'octo/demo' }))
      },
      started
    })
  )
  expect([released.ran.status, released.ran.stderr]).toEqual([0, ''])
  const all = await expectNoTrace(at, released, [server.state.releases, contents(server.state.files)])
  expect(all.filter(({ holds }) => holds.includes('identity token'))).not.toEqual([])
  expect(server.state.releases.map(({ tag }) => tag)).toEqual(['v1.0.0'])

  // With the token of a person, from elsewhere.
  const args = [
    'publish',
    '--from',
    at.out,
    '--tag',
    'v1.0.0',
    '--to',
    'gitlab',
    '--trusted-root',
    described.trustedRoot
  ]
  const published = await watched((started) => slipway(args, { cwd: folder, env: job, started }))
  expect(succeeded(published.ran)).toMatch(/^= publish .*published before$/m)
  await expectNoTrace(at, published, [server.state.releases, contents(server.state.files)])
  expect(server.log.filter(({ at, token }) => at === 'storage' && token !== undefined)).toEqual([])
})

test('a gate that downloads its baseline shows programs under test nothing, and removes what a killed run left of a kubeconfig', async () => {
  const [at, { server, env, claims }] = [await place(), await released()]
  const change = join(folder, 'change')
  await git(folder, 'clone', '--quiet', work, change)
  await write(change, { 'README.md': 'A change.\n' })
  await commit(change)
  // The copy for a cluster that is lent, of a run that was killed: its owner is a process that is no more.
  const left = makeTemporaryName('scratch', '-kubeconfig').replace(/^(\.slipway-scratch-\d+-)\d+/, '$11')
  await mkdir(join(at.root, 'tmp', left), { mode: 0o700 })
  await writeFile(join(at.root, 'tmp', left, 'kubeconfig'), canaries['kubeconfig'] ?? '', { mode: 0o600 })
  const gate = (identity: string) =>
    watched((started) =>
      runAction(ACTION, {
        cwd: change,
        temp: join(at.root, 'tmp', 'step'),
        inputs: {
          ...{ command: 'gate', out: at.out, token: canaries['GITHUB_TOKEN'] ?? '', cache: 'off' },
          ...{ identity, issuer: String(claims['iss']), 'trusted-root': described.trustedRoot }
        },
        env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', ...at.env, ...sigstore.github, ...env },
        started
      })
    )
  const identity = String(claims['sub'])
  // A workflow of somebody else signed in the same Sigstore: nothing of the release runs.
  const foreign = await gate(identity.replace('octo', 'evil'))
  expect(foreign.ran.status).toBe(5)
  expect(foreign.ran.stdout).not.toMatch(/^[✓✗] prove /m)
  const ended = await gate(identity)
  expect([ended.ran.status, ended.ran.stderr]).toEqual([0, ''])
  expect(ended.ran.stdout).toMatch(/✓ baseline .* of its release \(http.*the expected signer signed/)
  const all = await expectNoTrace(
    at,
    { ...ended, children: [...foreign.children, ...ended.children] },
    server.state.releases
  )
  expect(all.filter(({ holds }) => holds.includes('identity token'))).toEqual([])
  await expectInnocence(ended.ran.stdout, work)
})

test.each([
  ['a timer', 'setTimeout(() => { throw error }, 0)'],
  ['a promise that nobody waits for', 'void Promise.reject(error)']
])('a bug in %s whose message holds secrets ends the run, shows none, and leaves nothing behind', async (_, crash) => {
  const [at, { server, env }] = [await place(), await github()]
  // Somebody else's program breaks in from outside: there is no such line in ours.
  const marker = join(at.root, 'git-was-called')
  const broken = join(folder, `crash-${places}.mjs`)
  const secrets = `process.env.INPUT_TOKEN + ' ' + process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN`
  await writeFile(
    broken,
    `import { existsSync } from 'node:fs'
const timer = setInterval(() => {
  if (!existsSync(${JSON.stringify(marker)})) return
  clearInterval(timer)
  const error = new TypeError('cannot read ' + ${secrets} + ' ' + Buffer.from('x:' + process.env.INPUT_TOKEN).toString('base64'))
  ${crash}
}, 5)
timer.unref()
`
  )
  const slow = await probes(join(folder, `slow-${places}`), {})
  const real = await pathOf('git')
  await writeFile(join(slow.bin, 'git'), `#!/bin/sh\ntouch '${marker}'; sleep 0.4; exec '${real}' "$@"\n`)
  await chmod(join(slow.bin, 'git'), 0o755)
  const ended = await keyless(at, {
    ...env,
    PATH: `${slow.bin}:${at.env['PATH'] ?? ''}`,
    NODE_OPTIONS: `--import=${broken}`
  })
  expect(ended.ran.status).toBe(1)
  expect(ended.ran.stdout).toMatch(/this is a bug in Slipway: TypeError: cannot read \*\*\*/)
  await expectNoTrace(at, ended, server.state.releases)
  expect((await readdir(join(at.root, 'tmp'))).filter((name) => name.startsWith('.slipway-'))).toEqual([])
  expect(server.writes()).toBe(0)
})
