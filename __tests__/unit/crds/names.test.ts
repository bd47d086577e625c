import { expect, test } from '@jest/globals'
import { makeName, readNameRules } from '../../../src/crds/names.ts'

const rule = (text: string) => ({ 'x-kubernetes-validations': [{ rule: text }] })

test.each([
  ["self.metadata.name == 'default'", ['default']],
  ['self.metadata.name == "tigera-secure"', ['tigera-secure']],
  ["'default' == self.metadata.name", ['default']],
  ["self.metadata.name in ['a', 'b']", ['a', 'b']],
  ["self.metadata.name == 'default' || self.metadata.name == 'other'", ['default', 'other']],
  ['size(self.spec.x) > 0', []]
])('%s: the names that there may be', (text, fixed) => {
  expect(readNameRules(rule(text)).fixed).toEqual(fixed)
})

test.each([
  ['size(self.metadata.name) <= 8', /^.{1,8}$/],
  ['self.metadata.name.size() < 5', /^.{1,4}$/],
  ["self.metadata.name.startsWith('team-')", /^team-/],
  ["self.metadata.name.endsWith('-x')", /-x$/],
  ["self.metadata.name.matches('^[a-z]+$')", /^[a-z]+$/]
])('%s: names are made by it, and differ', (text, fits) => {
  const rules = readNameRules(rule(text))
  const names = ['old-v1-full-kept', 'old-v1-full-touched', 'old-v1-choice-1-kept', 'old-v1beta1-choice-1-kept'].map(
    (wanted) => makeName(rules, wanted)
  )
  expect(names.filter((name) => !fits.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('the schema of metadata counts too', () => {
  const schema = { properties: { metadata: { properties: { name: { maxLength: 6, pattern: '^[a-z0-9]+$' } } } } }
  expect(makeName(readNameRules(schema), 'old-v1-full-kept')).toMatch(/^[a-z0-9]{1,6}$/)
})
