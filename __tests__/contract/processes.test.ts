import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { runInAction } from '../../src/adapters/github/exec.ts'
import { isExistingProcess, readStat } from '../../src/adapters/machine/owner.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { sweepProcesses } from '../../src/adapters/machine/sweep.ts'
import { LIMITS } from '../../src/base/limits.ts'
import type { Argv, Exec } from '../../src/model/ports/processes.ts'

// Real processes beside compilers: slow is no failure, and what hangs still ends.
jest.setTimeout(60_000)

const NODE = process.execPath
const PATH = '/usr/bin:/bin'
const env = { PATH }
const node = (script: string, ...args: readonly string[]): Argv => [NODE, '-e', script, ...args]
const MODULE = join(import.meta.dirname, '../../src/adapters/machine/process.ts')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-processes-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Whether a process runs: a zombie does not. */
const runs = (pid: number): boolean => isExistingProcess(pid) && readStat(pid)?.state !== 'Z'

/** Waits for something that another process does; the test's own time limit ends a wait that is in vain. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await sleep(10)
  }
}

const pidsIn = (file: string, count: number): Promise<number[]> =>
  until(async () => {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1)
    return lines.length >= count ? lines.map(Number) : undefined
  })

/** A program that starts a child of its own with its pipes, writes both pids to a file, and ignores SIGTERM in both. */
const stubborn = (file: string): Argv =>
  node(
    `const { spawn } = require('node:child_process')
     const { appendFileSync } = require('node:fs')
     const script = "process.on('SIGTERM', () => {}); require('node:fs').appendFileSync(process.argv[1], process.pid + '\\\\n'); setInterval(() => {}, 1000)"
     process.on('SIGTERM', () => {})
     spawn(process.execPath, ['-e', script, process.argv[1]], { stdio: 'inherit' })
     appendFileSync(process.argv[1], process.pid + '\\n')
     setInterval(() => {}, 1000)`,
    file
  )

