import { describe, expect, test } from '@jest/globals'
import { cutImportSection } from '../../../src/go/import-section.ts'

const FILE = `//go:build linux

// Package x.
package x

// #cgo LDFLAGS: -lfoo
import "C"

import (
	"fmt" // func
	y \`example.com/type\`
	. "example.com/dot"
	_ "embed"
)

/* func commented() {} */
func main() { fmt.Println("a") }
`

describe('the import section of a Go file', () => {
  test('stays when a function changes, gets longer or goes', () => {
    const before = cutImportSection(FILE)
    expect(before).toContain('. "example.com/dot"')
    expect(before).not.toContain('Println')
    expect(cutImportSection(FILE.replace('"a"', '"b"'))).toBe(before)
    expect(cutImportSection(`${FILE}\nvar z = "import \\"q\\""\n`)).toBe(before)
  })

  test.each([
    ['a build constraint', 'linux', 'darwin'],
    ['the package', 'package x', 'package y'],
    ['a setting of cgo', '-lfoo', '-lbar'],
    ['an import', '"fmt"', '"os"'],
    ['an import in back quotes', 'example.com/type', 'example.com/typo'],
    ['the name of an import', '. "example.com/dot"', 'd "example.com/dot"']
  ])('changes with %s', (_, from, to) => {
    expect(cutImportSection(FILE.replace(from, to))).not.toBe(cutImportSection(FILE))
  })

  test('changes with a file to embed, wherever it stands', () => {
    const embedding = (file: string) => `${FILE}\n//go:embed ${file}\nvar content string\n`
    expect(cutImportSection(embedding('a.txt'))).not.toBe(cutImportSection(embedding('b.txt')))
    expect(cutImportSection(embedding('a.txt'))).not.toBe(cutImportSection(FILE))
  })

  test('is the whole file where nothing is declared, and where it cannot be read', () => {
    expect(cutImportSection('package main\n')).toBe('package main\n')
    const broken = 'package main\nimport "fmt\n\nfunc main() {}\n'
    expect(cutImportSection(broken)).toBe(broken)
    expect(cutImportSection('package main /* open\nfunc main() {}')).toBe('package main /* open\nfunc main() {}')
  })

  test('sees an import behind a semicolon, after a byte order mark and with Windows line ends', () => {
    const one = '\uFEFFpackage main; import "fmt"; func main() {}\r\n'
    expect(cutImportSection(one)).toBe('\uFEFFpackage main; import "fmt"; ')
    expect(cutImportSection(FILE.replaceAll('\n', '\r\n'))).toContain('example.com/dot')
  })
})
