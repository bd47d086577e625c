import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testTool } from '../bed/test-tools.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { git, workspace } from '../fakes/repository.ts'
import { signedRelease, type SignedRelease } from '../fakes/sigstore/signed-release.ts'

jest.setTimeout(300_000)

const SOURCES = {
  'go.mod': 'module example.com/parts\n\ngo 1.26.8\n\nrequire github.com/google/uuid v1.6.0\n',
  'go.sum': `github.com/google/uuid v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=
github.com/google/uuid v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=
`,
  'main.go': 'package main\n\nimport "github.com/google/uuid"\n\nfunc main() { println(uuid.Nil.String()) }\n',
  'slipway.yaml': 'rebuild: 0\nbuild-cache: shared\n'
}
/** The sum above in hex, as in-toto writes it. */
const UUID_HASH = Buffer.from('NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=', 'base64').toString('hex')
const [PROVENANCE, COMPATIBILITY] = ['provenance', 'compatibility'] as const

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let check: string
let release: SignedRelease

beforeAll(async () => {
  place = stack.use(await workspace()).path
  check = await testTool('statement-check', () => undefined, AbortSignal.timeout(250_000))
  release = await signedRelease(place, AbortSignal.timeout(250_000), { sources: SOURCES })
})

interface Descriptor {
  readonly name?: string
  readonly uri?: string
  readonly digest?: Readonly<Record<string, string>>
}
interface Statement {
  readonly _type: string
  readonly predicateType: string
  readonly subject: readonly object[]
  readonly predicate: {
    readonly buildDefinition: {
      readonly externalParameters: Readonly<Record<string, unknown>>
      readonly resolvedDependencies: readonly Descriptor[]
    }
  }
}

async function statement(name: string): Promise<Statement> {
  const { dsseEnvelope } = JSON.parse(await readFile(join(release.path, `${name}.sigstore.json`), 'utf8')) as {
    readonly dsseEnvelope: { readonly payload: string }
  }
  return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as Statement
}

async function checked(statement: unknown) {
  const file = join(place, 'statement.json')
  await writeFile(file, typeof statement === 'string' ? statement : JSON.stringify(statement))
  return await program([check, file], { cwd: place })
}

test.each([PROVENANCE, COMPATIBILITY])(
  'the %s of a release is one by the libraries of in-toto itself',
  async (name) => {
    succeeded(await checked(await statement(name)))
  }
)

