import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { makeBuildCommand, type GoBuild } from '../../src/go/command.ts'
import { inspectBinary } from '../../src/go/inspect/binary.ts'
import { findBinaryProblems, type ExpectedBinary } from '../../src/go/inspect/check.ts'
import { parseTarget } from '../../src/go/target.ts'
import { listTraces } from '../../src/go/inspect/traces.ts'
import type { Tool } from '../../src/model/nouns.ts'

const run = promisify(execFile)

const TARGETS: readonly (readonly [target: string, format: string, arch: string, libraries: readonly string[]])[] = [
  ['linux/amd64', 'ELF', 'amd64', []],
  ['linux/arm/v7', 'ELF', 'arm', []],
  ['linux/arm64', 'ELF', 'arm64', []],
  ['linux/ppc64le', 'ELF', 'ppc64le', []],
  ['linux/s390x', 'ELF', 's390x', []],
  ['linux/mips/softfloat', 'ELF', 'mips', []],
  ['linux/riscv64', 'ELF', 'riscv64', []],
  ['freebsd/amd64', 'ELF', 'amd64', []],
  ['darwin/amd64', 'Mach-O', 'amd64', ['/usr/lib/libSystem.B.dylib']],
  ['darwin/arm64', 'Mach-O', 'arm64', ['/usr/lib/libSystem.B.dylib']],
  ['windows/amd64', 'PE', 'amd64', ['kernel32.dll']],
  ['windows/386', 'PE', '386', ['kernel32.dll']],
  ['js/wasm', 'Wasm', 'wasm', []]
]

/** XCOFF and Plan 9's own. */
const UNREAD = ['aix/ppc64', 'plan9/amd64']

const FILES: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/tiny\ngo 1.21\nrequire example.com/dep v1.4.0\nreplace example.com/dep => ./dep\n',
  'dep/go.mod': 'module example.com/dep\ngo 1.21\n',
  'dep/dep.go': 'package dep\n\nvar Word = "word"\n',
  'cmd/one/main.go':
    'package main\n\nimport "example.com/dep"\n\nvar version = "none"\n\nfunc main() { println(dep.Word, version) }\n',
  'cmd/two/v2/main.go': 'package main\n\nfunc main() {}\n'
}
const MAINS = ['example.com/tiny/cmd/one', 'example.com/tiny/cmd/two/v2']

/** A machine that no test of this file is about: what the go command and git need to run at all. */
const kept = Object.entries(process.env).flatMap(([name, value]) =>
  value !== undefined &&
  /^(PATH|HOME|GOCACHE|GOPATH|GOMODCACHE|LOCALAPPDATA|USERPROFILE|SYSTEMROOT|TEMP|TMP|TMPDIR)$/i.test(name)
    ? [[name, value] as const]
    : []
)
const host = { ...Object.fromEntries(kept), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

let root = ''
let work = ''
let commit = ''
let goVersion = ''
const binaries = new Map<string, Buffer>()

async function git(...args: readonly string[]): Promise<string> {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'tag.gpgsign=false'
  ]
  return (await run('git', [...identity, ...args], { cwd: work, env: host })).stdout.trim()
}

/** Builds and reads the first program; `change` edits the argument list, `more` are variables of the project. */
async function make(
  target: string,
  change: (args: string[]) => readonly string[] = (args) => args,
  more: Readonly<Record<string, string>> = {}
): Promise<Buffer> {
  const build: GoBuild = {
    go: 'go',
    target: parseTarget(target),
    mains: MAINS,
    outDir: await mkdtemp(join(root, 'out-')),
    vendored: false,
    stamp: { version: '1.2.3', commit, date: '2026-01-02T03:04:05Z' },
    settings: { env: more },
    env: host
  }
  const { argv, env, outputs } = makeBuildCommand(build)
  const [go, ...args] = argv
  await run(go, [...change(args)], { cwd: work, env })
  const [one, two] = await Promise.all(outputs.map(({ path }) => readFile(path)))
  if (one === undefined || two === undefined) throw new Error('go build left no programs')
  return one
}

