import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { deflateInThreads } from '../../src/adapters/archive/deflate.ts'
import { parseCrds } from '../../src/crds/source.ts'
import { EXIT, Failure } from '../../src/base/errors.ts'
import { demandExact, normalizeBundle, readBundleStatement } from '../../src/evidence/bundle.ts'
import { gatherFacts } from '../../src/facts/git.ts'
import { parseGoMod } from '../../src/go/go-mod.ts'
import { inspectBinary } from '../../src/go/inspect/binary.ts'
import { listPackages } from '../../src/go/list.ts'
import { readFromFolder } from '../../src/publish/from-folder.ts'
import { readGoreleaser } from '../../src/init/goreleaser.ts'
import { parseChecksums } from '../../src/package/checksums.ts'
import { makeTarGz } from '../../src/package/tar.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { parseProject } from '../../src/config/project-file.ts'
import { parseObjects } from '../../src/suites/workload/manifests.ts'
import { parseHelp } from '../../src/suites/surface/flags.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(600_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
/** Seeded: a run that fails can be repeated; the full tests take another seed each time. */
const RUNS = { numRuns: FULL ? 300 : 60, ...(FULL ? {} : { seed: 7 }) }

const stack = new AsyncDisposableStack()
let folder = ''
beforeAll(async () => {
  folder = stack.use(await workspace()).path
})
afterAll(() => stack.disposeAsync())

/** Rejects unless it ends well, or with a Failure that says in plain words whose move it is. */
async function endsClearly(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (!(error.kind in EXIT) || error.message === '' || error.message.length > 20_000)
      throw new Error(`no clear failure: ${error.kind}, ${error.message.length} characters`, { cause: error })
  }
}

/** Bytes with some changed, some taken out, some put in twice, or the end cut off; mostly near the beginning. */
const mutated = (seed: Uint8Array): fc.Arbitrary<Buffer> => {
  const place = fc.oneof(fc.nat(Math.min(seed.length, 512)), fc.nat(seed.length))
  const edit = fc.record({
    at: place,
    byte: fc.oneof(fc.constantFrom(0, 1, 127, 128, 255), fc.nat(255)),
    times: fc.nat(8)
  })
  return fc
    .record({ edits: fc.array(edit, { minLength: 1, maxLength: 6 }), cut: fc.option(place), twice: fc.option(place) })
    .map(({ edits, cut, twice }) => {
      const bytes = Buffer.from(seed)
      for (const { at, byte, times } of edits) bytes.fill(byte, at, Math.min(at + times, bytes.length))
      const short = cut === null ? bytes : bytes.subarray(0, cut)
      return twice === null ? short : Buffer.concat([short, short.subarray(twice, twice + 200)])
    })
}

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: splits.example.com }
spec:
  group: example.com
  names: { kind: Split, plural: splits }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
`
const SETTINGS = `name: demo
targets: [linux/amd64, darwin/arm64]
builds:
  - { main: ./cmd/x, ldflags: ["-X main.v={version}"], env: { GOEXPERIMENT: x } }
workloads:
  - name: web
    args: [serve, "--port={port}"]
    ready: [{ url: "http://127.0.0.1:{port}/" }]
