import { once } from 'node:events'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { program, succeeded } from '../fakes/cli.ts'
import { backend } from '../fakes/network/git-server.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { commit, git, repository, workspace, write } from '../fakes/repository.ts'
import { DIST, tagEvent } from '../fakes/shipped.ts'
import type { Workflow } from '../fakes/github/workflows.ts'

jest.setTimeout(120_000)

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TOKEN = 'ghs_writer'

const stack = new AsyncDisposableStack()
let folder = ''
let origin = ''
let checkout = ''
let first = ''
let github: FakeGithub
const refused: string[] = []

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  checkout = join(folder, 'checkout')
  for (const name of ['action.yml', 'LICENSE', 'README.md', 'scripts/major-tag.mjs']) {
    await mkdir(join(checkout, name, '..'), { recursive: true })
    await cp(join(ROOT, name), join(checkout, name))
  }
  await cp(DIST, join(checkout, 'dist'), { recursive: true })
  first = await repository(checkout, { 'package.json': '{ "version": "1.2.0" }' }, ['v1.1.0', 'v1.2.0'])
  await mkdir(join(folder, 'served', 'octo'), { recursive: true })
  await git(folder, 'clone', '--quiet', '--bare', 'checkout', 'served/octo/demo')
  origin = await serve(join(folder, 'served'))
  github = stack.use(await startGithub({ commit: first, enterprise: true }))
  github.state.refs['v1.2.0'] = { type: 'commit', sha: first }
})
afterAll(() => stack.disposeAsync())

/** The repository over HTTP, for whoever has the token. */
async function serve(root: string): Promise<string> {
  const wanted = `Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`
  const server = createServer((request, response) => {
    if (request.headers.authorization === wanted)
      return backend(root, 'x', new URL(request.url ?? '/', 'http://127.0.0.1'), request, response)
    refused.push(request.url ?? '')
    response.writeHead(401, { 'www-authenticate': 'Basic realm="private"' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stack.defer(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What the release job of our own workflow says, as a runner says it to bash. */
async function release(tag: string, sha: string): Promise<string> {
  const text = await readFile(join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')
  const { jobs } = parse(text) as Workflow
  const temp = join(folder, `temp-${tag}`)
  await mkdir(temp)
  const env = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: github.origins.api },
    ...{ GITHUB_SERVER_URL: origin, GITHUB_SHA: sha, GITHUB_TOKEN: TOKEN, RUNNER_TEMP: temp, ...tagEvent(tag) }
  }
  const said: string[] = []
  for (const { run } of jobs['release']?.steps ?? [])
    if (run !== undefined)
      said.push(succeeded(await program(['bash', '-e', '-o', 'pipefail', '-c', run], { cwd: checkout, env })))
  return said.join('\n')
}

const served = (tag: string): Promise<string> => git(join(folder, 'served/octo/demo'), 'rev-parse', `${tag}^{commit}`)

/** A commit with this version, tagged so, here and where it is served. */
async function tagged(version: string): Promise<string> {
  await write(checkout, { 'package.json': `{ "version": "${version}" }` })
  const sha = await commit(checkout, [`v${version}`])
  await git(join(folder, 'served/octo/demo'), 'fetch', '--quiet', '--tags', checkout)
  return sha
}

test('our own release publishes what `uses:` runs, and moves the tag of the major version', async () => {
  const said = await release('v1.2.0', first)
  expect(said).toContain(`v1 is v1.2.0 now: ${first}`)
  expect(await served('v1')).toBe(first)
  const [published] = github.state.releases
  expect(published).toMatchObject({ tag: 'v1.2.0', draft: false })
  expect(published?.assets.map(({ name }) => name).toSorted()).toEqual(['checksums.txt', 'slipway-1.2.0.tar.gz'])
  expect(github.violations).toEqual([])
  expect(refused).toEqual([])
  const archive = join(folder, 'temp-v1.2.0', 'files', 'slipway-1.2.0.tar.gz')
  const names = succeeded(await program(['tar', '-tzf', archive], { cwd: folder }))
  for (const name of [
    'action.yml',
    'dist/action/index.js',
    'dist/action/post.js',
    'dist/cli/index.js',
    'dist/cli/slipway.js',
    'LICENSE'
  ])
    expect(names).toContain(`slipway-1.2.0/${name}\n`)
})

test('what our own release publishes is rebuilt by another job, and signed before anybody sees it', async () => {
  const text = await readFile(join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')
  const { jobs } = parse(text) as Workflow
  const job = jobs['release'] as unknown as {
    readonly needs: string
    readonly permissions: Readonly<Record<string, string>>
    readonly steps: readonly { readonly uses?: string; readonly with?: unknown; readonly name?: string }[]
  }
  // .ci/run bundles the sources on its own machine and refuses another dist.
  expect([job.needs, JSON.stringify(jobs['check'])]).toEqual(['check', expect.stringContaining('.ci/run')])
  expect(job.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' })
  const names = job.steps.map(({ name }) => name)
  expect(names.indexOf('attest')).toBeGreaterThan(names.indexOf('what the Action is made of'))
  expect(names.indexOf('attest')).toBeLessThan(names.indexOf('publish'))
  expect(job.steps[names.indexOf('attest')]).toMatchObject({
    uses: expect.stringMatching(/^actions\/attest-build-provenance@[0-9a-f]{40}$/),
    with: { 'subject-path': '${{ runner.temp }}/files/*' }
  })
})

test('the tag of the major version follows the highest stable version, and no back-port or prerelease', async () => {
  const move = async (version: string): Promise<string> => {
    const env = { GITHUB_SERVER_URL: origin, GITHUB_REPOSITORY: 'octo/demo', GITHUB_TOKEN: TOKEN }
    await tagged(version)
    const ran = await program([process.execPath, 'scripts/major-tag.mjs'], {
      cwd: checkout,
      env: { ...env, GITHUB_REF_NAME: `v${version}` }
    })
    return succeeded(ran).trim()
  }
  expect(await move('1.10.0')).toMatch(/^v1 is v1\.10\.0 now: [0-9a-f]{40}$/)
  const highest = await served('v1')
  expect(await move('1.9.1')).toBe('no tag is moved: v1.10.0 is above v1.9.1')
  expect(await move('1.11.0-rc.1')).toBe('no tag is moved: v1.11.0-rc.1 is no stable version')
  expect(await served('v1')).toBe(highest)
  expect(await move('2.0.0')).toMatch(/^v2 is v2\.0\.0 now: /)
  expect(await served('v1')).toBe(highest)
})

test('a tag that is not the version of package.json is refused', async () => {
  const env = { GITHUB_SERVER_URL: origin, GITHUB_REPOSITORY: 'octo/demo', GITHUB_REF_NAME: 'v9.9.9' }
  const { status, stderr } = await program([process.execPath, 'scripts/major-tag.mjs'], { cwd: checkout, env })
  expect(status).toBe(1)
  expect(stderr).toContain('the tag is v9.9.9, and package.json says 2.0.0')
})
