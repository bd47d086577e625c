import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { folder } from '../../src/adapters/folder/publisher.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { inTerminal } from '../fakes/children/in-terminal.ts'
import { needing } from '../fakes/needs.ts'
import { localFiles, wanted, type Local } from '../fakes/platform/publisher-benches.ts'

const { test } = needing('script')
const YANK = ['yank', 'v1.0.0', '--to', 'releases', '--why', 'bad']
const QUESTION = 'Take v1.0.0 back, on releases? [y/N] '

let local: Local & AsyncDisposable
beforeAll(async () => {
  local = await localFiles()
})
afterAll(async () => local[Symbol.asyncDispose]())
beforeEach(async () => {
  await rm(join(local.folder, 'releases'), { recursive: true, force: true })
  for (const tag of ['v0.9.0', 'v1.0.0']) {
    const publisher = folder(join(local.folder, 'releases'), local.files)
    await using draft = await publisher.draft(wanted({ tag }), new AbortController().signal)
    await draft.add(await local.make('a.txt', tag))
    await draft.publish()
  }
})

/** The command in a terminal, where a person types the keys once the question stands there. */
const asked = (args: readonly string[], keys: string) => inTerminal(args, { cwd: local.folder, at: QUESTION, keys })

const state = async () => ({
  latest: (await readFile(join(local.folder, 'releases/latest'), 'utf8')).trim(),
  why: (JSON.parse(await readFile(join(local.folder, 'releases/v1.0.0/release.json'), 'utf8')) as { yanked?: string })
    .yanked
})

test.each([
  ['n', 'n\r'],
  ['nothing', '\r'],
  ['something else', 'yep\r'],
  ['Ctrl-D', '\x04'],
  ['Ctrl-C', '\x03']
])('a person who answers %s leaves the release as it is', async (_, keys) => {
  const { said, status } = await asked(YANK, keys)
  expect(said).toContain(QUESTION)
  expect(said).toContain('v1.0.0 is left as it is')
  expect(said).not.toContain('bug in Slipway')
  expect(status).toBe(2)
  expect(await state()).toEqual({ latest: 'v1.0.0', why: undefined })
})

test.each(['y\r', 'YES\r'])('a person who answers %j takes it back, and is not asked again', async (keys) => {
  expect(await asked(YANK, keys)).toMatchObject({ status: 0 })
  expect(await state()).toEqual({ latest: 'v0.9.0', why: 'bad' })
  const { said, status } = await asked(YANK, '')
  expect([status, said.includes(QUESTION)]).toEqual([0, false])
  expect(said).toContain('was taken back before')
})

test('who says --yes is not asked, and neither is a job, which has no terminal', async () => {
  const { said, status } = await asked([...YANK, '--yes'], '')
  expect([status, said.includes(QUESTION)]).toEqual([0, false])
  expect(await state()).toEqual({ latest: 'v0.9.0', why: 'bad' })

  succeeded(await slipway(['yank', 'v0.9.0', '--to', 'releases', '--why', 'bad too'], { cwd: local.folder }))
  expect(await readFile(join(local.folder, 'releases/v0.9.0/release.json'), 'utf8')).toContain('bad too')
})
