import { expect, test } from '@jest/globals'
import { readLastLines } from '../../../../../src/suites/workload/deployment/pods.ts'
import { type Runner } from '../../../../../src/suites/workload/deployment/runner.ts'

const LOST = 'unable to retrieve container logs for containerd://8f32defd'

/** A subject whose pod answers each question for its log with the next of these. */
const subject = (answers: string[]): { subject: Runner; asked: unknown[] } => {
  const asked: unknown[] = []
  const call = (_: string, path: string, { query }: { query?: unknown } = {}) => {
    asked.push([path, query])
    return Promise.resolve({ status: 200, body: { text: answers.shift() ?? '' }, warnings: [] })
  }
  return { subject: { api: { call }, namespace: 'ns', kind: 'Deployment' } as unknown as Runner, asked }
}
const never = new AbortController().signal

test('the log of the container that ended comes before that of the one that runs', async () => {
  expect(await readLastLines(subject(['the end', 'the start']).subject, 'pod', never)).toBe('the end')
  expect(await readLastLines(subject(['', 'the start']).subject, 'pod', never)).toBe('the start')
  expect(await readLastLines(subject([]).subject, 'pod', never)).toBe('')
})

test('a log that is gone between two starts is asked for again, and its notice is no log', async () => {
  const { subject: between, asked } = subject([LOST, '', 'exit status 3'])
  expect(await readLastLines(between, 'pod', never)).toBe('exit status 3')
  expect(asked).toHaveLength(3)
  expect(await readLastLines(subject([LOST, 'the new one']).subject, 'pod', never)).toBe('the new one')
})