function expected(target: string): ExpectedBinary {
  return {
    target: parseTarget(target),
    main: 'example.com/tiny/cmd/one',
    module: 'example.com/tiny',
    moduleVersions: ['v1.2.3'],
    goVersion,
    env: {},
    commit,
    modified: false,
    traces: [{ what: 'the work tree', text: work }]
  }
}

function binary(target: string): Buffer {
  const bytes = binaries.get(target)
  if (bytes === undefined) throw new Error(`${target} was not built`)
  return bytes
}

const wrong = (bytes: Buffer, wanted: ExpectedBinary): readonly string[] =>
  findBinaryProblems(bytes, inspectBinary(bytes), wanted)

/** The same bytes with one text for another of its length. */
function replace(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(from)
  if (at < 0 || from.length !== to.length) throw new Error(`${from} is not there`)
  const copy = Buffer.from(bytes)
  copy.write(to, at, 'latin1')
  return copy
}

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'slipway-go-')))
  work = join(root, 'work')
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(work, name)), { recursive: true })
    await writeFile(join(work, name), text)
  }
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'tiny')
  await git('tag', 'v1.2.3')
  commit = await git('rev-parse', 'HEAD')
  goVersion = (
    await run('go', ['env', 'GOVERSION'], { env: { ...host, GOTOOLCHAIN: 'local', GOENV: 'off' } })
  ).stdout.trim()
  for (const target of [...TARGETS.map(([name]) => name), ...UNREAD]) binaries.set(target, await make(target))
}, 600_000)

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('a real binary', () => {
  test.each(TARGETS)('of %s is as it was asked for', (target, format, arch, libraries) => {
    const found = inspectBinary(binary(target))
    expect(found).toMatchObject({ format, arch, libraries, interpreter: undefined })
    expect(findBinaryProblems(binary(target), found, expected(target))).toStrictEqual([])
  })

  test.each(UNREAD)('of %s, which no reader here knows, is held against its build info', (target) => {
    const found = inspectBinary(binary(target))
    expect(found).toMatchObject({ format: 'unchecked', build: { goVersion, path: 'example.com/tiny/cmd/one' } })
    expect(findBinaryProblems(binary(target), found, expected(target))).toStrictEqual([])
    expect(wrong(binary(target), { ...expected(target), commit: '0'.repeat(40), module: 'example.com/other' })).toEqual(
      [expect.stringMatching(/^its module is example\.com\/tiny, not/), expect.stringMatching(/^its vcs\.revision is/)]
    )
    const stripped = replace(binary(target), ' Go buildinf:', ' No buildinf:')
    expect(wrong(stripped, expected(target))).toEqual([expect.stringContaining('it has no Go build info')])
  })

  test('names its modules and settings', () => {
    const { build } = inspectBinary(binary('linux/arm/v7'))
    expect(build).toMatchObject({
      goVersion,
      path: 'example.com/tiny/cmd/one',
      main: { path: 'example.com/tiny', version: 'v1.2.3', sum: '' },
      deps: [{ path: 'example.com/dep', version: 'v1.4.0', replace: { path: './dep', version: '(devel)' } }]
    })
    expect(build?.settings.get('GOARM')).toBe('7')
    expect(build?.settings.get('vcs')).toBe('git')
  })

  test('runs and says the version that was stamped into it', async () => {
    const { stdout } = await run('go', ['env', 'GOHOSTOS', 'GOHOSTARCH'], { env: host })
    const [os = '', arch = ''] = stdout.trim().split('\n')
    const path = join(root, 'stamped.exe')
    await writeFile(path, await make(`${os}/${arch}`), { mode: 0o755 })
    expect((await run(path)).stderr.trim()).toBe('word 1.2.3')
  })
})

