import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { pathOf, probes, type Canaries } from './canaries.ts'
import { program, readGoFolders } from '../cli.ts'
import { commit, HELLO, repository, write } from '../repository.ts'

/**
 * A program that looks at its arguments and its environment, and ends with 3 and what it saw where that is more than a
 * home, a PATH and what it was called with. It has no way to tell anybody else.
 */
const CURIOUS = `package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if name != "HOME" && name != "PATH" && name != "SLIPWAY_OWNER" {
			fmt.Fprintln(os.Stderr, "sees "+variable)
			os.Exit(3)
		}
	}
	for _, argument := range os.Args[1:] {
		if argument != "--help" && argument != "read" && !strings.HasSuffix(argument, "settings.txt") {
			fmt.Fprintln(os.Stderr, "is told "+argument)
			os.Exit(3)
		}
	}
	fmt.Println("{}")
}
`

const SETTINGS = `targets: [linux/amd64]
kubernetes: none
suites: [data, surface]
rebuild: 0
build-cache: shared
data:
  - name: settings
    files: [testdata/settings.txt]
    read: [read, "{fixture}"]
`

/** Two versions of such a program in a repository; `v1.0.0` is the commit that comes back. */
export async function curiousRepository(work: string): Promise<string> {
  const files = { '.gitignore': '.slipway/\n', 'main.go': CURIOUS, 'slipway.yaml': SETTINGS }
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
  const where = await readGoFolders(folder)
  const PATH = `${own.bin}:${process.env['PATH'] ?? ''}`
  return {
    ...{ root, out: join(root, 'out'), called: (canaries: Canaries) => own.seen(canaries) },
    env: { ...where, HOME: join(root, 'home'), TMPDIR: join(root, 'tmp'), PATH }
  }
}

/**
 * The programs under test ran in a run that succeeded, and saw their own home and nothing that a job has: by the verdict
 * over what they read, since a program that sees more ends with 3, as it does here.
 */
export async function expectInnocence(said: string, work: string): Promise<void> {
  expect(said).toMatch(/^✓ prove +data: settings .* all hold/m)
  const alone = (env: Readonly<Record<string, string>>) =>
    program(['go', 'run', '.', 'read', 'settings.txt'], { cwd: work, env })
  const { status, stderr } = await alone({ COSIGN_PASSWORD: 'canary' })
  expect([status, stderr]).toEqual([1, expect.stringMatching(/sees [^]*exit status 3/)])
}
