import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folder } from '../../src/adapters/publishers/folder.ts'
import { plainEnvironment, slipway, succeeded } from '../fakes/cli.ts'
import { localFiles, wanted, type Local } from '../fakes/publisher-benches.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
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

/** Runs the command in a terminal of its own, where a person types the keys once the question stands there. */
async function inTerminal(args: readonly string[], keys: string): Promise<{ said: string; status: number | null }> {
  // The one program of every Linux that gives a command a terminal; it takes a line of shell, and gets no word of ours.
  const child = spawn('script', ['-q', '-e', '-c', 'exec "$NODE" "$CLI" $ARGS', '/dev/null'], {
    cwd: local.folder,
    env: { ...plainEnvironment(), NODE: process.execPath, CLI, ARGS: args.join(' '), TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const asked = said.includes(QUESTION)
    said += chunk.toString()
    if (!asked && said.includes(QUESTION)) child.stdin.write(keys)
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { said, status }
}

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
  const { said, status } = await inTerminal(YANK, keys)
  expect(said).toContain(QUESTION)
  expect(said).toContain('v1.0.0 is left as it is')
  expect(said).not.toContain('bug in Slipway')
  expect(status).toBe(2)
  expect(await state()).toEqual({ latest: 'v1.0.0', why: undefined })
})

test.each(['y\r', 'YES\r'])('a person who answers %j takes it back, and is not asked again', async (keys) => {
  expect(await inTerminal(YANK, keys)).toMatchObject({ status: 0 })
  expect(await state()).toEqual({ latest: 'v0.9.0', why: 'bad' })
  const { said, status } = await inTerminal(YANK, '')
  expect([status, said.includes(QUESTION)]).toEqual([0, false])
  expect(said).toContain('was taken back before')
})

test('who says --yes is not asked, and neither is a job, which has no terminal', async () => {
  const { said, status } = await inTerminal([...YANK, '--yes'], '')
  expect([status, said.includes(QUESTION)]).toEqual([0, false])
  expect(await state()).toEqual({ latest: 'v0.9.0', why: 'bad' })

  succeeded(await slipway(['yank', 'v0.9.0', '--to', 'releases', '--why', 'bad too'], { cwd: local.folder }))
  expect(await readFile(join(local.folder, 'releases/v0.9.0/release.json'), 'utf8')).toContain('bad too')
})
