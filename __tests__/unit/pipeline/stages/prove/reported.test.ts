import { expect, test } from '@jest/globals'
import type { Json } from '../../../../../src/base/json.ts'
import type { Invocation } from '../../../../../src/evidence/invocation.ts'
import type { Trial, Verdict } from '../../../../../src/model/nouns.ts'
import type { Files } from '../../../../../src/model/ports/files.ts'
import type { Plan } from '../../../../../src/plan/plan.ts'
import {
  acceptReported,
  readVerdicts,
  VERDICTS,
  writeVerdicts
} from '../../../../../src/pipeline/stages/prove/reported.ts'
import { memoryFiles } from '../../../../fakes/files.ts'
import { plan as built } from '../../../../fakes/shards.ts'

const trial: Trial = { suite: 'surface', kubernetes: undefined, with: { deadline: 5 } }
const verdict: Verdict = {
  ...{ trial, outcome: 'passed', cluster: undefined, ms: 7 },
  checks: [{ claim: 'it speaks as before', outcome: 'passed', seen: 'so it does' }]
}
const plan: Plan = {
  ...built,
  host: { os: 'linux', arch: 'amd64' },
  trials: { work: [trial] },
  baseline: { skip: 'there is none' }
}

const runOf = (platform: Invocation['platform'], id = 'https://github.com/octo/demo/actions/runs/7/attempts/1') => ({
  ...{ builder: 'b', id, startedOn: '', slipway: '0', platform }
})
const github = (run: string, job: string, attempt = '1'): Invocation =>
  runOf({
    ...{ name: 'github', GITHUB_REPOSITORY: 'octo/demo', GITHUB_RUN_ID: run },
    ...{ GITHUB_JOB: job, GITHUB_RUN_ATTEMPT: attempt }
  })
const SIGNER = github('7', 'release')

/** What the job that proves leaves in `/proof`; the job that signs makes the same in `/out`. */
async function prove(by = github('7', 'prove')): Promise<Files> {
  const files = memoryFiles()
  for (const folder of ['/proof', '/out'])
    for (const { binaries, target } of plan.archives)
      for (const name of binaries.flatMap(({ path, sbom }) => [path, sbom, `tool_1.0.0_linux_${target.arch}.tar.gz`]))
        await files.write(`${folder}/${name}`, `the bytes of ${name}`)
  await writeVerdicts(files, '/proof', plan, [verdict], by)
  return files
}

test('what a job of this run reported is taken, whichever attempt of it signs, and names the job', async () => {
  const reported = await readVerdicts(await prove(), '/proof', plan, github('7', 'release', '2'))
  expect(reported.by).toEqual({ run: 'https://github.com/octo/demo/actions/runs/7/attempts/1', job: 'prove' })
  expect(reported.verdicts).toEqual([verdict])
})

test('the proof counts once everything that it is about is here with the same bytes', async () => {
  const files = await prove()
  const reported = await readVerdicts(files, '/proof', plan, SIGNER)
  expect(await acceptReported(files, '/out', { plan, reported }, [])).toEqual({
    verdicts: reported.verdicts,
    broken: [],
    clusters: []
  })
  for (const path of ['bin/linux_arm64/tool', 'tool_1.0.0_linux_amd64.tar.gz', 'tool_1.0.0_linux_amd64.cdx.json']) {
    const kept = await files.read(`/out/${path}`)
    await files.write(`/out/${path}`, 'other bytes')
    await expect(acceptReported(files, '/out', { plan, reported }, [])).rejects.toMatchObject({
      ...{ kind: 'verification', code: 'verdicts-of-other-bytes' },
      message: expect.stringMatching(
        new RegExp(`^${path} has sha256 \\w{64} here, and job prove of \\S+ proved`)
      ) as unknown
    })
    await files.write(`/out/${path}`, kept ?? '')
  }
})

test('a job with a name of its own taste says it without markup', async () => {
  const { by } = await readVerdicts(await prove(github('7', '[prove](x) <b>\n')), '/proof', plan, SIGNER)
  expect(by.job).toBe('_prove__x_ _b__')
})

type Handed = { readonly [key: string]: Json } & { readonly verdicts: readonly { readonly [key: string]: Json }[] }
const changing =
  (more: { readonly [key: string]: Json }) =>
  (record: Handed): Json => ({ ...record, verdicts: record.verdicts.map((one) => ({ ...one, ...more })) })
