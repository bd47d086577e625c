import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deriveExecName, makeBuildCommand, type BuildSettings, type GoBuild } from '../../../src/go/command.ts'
import { quoteFlags } from '../../../src/go/flags.ts'
import { parseTarget } from '../../../src/go/target.ts'

const build: GoBuild = {
  go: '/go/bin/go',
  target: parseTarget('linux/arm/v6'),
  mains: ['example.com/mesh/cmd/a', 'example.com/mesh/cmd/b/v2'],
  outDir: '/out/linux_armv6',
  vendored: false,
  stamp: { version: '1.2.3', commit: 'c0ffee', date: '2026-01-02T03:04:05Z' },
  env: { PATH: '/bin', GOFLAGS: '-race', CGO_ENABLED: '1', GOTOOLCHAIN: 'auto' }
}

/** As cmd/internal/quoted.Split does it. */
function split(text: string): readonly string[] {
  const fields: string[] = []
  let rest = text
  for (;;) {
    rest = rest.replace(/^[ \t\r\n]+/, '')
    if (rest === '') return fields
    const quote = rest.charAt(0)
    if (quote === "'" || quote === '"') {
      const end = rest.indexOf(quote, 1)
      if (end < 0) throw new Error(`unterminated ${quote} string`)
      fields.push(rest.slice(1, end))
      rest = rest.slice(end + 1)
    } else {
      const [field = ''] = /^[^ \t\r\n]+/.exec(rest) ?? []
      fields.push(field)
      rest = rest.slice(field.length)
    }
  }
}

describe('a go build', () => {
  test('is one command for all main packages of a target', () => {
    expect(makeBuildCommand(build)).toStrictEqual({
      argv: [
        '/go/bin/go',
        'build',
        '-trimpath',
        '-buildvcs=true',
        '-mod=readonly',
        '-ldflags',
        '-s -w -buildid= -X main.version=1.2.3 -X main.commit=c0ffee -X main.date=2026-01-02T03:04:05Z',
        '-o',
        '/out/linux_armv6/',
        'example.com/mesh/cmd/a',
        'example.com/mesh/cmd/b/v2'
      ],
      env: {
        PATH: '/bin',
        GOOS: 'linux',
        GOARCH: 'arm',
        GOARM: '6',
        CGO_ENABLED: '0',
        GOENV: 'off',
        GOWORK: 'off',
        GOFLAGS: ' ',
        GOTOOLCHAIN: 'local',
        GIT_OPTIONAL_LOCKS: '0'
      },
      outputs: [
        { main: 'example.com/mesh/cmd/a', path: '/out/linux_armv6/a' },
        { main: 'example.com/mesh/cmd/b/v2', path: '/out/linux_armv6/b' }
      ]
    })
  })

  test('carries what the project adds, after what we set', () => {
    const settings = {
      ldflags: ['-X', 'main.name=two words', '-X main.other=x y'],
      gcflags: ['all=-l', '-B'],
      tags: ['netgo', 'go1.22'],
      env: { GOEXPERIMENT: 'jsonv2' }
    }
    const { argv, env } = makeBuildCommand({ ...build, settings, vendored: true, jobs: 2 })
    expect(argv.slice(2, 11)).toStrictEqual([
      '-trimpath',
      '-buildvcs=true',
      '-mod=vendor',
      '-p',
      '2',
      '-tags',
      'netgo,go1.22',
      '-gcflags',
      'all=-l -B'
    ])
    expect(argv[12]).toMatch(/main\.date=\S+ -X 'main\.name=two words' -X 'main\.other=x y'$/)
    expect(env).toMatchObject({ GOEXPERIMENT: 'jsonv2' })
  })

  test('calls the programs of Windows .exe', () => {
    const { outputs } = makeBuildCommand({ ...build, target: parseTarget('windows/amd64') })
    expect(outputs.map(({ path }) => path)).toStrictEqual(['/out/linux_armv6/a.exe', '/out/linux_armv6/b.exe'])
  })

  test.each<[string, Partial<GoBuild>, RegExp]>([
    ['no main package', { mains: [] }, /no main package/],
    ['an option as a package', { mains: ['-toolexec=/bin/sh'] }, /"-toolexec=\/bin\/sh" is not the import path/],
    ['a package pattern', { mains: ['example.com/...'] }, /is not the import path/],
    ['a folder', { mains: ['./cmd/a'] }, /is not the import path/],
    ['two programs of one name', { mains: ['example.com/a/x', 'example.com/b/x'] }, /both become a program named x/],
    ['two programs that differ in case', { mains: ['example.com/a/x', 'example.com/a/X'] }, /both become/],
    ['a broken tag', { settings: { tags: ['a,b'] } }, /"a,b" is not a build tag/],
    [
      'a variable that is not for projects',
      { settings: { env: { GOFLAGS: '-race', PATH: '/' } } },
      /may not set GOFLAGS, PATH/
    ],
    ['compiler flags that begin with quotes', { settings: { gcflags: ['-d a'] } }, /do not begin with a flag/],
    ['a flag that nothing can quote', { settings: { ldflags: [`-X=a 'b' "c"`] } }, /both kinds of quotes/],
    ['a NUL', { settings: { ldflags: ['-X=a\0'] } }, /NUL/]
  ])('is refused for %s', (_, change, message) => {
    expect(() => makeBuildCommand({ ...build, ...change })).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(message) })
    )
  })
})

