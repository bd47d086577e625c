import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace, write } from '../fakes/repository.ts'

// What the go command says of packages decides which files are compared: these ask the real one, a second each.
jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place = ''
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

const EMBEDDING = {
  ...HELLO,
  'main.go':
    'package main\n\nimport "embed"\n\n//go:embed web\nvar web embed.FS\n\n' +
    'func main() {\n\tb, _ := web.ReadFile("web/page.bin")\n\tprint(string(b))\n}\n',
  'web/page.html': '<p>\n'
}

const RELEASING = ['--kubernetes', 'none', '--sign', 'none', '--to', '../releases']
const run = (cwd: string, command: 'build' | 'release') =>
  slipway([command, '--targets', 'linux/amd64', ...(command === 'release' ? RELEASING : [])], { cwd })

test('a pointer of Git LFS is not built, and once the file is here it is built and not taken from before', async () => {
  const folder = join(place, 'lfs')
  const bytes = 'the whole file\n'
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${bytes.length}\n`
  await repository(folder, { ...EMBEDDING, 'web/page.bin': pointer })
  expect(await run(folder, 'build')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/web\/page\.bin \(a pointer of Git LFS, and not the file\)[^]*git lfs pull/)
  })
  await write(folder, { 'web/page.bin': bytes })
  // What git-lfs leaves behind: the file, and an index by which it is the pointer.
  await git(folder, 'update-index', '--assume-unchanged', 'web/page.bin')
  succeeded(await run(folder, 'build'))
  const { stdout } = await program([join(folder, '.slipway/bin/linux_amd64/hello')], { cwd: folder })
  const { stderr } = await program([join(folder, '.slipway/bin/linux_amd64/hello')], { cwd: folder })
  expect(stdout + stderr).toContain('the whole file')
})

test('a submodule below an embedded folder that is not here stops the build', async () => {
  const [folder, other, clone] = [join(place, 'outer'), join(place, 'parts'), join(place, 'clone')]
  await repository(other, { 'page.bin': 'x\n' }, [])
  await repository(folder, EMBEDDING, [])
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'web/parts')
  await commit(folder, ['v1.0.0'])
  await git(place, 'clone', '--quiet', folder, clone)
  expect(await run(clone, 'build')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(
      /web\/parts \(a submodule that is not here\)[^]*git submodule update --init -- web\/parts/
    )
  })
})

test('a submodule in the place of a module that is not here is named where go cannot read the module', async () => {
  const [folder, other, clone] = [join(place, 'using'), join(place, 'lib'), join(place, 'using-clone')]
  await repository(other, { 'go.mod': 'module example.com/lib\n\ngo 1.26.8\n', 'lib.go': 'package lib\n' }, [])
  await repository(
    folder,
    {
      ...HELLO,
      'go.mod': `${HELLO['go.mod']}\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ./lib\n`,
      'main.go': 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n'
    },
    []
  )
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'lib')
  await commit(folder, ['v1.0.0'])
  await git(place, 'clone', '--quiet', folder, clone)
  expect(await run(clone, 'build')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('It may be why: lib is a submodule that is not here (git submodule update --init')
  })
  succeeded(await run(folder, 'build'))
})

test('a profile for the compiler that git does not hold is no part of a release', async () => {
  const folder = join(place, 'profile')
  await repository(folder, { ...HELLO, '.gitignore': '*.pgo\n' })
  await write(folder, { 'default.pgo': 'no profile\n' })
  expect(await run(folder, 'release')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('the build would take in files that git does not hold: default.pgo')
  })
})

test('a checkout with the line ends of Windows is refused before anything is compiled', async () => {
  const [folder, clone] = [join(place, 'unix'), join(place, 'windows')]
  await repository(folder, HELLO)
  await git(place, 'clone', '--quiet', '-c', 'core.autocrlf=true', folder, clone)
  expect(await readFile(join(clone, 'main.go'), 'utf8')).toContain('\r\n')
  expect(await run(clone, 'build')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/4 files that are built[^]*main\.go \(other line ends\)[^]*core\.autocrlf false/)
  })
})

test('a program whose main.version is a function is built where stamps are off', async () => {
  const folder = join(place, 'unstamped')
  const main = 'import "sync"\n\nvar version = sync.OnceValue(func() string { return "its own" })\n'
  await repository(folder, {
    ...HELLO,
    'main.go': `package main\n\n${main}\nfunc main() { println(version()) }\n`,
    'slipway.yaml': 'builds: [{ main: ., stamps: off }]\n'
  })
  succeeded(await run(folder, 'build'))
  const ran = await program([join(folder, '.slipway/bin/linux_amd64/hello')], { cwd: folder })
  expect(ran.stderr).toBe('its own\n')
})

test('a package that is a stub without cgo stops a release, and one that other systems leave out does not', async () => {
  const folder = join(place, 'stub')
  await repository(folder, {
    ...HELLO,
    'main.go':
      'package main\n\nimport (\n\t_ "example.com/hello/db"\n\t_ "example.com/hello/pure"\n)\n\nfunc main() {}\n',
    'db/db.go': 'package db\n\n// int one() { return 1; }\nimport "C"\n\nfunc Open() int { return int(C.one()) }\n',
    'db/stub.go': '//go:build !cgo\n\npackage db\n\nfunc Open() int { panic("needs cgo") }\n',
    'pure/pure.go': 'package pure\n',
    'pure/pure_windows.go': 'package pure\n'
  })
  expect(await run(folder, 'release')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('built without the files that need cgo: example.com/hello/db;')
  })
  await write(folder, {
    'slipway.yaml': 'rebuild: 0\naccepted-without-cgo: [{ package: example.com/hello/db, reason: nobody opens it }]\n'
  })
  await commit(folder, ['v1.0.1'])
  expect(succeeded(await run(folder, 'release'))).toContain('and that is accepted: nobody opens it')
})
