import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { ACTIONLINT, ACTIONLINT_BEFORE } from '../bed/examples.ts'
import { downloadModule, makeRepository, moduleVersion } from '../bed/module-repository.ts'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { commit, git, workspace, write } from '../fakes/repository.ts'

// Two releases of a command that nobody here wrote; from nothing they compile in a minute.
jest.setTimeout(600_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place = ''
/** The clone of each job: none sees a file of the other but what is handed over. */
let prover = ''
let releaser = ''
/** What the first job handed over. */
let handed = ''
let key = ''

const PASSWORD = { COSIGN_PASSWORD: 'canary' }

/** What GitLab tells a job of itself. */
const jobOf = (name: string, pipeline = 7): Readonly<Record<string, string>> => ({
  ...{ GITLAB_CI: 'true', CI_PROJECT_PATH: 'ada/actionlint', CI_PIPELINE_ID: String(pipeline), CI_JOB_NAME: name },
  CI_COMMIT_TAG: 'v1.7.12',
  CI_PROJECT_URL: 'https://gitlab.example.com/ada/actionlint',
  CI_JOB_URL: `https://gitlab.example.com/ada/actionlint/-/jobs/${name}`
})

const FLAGS = ['--targets', 'linux/amd64', '--suites', 'surface', '--build-cache', 'shared']
const FLAGS_OF_BOTH = [...FLAGS, '--main', './cmd/actionlint', '--vulnerabilities', 'off']

beforeAll(async () => {
  place = stack.use(await workspace()).path
  ;[prover, releaser, handed] = [join(place, 'prover'), join(place, 'releaser'), join(place, 'handed')]
  const versions = [ACTIONLINT_BEFORE, ACTIONLINT].map(async (module) => moduleVersion(await downloadModule(module)))
  await makeRepository(prover, await Promise.all(versions))
  await git(place, 'clone', '--quiet', prover, releaser)
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(550_000))).path
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: place, env: PASSWORD }))
  key = await readFile(join(place, 'cosign.key'), 'utf8')
  const out = join(place, 'proving')
  const ran = await slipway(['gate', '--vet', 'off', '--out', out, ...FLAGS_OF_BOTH], {
    cwd: prover,
    env: jobOf('prove')
  })
  expect(succeeded(ran)).toMatch(/✓ prove +surface .* checks, all hold/)
  await mkdir(handed)
  await cp(join(out, 'verdicts.json'), join(handed, 'verdicts.json'))
})

/** The job that signs: with the key, and with nothing of the other job but its verdicts. */
const release = (name: string, verdicts: string, env: Readonly<Record<string, string>> = jobOf('release')) =>
  slipway(
    [
      ...['release', '--rebuild', '0', '--verdicts', verdicts, '--json', '--out', join(place, `out-${name}`)],
      ...['--to', join(place, `to-${name}`), ...FLAGS_OF_BOTH]
    ],
    { cwd: releaser, env: { ...env, ...PASSWORD, COSIGN_PRIVATE_KEY: key } }
  )

interface Handed {
  readonly files: { path: string; sha256: string }[]
  readonly verdicts: { checks: unknown[] }[]
}

/** The verdicts, forged as a test wants them. */
async function forged(name: string, forge: (record: Handed) => void): Promise<string> {
  const folder = join(place, `forged-${name}`)
  const record = JSON.parse(await readFile(join(handed, 'verdicts.json'), 'utf8')) as Handed
  forge(record)
  await mkdir(folder)
  await writeFile(join(folder, 'verdicts.json'), JSON.stringify(record))
  return folder
}

const refusal = ({ status, stdout }: Ran): unknown => {
  const { error } = JSON.parse(stdout) as { error: { code: string; message: string } }
  return [status, error.code, error.message]
}

test('the second job compiles again, runs nothing of the project, and signs what the first one reported as a report', async () => {
  const ran = await release('whole', handed)
  succeeded(ran)
  expect(ran.stderr).toContain('✓ build')
  expect(ran.stderr).not.toContain('✓ baseline')
  expect(ran.stderr).not.toContain('✓ prove')
  const reporter = { run: 'https://gitlab.example.com/ada/actionlint/-/jobs/prove', job: 'prove' }
  const to = join(place, 'to-whole', 'v1.7.12')
  const bundle = JSON.parse(await readFile(join(to, 'compatibility.sigstore.json'), 'utf8')) as {
    readonly dsseEnvelope: { readonly payload: string }
  }
  const statement: unknown = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  expect(statement).toMatchObject({ predicate: { result: 'PASSED', slipway_reported_by: reporter } })
  const report = await readFile(join(place, 'out-whole', 'report', 'compatibility.json'), 'utf8')
  expect(JSON.parse(report)).toMatchObject({ outcome: 'passed', reportedBy: reporter })
  const verified = succeeded(await slipway(['verify', to, '--key', 'cosign.pub'], { cwd: place }))
  expect(verified).toMatch(/proved without a cluster: surface \(\d+ checks?\), as job prove of https:\S+prove reported/)
})

test('a verdict about other bytes than this job compiles is refused, and nothing is signed or published', async () => {
  const from = await forged('bytes', ({ files }) =>
    files.filter(({ path }) => path.startsWith('bin/')).forEach((file) => (file.sha256 = 'a'.repeat(64)))
  )
  const ran = await release('bytes', from)
  const why = /^bin\/\S+ has sha256 [0-9a-f]{64} here, and job prove of \S+ proved a{64}/
  expect(refusal(ran)).toEqual([5, 'verdicts-of-other-bytes', expect.stringMatching(why)])
  await expect(readFile(join(place, 'to-bytes', 'v1.7.12', 'checksums.txt'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a missing verdict, a forged one, one of another run and one in the output folder are refused', async () => {
  const forgery = await forged('empty', ({ verdicts }) => verdicts.forEach((verdict) => (verdict.checks = [])))
  expect(refusal(await release('forged', forgery))).toEqual([
    5,
    'proof-failed',
    expect.stringContaining('surface did not pass as it was planned')
  ])
  expect(refusal(await release('missing', join(place, 'nowhere')))).toEqual([
    2,
    'verdicts-missing',
    expect.stringContaining('there is no')
  ])
  expect(refusal(await release('run', handed, jobOf('release', 8)))).toEqual([
    2,
    'verdicts-of-another-plan',
    expect.stringMatching(
      /is about the run "gitlab ada\/actionlint 7", and this job is about "gitlab ada\/actionlint 8"/
    )
  ])
  expect(refusal(await release('inside', join(place, 'out-inside')))).toEqual([
    2,
    'input',
    expect.stringContaining('which is in the output folder')
  ])
})

test('verdicts of a version before do not do for the next commit', async () => {
  const next = join(place, 'next')
  await git(place, 'clone', '--quiet', prover, next)
  await write(next, { 'NOTE.md': 'one file more\n' })
  await commit(next, ['v1.7.13'])
  const ran = await slipway(
    [
      'release',
      '--json',
      '--verdicts',
      handed,
      '--out',
      join(place, 'out-next'),
      '--to',
      join(place, 'to'),
      ...FLAGS_OF_BOTH
    ],
    { cwd: next, env: { ...jobOf('release'), CI_COMMIT_TAG: 'v1.7.13', ...PASSWORD, COSIGN_PRIVATE_KEY: key } }
  )
  expect(refusal(ran)).toEqual([2, 'verdicts-of-another-plan', expect.stringContaining('is about commit')])
  await rm(next, { recursive: true })
})
