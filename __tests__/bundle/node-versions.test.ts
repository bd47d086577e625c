import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, jest } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { LEAST_NODE } from '../../src/config/slipway-version.ts'
import { formatComponentTemplate } from '../../src/init/component/template.ts'
import { hasOtherNodes, otherNode, type OtherNode } from '../bed/nodes.ts'
import { realTools } from '../bed/tools.ts'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { startCacheService } from '../fakes/github/cache-service.ts'
import { startGithub } from '../fakes/github/server.ts'
import { pathOf, where } from '../fakes/needs.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { runAction, runPost, ship, tagEvent } from '../fakes/shipped.ts'

jest.setTimeout(300_000)

const possible = hasOtherNodes() && pathOf('zstd') !== undefined
const { describe, test } = where(possible, 'npm packages of all Node versions, and zstd, are for Linux')

const signal = AbortSignal.timeout(1_200_000)
const PASSWORD = 'canary'
const stack = new AsyncDisposableStack()
let folder = ''
let hello = ''
let commit = ''
let shipped = { cli: '', action: '' }
let key = ''
let cosign = ''

beforeAll(async () => {
  if (!possible) return
  folder = stack.use(await workspace()).path
  shipped = await ship(folder)
  hello = join(folder, 'hello')
  commit = await repository(hello, { ...HELLO, '.gitignore': '.slipway/\n' })
  cosign = (await realTools(() => undefined).tool('cosign', undefined, signal)).path
  const pair = ['generate-key-pair', '--output-key-prefix', join(folder, 'key')]
  succeeded(await program([cosign, ...pair], { cwd: folder, env: { COSIGN_PASSWORD: PASSWORD } }))
  key = await readFile(join(folder, 'key.key'), 'utf8')
}, 1_200_000)
afterAll(() => stack.disposeAsync())

const nodeOf = (version: OtherNode | 'this'): Promise<string> =>
  version === 'this' ? Promise.resolve(process.execPath) : otherNode(version, () => undefined, signal)

/** A folder of this version's own. */
const place = async (version: string): Promise<string> => {
  const path = join(folder, version)
  await mkdir(path, { recursive: true })
  return path
}

