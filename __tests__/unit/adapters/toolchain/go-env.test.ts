import { describe, expect, test } from '@jest/globals'
import { listProxyPlaces } from '../../../../src/adapters/toolchain/bootstrap.ts'
import { demandChecksumDatabase, makeToolGoEnv, matchesPrefix } from '../../../../src/adapters/toolchain/go-env.ts'

describe('the environment of a Go command', () => {
  test('is an allow-list: flags, targets, secrets and settings of the caller do not get in', () => {
    const env = makeToolGoEnv({
      PATH: '/bin',
      GOPROXY: 'https://proxy.example',
      GOFLAGS: '-tags=evil',
      GOENV: '/home/u/env',
      GOOS: 'plan9',
      GOEXPERIMENT: 'x',
      COSIGN_PASSWORD: 'secret',
      GITHUB_TOKEN: 'secret',
      GOTOOLCHAIN: 'auto'
    })
    const isGit = ([name]: readonly [string, string]): boolean => /^GIT_CONFIG_(COUNT|KEY_|VALUE_)/.test(name)
    expect(Object.fromEntries(Object.entries(env).filter((one) => !isGit(one)))).toEqual({
      PATH: '/bin',
      GOPROXY: 'https://proxy.example',
      GOSUMDB: 'sum.golang.org',
      GOGC: '200',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GOENV: 'off',
      GOWORK: 'off',
      GOFLAGS: ' ',
      GOFIPS140: 'off',
      GOTOOLCHAIN: 'local',
      CGO_ENABLED: '0'
    })
  })
})

// Cases of golang.org/x/mod/module.MatchPrefixPatterns.
describe('module patterns', () => {
  test.each([
    ['*', 'github.com/a/b', true],
    ['github.com/*', 'github.com/a/b', true],
    ['github.com', 'github.com/a', true],
    ['github.com/a', 'github.com/ab', false],
    ['*.corp.example', 'git.corp.example/x', true],
    ['*.corp.example', 'corp.example/x', false],
    ['github.com/acme/*', 'github.com/acme', false],
    ['x, github.com/acme/', 'github.com/acme/y', true],
    ['k8s.?o', 'k8s.io/api', true],
    ['k8s[.]io', 'k8s.io/api', true],
    ['k8s[^.]io', 'k8s.io/api', false],
    ['', 'k8s.io/api', false],
    ['k8s.io+', 'k8s.io/api', false]
  ])('%j against %s: %s', (globs, path, matches) => {
    expect(matchesPrefix(globs, path)).toBe(matches)
  })
})

describe('the checksum database', () => {
  const modules = ['k8s.io/kubernetes', 'github.com/spf13/cobra']

  test.each([
    [{ GOSUMDB: 'off' }, 'GOSUMDB is off'],
    [{ GONOSUMCHECK: '1' }, 'GONOSUMCHECK is set'],
    [{ GONOSUMDB: 'k8s.io/*' }, 'GONOSUMDB=k8s.io/* covers k8s.io/kubernetes'],
    [{ GOPRIVATE: '*' }, 'GOPRIVATE=* covers k8s.io/kubernetes'],
    [{ GOPRIVATE: 'github.com/spf13' }, 'covers github.com/spf13/cobra']
  ])('%j is refused', (env, why) => {
    expect(() => demandChecksumDatabase(env, modules)).toThrow(
      expect.objectContaining({ kind: 'environment', message: expect.stringContaining(why) as unknown })
    )
  })

  test('private modules of the caller are no reason to refuse, and GONOSUMDB wins over GOPRIVATE', () => {
    expect(demandChecksumDatabase({ GOPRIVATE: 'github.com/acme/*' }, modules)).toBe("Go's checksum database")
    expect(demandChecksumDatabase({ GOPRIVATE: '*', GONOSUMDB: 'corp.example' }, modules)).toBe(
      "Go's checksum database"
    )
  })

  test('another database is named in the report, without its key', () => {
    expect(demandChecksumDatabase({ GOSUMDB: 'sum.example+1a2b+key https://mirror' }, modules)).toBe('sum.example')
  })
})

describe('places of a toolchain module', () => {
  const origin = { url: 'https://go.dev/dl/mod' }

  test.each([
    [undefined, [{ url: 'https://proxy.golang.org' }, origin]],
    ['', [{ url: 'https://proxy.golang.org' }, origin]],
    ['direct', [origin]],
    ['off', []],
    ['https://a.example/,off,https://b.example', [{ url: 'https://a.example' }]],
    [
      'https://a.example|http://127.0.0.1:1/p,direct',
      [{ url: 'https://a.example' }, { url: 'http://127.0.0.1:1/p' }, origin]
    ],
    ['file:///srv/proxy', []]
  ])('GOPROXY=%s', (GOPROXY, expected) => {
    expect(listProxyPlaces({ GOPROXY })).toEqual(expected)
  })

  test('credentials of a proxy become a header and leave the URL', () => {
    expect(listProxyPlaces({ GOPROXY: 'https://me:p%40ss@proxy.example/go' })).toEqual([
      { url: 'https://proxy.example/go', authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` }
    ])
  })
})
