import { expect, test } from '@jest/globals'
import type { ProgramSettings } from '../../../src/config/builds.ts'
import {
  fitsPattern,
  keepMade,
  keepTargets,
  listIdleOverrides,
  listPrograms,
  listTried
} from '../../../src/config/programs.ts'
import { parseTargets } from '../../../src/go/target-list.ts'
import { formatTarget, parseTarget } from '../../../src/go/target.ts'

const COMMON = parseTargets(['linux/amd64', 'windows/amd64', 'linux/arm'])
const build = (more: Partial<ProgramSettings>): ProgramSettings => ({
  ...{ main: '.', ldflags: [], gcflags: [], tags: [], env: {} },
  ...more
})
const list = (builds: readonly ProgramSettings[], common = COMMON) =>
  listPrograms(['.', './cmd/a'], builds, common).map(
    ({ target, main, name }) => `${formatTarget(target)} ${main} ${name ?? '-'}`
  )

test('a program without targets of its own is built for all, and one with them for those alone', () => {
  expect(list([build({ targets: ['linux/arm/v7', 'darwin/all'] })])).toEqual([
    'linux/amd64 ./cmd/a -',
    'windows/amd64 ./cmd/a -',
    'linux/arm/v7 . -',
    'linux/arm/v7 ./cmd/a -',
    'darwin/all . -'
  ])
})

test('several builds of one main package are several programs', () => {
  const fips = build({ name: 'fips', targets: ['linux/amd64'], env: { GOFIPS140: 'latest' } })
  expect(list([build({}), fips], parseTargets(['linux/amd64']))).toEqual([
    'linux/amd64 . -',
    'linux/amd64 . fips',
    'linux/amd64 ./cmd/a -'
  ])
})

test('overrides change what they name for the targets that they fit, the later one last', () => {
  const own = build({
    ...{ ldflags: ['-w'], tags: ['a'], env: { GOEXPERIMENT: 'x' } },
    overrides: [
      { targets: ['linux'], ldflags: [], env: { GOFIPS140: 'latest' } },
      { targets: ['linux/arm'], tags: ['arm'], flags: ['-pgo=off'] },
      { targets: ['windows/arm64', 'linux/amd64/v3'], tags: ['no'] }
    ]
  })
  const settings = listPrograms(['.'], [own], COMMON).map((program) => program.settings)
  expect(settings).toEqual([
    { ldflags: [], gcflags: [], tags: ['a'], env: { GOEXPERIMENT: 'x', GOFIPS140: 'latest' } },
    { ldflags: ['-w'], gcflags: [], tags: ['a'], env: { GOEXPERIMENT: 'x' } },
    {
      ...{ ldflags: [], gcflags: [], tags: ['arm'], flags: ['-pgo=off'] },
      env: { GOEXPERIMENT: 'x', GOFIPS140: 'latest' }
    }
  ])
  expect(listIdleOverrides([own], COMMON)).toEqual(['windows/arm64 of .', 'linux/amd64/v3 of .'])
})

test.each([
  ['linux', 'linux/arm/v6', true],
  ['linux/arm', 'linux/arm/v6', true],
  ['linux/arm/v7', 'linux/arm/v6', false],
  ['linux/amd64/v1', 'linux/amd64', true],
  ['linux/amd64/v1', 'linux/amd64/v3', false],
  ['windows', 'linux/amd64', false],
  ['darwin', 'darwin/all', true],
  ['darwin/amd64', 'darwin/all', false]
])('%s fits %s: %s', (pattern, target, fits) => {
  expect(fitsPattern(pattern, parseTarget(target))).toBe(fits)
})

test('where a flag names targets, programs keep those of their own that it names', () => {
  const builds = [build({}), build({ main: './cmd/a', targets: ['linux/amd64', 'darwin/arm64'] })]
  expect(keepTargets(builds, parseTargets(['linux/amd64/v1', 'linux/386'])).map(({ targets }) => targets)).toEqual([
    undefined,
    ['linux/amd64']
  ])
})

test('what is tried is built for this machine: what ships everywhere, else everything, once by its name', () => {
  const host = parseTarget('freebsd/amd64')
  const names = (builds: readonly ProgramSettings[]) =>
    listTried(['.', './cmd/a'], builds, host).map(({ target, main, name }) => [formatTarget(target), main, name])
  const [one, other] = ['linux/amd64', 'windows/amd64'].map((target) => build({ name: 'tool', targets: [target] }))
  expect(names([one, other].flatMap((each) => each ?? []))).toEqual([['freebsd/amd64', './cmd/a', undefined]])
  const mate = build({ main: './cmd/a', targets: ['linux/amd64'] })
  expect(names([...[one, other].flatMap((each) => each ?? []), mate])).toEqual([
    ['freebsd/amd64', '.', 'tool'],
    ['freebsd/amd64', './cmd/a', undefined]
  ])
})

test('a release that is made again has the programs that its provenance names, and no others', () => {
  const builds = [
    build({ ldflags: ['-w'] }),
    build({ name: 'fips', targets: ['linux/amd64', 'linux/386'] }),
    build({ name: 'gone' })
  ]
  const made = [
    { target: 'linux/amd64', main: '.', name: 'tool' },
    { target: 'linux/amd64', main: '.', name: 'fips' },
    { target: 'windows/amd64', main: './cmd/a', name: 'a' }
  ]
  const importPath = (main: string): string => (main === '.' ? 'example.com/tool' : `example.com/tool/${main.slice(2)}`)
  expect(keepMade(builds, made, importPath)).toEqual([
    build({ ldflags: ['-w'], targets: ['linux/amd64'] }),
    build({ name: 'fips', targets: ['linux/amd64'] }),
    build({ main: './cmd/a', targets: ['windows/amd64'] })
  ])
})
