import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as node from 'node:fs/promises'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { disk, TEMPORARY, makeTemporaryName } from '../../src/adapters/machine/disk.ts'
import { lockFolder, sweepFiles } from '../../src/adapters/machine/lock.ts'
import { formatOwner } from '../../src/adapters/machine/owner.ts'
import { LIMITS } from '../../src/base/limits.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { memoryFiles } from '../fakes/files.ts'
import { traced } from '../fakes/traced.ts'

// Real processes beside compilers: slow is no failure, and what hangs still ends.
jest.setTimeout(60_000)

const ADAPTERS = join(import.meta.dirname, '../../src/adapters')
const FAKES = join(import.meta.dirname, '../fakes')
const text = async (files: Files, path: string): Promise<string | undefined> => {
  const content = await files.read(path)
  return content && Buffer.from(content).toString()
}
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

let root: string
let serial = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-files-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))
/** A new path for each test; its folder is not there yet. */
const place = (): string => join(root, `place-${++serial}`)

/** Runs a module in a process of its own; resolves with the signal that ended it. */
async function script(source: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const [, signal] = (await once(child, 'exit')) as [number, NodeJS.Signals | null]
  return signal
}

describe.each<[string, () => Files]>([
  ['disk', () => disk(join(root, 'scratches'))],
  ['the fake in memory', memoryFiles]
])('%s', (_, make) => {
  test('what was written is read, in a folder that was not there', async () => {
    const [files, path] = [make(), join(place(), 'a/b.txt')]
    expect(await files.read(path)).toBeUndefined()
    await files.write(path, 'one')
    expect(await text(files, path)).toBe('one')
    await files.write(path, Buffer.from([0, 255]))
    expect([...((await files.read(path)) ?? [])]).toEqual([0, 255])
  })

  test('a file is the body of a request, and one that is not there is none', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    await files.write(path, 'the bytes')
    const body = await files.blob(path)
    expect(body.size).toBe(9)
    expect(await body.text()).toBe('the bytes')
    await expect(files.blob(`${path}-gone`)).rejects.toMatchObject({ kind: 'environment' })
  })

  test('a stream is written chunk by chunk, and one that breaks leaves what was there', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    async function* chunks(broken: boolean): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a')
      yield Buffer.from('b')
      if (broken) throw new Error('connection lost')
    }
    await files.write(path, chunks(false))
    expect(await text(files, path)).toBe('ab')
    await files.write(path, 'old')
    await expect(files.write(path, chunks(true))).rejects.toThrow('connection lost')
    expect(await text(files, path)).toBe('old')
    expect(await files.list(join(path, '..'))).toEqual(['file'])
  })

  test('a stream of pieces of any size is written as it came', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    const sizes = [1, 1_048_576, 3, 2_500_000, 0, 1_048_573, 700_000]
    const pieces = sizes.map((size, i) => Buffer.alloc(size, `piece ${i} `))
    async function* stream(): AsyncGenerator<Uint8Array> {
      // One buffer for all, as a reader that reuses it has.
      const shared = Buffer.alloc(3_000_000)
      for (const piece of pieces) {
        shared.set(piece)
        yield shared.subarray(0, piece.length)
      }
    }
    await files.write(path, stream())
    expect(Buffer.concat(pieces).equals((await files.read(path)) ?? Buffer.alloc(0))).toBe(true)
  })

  test('a file of more than is read into memory is refused, with its size and the limit', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    await files.write(path, 'x'.repeat(3000))
    expect((await files.read(path, 3000))?.length).toBe(3000)
    await expect(files.read(path, 2048)).rejects.toMatchObject({
      kind: 'input',
      message: `cannot read ${path}: it has 3000 bytes, and is read up to 2 KiB`,
      hint: expect.stringContaining('docs/limits.md')
    })
    await files.write(path, Buffer.alloc(LIMITS.document.most + 1))
    await expect(files.read(path)).rejects.toMatchObject({ message: expect.stringContaining('up to 16 MiB') })
    expect((await files.read(path, LIMITS.program.most))?.length).toBe(LIMITS.document.most + 1)
  })

  test('of a file of any size the end can be had, and how much stands before it', async () => {
    const [files, path] = [make(), join(place(), 'log')]
    expect(await files.tail(path, 10)).toBeUndefined()
    await files.write(path, 'one two three')
    const end = async (most: number): Promise<unknown> => {
      const { bytes, before } = (await files.tail(path, most)) ?? { bytes: [], before: -1 }
      return [Buffer.from(bytes).toString(), before]
    }
    expect(await end(5)).toEqual(['three', 8])
    expect(await end(13)).toEqual(['one two three', 0])
    expect(await end(100)).toEqual(['one two three', 0])
  })

  test('of a file of more bytes than is wanted there is no digest', async () => {
    const [files, path] = [make(), join(place(), 'some')]
    await files.write(path, 'four')
    expect((await files.digest(path, 4))?.size).toBe(4)
    expect(await files.digest(path, 3)).toBeUndefined()
  })

  test('a digest is sha256 and size, and undefined for no file', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    expect(await files.digest(path)).toBeUndefined()
    await files.write(path, 'abc')
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(await files.digest(path)).toEqual({ sha256, size: 3 })
  })

  test('a stream has the content in pieces that stay as they were, and breaks for no file', async () => {
    const [files, path] = [make(), join(place(), 'file')]
    const whole = Buffer.alloc(3_000_000, 'abcdefg')
    await files.write(path, whole)
    const pieces: Uint8Array[] = []
    for await (const piece of files.stream(path)) pieces.push(piece)
    expect(Buffer.concat(pieces).equals(whole)).toBe(true)
    const gone = files.stream(join(place(), 'gone'))[Symbol.asyncIterator]().next()
    await expect(gone).rejects.toMatchObject({ kind: 'environment' })
  })

  test('a list has every file under a folder, sorted, and nothing for no folder', async () => {
    const [files, path] = [make(), place()]
    expect(await files.list(path)).toEqual([])
    for (const name of ['b', 'a/z', 'a.txt', 'B', 'a/b/c']) await files.write(join(path, name), name)
    expect(await files.list(path)).toEqual(['B', 'a.txt', 'a/b/c', 'a/z', 'b'])
  })

  test('a move replaces a file, and a folder with all it holds', async () => {
    const [files, path] = [make(), place()]
    await files.write(join(path, 'from'), 'new')
    await files.write(join(path, 'deep/to'), 'old')
    await files.move(join(path, 'from'), join(path, 'deep/to'))
    expect(await text(files, join(path, 'deep/to'))).toBe('new')
    await files.write(join(path, 'other/x'), 'x')
    await files.move(join(path, 'other'), join(path, 'deep'))
    expect(await files.list(path)).toEqual(['deep/x'])
  })

  test('a copy leaves the original, and replaces what was there', async () => {
    const [files, path] = [make(), place()]
    await files.write(join(path, 'from'), 'new')
    await files.write(join(path, 'deep/to'), 'old')
    await files.copy(join(path, 'from'), join(path, 'deep/to'))
    expect([await text(files, join(path, 'from')), await text(files, join(path, 'deep/to'))]).toEqual(['new', 'new'])
  })

  test('a copy of bytes that are not the ones that are meant is none, and leaves what was there', async () => {
    const [files, path] = [make(), place()]
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    await files.write(join(path, 'from'), 'abc')
    await files.copy(join(path, 'from'), join(path, 'to/file'), { sha256: abc, hasty: true })
    expect(await text(files, join(path, 'to/file'))).toBe('abc')

    await files.write(join(path, 'from'), 'abd')
    const changed = files.copy(join(path, 'from'), join(path, 'to/file'), { sha256: abc })
    await expect(changed).rejects.toMatchObject({ kind: 'verification' })
    await expect(changed).rejects.toThrow(`${join(path, 'from')} changed: sha256 `)
    expect(await text(files, join(path, 'to/file'))).toBe('abc')
    expect(await files.list(path)).toEqual(['from', 'to/file'])
  })

  test('a stamp stays while its folder is moved, and changes when the file is written, in one way or another', async () => {
    const [files, path] = [make(), place()]
    const file = join(path, 'draft/file')
    expect(await files.stamp(file)).toBeUndefined()
    await files.write(file, 'abc')
    await files.write(join(path, 'draft/beside'), 'abc')
    const first = await files.stamp(file)
    expect(first).toBeDefined()
    expect(await files.stamp(join(path, 'draft/beside'))).not.toBe(first)
    expect(await text(files, file)).toBe('abc')
    await files.move(join(path, 'draft'), join(path, 'release'))
    expect(await files.stamp(join(path, 'release/file'))).toBe(first)
    await files.write(join(path, 'release/file'), 'abd')
    expect(await files.stamp(join(path, 'release/file'))).not.toBe(first)
  })

  test("to move or copy what is not there is an 'environment' Failure", async () => {
    const [files, path] = [make(), place()]
    await expect(files.move(join(path, 'no'), join(path, 'to'))).rejects.toMatchObject({ kind: 'environment' })
    await expect(files.copy(join(path, 'no'), join(path, 'to'))).rejects.toMatchObject({ kind: 'environment' })
  })

  test('to remove is no error when nothing is there', async () => {
    const [files, path] = [make(), place()]
    await files.write(join(path, 'a/b'), 'x')
    await files.write(join(path, 'c'), 'x')
    await files.remove(join(path, 'a'))
    await files.remove(join(path, 'c'))
    await files.remove(join(path, 'c'))
    expect(await files.list(path)).toEqual([])
  })

  test('scratch folders are different, and gone when their scope ends', async () => {
    const files = make()
    let path: string
    {
      await using one = await files.scratch('build')
      await using two = await files.scratch('build')
      expect(one.path).not.toBe(two.path)
      path = join(one.path, 'deep/file')
      await files.write(path, 'x')
      expect(await files.list(one.path)).toEqual(['deep/file'])
    }
    expect(await files.read(path)).toBeUndefined()
  })
})

