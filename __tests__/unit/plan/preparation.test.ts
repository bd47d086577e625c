import { expect, test } from '@jest/globals'
import type { PrepareStep } from '../../../src/model/preparation.ts'
import { chooseProgram, listStepNotes, refuseSteps } from '../../../src/plan/preparation.ts'

const committed = ['cmd/main.go', 'web', 'cmd/ui/kept.html'].map((path) => ({ path, mode: '100644', object: '' }))
const step = (makes: readonly string[], more: Partial<PrepareStep> = {}): PrepareStep => ({
  ...{ run: ['make', 'ui'], makes, network: false },
  ...more
})

test.each([
  { makes: ['main.go'], says: 'prepare[0] (make ui) makes main.go, and git already holds it' },
  { makes: ['main.go/x'], says: 'makes main.go/x, and git already holds cmd/main.go' },
  { makes: ['vendor'], says: 'makes vendor, which no step may make' },
  { makes: ['vendor/a'], says: 'which no step may make' },
  { makes: ['go.mod'], says: 'which no step may make' },
  { makes: ['slipway.yaml'], says: 'which no step may make' },
  { makes: ['ui/.git/config'], says: 'which no step may make' },
  { makes: ['ui', 'ui'], says: 'prepare[0] and prepare[0] both make ui' },
  { makes: [], says: 'no step of prepare in slipway.yaml makes anything' }
])('a step that makes $makes is refused before it runs', ({ makes, says }) => {
  expect(() => refuseSteps([step(makes)], 'cmd', committed)).toThrow(
    expect.objectContaining({ kind: 'input', message: expect.stringContaining(says) })
  )
})

test('a folder that holds files of the commit may get more, and a step may make nothing where another makes something', () => {
  expect(() => refuseSteps([step([]), step(['ui'])], 'cmd', committed)).not.toThrow()
  expect(() => refuseSteps([step([], { stdout: 'man/x.1' })], 'cmd', committed)).not.toThrow()
})

test('{program} is the only one, and one of several is named', () => {
  expect(chooseProgram(undefined, ['tool'])).toBe('tool')
  expect(chooseProgram('b', ['a', 'b'])).toBe('b')
  expect(() => chooseProgram(undefined, ['a', 'b'])).toThrow('this module has 2: a, b')
  expect(() => chooseProgram('c', ['a', 'b'])).toThrow('runs {program:c}, which is not built')
})

test.each([
  { isolated: 'none', dirty: 0, says: ['run on this machine as it is: nothing keeps them from your files'] },
  { isolated: 'user', dirty: 0, says: ['which does not keep them from the network'] },
  { isolated: 'bubblewrap', dirty: 2, says: ['see the files of the commit, and none of your changes'] },
  { isolated: 'bubblewrap', dirty: 0, says: [] }
])('isolated by $isolated with $dirty changes, a person is told', ({ isolated, dirty, says }) => {
  const notes = listStepNotes([step(['ui'])], { isolated, dirty })
  expect(notes).toEqual(says.map((text) => expect.stringContaining(text)))
})
