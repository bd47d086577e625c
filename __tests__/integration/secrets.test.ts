import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { MARKER } from '../../src/adapters/machine/ending.ts'
import { realTools } from '../bed/tools.ts'
import { curiousRepository, expectInnocence, machineIn } from '../fakes/hostile/curious.ts'
import { heldIn, holders, pathOf, probes, watching, type Canaries, type Sighting } from '../fakes/hostile/canaries.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { commit, workspace, write } from '../fakes/repository.ts'
import { runAction, tagEvent, type Step } from '../fakes/shipped.ts'
import { fileOf } from '../fakes/programs.ts'

jest.setTimeout(600_000)

/** The source of what ships: the bundle has tests of its own. */
const ACTION = fileOf('src/action.ts')

const stack = new AsyncDisposableStack()
let folder = ''
let work = ''
let head = ''
let cosign = ''
let canaries: Canaries = {}
let places = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  head = await curiousRepository(work)
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  const password = 'canary-password-5d1e'
  const keys = join(folder, 'keys')
  await mkdir(keys)
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: keys, env: { COSIGN_PASSWORD: password } }))
  canaries = {
    COSIGN_PRIVATE_KEY: await readFile(join(keys, 'cosign.key'), 'utf8'),
    COSIGN_PASSWORD: password,
    GITHUB_TOKEN: 'ghs_canary-writer-71f3',
    CI_JOB_TOKEN: 'canary-job-token-02ab',
    GITLAB_TOKEN: 'glpat-canary-9c44',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-identity-1b20',
    SLIPWAY_GIT_CREDENTIALS: 'https://robot:canary-modules-e8d0@git.example.test',
    AWS_SECRET_ACCESS_KEY: 'canary-aws-6a6f',
    NPM_TOKEN: 'canary-of-nobody-3377'
  }
}, 1_200_000)
afterAll(() => stack.disposeAsync())

/** The forms in which credentials for modules go from variable to variable. */
const looked = (): Canaries => ({
  ...canaries,
  'modules, alone': 'canary-modules-e8d0',
  'modules, as a header': Buffer.from('robot:canary-modules-e8d0').toString('base64')
})

interface Place {
  readonly root: string
  readonly out: string
  readonly server: FakeGithub
  readonly env: Readonly<Record<string, string>>
  readonly called: () => Promise<readonly Sighting[]>
}

/** A runner of one job's own: home, temporary folder, output; and programs on PATH that write down how they were called. */
async function place(): Promise<Place> {
  const { root, out, called, env } = await machineIn(folder, ++places, cosign)
  const server = stack.use(await startGithub({ commit: head, enterprise: true }))
  server.state.tokens[canaries['GITHUB_TOKEN'] ?? ''] = 'write'
  return {
    ...{ root, out, server },
    called: () => called(looked()),
    env: {
      ...canaries,
      ...env,
      ...{ GITHUB_API_URL: server.origins.api, GITHUB_SERVER_URL: server.origins.web, GITHUB_REPOSITORY: 'octo/demo' },
      ...{ ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token', RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' }
    }
  }
}

interface Ended {
  readonly step: Step
  readonly children: readonly Sighting[]
}

/** The job that a tag starts; `at` is asked with what was seen so far, and may send the step a signal. */
async function job(
  { root, out, env }: Place,
  change: Readonly<Record<string, string>> = {},
  at: (children: readonly Sighting[], kill: (signal: NodeJS.Signals) => void) => void = () => undefined
): Promise<Ended> {
  let pid = 0
  using watch = watching(looked(), (environment) => environment.includes(`${MARKER}=${pid}-`))
  const timer = setInterval(() => at(watch.seen(), (signal) => pid && process.kill(pid, signal)), 20)
  try {
    const step = await runAction(ACTION, {
      cwd: work,
      temp: join(root, 'tmp', 'step'),
      inputs: { out, token: env['GITHUB_TOKEN'] ?? '' },
      env: { ...tagEvent('v1.0.0'), ...env, ...change },
      started: (child) => (pid = child)
    })
    return { step, children: watch.seen() }
  } finally {
    clearInterval(timer)
  }
}

/** What git and go are given to reach private modules. */
const MODULES = ['modules, alone', 'modules, as a header']

/** Which secrets a program needs: no other one may be in what it can see. */
function needs({ name, argv }: Sighting): readonly string[] {
  const [, first = ''] = argv
  if (name === 'cosign' && ['sign-blob', 'attest-blob', 'public-key'].includes(first))
    return ['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD']
  // What go runs to look at a module is go's.
  const local = name === 'git' && ['-C', 'clone', '--version'].includes(first)
  return ['go', 'git', 'compile', 'link', 'asm', 'vet', 'git-remote-https'].includes(name) && !local ? MODULES : []
}

