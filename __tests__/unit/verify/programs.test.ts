import { expect, test } from '@jest/globals'
import type { Inspection } from '../../../src/go/inspect/binary.ts'
import { formatTargetName, parseTarget } from '../../../src/go/target.ts'
import {
  findProgramFiles,
  findProgramProblems,
  parseArchiveName,
  type ProgramFile,
  type ReleasedProgram
} from '../../../src/verify/programs.ts'

const COMMIT = 'a'.repeat(40)
const findHolder = (name: string): ProgramFile => {
  const [found] = findProgramFiles([name], [])
  if (!found) throw new Error(`${name} says nothing`)
  return found
}
const findProblems = (
  archives: readonly string[],
  programs: readonly ReleasedProgram[],
  expected: Parameters<typeof findProgramProblems>[2]
) => findProgramProblems(archives.map(findHolder), programs, expected)
const program = (archive: string, settings: Readonly<Record<string, string>>): ReleasedProgram => ({
  archive: findHolder(archive),
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
  expect(findProblems([ARCHIVE], [program(ARCHIVE, good)], { version: '1.2.3', commit: COMMIT })).toEqual([])
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['for another system', { GOOS: 'darwin' }, /tool in tool_1\.2\.3_linux_amd64\.tar\.gz is not for linux\/amd64/],
  ['for another processor', { GOARCH: 'arm64' }, /is not for linux\/amd64/],
  ['for a newer processor than its archive says', { GOAMD64: 'v3' }, /is not for linux\/amd64/],
  ['of another commit', { 'vcs.revision': 'b'.repeat(40) }, /is of commit b{40}, not of a{40}/],
  ['of a changed work tree', { 'vcs.modified': 'true' }, /was built from a changed work tree/]
])('a program %s is told', (_, change, message) => {
  const wrong = findProblems([ARCHIVE], [program(ARCHIVE, { ...good, ...change })], { commit: COMMIT })
  expect(wrong).toEqual([expect.stringMatching(message)])
})

test('programs of several commits are told, also where nobody knows which is right', () => {
  const other = 'tool_1.2.3_windows_amd64.zip'
  const programs = [
    program(ARCHIVE, good),
    program(other, { ...good, GOOS: 'windows', 'vcs.revision': 'b'.repeat(40) })
  ]
  expect(findProblems([ARCHIVE, other], programs, {})).toEqual([expect.stringMatching(/several commits: a{40}, b{40}/)])
})

test('an older release that is served under the tag of a newer one is told', () => {
  expect(findProblems([ARCHIVE], [program(ARCHIVE, good)], { version: '1.3.0' })).toEqual([
    `${ARCHIVE} is not of version 1.3.0`
  ])
})

test.each(['tool_1.2.3_linux_x86_64.tar.gz', 'tool_1.2.3_macos_arm64.zip', 'tool_1.2.3_Linux_amd64.tar.gz'])(
  'the name %s, in words of a project, says nothing of a target of Go',
  (name) => {
    expect(parseArchiveName(name)).toBeUndefined()
  }
)

test('a file is what its release describes it as, and only else what its name says', () => {
  const arm = parseTarget('linux/arm/v6')
  const described = [
    { name: 'tool_1.2.3_linux_arm.tar.gz', kind: 'archive', target: arm },
    { name: 'tool-x86_64', kind: 'program', target: parseTarget('linux/amd64'), version: '1.2.3' },
    { name: 'chart_1.2.3_linux_amd64.tar.gz', kind: 'file' }
  ]
  const names = [...described.map(({ name }) => name), ARCHIVE, 'notes.txt']
  expect(findProgramFiles(names, described)).toEqual([
    { name: 'tool_1.2.3_linux_arm.tar.gz', kind: 'archive', target: arm, version: '1.2.3' },
    { name: 'tool-x86_64', kind: 'program', target: parseTarget('linux/amd64'), version: '1.2.3' },
    { name: ARCHIVE, kind: 'archive', target: parseTarget('linux/amd64'), version: '1.2.3' }
  ])
})

test('a raw program for another system than it is described for is told', () => {
  const described = [{ name: 'tool-mac', kind: 'program', target: parseTarget('darwin/arm64') }]
  const [holder] = findProgramFiles(['tool-mac'], described)
  const wrong = findProgramProblems([], [{ ...program(ARCHIVE, good), archive: holder ?? findHolder(ARCHIVE) }], {})
  expect(wrong).toEqual(['tool-mac is not for darwin/arm64'])
})