test('the provenance names the source by its commit, each module by the hash of go.sum, and each tool by its digest', async () => {
  const { resolvedDependencies } = (await statement(PROVENANCE)).predicate.buildDefinition
  expect(resolvedDependencies).toEqual([
    { name: 'source', uri: 'pkg:golang/example.com/parts@v1.0.0', digest: { gitCommit: release.commit } },
    { uri: 'pkg:golang/github.com/google/uuid@v1.6.0', digest: { dirHash: UUID_HASH, dirHash1: UUID_HASH } },
    { uri: 'pkg:golang/stdlib@1.26.8' },
    ...['go', 'cosign'].map((name) =>
      expect.objectContaining({ name, digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    )
  ])
})

test('a repository with an address is named by it, in the form that URIs have', async () => {
  await git(release.folder, 'remote', 'add', 'origin', 'https://Ada:canary@Git.Example.com/Ada/parts')
  succeeded(await release.again(join(place, 'again'), '--to', join(place, 'elsewhere')))
  const bundle = await readFile(join(place, 'elsewhere/v1.0.0/provenance.sigstore.json'), 'utf8')
  const { payload } = (JSON.parse(bundle) as { readonly dsseEnvelope: { readonly payload: string } }).dsseEnvelope
  const text = Buffer.from(payload, 'base64').toString()
  expect(text).toContain('"uri":"git+https://git.example.com/Ada/parts@refs/tags/v1.0.0"')
  succeeded(await checked(text))
})

/** A run of GitHub's, as its jobs are told. */
const attemptOf = (attempt: string) => ({
  ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'ada/parts', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: attempt },
  ...{ GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' }
})
const runOf = (attempt: string): string => `https://github.com/ada/parts/actions/runs/7/attempts/${attempt}`

test('a release that an earlier attempt compiled names that attempt, and a later one keeps what was signed', async () => {
  const [out, to] = [join(place, 'attempts'), join(place, 'attempted')]
  const attempt = (number: string, ...flags: readonly string[]) =>
    release.attempt(attemptOf(number), out, ...(flags.length > 0 ? flags : ['--to', to]))
  // It compiles, and neither signs nor publishes.
  const first = await attempt('1', '--to', 'none', '--sign', 'none')
  expect(succeeded(first)).toMatch(/✓ build +linux\/amd64/)
  await expect(readFile(join(to, 'v1.0.0/checksums.txt'))).rejects.toThrow('ENOENT')
  succeeded(await attempt('2'))
  const read = () => readFile(join(to, 'v1.0.0/provenance.sigstore.json'), 'utf8')
  const bundle = await read()
  const { dsseEnvelope } = JSON.parse(bundle) as { readonly dsseEnvelope: { readonly payload: string } }
  const text = Buffer.from(dsseEnvelope.payload, 'base64').toString()
  expect((JSON.parse(text) as Statement).predicate).toMatchObject({
    buildDefinition: {
      internalParameters: {
        run: { GITHUB_RUN_ATTEMPT: '2' },
        compiledBy: [{ targets: ['linux/amd64', 'windows/amd64'], invocationId: runOf('1') }]
      }
    },
    runDetails: { metadata: { invocationId: runOf('2') } }
  })
  succeeded(await checked(text))
  succeeded(await attempt('3'))
  expect(await read()).toBe(bundle)
})

test('what the provenance says of the caller’s part is enough to make the same bytes, by hand', async () => {
  const told = (await statement(PROVENANCE)).predicate.buildDefinition.externalParameters
  const builds = told['builds'] as readonly {
    readonly target: string
    readonly programs: readonly { readonly main: string }[]
  }[]
  const mains = new Set(
    builds.flatMap(({ programs }) => programs.map(({ main }) => main.replace(String(told['module']), '.')))
  )
  const said = {
    ...{ module: told['moduleDir'] === '' ? '.' : told['moduleDir'], version: told['version'] },
    ...{ 'go-version': told['go'], sbom: told['sbom'], main: [...mains].join(',') },
    targets: [...new Set(builds.map(({ target }) => target))].join(',')
  }
  const flags = Object.entries(said).flatMap(([name, value]) => [`--${name}`, String(value)])
  succeeded(await slipway(['build', '--out', join(place, 'by-hand'), ...flags], { cwd: release.folder }))
  const sums = (folder: string) => readFile(join(folder, 'checksums.txt'), 'utf8')
  expect(await sums(join(place, 'by-hand'))).toBe(await sums(release.path))
})

test('the example of docs/provenance.md is a provenance, with every field that a real one has', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/provenance.md'), 'utf8')
  const [, text = ''] = /<!-- example -->\s*```json\n([^`]*)```/.exec(page) ?? []
  const example = JSON.parse(text) as Statement['predicate']
  const real = await statement(PROVENANCE)
  succeeded(await checked({ ...real, predicate: example }))
  expect(fieldsOf(example)).toEqual(fieldsOf(real.predicate))
})

/** The paths of all fields, but for those of the environment of the go command. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || path.endsWith('.env')) return [path]
  const inner = Array.isArray(value)
    ? value.map((item) => [`${path}[]`, item as unknown] as const)
    : Object.entries(value).map(([name, item]) => [`${path}.${name}`, item as unknown] as const)
  return [...new Set(inner.flatMap(([at, item]) => fieldsOf(item, at)))].sort()
}

test.each([
  [
    'a field that the specification does not know',
    PROVENANCE,
    '"buildType"',
    '"recipe":"","buildType"',
    /unknown field "recipe"/
  ],
  [
    'an extension without a name of ours',
    COMPATIBILITY,
    '"slipway_verdicts"',
    '"verdicts"',
    /unknown field "verdicts"/
  ],
  ['no builder', PROVENANCE, '"id":"urn:slipway:local"', '"id":""', /runDetails\.builder/],
  ['no build type', PROVENANCE, '"buildType":"urn:slipway:build:1"', '"buildType":""', /buildType required/],
  ['a time of another zone', PROVENANCE, /("startedOn":"[^"]*)Z"/, '$1+00:00"', /no time in UTC/],
  ['a time that is none', PROVENANCE, /"startedOn":"[^"]*"/, '"startedOn":"yesterday"', /startedOn|invalid/],
  ['a module hash that is not in hex', PROVENANCE, /"dirHash":"[^"]*"/, '"dirHash":"h1:NIvaJD="', /not valid hex/],
  ['a commit that is cut', PROVENANCE, /"gitCommit":"[^"]{2}/, '"gitCommit":"', /incorrect length/],
  ['a subject without a digest', PROVENANCE, /"digest":\{"sha256":"[^"]*"\}/, '"digest":{}', /digest required/],
  ['a package URL that is none', PROVENANCE, '"pkg:golang/stdlib@1.26.8"', '"pkg:"', /purl|pkg|type/],
  ['a result that is no word of it', COMPATIBILITY, '"PASSED"', '"FINE"', /result is "FINE"/],
  [
    'no configuration',
    COMPATIBILITY,
    /"configuration":\[.*?\],"passedTests"/,
    '"passedTests"',
    /configuration is missing/
  ]
])('a statement with %s is refused there', async (_, name, from, to, why) => {
  const text = JSON.stringify(await statement(name))
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  expect(await checked(changed)).toMatchObject({ status: 1, stderr: expect.stringMatching(why) })
})