describe('a real binary is refused', () => {
  test.each<[string, string, Partial<ExpectedBinary>, readonly (string | RegExp)[]]>([
    [
      'of another format',
      'linux/amd64',
      { target: parseTarget('windows/amd64') },
      [/an ELF file, and windows\/amd64 wants a PE file/]
    ],
    [
      'of another machine',
      'linux/amd64',
      { target: parseTarget('linux/arm64') },
      [/for amd64, and linux\/arm64/, /GOARCH is amd64/, /GOARM64 is not recorded/]
    ],
    ['of another byte order', 'linux/ppc64le', { target: parseTarget('linux/ppc64') }, [/for ppc64le/, /GOARCH/]],
    ['of another system', 'freebsd/amd64', { target: parseTarget('linux/amd64') }, [/GOOS is freebsd, not linux/]],
    ['of another GOARM', 'linux/arm/v7', { target: parseTarget('linux/arm/v6') }, [/GOARM is 7, not 6/]],
    ['of another GOAMD64', 'linux/amd64', { target: parseTarget('linux/amd64/v3') }, [/GOAMD64 is v1, not v3/]],
    ['of another module', 'js/wasm', { module: 'example.com/other' }, [/module is example.com\/tiny, not/]],
    [
      'of another module version',
      'darwin/arm64',
      { moduleVersions: ['v1.2.4'] },
      [/module version is v1.2.3, not v1.2.4/]
    ],
    ['of another main package', 'windows/386', { main: 'example.com/tiny/cmd/two/v2' }, [/main package is/]],
    ['of another commit', 'linux/s390x', { commit: '0'.repeat(40) }, [/vcs\.revision is [0-9a-f]{40}, not 0{40}/]],
    ['of another Go', 'js/wasm', { goVersion: 'go1.1' }, [/Go version is go.*, not go1\.1/]],
    [
      'of a clean tree where a changed one was built',
      'linux/amd64',
      { modified: true },
      [/vcs\.modified is false, not true/]
    ]
  ])('%s', (_, target, change, sentences) => {
    expect(wrong(binary(target), { ...expected(target), ...change })).toEqual(
      sentences.map((sentence) => expect.stringMatching(sentence))
    )
  })

  test('that has an experiment or a FIPS module which nobody asked for, and has it where somebody did', async () => {
    const env = { GOEXPERIMENT: 'jsonv2', GOFIPS140: 'latest' }
    const bytes = await make('linux/amd64', (args) => args, env)
    expect(wrong(bytes, { ...expected('linux/amd64'), env })).toEqual([])
    expect(wrong(bytes, expected('linux/amd64'))).toEqual([
      expect.stringMatching(/^its GOEXPERIMENT is jsonv2, which nobody asked for/)
    ])
    expect(wrong(bytes, { ...expected('linux/amd64'), env: { GOEXPERIMENT: 'jsonv2' } })).toEqual([
      expect.stringMatching(/^its GOFIPS140 is latest, which nobody asked for/)
    ])
    expect(wrong(binary('linux/amd64'), { ...expected('linux/amd64'), env })).toEqual([
      'its GOEXPERIMENT is not recorded, not jsonv2'
    ])
  }, 300_000)

  test('that needs a loader', async () => {
    const bytes = await make('linux/amd64', (args) => [...args.slice(0, 1), '-buildmode=pie', ...args.slice(1)])
    expect(wrong(bytes, expected('linux/amd64'))).toEqual([
      expect.stringMatching(/linked dynamically and needs the loader \/lib/)
    ])
  }, 120_000)

  test('that needs a library which its system does not have', () => {
    const pe = replace(binary('windows/amd64'), 'kernel32.dll', 'libgccs1.dll')
    expect(wrong(pe, expected('windows/amd64'))).toEqual(['it needs libgccs1.dll, which windows does not bring along'])
    const macho = replace(binary('darwin/arm64'), '/usr/lib/libSystem', '/opt/lib/libSystem')
    expect(wrong(macho, expected('darwin/arm64'))).toEqual([
      expect.stringContaining('it needs /opt/lib/libSystem.B.dylib')
    ])
  })

  test('that lost its build info', () => {
    const bytes = replace(binary('linux/riscv64'), ' Go buildinf:', ' No buildinf:')
    expect(wrong(bytes, expected('linux/riscv64'))).toEqual([expect.stringContaining('it has no Go build info')])
  })

  test('that was built without -trimpath and names the work tree', async () => {
    const bytes = await make('linux/amd64', (args) => args.filter((arg) => arg !== '-trimpath'))
    expect(wrong(bytes, expected('linux/amd64'))).toEqual([
      'its -trimpath is not recorded, not true',
      expect.stringContaining(`it holds the work tree of the build machine: "${work}/cmd/one/main.go`)
    ])
  }, 120_000)

  test('that was built in a folder of one name, without -trimpath', async () => {
    const go: Tool = { name: 'go', version: goVersion, path: '/usr/bin/go', source: 'machine', vouched: '' }
    const tracked = Object.keys(FILES)
    const traces = listTraces({ root: '/tiny', tracked, go, goRoot: '/go', temporary: '/tmp' })
    const untrimmed = await make('linux/amd64', (args) => [
      ...args.slice(0, 1),
      `-gcflags=all=-trimpath=${work}=>/tiny`,
      ...args.slice(1).filter((arg) => arg !== '-trimpath')
    ])
    expect(wrong(untrimmed, { ...expected('linux/amd64'), traces })).toEqual([
      'its -trimpath is not recorded, not true',
      expect.stringMatching(/^it holds the work tree of the build machine: "\/tiny\/(cmd|dep)\//)
    ])
    // Trimmed names look much the same: example.com/tiny/cmd/one/main.go.
    expect(wrong(binary('linux/amd64'), { ...expected('linux/amd64'), traces })).toEqual([])
  }, 300_000)

  test('that was built from a changed tree', async () => {
    await writeFile(join(work, 'cmd/one/new.go'), 'package main\n')
    try {
      expect(wrong(await make('linux/amd64'), expected('linux/amd64'))).toContain('its vcs.modified is true, not false')
    } finally {
      await rm(join(work, 'cmd/one/new.go'))
    }
  }, 120_000)
})

describe('a damaged real binary', () => {
  const outcome = (bytes: Buffer): void => {
    try {
      expect(inspectBinary(bytes)).toHaveProperty('format')
    } catch (error) {
      expect(error).toMatchObject({ name: 'Failure', kind: 'verification' })
    }
  }

  test.each(TARGETS)('of %s is described or refused wherever it is cut', (target) => {
    const bytes = binary(target)
    fc.assert(
      fc.property(fc.nat(bytes.length), (length) => {
        outcome(bytes.subarray(0, length))
      }),
      { numRuns: 60 }
    )
    fc.assert(
      fc.property(fc.nat(1024), (length) => {
        outcome(bytes.subarray(0, length))
      }),
      { numRuns: 60 }
    )
  })

  test.each(TARGETS)('of %s is described or refused whatever bytes of it are changed', (target) => {
    const original = binary(target)
    const bytes = Buffer.from(original)
    // The headers are where numbers steer the reader.
    const place = fc.oneof({ weight: 3, arbitrary: fc.nat(2048) }, { weight: 1, arbitrary: fc.nat(bytes.length - 1) })
    const changes = fc.array(fc.tuple(place, fc.oneof(fc.constantFrom(0, 1, 127, 128, 255), fc.nat(255))), {
      minLength: 1,
      maxLength: 8
    })
    fc.assert(
      fc.property(changes, (list) => {
        for (const [at, value] of list) bytes[at] = value
        try {
          outcome(bytes)
        } finally {
          for (const [at] of list) bytes[at] = original[at] ?? 0
        }
      }),
      { numRuns: 200 }
    )
  })
})