describe('disk', () => {
  const files = disk(join(tmpdir(), 'never-used'))

  test('a file has the mode it was asked for, whatever the umask; a copy has that of its original', async () => {
    const path = place()
    const umask = process.umask(0o077)
    try {
      await files.write(join(path, 'plain'), '')
      await files.write(join(path, 'program'), '', 0o755)
      await files.write(join(path, 'secret'), '', 0o600)
      await files.copy(join(path, 'program'), join(path, 'copied'))
    } finally {
      process.umask(umask)
    }
    const mode = async (name: string): Promise<number> => (await stat(join(path, name))).mode & 0o777
    expect([await mode('plain'), await mode('program'), await mode('secret')]).toEqual([0o644, 0o755, 0o600])
    expect(await mode('copied')).toBe(0o755)
  })

  test('readers beside a writer see one whole content or another', async () => {
    const path = join(place(), 'file')
    const contents = ['a', 'b', 'c'].map((letter) => letter.repeat(300_000))
    await files.write(path, contents[0] ?? '')
    let writing = true
    const seen = new Set<string>()
    const reader = async (): Promise<void> => {
      while (writing) seen.add(await readFile(path, 'utf8'))
    }
    const readers = [reader(), reader()]
    for (let round = 0; round < 30; round++) await Promise.all(contents.map((content) => files.write(path, content)))
    writing = false
    await Promise.all(readers)
    expect([...seen].filter((content) => !contents.includes(content))).toEqual([])
    expect(await readdir(join(path, '..'))).toEqual(['file'])
  })

  test('a list leaves out links, other kinds of files, and what is temporary', async () => {
    const path = place()
    await files.write(join(path, 'file'), '')
    await symlink('file', join(path, 'link'))
    await mkdir(join(path, makeTemporaryName('scratch')))
    await writeFile(join(path, makeTemporaryName('tmp')), '')
    await writeFile(join(path, makeTemporaryName('scratch').replace('.slipway', '.slipways')), '')
    expect(await files.list(path)).toEqual([expect.stringMatching(/^\.slipways/), 'file'])
  })

  test('links are followed to where something really lies, and lead to nothing where there is nothing', async () => {
    const path = place()
    await files.write(join(path, 'deep/file'), 'x')
    await symlink('deep', join(path, 'folder'))
    await symlink('folder/file', join(path, 'link'))
    await symlink('nowhere', join(path, 'broken'))
    expect(await files.real(join(path, 'link'))).toBe(await files.real(join(path, 'deep/file')))
    expect(await files.real(join(path, 'folder'))).toMatch(/\/deep$/)
    expect(await files.real(join(path, 'broken'))).toBeUndefined()
    expect(await files.real(join(path, 'deep/file/x'))).toBeUndefined()
    expect(await files.link(join(path, 'link'))).toBe('folder/file')
    expect(await files.link(join(path, 'broken'))).toBe('nowhere')
    for (const none of ['deep/file', 'deep', 'gone', 'deep/file/x'])
      expect(await files.link(join(path, none))).toBeUndefined()
  })

  test('to another device, a move goes by way of a copy: whole, with modes and links', async () => {
    const path = place()
    const foreign = disk('/unused', {
      ...node,
      rename: async (from, to) => {
        if (String(from).startsWith(join(path, 'from'))) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' })
        await node.rename(from, to)
      }
    })
    await files.write(join(path, 'from/deep/program'), 'run', 0o755)
    await symlink('deep/program', join(path, 'from/link'))
    await files.write(join(path, 'to/old'), 'old')
    await foreign.move(join(path, 'from'), join(path, 'to'))
    expect(await readdir(path)).toEqual(['to'])
    expect(await readFile(join(path, 'to/link'), 'utf8')).toBe('run')
    expect((await stat(join(path, 'to/deep/program'))).mode & 0o777).toBe(0o755)

    await files.write(join(path, 'from-file'), 'x', 0o755)
    await foreign.move(join(path, 'from-file'), join(path, 'file'))
    expect((await stat(join(path, 'file'))).mode & 0o777).toBe(0o755)
    expect((await readdir(path)).sort()).toEqual(['file', 'to'])
  })

  /** A file system on which a file grows as soon as somebody has asked for its size. */
  const growing = (path: string, by: number): Files =>
    disk('/unused', {
      ...node,
      open: async (...args) => {
        const file = await node.open(...args)
        const stat = async () => {
          const found = await file.stat()
          await node.appendFile(path, Buffer.alloc(by, 'y'))
          return found
        }
        return new Proxy(file, {
          get: (of, name) => {
            const value: unknown = name === 'stat' ? stat : Reflect.get(of, name, of)
            return typeof value === 'function' && name !== 'stat' ? (value.bind(of) as unknown) : value
          }
        })
      }
    })

  test('a file that grows while it is read is read to its end, or refused where that is too far', async () => {
    const path = join(place(), 'file')
    await files.write(path, 'x')
    expect((await growing(path, 5000).read(path))?.length).toBe(5001)
    await expect(growing(path, 5000).read(path, 6000)).rejects.toMatchObject({
      kind: 'input',
      message: `cannot read ${path}: it grows while it is read, beyond 6000 bytes`
    })
    const end = await growing(path, 5000).tail(path, 100)
    expect([end?.bytes.length, end?.before]).toEqual([100, 9901])
  })

  test('what is no regular file is refused at once, by whichever way: a pipe that nobody writes to, a device, a folder', async () => {
    const path = place()
    await mkdir(path, { recursive: true })
    await promisify(execFile)('mkfifo', [join(path, 'pipe')])
    await symlink('pipe', join(path, 'to-pipe'))
    await symlink('/dev/zero', join(path, 'zero'))
    await symlink('loop', join(path, 'loop'))
    const socket = createServer().listen(join(path, 'socket'))
    await once(socket, 'listening')
    try {
      for (const [name, why] of [
        ['pipe', 'it is no file but a pipe'],
        ['to-pipe', 'it is no file but a pipe'],
        ['zero', 'it is no file but a device'],
        ['socket', 'no file but a socket'],
        ['loop', 'in a circle'],
        ['.', 'it is a folder']
      ] as const) {
        const message = expect.stringMatching(
          new RegExp(`^cannot (read|copy) ${join(path, name)}: .*${why}`)
        ) as unknown
        const odd = join(path, name)
        await expect(files.read(odd)).rejects.toMatchObject({ message })
        await expect(files.tail(odd, 10)).rejects.toMatchObject({ message })
        await expect(files.digest(odd)).rejects.toMatchObject({ message })
        await expect(files.copy(odd, join(path, 'copy'))).rejects.toMatchObject({ message })
        await expect(files.stream(odd)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ message })
        if (name !== 'socket') await expect(files.blob(odd)).rejects.toMatchObject({ message })
      }
      expect(await files.list(path)).toEqual([])
    } finally {
      socket.close()
    }
  })

  test('a file whose size the system does not know is read to its end', async () => {
    const status = await files.read('/proc/self/status')
    expect(Buffer.from(status ?? []).toString()).toContain(`Pid:\t${process.pid}\n`)
  })

  test('a rename that is refused for a moment is tried again', async () => {
    const path = join(place(), 'file')
    let refusals = 2
    const busy = disk('/unused', {
      ...node,
      rename: async (from, to) => {
        if (refusals-- > 0) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
        await node.rename(from, to)
      }
    })
    await busy.write(path, 'x')
    expect(await readFile(path, 'utf8')).toBe('x')
  })

  test('read-only folders are removed too', async () => {
    const path = place()
    await files.write(join(path, 'mod/a/file'), 'x')
    let refused = 0
    const modes: unknown[] = []
    const strict = disk('/unused', {
      ...node,
      rm: async (target, options) => {
        if (refused++ === 0) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
        await node.rm(target, options)
      },
      chmod: async (target, mode) => {
        modes.push(mode)
        await node.chmod(target, mode)
      }
    })
    await strict.remove(join(path, 'mod'))
    expect(modes).toEqual([0o700, 0o700])
    expect(await readdir(path)).toEqual([])
  })

  test("what the system refuses is an 'environment' Failure that names the path, and no temp file stays", async () => {
    const path = place()
    await files.write(join(path, 'file'), 'old')
    const full = disk(
      '/unused',
      traced((operation) => {
        if (operation === 'sync') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'fsync' })
      })
    )
    await expect(full.write(join(path, 'file'), 'new')).rejects.toMatchObject({
      kind: 'environment',
      message: `cannot write ${join(path, 'file')}: no space left on the device`
    })
    expect(await readdir(path)).toEqual(['file'])
    expect(await text(files, join(path, 'file'))).toBe('old')
    await expect(files.read(path)).rejects.toMatchObject({ kind: 'environment' })
    await expect(files.write(join(path, 'file/below'), '')).rejects.toMatchObject({ kind: 'environment' })
  })

  test('content is on the disk before its name is, and the name before write resolves', async () => {
    const path = join(place(), 'deep/file')
    const seen: string[] = []
    await disk(
      '/unused',
      traced((operation) => void seen.push(operation))
    ).write(path, 'x')
    expect(seen).toEqual([
      // That folder, the one above it, which is not there either, and that folder again.
      ...['mkdir', 'mkdir', 'mkdir'],
      'open',
      'writeFile',
      'chmod',
      'sync',
      'rename',
      // The folders, which are opened to be read.
      ...['sync', 'sync', 'sync']
    ])
  })

  test('a hasty copy is on the disk before its name is, and asks for no more', async () => {
    const path = place()
    await files.write(join(path, 'from'), 'x')
    const seen: string[] = []
    await disk(
      '/unused',
      traced((operation) => void seen.push(operation))
    ).copy(join(path, 'from'), join(path, 'to'), { hasty: true })
    expect(seen).toEqual(['mkdir', 'open', 'writeFile', 'chmod', 'sync', 'rename'])
  })

  test('a file that is written in place has another stamp', async () => {
    const path = join(place(), 'file')
    await files.write(path, 'abc')
    const first = await files.stamp(path)
    await writeFile(path, 'abcd')
    expect(await files.stamp(path)).not.toBe(first)
  })

  test('a scratch folder is private and under its root', async () => {
    await using scratch = await disk(join(root, 'private')).scratch('keys')
    expect(scratch.path.startsWith(join(root, 'private/.slipway-scratch-'))).toBe(true)
    expect((await stat(scratch.path)).mode & 0o777).toBe(0o700)
    expect((await stat(scratch.path)).isDirectory()).toBe(true)
  })
})