describe.each<[string, Exec]>([
  ['processes().run', processes().run],
  ['runInAction', runInAction]
])('%s', (_, run) => {
  test('a tool gets its arguments as they are', async () => {
    const args = ['two words', '', '"quoted"', "it's", '$HOME `id` $(id)', '*', 'a\\b\\', 'line\nbreak', '-e', 'ü€']
    const { stdout } = await run(node('console.log(JSON.stringify(process.argv.slice(1)))', '--', ...args), { env })
    expect(JSON.parse(stdout)).toEqual(args)
  })

  test('a tool sees the environment it was given and the marker, and nothing else', async () => {
    const given = { PATH, TOKEN: 'a b\nc', EMPTY: '' }
    const { stdout } = await run(node('console.log(JSON.stringify(process.env))'), { env: given })
    expect(JSON.parse(stdout)).toEqual({ ...given, SLIPWAY_OWNER: expect.stringMatching(/^\d+-\d+-[0-9a-f]{8}\/\d+$/) })
  })

  test('a tool whose path has blanks in it starts', async () => {
    const tool = join(folder, 'a  tool ')
    await writeFile(tool, '#!/bin/sh\necho "ran $1"\n')
    await chmod(tool, 0o755)
    expect((await run([tool, 'with this'], { env })).stdout).toBe('ran with this\n')
  })

  test('a name is looked up on the PATH that the tool gets', async () => {
    const tool = join(folder, 'only-here')
    await writeFile(tool, '#!/bin/sh\necho found\n')
    await chmod(tool, 0o755)
    expect((await run(['only-here'], { env: { PATH: `/nowhere:${folder}:${PATH}` } })).stdout).toBe('found\n')
    await expect(run(['only-here'], { env })).rejects.toMatchObject({ kind: 'environment' })
  })

  test('both outputs come back whole, in bytes that arrive split too', async () => {
    const script = `const euro = Buffer.from('€'); process.stdout.write(euro.subarray(0, 1))
      setTimeout(() => { process.stdout.write(euro.subarray(1)); console.error('said'); console.log('x'.repeat(300000)) }, 20)`
    const { stdout, stderr } = await run(node(script), { env })
    expect(stdout).toBe(`€${'x'.repeat(300000)}\n`)
    expect(stderr).toBe('said\n')
  })

  test('lines of stderr arrive one by one, the last one without an end too', async () => {
    const lines: string[] = []
    const onLine = (line: string): void => void lines.push(line)
    await run(node(`process.stderr.write('one\\r\\n\\ntw'); process.stderr.write('o\\nthree')`), { env, onLine })
    expect(lines).toEqual(['one', '', 'two', 'three'])
  })

  test('a tool works in the folder it is told', async () => {
    expect((await run(['pwd'], { env, cwd: folder })).stdout).toBe(`${folder}\n`)
  })

  test("a tool that fails is a 'command' Failure with its status and the end of its stderr", async () => {
    const script = `console.error('start' + 'x'.repeat(9000) + 'the reason'); process.exit(7)`
    const failure: unknown = await run(node(script), { env }).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      kind: 'command',
      message: expect.stringMatching(/^node.* ended with exit status 7$/)
    })
    const { cause } = failure as { cause: string }
    expect(cause).toMatch(/the reason$/)
    expect(cause.length).toBeLessThan(5000)
  })

  test('a tool that gives its reason on stdout has it in the cause', async () => {
    const failing = run(node(`console.log('see here'); process.exit(1)`), { env })
    await expect(failing).rejects.toMatchObject({ kind: 'command', cause: 'see here' })
  })

  test("a tool that a signal ends is a 'command' Failure", async () => {
    const killed = run(node(`process.kill(process.pid, 'SIGKILL')`), { env })
    await expect(killed).rejects.toMatchObject({ kind: 'command', message: expect.stringMatching(/was ended by/) })
  })

  test("what cannot be started is an 'environment' Failure that says why", async () => {
    const plain = join(folder, 'not-executable')
    await writeFile(plain, 'text', { mode: 0o644 })
    const start = (argv: Argv, cwd?: string): Promise<unknown> => run(argv, { env, ...(cwd ? { cwd } : {}) })
    const missing = {
      kind: 'environment',
      message: expect.stringContaining('no such program'),
      cause: expect.anything()
    }
    await expect(start(['slipway-no-such-tool'])).rejects.toMatchObject(missing)
    await expect(start([join(folder, 'nothing')])).rejects.toMatchObject({ kind: 'environment' })
    await expect(start([plain])).rejects.toMatchObject({ kind: 'environment' })
    await expect(start(['pwd'], join(folder, 'gone'))).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(`there is no folder ${join(folder, 'gone')}`)
    })
  })

  test('a child that outlives the tool and holds its pipes does not hold us', async () => {
    const file = join(folder, `held-${run.name}`)
    const script = `const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true })
      require('node:fs').writeFileSync(process.argv[1], child.pid + '\\n')
      console.log('done'); child.unref(); process.exit(0)`
    expect((await run(node(script, file), { env })).stdout).toBe('done\n')
    for (const pid of await pidsIn(file, 1)) process.kill(pid, 'SIGKILL')
  })
})

describe('runInAction', () => {
  test('what it cannot do is refused before anything starts', async () => {
    const { signal } = new AbortController()
    await expect(runInAction(['true'], { env, signal })).rejects.toThrow('cannot be stopped')
    await expect(runInAction(['true'], { env, input: '' })).rejects.toThrow('cannot pass an input')
  })
})