`
const NESTED = [
  '[',
  '{a: ',
  '- ',
  '{"a":',
  '"',
  "'",
  '&a ',
  '*a ',
  '!',
  '? ',
  '|\n',
  '---\n',
  '#',
  ': ',
  '\u0000',
  '\n'
]
const deep = fc
  .tuple(fc.constantFrom(...NESTED), fc.integer({ min: 1, max: FULL ? 20_000 : 1500 }))
  .map(([part, times]) => part.repeat(times))
/** A text like this one, a deep one, or one with a deep one somewhere in it. */
const like = (seed: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: mutated(Buffer.from(seed)).map((bytes) => bytes.toString('utf8')) },
    { weight: 1, arbitrary: deep },
    {
      weight: 2,
      arbitrary: fc.tuple(deep, fc.nat(seed.length)).map(([inner, at]) => seed.slice(0, at) + inner + seed.slice(at))
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) }
  )

const SUM = `${'a'.repeat(64)}  hello_1.0.0_linux_amd64.tar.gz\n${'b'.repeat(64)}  hello_1.0.0_linux_amd64.cdx.json\n`
const BUNDLE = JSON.stringify({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { publicKey: { hint: 'AAAA' }, tlogEntries: [{ canonicalizedBody: 'AAAA', logIndex: '1' }] },
  dsseEnvelope: { payload: 'e30=', payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: 'AAAA' }] }
})

describe('a text that is not what it should be ends in a clear failure, or is read:', () => {
  const cases: readonly (readonly [string, string, (text: string) => unknown])[] = [
    ['a checksum file', SUM, (text) => parseChecksums(Buffer.from(text))],
    ['slipway.yaml', SETTINGS, (text) => parseProject(text, 'slipway.yaml')],
    ["CRDs of somebody's", CRD, (text) => parseCrds([{ path: 'crd.yaml', text }])],
    ['manifests', CRD, (text) => parseObjects(text, 'manifest.yaml')],
    [
      '.goreleaser.yaml',
      'builds:\n  - { main: ., goos: [linux], goarch: [amd64] }\n',
      (text) =>
        readGoreleaser(text, 'x', { module: 'a/b', folder: '', repository: '', files: [], mains: ['.'], inner: [] })
    ],
    ['go.mod', 'module example.com/a\n\ngo 1.26.8\n\ntoolchain go1.26.8\n', (text) => parseGoMod(text, 'go.mod')],
    [
      'a bundle',
      BUNDLE,
      (text) => [demandExact, readBundleStatement, normalizeBundle].map((read) => read(Buffer.from(text), 'x'))
    ],
    [
      'the help of a program',
      'Usage:\n  x [command]\n\nCommands:\n  get  Gets\n\nFlags:\n  -a, --all string  All (default "x")\n',
      parseHelp
    ]
  ]
  test.each(cases)('%s', async (_, seed, read) => {
    await fc.assert(
      fc.asyncProperty(like(seed), (text) => endsClearly(() => read(text))),
      RUNS
    )
  })

  test('a YAML file that is too long is refused before it is read', () => {
    const long = `a: ${'x'.repeat(5 * 1024 * 1024)}`
    for (const read of [
      () => parseProject(long, 'slipway.yaml'),
      () => parseCrds([{ path: 'crd.yaml', text: long }]),
      () => parseObjects(long, 'manifest.yaml')
    ])
      expect(read).toThrow(
        expect.objectContaining({ kind: 'input', message: expect.stringContaining('characters long') })
      )
  })
})

const files = (content: Readonly<Record<string, Uint8Array | string>>): Files =>
  ({
    read: async (path: string) => (content[path] === undefined ? undefined : Buffer.from(content[path])),
    entries: async () =>
      Object.keys(content).map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), kind: 'file' })),
    list: async () => Object.keys(content).map((path) => path.slice(path.lastIndexOf('/') + 1)),
    digest: async () => ({ sha256: 'a'.repeat(64), size: 1 })
  }) as unknown as Files

test('a manifest.json that is not one ends in a clear failure', async () => {
  const manifest = JSON.stringify({
    ...{ schema: 1, tag: 'v1.0.0', name: 'demo', version: '1.0.0', commit: 'c'.repeat(40), go: 'go1.26.8' },
    artifacts: [{ name: 'checksums.txt', sha256: 'a'.repeat(64), size: 1 }],
    ...{ verdicts: [{ suite: 'smi', outcome: 'passed' }], signature: { publicKey: 'x' } }
  })
  await fc.assert(
    fc.asyncProperty(like(manifest), (text) =>
      endsClearly(() =>
        readFromFolder('/d', 'v1.0.0', files({ '/d/manifest.json': text }), '/s', { linesOf: () => [] })
      )
    ),
    RUNS
  )
})

test('what git and go print is read, or ends in a clear failure', async () => {
  const printed = `${'c'.repeat(40)}\n/root\nsub/\nfalse\nv1.0.0\u0000${'c'.repeat(40)}\u0000\n?? a\u0000R  b\u0000c\u0000`
  const package_ = '{\n\t"ImportPath": "a/b",\n\t"Name": "main"\n}\n'
  const signal = new AbortController().signal
  await fc.assert(
    fc.asyncProperty(like(printed), like(package_), async (git, go) => {
      const run = (stdout: string) => () => Promise.resolve({ stdout, stderr: '' })
      await endsClearly(() =>
        gatherFacts({ run: run(git), files: files({ '/m/go.mod': HELLO['go.mod'] ?? '' }), env: {} }, '/m')
      )
      await endsClearly(() => listPackages({ run: run(go), go: 'go', env: {}, signal }, '/m', [], {}))
    }),
    RUNS
  )
})

const FIELDS = [
  ...[
    'id',
    'name',
    'tag_name',
    'body',
    'draft',
    'prerelease',
    'assets',
    'url',
    'html_url',
    'upload_url',
    'object',
    'sha'
  ],
  ...['type', 'state', 'size', 'digest', 'links', 'commit', 'description', 'released_at', '_links', 'self', 'message'],
  ...['errors', 'permissions', 'ref', 'target', 'published_at', 'immutable', 'file_name', 'file_sha256', 'version']
]
const leaf = fc.oneof(
  ...[fc.string(), fc.integer(), fc.boolean(), fc.constant(null)],
  fc.constantFrom('v1.0.0', 'https://x.invalid/a', '2026-01-01T00:00:00Z')
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('json'), { maxKeys: 12 })
  )
}))

/** An answer with every field that either API has, and one or two of them (at any depth) replaced or left out. */
const COMMIT = 'c'.repeat(40)
const FILE = {
  ...{ id: 1, name: 'a.tar.gz', file_name: 'a.tar.gz', state: 'uploaded', size: 3, package_id: 1 },
  ...{ digest: `sha256:${'a'.repeat(64)}`, file_sha256: 'a'.repeat(64), url: 'https://x.invalid/a' }
}
const WHOLE = {
  ...{ id: 1, tag_name: 'v1.0.0', name: 'a', title: 'a', body: 'b', description: 'b', full_name: 'octo/demo' },
  ...{ html_url: 'https://x.invalid/a', upload_url: 'https://x.invalid/assets{?name,label}', enabled: true },
  ...{ draft: true, prerelease: false, immutable: false, archived: false, packages_enabled: true },
  ...{ permissions: { push: true, project_access: { access_level: 40 }, group_access: null } },
  ...{ object: { type: 'commit', sha: COMMIT }, commit: { id: COMMIT }, released_at: '2026-01-01T00:00:00Z' },
  ...{ package_type: 'generic', version: '1.0.0', assets: [FILE], _links: { self: 'https://x.invalid/a' } },
  ...{ file_name: 'a.tar.gz', package_id: 1, size: 3, file_sha256: null, state: 'uploaded' }
}
const ON_GITLAB = { ...WHOLE, assets: { links: [FILE] } }

type Answer = Readonly<Record<string, unknown>>
const nearly = fc
  .record({
    answer: fc.constantFrom<Answer>(WHOLE, ON_GITLAB, FILE),
    list: fc.boolean(),
    edits: fc.array(fc.tuple(fc.nat(40), fc.nat(10), fc.option(json, { nil: undefined })), { maxLength: 2 })
  })
  .map(({ answer, list, edits }) => {
    const changed = edits.reduce((before, [which, inner, value]) => {
      const keys = Object.keys(before)
      const key = keys[which % keys.length] ?? ''
      const old = before[key]
      const below = typeof old === 'object' && old !== null && !Array.isArray(old) ? Object.keys(old) : []
      const name = below[inner % (below.length + 1)]
      return { ...before, [key]: name === undefined ? value : { ...(old as Answer), [name]: value } }
    }, answer)
    return list ? [changed] : changed
  })

test('whatever GitHub and GitLab answer, it is understood or ends in a clear failure', async () => {
  const signal = new AbortController().signal
  const timing = { second: 0, pace: 0, patience: 5000 }
  const intent = { tag: 'v1.0.0', commit: 'c'.repeat(40), names: ['a.tar.gz'] }
  const request = { ...intent, title: 'a', notes: 'b', prerelease: false, latest: true }
  const order = { tag: 'v1.0.0', why: 'x', half: false, latest: undefined }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(json, { weight: 3, arbitrary: nearly }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(200, 200, 200, 404, 403, 422),
      async (answers, status) => {
        const answering = (): typeof fetch => {
          let i = 0
          const headers = { 'content-type': 'application/json' }
          return async () => new Response(JSON.stringify(answers[i++ % answers.length]), { status, headers })
        }
        const place = { token: 'ghs_x', repository: 'octo/demo', api: 'https://api.example.test', timing }
        const theirs = { token: { access: 'x' }, project: '42', packageName: 'demo', timing, warn: () => undefined }
        for (const publisher of [
          githubPublisher({ ...place, fetch: answering() }, files({})),
          gitlabPublisher({ ...theirs, api: 'https://gl.example.test/api/v4', fetch: answering() }, files({}))
        ]) {
          await endsClearly(() => publisher.find('v1.0.0', signal))
          await endsClearly(() => publisher.list(signal))
          await endsClearly(() => publisher.commitOf('v1.0.0', signal))
          await endsClearly(() => publisher.foresee(intent, signal))
          await endsClearly(() => publisher.draft(request, signal))
          await endsClearly(() => publisher.yank(order, signal))
        }
      }
    ),
    { ...RUNS, numRuns: FULL ? 200 : 20 }
  )
})

test('a program with damaged headers is looked into, or refused', async () => {
  const source = join(folder, 'hello')
  await repository(source, HELLO)
  for (const [os, arch] of [
    ['linux', 'amd64'],
    ['linux', 'arm'],
    ['windows', 'amd64'],
    ['darwin', 'arm64'],
    ['wasip1', 'wasm']
  ] as const) {
    const path = join(folder, `hello-${os}-${arch}`)
    const env = { GOOS: os, GOARCH: arch, CGO_ENABLED: '0', GOFLAGS: '', GOTOOLCHAIN: 'local' }
    succeeded(await program(['go', 'build', '-trimpath', '-ldflags=-s -w', '-o', path, '.'], { cwd: source, env }))
    const whole = await readFile(path)
    expect(inspectBinary(whole)).toMatchObject({ format: expect.stringMatching(/ELF|PE|Mach-O|Wasm/i) })
    await fc.assert(
      fc.asyncProperty(mutated(whole), (bytes) => endsClearly(() => inspectBinary(bytes))),
      { ...RUNS, numRuns: FULL ? 200 : 30 }
    )
  }
})

test('a damaged archive is read in pieces, or refused, and gives no more than was asked for', async () => {
  const entries = [
    { name: 'LICENSE', bytes: Buffer.from('Do as you like.\n'), executable: false },
    { name: 'tool', bytes: Buffer.alloc(50_000, 'x'), executable: true }
  ]
  const whole = await makeTarGz(entries, new Date(0), deflateInThreads())
  const place = join(folder, 'archives')
  await mkdir(place)
  let i = 0
  await fc.assert(
    fc.asyncProperty(mutated(whole), async (bytes) => {
      const path = join(place, `${++i % 4}.tar.gz`)
      await writeFile(path, bytes)
      await endsClearly(async () => {
        for await (const { bytes, size } of unpack(path, 60_000))
          if ((bytes?.length ?? 0) > 60_000 || (bytes && bytes.length !== size))
            throw new Error('more than was asked for')
      })
    }),
    { ...RUNS, numRuns: FULL ? 200 : 50 }
  )
})