const failed = { claim: 'it speaks as before', outcome: 'failed', seen: 'it does not' }
const OTHER = 'verdicts-of-another-plan'

test.each<[string, (record: Handed) => Json | undefined, string, RegExp]>([
  ['is not JSON', () => undefined, 'verdicts-missing', /it is not JSON/],
  ['is of another shape', (record) => ({ ...record, schema: 2 }), 'verdicts-missing', /another Slipway wrote it/],
  ['says more', (record) => ({ ...record, more: 1 }), 'verdicts-missing', /does not say what a gate says/],
  [
    'has markup for a reporter',
    (record) => ({ ...record, by: { run: 'https://evil.example', job: '[x](y)' } }),
    'verdicts-missing',
    /does not say what a gate says/
  ],
  ['is of another commit', (record) => ({ ...record, commit: '0'.repeat(40) }), OTHER, /is about commit "0{40}"/],
  ['is of another version', (record) => ({ ...record, version: '1.0.1' }), OTHER, /is about version "1\.0\.1"/],
  ['is of another plan', (record) => ({ ...record, plan: 'a'.repeat(64) }), OTHER, /is about the plan "a{64}"/],
  ['is of another Slipway', (record) => ({ ...record, slipway: '9.9.9' }), OTHER, /is about Slipway "9\.9\.9"/],
  [
    'is of another baseline',
    (record) => ({ ...record, baseline: { tag: 'v0.9.0', commit: 'd'.repeat(40) } }),
    OTHER,
    /is about the baseline "v0\.9\.0 d{40}", and this job is about "none"/
  ],
  ['has no verdict', (record) => ({ ...record, verdicts: [] }), 'verdicts-missing', /has no verdict of surface/],
  [
    'has a verdict twice',
    (record) => ({ ...record, verdicts: [...record.verdicts, ...record.verdicts] }),
    OTHER,
    /has two verdicts of surface/
  ],
  [
    'has a trial that is not planned',
    changing({ trial: { suite: 'smi', with: {} } }),
    OTHER,
    /has a verdict of smi, which this job does not plan/
  ],
  [
    'has the trial with another parameter',
    changing({ trial: { suite: 'surface', with: { deadline: 500 } } }),
    OTHER,
    /has a verdict of surface, which this job does not plan/
  ],
  ['failed', changing({ outcome: 'failed' }), 'proof-failed', /surface did not pass as it was planned/],
  ['passed with a check that failed', changing({ checks: [failed] }), 'proof-failed', /did not pass as it was planned/],
  ['passed and looked at nothing', changing({ checks: [] }), 'proof-failed', /did not pass as it was planned/],
  [
    'is from a cluster that is not planned',
    changing({ cluster: { provider: 'kind', server: 'v1.37.1', simulated: false } }),
    'proof-failed',
    /did not pass as it was planned/
  ]
])('a record that %s is refused', async (_, change, code, says) => {
  const files = await prove()
  const path = `/proof/${VERDICTS}`
  const changed = change(JSON.parse(String(Buffer.from((await files.read(path)) ?? []))) as Handed)
  await files.write(path, changed === undefined ? '{' : JSON.stringify(changed))
  await expect(readVerdicts(files, '/proof', plan, SIGNER)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(says) as unknown
  })
})

test.each([
  ['another run of the workflow', github('8', 'release')],
  ['a run of another platform', runOf({ name: 'gitlab', CI_PROJECT_PATH: 'octo/demo', CI_PIPELINE_ID: '7' })],
  ['a person’s machine', runOf({ name: 'local' })]
])('a record of another run is refused by %s', async (_, signer) => {
  await expect(readVerdicts(await prove(), '/proof', plan, signer)).rejects.toMatchObject({
    ...{ kind: 'input', code: OTHER },
    message: expect.stringContaining('is about the run "github octo/demo 7"') as unknown
  })
})

test('a record that is not there is told, and so is a file that went away before its digest was taken', async () => {
  await expect(readVerdicts(memoryFiles(), '/proof', plan, SIGNER)).rejects.toMatchObject({
    ...{ kind: 'input', code: 'verdicts-missing', message: `there is no /proof/${VERDICTS}` }
  })
  await expect(writeVerdicts(memoryFiles(), '/proof', plan, [verdict], SIGNER)).rejects.toMatchObject({
    kind: 'environment'
  })
})
