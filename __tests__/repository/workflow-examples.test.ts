import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../../src/config/inputs.ts'
import { OUTPUTS } from '../../src/config/outputs.ts'
import { workflowsIn, type Workflow, type WorkflowStep } from '../fakes/github/workflows.ts'

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

const examplesOf = async (path: string): Promise<readonly Workflow[]> =>
  (await workflowsIn(path)).map(({ workflow }) => workflow)
const examples = await examplesOf('README.md')
const fanOut = await examplesOf('docs/fan-out.md')
const [twoJobs, ...others] = await examplesOf('docs/two-jobs.md')
const all = [...examples, ...fanOut, ...(twoJobs ? [twoJobs] : [])]
const stepsOf = ({ jobs }: Workflow): readonly WorkflowStep[] => Object.values(jobs).flatMap(({ steps }) => steps)
const ours = (step: WorkflowStep): boolean => /^OWNER\/slipway@/.test(step.uses ?? '')

test('the README has a workflow for a release and one for a pull request, and both use the Action', () => {
  expect(examples.map(({ on }) => on)).toEqual([{ push: { tags: ['v*'] } }, 'pull_request'])
  for (const example of examples) expect(stepsOf(example).filter(ours)).toHaveLength(1)
})

test('every input of an example is one that the Action has, and its value is accepted', () => {
  for (const step of all.flatMap(stepsOf).filter(ours))
    for (const [name, value] of Object.entries(step.with ?? {})) {
      const input = INPUTS[name as keyof typeof INPUTS]
      expect(input?.doors).toContain('action')
      // What an expression gives is known at run time only.
      if (!String(value).includes('${{')) expect(() => input.parse(String(value))).not.toThrow()
    }
})

test('examples give no more than they need: rights per job, actions by commit, no credentials left in the checkout', () => {
  for (const example of all) {
    expect(example.permissions).toBeDefined()
    for (const [name, right] of Object.entries(example.permissions ?? {})) expect([name, right]).toEqual([name, 'read'])
    for (const step of stepsOf(example)) {
      // What is run is text of the workflow alone: what comes from elsewhere is a variable.
      if (step.run !== undefined) expect(step.run).not.toContain('${{')
      else expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@SHA$/)
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with).toMatchObject({ 'persist-credentials': false })
    }
  }
})

test('a fan-out gives the right to publish to the one job that does', () => {
  const [workflow, ...others] = fanOut
  expect(others).toEqual([])
  const rights = Object.entries(workflow?.jobs ?? {}).map(([name, { permissions }]) => [name, permissions])
  expect(Object.fromEntries(rights)).toEqual({
    plan: { contents: 'read' },
    build: { contents: 'read' },
    release: { contents: 'write', 'id-token': 'write', attestations: 'write' }
  })
})

test('of two jobs the one that proves has no secret, and the one that signs has the rights, an approval, and one run at a time', () => {
  expect(others).toEqual([])
  const { prove, release } = twoJobs?.jobs ?? {}
  expect(prove?.permissions).toEqual({ contents: 'read' })
  expect(prove?.steps.find(ours)?.with).toMatchObject({ command: 'gate', token: '', sign: 'none' })
  expect(JSON.stringify(prove)).not.toMatch(/secrets\.|environment/)
  expect(release).toMatchObject({
    ...{ needs: 'prove', if: '${{ !cancelled() }}', environment: 'release' },
    concurrency: { group: 'slipway-release', 'cancel-in-progress': false },
    permissions: { contents: 'write', 'id-token': 'write', attestations: 'write' }
  })
  // Nothing of the release happens where nothing was proved.
  expect(release?.steps[0]).toMatchObject({
    if: "needs.prove.result != 'success'",
    run: expect.stringMatching(/exit 1\n$/) as unknown
  })
  expect(release?.steps.find(ours)?.with).toMatchObject({ command: 'release', verdicts: '${{ runner.temp }}/verdicts' })
})

test('the release example fetches tags in the way that works when a tag started the run', () => {
  // With fetch-tags, actions/checkout before 6.0.2 ends with "Cannot fetch both" (actions/checkout#1467).
  const [checkout] = examples.flatMap(stepsOf)
  expect(checkout?.with).toMatchObject({ 'fetch-depth': 0 })
  expect(checkout?.with).not.toHaveProperty('fetch-tags')
})

test('action.yml has the inputs and outputs of the one list, and runs the bundle', async () => {
  const action = parse(await read('action.yml')) as {
    inputs: Record<string, { default: string }>
    outputs: object
    runs: object
  }
  const shown = Object.entries(INPUTS).filter(([, { doors }]) => (doors as readonly string[]).includes('action'))
  expect(Object.keys(action.inputs)).toEqual(shown.map(([name]) => name))
  expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS))
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js', post: 'dist/action/post.js' })
})
