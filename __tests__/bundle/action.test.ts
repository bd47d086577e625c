import { once } from 'node:events'
import { createServer } from 'node:https'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { OUTPUTS } from '../../src/config/outputs.ts'
import { realTools } from '../bed/tools.ts'
import { MARKER } from '../../src/adapters/machine/ending.ts'
import { listPids, readProcessVariable } from '../../src/adapters/machine/owner.ts'
import { startCacheService } from '../fakes/github/cache-service.ts'
import { certificatesFor } from '../fakes/network/certificates.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { githubComments } from '../fakes/github/comments.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { startProxy } from '../fakes/network/proxy.ts'
import { git, HELLO, repository, workspace } from '../fakes/repository.ts'
import { nameOf } from '../fakes/children/running.ts'
import { runAction, runPost, ship, tagEvent, type Step } from '../fakes/shipped.ts'
import { payloadOf, runnerEnv } from '../fakes/github/webhooks.ts'

// A release waits a second between two writes, as GitHub wants it.
jest.setTimeout(120_000)

const TARGETS = 'linux/amd64\nlinux/arm64'
const PASSWORD = 'bundle-test-password'
const NAME = 'github.slipway.test'
const stack = new AsyncDisposableStack()
const servers: FakeGithub[] = []
let action = ''
let folder = ''
let hello = ''
let commit = ''
let key = ''
let steps = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  action = (await ship(folder)).action
  hello = join(folder, 'hello')
  commit = await repository(hello, { ...HELLO, '.gitignore': '.slipway/\n' })
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  await mkdir(join(folder, 'keys'))
  succeeded(
    await program([cosign, 'generate-key-pair'], { cwd: join(folder, 'keys'), env: { COSIGN_PASSWORD: PASSWORD } })
  )
  key = await readFile(join(folder, 'keys', 'cosign.key'), 'utf8')
}, 1_200_000)
afterAll(() => stack.disposeAsync())
afterEach(() => {
  for (const server of servers) expect(server.violations).toEqual([])
})

async function github(origin: true | string = true): Promise<FakeGithub> {
  const server = stack.use(await startGithub({ commit, enterprise: origin }))
  servers.push(server)
  return server
}

/** One step of a job; `out` keeps runs apart. */
const step = (
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  event?: unknown
): Promise<Step> =>
  runAction(action, {
    cwd: hello,
    temp: join(folder, `step-${++steps}`),
    inputs: { targets: TARGETS, ...inputs },
    env,
    event
  })

/** The job that a tag starts, with the key and a token that may write. */
const release = (server: FakeGithub, out: string, env: Readonly<Record<string, string>> = {}): Promise<Step> =>
  step(
    { out: join(folder, out), token: 'ghs_writer' },
    {
      ...tagEvent('v1.0.0'),
      GITHUB_API_URL: server.origins.api,
      COSIGN_PRIVATE_KEY: key,
      COSIGN_PASSWORD: PASSWORD,
      ...env
    }
  )

const changing = (server: FakeGithub): readonly string[] =>
  server.log
    .filter(({ method }) => !['GET', 'HEAD'].includes(method))
    .map(({ method, target }) => `${method} ${target}`)

