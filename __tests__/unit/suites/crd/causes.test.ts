import { expect, test } from '@jest/globals'
import { parseCrds, type Crd } from '../../../../src/crds/source.ts'
import { explains, joinByCause } from '../../../../src/suites/crd/causes.ts'
import { evidence } from '../../../../src/suites/evidence.ts'
import { widgets } from '../../../fakes/cluster/crd-mutations.ts'

const [crd] = parseCrds([{ path: 'crd.json', text: JSON.stringify(widgets()) }]) as [Crd]
const gone = { breaks: true, where: 'v1: spec.labels', says: 'is gone: its values are pruned' }
const goneToo = { ...gone, where: 'v1beta1: spec.labels' }

test.each([
  ['spec.labels', 'spec.labels', true],
  ['spec.labels', 'spec.labels.tier', true],
  ['spec.steps[].pause', 'spec.steps[0].pause', true],
  ['spec.labels.*', 'spec.labels.example-0', true],
  ['the root', 'spec.anything', true],
  ['spec.label', 'spec.labels', false],
  ['spec.labels', 'spec', false],
  ['spec.labels', '?', false]
])('a change of %s is why %s shows a fault: %s', (what, fault, expected) => {
  expect(explains(what, fault)).toBe(expected)
})

test('one field that goes in two versions, seen by three checks, is one failure with its remedy', async () => {
  const proof = evidence()
  await proof.check('it is taken', 'x', async () => ({ ok: true, seen: 'so' }))
  for (const claim of ['read with N', 'made by N', 'read back'])
    await proof.check(claim, 'y', async () => ({ ok: false, seen: `no: ${claim}`, faults: ['spec.labels.tier'] }))
  const [failure, held, ...others] = joinByCause(proof, { changes: [gone, goneToo], before: crd, after: crd }, 'diff')
  expect(failure).toMatchObject({
    claim: 'widgets.example.com of N keeps spec.labels for clients of N-1',
    outcome: 'failed',
    seen: expect.stringMatching(/\(in v1, v1beta1\)\. Keep the field and serve it.*\n.*\n- not so: read with N/)
  })
  expect(failure?.seen).toContain('- not so: read back')
  expect(held?.claim).toBe('it is taken')
  expect(others).toEqual([])
})

test('a failure that also shows something else stands by itself', async () => {
  const proof = evidence()
  await proof.check('both', 'y', async () => ({ ok: false, seen: 'no', faults: ['spec.labels', 'spec.image'] }))
  await proof.check('unknown', 'y', async () => ({ ok: false, seen: 'no' }))
  const joined = joinByCause(proof, { changes: [gone], before: crd, after: crd }, 'diff')
  expect(joined.map(({ claim }) => claim)).toEqual([
    'widgets.example.com of N keeps spec.labels for clients of N-1',
    'both',
    'unknown'
  ])
})

test('without a rule that judges, the first failure stands for those about the same fields, with what changed there', async () => {
  const proof = evidence()
  for (const claim of ['made by N', 'updated by N'])
    await proof.check(claim, 'y', async () => ({ ok: false, seen: 'no', faults: ['spec.schedule'] }))
  const told = { breaks: false, where: 'v1: spec.schedule', says: 'pattern "a" became "b"' }
  expect(joinByCause(proof, { changes: [told], before: crd, after: crd }, 'diff')).toMatchObject([
    { claim: 'made by N', seen: expect.stringMatching(/pattern "a" became "b"\n.*\n- not so: updated by N/) }
  ])
})
