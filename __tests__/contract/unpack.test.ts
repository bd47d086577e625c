import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createGzip, gzipSync } from 'node:zlib'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { zipSync, type Zippable } from 'fflate'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { LIMITS } from '../../src/base/limits.ts'
import { pax, tar, tarGz, type TarEntry } from '../fakes/tar.ts'
import { zeros } from '../fakes/platform/zeros.ts'

let folder = ''
let serial = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpack-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function archive(bytes: Uint8Array, ending = 'tar.gz'): Promise<string> {
  const path = join(folder, `${++serial}.${ending}`)
  await writeFile(path, bytes)
  return path
}

/** What is in it, by name. */
async function read(path: string, most = 1000): Promise<Readonly<Record<string, string | undefined>>> {
  const found: Record<string, string | undefined> = {}
  for await (const { name, bytes } of unpack(path, most)) found[name] = bytes && Buffer.from(bytes).toString()
  return found
}

const text = (content: string): Uint8Array => Buffer.from(content)
const refused = (message: string) => ({ kind: 'verification', message: expect.stringContaining(message) as unknown })
const LINKED = { os: 3, attrs: (0o120777 << 16) >>> 0 } as const
const file = (name: string, content = name): TarEntry => ({ name, content })

describe.each<[string, TarEntry[], string]>([
  ['an absolute name', [file('/etc/passwd')], 'leads out of the folder'],
  ['a name that leads out', [file('a/../../evil')], 'leads out of the folder'],
  ['a name that leads out on Windows', [file('..\\evil')], 'backslash'],
  ['a name on a drive', [file('C:/evil')], 'a drive'],
  ['a name with a line break', [file('a\nb')], 'control character'],
  ['no name', [file('./')], 'no name of a file'],
  ['a PAX name that leads out', [pax({ path: '../evil' }), file('good')], 'leads out of the folder'],
  ['a PAX name for all', [pax({ path: '../evil' }, 'g'), file('good')], 'says "path" of all its entries'],
  [
    'a GNU name that leads out',
    [{ name: '././@LongLink', type: 'L', content: '/evil\0' }, file('good')],
    'leads out of the folder'
  ],
  ['an endless name', [pax({ path: 'a/'.repeat(3000) + 'b' }), file('good')], 'more than 4096 bytes'],
  ['a name of a sparse file', [pax({ 'GNU.sparse.name': '../evil' }), file('good')], 'neither a file nor a folder'],
  ['a link that leads out', [{ name: 'a', type: '2', target: '../../etc' }], 'leads to "../../etc"'],
  ['an absolute link', [{ name: 'a', type: '2', target: '/etc' }], 'leads to "/etc"'],
  ['a PAX link that leads out', [pax({ linkpath: '/etc' }), { name: 'a', type: '2', target: 'b' }], 'leads to "/etc"'],
  ['a hard link that leads out', [{ name: 'a/b', type: '1', target: '../c' }], 'leads to "../c"'],
  ['a hard link with content', [{ name: 'a', type: '1', target: 'b', content: 'x' }], 'has content'],
  [
    'a file that is written through a link',
    [{ name: 'd', type: '2', target: 'e' }, file('d/passwd')],
    'below the link "d"'
  ],
  ['a file that replaces a link', [{ name: 'd', type: '2', target: 'e' }, file('d')], 'twice'],
  ['a link where a folder is', [file('d/e'), { name: 'd', type: '2', target: 'e' }], 'twice'],
  ['a file below a file', [file('d'), file('d/e')], 'below the file "d"'],
  ['a device', [{ name: 'null', type: '3' }], 'neither a file nor a folder'],
  ['a block device', [{ name: 'sda', type: '4' }], 'neither a file nor a folder'],
  ['a pipe', [{ name: 'pipe', type: '6' }], 'neither a file nor a folder'],
  ['a kind that nobody knows', [{ name: 'x', type: 'Q' }], 'neither a file nor a folder'],
  ['a name twice', [file('tool', 'good'), file('tool', 'bad')], 'twice'],
  ['a name twice, written otherwise', [file('tool', 'good'), file('./x/../tool', 'bad')], 'leads out of the folder'],
  ['a name twice, by its dot', [file('tool', 'good'), file('.//tool', 'bad')], 'twice'],
  ['a program that runs as its owner', [{ name: 'tool', mode: 0o4755 }], 'its owner'],
  ['a program that runs as its group', [{ name: 'tool', mode: 0o2755 }], 'its owner or group']
])('a .tar.gz with %s', (_, entries, why) => {
  test('is refused in words', async () => {
    await expect(read(await archive(tarGz([file('LICENSE'), ...entries])))).rejects.toMatchObject(refused(why))
  })
})