describe('the Action as it ships', () => {
  test('bad inputs end the step with status 2, an error on the page of the run, and nothing else', async () => {
    const { status, commands, summary, outputs } = await step(
      { targets: 'pdp11', prerelease: 'maybe' },
      tagEvent('v1.0.0')
    )
    expect(status).toBe(2)
    expect(commands.filter((command) => command.startsWith('error'))).toEqual([expect.stringMatching(/pdp11[^]*maybe/)])
    expect(summary).toContain('## Stopped')
    expect(outputs).toEqual({})
  })

  test('a build hands on every output, shows the plan in a group, and writes the summary', async () => {
    const out = join(folder, 'built')
    const { status, stderr, outputs, commands, lines, summary } = await step(
      { command: 'build', out },
      tagEvent('v1.0.0')
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(Object.keys(outputs)).toEqual(Object.keys(OUTPUTS))
    expect(outputs).toMatchObject({
      version: '1.0.0',
      'release-url': '',
      checksums: join(out, 'checksums.txt'),
      compatibility: 'skipped'
    })
    expect(commands).toEqual(expect.arrayContaining(['group plan', 'endgroup']))
    expect(lines).toContainEqual(expect.stringMatching(/^✓ build {5}linux\/arm64 +\d/))
    expect(lines).toContainEqual('- publish   skipped: build publishes nothing')
    expect(summary).toMatch(/\| file \| target \| size \| sha256 \|/)
  })

  test('a plan is printed and nothing is done', async () => {
    const { status, lines, outputs } = await step({ 'dry-run': 'true', to: 'none' }, tagEvent('v1.0.0'))
    expect(status).toBe(0)
    expect(lines).toContainEqual(expect.stringMatching(/^mode +release/))
    expect(outputs).toEqual({})
  })
})

test('a gate that wants kind asks the container engine', async () => {
  const bin = join(folder, 'engine')
  await mkdir(bin)
  await writeFile(join(bin, 'docker'), '#!/bin/sh\necho 29.1.3\n', { mode: 0o755 })
  const { status, lines } = await step(
    { command: 'gate', 'dry-run': 'true', to: 'none', cluster: 'kind', suites: 'smi' },
    {
      PATH: `${bin}:${process.env['PATH']}`,
      ...{ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }
    }
  )
  expect([status, lines]).toEqual([0, expect.arrayContaining([expect.stringContaining('Docker 29.1.3 answers')])])
})

test('a gate asks the cache service that its runner has', async () => {
  await using service = await startCacheService()
  // It ends before it would compile: what caches are for, their own tests say.
  const { status, lines, state } = await step(
    { out: join(folder, 'cached'), main: './nothing', to: 'none' },
    { ...service.runner('refs/heads/main'), GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }
  )
  expect(status).toBe(2)
  expect(lines).toContainEqual('cache: nothing of earlier runs')
  expect(new Set(service.asked)).toEqual(new Set(['GetCacheEntryDownloadURL refs/heads/main']))
  expect(service.violations).toEqual([])
  expect(state['caches']).toMatch(/"whole":false/)
})

describe('the job that a tag starts', () => {
  test('publishes a signed release, and the same job again writes nothing at all', async () => {
    const server = await github()
    // As it is when somebody runs the job again "with debug logging".
    const first = await release(server, 'released', { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' })
    expect([first.status, first.stderr]).toEqual([0, ''])
    const published = server.state.releases.filter(({ draft }) => !draft)
    const names = published.flatMap(({ assets }) => assets.map(({ name }) => name)).sort()
    expect(names).toEqual([
      'checksums.txt',
      'checksums.txt.sigstore.json',
      'hello_1.0.0_linux_amd64.cdx.json',
      'hello_1.0.0_linux_amd64.tar.gz',
      'hello_1.0.0_linux_arm64.cdx.json',
      'hello_1.0.0_linux_arm64.tar.gz',
      'manifest.json',
      'provenance.sigstore.json'
    ])
    expect(server.state.releases).toHaveLength(1)
    expect(first.outputs).toMatchObject({
      tag: 'v1.0.0',
      'release-url': expect.stringContaining('/octo/demo/releases/tag/v1.0.0'),
      manifest: join(folder, 'released', 'manifest.json')
    })
    expect(
      (JSON.parse(first.outputs['artifacts'] ?? '[]') as { name: string }[]).map(({ name }) => name).sort()
    ).toEqual(names)
    for (const part of ['Published: <', '| file |', '```sh\nsha256sum -c checksums.txt', '```mermaid\ngantt'])
      expect(first.summary).toContain(part)
    const shown = first.stdout.replaceAll(/^::add-mask::.*$/gm, '')
    for (const secret of [key.split('\n')[1] ?? '', PASSWORD, 'ghs_writer']) expect(shown).not.toContain(secret)

    const before = changing(server).length
    expect(before).toBeGreaterThan(0)
    const again = await release(server, 'released')
    expect([again.status, changing(server).slice(before)]).toEqual([0, []])
    expect(again.outputs['release-url']).toBe(first.outputs['release-url'])
    expect(again.lines).toContainEqual(expect.stringMatching(/^= publish .*published before/))
  })

  test('reaches a GitHub that only a proxy and a certificate of the company lead to', async () => {
    const server = await github(`https://${NAME}`)
    const { authority, certificate, key: serverKey } = await certificatesFor(NAME)
    await writeFile(join(folder, 'authority.pem'), authority)
    const front = createServer({ cert: certificate, key: serverKey }, (incoming, response) => {
      const { method = 'GET', url = '/', headers } = incoming
      const onward = request(`${server.address}${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      incoming.pipe(onward)
    })
    await once(front.listen(0, '127.0.0.1'), 'listening')
    stack.defer(() => void (front.closeAllConnections(), front.close()))
    const proxy = stack.use(await startProxy({ [`${NAME}:443`]: (front.address() as AddressInfo).port }))

    const { status, stderr, stdout, outputs } = await release(server, 'released', {
      ...{ HTTPS_PROXY: proxy.url, https_proxy: '', NO_PROXY: '', no_proxy: '' },
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem')
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(outputs['release-url']).toBe(`https://${NAME}/octo/demo/releases/tag/v1.0.0`)
    // The pinned download of a tool comes before one that lies here as built from modules.
    const asked = proxy.asked.filter((what) => what !== 'CONNECT github.com:443')
    expect(new Set(asked)).toEqual(new Set([`CONNECT ${NAME}:443`]))
    expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('pass%20word')
  })

  test('a tag that was moved before the job began stops it before the first compile, without a write', async () => {
    const server = await github()
    server.state.refs['v1.0.0'] = { type: 'commit', sha: 'b'.repeat(40) }
    const { status, commands, lines } = await release(server, 'moved-before')
    expect(status).toBe(5)
    expect(commands).toContainEqual(expect.stringMatching(/^error the tag v1\.0\.0 of octo\/demo means b{40}/))
    expect(changing(server)).toEqual([])
    expect(lines.filter((line) => /^\S build +linux/.test(line))).toEqual([])
  })

  test('a tag that is moved while files are uploaded stops the job, and nobody sees a release', async () => {
    const server = await github()
    server.fault = ({ at }) => {
      if (at === 'uploads') server.state.refs['v1.0.0'] = { type: 'commit', sha: 'b'.repeat(40) }
      return undefined
    }
    const { status, commands, outputs } = await release(server, 'released')
    expect(status).toBe(5)
    expect(commands).toContainEqual(expect.stringMatching(/^error the tag v1\.0\.0 of octo\/demo means b{40}/))
    expect(server.state.releases.filter(({ draft }) => !draft)).toEqual([])
    expect(outputs).toEqual({})
  })
})

describe('a pull request from a fork', () => {
  const event = () => ({
    pull_request: {
      head: { repo: { full_name: 'mallory/demo' } },
      base: { sha: commit, repo: { full_name: 'octo/demo' } }
    }
  })
  const variables = (server: FakeGithub) => ({
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge', GITHUB_REF_TYPE: 'branch' },
    ...{ GITHUB_REF_NAME: '1/merge', GITHUB_API_URL: server.origins.api }
  })

  test('is gated with a notice: nothing is published, whatever the token may do', async () => {
    const server = await github()
    const { status, stderr, commands, outputs, lines } = await step(
      { token: 'ghs_writer', out: join(folder, 'fork') },
      variables(server),
      event()
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(commands).toContainEqual('warning a pull request from mallory/demo: nothing is signed or published')
    expect(lines).toContainEqual('- publish   skipped: gate publishes nothing')
    expect(outputs).toMatchObject({ tag: '', 'release-url': '' })
    expect(server.log).toEqual([])
  })

  test.each(['auto', 'github', 'none'])('that asks for a release to %s is refused', async (to) => {
    const server = await github()
    const { status, commands } = await step(
      { command: 'release', to, version: '1.0.0', token: 'ghs_writer' },
      variables(server),
      event()
    )
    expect(status).toBe(2)
    expect(commands).toContainEqual(
      expect.stringMatching(/^error this run may not publish: a pull request from mallory\/demo/)
    )
    expect(server.log).toEqual([])
  })
})

describe('a pull request of our own', () => {
  const payload = payloadOf('pull_request')
  beforeAll(() => {
    payload.pull_request.base.sha = commit
  })
  const variables = (api: string): Readonly<Record<string, string>> => ({
    ...runnerEnv('pull_request', payload, 'refs/pull/2/merge'),
    ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_WORKFLOW: 'ci', GITHUB_JOB: 'gate', GITHUB_API_URL: api }
  })

  test('has one comment, which the next run changes', async () => {
    const server = stack.use(await githubComments())
    for (const targets of ['linux/amd64', 'linux/arm64']) {
      const out = join(folder, 'pull')
      const { status, stderr } = await step({ token: 'ghs_writer', targets, out }, variables(server.api), payload)
      expect([status, stderr]).toEqual([0, ''])
    }
    const [comment, ...others] = server.comments
    expect(others).toEqual([])
    expect(comment?.body).toMatch(/^<!-- slipway: ci\/gate\/\. -->\n## hello /)
    expect(comment?.body).toContain('linux_arm64.tar.gz')
  })

  test('is gated without a comment where the token may not write one', async () => {
    const server = stack.use(await githubComments())
    const { status, lines } = await step(
      { token: 'ghs_reader', out: join(folder, 'pull') },
      variables(server.api),
      payload
    )
    expect(status).toBe(0)
    expect(lines).toContainEqual(expect.stringMatching(/^no comment on pull request \d+: .*pull-requests: write/))
    expect(server.comments).toEqual([])
  })

  test('shows a compile error on its line', async () => {
    const broken = join(folder, 'broken')
    const source = 'package main\n\nfunc main() {\n\tmissing()\n}\n'
    const own = payloadOf('pull_request')
    own.pull_request.base.sha = await repository(broken, {
      'mod/go.mod': HELLO['go.mod'] ?? '',
      'mod/main.go': source
    })
    const { status, stdout } = await runAction(action, {
      cwd: broken,
      temp: join(folder, 'step-broken'),
      inputs: { module: 'mod', targets: TARGETS },
      env: variables('http://127.0.0.1:9'),
      event: own
    })
    expect(status).toBe(4)
    expect(stdout).toContain('::error title=go,file=mod/main.go,line=4,col=2::undefined: missing')
  })

  test('whose head a run with more rights would build is refused before anything of it runs', async () => {
    const fork = payloadOf('pull_request')
    fork.pull_request.head.repo = { full_name: 'eve/demo' }
    const { status, commands, lines } = await step(
      { out: join(folder, 'target') },
      { ...runnerEnv('pull_request_target', fork, 'refs/heads/main'), GITHUB_SHA: 'b'.repeat(40) },
      fork
    )
    expect(status).toBe(2)
    expect(commands).toContainEqual(expect.stringMatching(/^error this run has the rights of the base repository/))
    expect(lines.filter((line) => line.includes(' build '))).toEqual([])
  })
})

test('slipway.yaml is heard, although the runner gives every input a value', async () => {
  const configured = join(folder, 'configured')
  await repository(configured, { ...HELLO, 'slipway.yaml': 'targets: [linux/arm64]\n' })
  const { status, lines } = await runAction(action, {
    cwd: configured,
    temp: join(folder, 'step-configured'),
    inputs: { 'dry-run': 'true', to: 'none' },
    env: tagEvent('v1.0.0')
  })
  expect(status).toBe(0)
  expect(lines.filter((line) => line.startsWith('linux/'))).toEqual([expect.stringMatching(/^linux\/arm64 /)])
})

test('what a killed step left running and lying about is gone after the post step', async () => {
  const out = join(folder, 'killed')
  let pid = 0
  const started = (child: number): void => void (pid = child)
  const ofStep = (): readonly number[] =>
    listPids().filter((each) => readProcessVariable(each, MARKER)?.startsWith(`${pid}-`))
  // Nothing is compiled before: the step is at it for a while.
  const running = runAction(action, {
    cwd: hello,
    temp: join(folder, 'step-killed'),
    inputs: { command: 'build', targets: 'linux/amd64', out },
    env: { ...tagEvent('v1.0.0'), GOCACHE: join(folder, 'cold') },
    started
  })
  const compiling = (): boolean => ofStep().some((each) => nameOf(each) === 'compile')
  let ended = false
  void running.then(() => (ended = true))
  while (!compiling() && !ended) await new Promise((wake) => setTimeout(wake, 20))
  process.kill(pid, 'SIGKILL')
  const { status, state } = await running
  expect(status).toBeNull()

  // Other releases on this machine sweep too: what this one found is not what there was.
  const post = await runPost(action, { cwd: hello, state })
  expect([post.status, post.stderr]).toEqual([0, ''])
  expect(ofStep()).toEqual([])
  const left = [...(await readdir(tmpdir())), ...(await readdir(out, { recursive: true }))]
  expect(left.filter((name) => name.includes(`-${pid}-`))).toEqual([])
  expect((await git(hello, 'status', '--porcelain')).trim()).toBe('')
})

test('the post step of a step that ended well says nothing', async () => {
  const { state } = await step({ command: 'build', out: join(folder, 'well') }, tagEvent('v1.0.0'))
  const { status, stdout, stderr } = await runPost(action, { cwd: hello, state })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})
