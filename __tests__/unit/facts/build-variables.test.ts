import { expect, test } from '@jest/globals'
import { readBuildVariables } from '../../../src/facts/build-variables.ts'

const env = { A: 'one', B: '', LONG: 'x'.repeat(2001), TWO: 'a\nb', HELD: 'is canary!', SHORT: 'abc' }

test('values are those of the environment', () => {
  expect(readBuildVariables(env, ['A', 'SHORT'], ['canary', 'ab'])).toEqual({ A: 'one', SHORT: 'abc' })
})

test.each([
  [['A', 'B', 'C'], /names \{env\.B\}, \{env\.C\}, and those variables are not set, or empty/],
  [['LONG'], /longer than 2000 characters or more than one line/],
  [['TWO'], /longer than 2000 characters or more than one line/],
  [['HELD'], /\{env\.HELD\}, and its value holds a secret of this job/],
  [['SHORT'], /holds a secret/]
])('%j: refused', (names, why) => {
  expect(() => readBuildVariables(env, names, ['canary', 'abc'])).toThrow(why)
})
