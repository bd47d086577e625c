import { expect, test } from '@jest/globals'
import { chooseGo, DEFAULT_GO, parseGoMod } from '../../../src/go/go-mod.ts'
import { compareGo } from '../../../src/go/version.ts'

const mod = (go: string, toolchain?: string) => ({ module: 'example.com/m', go, toolchain })

test('module, go and toolchain lines are read past comments, quotes and blocks', () => {
  const text =
    '// a comment\r\nmodule "example.com/odd" // why\r\n\r\ngo 1.24.0\r\ntoolchain go1.26.8\r\nrequire (\n\tgo.uber.org/zap v1.0.0\n)\n'
  expect(parseGoMod(text, 'go.mod')).toEqual({ module: 'example.com/odd', go: '1.24.0', toolchain: 'go1.26.8' })
  expect(() => parseGoMod('go 1.24\n', 'sub/go.mod')).toThrow('sub/go.mod has no module line')
  expect(() => parseGoMod('module a b\n', 'go.mod')).toThrow(
    'go.mod has a module line that cannot be read: "module a b"'
  )
})

test.each([
  [mod('1.24.0', 'go1.26.1'), 'go.mod', 'go1.26.1', 'toolchain line'],
  [mod('1.25.3'), 'go.mod', 'go1.25.3', 'go line'],
  [mod('1.19'), 'go.mod', DEFAULT_GO, 'language version'],
  [mod('1.25'), 'go.mod', DEFAULT_GO, 'language version'],
  [mod(''), 'go.mod', DEFAULT_GO, 'no go line'],
  [mod('1.25.3', 'default'), 'go.mod', 'go1.25.3', 'go line'],
  [mod('1.25.3', 'go1.25.3'), 'go.mod', 'go1.25.3', 'toolchain line'],
  [mod('1.25.3', 'go1.24.9'), 'go.mod', 'go1.25.3', 'newer than its toolchain line go1.24.9'],
  [mod('1.26.0', 'go1.26rc2'), 'go.mod', 'go1.26.0', 'newer than its toolchain line go1.26rc2'],
  [mod('1.26', 'go1.26rc2'), 'go.mod', 'go1.26rc2', 'toolchain line'],
  [mod('1.26rc2'), 'go.mod', 'go1.26rc2', 'go line'],
  [mod('1.25', 'go1.24.9'), 'go.mod', DEFAULT_GO, 'newer than its toolchain line go1.24.9'],
  [mod('1.25.3', 'go1.26.1'), 'go1.26.8', 'go1.26.8', 'go-version']
])('%j with go-version %s is built by %s', (lines, asked, version, why) => {
  const chosen = chooseGo(lines, asked)
  expect(chosen.version).toBe(version)
  expect(chosen.why).toContain(why)
})

test('a Go that is older than the module asks for is refused before anything runs', () => {
  expect(() => chooseGo(mod('1.27'), 'go.mod')).toThrow(`go.mod needs go 1.27, and ${DEFAULT_GO} is older`)
  expect(() => chooseGo(mod('1.25.3'), 'go1.25.2')).toThrow('go1.25.2 is older')
  expect(() => chooseGo(mod('1.26.0'), 'go1.26rc2')).toThrow('go1.26rc2 is older')
})

test('Go versions are in the order in which the go command sees them', () => {
  const ascending = [
    '1.9',
    'go1.20rc1',
    'go1.20',
    'go1.20.1',
    '1.21',
    'go1.21beta1',
    'go1.21rc2',
    'go1.21.0',
    'go1.100'
  ]
  for (const [i, older] of ascending.entries()) {
    expect(compareGo(older, older)).toBe(0)
    for (const newer of ascending.slice(i + 1)) {
      expect([older, newer, Math.sign(compareGo(older, newer))]).toEqual([older, newer, -1])
      expect([newer, older, Math.sign(compareGo(newer, older))]).toEqual([newer, older, 1])
    }
  }
})