describe.each<[string, Zippable, string]>([
  ['an absolute name', { '/etc/passwd': text('') }, 'absolute path'],
  ['a name that leads out', { 'a/../../evil': text('') }, 'invalid relative path'],
  ['a backslash', { 'a\\..\\evil': text('') }, 'invalid characters'],
  ['a link that leads out', { a: [text('../etc'), LINKED] }, 'leads to "../etc"'],
  ['an endless link', { a: [text('b'.repeat(5000)), LINKED] }, 'leads to'],
  ['a file that is written through a link', { d: [text('e'), LINKED], 'd/f': text('') }, 'below the link "d"'],
  ['a pipe', { p: [text(''), { os: 3, attrs: (0o010644 << 16) >>> 0 }] }, 'neither a file nor a folder'],
  ['a program that runs as its owner', { p: [text(''), { os: 3, attrs: (0o104755 << 16) >>> 0 }] }, 'its owner'],
  ['a name twice, by its dot', { tool: text('good'), './tool': text('bad') }, 'twice']
])('a .zip with %s', (_, entries, why) => {
  test('is refused in words', async () => {
    await expect(read(await archive(zipSync(entries), 'zip'))).rejects.toMatchObject(refused(why))
  })
})

test('a .zip with a name twice is refused', async () => {
  const bytes = Buffer.from(zipSync({ aa: text('good'), bb: text('bad') })).toString('latin1')
  const twice = await archive(Buffer.from(bytes.replaceAll('bb', 'aa'), 'latin1'), 'zip')
  await expect(read(twice)).rejects.toMatchObject(refused('twice'))
})

test('links inside of an archive, folders and long names are no reason to refuse it', async () => {
  const long = `${'deep/'.repeat(30)}name`
  const entries = [
    pax({ comment: 'a commit of git' }, 'g'),
    { name: './', type: '5' },
    { name: 'bin/', type: '5', mode: 0o755 },
    file('bin/tool'),
    { name: 'tool', type: '2', target: 'bin/tool' },
    { name: 'lib/tool', type: '2', target: '../bin/tool' },
    { name: 'again', type: '1', target: 'bin/tool' },
    pax({ path: long }),
    file('short')
  ]
  expect(await read(await archive(tarGz(entries)))).toEqual({ 'bin/tool': 'bin/tool', [long]: 'short' })
  expect(
    await read(await archive(zipSync({ 'bin/tool': text('x'), tool: [text('bin/tool'), LINKED] }), 'zip'))
  ).toEqual({
    'bin/tool': 'x'
  })
})

test('who stops reading half-way leaves nothing open', async () => {
  const path = await archive(tarGz([file('a'), { name: 'b', content: Buffer.alloc(3_000_000) }, file('c')]))
  for (let i = 0; i < 20; i++) for await (const { name } of unpack(path, 10)) if (name === 'a') break
  expect(await read(path, 10)).toEqual({ a: 'a', b: undefined, c: 'c' })
})

describe('of an archive that has no end', () => {
  /** So many bytes as a `.tar.gz`, made while they are written. */
  async function bomb(head: readonly TarEntry[], size: number): Promise<string> {
    const path = join(folder, `${++serial}.tar.gz`)
    const [gzip, out] = [createGzip({ level: 1 }), createWriteStream(path)]
    gzip.pipe(out)
    gzip.write(tar(head).subarray(0, -1024))
    for (const piece of zeros(size)) if (!gzip.write(piece)) await once(gzip, 'drain')
    gzip.end()
    await once(out, 'close')
    return path
  }

  test('a file that says it is larger than all that may be is refused before it is unpacked', async () => {
    const path = await bomb([{ name: 'zeros', size: LIMITS.unpacked.most + 1 }], 1_000_000)
    await expect(read(path)).rejects.toMatchObject(refused('20000 entries, 4 GiB'))
  })

  test('a large file that was not asked for takes no memory', async () => {
    const path = await bomb([{ name: 'zeros', size: 512 * 400_000 }], 512 * 400_002)
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5)
    expect(await read(path, 1000)).toEqual({ zeros: undefined })
    clearInterval(watching)
    expect(most - before).toBeLessThan(100_000_000)
  })

  test('a name that has no end is refused with little of it in memory', async () => {
    const path = await bomb([{ name: 'PaxHeaders/x', type: 'x', size: 2 ** 31 }], 20_000_000)
    await expect(read(path)).rejects.toMatchObject(refused('exceeds max size'))
  })

  test('more entries than may be are refused', async () => {
    const one = tar([{ name: 'x', type: '5' }]).subarray(0, 512)
    const path = await archive(
      gzipSync(Buffer.concat([...Array<Buffer>(LIMITS.entries.most + 1).fill(one)]), { level: 1 })
    )
    await expect(read(path)).rejects.toMatchObject(refused('more than 20000 entries'))
  })

  test('names that would fill the memory are refused', async () => {
    const name = `${'a/'.repeat(2000)}b`
    const entries = Array.from({ length: 20 }, (_, i) => [pax({ path: `${name}${i}` }), file('x')]).flat()
    await expect(read(await archive(tarGz(entries)))).rejects.toMatchObject(refused('64 MiB of names'))
  })
})

test('what is no regular file is refused before it is read', async () => {
  const pipe = join(folder, 'pipe.tar.gz')
  await promisify(execFile)('mkfifo', [pipe])
  await expect(read(pipe)).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('a pipe') })
  const zero = join(folder, 'zero.zip')
  await symlink('/dev/zero', zero)
  await expect(read(zero)).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('a device') })
})
