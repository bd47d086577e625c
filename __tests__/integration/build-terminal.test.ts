import { afterAll, beforeAll, expect, jest } from '@jest/globals'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { isDead, listPids, readStat, readProcessVariable } from '../../src/adapters/machine/owner.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { inTerminal } from '../fakes/children/in-terminal.ts'
import { needing } from '../fakes/needs.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

// It compiles from an empty build cache, and is stopped in the middle of that.
jest.setTimeout(300_000)
const { test } = needing('script')

const stack = new AsyncDisposableStack()
let place: string
let work: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
  work = join(place, 'work')
  await repository(work, HELLO)
})
afterAll(() => stack.disposeAsync())

/** What runs with a temporary folder, which the compiler and its children are given. */
const runningWith = (tmp: string): readonly number[] =>
  listPids().filter((pid) => {
    const stat = readProcessVariable(pid, 'TMPDIR') === tmp ? readStat(pid) : undefined
    return stat !== undefined && !isDead(stat)
  })

const COMMAND = ['build', '--targets', 'linux/amd64', '--out', 'out']

test('Ctrl-C while a terminal shows how it compiles ends all of it, and leaves the terminal as it was', async () => {
  const [GOCACHE, TMPDIR] = [join(place, 'cache'), join(place, 'tmp')]
  await mkdir(TMPDIR)
  let compiling: readonly number[] = []
  const { said, status } = await inTerminal(COMMAND, {
    cwd: work,
    env: { GOCACHE, TMPDIR },
    at: '… build     linux/amd64',
    keys: async () => {
      // The command line itself, go, and what go has started.
      while ((compiling = runningWith(TMPDIR)).length < 3) await sleep(20)
      return '\x03'
    }
  })
  // The whole of the terminal's group was hit.
  expect(compiling.length).toBeGreaterThan(2)
  expect(status).toBe(3)
  const shown = stripVTControlCharacters(said)
  expect(shown).toContain('error: stopped by SIGINT')
  expect(shown).toContain('The next run goes on from here.')
  expect(shown).not.toMatch(/bug in Slipway|^\s+at /m)
  // What is drawn is taken away, and the cursor is there.
  expect(said.lastIndexOf('\u001b[?25l')).toBeLessThanOrEqual(said.lastIndexOf('\u001b[?25h'))
  expect(said.slice(said.lastIndexOf('stopped by SIGINT'))).not.toContain('…')
  expect(runningWith(TMPDIR)).toEqual([])

  succeeded(await slipway(COMMAND, { cwd: work, env: { TMPDIR } }))
})
