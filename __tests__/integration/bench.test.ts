import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programs } from '../../bench/comparisons.ts'
import { glue, type Setting } from '../../bench/contenders.ts'
import { measure } from '../../bench/measure.ts'
import { startOnce } from '../../bench/start.ts'
import { meshCanary } from '../../bench/subject.ts'
import { BOOT_MS, pidsUnder, realToolchain, run } from '../fakes/cluster/cluster-real.ts'

// A busy machine may need long for what takes a second here, and the programs may have to be compiled first.
jest.setTimeout(BOOT_MS)

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

test('a start counts from the making of the process, and one that ends otherwise is no figure', async () => {
  const busy = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);'
  const { wallMs, cpuMs } = await startOnce({ title: 'busy', argv: ['-e', busy], status: 0 })
  expect(cpuMs).toBeGreaterThan(300)
  expect(wallMs).toBeGreaterThan(100)
  await expect(startOnce({ title: 'busy', argv: ['-e', 'process.exitCode = 3'], status: 0 })).rejects.toMatchObject({
    kind: 'command',
    message: 'busy ended with 3, not with 0'
  })
})

test('the commits of a subject change the one file that they say, under tags that count on', async () => {
  const subject = await meshCanary()
  const repository = join(folder, 'repository')
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run.run(['git', ...args], { cwd: repository, env: { PATH: process.env.PATH ?? '' } })).stdout.trim()

  expect(await subject.make(repository)).toBe('v1.1.0')
  expect(await subject.commit(repository, 1, 'command')).toBe('v1.1.1')
  expect(await git('diff', '--name-only', 'v1.1.0', 'v1.1.1')).toBe('main.go')
  expect(await subject.commit(repository, 2, 'library')).toBe('v1.1.2')
  expect(await git('diff', '--name-only', 'v1.1.0', 'v1.1.2')).toBe('internal/splits/weights.go')
})

describe('the glue', () => {
  /** The command in a folder of its own, with a GoReleaser that does nothing: what comes after it is looked at. */
  const prepared = async (name: string) => {
    const tools = await programs(realToolchain(folder), AbortSignal.timeout(BOOT_MS))
    const home = join(folder, name)
    await mkdir(home)
    const setting: Setting = {
      home,
      repository: home,
      go: 'go1.26.8',
      main: '.',
      name: 'mesh-canary',
      targets: ['linux/amd64'],
      cosign: '',
      goreleaser: 'true',
      env: { PATH: process.env.PATH ?? '', HOME: home },
      signingConfig: '',
      trustedRoot: ''
    }
    const contender = glue(tools)
    return { home, contender, setting, command: await contender.command(setting, 'v1.1.0') }
  }

  test('starts a control plane, has all questions answered by kubectl, and leaves nothing running', async () => {
    const { home, contender, setting, command } = await prepared('whole')
    await measure(command, join(home, 'log'))

    const answers = (await readFile(join(home, 'answers'), 'utf8')).split('\n')
    expect(answers).toEqual(
      expect.arrayContaining(['v1alpha4 comes back as written', 'a release without an image is seen failing'])
    )
    expect(await contender.answered(setting)).toBe(answers.length)
    expect(pidsUnder(home)).toEqual([])
  })

  test('fails at the first refusal that has another reason, and leaves nothing running', async () => {
    const { home, contender, setting, command } = await prepared('refused')
    await copyFile(join(home, 'manifests/good.json'), join(home, 'manifests/bad-1.json'))

    await expect(measure(command, join(home, 'log'))).rejects.toMatchObject({
      kind: 'command',
      cause: expect.stringMatching(/no: weight 0\.5 is refused: .*AlreadyExists/) as unknown
    })
    await expect(contender.answered(setting)).rejects.toThrow('ENOENT')
    expect(pidsUnder(home)).toEqual([])
  })
})
