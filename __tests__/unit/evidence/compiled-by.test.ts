import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { listOtherRuns } from '../../../src/evidence/compiled-by.ts'
import { describeInvocation } from '../../../src/evidence/invocation.ts'
import { makeProvenance, readProvenance, type RunDetails } from '../../../src/evidence/provenance.ts'
import type { Plan } from '../../../src/plan/plan.ts'

const OWN = 'https://gitlab.example.com/ada/hello/-/jobs/13'
const OTHER = 'https://gitlab.example.com/ada/hello/-/jobs/11'
const [LINUX, WINDOWS, DARWIN] = ['linux/amd64', 'windows/amd64', 'darwin/arm64'] as const

const plan: Partial<Plan> = {
  ...{ mode: 'release', tag: 'v1.0.0', version: '1.0.0', module: 'example.com/hello', moduleDir: '' },
  ...{ commit: 'c'.repeat(40), go: { version: 'go1.26.8', why: 'a test' }, archives: [], builds: [] }
}

const stated = (builds: Parameters<typeof listOtherRuns>[0], buildCaches: RunDetails['buildCaches'] = []) =>
  makeProvenance(plan as Plan, {
    subjects: [{ name: 'checksums.txt', sha256: 'a'.repeat(64) }],
    ...{ byproducts: [], dependencies: [], tools: [], repository: undefined },
    invocation: { ...describeInvocation({}, '1.0.0', '2026-03-04T05:06:07Z', 'own'), id: OWN },
    compiledBy: listOtherRuns(builds, OWN),
    buildCaches,
    finishedOn: '2026-03-04T05:06:08Z'
  })

const internal = (builds: Parameters<typeof stated>[0]) =>
  (stated(builds).predicate['buildDefinition'] as { readonly internalParameters: object }).internalParameters

test('of each target the build cache is named, once', () => {
  const { predicate } = stated(
    [],
    [
      { target: LINUX, kind: 'own' },
      { target: LINUX, kind: 'own' },
      { target: DARWIN, kind: 'shared' }
    ]
  )
  expect(predicate['buildDefinition']).toMatchObject({
    internalParameters: { buildCache: { own: [LINUX], shared: [DARWIN] } }
  })
})

test('a run that compiled everything itself names no other', () => {
  expect(internal([{ target: LINUX, by: OWN }])).toEqual({ run: { name: 'local' } })
  expect(readProvenance(stated([{ target: LINUX, by: OWN }]))?.compiledBy).toEqual([])
})

test('each other run is named once, with every target that it compiled, and so is a record that names none', () => {
  const builds = [
    { target: LINUX, by: OTHER },
    { target: WINDOWS, by: OWN },
    { target: DARWIN, by: OTHER },
    // Two programs of one target.
    { target: DARWIN, by: OTHER },
    { target: WINDOWS, by: undefined }
  ]
  expect(internal(builds)).toEqual({
    run: { name: 'local' },
    compiledBy: [{ targets: [LINUX, DARWIN], invocationId: OTHER }, { targets: [WINDOWS] }]
  })
  expect(readProvenance(stated(builds))?.compiledBy).toEqual([
    { targets: [LINUX, DARWIN], invocation: OTHER },
    { targets: [WINDOWS], invocation: '' }
  ])
})

test('the example of docs/provenance.md is what is written', async () => {
  const page = await readFile(new URL('../../../docs/provenance.md', import.meta.url), 'utf8')
  const [, text = ''] = /<!-- compiled-by -->\s*```json\n([^`]*)```/.exec(page) ?? []
  const job = 'https://gitlab.example.com/ada/parts/-/jobs/11'
  const builds = [
    { target: LINUX, by: job },
    { target: 'linux/arm64/v9.0', by: job },
    { target: 'linux/arm64', by: undefined }
  ]
  expect(internal(builds)).toMatchObject({ compiledBy: JSON.parse(text) as unknown })
})

test.each([
  ['no address', 'javascript:alert(1)'],
  ['a second line', `${OTHER}\nbuilt by somebody else`],
  ['an escape', `${OTHER}\u001b[2J`],
  ['letters that turn the line', `${OTHER}\u202e`],
  ['no end', `https://${'a'.repeat(1_000_000)}`],
  ['nothing', '']
])('what a record says of its run and that has %s is not signed for', (_, by) => {
  expect(listOtherRuns([{ target: LINUX, by }], OWN)).toEqual([{ targets: [LINUX], invocation: '' }])
})

test('every id that a run gives itself is one that others may name', () => {
  const github = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'ada/hello', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2' }
  for (const env of [{}, github, { GITLAB_CI: 'true', CI_JOB_URL: OTHER }]) {
    const { id } = describeInvocation(env, '1.0.0', '', '2849f829-00c4-4bef-935f-968e64c1cb93')
    expect(listOtherRuns([{ target: LINUX, by: id }], OWN)).toEqual([{ targets: [LINUX], invocation: id }])
  }
})
