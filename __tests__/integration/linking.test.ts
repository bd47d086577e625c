import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseUnlinkable } from '../../src/go/flags.ts'
import { inspectObject } from '../../src/go/inspect/object.ts'
import { findVariableType } from '../../src/go/variables.ts'
import { program, slipway } from '../fakes/cli.ts'
import { makeCoff, makeElf } from '../fakes/objects.ts'
import { HELLO, repository, workspace, write } from '../fakes/repository.ts'

// What the plan says of linking is what the linker says: a link of a second each.
jest.setTimeout(180_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let folder = ''
beforeAll(async () => {
  folder = join(stack.use(await workspace()).path, 'linked')
  await write(folder, {
    'go.mod': 'module example.com/linked\n\ngo 1.26.8\n',
    'main.go':
      'package main\n\nvar plain, other string\nvar number = 3\nvar called = give()\n\n//go:noinline\nfunc give() string { return "given" }\n\n' +
      'func main() { println(plain, number, called, other) }\n'
  })
})

const link = async (os: string, arch: string, ...ldflags: readonly string[]) =>
  await program(['go', 'build', '-o', 'out', `-ldflags=${['-s', '-w', ...ldflags].join(' ')}`, '.'], {
    cwd: folder,
    env: { GOOS: os, GOARCH: arch, CGO_ENABLED: '0', GOFLAGS: ' ' }
  })

test.each([
  { it: 'COFF amd64', bytes: makeCoff(0x8664, 3), os: 'windows', arch: 'amd64', links: true },
  { it: 'COFF amd64', bytes: makeCoff(0x8664, 3), os: 'linux', arch: 'amd64', links: true },
  { it: 'COFF 386', bytes: makeCoff(0x14c, 7), os: 'windows', arch: 'amd64', links: false },
  { it: 'COFF 386', bytes: makeCoff(0x14c, 7), os: 'linux', arch: 'amd64', links: false },
  {
    it: 'a COFF section of no kind',
    bytes: makeCoff(0x8664, 3, 0x20000040),
    os: 'windows',
    arch: 'amd64',
    links: false
  },
  { it: 'ELF arm64', bytes: makeElf(183), os: 'linux', arch: 'amd64', links: false },
  {
    it: 'Mach-O arm64',
    bytes: Buffer.from('cffaedfe0c000001'.padEnd(64, '0'), 'hex'),
    os: 'linux',
    arch: 'amd64',
    links: false
  },
  { it: 'no object', bytes: Buffer.from('no object file at all\n'), os: 'linux', arch: 'amd64', links: false },
  { it: 'an empty file', bytes: Buffer.alloc(0), os: 'linux', arch: 'amd64', links: true }
])('$it in a program for $os/$arch links: $links', async ({ bytes, os, arch, links }) => {
  const path = join(folder, 'rsrc.syso')
  await writeFile(path, bytes)
  try {
    expect((await link(os, arch)).status === 0).toBe(links)
    expect(inspectObject(bytes, { os, arch }).problem === undefined).toBe(links)
  } finally {
    await rm(path)
  }
})

test.each([
  { flags: ['-X', 'main.plain=x'], links: true },
  { flags: ['-X', 'main.plain'], links: false },
  { flags: ['-X', 'plain=x'], links: false },
  { flags: ['-aslr=false'], links: false },
  { flags: ['-aslr'], links: true },
  { flags: ['-bindnow'], links: true }
])('the linker with $flags links: $links', async ({ flags, links }) => {
  const { status, stderr } = await link('linux', 'amd64', ...flags)
  expect([status === 0, stderr]).toEqual([links, links ? '' : expect.anything()])
  const check = () => refuseUnlinkable(flags, { os: 'linux', arch: 'amd64' })
  if (links) expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ kind: 'input' }))
})

test('of -X the linker refuses what is no string, and sets in vain what is missing, and what a function sets later', async () => {
  const source = 'package main\n\nvar number = 3\nvar called = give()\n'
  expect([findVariableType(source, 'number'), findVariableType(source, 'called')]).toEqual(['other', 'called'])
  expect((await link('linux', 'amd64', '-X', 'main.number=4')).stderr).toContain('not a var of type string')
  const vain = ['-X', 'main.called=set', '-X', 'main.missing=set', '-X', 'example.com/linked.other=set']
  expect((await link('linux', 'amd64', '-X', 'main.plain=set', ...vain)).status).toBe(0)
  const { stderr } = await program([join(folder, 'out')], { cwd: folder })
  expect(stderr).toBe('set 3 given \n')
})

test('the plan says it before anything is compiled', async () => {
  const repo = join(folder, '../planned')
  await repository(repo, {
    ...HELLO,
    'main.go':
      'package main\n\nvar version = give()\n\nfunc give() string { return "x" }\n\nfunc main() { println(version) }\n',
    'slipway.yaml': `${HELLO['slipway.yaml']}builds: [{ main: ., ldflags: [-X main.nosuch=1, -X example.com/hello.version=1] }]\n`
  })
  const plan = () => slipway(['plan', '--targets', 'linux/amd64', '--kubernetes', 'none'], { cwd: repo })
  expect((await plan()).stdout).toMatch(
    /sets main\.version of \., and a function may give it another value[^]*main\.nosuch of \. in vain: there is no such[^]*example\.com\/hello\.version in vain: the package of a program is called main/
  )
  await writeFile(join(repo, 'rsrc.syso'), makeCoff(0x14c, 7))
  expect(await plan()).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(
      /rsrc\.syso for linux\/amd64: it is a COFF object for 386[^]*NAME_windows_amd64\.syso/
    )
  })
})
