import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { makeSelfSigned } from '../../src/adapters/kubernetes/self-signed.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { loopback } from '../../src/adapters/machine/loopback.ts'
import { listPids } from '../../src/adapters/machine/owner.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { sandboxes } from '../../src/adapters/sandbox/sandboxes.ts'
import { Scope } from '../../src/base/scope.ts'
import type { Argv } from '../../src/model/ports/processes.ts'
import type { Isolation } from '../../src/model/isolation.ts'
import type { SandboxOptions, Sandbox, Sandboxes } from '../../src/model/ports/sandbox.ts'
import { where } from '../fakes/needs.ts'
import { BUNDLED } from '../fakes/programs.ts'

// Real processes beside compilers: slow is no failure, and what hangs still ends.
jest.setTimeout(60_000)

const NODE = process.execPath
const env = { PATH: '/usr/bin:/bin' }
const isRoot = process.getuid?.() === 0
const INNER = process.env['SLIPWAY_TEST_SANDBOX'] === 'inner'
const sh = (script: string, ...args: readonly string[]): Argv => ['/bin/sh', '-c', script, 'sh', ...args]
const node = (script: string): Argv => [NODE, '-e', script]

const files = disk(tmpdir())
const allOf = (by: Isolation['by'], hides: readonly string[] = []): Sandboxes =>
  sandboxes({
    ...{ processes: processes(), files, loopback: loopback(files), platform: process.platform },
    ...{ sudo: process.env['CI'] === 'true', hides, among: [by] }
  })

/** Whether this machine can do it, found out as a run finds it out. */
async function offered(by: Isolation['by']): Promise<string | undefined> {
  const { by: found, why } = await allOf(by).isolation()
  return found === by ? undefined : `isolation by ${by}: ${why}`
}

/** Processes whose command line holds a word, outside of any sandbox. */
async function running(word: string): Promise<readonly number[]> {
  const found = await Promise.all(
    listPids().map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return line.includes(word) ? [pid] : []
    })
  )
  return found.flat()
}

