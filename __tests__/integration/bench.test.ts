import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '../../bench/measure.ts'

// A busy machine may need long for what takes a second here.
jest.setTimeout(120_000)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-measure-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a program of Node's in a grandchild, so that only what is added up over the tree counts. */
const nested = (program: string) => ({
  argv: [
    process.execPath,
    '-e',
    `process.exitCode = require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(program)}], { stdio: 'inherit' }).status`
  ] as const,
  cwd: folder,
  env: { PATH: process.env.PATH ?? '' }
})

test('CPU time and memory of grandchildren are counted, waiting is not', async () => {
  const busy = `const end = process.cpuUsage().user + 1_000_000; const held = Buffer.alloc(200 * 2 ** 20, 1)
    while (process.cpuUsage().user < end) held[0]++`
  const idle = `setTimeout(() => {}, 1000)`
  const [worked, waited] = [
    await measure(nested(busy), join(folder, 'a')),
    await measure(nested(idle), join(folder, 'b'))
  ]

  expect(worked.cpuMs).toBeGreaterThanOrEqual(1000)
  expect(worked.peakKib).toBeGreaterThan(200 * 1024)
  expect(waited.wallMs).toBeGreaterThanOrEqual(1000)
  expect(waited.cpuMs).toBeLessThan(worked.cpuMs)
})

test('a command that fails is an error with the end of what it said', async () => {
  const log = join(folder, 'c')
  await expect(measure(nested(`console.error('no such thing'); process.exit(3)`), log)).rejects.toMatchObject({
    kind: 'command',
    cause: expect.stringContaining('no such thing') as unknown
  })
  expect(await readFile(log, 'utf8')).toBe('no such thing\n')
})
