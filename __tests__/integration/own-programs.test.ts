import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { repository, workspace, write } from '../fakes/repository.ts'

// A release and its rebuild from an empty cache, of programs that hold nothing but Go's runtime.
jest.setTimeout(300_000)

const SETTINGS = `rebuild: 0
build-cache: shared
targets: [linux/amd64, darwin/all]
builds:
  - main: .
    ldflags: ['-X main.channel={env.CHANNEL}']
    overrides:
      - { targets: [darwin], ldflags: ['-X main.channel=mac {env.CHANNEL}'] }
  - main: .
    name: tool-extra
    targets: [linux/amd64]
    tags: [extra]
  - main: ./cmd/mate
    targets: [linux/amd64]
`
/** Reads a file as Go does: the processors that it is for, and which Go program it is. */
const READER = `package main

import (
	"debug/buildinfo"
	"debug/macho"
	"fmt"
	"os"
)

func main() {
	fat, err := macho.OpenFat(os.Args[1])
	if err != nil {
		panic(err)
	}
	for _, arch := range fat.Arches {
		fmt.Println(arch.Cpu, arch.Align, arch.Offset%16384, arch.File.Type, arch.Section("__text").Size > 1000)
	}
	info, err := buildinfo.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	fmt.Println(info.Path)
}
`

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let env: Readonly<Record<string, string>>
const release = (more: Readonly<Record<string, string>>) =>
  slipway(['release', '--kubernetes', 'none', '--to', '../releases'], {
    cwd: join(place, 'tool'),
    env: { ...env, ...more }
  })

beforeAll(async () => {
  place = stack.use(await workspace()).path
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))).path
  const args = ['generate-key-pair', '--output-key-prefix', join(place, 'one')]
  succeeded(await program([cosign, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  env = { COSIGN_PRIVATE_KEY: await readFile(join(place, 'one.key'), 'utf8'), COSIGN_PASSWORD: 'canary' }
  await repository(join(place, 'tool'), {
    'go.mod': 'module example.com/tool\n\ngo 1.26.8\n',
    'main.go': 'package main\n\nvar channel string\n\nfunc main() { println(channel) }\n',
    'extra.go': '//go:build extra\n\npackage main\n\nfunc init() { channel = "extra" }\n',
    'cmd/mate/main.go': 'package main\n\nfunc main() { println("mate") }\n',
    LICENSE: 'Do as you like.\n',
    'slipway.yaml': SETTINGS
  })
})

test('a variable that flags name is wanted before anything is compiled, and holds no secret', async () => {
  expect(await release({})).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/error: slipway\.yaml names \{env\.CHANNEL\}, and that variable is not set, or empty/)
  })
  expect(await release({ CHANNEL: 'canary' })).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/its value holds a secret of this job/)
  })
})

test('each program has its own targets, flags and name, and all come out the same when they are built again', async () => {
  const said = succeeded(await release({ CHANNEL: 'stable' }))
  expect(said).toMatch(/^\s*variables\s+CHANNEL=stable$/m)
  const published = join(place, 'releases/v1.0.0')
  expect((await readdir(published)).filter((name) => /\.(zip|gz)$/.test(name)).sort()).toEqual([
    'tool_1.0.0_darwin_all.tar.gz',
    'tool_1.0.0_linux_amd64.tar.gz'
  ])
  const unpack = async (name: string): Promise<string> => {
    const to = join(place, name)
    await mkdir(to)
    succeeded(await program(['tar', 'xzf', join(published, `tool_1.0.0_${name}.tar.gz`)], { cwd: to }))
    return to
  }
  const linux = await unpack('linux_amd64')
  expect((await readdir(linux)).sort()).toEqual(['LICENSE', 'mate', 'tool', 'tool-extra'])
  expect((await program([join(linux, 'tool')], { cwd: place })).stderr).toBe('stable\n')
  expect((await program([join(linux, 'tool-extra')], { cwd: place })).stderr).toBe('extra\n')

  const mac = join(await unpack('darwin_all'), 'tool')
  await write(join(place, 'reader'), { 'go.mod': 'module example.com/reader\n\ngo 1.26\n', 'main.go': READER })
  const read = await program(['go', 'run', '.', mac], {
    cwd: join(place, 'reader'),
    env: { GOFLAGS: '-buildvcs=false' }
  })
  expect(succeeded(read).split('\n')).toEqual([
    'CpuAmd64 14 0 Exec true',
    'CpuArm64 14 0 Exec true',
    'example.com/tool',
    ''
  ])
  expect((await readFile(mac, 'latin1')).split('mac stable')).toHaveLength(3)

  // The variable is told by the provenance, and by nobody else here.
  const verify = ['verify', published, '--key', join(place, 'one.pub'), '--rebuild']
  const again = succeeded(await slipway(verify, { cwd: join(place, 'tool') }))
  expect(again).toMatch(/7 files came out the same/)
  expect(again).toContain('tool_1.0.0_darwin_all.tar.gz: rebuilt, the same bytes')
})

test('a flag leaves out targets of programs, and what it leaves nothing of is refused', async () => {
  const plan = async (...targets: readonly string[]) =>
    await slipway(['plan', '--kubernetes', 'none', '--json', '--targets', targets.join(',')], {
      cwd: join(place, 'tool'),
      env: { CHANNEL: 'stable' }
    })
  const { builds } = JSON.parse(succeeded(await plan('windows/amd64'))) as {
    readonly builds: readonly { readonly binaries: readonly { readonly path: string }[] }[]
  }
  expect(builds.flatMap(({ binaries }) => binaries.map(({ path }) => path))).toEqual(['bin/windows_amd64/tool.exe'])
  await writeFile(join(place, 'tool/slipway.yaml'), 'builds: [{ main: ., targets: [windows/amd64] }]\nmain: .\n')
  expect(await plan('linux/amd64')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/no program is built for the targets that are named/)
  })
})
