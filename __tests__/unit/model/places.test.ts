import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { listFailureFindings } from '../../../src/model/places.ts'
import { formatCodeQuality, formatDotenv } from '../../../src/adapters/gitlab/reports.ts'

const COMPILER = `# example.com/mesh/cmd/server
cmd/server/main.go:12:2: undefined: listen
./version.go:3:14: cannot use "x" (untyped string constant) as int value in variable declaration
cmd/server/main.go:12:2: undefined: listen
../../other/x.go:1:1: not ours
/root/go/pkg/mod/example.com/x@v1.0.0/x.go:1:1: not ours either
cmd/server/main.go:20:5: too many errors`

test('a compiler’s words become findings on the lines they name, once each, below the repository', () => {
  const failure = new Failure('command', 'go build failed', { cause: COMPILER })
  expect(
    listFailureFindings(failure, 'sub').map(({ file, line, column, message }) => [file, line, column, message])
  ).toEqual([
    ['sub/cmd/server/main.go', 12, 2, 'undefined: listen'],
    ['sub/version.go', 3, 14, 'cannot use "x" (untyped string constant) as int value in variable declaration'],
    ['sub/cmd/server/main.go', 20, 5, 'too many errors']
  ])
})

test.each([
  [
    'slipway.yaml',
    new Failure('input', 'slipway.yaml:3: targets: plan9/s390x is unknown', { hint: 'See.' }),
    ['slipway.yaml', 3]
  ],
  [
    'go.mod',
    new Failure('command', 'go failed', { cause: 'go: errors parsing go.mod:\ngo.mod:5: unknown directive: x' }),
    ['go.mod', 5]
  ],
  [
    'a place in the hint',
    new Failure('input', 'go cannot read x: expected ;', { hint: 'See cmd/x/main.go:3:1.' }),
    ['cmd/x/main.go', 3]
  ],
  [
    'go vet',
    new Failure('command', 'go vet failed', { cause: 'vet: ./main.go:7:3: undeclared name: x' }),
    ['main.go', 7]
  ]
])('a mistake in %s is found', (_, failure, place) => {
  expect(listFailureFindings(failure, '').map(({ file, line }) => [file, line])).toEqual([place])
})

test('what is nobody’s line gives no finding', () => {
  for (const error of [
    new Failure('host', 'a.go:1:1: the host said this'),
    new Failure('command', 'killed', { cause: 'signal: killed' }),
    new Error('main.go:1:1: a bug of ours')
  ])
    expect(listFailureFindings(error, '')).toEqual([])
})

test('a code quality report keeps an issue the same when lines above it come and go', () => {
  const at = (line: number) => ({ rule: 'go', severity: 'error', file: 'a.go', line, message: 'undefined: x' }) as const
  const read = (text: string) => JSON.parse(text) as { fingerprint: string; location: { lines: { begin: number } } }[]
  const before = read(formatCodeQuality([at(3), at(9)]))
  const after = read(formatCodeQuality([at(5), at(11)]))
  expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint))
  expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  expect(after.map(({ location }) => location.lines.begin)).toEqual([5, 11])
})

test('a dotenv report has one line a variable, and leaves out what GitLab would refuse it for', () => {
  const { text, leftOut } = formatDotenv(
    new Map([
      ['version', '1.2.3'],
      ['release-url', 'https://example.test/r'],
      ['artifacts', 'x'.repeat(6000)],
      ['two', 'a\nSLIPWAY_VERSION=9.9.9'],
      ['tag', 'v1.2.3']
    ])
  )
  expect(text).toBe('SLIPWAY_VERSION=1.2.3\nSLIPWAY_RELEASE_URL=https://example.test/r\nSLIPWAY_TAG=v1.2.3\n')
  expect(leftOut).toEqual(['artifacts', 'two'])
})
