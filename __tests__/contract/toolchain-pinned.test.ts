import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { disk, makeTemporaryName } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache } from '../../src/adapters/toolchain/cache.ts'
import type { ToolRecipe } from '../../src/adapters/toolchain/module-build.ts'
import type { PathTools } from '../../src/adapters/toolchain/named.ts'
import { COSIGN } from '../../src/adapters/toolchain/pins.ts'
import { toolchain, type ToolchainParts } from '../../src/adapters/toolchain/toolchain.ts'
import type { Tool } from '../../src/model/nouns.ts'
import type { ToolCache } from '../../src/model/ports/caches.ts'
import { moduleZip } from '../fakes/network/module-proxy.ts'

// The programs here are scripts that say their version as the real tools do; the real ones are in the integration tests.
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')
const says = (version: string): string => `#!/bin/sh\necho '{ "gitVersion": "${version}" }'\n`
const GOOD = says('v3.1.3')
const never = new AbortController().signal

/** A Go that says the version that it was asked to be, as far as `go env` goes. */
const goScript = (version: string): string => `#!/bin/sh
[ "$1" = env ] || { echo "unexpected: $*" >&2; exit 1; }
printf '%s\\n%s\\n%s\\n' ${version} "$(dirname "$(dirname "$0")")" /modules
`
const PINNED_GO = moduleZip('golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64', { 'bin/go': goScript('go1.26.8') })

let folder = ''
let notes: string[] = []
let cache: ToolCache
/** The Go of each build. */
let compilers: Tool[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'toolchain-pinned-'))
  cache = openPlainToolCache(join(folder, 'tools'), fs)
  notes = []
  compilers = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A module proxy that has our pinned Go, and nothing else. */
const proxied: typeof fetch = async (url) =>
  (url instanceof Request ? url.url : url.toString()).endsWith('/v0.0.1-go1.26.8.linux-amd64.zip')
    ? new Response(Buffer.from(PINNED_GO.zip))
    : new Response('', { status: 404 })

/** A way to build cosign that needs no Go: what is built is a script. */
const recipe = (content: string, built: ToolRecipe['built']): ToolRecipe => ({
  ...{ pin: COSIGN.module, program: 'cosign', links: ['too'], built },
  says: { cosign: 'v3.1.3' },
  digest: 'the recipe of this test',
  build: async (go, _scratch, out) => {
    compilers.push(go)
    await writeFile(join(out, 'cosign'), content, { mode: 0o755 })
    return 'built for this test'
  }
})

const open = (built: ToolRecipe['built'], { content = GOOD, ...overrides }: Opening = {}) =>
  toolchain(
    {
      ...{ processes: processes(), files: disk(join(folder, 'scratch')), fs, cache, fetch: proxied },
      env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
      platform: { os: 'linux', arch: 'x64' },
      note: (text) => notes.push(text),
      ...overrides
    },
    () => ({
      ...{ name: 'cosign', version: 'v3.1.3', says: 'v3.1.3', fitting: { range: '>=3.1.3 <4.0.0' } },
      module: { cachedAs: 'slipway-cosign', recipe: recipe(content, built) }
    }),
    { 'linux-amd64': PINNED_GO.sum }
  )
interface Opening extends Partial<ToolchainParts> {
  /** What the build makes. */
  readonly content?: string
}

const cosign = (built: ToolRecipe['built'], overrides?: Opening): Promise<Tool> =>
  open(built, overrides).tool('cosign', undefined, never)

const besideSecret = (named: PathTools['named'] = {}) => ({ pathTools: () => ({ holdsSecret: true, named }) })

