import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { computeHash1 } from '../../../../src/adapters/toolchain/dirhash.ts'

const file = (name: string, content: string) => ({ name, sha256: createHash('sha256').update(content).digest('hex') })

describe('the h1 sum', () => {
  test('is what the go command reports for the go.mod of golang.org/toolchain', () => {
    // GoModSum of `go mod download -json golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64`.
    expect(computeHash1([file('go.mod', 'module golang.org/toolchain\n')])).toBe(
      'h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0='
    )
  })

  test('does not depend on the order of the files', () => {
    const names = fc.uniqueArray(
      fc.string().filter((name) => !name.includes('\n')),
      { minLength: 1 }
    )
    fc.assert(
      fc.property(names, (given) => {
        const files = given.map((name) => file(name, name))
        expect(computeHash1(files.toReversed())).toBe(computeHash1(files))
      })
    )
  })

  test('sorts by bytes as Go does, not by UTF-16 units', () => {
    // U+FF5E comes before U+1F600 in UTF-8 and after it in UTF-16.
    const [low, high] = [file('\uFF5E', 'a'), file('\u{1F600}', 'b')]
    const lines = `${low.sha256}  \uFF5E\n${high.sha256}  \u{1F600}\n`
    expect(computeHash1([high, low])).toBe(`h1:${createHash('sha256').update(lines).digest('base64')}`)
  })

  test('changes with a name and with a content', () => {
    const sums = [[file('a', 'x')], [file('b', 'x')], [file('a', 'y')], [file('a', 'x'), file('b', 'x')]].map(
      computeHash1
    )
    expect(new Set(sums).size).toBe(4)
  })

  test('refuses a name with a newline, as Go does', () => {
    expect(() => computeHash1([file('a\nb', '')])).toThrow('newline')
  })
})
