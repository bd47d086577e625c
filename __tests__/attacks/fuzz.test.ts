import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalize, type Json } from '../../src/base/json.ts'
import { program, SLIPWAY, succeeded, type Ran } from '../fakes/cli.ts'
import { damage, damages, type Damage } from '../fakes/hostile/damage.ts'
import { commit, repository, workspace, write } from '../fakes/repository.ts'

// A release of nearly nothing takes a second, on a machine that does nothing else.
jest.setTimeout(1_800_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
/** Seeded: a run that fails can be repeated; the full tests take another seed each time. */
const SEED = FULL ? Date.now() % 2 ** 31 : 7
/** Longer than any of them needs on a busy machine: what takes it hangs. */
const HANGS_SECONDS = 180

const PROGRAM = `package main

import "os"

func main() {
	if len(os.Args) < 3 {
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Args[2])
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(text)
}
`

const SETTINGS = `targets: [linux/amd64]
suites: [data]
rebuild: 0
build-cache: shared
sign: none
vulnerabilities: "off"
data:
  - name: echo
    files: [testdata/a.json]
    read: [-read, "{fixture}"]
`

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let folder = ''
let clean: Readonly<Record<string, string>> = {}
const at = (...names: readonly string[]): string => join(folder, ...names)

const release = (): Promise<Ran> =>
  program(['timeout', '--signal=KILL', String(HANGS_SECONDS), ...COMMAND], {
    cwd: at('place/work'),
    env: { TMPDIR: at('place/tmp') }
  })
const COMMAND = [...SLIPWAY, 'release', '--to', '../to']

/** They tell times. */
const TIMED = ['manifest.json', 'release.json']

/** The bytes that people get, by name, and the verdicts with them. */
async function seen(): Promise<Readonly<Record<string, string>>> {
  const to = at('place/to/v1.1.0')
  const names = await readdir(to).catch(() => [])
  const digests = names
    .filter((name) => !TIMED.includes(name))
    .map(
      async (name) =>
        [
          name,
          createHash('sha256')
            .update(await readFile(join(to, name)))
            .digest('hex')
        ] as const
    )
  const report = await readFile(at('place/work/.slipway/report/compatibility.json'), 'utf8').catch(() => 'null')
  return { ...Object.fromEntries(await Promise.all(digests)), verdicts: names.length === 0 ? '' : tellVerdicts(report) }
}

interface Report {
  readonly outcome: string
  readonly verdicts: readonly { readonly trial: Json; readonly outcome: string; readonly checks: Json }[]
}

/** Without times, which differ. */
const tellVerdicts = (report: string): string => {
  const { outcome, verdicts } = JSON.parse(report) as Report
  return canonicalize([outcome, verdicts.map(({ trial, outcome, checks }) => [trial, outcome, checks])])
}

/** What lies beside the folders of Slipway: its bytes, mode, owner and names. */
async function untouched(): Promise<string> {
  const { mode, uid, size } = await stat(at('place/elsewhere/notes.txt'))
  const { mode: own } = await lstat(at('place/elsewhere'))
  return JSON.stringify([
    await readdir(at('place/elsewhere')),
    await readFile(at('place/elsewhere/notes.txt'), 'utf8'),
    ...[mode, uid, size, own]
  ])
}

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  await repository(at('base/work'), {
    'go.mod': 'module example.com/echo\n\ngo 1.26.8\n',
    'main.go': PROGRAM,
    LICENSE: 'Do as you like.\n',
    'slipway.yaml': SETTINGS,
    'testdata/a.json': '{"a": 1}\n'
  })
  await write(at('base/work'), { 'NOTE.md': 'one file more\n' })
  await commit(at('base/work'), ['v1.1.0'])
  await write(at('base'), { 'elsewhere/notes.txt': 'of somebody else\n' })
  await mkdir(at('base/tmp'))
  await restore()
  succeeded(await release())
  clean = await seen()
  expect(Object.keys(clean)).toContain('echo_1.1.0_linux_amd64.tar.gz')
  expect(clean['verdicts']).toContain('"passed"')
  await rm(at('place/to'), { recursive: true })
  // From here on each case begins with what a run has left that came as far as it could.
  await rm(at('base'), { recursive: true })
  succeeded(await program(['cp', '-a', at('place'), at('base')], { cwd: folder }))
})

/** Modes and pipes of the case before go with it. */
async function restore(): Promise<void> {
  await rm(at('place'), { recursive: true, force: true })
  succeeded(await program(['cp', '-a', at('base'), at('place')], { cwd: folder }))
}

async function holds(list: readonly Damage[], where: string): Promise<void> {
  await restore()
  const ground = { folder: at('place', where), elsewhere: at('place/elsewhere') }
  const done = list.map((each) => damage(ground, each)).join('; ')
  const before = await untouched()
  const { status, stdout, stderr } = await release()
  const told = `${done}\nstatus ${status}\n${stdout}${stderr}`
  if (status === null || status === 137) throw new Error(`it hangs: ${told}`)
  if (told.includes('this is a bug in Slipway')) throw new Error(`a bug: ${told}`)
  const after = await seen()
  const expected = status === 0 ? clean : { verdicts: '' }
  if (canonicalize(after) !== canonicalize(expected))
    throw new Error(`other bytes or verdicts: ${told}\n${JSON.stringify({ after, expected }, null, 2)}`)
  if ((await untouched()) !== before) throw new Error(`it wrote elsewhere: ${told}`)
}

test.each([
  ['output folder', 'work/.slipway', FULL ? 300 : 8],
  ['temporary folder', 'tmp', FULL ? 40 : 2]
])(
  'whatever somebody does to the %s, a release has the bytes and verdicts of a clean run, or there is none',
  async (_, where, numRuns) => {
    await fc.assert(
      fc.asyncProperty(damages, (list) => holds(list, where)),
      { seed: SEED, numRuns, endOnFailure: true }
    )
  }
)
