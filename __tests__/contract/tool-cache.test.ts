import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs/promises'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openActionsToolCache } from '../../src/adapters/github/tool-cache.ts'
import { makeTemporaryName } from '../../src/adapters/machine/disk.ts'
import { runInTurn } from '../../src/adapters/machine/lock.ts'
import { openPlainToolCache, locateToolCache } from '../../src/adapters/toolchain/cache.ts'
import type { ToolCache } from '../../src/model/ports/caches.ts'
import { deferred } from '../fakes/deferred.ts'

const never = new AbortController().signal
const LOCK = new URL('../../src/adapters/machine/lock.ts', import.meta.url).pathname
let folder = ''
let root = ''

// What others may do is looked at, which a machine's umask may take away.
process.umask(0o022)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tool-cache-'))
  root = join(folder, 'tools')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A folder with a program of this content and a link to it. */
async function made(content: string): Promise<string> {
  const from = await mkdtemp(join(folder, 'made-'))
  await writeFile(join(from, 'tool'), content, { mode: 0o755 })
  await symlink('tool', join(from, 'link'))
  return from
}

const caches: readonly (readonly [string, () => ToolCache])[] = [
  ['plain', () => openPlainToolCache(root, fs)],
  [
    'actions',
    () => {
      // @actions/tool-cache reads these itself; they are its interface.
      process.env['RUNNER_TOOL_CACHE'] = root
      process.env['RUNNER_TEMP'] = join(folder, 'temp')
      return openActionsToolCache(root, fs)
    }
  ]
]

describe.each(caches)('the %s tool cache', (_, make) => {
  test('finds nothing in a folder that is not there', async () => {
    expect(await make().find('x', '1.2.3', 'x64')).toBeUndefined()
  })

  test('keeps a folder with its permissions and links, in the layout of @actions/tool-cache', async () => {
    const cache = make()
    const place = await cache.add(await made('one'), 'x', '1.2.3', 'x64')
    expect(place).toBe(join(root, 'x', '1.2.3', 'x64'))
    expect(await cache.find('x', '1.2.3', 'x64')).toBe(place)
    expect(await readFile(join(place, 'link'), 'utf8')).toBe('one')
    expect(await readlink(join(place, 'link'))).toBe('tool')
    expect((await stat(join(place, 'tool'))).mode & 0o777).toBe(0o755)
    expect(await readFile(`${place}.complete`, 'utf8')).toBe('')
  })

  test('tells versions and architectures apart', async () => {
    const cache = make()
    await cache.add(await made('one'), 'x', '1.2.3', 'x64')
    expect(await cache.find('x', '1.2.4', 'x64')).toBeUndefined()
    expect(await cache.find('x', '1.2.3', 'arm64')).toBeUndefined()
  })

  test('leaves a complete entry as it is', async () => {
    const cache = make()
    await cache.add(await made('one'), 'x', '1.2.3', 'x64')
    const place = await cache.add(await made('two'), 'x', '1.2.3', 'x64')
    expect(await readFile(join(place, 'tool'), 'utf8')).toBe('one')
  })

  test('takes what a killed process left without its marker for nothing, and puts a new entry in its place', async () => {
    const cache = make()
    await mkdir(join(root, 'x', '1.2.3', 'x64'), { recursive: true })
    await writeFile(join(root, 'x', '1.2.3', 'x64', 'half'), 'half')
    expect(await cache.find('x', '1.2.3', 'x64')).toBeUndefined()
    const place = await cache.add(await made('whole'), 'x', '1.2.3', 'x64')
    expect((await readdir(place)).sort()).toEqual(['link', 'tool'])
  })

  test('removes an entry, and does not mind one that is not there', async () => {
    const cache = make()
    const place = await cache.add(await made('one'), 'x', '1.2.3', 'x64')
    await cache.remove('x', '1.2.3', 'x64')
    await cache.remove('x', '1.2.3', 'x64')
    expect(await cache.find('x', '1.2.3', 'x64')).toBeUndefined()
    await expect(stat(`${place}.complete`)).rejects.toThrow('ENOENT')
    expect(await readFile(join(await cache.add(await made('two'), 'x', '1.2.3', 'x64'), 'tool'), 'utf8')).toBe('two')
  })

  test('many at once all end with one whole entry', async () => {
    const cache = make()
    const contents = ['a', 'b', 'c', 'd', 'e', 'f']
    const places = await Promise.all(
      contents.map(async (content) => cache.add(await made(content), 'x', '1.2.3', 'x64'))
    )
    expect(new Set(places).size).toBe(1)
    const place = places[0] ?? ''
    expect(contents).toContain(await readFile(join(place, 'tool'), 'utf8'))
    expect((await readdir(place)).sort()).toEqual(['link', 'tool'])
    expect((await readdir(join(root, 'x', '1.2.3'))).sort()).toEqual(['x64', 'x64.complete'])
  })

  test('runs work for one entry one at a time, and for others side by side', async () => {
    const cache = make()
    const seen: string[] = []
    const gate = deferred<void>()
    const begun = deferred<void>()
    const first = cache.exclusive('x', '1.2.3', 'x64', never, async () => {
      seen.push('first')
      begun.resolve()
      await gate.promise
      seen.push('first done')
    })
    await begun.promise
    const second = cache.exclusive('x', '1.2.3', 'x64', never, async () => seen.push('second'))
    await cache.exclusive('y', '1.2.3', 'x64', never, async () => seen.push('other'))
    gate.resolve()
    await Promise.all([first, second])
    expect(seen.indexOf('second')).toBeGreaterThan(seen.indexOf('first done'))
    expect(seen.indexOf('other')).toBeLessThan(seen.indexOf('first done'))
  })

  test('a failed piece of work lets the next one in, and a caller that waits can give up', async () => {
    const cache = make()
    await expect(cache.exclusive('x', '1.2.3', 'x64', never, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no'
    )
    const gate = deferred<void>()
    const held = cache.exclusive('x', '1.2.3', 'x64', never, () => gate.promise)
    const tired = AbortSignal.timeout(50)
    await expect(cache.exclusive('x', '1.2.3', 'x64', tired, async () => 'ran')).rejects.toThrow()
    gate.resolve()
    await held
    expect(await cache.exclusive('x', '1.2.3', 'x64', never, async () => 'ran')).toBe('ran')
  })
})

test('two processes that put the same entry at the same time both get a whole one', async () => {
  const script = (content: string): string => `
    import { openPlainToolCache } from ${JSON.stringify(new URL('../../src/adapters/toolchain/cache.ts', import.meta.url).pathname)}
    import * as fs from 'node:fs/promises'
    import { mkdir, readFile, writeFile } from 'node:fs/promises'
    for (let version = 0; version < 25; version += 1) {
      const from = ${JSON.stringify(folder)} + '/from-${content}-' + version
      await mkdir(from)
      await writeFile(from + '/tool', '${content}'.repeat(100_000))
      const place = await openPlainToolCache(${JSON.stringify(root)}, fs).add(from, 'x', '1.0.' + version, 'x64')
      const got = await readFile(place + '/tool', 'utf8')
      if (!/^(a{100000}|b{100000})$/.test(got)) throw new Error('not whole: ' + got.length)
    }`
  const run = (content: string): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script(content)], { stdio: 'inherit' })
      child.once('error', reject).once('exit', resolve)
    })
  expect(await Promise.all([run('a'), run('b')])).toEqual([0, 0])
})

