import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// A runtime that was never compiled for a target before takes half a minute.
jest.setTimeout(600_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

async function hello(name: string, files: Sources, tags?: readonly string[]): Promise<string> {
  const folder = join(place, name)
  // An empty text takes a file away.
  const sources = Object.entries({ ...HELLO, ...files }).filter(([, text]) => text !== '')
  await repository(folder, Object.fromEntries(sources), tags)
  return folder
}
const out = (folder: string, ...path: readonly string[]): string => join(folder, '.slipway', ...path)
const buildInfo = async (path: string): Promise<string> =>
  succeeded(await program(['go', 'version', '-m', path], { cwd: place }))
const archives = async (folder: string): Promise<readonly string[]> =>
  (await readdir(out(folder))).filter((name) => /\.(tar\.gz|zip)$/.test(name))

const VENDORED: Sources = {
  'go.mod': 'module example.com/hello\n\ngo 1.26.8\n\nrequire example.com/greeting v1.4.2\n',
  'main.go': 'package main\n\nimport "example.com/greeting"\n\nfunc main() { println(greeting.Text) }\n',
  'vendor/modules.txt': '# example.com/greeting v1.4.2\n## explicit; go 1.26\nexample.com/greeting\n',
  'vendor/example.com/greeting/greeting.go': 'package greeting\n\nconst Text = "good morning"\n'
}

describe('a vendored module', () => {
  test('in a subdirectory is built from its own vendor folder', async () => {
    const files = Object.entries(VENDORED).map(([name, text]) => [
      `tools/${name}`,
      text.replace('module example.com/hello', 'module example.com/hello/tools')
    ])
    const folder = await hello(
      'sub',
      { 'go.mod': '', 'main.go': '', ...(Object.fromEntries(files) as Sources), 'tools/slipway.yaml': 'rebuild: 0\n' },
      ['tools/v1.2.3']
    )
    const args = ['build', '--module', 'tools', '--targets', 'linux/amd64']
    succeeded(await slipway(args, { cwd: folder, env: { GOPROXY: 'off' } }))
    const [made = ''] = (await readdir(folder, { recursive: true })).filter((name) =>
      name.endsWith('linux_amd64/tools')
    )
    expect((await program([join(folder, made)], { cwd: place })).stderr).toBe('good morning\n')
    expect(await buildInfo(join(folder, made))).toContain('\tdep\texample.com/greeting\tv1.4.2')
  })

  test('whose vendor folder git does not hold is refused before anything is compiled', async () => {
    const sources = Object.entries(VENDORED).filter(([name]) => !name.startsWith('vendor/'))
    const folder = await hello('untracked', { ...Object.fromEntries(sources), '.gitignore': '/vendor/\n' })
    await write(folder, Object.fromEntries(Object.entries(VENDORED).filter(([name]) => name.startsWith('vendor/'))))
    const to = ['--to', 'releases', '--kubernetes', 'none', '--sign', 'none', '--targets', 'linux/amd64']
    const run = await slipway(['release', ...to], { cwd: folder, env: { GOPROXY: 'off' } })
    expect(run.status).toBe(2)
    expect(run.stdout).toMatch(/error: the build would take in files that git does not hold: vendor\//)
    expect(run.stdout).not.toMatch(/^[✓✗] build/m)
  })
})

const MAIN = (name: string): string => `package main\n\nfunc main() { println("${name}") }\n`

test('several programs have every variant of a target, on Windows too, and no two names are the same', async () => {
  const folder = await hello('variants', {
    'main.go': '',
    'cmd/one/main.go': MAIN('one'),
    'cmd/two/main.go': MAIN('two')
  })
  const targets = ['linux/arm/v5', 'linux/arm/v7', 'windows/amd64', 'windows/amd64/v3']
  succeeded(await slipway(['build', '--targets', targets.join(',')], { cwd: folder }))
  expect(await archives(folder)).toEqual([
    'hello_1.0.0_linux_armv5.tar.gz',
    'hello_1.0.0_linux_armv7.tar.gz',
    'hello_1.0.0_windows_amd64.zip',
    'hello_1.0.0_windows_amd64v3.zip'
  ])
  for (const [place, setting] of [
    ['linux_armv5', 'GOARM=5'],
    ['linux_armv7', 'GOARM=7'],
    ['windows_amd64', 'GOAMD64=v1'],
    ['windows_amd64v3', 'GOAMD64=v3']
  ] as const) {
    const names = await readdir(out(folder, 'bin', place))
    expect(names).toEqual(place.startsWith('windows') ? ['one.exe', 'two.exe'] : ['one', 'two'])
    for (const name of names)
      expect(await buildInfo(out(folder, 'bin', place, name))).toContain(`\tbuild\t${setting}\n`)
  }
})

test('GOFIPS140 and GOEXPERIMENT of slipway.yaml are what is compiled, each for its program', async () => {
  const folder = await hello('settings', {
    'main.go': '',
    'cmd/plain/main.go': MAIN('plain'),
    'cmd/fips/main.go': 'package main\n\nimport "crypto/fips140"\n\nfunc main() { println(fips140.Enabled()) }\n',
    'cmd/trial/main.go': 'package main\n\nfunc main() {}\n',
    'slipway.yaml': [
      'rebuild: 0',
      'builds:',
      '  - main: ./cmd/fips',
      '    env: { GOFIPS140: latest }',
      '  - main: ./cmd/trial',
      '    env: { GOEXPERIMENT: nogreenteagc }',
      ''
    ].join('\n')
  })
  succeeded(await slipway(['build', '--targets', 'linux/amd64'], { cwd: folder }))
  const info = (name: string) => buildInfo(out(folder, 'bin/linux_amd64', name))
  expect(await info('fips')).toContain('\tbuild\tGOFIPS140=latest\n')
  expect((await program([out(folder, 'bin/linux_amd64/fips')], { cwd: place })).stderr).toBe('true\n')
  expect(await info('trial')).toContain('X:nogreenteagc')
  expect(await info('plain')).not.toMatch(/GOFIPS140|X:/)
})

test('a program for the browser is built as Wasm, checked, and has no name of its own for it', async () => {
  const folder = await hello('browser', {})
  const said = succeeded(await slipway(['build', '--targets', 'js/wasm'], { cwd: folder }))
  expect(said).toMatch(/^✓ build +js\/wasm .*Wasm/m)
  expect(await archives(folder)).toEqual(['hello_1.0.0_js_wasm.tar.gz'])
  expect((await readFile(out(folder, 'bin/js_wasm/hello'))).subarray(0, 4).toString('latin1')).toBe('\0asm')
})
