import { expect, test } from '@jest/globals'
import type { Inspection } from '../../../../src/go/inspect/binary.ts'
import { findBinaryProblems } from '../../../../src/go/inspect/check.ts'

const commit = 'c'.repeat(40)
const expected = {
  ...{ target: { os: 'plan9', arch: '386' }, main: 'm', module: 'm', moduleVersions: [], goVersion: 'go1.26.8' },
  ...{ commit, modified: false, traces: [] }
}
/** A program of a format that only its build info is read of. */
const found = (fips: string | undefined): Inspection => ({
  format: 'unchecked',
  build: {
    ...{ goVersion: 'go1.26.8', path: 'm', main: { path: 'm', version: '(devel)', sum: '' }, deps: [] },
    settings: new Map([
      ...Object.entries({ GOOS: 'plan9', GOARCH: '386', GO386: 'sse2', CGO_ENABLED: '0', '-trimpath': 'true' }),
      ...Object.entries({ 'vcs.revision': commit, 'vcs.modified': 'false' }),
      ...(fips === undefined ? [] : [['GOFIPS140', fips] as const])
    ])
  }
})

test.each([
  ['latest', 'latest', []],
  ['v1.0.0', 'v1.0.0-c2097c7c', []],
  ['certified', 'v1.0.0-c2097c7c', []],
  ['off', undefined, []],
  ['latest', undefined, ['its GOFIPS140 is not recorded, not latest']],
  ['latest', 'v1.0.0-c2097c7c', ['its GOFIPS140 is v1.0.0-c2097c7c, not latest']],
  ['v1.0.0', 'v1.26.0', ['its GOFIPS140 is v1.26.0, not v1.0.0']],
  ['certified', undefined, ['its GOFIPS140 is not recorded, not certified']],
  ['off', 'latest', [expect.stringContaining('its GOFIPS140 is latest, which nobody asked for')]]
])('GOFIPS140=%s, and the program says %s', (asked, said, problems) => {
  expect(findBinaryProblems(new Uint8Array(), found(said), { ...expected, env: { GOFIPS140: asked } })).toEqual(
    problems
  )
})
