import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { TWO_JOBS_WORKFLOW } from '../../src/init/pipelines.ts'
import { ACTIONLINT, ACTIONLINT_BEFORE } from '../bed/examples.ts'
import { downloadModule, makeRepository, moduleVersion } from '../bed/module-repository.ts'
import { realTools } from '../bed/tools.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { runner } from '../fakes/github/act.ts'
import { standInForArtifacts } from '../fakes/github/artifacts.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { payloadOf, type Payload } from '../fakes/github/webhooks.ts'
import { pasted } from '../fakes/github/workflows.ts'
import { commit, git, workspace, write } from '../fakes/repository.ts'

// Two jobs of a command that nobody here wrote; from nothing they compile in a minute.
jest.setTimeout(600_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let folder = ''
let project = ''
let key = ''
const PASSWORD = 'canary'

const SETTINGS = `targets: [linux/amd64]
main: [./cmd/actionlint]
suites: [surface]
vulnerabilities: "off"
rebuild: 0
build-cache: shared
`

/** As a project has it that signs with a key of the environment `release`. */
const WORKFLOW = `${pasted(TWO_JOBS_WORKFLOW)}        env:
          COSIGN_PRIVATE_KEY: \${{ secrets.COSIGN_PRIVATE_KEY }}
          COSIGN_PASSWORD: \${{ secrets.COSIGN_PASSWORD }}
`

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  project = join(folder, 'actionlint')
  const ours = join(folder, 'ours')
  await mkdir(join(ours, '.github/workflows'), { recursive: true })
  await writeFile(join(ours, 'slipway.yaml'), SETTINGS)
  await writeFile(join(ours, '.github/workflows/slipway.yml'), WORKFLOW)
  const versions = await Promise.all(
    [ACTIONLINT_BEFORE, ACTIONLINT].map(async (module) => moduleVersion(await downloadModule(module)))
  )
  await makeRepository(
    project,
    versions.map((version) => ({ ...version, layers: [...version.layers, ours] }))
  )
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(550_000))).path
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: folder, env: { COSIGN_PASSWORD: PASSWORD } }))
  key = await readFile(join(folder, 'cosign.key'), 'utf8')
})

let runs = 0

/** The workflow for a tag, with a forger between the two jobs. */
async function release(
  tag: string,
  forge = ''
): Promise<{
  readonly said: string
  readonly status: number | null
  readonly server: FakeGithub
  readonly kept: string
}> {
  const own = join(folder, `run-${++runs}`)
  const artifacts = await standInForArtifacts(join(own, 'artifacts'))
  const act = await runner(join(own, 'act'), artifacts.actions)
  const commit = await git(project, 'rev-parse', 'HEAD')
  const server = stack.use(await startGithub({ commit, enterprise: true }))
  server.state.refs[tag] = { type: 'commit', sha: commit }
  const payload = { ...payloadOf('push'), ref: `refs/tags/${tag}`, after: commit } as Payload
  const { status, stdout, stderr } = await act.run(project, 'push', payload, {
    token: 'ghs_writer',
    workflow: '.github/workflows/slipway.yml',
    secrets: { COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD },
    env: { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: server.origins.api, SLIPWAY_TEST_FORGE: forge }
  })
  return { said: stdout + stderr, status, server, kept: join(artifacts.folder, 'verdicts', 'verdicts.json') }
}

const linesOf = (job: string, said: string): string =>
  said
    .split('\n')
    .filter((line) => line.startsWith(`[release/${job}]`))
    .join('\n')

/** Where job one of the tag left its verdicts. */
let kept = ''

test('the job without secrets proves, and the one with the key takes its verdicts, signs and publishes', async () => {
  const ran = await release('v1.7.12')
  ;({ kept } = ran)
  expect([ran.said, ran.status]).toEqual([expect.stringContaining('released v1.7.12'), 0])
  const [prove, publish] = [linesOf('prove', ran.said), linesOf('release', ran.said)]
  expect(prove).toMatch(/✓ prove +surface .* checks, all hold/)
  expect(prove).not.toMatch(/✓ (sign|publish)/)
  expect(publish).toMatch(/✓ build +linux\/amd64/)
  expect(publish).toMatch(/✓ sign +compatibility\.sigstore\.json/)
  expect(publish).not.toMatch(/✓ (prove|baseline)/)
  const [published] = ran.server.state.releases
  const compatibility = published?.assets.find(({ name }) => name === 'compatibility.sigstore.json')
  const bundle = JSON.parse(Buffer.from(compatibility?.content ?? '', 'base64').toString()) as {
    readonly dsseEnvelope: { readonly payload: string }
  }
  const statement: unknown = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  expect(statement).toMatchObject({ predicate: { result: 'PASSED', slipway_reported_by: { job: 'prove' } } })
  expect(await readFile(kept, 'utf8')).not.toContain('COSIGN')
  expect(ran.server.violations).toEqual([])
})

const edit = (change: string): string =>
  `const file = folder + '/verdicts.json', record = JSON.parse(fs.readFileSync(file, 'utf8')); ${change}; fs.writeFileSync(file, JSON.stringify(record))`

test.each([
  ['of other bytes', edit('record.files.forEach((each) => (each.sha256 = "a".repeat(64)))'), /proved a{64}/],
  ['without a check', edit('record.verdicts.forEach((each) => (each.checks = []))'), /did not pass as it was planned/],
  ['that is missing', "fs.rmSync(folder + '/verdicts.json')", /there is no \S+verdicts\.json/]
])('with a verdict %s nothing is signed or published', async (_, forge, why) => {
  const { said, status, server } = await release('v1.7.12', forge)
  expect([linesOf('release', said), status]).toEqual([expect.stringMatching(why), 1])
  expect(linesOf('release', said)).not.toContain('✓ sign')
  expect(server.writes()).toBe(0)
})

test('with the verdicts of another commit nothing is signed or published', async () => {
  await write(project, { 'NOTE.md': 'one file more\n' })
  await commit(project, ['v1.7.13'])
  const { said, status, server } = await release(
    'v1.7.13',
    `fs.copyFileSync(${JSON.stringify(kept)}, folder + '/verdicts.json')`
  )
  expect([linesOf('release', said), status]).toEqual([expect.stringContaining('is about commit'), 1])
  expect(server.writes()).toBe(0)
})

test('where nothing was proved the second job says so, and ends before it checks anything out', async () => {
  await write(project, { 'slipway.yaml': `${SETTINGS}baseline: v0.0.9\n` })
  await commit(project, ['v1.7.14'])
  const { said, status, server } = await release('v1.7.14')
  const publish = linesOf('release', said)
  expect([publish, status]).toEqual([expect.stringContaining('the job prove ended with failure'), 1])
  expect(publish).not.toContain('actions/checkout')
  expect(server.log).toEqual([])
})