/** No child was told a secret, and none can see one that it does not need. */
async function expectNeedToKnow(at: Place, { children }: Ended): Promise<void> {
  const all = [...children, ...(await at.called())]
  expect(all.filter(({ told }) => told.length)).toEqual([])
  const more = all.map((one) => [
    one.argv.slice(0, 9).join(' '),
    one.holds.filter((name) => !needs(one).includes(name))
  ])
  expect(more.filter(([, held]) => held?.length)).toEqual([])
}

/** No log, output, summary, report, artifact, cache or temporary file holds a secret, and no release does. */
async function expectNoTrace(at: Place, { step }: Ended): Promise<void> {
  // How a runner is told what to mask; it never shows these lines.
  const log = `${step.stdout}\n${step.stderr}`.replaceAll(/^::add-mask::.*$/gm, '')
  expect(heldIn(log, looked())).toEqual([])
  expect(heldIn(JSON.stringify([step.outputs, step.summary, step.state]), looked())).toEqual([])
  expect(await holders(at.root, looked())).toEqual([])
  expect(await holders(join(work, '.git'), looked())).toEqual([])
  expect(heldIn(JSON.stringify(at.server.state.releases), looked())).toEqual([])
  const assets = at.server.state.releases.flatMap(({ assets }) => assets)
  for (const { content } of assets) expect(heldIn(Buffer.from(content, 'base64'), looked())).toEqual([])
}

test('a release that succeeds shows each secret to the children that need it, and to nobody and nothing else', async () => {
  const at = await place()
  const ended = await job(at)
  expect([ended.step.status, ended.step.stderr]).toEqual([0, ''])
  expect(at.server.state.releases.filter(({ draft }) => !draft)).toHaveLength(1)
  // Else the rest proves nothing.
  const all = [...ended.children, ...(await at.called())]
  for (const name of ['git', 'go', 'cosign']) expect(all.map((one) => one.name)).toContain(name)
  expect(all.filter(({ holds }) => holds.includes('COSIGN_PRIVATE_KEY'))).not.toEqual([])
  await expectNeedToKnow(at, ended)
  await expectNoTrace(at, ended)
  await expectInnocence(ended.step.stdout, work)
  // Kept for the next run: what it leaves in its output folder.
  expect(await holders(at.out, looked())).toEqual([])
})

test('a release that fails to sign, with a tool that repeats its key and password, shows neither', async () => {
  const at = await place()
  const talkative = await probes(join(folder, `talkative-${places}`), { git: await pathOf('git'), cosign })
  const script = `case "$1" in sign-blob) echo "error: $COSIGN_PRIVATE_KEY $COSIGN_PASSWORD" >&2; exit 1;; esac\nexec '${cosign}' "$@"\n`
  await writeFile(join(talkative.bin, 'cosign'), `#!/bin/sh\n${script}`)
  await chmod(join(talkative.bin, 'cosign'), 0o755)
  const ended = await job(at, { PATH: `${talkative.bin}:${process.env['PATH'] ?? ''}` })
  expect(ended.step.status).toBe(4)
  expect(ended.step.stdout).toContain('***')
  await expectNeedToKnow(at, ended)
  await expectNoTrace(at, ended)
})

test('a release that fails to compile leaves no trace of a secret', async () => {
  const at = await place()
  const broken = join(folder, 'broken')
  await cp(work, broken, { recursive: true })
  await write(broken, { 'broken.go': 'package main\n\nvar x = missing("x")\n' })
  await commit(broken)
  const ran = await slipway(['build', '--targets', 'linux/amd64', '--out', at.out], { cwd: broken, env: at.env })
  expect(ran.status).toBe(4)
  expect(heldIn(`${ran.stdout}${ran.stderr}`, looked())).toEqual([])
  expect(await holders(at.root, looked())).toEqual([])
})

test.each([
  ['SIGTERM', 'go'],
  ['SIGKILL', 'go'],
  ['SIGTERM', 'cosign'],
  ['SIGKILL', 'cosign']
] as const)('a release that %s ends while %s runs leaves no secret on the disk', async (signal, tool) => {
  const at = await place()
  let sent = false
  const ended = await job(at, {}, (children, kill) => {
    const there = children.some(({ name, argv }) => name === tool && (tool !== 'cosign' || argv[1] === 'sign-blob'))
    if (sent || !there) return
    sent = true
    kill(signal)
  })
  expect([sent, ended.step.status]).toEqual([true, signal === 'SIGKILL' ? null : 3])
  await expectNeedToKnow(at, ended)
  await expectNoTrace(at, ended)
})
