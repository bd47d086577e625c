import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { findAdditions, findBreaks, PROMISES, readPromises, type Promises } from '../../scripts/promise.ts'

const promised = JSON.parse(readFileSync(PROMISES, 'utf8')) as Promises

test('nothing that docs/promise.json has is gone or narrower', () => {
  expect(findBreaks(promised, readPromises())).toEqual([])
})

test('what is new stands in docs/promise.json: node scripts/promise.ts writes it', () => {
  expect(findAdditions(promised, readPromises())).toEqual([])
})

test('keys, inputs, outputs and exit statuses are promised', () => {
  expect(Object.keys(promised)).toEqual(
    expect.arrayContaining([
      ...['slipway.yaml.archives[].format', 'slipway.yaml.archives[].spell.*', 'slipway.yaml.builds[].main'],
      ...['input targets', 'output checksums', 'exit status of input']
    ])
  )
})

describe('a break is told by its name', () => {
  const before: Promises = {
    'slipway.yaml.a': { takes: ['"x"', '"y"'], default: '"x"' },
    'slipway.yaml.a.b': { takes: ['string'] }
  }
  const a = { takes: ['"x"', '"y"'], default: '"x"' }
  const b = { takes: ['string'] }

  test.each<[string, Promises, string]>([
    ['a key that is gone', { 'slipway.yaml.a': a }, 'slipway.yaml.a.b is gone'],
    [
      'a value that is gone',
      { 'slipway.yaml.a': { ...a, takes: ['"x"'] }, 'slipway.yaml.a.b': b },
      'slipway.yaml.a no longer takes "y"'
    ],
    [
      'another default',
      { 'slipway.yaml.a': { ...a, default: '"y"' }, 'slipway.yaml.a.b': b },
      'the default of slipway.yaml.a was "x" and is "y"'
    ],
    [
      'a key that must be said',
      { 'slipway.yaml.a': a, 'slipway.yaml.a.b': { ...b, required: true } },
      'slipway.yaml.a.b must be said now'
    ],
    [
      'a new key that must be said',
      { 'slipway.yaml.a': a, 'slipway.yaml.a.b': b, 'slipway.yaml.a.c': { ...b, required: true } },
      'slipway.yaml.a.c is new, and must be said'
    ]
  ])('%s', (_, now, message) => {
    expect(findBreaks(before, now)).toEqual([message])
  })

  test('another form of a text is for a person to judge', () => {
    const now = { 'slipway.yaml.a': a, 'slipway.yaml.a.b': { ...b, form: '^x$' } }
    expect(findBreaks(before, now)).toEqual([])
    expect(findAdditions(before, now)).toEqual([
      'slipway.yaml.a.b has another form: see that it takes all that it took'
    ])
  })

  test('and an addition is none', () => {
    const now = { 'slipway.yaml.a': { ...a, takes: [...a.takes, '"z"'] }, 'slipway.yaml.a.b': b, 'slipway.yaml.c': b }
    expect(findBreaks(before, now)).toEqual([])
    expect(findAdditions(before, now)).toEqual(['slipway.yaml.a takes "z", which is new', 'slipway.yaml.c is new'])
  })
})