describe('processes', () => {
  const tools = processes({ graceMs: 300 })

  test('a tool reads its input, or finds it closed', async () => {
    const echo = node(`process.stdin.on('data', (d) => process.stdout.write(d)).on('end', () => console.log('end'))`)
    expect((await tools.run(echo, { env, input: 'hello ' })).stdout).toBe('hello end\n')
    expect((await tools.run(echo, { env })).stdout).toBe('end\n')
  })

  test('a tool that does not read its input is no failure', async () => {
    expect((await tools.run(node(''), { env, input: 'x'.repeat(10_000) })).stdout).toBe('')
  })

  test('an abort rejects with its reason after the tool and its children are gone, also when they ignore SIGTERM', async () => {
    const file = join(folder, 'stubborn')
    const abort = new AbortController()
    const running = tools.run(stubborn(file), { env, signal: abort.signal })
    const pids = await pidsIn(file, 2)
    const reason = new Error('enough')
    abort.abort(reason)
    await expect(running).rejects.toBe(reason)
    expect(pids.filter(runs)).toEqual([])
  })

  test('a tool that ends at SIGTERM has the time to clean up', async () => {
    const file = join(folder, 'cleaned')
    const abort = new AbortController()
    const script = `process.on('SIGTERM', () => { require('node:fs').writeFileSync(process.argv[1], 'clean'); process.exit(0) })
      setInterval(() => {}, 1000); console.error('ready')`
    const running = processes().run(node(script, file), { env, signal: abort.signal, onLine: () => abort.abort() })
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect(await readFile(file, 'utf8')).toBe('clean')
  })

  test('a grandchild that left the process group is found by its marker', async () => {
    const file = join(folder, 'daemon')
    const abort = new AbortController()
    const script = `const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true })
      require('node:fs').writeFileSync(process.argv[1], child.pid + '\\n')
      setInterval(() => {}, 1000)`
    const running = tools.run(node(script, file), { env, signal: abort.signal })
    const [daemon = 0] = await pidsIn(file, 1)
    expect(runs(daemon)).toBe(true)
    abort.abort()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs(daemon)).toBe(false)
  })

  test('a signal that has aborted already starts nothing', async () => {
    const file = join(folder, 'never')
    const script = `require('node:fs').writeFileSync(process.argv[1], '')`
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(tools.run(node(script, file), { env, signal })).rejects.toThrow('too late')
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a child left behind by a tool that succeeded is ended', async () => {
    const file = join(folder, 'left')
    const script = `const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      require('node:fs').writeFileSync(process.argv[1], child.pid + '\\n'); process.exit(0)`
    await tools.run(node(script, file), { env })
    const pids = await pidsIn(file, 1)
    expect(pids.filter(runs)).toEqual([])
  })

  test('a tool that writes without end is stopped, and its output is not passed off as whole', async () => {
    const script = `const chunk = 'x'.repeat(1 << 20); const more = () => process.stdout.write(chunk, more); more()`
    await expect(tools.run(node(script), { env })).rejects.toMatchObject({
      kind: 'command',
      message: expect.stringContaining('wrote more than 67108864 bytes')
    })
  })

  test('of a long stderr the last MiB stays', async () => {
    const script = `process.stderr.write('first' + 'x'.repeat(3 << 20) + 'last')`
    const { stderr } = await tools.run(node(script), { env })
    expect(stderr.endsWith('xlast')).toBe(true)
    expect(stderr.length).toBeGreaterThanOrEqual(1 << 20)
    expect(stderr.length).toBeLessThan(2 << 20)
  })

  test('of a line of stderr that has no end the beginning arrives, and the next line whole', async () => {
    const lines: string[] = []
    const script = `process.stderr.write('x'.repeat(5 << 20)); process.stderr.write('\\nnext\\n')`
    await tools.run(node(script), { env, onLine: (line) => lines.push(line) })
    expect(lines.map((line) => [line.length, line.at(-1)])).toEqual([
      [LIMITS.line.most + 1, '…'],
      [4, 't']
    ])
  })

  test('a service writes to its log, and is gone with its children when its scope ends', async () => {
    const file = join(folder, 'service')
    const log = join(folder, 'logs/service.log')
    const pids: number[] = []
    let ended: Promise<string>
    {
      await using service = await tools.start(stubborn(file), { env, log })
      pids.push(...(await pidsIn(file, 2)))
      expect(pids).toContain(service.pid)
      expect(pids.every(runs)).toBe(true)
      ended = service.ended
    }
    expect(pids.filter(runs)).toEqual([])
    expect(await ended).toMatch(/was stopped$/)
  })

  test('a service that ends by itself says how, with the end of its log', async () => {
    const log = join(folder, 'broken.log')
    await writeFile(log, 'from before\n')
    await using service = await tools.start(node(`console.error('port taken'); process.exit(3)`), { env, log })
    expect(await service.ended).toMatch(/ended with exit status 3, its log ends with:\nfrom before\nport taken$/)
  })

  test("a service that cannot be started is an 'environment' Failure", async () => {
    const start = tools.start(['slipway-no-such-tool'], { env, log: join(folder, 'none.log') })
    await expect(start).rejects.toMatchObject({ kind: 'environment', hint: expect.stringContaining('PATH') })
  })

  test('stopAll ends what runs, and nothing else', async () => {
    const mine = processes({ graceMs: 300 })
    await using other = await tools.start(['sleep', '1000'], { env, log: join(folder, 'other.log') })
    const service = await mine.start(['sleep', '1000'], { env, log: join(folder, 'mine.log') })
    const running = mine.run(['sleep', '1000'], { env })
    const failed = expect(running).rejects.toMatchObject({ kind: 'command', message: 'sleep was ended by SIGTERM' })
    await mine.stopAll()
    await failed
    expect(runs(service.pid)).toBe(false)
    expect(runs(other.pid)).toBe(true)
  })

  test('killAll needs no second turn of the event loop', async () => {
    const mine = processes()
    const service = await mine.start(['sleep', '1000'], { env, log: join(folder, 'killed.log') })
    mine.killAll()
    expect(await service.ended).toMatch(/^sleep was ended by SIGKILL/)
  })
})

