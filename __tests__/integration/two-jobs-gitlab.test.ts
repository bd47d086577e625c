import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest } from '@jest/globals'
import { GITLAB_TWO_JOBS } from '../../src/init/pipelines.ts'
import { ACTIONLINT, ACTIONLINT_BEFORE } from '../bed/examples.ts'
import { downloadModule, makeRepository, moduleVersion } from '../bed/module-repository.ts'
import { realTools, toolCacheFolder } from '../bed/tools.ts'
import { program, readGoFolders, succeeded, type Ran } from '../fakes/cli.ts'
import { gitlabHost, type GitlabHost } from '../fakes/gitlab/host.ts'
import { publishComponent, runPipeline } from '../fakes/gitlab/pipelines.ts'
import { needing } from '../fakes/needs.ts'
import { commit, git, workspace, write } from '../fakes/repository.ts'

// Two jobs of a command that nobody here wrote; from nothing they compile in a minute.
jest.setTimeout(600_000)

// gitlab-ci-local copies work trees with rsync.
const { test } = needing('rsync')

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

const TOKEN = 'job-token-of-the-tests'
const PASSWORD = { COSIGN_PASSWORD: 'canary' }
let folder = ''
let host: GitlabHost
let project = ''
let releases = ''
/** What the jobs of a project have of this machine: its caches, which on GitLab would be variables of the project. */
let caches: Readonly<Record<string, string>> = {}
let key = ''

const SETTINGS = `targets: [linux/amd64]
main: [./cmd/actionlint]
suites: [surface]
vulnerabilities: "off"
rebuild: 0
build-cache: shared
`

/** The artifact of the first job, where the second one is given it from. */
const artifact = (): string => join(project, '.gitlab-ci-local/artifacts/slipway-prove/.slipway-proof/verdicts.json')

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  host = stack.use(await gitlabHost(folder, TOKEN))
  const { sha } = await publishComponent(folder)
  ;[project, releases] = [join(folder, 'actionlint'), join(folder, 'releases')]
  const ours = join(folder, 'ours')
  await mkdir(ours)
  const pipeline = GITLAB_TWO_JOBS.replace('$CI_SERVER_FQDN/OWNER/slipway', `${host.name}/tools/slipway`)
    .replace('@SHA', `@${sha}`)
    .replace('OWNER/slipway', 'tools/slipway')
  await write(ours, {
    'slipway.yaml': SETTINGS,
    '.gitlab-ci.yml': `${pipeline}      to: ${releases}\n`,
    '.gitignore': '.gitlab-ci-local/\n'
  })
  const versions = await Promise.all(
    [ACTIONLINT_BEFORE, ACTIONLINT].map(async (module) => moduleVersion(await downloadModule(module)))
  )
  await makeRepository(
    project,
    versions.map((version) => ({ ...version, layers: [...version.layers, ours] }))
  )
  await git(project, 'remote', 'add', 'origin', `http://${host.name}/acme/actionlint.git`)
  caches = { ...(await readGoFolders(folder)), RUNNER_TOOL_CACHE: toolCacheFolder() }
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(550_000))).path
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: folder, env: PASSWORD }))
  key = await readFile(join(folder, 'cosign.key'), 'utf8')
})

const run = (job: string, tag: string, secrets: Readonly<Record<string, string>>): Promise<Ran> =>
  runPipeline(
    host,
    project,
    {
      ...{ CI_JOB_TOKEN: TOKEN, CI_PIPELINE_ID: '77', CI_COMMIT_TAG: tag, CI_COMMIT_REF_NAME: tag },
      ...caches,
      ...secrets
    },
    [job]
  )

/** The job that proves: the key is a variable of the environment, which it does not name. */
const prove = (tag: string): Promise<Ran> => run('slipway-prove', tag, {})

const release = async (tag: string): Promise<{ readonly said: string; readonly status: number | null }> => {
  const { status, stdout, stderr } = await run('slipway-release', tag, { ...PASSWORD, COSIGN_PRIVATE_KEY: key })
  return { status, said: stdout + stderr }
}

interface Handed {
  readonly files: { sha256: string }[]
  readonly verdicts: { checks: unknown[] }[]
}

const forge = async (change: (record: Handed) => void): Promise<void> => {
  const record = JSON.parse(await readFile(artifact(), 'utf8')) as Handed
  change(record)
  await writeFile(artifact(), JSON.stringify(record))
}

const published = (tag: string): Promise<readonly string[]> => readdir(join(releases, tag)).catch(() => [])

test('what job one handed over is released by job two, and refused where it was forged, is missing or of another commit', async () => {
  expect(succeeded(await prove('v1.7.12'))).toMatch(/✓ prove +surface .* checks, all hold/)
  const kept = join(folder, 'verdicts.json')
  await copyFile(artifact(), kept)

  const refused = async (tag: string, exit: number, why: RegExp): Promise<void> => {
    const { status, said } = await release(tag)
    expect({ status, said }).toEqual({ status: 1, said: expect.stringMatching(why) })
    expect(said).toContain(`FAIL ${exit}`)
    expect(await published(tag)).toEqual([])
  }
  await forge(({ files }) => files.forEach((file) => (file.sha256 = 'a'.repeat(64))))
  await refused('v1.7.12', 5, /proved a{64}/)
  await copyFile(kept, artifact())
  await forge(({ verdicts }) => verdicts.forEach((verdict) => (verdict.checks = [])))
  await refused('v1.7.12', 5, /did not pass as it was planned/)
  await rm(artifact())
  await refused('v1.7.12', 2, /there is no \S+verdicts\.json/)

  await copyFile(kept, artifact())
  const whole = await release('v1.7.12')
  expect(whole).toEqual({ status: 0, said: expect.stringContaining('released v1.7.12') })
  expect(whole.said).toMatch(/✓ sign +compatibility\.sigstore\.json/)
  expect(whole.said).not.toMatch(/✓ (prove|baseline)/)
  expect(await published('v1.7.12')).toContain('actionlint_1.7.12_linux_amd64.tar.gz')

  await write(project, { 'NOTE.md': 'one file more\n' })
  await commit(project, ['v1.7.13'])
  expect(existsSync(artifact())).toBe(true)
  await refused('v1.7.13', 2, /is about commit/)
})
