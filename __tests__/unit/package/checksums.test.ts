import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatChecksums, parseChecksums, type Checksum } from '../../../src/package/checksums.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const read = (text: string): readonly Checksum[] => parseChecksums(Buffer.from(text))

test('checksums.txt has a line a file, by name, as sha256sum writes them', () => {
  const text = formatChecksums([
    { name: 'mesh_1.0.0_linux_amd64.tar.gz', sha256: A },
    { name: 'a b.json', sha256: B },
    { name: 'Z.txt', sha256: A }
  ])
  expect(text).toBe(`${A}  Z.txt\n${B}  a b.json\n${A}  mesh_1.0.0_linux_amd64.tar.gz\n`)
  expect(read(text)).toHaveLength(3)
})

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const name = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => /^[^\s*/\\\p{Cc}\ufeff]+$/u.test(text) && !/^\.\.?$/.test(text))

test('what is written is read back, whatever the names', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ name, sha256: hex }), { selector: (file) => file.name, minLength: 1 }),
      (files) => {
        const found = read(formatChecksums(files))
        expect(new Map(found.map((file) => [file.name, file.sha256]))).toEqual(
          new Map(files.map((file) => [file.name, file.sha256]))
        )
        expect(formatChecksums(found)).toBe(formatChecksums(files))
      }
    )
  )
})

describe('a checksum file is refused', () => {
  test.each([
    ['when it is empty', '', /empty/],
    ['with carriage returns', `${A}  x\r\n`, /line 1 ends with a carriage return/],
    ['with a byte order mark', `\ufeff${A}  x\n`, /byte order mark/],
    ['with a binary mark', `${A} *x\n`, /line 1 marks x as binary/],
    ['with upper-case hex', `${A.toUpperCase()}  x\n`, /upper-case/],
    ['with a name twice', `${A}  x\n${A}  x\n`, /line 2 names x again/],
    ['with a path', `${A}  dist/x\n`, /it has a path/],
    ['with a way out', `${A}  ..\n`, /not the name of a file/],
    ['with a backslash', `${A}  a\\b\n`, /it has a path/],
    ['with an escaped name', `\\${A}  a\\nb\n`, /line 1 is not/],
    ['with one space', `${A} x\n`, /line 1 is not/],
    ['with three spaces', `${A}   x\n`, /begins or ends with a space/],
    ['with a short sum', `${A.slice(1)}  x\n`, /line 1 is not/],
    ['with a line without a name', `${A}  \n`, /line 1 is not/],
    ['with an empty line', `${A}  x\n\n`, /line 2 is not/],
    ['with a comment', `# sums\n${A}  x\n`, /line 1 is not/],
    ['with a control character', `${A}  x\u0007\n`, /a character that no name has/],
    ['when it is cut off', `${A}  x\n${B}  y`, /its last line has no end/],
    ['in the form of BSD', `SHA256 (x) = ${A}\n`, /line 1 is not/]
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ kind: 'verification', message: expect.stringMatching(message) })
    )
  })

  test('when it is not UTF-8', () => {
    expect(() => parseChecksums(Buffer.from(`${A}  \u{ff}\n`, 'latin1'))).toThrow(/not UTF-8/)
  })

  test('or read as exactly what would be written, whatever its bytes', () => {
    const line = fc.tuple(
      fc.constantFrom(A, B, A.toUpperCase()),
      fc.constantFrom('  ', ' *', ' '),
      fc.string({ maxLength: 4 }),
      fc.constantFrom('\n', '\r\n', '')
    )
    const text = fc
      .array(line, { maxLength: 4 })
      .map((lines) => Buffer.from(lines.map((parts) => parts.join('')).join('')))
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array()), (bytes) => {
        let files: readonly Checksum[]
        try {
          files = parseChecksums(bytes)
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure', kind: 'verification' })
          return
        }
        const sorted = (lines: string): readonly string[] => lines.split('\n').sort()
        expect(sorted(formatChecksums(files))).toStrictEqual(sorted(Buffer.from(bytes).toString('utf8')))
      })
    )
  })
})

test.each([
  [{ name: 'a/b', sha256: A }, /it has a path/],
  [{ name: 'a\nb', sha256: A }, /no name has/],
  [{ name: '', sha256: A }, /not the name of a file/],
  [{ name: 'x', sha256: 'A'.repeat(64) }, /is not the SHA-256 of x/]
])('nothing is written for %j', (file, message) => {
  expect(() => formatChecksums([file])).toThrow(
    expect.objectContaining({ kind: 'input', message: expect.stringMatching(message) })
  )
})

test('nothing is written for a name that is there twice', () => {
  expect(() =>
    formatChecksums([
      { name: 'x', sha256: A },
      { name: 'x', sha256: A }
    ])
  ).toThrow(/twice/)
})
