import { expect, test } from '@jest/globals'
import { parsePointer } from '../../../src/source/lfs.ts'

const OID = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393'
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${OID}\nsize 12345\n`

test.each([
  { what: 'as git-lfs writes it', text: POINTER },
  { what: 'of its first days', text: POINTER.replace('git-lfs', 'hawser') },
  { what: 'with an extension', text: POINTER.replace('oid', `ext-0-foo sha256:${OID}\noid`) },
  { what: 'with other line ends', text: POINTER.replaceAll('\n', '\r\n') }
])('a pointer $what is read', ({ text }) => {
  expect(parsePointer(Buffer.from(text))).toEqual({ sha256: OID, size: 12345 })
})

test.each([
  { what: 'an empty file', text: '' },
  { what: 'a text about pointers', text: `See ${POINTER}` },
  { what: 'one without a size', text: POINTER.replace(/size.*/, '') },
  { what: 'one without a digest', text: POINTER.replace('sha256', 'sha512') },
  { what: 'a file that is longer than any', text: `${POINTER}${' '.repeat(1024)}` }
])('$what is none', ({ text }) => {
  expect(parsePointer(Buffer.from(text))).toBeUndefined()
})