test.each<[string, BuildSettings]>([
  ['linker', { ldflags: ['-extld=./evil.sh'] }],
  ['linker', { ldflags: ['--extld', './evil.sh'] }],
  ['linker', { ldflags: ['--linkmode=external'] }],
  ['linker', { ldflags: ['-X main.a=b', '-extldflags=-static'] }],
  ['linker', { ldflags: ['-s', '-cpuprofile=/tmp/x'] }],
  ['linker', { ldflags: ['-o=/tmp/x'] }],
  ['linker', { ldflags: ['-importcfg=x'] }],
  ['linker', { ldflags: ['@flags'] }],
  ['linker', { ldflags: ['-X', '@flags'] }],
  ['linker', { ldflags: ['-X=a=b', 'x.o'] }],
  ['compiler', { gcflags: ['-asmhdr=x'] }],
  ['compiler', { gcflags: ['all=-o=x'] }],
  ['compiler', { gcflags: ['-N', '@flags'] }],
  ['compiler', { gcflags: ['-d=ssa/check/dump'] }],
  ['compiler', { gcflags: ['-d', 'ssa/x/dump'] }],
  ['compiler', { gcflags: ['-json=0,x'] }]
])('a flag of the %s that runs a program, reads a file or writes one is refused: %j', (tool, settings) => {
  expect(() => makeBuildCommand({ ...build, settings })).toThrow(
    expect.objectContaining({ kind: 'input', message: expect.stringContaining(`may not give the ${tool} `) })
  )
})

test.each([
  ['example.com/mesh', 'mesh'],
  ['example.com/mesh/v2', 'mesh'],
  ['example.com/mesh/v12', 'mesh'],
  ['example.com/mesh/v1', 'v1'],
  ['example.com/mesh/v0', 'v0'],
  ['example.com/mesh/v2x', 'v2x'],
  ['example.com/mesh.v2', 'mesh.v2'],
  ['v2', 'v2'],
  ['tool', 'tool']
])('go build names the program of %s %s', (path, name) => {
  expect(deriveExecName(path)).toBe(name)
})

test('quoted flags are split by the go command into the same flags', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '-', '=', ' ', '\t', '\n', "'", '"', '\\', 'é') })
  fc.assert(
    fc.property(fc.array(text), (flags) => {
      let quoted: string
      try {
        quoted = quoteFlags(flags)
      } catch (error) {
        expect(error).toMatchObject({ kind: 'input' })
        expect(flags.some((flag) => flag.includes("'") && flag.includes('"'))).toBe(true)
        return
      }
      expect(split(quoted)).toStrictEqual(flags)
    })
  )
})