describe('after a kill', () => {
  /** The operations of one overwrite and one folder move, killed before the n-th; resolves with how it ended. */
  const killedAt = (path: string, nth: number): Promise<NodeJS.Signals | null> =>
    script(`
      import { disk } from '${ADAPTERS}/machine/disk.ts'
      import { traced } from '${FAKES}/traced.ts'
      import { readFileSync, writeSync, openSync } from 'node:fs'
      let count = 0
      const files = disk('${path}', traced((operation, args) => {
        if (++count === ${nth}) process.kill(process.pid, 'SIGKILL')
      }))
      await files.write('${path}/file', 'new'.repeat(1000))
      await files.move('${path}/next', '${path}/tree')
      await files.remove('${path}/doomed')
      await using scratch = await files.scratch('kill')
      await files.write(scratch.path + '/x', 'x')
    `)

  test('at every operation, a path holds old bytes or new ones, and the sweep leaves nothing else', async () => {
    const outcomes = new Set<string>()
    let signal: NodeJS.Signals | null = 'SIGKILL'
    for (let nth = 1; signal === 'SIGKILL'; nth++) {
      const path = place()
      const files = disk(path)
      await files.write(join(path, 'file'), 'old')
      for (const tree of ['tree', 'next', 'doomed'])
        for (const name of ['a', 'b']) await files.write(join(path, tree, name), tree)
      signal = await killedAt(path, nth)
      await sweepFiles(path)

      const file = await text(files, join(path, 'file'))
      expect(['old', 'new'.repeat(1000)]).toContain(file)
      const names = await files.list(path)
      // A folder is there whole or not at all.
      for (const tree of ['tree', 'next', 'doomed'])
        expect([0, 2]).toContain(names.filter((name) => name.startsWith(`${tree}/`)).length)
      expect((await readdir(path)).filter((name) => TEMPORARY.test(name))).toEqual([])
      outcomes.add(`${file === 'old' ? 'old' : 'new'} ${names.join(' ')}`)
    }
    expect(signal).toBeNull()
    expect([...outcomes][0]).toBe('old doomed/a doomed/b file next/a next/b tree/a tree/b')
    expect([...outcomes].at(-1)).toBe('new file tree/a tree/b')
  }, 300_000)

  /** A process that takes a lock and a scratch folder and sits there. */
  async function other(folder: string): Promise<{ pid: number; end(): Promise<void> }> {
    const source = `
      import { disk } from '${ADAPTERS}/machine/disk.ts'
      import { lockFolder } from '${ADAPTERS}/machine/lock.ts'
      await lockFolder('${folder}')
      await disk('${folder}').scratch('mine')
      console.log('ready')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const exited = once(child, 'exit')
    await once(child.stdout, 'data')
    return {
      pid: child.pid ?? 0,
      async end() {
        child.kill('SIGKILL')
        await exited
      }
    }
  }

  test('a sweep removes what a dead run left, at any depth, and nothing of a live one', async () => {
    const folder = place()
    const run = await other(join(folder, 'deep'))
    const own = makeTemporaryName('tmp')
    await writeFile(join(folder, own), '')
    try {
      expect(await sweepFiles(folder)).toEqual([])
      expect((await readdir(join(folder, 'deep'))).length).toBe(2)
    } finally {
      await run.end()
    }
    expect((await sweepFiles(folder)).length).toBe(2)
    expect(await readdir(join(folder, 'deep'))).toEqual([])
    expect((await readdir(folder)).sort()).toEqual([own, 'deep'])
  })

  test('a sweep of a shared folder stays at its top, and leaves what another user has there', async () => {
    const folder = place()
    const dead = (kind: 'tmp' | 'scratch'): string =>
      makeTemporaryName(kind).replace(formatOwner(), formatOwner().replace(/-\d+-/, '-1-'))
    const [below, theirs, ours] = [
      join(folder, 'below', dead('tmp')),
      join(folder, dead('scratch')),
      join(folder, dead('tmp'))
    ]
    const files = disk(folder)
    for (const path of [below, theirs, ours]) await files.write(path, '')
    const fs = {
      ...node,
      rm: async (path: Parameters<typeof node.rm>[0], options: Parameters<typeof node.rm>[1]) => {
        if (path === theirs) throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
        await node.rm(path, options)
      }
    }
    expect(await sweepFiles(folder, { deep: false, fs })).toEqual([ours])
    expect([await exists(below), await exists(theirs)]).toEqual([true, true])
  })

  test("a second run gets an 'environment' Failure with the first one's pid; a dead run's lock does not count", async () => {
    const folder = place()
    const run = await other(folder)
    try {
      await expect(lockFolder(folder)).rejects.toMatchObject({
        kind: 'environment',
        message: `another run (pid ${run.pid}) is working in ${folder}`
      })
    } finally {
      await run.end()
    }
    await using held = await lockFolder(folder)
    expect(held).toBeDefined()
    await expect(lockFolder(folder)).rejects.toMatchObject({ message: expect.stringContaining(`(pid ${process.pid})`) })
  })

  test('a pid that was given to another process does not keep a lock alive', async () => {
    const folder = place()
    await mkdir(folder, { recursive: true })
    const reused = formatOwner().replace(/^(\d+)-\d+-/, '$1-1-')
    await writeFile(join(folder, `.slipway-lock-${reused}-00000000`), '')
    await using held = await lockFolder(folder)
    expect((await readdir(folder)).length).toBe(1)
    expect(held).toBeDefined()
  })

  test('of many that want one lock at once, never two have it, and it is free afterwards', async () => {
    const folder = place()
    let holders = 0
    let most = 0
    const attempts = Array.from({ length: 12 }, async () => {
      await using held = await lockFolder(folder)
      expect(held).toBeDefined()
      most = Math.max(most, ++holders)
      await new Promise((resolve) => setImmediate(resolve))
      holders--
    })
    const results = await Promise.allSettled(attempts)
    expect(most).toBeLessThanOrEqual(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'environment' })
    await using held = await lockFolder(folder)
    expect(held).toBeDefined()
  })

  test('a lock of another host or container counts while it is touched, and its leftovers stay for a week', async () => {
    const folder = place()
    await mkdir(folder, { recursive: true })
    const foreign = formatOwner().replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const path = join(folder, `.slipway-lock-${foreign}-00000000`)
    await writeFile(path, '')
    await expect(lockFolder(folder)).rejects.toMatchObject({ message: expect.stringContaining('in another container') })
    const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000)
    await utimes(path, ago(300), ago(300))
    expect(await sweepFiles(folder)).toEqual([])
    await using held = await lockFolder(folder)
    expect(held).toBeDefined()
    expect(await exists(path)).toBe(false)

    const scratch = join(folder, `.slipway-scratch-${foreign}-00000000`)
    await mkdir(scratch)
    await utimes(scratch, ago(8 * 24 * 3600), ago(8 * 24 * 3600))
    expect(await sweepFiles(folder)).toEqual([scratch])
  })
})
