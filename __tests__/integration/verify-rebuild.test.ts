import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pack } from 'tar-stream'
import { gzipSync } from 'node:zlib'
import { realTools } from '../bed/tools.ts'
import { deflateInThreads } from '../../src/adapters/archive/deflate.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { listSections } from '../../src/go/inspect/binary.ts'
import { archive } from '../../src/package/archive.ts'
import { findReleaseDifference } from '../../src/verify/difference.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { poison } from '../fakes/go-cache.ts'
import { COMMITTED_AT, git, HELLO, repository, workspace } from '../fakes/repository.ts'

// What is built again is built with an empty cache.
jest.setTimeout(300_000)

const ARCHIVE = 'hello_1.0.0_linux_amd64.tar.gz'
const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let key: string
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  place = stack.use(await workspace()).path
  // Programs in a sandbox are another user where root runs this.
  await chmod(place, 0o755)
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))).path
  const args = ['generate-key-pair', '--output-key-prefix', join(place, 'one')]
  succeeded(await program([cosign, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  key = join(place, 'one.pub')
  env = { COSIGN_PRIVATE_KEY: await readFile(join(place, 'one.key'), 'utf8'), COSIGN_PASSWORD: 'canary' }
  await repository(join(place, 'hello'), HELLO)
  succeeded(await release('hello', 'releases'))
})

const release = (folder: string, to: string, more: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  slipway(['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sbom', 'both', '--to', `../${to}`], {
    cwd: join(place, folder),
    env: { ...env, ...more }
  })

const verify = (folder: string, cwd: string, ...flags: readonly string[]): Promise<Ran> =>
  slipway(['verify', join(place, folder), '--key', key, ...flags], { cwd: join(place, cwd) })

test('verify --rebuild builds the tag again, from any clone of it, and finds every file the same', async () => {
  await git(place, 'clone', '--quiet', join(place, 'hello'), join(place, 'another clone'))
  await git(join(place, 'another clone'), 'tag', '--delete', 'v1.0.0')
  const said = succeeded(await verify('releases/v1.0.0', 'another clone', '--rebuild'))
  const same = ['checksums.txt', 'cdx.json', 'spdx.json', 'tar.gz'].map((name) =>
    name === 'checksums.txt' ? name : `hello_1.0.0_linux_amd64.${name}`
  )
  for (const name of same) expect(said).toContain(`${name}: rebuilt, the same bytes`)
  expect(said).toMatch(/built again from commit [0-9a-f]{40}: 4 files came out the same/)
  // Nothing is left in the clone.
  expect(await git(join(place, 'another clone'), 'status', '--porcelain', '--ignored')).toBe('')
})

test('verify --rebuild runs the steps of prepare in a clone that has never seen what they make', async () => {
  const prepare = [
    'prepare:',
    "  - { run: [sh, -c, 'mkdir words; echo made > words/text'], makes: [words] }",
    "  - { run: ['{program}', page], stdout: page.txt }",
    'archive: { files: [page.txt] }'
  ]
  await repository(join(place, 'site'), {
    ...HELLO,
    'main.go':
      'package main\n\nimport (\n\t_ "embed"\n\t"fmt"\n)\n\n//go:embed words/text\nvar text string\n\nfunc main() { fmt.Print(text) }\n',
    '.gitignore': 'words\npage.txt\n',
    'slipway.yaml': [HELLO['slipway.yaml'], ...prepare, ''].join('\n')
  })
  succeeded(await release('site', 'sites'))
  await git(place, 'clone', '--quiet', join(place, 'site'), join(place, 'site clone'))
  const said = succeeded(await verify('sites/v1.0.0', 'site clone', '--rebuild'))
  for (const name of [ARCHIVE, 'checksums.txt']) expect(said).toContain(`${name}: rebuilt, the same bytes`)
  expect(await git(join(place, 'site clone'), 'status', '--porcelain', '--ignored')).toBe('')
})

test('a signed release that its commit does not give is refused, with the section of the program that is other', async () => {
  // A build cache that somebody wrote to: the sources are the commit's, and another package is linked.
  const [said, cache] = ['said softly and often', join(place, 'cache')]
  const main = `package main\n\nfunc main() { println("${said}") }\n`
  await repository(join(place, 'poisoned'), { ...HELLO, 'main.go': main }, ['v2.0.0'])
  const poisoned = { cwd: join(place, 'poisoned'), env: { GOCACHE: cache } }
  succeeded(await slipway(['build', '--targets', 'linux/amd64', '--out', '../first'], poisoned))
  await poison(cache, said, said.toUpperCase())
  succeeded(await release('poisoned', 'others', poisoned.env))
  succeeded(await verify('others/v2.0.0', 'poisoned'))
  const run = await verify('others/v2.0.0', 'poisoned', '--rebuild', '1')
  expect(run.status).toBe(5)
  expect(run.stdout).toMatch(
    /error: .*others\/v2\.0\.0 is not what its source gives: hello_2\.0\.0_linux_amd64\.tar\.gz: hello: section \.rodata: the first byte at \d+ of \d+ and \d+, with equal build info/
  )
  expect(run.stdout).toMatch(/hello_2\.0\.0_linux_amd64\.cdx\.json: line \d+ is .*serialNumber.* as published/)
})

test('a release whose commit is nowhere to be found is not built again from something else', async () => {
  await mkdir(join(place, 'nowhere'))
  const run = await verify('releases/v1.0.0', 'nowhere', '--rebuild', '1')
  expect(run).toMatchObject({ status: 2, stdout: expect.stringMatching(/commit [0-9a-f]{40} is not in a repository/) })
})

describe('the difference of two archives is named by its first part', () => {
  interface Entry {
    readonly name: string
    readonly bytes: Buffer
    readonly mode?: number
    readonly mtime?: Date
  }
  const time = new Date(COMMITTED_AT)

  /** The entries of the release, in their order. */
  const entries = async (): Promise<readonly Entry[]> => {
    const found: Entry[] = []
    for await (const { name, bytes } of unpack(join(place, 'releases/v1.0.0', ARCHIVE), 2 ** 30))
      found.push({ name, bytes: Buffer.from(bytes ?? []), mode: name === 'hello' ? 0o755 : 0o644, mtime: time })
    return found
  }
  const tar = async (all: readonly Entry[]): Promise<Buffer> => {
    const made = pack()
    for (const { bytes, ...header } of all) made.entry({ ...header, uid: 0, gid: 0, uname: '', gname: '' }, bytes)
    made.finalize()
    const parts: Buffer[] = []
    for await (const part of made as AsyncIterable<Buffer>) parts.push(part)
    return gzipSync(Buffer.concat(parts))
  }
  const difference = async (changed: Buffer | Uint8Array, name = ARCHIVE): Promise<string | undefined> => {
    const files = disk(place)
    await rm(join(place, 'made'), { recursive: true, force: true })
    await files.write(join(place, 'made', name), changed)
    return await findReleaseDifference(files, unpack, {
      name,
      published: join(place, 'releases/v1.0.0', name),
      rebuilt: join(place, 'made', name)
    })
  }
  const other = async (name: string, change: (bytes: Buffer) => Buffer): Promise<readonly Entry[]> =>
    (await entries()).map((entry) => (entry.name === name ? { ...entry, bytes: change(entry.bytes) } : entry))
  const flipped = (at: number) => (bytes: Buffer) => {
    const copy = Buffer.from(bytes)
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
    return copy
  }

  test('none where the bytes are the same', async () => {
    expect(await difference(await readFile(join(place, 'releases/v1.0.0', ARCHIVE)))).toBeUndefined()
  })

  test('an entry more or less', async () => {
    expect(await difference(await tar((await entries()).slice(1)))).toBe('archive entries: LICENSE is only published')
    expect(await difference(await tar([...(await entries()), { name: 'more', bytes: Buffer.from('x') }]))).toBe(
      'archive entries: more is only in the rebuild'
    )
  })

  test('the order of the entries', async () => {
    expect(await difference(await tar((await entries()).toReversed()))).toBe(
      'archive order: entry 1 is LICENSE as published and hello in the rebuild'
    )
  })

  test('what stands about an entry', async () => {
    const [licence, hello] = await entries()
    if (!licence || !hello) throw new Error('an archive without its entries')
    expect(await difference(await tar([licence, { ...hello, mode: 0o700 }]))).toBe(
      'archive metadata: mode of hello is 0755 as published and 0700 in the rebuild'
    )
    expect(await difference(await tar([{ ...licence, mtime: new Date(0) }, hello]))).toBe(
      'archive metadata: time of LICENSE is 2026-03-04T05:06:07.000Z as published and 1970-01-01T00:00:00.000Z in the rebuild'
    )
  })

  test('a line of a text, a section of a program', async () => {
    expect(await difference(await tar(await other('LICENSE', flipped(0))))).toBe(
      'LICENSE: line 1 is "Do as you like." as published and "Eo as you like." in the rebuild'
    )
    const [, hello] = await entries()
    const code = listSections(hello?.bytes ?? Buffer.alloc(0)).find(({ name }) => name === '.text')
    expect(code?.size).toBeGreaterThan(100_000)
    const at = 4711
    expect(await difference(await tar(await other('hello', flipped((code?.offset ?? 0) + at))))).toBe(
      `hello: section .text: the first byte at ${at} of ${code?.size} and ${code?.size}, with equal build info`
    )
  })

  test('build info before everything else in a program', async () => {
    const build = ['go', 'build', '-trimpath', '-buildvcs=true', '-tags=extra', '-o', join(place, 'tagged'), '.']
    succeeded(await program(build, { cwd: join(place, 'hello'), env: { CGO_ENABLED: '0' } }))
    const tagged = await readFile(join(place, 'tagged'))
    expect(await difference(await tar(await other('hello', () => tagged)))).toBe(
      'hello: build info: -tags is absent as published and extra in the rebuild'
    )
  })

  test('the container where everything in it is the same', async () => {
    expect(await difference(await tar(await entries()))).toMatch(/^archive container: the entries are equal/)
  })

  test('the same of a zip', async () => {
    const deflate = deflateInThreads(1)
    const two = [
      { name: 'a', bytes: Buffer.from('one\n'), executable: false },
      { name: 'b', bytes: Buffer.from('two\n'), executable: true }
    ]
    const zip = 'made_1.0.0_windows_amd64.zip'
    await writeFile(join(place, 'releases/v1.0.0', zip), await archive('zip', two, time, deflate))
    const changed = (at: number, change: object) =>
      archive(
        'zip',
        two.map((entry, i) => (i === at ? { ...entry, ...change } : entry)),
        time,
        deflate
      )
    expect(await difference(await changed(1, { executable: false }), zip)).toMatch(/^archive metadata: mode of b is 0/)
    expect(await difference(await changed(1, { bytes: Buffer.from('zwei\n') }), zip)).toBe(
      'b: line 1 is "two" as published and "zwei" in the rebuild'
    )
    expect(await difference(await archive('zip', two, new Date(0), deflate), zip)).toMatch(
      /^archive metadata: time of a/
    )
    await rm(join(place, 'releases/v1.0.0', zip))
    expect(await readdir(join(place, 'releases/v1.0.0'))).not.toContain(zip)
  })
})