describe.each(['20.18.0', '22.0.0', 'this'] as const)('what ships, on Node %s', (version) => {
  const slipway = async (args: readonly string[], cwd = hello, env: Readonly<Record<string, string>> = {}) =>
    program([await nodeOf(version), shipped.cli, ...args], { cwd, env })
  const plain = ['--targets', 'linux/amd64', '--kubernetes', 'none']

  test('the command line prints what it carries along, plans, and sees what a release lacks', async () => {
    expect(succeeded(await slipway(['--help']))).toContain('release')
    expect(JSON.parse(succeeded(await slipway(['schema'])))).toHaveProperty('$schema')
    expect(succeeded(await slipway(['crds']))).toContain('kind: CustomResourceDefinition')
    expect(JSON.parse(succeeded(await slipway(['plan', '--json', ...plain])))).toMatchObject({ name: 'hello' })
    const doctor = await slipway(['doctor', '--json', '--to', '../doctored', ...plain])
    expect(JSON.parse(doctor.stdout)).toMatchObject({
      status: 3,
      examined: expect.arrayContaining([expect.objectContaining({ subject: 'signature', code: 'no-key' })])
    })
  })

  test('the command line makes a first slipway.yaml and workflows', async () => {
    const project = join(await place(version), 'new')
    await repository(project, { 'go.mod': HELLO['go.mod'] ?? '', 'main.go': HELLO['main.go'] ?? '' })
    succeeded(await slipway(['init'], project))
    await expect(access(join(project, 'slipway.yaml'))).resolves.toBeUndefined()
  })

  test('the command line builds, gates, signs and publishes to a folder, and verifies and takes back what it published', async () => {
    const own = await place(version)
    const [out, releases] = [join(own, 'out'), join(own, 'releases')]
    succeeded(await slipway(['build', '--out', out, '--targets', 'linux/amd64']))
    expect(await readFile(join(out, 'checksums.txt'), 'utf8')).toContain('  hello_1.0.0_linux_amd64.tar.gz\n')
    expect(succeeded(await slipway(['gate', '--out', out, '--to', 'none', ...plain]))).toContain(
      '✓ sign      rehearsal'
    )
    const secrets = { COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD }
    succeeded(await slipway(['release', '--out', out, '--to', releases, ...plain], hello, secrets))
    const verify = ['verify', join(releases, 'v1.0.0'), '--key', join(folder, 'key.pub')]
    expect(succeeded(await slipway(verify, folder))).toContain('the signature is by the expected key')
    succeeded(await slipway(['yank', 'v1.0.0', '--to', releases], hello))
  })

  test('the Action publishes a tag on GitHub', async () => {
    const temp = await place(version)
    await using server = await startGithub({ commit, enterprise: true })
    const { status, stderr, outputs } = await runAction(shipped.action, {
      cwd: hello,
      temp: join(temp, 'step'),
      node: await nodeOf(version),
      inputs: { targets: 'linux/amd64', kubernetes: 'none', out: join(temp, 'released'), token: 'ghs_writer' },
      env: {
        ...tagEvent('v1.0.0'),
        ...{ GITHUB_API_URL: server.origins.api, COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD }
      }
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(outputs['release-url']).toContain('/octo/demo/releases/tag/v1.0.0')
    expect(server.violations).toEqual([])
  })

  test('the Action gates a branch, and its post step leaves what it compiled with the cache service', async () => {
    const temp = await place(version)
    const node = await nodeOf(version)
    await using service = await startCacheService()
    const branch = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }
    const job = { GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'gate', GOCACHE: join(folder, 'compiled') }
    const env = { ...service.runner('refs/heads/main'), ...branch, ...job }
    const step = await runAction(shipped.action, {
      ...{ cwd: hello, temp: join(temp, 'gate'), node, env },
      inputs: { targets: 'linux/amd64', kubernetes: 'none', to: 'none', out: join(temp, 'gated') }
    })
    expect([step.status, step.stderr]).toEqual([0, ''])
    const post = await runPost(shipped.action, { cwd: hello, state: step.state, node, env })
    expect([post.status, post.stderr]).toEqual([0, ''])
    expect(service.entries.map((entry) => entry.key.split('-')[2])).toContain('build')
    expect(service.violations).toEqual([])
  })
})

describe.each(['10.18.1', '18.20.8'] as const)('what ships, on Node %s, which is too old', (version) => {
  const why = (node: string): string => `Slipway needs Node ${LEAST_NODE} or later, and ${node} is Node ${version}`

  test('the command line ends with status 3 and one sentence, as JSON too', async () => {
    const node = await nodeOf(version)
    const ran = await program([node, shipped.cli, 'plan'], { cwd: hello })
    expect(ran).toEqual({ status: 3, stdout: '', stderr: `error: ${why(node)}: put a newer one first on PATH\n` })
    const json = await program([node, shipped.cli, 'plan', '--json'], { cwd: hello })
    expect([json.status, JSON.parse(json.stdout)]).toEqual([
      3,
      {
        error: {
          ...{ code: 'old-node', kind: 'environment', exit: 3 },
          ...{ message: why(node), hint: 'put a newer one first on PATH' }
        }
      }
    ])
  })

  test('the Action shows the same as an error of the job', async () => {
    const node = await nodeOf(version)
    const { status, stderr, commands } = await runAction(shipped.action, {
      ...{ cwd: hello, temp: join(await place(version), 'step'), node, inputs: {}, env: tagEvent('v1.0.0') }
    })
    expect([status, stderr, commands]).toEqual([3, '', [`error ${why(node)}: let the job run with a newer one`]])
  })

  test('a job of the GitLab component ends before it would bring the program', async () => {
    const node = await nodeOf(version)
    const [, jobs] = parseAllDocuments(
      formatComponentTemplate(['gate'], { digests: {}, bringCore: "throw 'read by an old Node'" })
    )
    const [script] = Object.values(jobs?.toJSON() as Record<string, { before_script?: readonly string[] }>).flatMap(
      ({ before_script: script = [] }) => script
    )
    const ran: Ran = await program(['sh', '-ec', script ?? ''], {
      cwd: folder,
      env: { SLIPWAY_CORE: 'fetch', PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` }
    })
    expect(basename(node)).toBe('node')
    expect(ran).toEqual({
      status: 3,
      stdout: '',
      stderr: `slipway: needs Node ${LEAST_NODE} or later, and this image has Node ${version}: name another one in the input image\n`
    })
  })
})

describe('the first file of a bundle', () => {
  test('ends with status 13 when the program never comes to its end, and with 1 when it breaks', async () => {
    const entry = await readFile(shipped.cli, 'utf8')
    for (const [text, status] of [
      ['await new Promise(() => {})', 13],
      ["throw new Error('broken')", 1],
      ['', 0],
      ['process.exitCode = 5', 5]
    ] as const) {
      const at = join(folder, `entry-${status}`)
      await mkdir(at)
      await writeFile(join(at, 'package.json'), '{ "type": "module" }')
      await writeFile(join(at, 'index.js'), entry)
      await writeFile(join(at, 'slipway.js'), text)
      const ran = await program([process.execPath, join(at, 'index.js')], { cwd: at })
      expect([text, ran.status]).toEqual([text, status])
    }
  })
})
