import { expect, test } from '@jest/globals'
import type { Inspection } from '../../../src/go/inspect/binary.ts'
import { formatTargetName, parseTarget } from '../../../src/go/target.ts'
import { parseArchiveName, findProgramProblems, type ReleasedProgram } from '../../../src/verify/programs.ts'

const COMMIT = 'a'.repeat(40)
const program = (archive: string, settings: Readonly<Record<string, string>>): ReleasedProgram => ({
  archive,
  name: 'tool',
  found: {
    format: 'ELF',
    build: { goVersion: 'go1.26.8', path: 'x', main: undefined, deps: [], settings: new Map(Object.entries(settings)) }
  } as unknown as Inspection
})
const good = { GOOS: 'linux', GOARCH: 'amd64', GOAMD64: 'v1', 'vcs.revision': COMMIT, 'vcs.modified': 'false' }
const ARCHIVE = 'tool_1.2.3_linux_amd64.tar.gz'

test.each([
  'linux/amd64',
  'linux/arm/v7',
  'linux/amd64/v3',
  'linux/mips/softfloat',
  'linux/arm64/v8.1',
  'linux/riscv64/rva22u64',
  'windows/386'
])('the name of an archive for %s says so', (text) => {
  const target = parseTarget(text)
  expect(parseArchiveName(`my_tool_1.2.3-rc.1_${formatTargetName(target)}.zip`)).toEqual({
    version: '1.2.3-rc.1',
    target
  })
})

test.each(['tool.tar.gz', 'tool_linux_amd64.tar.gz', 'tool_1.2.3_linux_amd64.cdx.json', 'notes_1.2.3.zip'])(
  '%s says nothing of a target',
  (name) => {
    expect(parseArchiveName(name)).toBeUndefined()
  }
)

test('programs that are what their archives are named for leave nothing to say', () => {
  expect(findProgramProblems([ARCHIVE], [program(ARCHIVE, good)], { version: '1.2.3', commit: COMMIT })).toEqual([])
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['for another system', { GOOS: 'darwin' }, /tool in tool_1\.2\.3_linux_amd64\.tar\.gz is not for linux\/amd64/],
  ['for another processor', { GOARCH: 'arm64' }, /is not for linux\/amd64/],
  ['for a newer processor than its archive says', { GOAMD64: 'v3' }, /is not for linux\/amd64/],
  ['of another commit', { 'vcs.revision': 'b'.repeat(40) }, /is of commit b{40}, not of a{40}/],
  ['of a changed work tree', { 'vcs.modified': 'true' }, /was built from a changed work tree/]
])('a program %s is told', (_, change, message) => {
  const wrong = findProgramProblems([ARCHIVE], [program(ARCHIVE, { ...good, ...change })], { commit: COMMIT })
  expect(wrong).toEqual([expect.stringMatching(message)])
})

test('programs of several commits are told, also where nobody knows which is right', () => {
  const other = 'tool_1.2.3_windows_amd64.zip'
  const programs = [
    program(ARCHIVE, good),
    program(other, { ...good, GOOS: 'windows', 'vcs.revision': 'b'.repeat(40) })
  ]
  expect(findProgramProblems([ARCHIVE, other], programs, {})).toEqual([
    expect.stringMatching(/several commits: a{40}, b{40}/)
  ])
})

test('an older release that is served under the tag of a newer one is told', () => {
  expect(findProgramProblems([ARCHIVE], [program(ARCHIVE, good)], { version: '1.3.0' })).toEqual([
    `${ARCHIVE} is not of version 1.3.0`
  ])
})
