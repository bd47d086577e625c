import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { copyFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { commit, COMMITTED_AT, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// A runtime that was never compiled for a target before takes half a minute.
jest.setTimeout(600_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

/** A repository with these files over HELLO's. */
async function hello(name: string, files: Sources = {}, tags?: readonly string[]): Promise<string> {
  const folder = join(place, name)
  await repository(folder, { ...HELLO, ...files }, tags)
  return folder
}

const GO_MOD = HELLO['go.mod'] ?? ''
const main = (says: string): string =>
  `package main\n\nvar version, commit, date, channel string\n\nfunc main() { println(${JSON.stringify(says)}, version, commit, date, channel) }\n`

const build = async (folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  succeeded(await slipway(['build', '--targets', 'linux/amd64', ...args], { cwd: folder, env }))

const out = (folder: string, ...path: readonly string[]): string => join(folder, '.slipway', ...path)

/** What go itself reads out of a program, `key=value` for its settings. */
const buildInfo = async (path: string): Promise<string> =>
  succeeded(await program(['go', 'version', '-m', path], { cwd: place }))

/** What a program of `main` prints. */
const says = async (path: string): Promise<string> => (await program([path], { cwd: place })).stderr.trim()

const entries = async (archive: string): Promise<readonly string[]> =>
  succeeded(await program(['tar', '-tzf', archive], { cwd: place }))
    .trim()
    .split('\n')

test('a program names its module, version and commit, and is told version, commit and time of the commit', async () => {
  const folder = await hello('plain')
  const commit = await git(folder, 'rev-parse', 'HEAD')

  await build(folder, [])

  const path = out(folder, 'bin/linux_amd64/hello')
  const info = await buildInfo(path)
  expect(info).toMatch(/\tpath\texample\.com\/hello\n\tmod\texample\.com\/hello\tv1\.0\.0\t/)
  for (const line of [`vcs.revision=${commit}`, `vcs.time=${COMMITTED_AT}`, 'vcs.modified=false', '-trimpath=true'])
    expect(info).toContain(`\tbuild\t${line}\n`)
  expect(await says(path)).toBe(`1.0.0 ${commit} ${COMMITTED_AT}`)
})

describe('several programs', () => {
  let folder: string
  let said: string
  beforeAll(async () => {
    folder = await hello(
      'several',
      {
        'main.go': 'package hello\n',
        'cmd/api/main.go': main('api'),
        'cmd/worker/main.go': main('worker'),
        'cmd/worker/extra.go': '//go:build extra\n\npackage main\n\nfunc init() { channel += "+extra" }\n',
        'docs/guide.md': 'Read me.\n',
        'slipway.yaml': [
          'name: suite',
          'targets: [linux/amd64, windows/amd64]',
          'builds:',
          '  - main: ./cmd/worker',
          '    name: workerd',
          "    ldflags: ['-X', 'main.channel=stable of {version}']",
          '    tags: [extra]',
          'archive:',
          '  files: [docs/guide.md]',
          ''
        ].join('\n')
      },
      ['v3.1.4', 'unrelated']
    )
    said = succeeded(await slipway(['build'], { cwd: folder }))
  })

  test('are told apart where they are built one by one', () => {
    const items = [...said.matchAll(/^✓ build +(\S+ \S+)/gm)].map(([, item]) => item)
    expect(items.sort()).toEqual([
      'linux/amd64 api',
      'linux/amd64 workerd',
      'windows/amd64 api',
      'windows/amd64 workerd'
    ])
  })

  test('go into one archive a target, with an SBOM each', async () => {
    expect((await readdir(out(folder))).filter((name) => name.includes('3.1.4'))).toEqual([
      'api_3.1.4_linux_amd64.cdx.json',
      'api_3.1.4_windows_amd64.cdx.json',
      'suite_3.1.4_linux_amd64.tar.gz',
      'suite_3.1.4_windows_amd64.zip',
      'workerd_3.1.4_linux_amd64.cdx.json',
      'workerd_3.1.4_windows_amd64.cdx.json'
    ])
    expect(await entries(out(folder, 'suite_3.1.4_linux_amd64.tar.gz'))).toEqual(
      ['LICENSE', 'api', 'docs/guide.md', 'workerd'].sort()
    )
    expect(await readdir(out(folder, 'bin/windows_amd64'))).toEqual(['api.exe', 'workerd.exe'])
    const sums = await readFile(out(folder, 'checksums.txt'), 'utf8')
    expect(sums.trim().split('\n')).toHaveLength(6)
  })

  test('have settings of their own, and the others none of them', async () => {
    expect(await says(out(folder, 'bin/linux_amd64/api'))).toMatch(/^api 3\.1\.4 \w{40} \S+$/)
    expect(await says(out(folder, 'bin/linux_amd64/workerd'))).toMatch(
      /^worker 3\.1\.4 \w{40} \S+ stable of 3\.1\.4\+extra$/
    )
    expect(await buildInfo(out(folder, 'bin/linux_amd64/workerd'))).toContain('\tbuild\t-tags=extra\n')
    expect(await buildInfo(out(folder, 'bin/linux_amd64/api'))).not.toContain('-tags')
  })

  test('are chosen by --main', async () => {
    await build(folder, ['--main', './cmd/worker', '--out', 'chosen'])
    expect(await entries(join(folder, 'chosen/suite_3.1.4_linux_amd64.tar.gz'))).toEqual(
      ['LICENSE', 'docs/guide.md', 'workerd'].sort()
    )
  })
})

test('each program is seen with its own build tags and experiments, and with none of the others', async () => {
  const only = (constraint: string): string => `//go:build ${constraint}\n\n${main(constraint)}`
  const folder = await hello('constrained', {
    'main.go': 'package hello\n',
    'cmd/plain/main.go': only('!extra && !goexperiment.jsonv2'),
    'cmd/tagged/main.go': only('extra'),
    'cmd/trying/main.go': only('goexperiment.jsonv2'),
    'slipway.yaml':
      'builds:\n  - {main: ./cmd/tagged, tags: [extra]}\n  - {main: ./cmd/trying, env: {GOEXPERIMENT: jsonv2}}\n'
  })
  const plan = async (...args: readonly string[]) => {
    const printed = await slipway(['plan', '--targets', 'linux/amd64', '--json', ...args], { cwd: folder })
    const { builds } = JSON.parse(succeeded(printed)) as { builds: { binaries: { name: string }[] }[] }
    return builds.flatMap(({ binaries }) => binaries.map(({ name }) => name)).sort()
  }
  expect(await plan()).toEqual(['plain', 'tagged', 'trying'])
  expect(await plan('--main', './cmd/tagged,./cmd/trying')).toEqual(['tagged', 'trying'])
})

describe('a module in a subdirectory', () => {
  const SUB: Sources = {
    'go.mod': 'module example.com/hello\n\ngo 1.26.8\n',
    'tools/cli/go.mod': 'module example.com/hello/tools/cli\n\ngo 1.26.8\n',
    'tools/cli/main.go': main('cli'),
    'tools/cli/README.md': 'About cli.\n',
    'README.md': 'About everything.\n',
    NOTICE: 'With thanks.\n'
  }

  test('has the version of its own tag, and the licence of the repository in its archive', async () => {
    const folder = await hello('sub', SUB, ['v9.0.0', 'tools/cli/v1.2.3'])

    const args = [
      '--module',
      'tools/cli',
      '--rebuild',
      '0',
      '--to',
      'releases',
      '--kubernetes',
      'none',
      '--sign',
      'none'
    ]
    const said = succeeded(await slipway(['release', '--targets', 'linux/amd64', ...args], { cwd: folder }))

    expect(said).toContain('version   1.2.3 (the only version tag on')
    expect(said).toContain('released tools/cli/v1.2.3')
    expect(await entries(out(folder, 'cli_1.2.3_linux_amd64.tar.gz'))).toEqual([
      'LICENSE',
      'NOTICE',
      'README.md',
      'cli'
    ])
    const extracted = await program(
      ['tar', '-xzOf', out(folder, 'cli_1.2.3_linux_amd64.tar.gz'), 'LICENSE', 'README.md'],
      {
        cwd: place
      }
    )
    expect(extracted.stdout).toBe(`${HELLO['LICENSE']}About cli.\n`)
    expect(await buildInfo(out(folder, 'bin/linux_amd64/cli'))).toMatch(
      /\tmod\texample\.com\/hello\/tools\/cli\tv1\.2\.3\t/
    )
  })

  test('keeps a licence of its own, and is found behind a link', async () => {
    const folder = await hello('own', { ...SUB, 'tools/cli/COPYING': 'Mine.\n' }, ['tools/cli/v1.2.3'])
    await symlink(join(folder, 'tools'), join(place, 'linked'))

    await build(folder, ['--module', join(place, 'linked/cli'), '--out', join(place, 'linked-out')])

    expect(await entries(join(place, 'linked-out/cli_1.2.3_linux_amd64.tar.gz'))).toEqual([
      'COPYING',
      'README.md',
      'cli'
    ])
  })
})

test('a vendored module is built from what the repository holds, with no network and no module cache', async () => {
  const folder = await hello('vendored', {
    'go.mod': `${GO_MOD}\nrequire example.com/greeting v1.4.2\n`,
    'main.go': 'package main\n\nimport "example.com/greeting"\n\nfunc main() { println(greeting.Text) }\n',
    'vendor/modules.txt': '# example.com/greeting v1.4.2\n## explicit; go 1.26\nexample.com/greeting\n',
    'vendor/example.com/greeting/greeting.go': 'package greeting\n\nconst Text = "good morning"\n'
  })
  await mkdir(join(place, 'no-modules'))

  await build(folder, [], { GOPROXY: 'off', GOMODCACHE: join(place, 'no-modules'), GOFLAGS: '-mod=mod' })

  expect(await says(out(folder, 'bin/linux_amd64/hello'))).toBe('good morning')
  const fetched = await readdir(join(place, 'no-modules'), { recursive: true })
  // What go looks up about the tags of the module itself, it writes down there.
  expect(fetched.filter((name) => /greeting|\.(zip|mod)$/.test(name))).toEqual([])
  const sbom = JSON.parse(await readFile(out(folder, 'hello_1.0.0_linux_amd64.cdx.json'), 'utf8')) as unknown
  expect(sbom).toMatchObject({ components: expect.arrayContaining([expect.objectContaining({ version: 'v1.4.2' })]) })
})

describe('the version inside the program', () => {
  test('is the one of a module whose path ends in its major version', async () => {
    const folder = await hello('v2', { 'go.mod': 'module example.com/hello/v2\n\ngo 1.26.8\n' }, ['v2.1.0'])
    const said = await build(folder, [])
    expect(said).not.toContain('warning')
    expect(await readdir(out(folder, 'bin/linux_amd64'))).toEqual(['hello'])
    expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toContain('\tmod\texample.com/hello/v2\tv2.1.0\t')
  })

  test('cannot be a major version that the module path does not have, which is said', async () => {
    const folder = await hello('v2-missing', {}, ['v2.1.0'])
    expect(await build(folder, [])).toContain(
      'warning: v2.1.0 is no version of example.com/hello to go, which wants a module path that ends in /v2: build info has a pseudo-version'
    )
    expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toContain('\tmod\texample.com/hello\tv0.0.0-2026')
  })

  test('is the higher one of two tags on a commit, which is said', async () => {
    const folder = await hello('two', {}, ['v1.0.0', 'v1.0.1'])
    expect(await build(folder, ['--version', '1.0.0'])).toContain('from the tag v1.0.1, which lies on the same commit')
    expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toContain('\tmod\texample.com/hello\tv1.0.1\t')
    expect(await says(out(folder, 'bin/linux_amd64/hello'))).toMatch(/^1\.0\.0 /)
  })

  test('is that of a tag which came after a build of the same commit and version: it is built again', async () => {
    const folder = await hello('tagged-later', {}, [])
    await build(folder, ['--version', '1.4.0'])
    const path = out(folder, 'bin/linux_amd64/hello')
    expect(await buildInfo(path)).toContain('\tmod\texample.com/hello\tv0.0.0-2026')
    expect(await build(folder, ['--version', '1.4.0'])).toMatch(/^= build +linux\/amd64/m)

    await git(folder, 'tag', 'v1.4.0')
    const args = ['--to', join(place, 'later'), '--kubernetes', 'none', '--sign', 'none', '--targets', 'linux/amd64']
    const said = succeeded(await slipway(['release', ...args], { cwd: folder }))

    expect(said).toMatch(/^✓ build +linux\/amd64/m)
    expect(await buildInfo(path)).toContain('\tmod\texample.com/hello\tv1.4.0\t')
    await git(folder, 'tag', 'latest')
    expect(succeeded(await slipway(['release', ...args], { cwd: folder }))).not.toMatch(/^✓ build/m)
  })

  test('is as go 1.24 makes it of a second major version, from the name of the folder', async () => {
    const files = { 'go.mod': 'module example.com/hello/v2\n\ngo 1.24.0\n\ntoolchain go1.24.9\n' }
    for (const [name, version] of Object.entries({ 'major/clone': '(devel)', 'major/v2': 'v2.1.0' })) {
      const folder = await hello(name, files, ['v2.1.0'])
      await build(folder, [])
      expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toContain(
        `\tmod\texample.com/hello/v2\t${version}\t`
      )
    }
  })

  test('is no tag of gopkg.in, whose paths go cannot find in a repository', async () => {
    const folder = await hello('gopkg', { 'go.mod': 'module gopkg.in/hello.v2\n\ngo 1.26.8\n' }, ['v2.1.0'])
    await build(folder, [])
    expect(await buildInfo(out(folder, 'bin/linux_amd64/hello.v2'))).toContain('\tmod\tgopkg.in/hello.v2\t(devel)\t')
  })

  test('would depend on how deep a clone is when go does not know the tag: a shallow one is refused', async () => {
    const folder = await hello('bare', {}, [])
    await write(folder, { 'main.go': main('bare') })
    await commit(folder, ['1.0.0'])
    const clone = join(place, 'bare-shallow')
    await git(place, 'clone', '--quiet', '--depth=1', '--branch=1.0.0', `file://${folder}`, clone)

    const shallow = await slipway(['build', '--targets', 'linux/amd64'], { cwd: clone })

    expect(shallow.status).toBe(2)
    expect(shallow.stdout).toContain('error: 1.0.0 is no version of example.com/hello to go, which wants v1.0.0')
    expect(shallow.stdout).toContain('Fetch the whole history (actions/checkout: fetch-depth: 0)')
    expect(await build(folder, [])).toContain('build info has a pseudo-version')
  })
})

describe('variants and systems', () => {
  const TARGETS = ['linux/arm/v6', 'linux/arm/v7', 'linux/amd64', 'linux/amd64/v3', 'wasip1/wasm', 'plan9/amd64']

  test('lie side by side under names of their own, each of its kind', async () => {
    const folder = await hello('variants')
    const said = succeeded(await slipway(['build', '--targets', TARGETS.join(',')], { cwd: folder }))

    expect((await readdir(out(folder))).filter((name) => name.endsWith('.tar.gz'))).toEqual([
      'hello_1.0.0_linux_amd64.tar.gz',
      'hello_1.0.0_linux_amd64v3.tar.gz',
      'hello_1.0.0_linux_armv6.tar.gz',
      'hello_1.0.0_linux_armv7.tar.gz',
      'hello_1.0.0_plan9_amd64.tar.gz',
      'hello_1.0.0_wasip1_wasm.tar.gz'
    ])
    const info = (target: string) => buildInfo(out(folder, 'bin', target, 'hello'))
    expect(await info('linux_armv6')).toContain('\tbuild\tGOARM=6\n')
    expect(await info('linux_armv7')).toContain('\tbuild\tGOARM=7\n')
    expect(await info('linux_amd64')).toContain('\tbuild\tGOAMD64=v1\n')
    expect(await info('linux_amd64v3')).toContain('\tbuild\tGOAMD64=v3\n')
    expect(said).toMatch(/^✓ build +wasip1\/wasm .*Wasm/m)
    expect((await readFile(out(folder, 'bin/wasip1_wasm/hello'))).subarray(0, 4).toString('latin1')).toBe('\0asm')
  })

  test('whose programs cannot be opened here are built with all that was planned, and that they are unchecked is said', async () => {
    const folder = await hello('plan9')
    const args = ['--targets', 'plan9/amd64,aix/ppc64', '--sbom', 'both']
    const said = succeeded(await slipway(['build', ...args], { cwd: folder }))
    expect(said).toMatch(/^✓ build +plan9\/amd64 .*unchecked/m)
    expect(await entries(out(folder, 'hello_1.0.0_plan9_amd64.tar.gz'))).toEqual(['LICENSE', 'hello'])
    const plan = JSON.parse(succeeded(await slipway(['plan', ...args, '--json'], { cwd: folder }))) as {
      archives: { name: string; binaries: { sbom: string; spdx: string }[] }[]
    }
    const planned = plan.archives.flatMap(({ name, binaries }) => [
      name,
      ...binaries.flatMap(({ sbom, spdx }) => [sbom, spdx])
    ])
    const manifest = JSON.parse(await readFile(out(folder, 'manifest.json'), 'utf8')) as {
      artifacts: { name: string }[]
    }
    expect(planned).toHaveLength(6)
    expect(manifest.artifacts.map(({ name }) => name).sort()).toEqual([...planned, 'checksums.txt'].sort())
    const sbom = JSON.parse(await readFile(out(folder, 'hello_1.0.0_aix_ppc64.cdx.json'), 'utf8')) as unknown
    expect(sbom).toMatchObject({ metadata: { component: { name: 'hello', version: '1.0.0' } } })
  })
})

test("nothing of the caller's Go settings gets into a build", async () => {
  const files = {
    'go.mod': `${GO_MOD}\nrequire example.com/greeting v1.0.0\n\nreplace example.com/greeting v1.0.0 => ./greeting\n`,
    'main.go':
      'package main\n\nimport "example.com/greeting"\n\nvar leak = "none"\n\nfunc main() { println(greeting.Text, leak) }\n',
    'leak.go': '//go:build leak\n\npackage main\n\nfunc init() { leak = "tag" }\n',
    'greeting/go.mod': 'module example.com/greeting\n\ngo 1.26.8\n',
    'greeting/greeting.go': 'package greeting\n\nconst Text = "ours"\n'
  }
  const [clean, dirty] = [await hello('env/clean', files), await hello('env/dirty/work', files)]
  // A workspace above the module, and a settings file of the user.
  await write(join(place, 'env/dirty'), {
    'go.work': 'go 1.26.8\n\nuse (\n\t./work\n\t./other\n)\n\nreplace example.com/greeting v1.0.0 => ./other\n',
    'other/go.mod': 'module example.com/greeting\n\ngo 1.26.8\n',
    'other/greeting.go': 'package greeting\n\nconst Text = "theirs"\n',
    goenv: 'GOFLAGS=-tags=leak\nGOAMD64=v3\nCGO_ENABLED=1\nGOPROXY=off\n'
  })

  await build(clean, [])
  await build(dirty, [], {
    GOENV: join(place, 'env/dirty/goenv'),
    GOWORK: join(place, 'env/dirty/go.work'),
    GOFLAGS: '-tags=leak -ldflags=-X=main.leak=flag -race',
    ...{ GOOS: 'windows', GOARCH: 'arm64', GOAMD64: 'v4', GOEXPERIMENT: 'nosuchthing', GODEBUG: 'http2debug=1' },
    ...{ CGO_ENABLED: '1', CC: '/nowhere/cc', CGO_CFLAGS: '-O9', GOTOOLCHAIN: 'go1.25.3', GOROOT: '/nowhere' },
    ...{ GIT_DIR: '/nowhere', GIT_WORK_TREE: '/nowhere', GIT_INDEX_FILE: '/nowhere' }
  })

  const [one, two] = [clean, dirty].map((folder) => out(folder, 'bin/linux_amd64/hello'))
  expect(await says(two ?? '')).toBe('ours none')
  expect((await readFile(two ?? '')).equals(await readFile(one ?? ''))).toBe(true)
})

describe('a Go whose go.env has settings', () => {
  /** The machine's Go with another go.env: GOENV=off does not switch that file off. */
  const goWith = async (name: string, settings: string): Promise<string> => {
    const root = succeeded(await program(['go', 'env', 'GOROOT'], { cwd: '/', env: { GOTOOLCHAIN: 'local' } })).trim()
    const copy = join(place, name)
    await mkdir(join(copy, 'bin'), { recursive: true })
    for (const file of await readdir(root))
      if (file !== 'bin' && file !== 'go.env') await symlink(join(root, file), join(copy, file))
    await copyFile(join(root, 'bin/go'), join(copy, 'bin/go'))
    await writeFile(join(copy, 'go.env'), `${await readFile(join(root, 'go.env'), 'utf8')}\n${settings}\n`)
    return `${join(copy, 'bin')}:${process.env['PATH'] ?? ''}`
  }
  const version = async (): Promise<string> =>
    succeeded(await program(['go', 'env', 'GOVERSION'], { cwd: '/', env: { GOTOOLCHAIN: 'local' } }))
      .trim()
      .slice(2)

  test('builds with none of them', async () => {
    const PATH = await goWith(
      'go-flags',
      'GOFLAGS=-tags=leak -ldflags=-X=main.date=leaked\nGOFIPS140=latest\nGOAMD64=v3'
    )
    const files = {
      'go.mod': `module example.com/hello\n\ngo ${await version()}\n`,
      'leak.go': '//go:build leak\n\npackage main\n\nfunc init() { date = "leaked" }\n'
    }
    const [one, two] = [await hello('go-env/one', files), await hello('go-env/two', files)]
    await build(one, [])
    await build(two, [], { PATH })
    const path = out(two, 'bin/linux_amd64/hello')
    expect((await readFile(path)).equals(await readFile(out(one, 'bin/linux_amd64/hello')))).toBe(true)
  })

  test('is refused for an experiment, which no variable of ours can take away', async () => {
    const PATH = await goWith('go-experiment', 'GOEXPERIMENT=jsonv2')
    const folder = await hello('go-env/three', { 'go.mod': `module example.com/hello\n\ngo ${await version()}\n` })
    const ran = await slipway(['build', '--targets', 'linux/amd64'], { cwd: folder, env: { PATH } })
    expect(ran.status).toBe(5)
    expect(ran.stdout).toContain('its GOEXPERIMENT is jsonv2, which nobody asked for: by the go.env in its GOROOT')
  })
})

test('an experiment and a FIPS module that the project asks for are in the program', async () => {
  const folder = await hello('experiment', {
    'slipway.yaml': 'rebuild: 0\nbuilds:\n  - {main: ., env: {GOEXPERIMENT: jsonv2, GOFIPS140: latest}}\n'
  })
  await build(folder, [])
  const info = await buildInfo(out(folder, 'bin/linux_amd64/hello'))
  expect(info).toContain('\tbuild\tGOEXPERIMENT=jsonv2\n')
  expect(info).toContain('\tbuild\tGOFIPS140=latest\n')
})

test('the toolchain line decides which Go builds, and the report names it with what vouches for it', async () => {
  const folder = await hello('toolchain', { 'go.mod': 'module example.com/hello\n\ngo 1.25.0\n\ntoolchain go1.25.3\n' })

  const said = await build(folder, [])

  expect(said).toContain('go        go1.25.3 (the toolchain line of go.mod)')
  expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toMatch(/hello: go1\.25\.3\n/)
  const report = JSON.parse(await readFile(out(folder, 'report/compatibility.json'), 'utf8')) as { tools: unknown[] }
  const onPath = succeeded(
    await program(['go', 'env', 'GOVERSION'], { cwd: '/', env: { GOTOOLCHAIN: 'local' } })
  ).trim()
  expect(report.tools).toContainEqual({
    name: 'go',
    version: 'go1.25.3',
    source: onPath === 'go1.25.3' ? 'machine' : 'module',
    vouched: expect.stringContaining(onPath === 'go1.25.3' ? 'machine' : 'golang.org/toolchain of go1.25.3')
  })
  expect(await readFile(out(folder, 'report/summary.md'), 'utf8')).toContain('go1.25.3')
})

test('a Go of before GOARM64 builds for arm64, and is refused where its variant is not the default', async () => {
  const folder = await hello('old', { 'go.mod': 'module example.com/hello\n\ngo 1.20\n\ntoolchain go1.21.13\n' })

  succeeded(await slipway(['build', '--targets', 'linux/amd64,linux/arm64'], { cwd: folder }))
  expect(await buildInfo(out(folder, 'bin/linux_arm64/hello'))).toMatch(/hello: go1\.21\.13\n/)
  expect(await buildInfo(out(folder, 'bin/linux_amd64/hello'))).toContain('\tbuild\tGOAMD64=v1\n')

  const variant = await slipway(['build', '--targets', 'linux/arm64/v9.0'], { cwd: folder })
  expect(variant.status).toBe(2)
  expect(variant.stdout).toContain('error: go1.21.13 does not know GOARM64, so it cannot build linux/arm64/v9.0')
})