describe('the turn of an entry', () => {
  /** A process that holds it until it is killed. */
  async function holder(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { runInTurn } from ${JSON.stringify(LOCK)}
       await runInTurn(${JSON.stringify(folder)}, new AbortController().signal, async () => {
         console.log('held')
         await new Promise((resolve) => setTimeout(resolve, 600_000))
       })`
    ])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    return child
  }
  const locks = async (): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => name.startsWith('.slipway-lock-'))
  const tired = (): AbortSignal => AbortSignal.timeout(1000)

  test('is not taken while its holder lives, and at once when it was killed', async () => {
    const child = await holder()
    await expect(runInTurn(folder, tired(), async () => 'taken over')).rejects.toThrow()
    expect(await locks()).toHaveLength(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await runInTurn(folder, tired(), async () => 'taken over')).toBe('taken over')
    expect(await locks()).toEqual([])
  })

  test.each(['on another machine', 'that is stopped'])('is taken from a holder %s after its silence', async (where) => {
    const child = await holder()
    child.kill('SIGSTOP')
    try {
      let [name = ''] = await locks()
      if (where === 'on another machine') {
        const other = name.replace(/^(\.slipway-lock-\d+-\d+-)[0-9a-f]{8}/, '$100000000')
        await rename(join(folder, name), join(folder, other))
        name = other
      }
      await expect(runInTurn(folder, tired(), async () => 'taken over')).rejects.toThrow()
      const then = new Date(Date.now() - 10 * 60_000)
      await utimes(join(folder, name), then, then)
      expect(await runInTurn(folder, tired(), async () => 'taken over')).toBe('taken over')
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
})

test('a lock that is dated in the future is told, and does not count', async () => {
  const names: string[] = []
  // Of another machine, so that nobody can say whether its run lives; and of this process, which does.
  for (const owner of ['1-1-00000000', makeTemporaryName('lock').replace(/^\.slipway-lock-(.*)-[0-9a-f]{8}$/, '$1')]) {
    const name = `.slipway-lock-${owner}-00000000`
    const then = new Date('2099-01-01T00:00:00Z')
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), then, then)
    names.push(name)
  }
  const said: string[] = []
  const warn = (line: string) => void said.push(line)
  expect(await runInTurn(folder, AbortSignal.timeout(5000), async () => 'mine', { warn })).toBe('mine')
  expect(said).toEqual(
    names
      .sort()
      .map(
        (name) =>
          `the lock ${join(folder, name)} is dated 2099-01-01T00:00:00.000Z, which is in the future: it does not count`
      )
  )
})

describe('where tools are kept', () => {
  test.each([
    [{ RUNNER_TOOL_CACHE: '/opt/tools', HOME: '/home/u' }, 'linux', '/opt/tools'],
    [{ HOME: '/home/u' }, 'linux', '/home/u/.cache/slipway/tools'],
    [{ HOME: '/home/u', XDG_CACHE_HOME: '/x' }, 'linux', '/x/slipway/tools'],
    [{ HOME: '/home/u', XDG_CACHE_HOME: 'relative' }, 'linux', '/home/u/.cache/slipway/tools'],
    [{ HOME: '/Users/u' }, 'darwin', '/Users/u/Library/Caches/slipway/tools']
  ])('%j on %s: %s', (env, os, path) => {
    expect(locateToolCache(env, os)).toBe(path)
  })

  test('without a home there is a clear failure', () => {
    expect(() => locateToolCache({}, 'linux')).toThrow(expect.objectContaining({ kind: 'environment' }))
  })
})
