import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { moved, told } from '../../scripts/pins/comparing.ts'
import { PINNED, type Pinned } from '../../scripts/pins/pinned.ts'
import { readAgain, type Reading } from '../../scripts/pins/reading.ts'
import type { Exec } from '../../src/model/ports/processes.ts'

const module: Pinned = { tool: 'tool', version: 'v1.2.3', of: { module: 'example.org/tool@v1.2.3' }, digest: 'h1:old=' }
const download: Pinned = {
  tool: 'tool',
  version: 'v1.2.3',
  of: { url: 'https://example.org/v1.2.3/tool' },
  digest: 'a'.repeat(64)
}
const reading = (parts: Partial<Reading>): Reading => ({
  run: () => Promise.reject(new Error('nothing is run')),
  fetch: () => Promise.reject(new Error('nothing is fetched')),
  env: {},
  folder: '/empty',
  ...parts
})
const answers =
  (body: string, url: string, status = 200): typeof fetch =>
  () =>
    Promise.resolve(Object.defineProperty(new Response(body, { status }), 'url', { value: url }))

describe('a digest is read again', () => {
  test('of a module by the go command, in a module cache that holds nothing, with the checksum database on', async () => {
    const seen: unknown[] = []
    const run: Exec = (argv, { env }) => {
      seen.push(argv, env)
      return Promise.resolve({ stdout: '{"Sum":"h1:new="}', stderr: '' })
    }
    expect(await readAgain(module, reading({ run }))).toEqual({ digest: 'h1:new=' })
    expect(seen).toEqual([
      ['go', 'mod', 'download', '-json', 'example.org/tool@v1.2.3'],
      { GOENV: 'off', GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local', GOMODCACHE: '/empty' }
    ])
  })

  test('of a file from its bytes', async () => {
    const fetch = answers('the program', 'https://cdn.example.org/tool')
    const digest = createHash('sha256').update('the program').digest('hex')
    expect(await readAgain(download, reading({ fetch }))).toEqual({ digest })
  })

  test.each([
    ['is not there', answers('', 'https://example.org/', 404), 'HTTP 404'],
    ['leads out of https', answers('x', 'http://example.org/tool'), 'it leads to http://example.org, not to https'],
    ['cannot be reached', reading({}).fetch, 'nothing is fetched']
  ])('not of a file that %s', async (_, fetch, why) => {
    expect(await readAgain(download, reading({ fetch }))).toEqual({ why })
  })

  test('not of a module that the go command refuses', async () => {
    expect(await readAgain(module, reading({}))).toEqual({ why: 'nothing is run' })
  })
})

describe('pins that were read again', () => {
  test('say first which one changed, then which could not be read', () => {
    const compared = [
      { pinned: module, read: { digest: 'h1:old=' } },
      { pinned: download, read: { why: 'HTTP 404\nand more' } },
      { pinned: { ...module, tool: 'other' }, read: { digest: 'h1:new=' } }
    ]
    expect(told(compared)).toEqual({
      changed: true,
      lines: [
        'changed other: example.org/tool@v1.2.3 is h1:new=, and h1:old= is pinned',
        'unread  tool: https://example.org/v1.2.3/tool: HTTP 404',
        'same    tool: example.org/tool@v1.2.3'
      ]
    })
    expect(told(compared.slice(0, 2)).changed).toBe(false)
  })

  test('are every digest that pins.ts holds but those of node images, which kind names', () => {
    const text = readFileSync(new URL('../../src/adapters/toolchain/pins.ts', import.meta.url), 'utf8')
    const images = text.slice(text.indexOf('images: {'))
    const digests = (part: string): string[] => part.match(/h1:[\w+/]{43}=|\b[0-9a-f]{64}\b/g) ?? []
    const held = digests(text).filter((digest) => !digests(images).includes(digest))
    expect(PINNED.map(({ digest }) => digest)).toEqual(expect.arrayContaining(held))
    expect(held.length).toBeGreaterThan(20)
  })
})

describe('a tool is moved to another version', () => {
  const text = `version: 'v1.2.3', url: '/v1.2.3/tool', fits: '>=1.2.3 <2.0.0', sum: 'h1:old=', sha256: '${'a'.repeat(64)}', other: 'v1.2.30', 'x1.2.3'`
  const both = [
    { pinned: module, read: { digest: 'h1:new=' } },
    { pinned: download, read: { digest: 'b'.repeat(64) } }
  ]

  test('with every digest of it, and nothing of another tool', () => {
    expect(moved(text, 'tool', 'v1.3.0', both)).toBe(
      `version: 'v1.3.0', url: '/v1.3.0/tool', fits: '>=1.3.0 <2.0.0', sum: 'h1:new=', sha256: '${'b'.repeat(64)}', other: 'v1.2.30', 'x1.2.3'`
    )
  })

  test('and not a line with the digest of something else, which has that version by chance', () => {
    const image = `'1.2': node('v1.2.3', '${'c'.repeat(64)}', LISTS)`
    expect(moved(`${text}\n${image}`, 'tool', 'v1.3.0', both).split('\n')[1]).toBe(image)
  })

  test('or not at all, where one digest could not be read', () => {
    const half = [...both.slice(0, 1), { pinned: download, read: { why: 'HTTP 404' } }]
    expect(() => moved(text, 'tool', 'v1.3.0', half)).toThrow(
      'nothing is written, as not all could be read:\ntool: https://example.org/v1.2.3/tool: HTTP 404'
    )
    expect(() => moved(text, 'another', 'v1.3.0', both)).toThrow('there is no pinned tool another')
  })
})