describe('sweepProcesses', () => {
  /** A run of ours in a process of its own, that starts a sleeper with a child and then sits there. */
  const run = (file: string): Argv => [
    NODE,
    '--input-type=module',
    '-e',
    `import { processes } from ${JSON.stringify(MODULE)}
     const script = "const c = require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore', detached: true }); require('node:fs').appendFileSync(process.argv[1], process.pid + '\\\\n' + c.pid + '\\\\n'); setInterval(() => {}, 1000)"
     await processes().start([process.execPath, '-e', script, ${JSON.stringify(file)}], { env: process.env, log: '/dev/null' })
     setInterval(() => {}, 1000)`
  ]

  test('what a killed run left is ended, what belongs to a live run or to nobody is not', async () => {
    const tools = processes({ graceMs: 300 })
    const [deadFile, liveFile] = [join(folder, 'dead'), join(folder, 'live')]
    await using live = await tools.start(run(liveFile), { env, log: join(folder, 'live.log') })
    const livePids = await pidsIn(liveFile, 2)
    const doomed = await tools.start(run(deadFile), { env, log: join(folder, 'doomed.log') })
    const orphans = await pidsIn(deadFile, 2)

    process.kill(doomed.pid, 'SIGKILL')
    await until(() => (runs(doomed.pid) ? undefined : true))

    // A sweep of another test may come first, so what this one says it ended is not asked.
    expect(await sweepProcesses({ graceMs: 300 })).toMatchObject({ left: [] })
    expect(orphans.filter(runs)).toEqual([])
    expect([live.pid, ...livePids].every(runs)).toBe(true)

    // The live run's own children carry its marker, not ours: they go when it goes and is swept.
    process.kill(live.pid, 'SIGKILL')
    await live.ended
    await sweepProcesses({ graceMs: 300 })
    expect(livePids.filter(runs)).toEqual([])
  })
})
