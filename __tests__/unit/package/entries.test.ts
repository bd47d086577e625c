import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { orderEntries, type ArchiveEntry } from '../../../src/package/entries.ts'

const entry = (name: string): ArchiveEntry => ({ name, bytes: new Uint8Array(), executable: false })
const order = (...names: readonly string[]): readonly string[] => orderEntries(names.map(entry)).map(({ name }) => name)

test('entries are ordered by code units, as no language orders words', () => {
  expect(order('b', 'a/z', 'Z', 'ä', 'a-b', 'a.b', '10', '9')).toStrictEqual([
    '10',
    '9',
    'Z',
    'a-b',
    'a.b',
    'a/z',
    'b',
    'ä'
  ])
})

test('entries come out in one order, whatever order they came in', () => {
  const names = ['mesh', 'LICENSE', 'README.md', 'docs/a.md', 'docs/b.md']
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      expect(order(...shuffled)).toStrictEqual(order(...names))
    })
  )
})

describe('an archive is refused that would hold', () => {
  test.each([
    [['/etc/passwd'], /empty part/],
    [['a//b'], /empty part/],
    [['a/'], /empty part/],
    [[''], /empty part/],
    [['../a'], /part "\." or "\.\."/],
    [['a/../../b'], /part "\." or "\.\."/],
    [['./a'], /part "\." or "\.\."/],
    [['..\\a'], /backslash/],
    [['C:evil'], /drive/],
    [['a\nb'], /control character/],
    [['a\0'], /control character/],
    [['\ud800'], /not Unicode/],
    [['x'.repeat(241)], /longer than 240 bytes/],
    [['a', 'b', 'a'], /"a" twice/],
    [['README.md', 'readme.md'], /"README.md" and "readme.md": they differ in case only/],
    [['\u00e9', 'e\u0301'], /differ in case only/],
    [['a', 'a/b'], /file and a folder/],
    [['A/b', 'a'], /file and a folder/]
  ])('%j', (names, message) => {
    expect(() => order(...names)).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(message) })
    )
  })
})
