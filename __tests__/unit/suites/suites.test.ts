import { describe, expect, test } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs.ts'
import { UNSAID, SUITES, findSuite } from '../../../src/suites/suites.ts'
import type { Suite } from '../../../src/suites/suite.ts'

const all: readonly Suite[] = SUITES

test('each suite has a name and a key of slipway.yaml of its own', () => {
  const keys = all.flatMap(({ settings }) => (settings ? [settings.key] : []))
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(new Set([...keys, ...Object.keys(INPUTS), 'name', 'builds', 'archive']).size).toBe(
    keys.length + Object.keys(INPUTS).length + 3
  )
  expect(Object.keys(UNSAID)).toEqual(keys)
})

test('a suite is found by its name, and a name that nobody has is a bug', () => {
  for (const suite of all) expect(findSuite(suite.name)).toBe(suite)
  expect(() => findSuite('toy')).toThrow('there is no suite toy')
})

describe.each(all.filter(({ settings }) => settings).map((suite) => [suite.name, suite] as const))('%s', (_, suite) => {
  test('reads of a slipway.yaml that says nothing what it takes where there is no such file', async () => {
    const schema = await suite.settings?.schema()
    expect(schema?.parse(undefined)).toEqual(suite.settings?.none)
  })
})
