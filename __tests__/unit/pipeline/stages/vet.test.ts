import { expect, test } from '@jest/globals'
import { parseVetFindings } from '../../../../src/pipeline/stages/vet.ts'

const said = (name: string, posn: string, message = 'wrong'): string =>
  `${JSON.stringify({ [name]: { printf: [{ posn, end: posn, message }] } }, null, '\t')}\n`
const plan = { module: 'example.com/tool', moduleDir: 'go' }

test.each([
  ['of the module itself', 'example.com/tool', '/work/tool/go/main.go:6:14', 'go/main.go'],
  ['of a package', 'example.com/tool/cmd/x', '/work/tool/go/cmd/x/x.go:6:14', 'go/cmd/x/x.go'],
  ['of its tests', 'example.com/tool/lib [example.com/tool/lib.test]', '/w/lib/lib_test.go:6:14', 'go/lib/lib_test.go'],
  ['of tests outside of it', 'example.com/tool/lib_test [x.test]', '/w/lib/ext_test.go:6:14', 'go/lib/ext_test.go'],
  ['of a folder that is called so', 'example.com/tool/a_test', '/w/a_test/a.go:6:14', 'go/a_test/a.go'],
  ['on Windows', 'example.com/tool/lib', 'D:\\w\\tool\\go\\lib\\a.go:6:14', 'go/lib/a.go']
])('what go vet finds in a file %s is on its line here, whichever folder it was seen in', (_, name, posn, file) => {
  expect(parseVetFindings(`# a word\n${said(name, posn)}`, plan)).toEqual([
    { rule: 'go', severity: 'error', file, line: 6, column: 14, message: 'wrong' }
  ])
})

test('findings of all packages are told, and nothing of packages without any', () => {
  const all = ['{}\n', said('example.com/tool', '/w/a.go:1:1'), said('example.com/tool/b', '/w/b/b.go:2:2')]
  expect(parseVetFindings(all.join(''), plan).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'go/a.go:1',
    'go/b/b.go:2'
  ])
})
