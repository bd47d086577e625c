import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { holders, pathOf, probes, type Canaries } from './canaries.ts'
import { program, succeeded } from '../cli.ts'
import { commit, HELLO, repository, write } from '../repository.ts'

/** A program that writes down what it sees of the world, which must be nothing of ours, into a folder. */
const CURIOUS = (seen: string): string => `package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	name := fmt.Sprintf("${seen}/%d", os.Getpid())
	text := strings.Join(os.Args, "\\x00") + "\\x00" + strings.Join(os.Environ(), "\\x00")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		panic(err)
	}
	fmt.Println("{}")
}
`

const SETTINGS = `targets: [linux/amd64]
kubernetes: none
suites: [data, surface]
rebuild: 0
data:
  - name: settings
    files: [testdata/settings.txt]
    read: [read, "{fixture}"]
`

/** Two versions of such a program in a repository; `v1.0.0` is the commit that comes back. */
export async function curiousRepository(work: string, seen: string): Promise<string> {
  const files = { '.gitignore': '.slipway/\n', 'main.go': CURIOUS(seen), 'slipway.yaml': SETTINGS }
  await repository(work, { ...HELLO, ...files, 'testdata/settings.txt': 'a\n' }, ['v0.9.0'])
  await write(work, { 'README.md': 'Curious.\n' })
  return commit(work, ['v1.0.0'])
}

/**
 * A machine of one job's own below a folder: home, temporary folder, and programs on PATH that write down how they were
 * called. What is compiled there was compiled before, and modules lie where they lie.
 */
export async function machineIn(folder: string, nth: number, cosign: string) {
  const root = join(folder, `place-${nth}`)
  for (const part of ['home', 'tmp']) await mkdir(join(root, part), { recursive: true })
  const own = await probes(join(folder, `probes-${nth}`), { git: await pathOf('git'), cosign })
  const where = JSON.parse(
    succeeded(await program(['go', 'env', '-json', 'GOCACHE', 'GOMODCACHE'], { cwd: folder }))
  ) as Record<string, string>
  const PATH = `${own.bin}:${process.env['PATH'] ?? ''}`
  return {
    ...{ root, out: join(root, 'out'), called: (canaries: Canaries) => own.seen(canaries) },
    env: { ...where, HOME: join(root, 'home'), TMPDIR: join(root, 'tmp'), PATH }
  }
}

/** What the programs under test saw, `runs` times or more: their own home, and nothing that a job has. */
export async function expectInnocence(seen: string, looked: Canaries, runs: number): Promise<void> {
  const names = await readdir(seen)
  expect(names.length).toBeGreaterThanOrEqual(runs)
  expect(await holders(seen, looked)).toEqual([])
  for (const name of names) {
    const text = await readFile(join(seen, name), 'utf8')
    const variables = text.split('\0').filter((each) => /^[A-Z_]+=/.test(each))
    expect(variables.map((each) => each.split('=')[0]).sort()).toEqual(['HOME', 'PATH', 'SLIPWAY_OWNER'])
  }
}
