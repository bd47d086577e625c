import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { listPids, readProcessVariable } from '../../src/adapters/machine/owner.ts'
import { TWO_JOBS_WORKFLOW } from '../../src/init/pipelines.ts'
import { testTool } from '../bed/test-tools.ts'
import { runner, type Runner } from '../fakes/github/act.ts'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { githubComments } from '../fakes/github/comments.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { nameOf } from '../fakes/children/running.ts'
import { payloadOf, type Payload } from '../fakes/github/webhooks.ts'
import { pasted, workflowsIn } from '../fakes/github/workflows.ts'

// A job starts git, go and node several times.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
let folder = ''
let act: Runner
/** A project that pasted the workflows of the README, and nothing else. */
let project = ''
let commit = ''

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  act = await runner(folder)
  const workflows = await workflowsIn('README.md')
  project = join(folder, 'demo')
  commit = await repository(project, {
    ...HELLO,
    'slipway.yaml': 'targets: [linux/amd64]\nkubernetes: none\nsign: none\nrebuild: 0\nbuild-cache: shared\n',
    ...Object.fromEntries(workflows.map(({ text }, i) => [`.github/workflows/${i}.yml`, pasted(text)]))
  })
}, 1_200_000)
afterAll(() => stack.disposeAsync())

const all = ({ stdout, stderr }: Ran): string => stdout + stderr

const pushOfTag = (): Payload => ({ ...payloadOf('push'), ref: 'refs/tags/v1.0.0', after: commit }) as Payload

const job = (
  event: string,
  payload: Payload,
  api: string,
  {
    token = 'ghs_writer',
    env = {},
    started
  }: { token?: string; env?: Record<string, string>; started?: (pid: number) => void } = {}
): Promise<Ran> =>
  act.run(project, event, payload, {
    token,
    env: { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: api, ...env },
    ...(started && { started })
  })

const published = (server: FakeGithub): readonly string[] =>
  server.state.releases.flatMap(({ draft, assets }) => (draft ? ['a draft'] : assets.map(({ name }) => name))).sort()

test('a tag is released; a job that was cancelled leaves nothing, the next one finishes, and one more writes nothing', async () => {
  const server = stack.use(await startGithub({ commit, enterprise: true }))
  const cold = join(folder, 'cold')
  const ofJob = (): readonly number[] => listPids().filter((pid) => readProcessVariable(pid, 'GOCACHE') === cold)
  const compiling = (): boolean => ofJob().some((pid) => nameOf(pid) === 'compile')
  let pid = 0
  let over = false
  const cancelled = job('push', pushOfTag(), server.origins.api, {
    env: { GOCACHE: cold },
    started: (child) => (pid = child)
  }).finally(() => (over = true))
  while (!compiling() && !over) await new Promise((wake) => setTimeout(wake, 20))
  if (over) throw new Error(`it ended before it compiled:\n${all(await cancelled)}`)
  process.kill(pid, 'SIGINT')
  const first = await cancelled
  expect(first.status).not.toBe(0)
  // What a runner kills first is the step; what the step had started, its post step ends.
  expect(all(first)).toMatch(/the main step left \d+ processes and \d+ temporary files: gone/)
  expect(ofJob()).toEqual([])
  expect([published(server), server.writes()]).toEqual([[], 0])

  const second = succeeded(await job('push', pushOfTag(), server.origins.api))
  expect(second).toMatch(/mode +release \(a tag started this run\)/)
  expect(second).toMatch(/set-output:: release-url=http\S+\/octo\/demo\/releases\/tag\/v1\.0\.0/)
  expect(second.match(/mode +release/g)).toHaveLength(1)
  expect(published(server)).toEqual([
    'checksums.txt',
    'hello_1.0.0_linux_amd64.cdx.json',
    'hello_1.0.0_linux_amd64.tar.gz'
  ])

  const before = server.writes()
  const third = succeeded(await job('push', pushOfTag(), server.origins.api))
  expect(third).toContain('published before')
  expect(server.writes()).toBe(before)
  expect(server.violations).toEqual([])
})

test('the linter of workflows finds nothing in what there is to paste, nor in our own', async () => {
  const actionlint = await testTool('actionlint', () => undefined, AbortSignal.timeout(600_000))
  const root = fileURLToPath(new URL('../../.github/workflows/', import.meta.url))
  const own = (await readdir(root)).map((name) => join(root, name))
  expect(own.length).toBeGreaterThan(1)
  const folderOf = join(project, '.github', 'workflows')
  const fanOut = join(folder, 'fan-out.yml')
  await writeFile(fanOut, (await workflowsIn('docs/fan-out.md')).map(({ text }) => pasted(text)).join('---\n'))
  const twoJobs = join(folder, 'two-jobs.yml')
  await writeFile(twoJobs, pasted(TWO_JOBS_WORKFLOW))
  const theirs = [fanOut, twoJobs, ...(await readdir(folderOf)).map((name) => join(folderOf, name))]
  const ran = await program([actionlint, '-no-color', '-shellcheck=', '-pyflakes=', ...own, ...theirs], {
    cwd: project
  })
  expect(succeeded(ran)).toBe('')
})

test('a pull request of our own is gated, and has one comment', async () => {
  const server = stack.use(await githubComments())
  const ran = succeeded(await job('pull_request', ours(), server.api))
  expect(ran).toMatch(/mode +gate \(a pull request is gated\)/)
  expect(ran).toContain('gate publishes nothing')
  expect(server.comments.map(({ body }) => body)).toEqual([expect.stringContaining('linux_amd64.tar.gz')])
})

test('a pull request from a fork is gated with a notice, and nothing of GitHub is asked', async () => {
  const server = stack.use(await startGithub({ commit, enterprise: true }))
  const fork = ours()
  fork.pull_request.head.repo = { full_name: 'mallory/demo' }
  const ran = succeeded(await job('pull_request', fork, server.origins.api))
  expect(ran).toContain('a pull request from mallory/demo: nothing is signed or published')
  expect(server.log).toEqual([])
})

function ours(): Payload {
  const payload = payloadOf('pull_request')
  const repo = { full_name: 'octo/demo' }
  payload.pull_request.head.repo = repo
  payload.pull_request.base = { sha: commit, repo }
  return payload
}