/** What goes on after its test has failed would never let this process end. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 40_000; Date.now() < end; await sleep(20)) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error('not within 40 s')
}

const listening = async (server: Server | ReturnType<typeof createTcp>, port = 0): Promise<number> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const isolations: readonly Isolation['by'][] = [
  'bubblewrap',
  'namespaces',
  ...(isRoot ? (['user'] as const) : []),
  'none'
]
const missing = new Map(await Promise.all(isolations.map(async (by) => [by, await offered(by)] as const)))

for (const by of isolations) {
  const why = missing.get(by)
  const inNamespaces = by === 'bubblewrap' || by === 'namespaces'
  where(why === undefined, why ?? '').describe(`a sandbox, isolation ${by}`, () => {
    let folder: string
    let box: Sandbox
    let stack: Scope

    const open = async (given: Partial<SandboxOptions> = {}): Promise<Sandbox> => {
      const sandbox = await allOf(by).open({
        ...{ reads: [NODE], writes: [join(folder, 'data')], reaches: [], hides: [], ...given }
      })
      return stack.use(sandbox)
    }
    const cwd = (): string => join(folder, 'data')

    beforeEach(async () => {
      stack = new Scope()
      folder = await mkdtemp(join(tmpdir(), 'slipway-sandbox-'))
      await mkdir(join(folder, 'data'))
      box = await open()
    })
    afterEach(async () => {
      await stack.disposeAsync()
      await rm(folder, { recursive: true, force: true })
    })

    test('a program gets its arguments, its folder, its input and exactly its environment', async () => {
      const args = [
        'two words',
        '',
        '"quoted"',
        "it's",
        '$HOME `id` $(id)',
        '*',
        'a\\b\\',
        'line\nbreak',
        '-e',
        'A=b',
        'ü€'
      ]
      const given = { ...env, 'a.b-c': 'x y', EMPTY: '', LINES: 'a\nb' }
      const script = `let all = ''; process.stdin.on('data', (d) => (all += d)).on('end', () => console.log(JSON.stringify(
        { args: process.argv.slice(1), cwd: process.cwd(), env: process.env, all })))`
      const { stdout } = await box.run([NODE, '-e', script, '--', ...args], {
        cwd: cwd(),
        env: given,
        input: 'some\ninput'
      })
      const { SLIPWAY_OWNER: _, ...seen } = (JSON.parse(stdout) as { env: Record<string, string> }).env
      expect(JSON.parse(stdout)).toMatchObject({ args, cwd: cwd(), all: 'some\ninput' })
      expect(seen).toEqual(given)
    })

    if (inNamespaces)
      test('each has a name of its own, as pods have, and none that of this machine', async () => {
        const name = async (sandbox: Sandbox): Promise<string> =>
          (await sandbox.run(['/bin/cat', '/proc/sys/kernel/hostname'], { cwd: cwd(), env })).stdout.trim()
        const names = [await name(box), await name(await open())]
        expect(names[0]).toMatch(/^slipway-[0-9a-f]{8}$/)
        expect(new Set([...names, hostname()]).size).toBe(3)
      })

    test('a program whose path has a = and blanks in it starts', async () => {
      const tool = join(folder, 'a = tool')
      await writeFile(tool, '#!/bin/sh\necho "ran $1"\n')
      await chmod(tool, 0o755)
      const other = await open({ reads: [tool] })
      expect((await other.run([tool, 'with this'], { cwd: cwd(), env })).stdout).toBe('ran with this\n')
    })

    test('how a program failed names the program, its status and what it said', async () => {
      const lines: string[] = []
      const failed = box.run(sh('echo no >&2; exit 7'), { cwd: cwd(), env, onLine: (line) => lines.push(line) })
      await expect(failed).rejects.toMatchObject({
        kind: 'command',
        message: 'sh ended with exit status 7',
        cause: expect.stringContaining('no')
      })
      expect(lines).toEqual(['no'])
      await expect(box.run(sh('kill -KILL $$'), { cwd: cwd(), env })).rejects.toMatchObject({
        message: 'sh was ended by SIGKILL'
      })
    })

    test('an abort ends a program that does not listen', async () => {
      const stop = new AbortController()
      const run = box.run(sh('trap "" TERM; echo started >&2; while :; do sleep 0.1; done'), {
        ...{ cwd: cwd(), env, signal: stop.signal },
        onLine: () => stop.abort(new Error('enough'))
      })
      await expect(run).rejects.toThrow('enough')
    })

    test('a service is asked to end, and how it ended is told exactly', async () => {
      const log = join(folder, 'log')
      const start = async (script: string) => {
        const service = await box.start(node(script), { cwd: cwd(), env, log })
        await until(async () => ((await readFile(log, 'utf8')).includes('up') ? true : undefined))
        await rm(log)
        service.ask()
        return await service.exit
      }
      const stays = 'setInterval(() => {}, 1000); console.log("up")'
      expect(await start(`process.on('SIGTERM', () => process.exit(0)); ${stays}`)).toEqual({ status: 0, by: null })
      expect(await start(`process.on('SIGTERM', () => process.exit(143)); ${stays}`)).toEqual({ status: 143, by: null })
      expect(await start(stays)).toEqual({ status: null, by: 'SIGTERM' })
    })

    test('a service that ends by itself is told with the end of its log', async () => {
      const service = await box.start(sh('echo last words; exit 3'), { cwd: cwd(), env, log: join(folder, 'log') })
      expect(await service.ended).toMatch(/^sh ended with exit status 3, its log ends with:\nlast words$/)
    })

    test('it reads what it is given, and writes where it may', async () => {
      await writeFile(join(folder, 'config'), 'given', { mode: 0o600 })
      await writeFile(join(folder, 'other'), 'not given', { mode: 0o600 })
      await writeFile(join(cwd(), 'before'), 'before')
      await box[Symbol.asyncDispose]()
      const other = await open({ reads: [join(folder, 'config')] })
      const script = 'cat ../config before; echo now > after; echo more >> before'
      expect((await other.run(sh(script), { cwd: cwd(), env })).stdout).toBe('givenbefore')
      expect(await readFile(join(cwd(), 'after'), 'utf8')).toBe('now\n')
      if (by === 'none') return
      await expect(other.run(sh('cat ../other'), { cwd: cwd(), env })).rejects.toThrow('exit status 1')
      if (by !== 'user') await expect(other.run(sh('echo x >> ../config'), { cwd: cwd(), env })).rejects.toThrow()
      // Beside what it is given, a folder of outside is another one inside.
      await other.run(sh('echo x > ../new'), { cwd: cwd(), env }).catch(() => undefined)
      expect(await readdir(folder)).not.toContain('new')
    })

    if (by !== 'none')
      test('it gives no file that is not its own a second name in its folder, from where it would be taken for its own', async () => {
        const given = join(folder, 'given')
        await writeFile(given, 'of somebody else', { mode: 0o644 })
        const other = await open({ reads: [given] })
        for (const path of [given, '/etc/hostname', '/bin/sh'])
          await expect(other.run(['/bin/ln', path, join(cwd(), 'second')], { cwd: cwd(), env })).rejects.toMatchObject({
            kind: 'command'
          })
        expect(await readdir(cwd())).toEqual([])
      })

    test('it reaches the ports that it is given, and Slipway those of its programs', async () => {
      const outside = createServer((_, answer) => answer.end('from outside'))
      const port = await listening(outside)
      const own = await loopback(files).port()
      const other = await open({ reaches: [port] })
      await other.start(
        node(`require('http').createServer((_, answer) =>
          require('http').get('http://127.0.0.1:${port}/', (from) => from.pipe(answer))).listen(${own}, '127.0.0.1')`),
        { cwd: cwd(), env, log: join(folder, 'log') }
      )
      const { signal } = new AbortController()
      const look = () => other.get(`http://127.0.0.1:${own}/`, signal)
      expect(await until(look)).toEqual({ status: 200, body: 'from outside' })
      expect(await other.get('http://127.0.0.1:1/', signal)).toBeUndefined()
      await expect(other.get('http://192.0.2.1/', signal)).rejects.toThrow('does not lead to this machine')
      outside.close()
    })

    test('it has the network of this machine where that is given, and none of it else but by a user alone', async () => {
      const outside = createServer((_, answer) => answer.end('from outside'))
      const port = await listening(outside)
      const ask = node(`require('http').get('http://127.0.0.1:${port}/', (from) => from.pipe(process.stdout))`)
      const reaching = await open({ network: true })
      expect((await reaching.run(ask, { cwd: cwd(), env })).stdout).toBe('from outside')
      expect((await reaching.run(sh('cat /etc/resolv.conf || true'), { cwd: cwd(), env })).stdout).toBe(
        await readFile('/etc/resolv.conf', 'utf8').catch(() => '')
      )
      if (inNamespaces) await expect(box.run(ask, { cwd: cwd(), env })).rejects.toMatchObject({ kind: 'command' })
      outside.close()
    })

    test('a program of TLS is asked too, whatever its certificate is', async () => {
      const { key, certificate } = makeSelfSigned(new Date())
      const own = await loopback(files).port()
      await box.start(
        node(`require('https').createServer(${JSON.stringify({ key, cert: certificate })}, (_, answer) => answer.end('secure'))
          .listen(${own}, '127.0.0.1')`),
        { cwd: cwd(), env, log: join(folder, 'log') }
      )
      const { signal } = new AbortController()
      const look = () => box.get(`https://localhost:${own}/`, signal)
      expect(await until(look)).toEqual({ status: 200, body: 'secure' })
    })

    test('what its programs left running is gone when its scope ends, whatever they did to stay', async () => {
      const word = `98765.${process.pid}${Math.random().toString().slice(2, 10)}`
      const stay = `sleep ${word} & setsid sleep ${word} & (trap '' HUP TERM INT; nohup sleep ${word} >/dev/null 2>&1 &)
        setsid /bin/sh -c '(setsid sleep ${word} &)'`
      await box.run(sh(stay), { cwd: cwd(), env })
      const service = await box.start(sh(`${stay}; exec sleep ${word}`), { cwd: cwd(), env, log: join(folder, 'log') })
      if (by !== 'none') await until(async () => ((await running(word)).length > 4 ? true : undefined))
      await service[Symbol.asyncDispose]()
      await box[Symbol.asyncDispose]()
      const left = await running(word)
      if (by === 'none') for (const pid of left) process.kill(pid, 'SIGKILL')
      else expect(left).toEqual([])
    })

    test('nothing of it stays in the temporary folder', async () => {
      await box[Symbol.asyncDispose]()
      expect(
        (await readdir(tmpdir())).filter((name) => name.includes(`-${process.pid}-`) && name.endsWith('-sandbox'))
      ).toEqual([])
    })

    if (inNamespaces) {
      test('it sees no process, no port, no socket and no folder of outside', async () => {
        const outside = createTcp()
        const port = await listening(outside)
        const abstract = createTcp()
        abstract.listen('\0slipway-sandbox-test')
        await once(abstract, 'listening')
        const script = `
          const { readdirSync, existsSync } = require('fs')
          const tried = (to) => new Promise((done) => require('net').connect(to).on('connect', () => done('in')).on('error', (e) => done(e.code)))
          Promise.all([tried(${port}), tried('\\0slipway-sandbox-test')]).then((connections) => console.log(JSON.stringify({
            connections,
            pids: readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length,
            root: readdirSync('/').filter((name) => !/^(bin|dev|etc|lib\\w*|nix|proc|run|sbin|tmp|usr|var|\\.out)$/.test(name)
              && !${JSON.stringify(NODE)}.startsWith('/' + name) && !${JSON.stringify(tmpdir())}.startsWith('/' + name)),
            home: existsSync(${JSON.stringify(join(process.env['HOME'] ?? '/root', '.'))}) && readdirSync(${JSON.stringify(process.env['HOME'] ?? '/root')})
          })))`
        const { stdout } = await box.run(node(script), { cwd: cwd(), env })
        expect(JSON.parse(stdout)).toMatchObject({
          connections: ['ECONNREFUSED', 'ECONNREFUSED'],
          root: [],
          home: false
        })
        expect((JSON.parse(stdout) as { pids: number }).pids).toBeLessThan(8)
        outside.close()
        abstract.close()
      })

      test('a variable cannot steer what starts the program', async () => {
        const lines: string[] = []
        const given = { ...env, LD_PRELOAD: '/nowhere/evil.so' }
        await box.run(['/bin/true'], { cwd: cwd(), env: given, onLine: (line) => lines.push(line) })
        expect(lines).toEqual([expect.stringContaining('/nowhere/evil.so')])
      })

      test('two of them use the same port side by side, and nobody outside sees it', async () => {
        const own = await loopback(files).port()
        const second = await open()
        const say = (text: string): Argv =>
          node(`require('http').createServer((_, answer) => answer.end('${text}')).listen(${own}, '127.0.0.1')`)
        await box.start(say('one'), { cwd: cwd(), env, log: join(folder, 'log') })
        await second.start(say('two'), { cwd: cwd(), env, log: join(folder, 'log') })
        const { signal } = new AbortController()
        const of = (one: Sandbox) => until(() => one.get(`http://127.0.0.1:${own}/`, signal))
        expect([(await of(box)).body, (await of(second)).body]).toEqual(['one', 'two'])
        expect(await loopback(files).get(`http://127.0.0.1:${own}/`, signal)).toBeUndefined()
      })

      test('a program that ends whatever it can does not end its sandbox', async () => {
        await box.run(sh('kill -KILL -1; kill -KILL 1; exit 0'), { cwd: cwd(), env }).catch(() => undefined)
        expect(await box.run(['/bin/true'], { cwd: cwd(), env })).toEqual({ stdout: '', stderr: '' })
      })

      test('when Slipway is killed, its programs are gone too', async () => {
        const word = `87654.${process.pid}${Math.random().toString().slice(2, 10)}`
        const program = `
          import { disk } from '${join(import.meta.dirname, '../../src/adapters/machine/disk.ts')}'
          import { loopback } from '${join(import.meta.dirname, '../../src/adapters/machine/loopback.ts')}'
          import { processes } from '${join(import.meta.dirname, '../../src/adapters/machine/process.ts')}'
          import { sandboxes } from '${join(import.meta.dirname, '../../src/adapters/sandbox/sandboxes.ts')}'
          const files = disk('${folder}')
          const all = sandboxes({ processes: processes(), files, loopback: loopback(files), platform: 'linux', sudo: false, hides: [], among: ['${by}'] })
          const box = await all.open({ reads: [], writes: [], reaches: [23456], hides: [] })
          await box.start(['/bin/sh', '-c', 'setsid sleep ${word} & exec sleep ${word}'], { cwd: '/', env: {}, log: '${join(folder, 'log')}' })`
        const child = spawn(NODE, ['--input-type=module', '-e', program], { stdio: 'inherit' })
        await until(async () => ((await running(`sleep\0${word}`)).length > 1 ? true : undefined))
        child.kill('SIGKILL')
        await until(async () => ((await running(`sleep\0${word}`)).length === 0 ? true : undefined))
      })
    }

    if (by === 'user')
      test('folders that hide something are closed to it, and open as before once the last one has ended', async () => {
        const hidden = join(folder, 'hidden')
        await mkdir(hidden)
        await chmod(hidden, 0o777)
        await writeFile(join(hidden, 'file'), 'x')
        const [one, two] = await Promise.all([open({ hides: [hidden] }), open({ hides: [hidden] })])
        await expect(one.run(['/bin/cat', join(hidden, 'file')], { cwd: cwd(), env })).rejects.toThrow('exit status 1')
        await one[Symbol.asyncDispose]()
        expect((await stat(hidden)).mode & 0o777).toBe(0o770)
        await two[Symbol.asyncDispose]()
        expect((await stat(hidden)).mode & 0o777).toBe(0o777)
      })
  })
}

const unprivileged = isRoot && !INNER && process.platform === 'linux'
if (unprivileged)
  describe('the same as a user without rights', () => {
    let cache: string
    beforeAll(async () => {
      cache = await mkdtemp(join(tmpdir(), 'slipway-jest-'))
      await chmod(cache, 0o777)
    })
    afterAll(() => rm(cache, { recursive: true, force: true }))

    test('every test above holds', () => {
      const jestPath = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js')
      const { status, stderr } = spawnSync(
        'setpriv',
        [
          ...['--reuid=61234', '--regid=61234', '--clear-groups', NODE, '--experimental-vm-modules', jestPath],
          ...['--cacheDirectory', cache, '--testTimeout=60000', import.meta.filename]
        ],
        {
          cwd: join(import.meta.dirname, '../..'),
          env: {
            ...{ PATH: process.env['PATH'] ?? '', HOME: cache, SLIPWAY_TEST_SANDBOX: 'inner' },
            [BUNDLED]: process.env[BUNDLED]
          },
          encoding: 'utf8'
        }
      )
      expect(status === 0 ? '' : stderr).toBe('')
    }, 180_000)
  })
