import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { encodeTag } from '../../../../src/adapters/folder/place.ts'

describe('tags as folders', () => {
  const tags = fc.string({ unit: fc.constantFrom(...'aA./%-+ \\lé:2F'), minLength: 1, maxLength: 6 })

  test('two tags never share a folder', () => {
    fc.assert(
      fc.property(tags, tags, (a, b) => {
        expect(encodeTag(a) === encodeTag(b)).toBe(a === b)
      })
    )
  })

  test('a folder is never hidden, never elsewhere, and has a plain name', () => {
    fc.assert(
      fc.property(tags, (tag) => {
        expect(encodeTag(tag)).toMatch(/^[A-Za-z0-9_+%][A-Za-z0-9._+%-]*$/)
      })
    )
  })

  test.each([
    ['v1.0.0', 'v1.0.0'],
    ['module/v1.0.0+meta', 'module%2Fv1.0.0+meta'],
    ['..', '%2E%2E'],
    ['latest', '%6Catest'],
    ['nul', '%6Eul'],
    ['ü', '%C3%BC']
  ])('the tag %s is kept in %s', (tag, name) => {
    expect(encodeTag(tag)).toBe(name)
  })
})