async function onPath(name: string, content: string): Promise<string> {
  const path = join(folder, 'bin', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await chmod(path, 0o755)
  return path
}

const PINS = { 'linux/amd64': sha256(GOOD) }

describe('a tool whose build has a pinned digest', () => {
  test('is built by the pinned Go, whichever is on PATH, and says its digest', async () => {
    await onPath('go', goScript('go1.26.8'))
    const tool = await cosign(PINS)
    expect(compilers).toEqual([
      expect.objectContaining({ source: 'module', path: expect.stringContaining('slipway-go') })
    ])
    expect(tool).toMatchObject({ source: 'module', sha256: sha256(GOOD) })
    expect(tool.vouched).toContain(`the program has the pinned sha256 ${sha256(GOOD)}`)
    const again = await cosign(PINS)
    expect(compilers).toHaveLength(1)
    expect(again.vouched).toMatch(/^sha256 \w{64} checked in the tool cache: pinned as what go1\.26\.8 builds from /)
  })

  test('that comes out with another one stops the run: it is not run and not kept', async () => {
    const ran = join(folder, 'ran')
    const other = `#!/bin/sh\ntouch ${ran}\n${GOOD}`
    await expect(cosign(PINS, { content: other })).rejects.toMatchObject({
      kind: 'verification',
      message: `the new cosign has sha256 ${sha256(other)}, and ${sha256(GOOD)} is pinned`
    })
    await expect(readFile(ran)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(cosign(PINS)).resolves.toMatchObject({ sha256: sha256(GOOD) })
    expect(compilers).toHaveLength(2)
  })

  const EVIL = says('v3.1.3-evil')
  const swaps: readonly (readonly [string, (path: string, record: string) => Promise<void>, RegExp])[] = [
    [
      'another program, and a record that says so',
      async (path, record) => {
        await writeFile(path, EVIL)
        await writeFile(record, (await readFile(record, 'utf8')).replaceAll(sha256(GOOD), sha256(EVIL)))
      },
      /holds cosign with sha256 \w{64}, not/
    ],
    [
      'another program, and a record about a file beside it',
      async (path, record) => {
        await rename(path, `${path}-of-old`)
        await writeFile(path, EVIL, { mode: 0o755 })
        await writeFile(record, (await readFile(record, 'utf8')).replace('"cosign": "', '"cosign-of-old": "'))
      },
      /holds cosign with sha256 \w{64}, not/
    ],
    [
      'a link in its place',
      async (path) => {
        await rename(path, join(folder, 'elsewhere'))
        await symlink(join(folder, 'elsewhere'), path)
      },
      /holds cosign with sha256 \(missing\), not/
    ],
    [
      'another name of it that leads elsewhere, and a record that says so',
      async (path, record) => {
        await writeFile(join(folder, 'elsewhere'), EVIL, { mode: 0o755 })
        await rm(join(dirname(path), 'too'))
        await symlink(join(folder, 'elsewhere'), join(dirname(path), 'too'))
        const made = (await readFile(record, 'utf8')).replace(
          '"too": "cosign"',
          `"too": "${join(folder, 'elsewhere')}"`
        )
        await writeFile(record, made)
      },
      /holds too leading to .*elsewhere, not to cosign/
    ],
    ['a file beside it', (path) => writeFile(join(dirname(path), 'a.dll'), ''), /holds a\.dll, which is no part of it/]
  ]
  test.each(swaps)('is built anew where the cache holds %s', async (_, swap, why) => {
    const first = await cosign(PINS)
    await swap(first.path, join(first.path, '..', '.slipway.json'))
    const second = await cosign(PINS, besideSecret())
    expect(compilers).toHaveLength(2)
    expect(await readFile(second.path, 'utf8')).toBe(GOOD)
    expect(notes).toContainEqual(expect.stringMatching(why))
    expect((await fs.readdir(dirname(second.path))).sort()).toEqual(['.slipway.json', 'cosign', 'too'])
  })

  test('is taken from the cache beside a secret, and its record has no say', async () => {
    const first = await cosign(PINS)
    const record = join(first.path, '..', '.slipway.json')
    await writeFile(record, (await readFile(record, 'utf8')).replace('built for this test', 'all is well'))
    const second = await cosign(PINS, besideSecret())
    expect(second).toMatchObject({ path: first.path, source: 'module', sha256: sha256(GOOD) })
    expect(second.vouched).not.toContain('all is well')
    expect(compilers).toHaveLength(1)
  })
})

describe('a tool whose build has no pinned digest here', () => {
  const elsewhere = { 'linux/riscv64': sha256(GOOD) }

  test('is built by the Go that is there where the run holds no secret, and says that nothing pinned vouches for it', async () => {
    await onPath('go', goScript('go1.26.8'))
    await cosign(elsewhere)
    expect(compilers).toMatchObject([{ source: 'machine' }])
    expect((await cosign(elsewhere)).vouched).toMatch(/where its record says: built for this test; nothing pinned/)
  })

  test('is neither built nor taken from the cache beside a secret, and the failure says what to do', async () => {
    await onPath('go', goScript('go1.26.8'))
    await cosign(elsewhere)
    await expect(cosign(elsewhere, besideSecret())).rejects.toMatchObject({
      kind: 'environment',
      code: 'tool-unavailable',
      message:
        'cosign v3.1.3 cannot be had: not on PATH; no digest of what its module makes is pinned for linux/amd64, which counts beside a secret',
      hint: expect.stringContaining('name it with its SHA-256 (path-tools)') as unknown
    })
    expect(await open(elsewhere, besideSecret()).present('cosign', undefined, never)).toBeUndefined()
    expect(compilers).toHaveLength(1)
  })
})

describe('the pinned Go in the tool cache', () => {
  const changes: readonly (readonly [string, (tree: string) => Promise<void>])[] = [
    ['another file', (tree) => writeFile(join(tree, 'bin', 'go'), `${goScript('go1.26.8')}# changed\n`)],
    ['one file more', (tree) => writeFile(join(tree, 'bin', 'evil.go'), '')],
    [
      'one file more with the name of a leftover',
      (tree) => writeFile(join(tree, 'bin', makeTemporaryName('tmp', '.go')), '')
    ],
    ['a link more', (tree) => symlink('go', join(tree, 'bin', 'evil.go'))],
    ['one file less', (tree) => rm(join(tree, 'bin', 'go'))]
  ]
  test.each(changes)('that holds %s is told, removed and fetched anew', async (_, change) => {
    const first = await open(PINS).go('go1.26.8', never)
    await change(dirname(dirname(first.path)))
    const second = await open(PINS).go('go1.26.8', never)
    expect(await fs.readdir(dirname(second.path))).toEqual(['go'])
    expect(await readFile(second.path, 'utf8')).toBe(goScript('go1.26.8'))
    expect(notes).toContain('warning: go1.26.8 in the tool cache was changed; it is removed and made anew')
  })
})

describe('Go on PATH beside a secret', () => {
  test('that nobody named is not run, and the pinned one is taken', async () => {
    const ran = join(folder, 'ran')
    await onPath('go', goScript('go1.26.8').replace('\n', `\ntouch ${ran}\n`))
    const go = await open(PINS, besideSecret()).go('go1.26.8', never)
    expect(go).toMatchObject({ source: 'module', path: join(folder, 'tools/slipway-go/1.26.8/x64/bin/go') })
    await expect(readFile(ran)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(notes).toContainEqual(expect.stringContaining(`path-tools: go=`))
  })

  test('that is named with its SHA-256 is taken, and vouched for by it', async () => {
    const content = goScript('go1.26.8')
    const path = await onPath('go', content)
    const go = await open(PINS, besideSecret({ go: sha256(content) })).go('go1.26.8', never)
    expect(go).toMatchObject({ path, source: 'machine', sha256: sha256(content) })
    expect(go.vouched).toContain('that path-tools names')
  })

  test.each([true, false])('with another SHA-256 stops the run (a secret: %s)', async (holdsSecret) => {
    await onPath('go', goScript('go1.26.8'))
    const pathTools = () => ({ holdsSecret, named: { go: 'a'.repeat(64) } })
    await expect(open(PINS, { pathTools }).go('go1.26.8', never)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringMatching(/go has sha256 \w{64}, and path-tools names a{64}/) as unknown
    })
  })

  test('that runs another go than the named one stops the run', async () => {
    const other = join(folder, 'other', 'bin', 'go')
    await mkdir(dirname(other), { recursive: true })
    await writeFile(other, goScript('go1.26.8'), { mode: 0o755 })
    const wrapper = `#!/bin/sh\nexec ${other} "$@"\n`
    await onPath('go', wrapper)
    await expect(open(PINS, besideSecret({ go: sha256(wrapper) })).go('go1.26.8', never)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining(`runs ${other}, which has sha256`) as unknown,
      hint: `Put ${dirname(other)} first on PATH, and name that go in path-tools.`
    })
  })

  test('where no pinned Go can be had, the failure says how to name it', async () => {
    await onPath('go', goScript('go1.26.8'))
    const offline: typeof fetch = async () => new Response('', { status: 404 })
    await expect(open(PINS, { ...besideSecret(), fetch: offline }).go('go1.26.8', never)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringMatching(/bin\/go is not named with its SHA-256 \(path-tools: go=\w{64}\)/) as unknown
    })
  })
})
