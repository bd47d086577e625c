import { expect, test } from '@jest/globals'
import { acceptBreaks, acceptInTrial, listAccepted } from '../../../src/model/accepted-break.ts'
import type { Check, Trial, Verdict } from '../../../src/model/nouns.ts'

const TRIAL: Trial = { suite: 'crd', kubernetes: '1.37', with: { baseline: null } }
const failed = (claim: string): Check => ({ claim, outcome: 'failed', seen: 'gone' })
const verdict = (trial: Trial, ...checks: readonly Check[]): Verdict => ({
  ...{ trial, outcome: 'failed', cluster: undefined, checks, ms: 1 }
})
const entry = { suite: 'crd', claim: 'a of N keeps spec.b for clients of N-1', reason: 'announced in v1.4' }

test('a break that is accepted stays in the report with its reason, and fails nothing', () => {
  const found = acceptBreaks(verdict(acceptInTrial(TRIAL, [entry]), failed(entry.claim)))
  expect(found.outcome).toBe('passed')
  expect(listAccepted(found)).toEqual([{ ...failed(entry.claim), outcome: 'passed', accepted: 'announced in v1.4' }])
})

test('it accepts the one break of the one suite: another one still fails', () => {
  const trial = acceptInTrial(TRIAL, [entry])
  expect(acceptBreaks(verdict(trial, failed(entry.claim), failed('another'))).outcome).toBe('failed')
  expect(acceptInTrial(TRIAL, [{ ...entry, suite: 'smi' }])).toBe(TRIAL)
  expect(acceptBreaks(verdict(TRIAL, failed(entry.claim))).outcome).toBe('failed')
})

test('one that happens no more is told; a verdict over nothing does not pass by it', () => {
  const trial = acceptInTrial(TRIAL, [entry])
  const held: Check = { claim: 'all well', outcome: 'passed', seen: 'so' }
  expect(acceptBreaks(verdict(trial, held))).toMatchObject({
    outcome: 'passed',
    checks: [
      held,
      { claim: `The accepted break "${entry.claim}" was looked for`, seen: expect.stringContaining('any more') }
    ]
  })
  expect(acceptBreaks(verdict(trial)).outcome).toBe('failed')
})
