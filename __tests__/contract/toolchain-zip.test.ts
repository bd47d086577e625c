import * as fs from 'node:fs/promises'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { zipSync, type Zippable } from 'fflate'
import { hashZip, unpackZip } from '../../src/adapters/toolchain/zip.ts'

const never = new AbortController().signal
const limits = { files: 5, bytes: 1000 }
let folder = ''

// What others may do is looked at, which a machine's umask may take away.
process.umask(0o022)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (content: string): Uint8Array => Buffer.from(content)

async function zip(entries: Zippable): Promise<string> {
  const path = join(folder, 'x.zip')
  await writeFile(path, zipSync(entries))
  return path
}

const unpack = (path: string): Promise<void> =>
  unpackZip(
    path,
    join(folder, 'out'),
    { prefix: 'm@v1/', mode: (name) => (name === 'bin/go' ? 0o755 : 0o644), limits },
    fs,
    never
  )

const refused = { kind: 'verification' }

test('a zip is hashed file by file and unpacked under its prefix with the permissions asked for', async () => {
  const path = await zip({ 'm@v1/bin/go': text('go'), 'm@v1/VERSION': text('v') })
  expect(await hashZip(path, limits, never)).toEqual([
    { name: 'm@v1/bin/go', sha256: createHash('sha256').update('go').digest('hex') },
    { name: 'm@v1/VERSION', sha256: createHash('sha256').update('v').digest('hex') }
  ])
  await unpack(path)
  expect(await readFile(join(folder, 'out', 'VERSION'), 'utf8')).toBe('v')
  expect((await stat(join(folder, 'out', 'bin', 'go'))).mode & 0o777).toBe(0o755)
  expect((await stat(join(folder, 'out', 'VERSION'))).mode & 0o111).toBe(0)
})

test('bits that make a program run as its owner are not taken over', async () => {
  await unpack(await zip({ 'm@v1/bin/go': [text('go'), { os: 3, attrs: (0o106755 << 16) >>> 0 }] }))
  expect((await stat(join(folder, 'out', 'bin', 'go'))).mode & 0o7777).toBe(0o755)
})

describe('a zip is refused', () => {
  test.each(['../evil', 'm@v1/../../evil', '/evil', 'm@v1\\..\\..\\evil', 'C:/evil'])(
    'when it holds %j, and nothing is written outside the folder',
    async (name) => {
      await expect(unpack(await zip({ [name]: text('x') }))).rejects.toMatchObject(refused)
      expect((await readdir(folder)).filter((found) => found !== 'out')).toEqual(['x.zip'])
    }
  )

  test('when it holds a file outside the prefix', async () => {
    await expect(unpack(await zip({ 'other@v1/x': text('x') }))).rejects.toMatchObject(refused)
  })

  test('when it holds a symbolic link', async () => {
    const link = await zip({ 'm@v1/link': [text('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] })
    await expect(unpack(link)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('not a regular file')
    })
  })

  test.each([
    ['a pipe', 0o010644],
    ['a device', 0o020666],
    ['a socket', 0o140777]
  ])('when it holds %s', async (_, mode) => {
    const odd = await zip({ 'm@v1/odd': [text(''), { os: 3, attrs: (mode << 16) >>> 0 }] })
    await expect(unpack(odd)).rejects.toMatchObject({ ...refused, message: expect.stringContaining('not a regular') })
  })

  test.each([
    ['two names that are one on the disk', ['m@v1/a', 'm@v1/./a']],
    ['a file below a file', ['m@v1/a', 'm@v1/a/b']],
    ['a file where a folder is', ['m@v1/a/b', 'm@v1/a']]
  ])('when it holds %s, and the first stays as it is', async (_, names) => {
    const path = await zip(Object.fromEntries(names.map((name) => [name, text(name)])))
    await expect(unpack(path)).rejects.toMatchObject({ ...refused, message: expect.stringContaining('below a file') })
    expect(await readdir(join(folder, 'out'), { recursive: true })).toContain('a')
  })

  test('when it holds too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`m@v1/${index}`, text('x')]))
    await expect(unpack(await zip(many))).rejects.toMatchObject(refused)
  })

  test('when it would unpack to more than the limit, before that file is unpacked', async () => {
    const bomb = await zip({ 'm@v1/a': text('small'), 'm@v1/bomb': new Uint8Array(1_000_000) })
    await expect(unpack(bomb)).rejects.toMatchObject(refused)
    expect(await readdir(join(folder, 'out'))).toEqual(['a'])
  })

  test('when a file is larger than the zip says', async () => {
    const path = await zip({ 'm@v1/bomb': new Uint8Array(100_000) })
    const bytes = await readFile(path)
    // The size that the central directory declares, 24 bytes into its only entry.
    const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes.writeUInt32LE(10, directory + 24)
    await writeFile(path, bytes)
    await expect(unpack(path)).rejects.toMatchObject(refused)
  })

  test('when it holds a name twice', async () => {
    const path = await zip({ 'm@v1/aa': text('1'), 'm@v1/bb': text('2') })
    const bytes = await readFile(path)
    await writeFile(path, Buffer.from(bytes.toString('latin1').replaceAll('m@v1/bb', 'm@v1/aa'), 'latin1'))
    await expect(hashZip(path, limits, never)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('twice')
    })
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
    ['not a zip', () => Buffer.from('hello')],
    ['empty', () => Buffer.alloc(0)]
  ])('when it is %s', async (_, damage) => {
    const path = await zip({ 'm@v1/a': text('a'.repeat(500)) })
    await writeFile(path, damage(await readFile(path)))
    await expect(hashZip(path, limits, never)).rejects.toMatchObject(refused)
  })
})
