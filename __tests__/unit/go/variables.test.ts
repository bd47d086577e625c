import { expect, test } from '@jest/globals'
import { findVariableType } from '../../../src/go/variables.ts'

test.each([
  { source: 'var version string', type: 'string' },
  { source: 'var version = "dev"', type: 'string' },
  { source: 'var version = `dev` // of the build', type: 'string' },
  { source: 'var commit, version string', type: 'string' },
  { source: 'var (\n\tcommit = "none"\n\tversion   = "dev"\n)', type: 'string' },
  { source: 'var (\n\tversion string // set by the linker\n)', type: 'string' },
  { source: 'var version = sync.OnceValue(func() string { return "x" })', type: 'other' },
  { source: 'var version = func() string { return "x" }', type: 'other' },
  { source: 'var version *string', type: 'other' },
  { source: 'var version func() string', type: 'other' },
  { source: 'var (\n\tversion = 3\n)', type: 'other' },
  { source: 'var version []string', type: 'other' },
  { source: 'var version = buildVersion()', type: 'called' },
  { source: 'var version string = info.Version()', type: 'called' },
  { source: 'var version string = other', type: 'string' },
  { source: 'var version = string(other)', type: 'unknown' },
  { source: 'var commit, version = one()', type: 'unknown' },
  { source: 'func main() {\n\tvar version int\n\tversion := 3\n}', type: undefined },
  { source: 'const version = "1"', type: undefined },
  { source: '// var version int', type: undefined },
  { source: 'var versions int', type: undefined }
])('$source is seen as $type', ({ source, type }) => {
  expect(findVariableType(`package main\n\n${source}\n`, 'version')).toBe(type)
})
