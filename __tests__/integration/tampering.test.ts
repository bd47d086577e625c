import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { cp, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeVerifier } from '../../src/adapters/cosign/cosign.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { Failure } from '../../src/base/errors.ts'
import { openFolder } from '../../src/verify/release-files.ts'
import { verifyRelease, type Verification } from '../../src/verify/verify.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'
import { signedRelease, type SignedRelease } from '../fakes/sigstore/signed-release.ts'

jest.setTimeout(1_200_000)

const ARCHIVE = 'hello_1.0.0_linux_amd64.tar.gz'
const ZIP = 'hello_1.0.0_windows_amd64.zip'
const SBOM = 'hello_1.0.0_linux_amd64.cdx.json'
const SUMS = 'checksums.txt'
const BUNDLE = 'checksums.txt.sigstore.json'
const PROVENANCE = 'provenance.sigstore.json'
const COMPATIBILITY = 'compatibility.sigstore.json'
const MANIFEST = 'manifest.json'
const FILES = [
  SUMS,
  BUNDLE,
  COMPATIBILITY,
  SBOM,
  ARCHIVE,
  'hello_1.0.0_windows_amd64.cdx.json',
  ZIP,
  MANIFEST,
  PROVENANCE
]

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const own = processes()
let place: string
let release: SignedRelease
/** Another release by the same key: good signatures, other bytes. */
let other: SignedRelease

beforeAll(async () => {
  place = stack.use(await workspace()).path
  await Promise.all(['a', 'b'].map((name) => mkdir(join(place, name))))
  release = await signedRelease(join(place, 'a'), AbortSignal.timeout(1_000_000))
  other = await signedRelease(join(place, 'b'), AbortSignal.timeout(1_000_000), { by: release })
})

/** What a downloader runs, in this process: the real cosign, the real archives. */
async function verify(folder: string, key = release.key): Promise<Verification> {
  const files = disk(join(place, 'scratch'))
  const env = { PATH: process.env['PATH'] ?? '' }
  return await verifyRelease(
    await openFolder(folder, files),
    { files, unpack },
    { proves: makeVerifier({ cosign: release.cosign, processes: own, files, env }, { key }), strangers: 'refuse' }
  )
}

/** Changes a copy of the release, and says how `verify` took it. */
async function refusal(change: (folder: string) => Promise<unknown>): Promise<string> {
  const copy = join(place, 'changed')
  await rm(copy, { recursive: true, force: true })
  await cp(release.path, copy, { recursive: true })
  await change(copy)
  const seen: unknown = await verify(copy).catch((error: unknown) => error)
  if (!(seen instanceof Failure)) return `NOT REFUSED: ${String(seen)}`
  return seen.kind === 'verification' ? seen.message : `${seen.kind}: ${seen.message}`
}

type Bytes = (bytes: Buffer) => Buffer | string
const edit = (name: string, how: Bytes) => async (folder: string) =>
  writeFile(join(folder, name), how(await readFile(join(folder, name))))
const text = (name: string, how: (text: string) => string) => edit(name, (bytes) => how(bytes.toString()))
/** A bundle with something changed in its JSON, written as Slipway writes it. */
const json = (name: string, how: (value: Json) => unknown) =>
  edit(name, (bytes) => `${JSON.stringify(how(JSON.parse(bytes.toString()) as Json))}\n`)
/** As much of a bundle, a statement, a manifest or an SBOM as is reached into here. */
interface Json {
  readonly verificationMaterial: object
  readonly dsseEnvelope: { readonly payload: string; readonly signatures: readonly object[] }
  readonly subject: readonly object[]
  readonly predicate: object
}
const withMaterial = (bundle: Json, more: object): object => ({
  ...bundle,
  verificationMaterial: { ...bundle.verificationMaterial, ...more }
})
const from =
  (name: string, as = name) =>
  (folder: string) =>
    copyFile(join(other.path, name), join(folder, as))
const remove = (name: string) => (folder: string) => rm(join(folder, name))
const both =
  (...changes: readonly ((folder: string) => Promise<unknown>)[]) =>
  async (folder: string) => {
    for (const change of changes) await change(folder)
  }
/** The statement of a bundle with something changed, its signature left as it was. */
const restated = (name: string, how: (statement: Json) => unknown) =>
  json(name, (bundle: Json) => {
    const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()) as Json
    const payload = Buffer.from(JSON.stringify(how(statement))).toString('base64')
    return { ...bundle, dsseEnvelope: { ...bundle.dsseEnvelope, payload } }
  })

test('the release has every kind of file, and verifies', async () => {
  expect((await readdir(release.path)).sort()).toEqual([...FILES, 'release.json'].sort())
  expect(await verify(release.path)).toMatchObject({
    covered: expect.arrayContaining([ARCHIVE, ZIP, SBOM, BUNDLE, COMPATIBILITY, MANIFEST]),
    uncovered: ['release.json'],
    odd: [],
    built: { builder: 'urn:slipway:local', commit: release.commit },
    proved: [{ suite: 'smi', server: 'v1.37.1', simulated: true, checks: 2 }]
  })
})

test('verify tells a downloader who built it and what was proved of it', async () => {
  const said = succeeded(await slipway(['verify', release.path, '--key', release.key], { cwd: place }))
  expect(said).toContain(`built by urn:slipway:local from commit ${release.commit}`)
  expect(said).toContain('proved on Kubernetes v1.37.1 (control-plane): smi (2 checks, pods simulated)')
})

test('a stranger verifies both attestations with cosign alone', async () => {
  for (const [name, type] of [
    [PROVENANCE, 'https://slsa.dev/provenance/v1'],
    [COMPATIBILITY, 'https://in-toto.io/attestation/test-result/v0.1']
  ] as const)
    for (const file of [ARCHIVE, ZIP, SBOM, SUMS]) {
      const by = ['--key', release.key, '--insecure-ignore-tlog', '--bundle', name, '--type', type]
      succeeded(await program([release.cosign, 'verify-blob-attestation', ...by, file], { cwd: release.path }))
    }
})

test('a second run, and one from nothing, write nothing to the release', async () => {
  const before = await Promise.all(FILES.map((name) => readFile(join(release.path, name))))
  expect(succeeded(await release.again())).toMatch(/= sign +provenance\.sigstore\.json/)
  const said = succeeded(await release.again(join(place, 'from-nothing')))
  expect(said).toMatch(/= sign +checksums\.txt/)
  expect(said).toMatch(/= sign +compatibility\.sigstore\.json/)
  expect(said).toMatch(/= sign +provenance\.sigstore\.json/)
  expect(await Promise.all(FILES.map((name) => readFile(join(release.path, name))))).toEqual(before)
})

/** Each file with the numbers of places, spread over it; the last is its last byte. */
const PLACES = {
  ...{ [ARCHIVE]: 6, [ZIP]: 3, [SBOM]: 5, [SUMS]: 7, [BUNDLE]: 10, [COMPATIBILITY]: 7, [MANIFEST]: 5, [PROVENANCE]: 14 }
}
const BYTES = Object.values(PLACES).reduce((sum, many) => sum + many, 0)

describe('one byte', () => {
  test.each(Object.entries(PLACES))('changed anywhere in %s is refused, and the file is named', async (name, many) => {
    const { length } = await readFile(join(release.path, name))
    for (let i = 0; i < many; i++) {
      const at = Math.round((i * (length - 1)) / (many - 1))
      const why = await refusal(
        edit(name, (bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ (i % 2 ? 1 : 0x20)
          return bytes
        })
      )
      expect([at, why]).toEqual([at, expect.stringContaining(name)])
      expect(why).not.toMatch(/^(NOT REFUSED|\w+: )/)
    }
  })
})

describe('a structure', () => {
  const flip: Bytes = (bytes) => {
    bytes[40] = (bytes[40] ?? 0) ^ 1
    return bytes
  }
  const SIGNED = 'do not fit together|does not prove|is not as Slipway wrote it|is sha256'
  const cases: readonly (readonly [string, (folder: string) => Promise<unknown>, RegExp])[] = [
    ...FILES.map(
      (name) => [`${name} taken away`, remove(name), new RegExp(`${name} is missing|has no .*${name}`)] as const
    ),
    ...FILES.map((name) => [`${name} emptied`, edit(name, () => ''), new RegExp(name)] as const),
    ...FILES.map(
      (name) => [`${name} cut short by a byte`, edit(name, (b) => b.subarray(0, -1)), new RegExp(name)] as const
    ),
    ...[ARCHIVE, SBOM, MANIFEST, BUNDLE, PROVENANCE, COMPATIBILITY, SUMS].map(
      (name) => [`${name} with a line added`, edit(name, (b) => `${b.toString('latin1')}\n`), new RegExp(name)] as const
    ),
    ...[BUNDLE, PROVENANCE, COMPATIBILITY].map(
      (name) => [`${name} of another release by the same key`, from(name), new RegExp(`${name}|${SIGNED}`)] as const
    ),
    [
      'checksums and their bundle of another release',
      both(from(SUMS), from(BUNDLE)),
      /provenance\.sigstore\.json|do not fit/
    ],
    ['the provenance of another release', from(PROVENANCE), /provenance\.sigstore\.json does not prove|do not fit/],
    ['an archive of another release', from(ARCHIVE), /linux_amd64\.tar\.gz is sha256 \w+, and checksums\.txt says/],
    ['an SBOM of another release', from(SBOM), /cdx\.json is sha256 \w+, and checksums\.txt says/],
    [
      'a manifest of another release',
      from(MANIFEST),
      /manifest\.json is sha256 \w+, and provenance\.sigstore\.json says/
    ],
    [
      'two archives that changed names',
      async (folder) => {
        await rename(join(folder, ARCHIVE), join(folder, 'x'))
        await rename(join(folder, ZIP), join(folder, ARCHIVE))
        await rename(join(folder, 'x'), join(folder, ZIP))
      },
      /linux_amd64\.tar\.gz is sha256.*windows_amd64\.zip is sha256/s
    ],
    [
      'a file that nobody signed',
      (folder) => writeFile(join(folder, 'install.sh'), 'rm'),
      /install\.sh is in no signed list/
    ],
    ['a second provenance', from(PROVENANCE, 'extra.sigstore.json'), /extra\.sigstore\.json is in no signed list/],
    ['a second report', (folder) => writeFile(join(folder, 'report.json'), '{}'), /report\.json is in no signed list/],
    ['a line of checksums.txt taken away', text(SUMS, (t) => t.split('\n').slice(1).join('\n')), /checksums\.txt/],
    ['a line of checksums.txt doubled', text(SUMS, (t) => t + t.slice(0, t.indexOf('\n') + 1)), /checksums\.txt/],
    [
      'the lines of checksums.txt in another order',
      text(SUMS, (t) => `${t.trim().split('\n').reverse().join('\n')}\n`),
      /checksums\.txt/
    ],
    ['checksums.txt with carriage returns', text(SUMS, (t) => t.replaceAll('\n', '\r\n')), /checksums\.txt/],
    ['checksums.txt with upper-case digests', text(SUMS, (t) => t.toUpperCase()), /checksums\.txt/],
    [
      'a digest of checksums.txt changed with its file',
      both(
        edit(ARCHIVE, flip),
        text(SUMS, (t) => t.replace('a', 'b'))
      ),
      /checksums\.txt/
    ],
    [
      'a bundle with spaces',
      text(BUNDLE, (t) => JSON.stringify(JSON.parse(t), null, 2)),
      /checksums\.txt\.sigstore\.json is sha256/
    ],
    ['a bundle with another field', json(BUNDLE, (b: Json) => ({ ...b, note: 'x' })), /checksums\.txt\.sigstore\.json/],
    [
      'a bundle of another media type',
      json(BUNDLE, (b: Json) => ({ ...b, mediaType: 'text/plain' })),
      /checksums\.txt\.sigstore\.json/
    ],
    [
      'a bundle without a signature',
      json(BUNDLE, (b: Json) => ({ ...b, messageSignature: undefined })),
      /checksums\.txt\.sigstore\.json/
    ],
    [
      'a bundle that names another key',
      json(BUNDLE, (b: Json) => ({ ...b, verificationMaterial: { publicKey: { hint: 'AAAA' } } })),
      /checksums\.txt\.sigstore\.json/
    ],
    [
      'a provenance that names another key',
      json(PROVENANCE, (b: Json) => ({ ...b, verificationMaterial: { publicKey: { hint: 'AAAA' } } })),
      /provenance\.sigstore\.json was changed: it names another key/
    ],
    [
      'a provenance with spaces',
      text(PROVENANCE, (t) => JSON.stringify(JSON.parse(t), null, 2)),
      /provenance\.sigstore\.json is not as Slipway wrote it/
    ],
    [
      'a provenance with a field that nobody signed',
      json(PROVENANCE, (b: Json) => ({ ...b, dsseEnvelope: { ...b.dsseEnvelope, note: 'x' } })),
      /provenance\.sigstore\.json/
    ],
    [
      'a provenance with a key id that nobody signed',
      json(PROVENANCE, (b: Json) => ({
        ...b,
        dsseEnvelope: { ...b.dsseEnvelope, signatures: [{ ...b.dsseEnvelope.signatures[0], keyid: 'x' }] }
      })),
      /provenance\.sigstore\.json/
    ],
    [
      'a provenance with two signatures',
      json(PROVENANCE, (b: Json) => ({
        ...b,
        dsseEnvelope: { ...b.dsseEnvelope, signatures: [...b.dsseEnvelope.signatures, ...b.dsseEnvelope.signatures] }
      })),
      /provenance\.sigstore\.json/
    ],
    ...(
      [
        ['with its fields in another order', ({ dsseEnvelope, ...rest }) => ({ dsseEnvelope, ...rest })],
        ['with no times, in words', (b) => withMaterial(b, { timestampVerificationData: {} })],
        ['with an empty list of log entries', (b) => withMaterial(b, { tlogEntries: [] })],
        [
          'with a time that nobody asked for',
          (b) => withMaterial(b, { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: 'AAAA' }] } })
        ],
        ['with nothing as a certificate', (b) => withMaterial(b, { certificate: null })],
        ['with a number for a text', (b) => ({ ...b, mediaType: 3 })]
      ] satisfies [string, (bundle: Json) => unknown][]
    ).map(
      ([how, change]) =>
        [
          `a provenance ${how}`,
          json(PROVENANCE, change),
          /provenance\.sigstore\.json is not as Slipway wrote it|does not prove/
        ] as const
    ),
    [
      'a file that calls itself the page of the release',
      (folder) => writeFile(join(folder, 'release.json'), '{"tag":"v1.0.0","run":"rm"}'),
      /release\.json is in no signed list/
    ],
    [
      'a provenance that speaks of a file more',
      restated(PROVENANCE, (s: Json) => ({
        ...s,
        subject: [...s.subject, { name: 'x', digest: { sha256: '0'.repeat(64) } }]
      })),
      /provenance\.sigstore\.json does not prove/
    ],
    [
      'a provenance of another commit',
      restated(
        PROVENANCE,
        (s: Json) => JSON.parse(JSON.stringify(s).replaceAll(release.commit, 'f'.repeat(40))) as unknown
      ),
      /provenance\.sigstore\.json does not prove/
    ],
    [
      'a provenance without its byproducts',
      restated(PROVENANCE, (s: Json) => ({ ...s, predicate: { ...s.predicate, runDetails: {} } })),
      /provenance\.sigstore\.json does not prove/
    ],
    [
      'an attestation of another outcome',
      restated(COMPATIBILITY, (s: Json) => ({ ...s, predicate: { ...s.predicate, result: 'FAILED' } })),
      /compatibility\.sigstore\.json is sha256/
    ],
    ['the attestations under each other’s names', both(from(COMPATIBILITY, PROVENANCE)), /provenance\.sigstore\.json/],
    [
      'a manifest of another version',
      text(MANIFEST, (t) => t.replace('"1.0.0"', '"1.0.1"')),
      /manifest\.json is sha256/
    ],
    [
      'a manifest with an artifact less',
      json(MANIFEST, (m: Json) => ({ ...m, artifacts: [] })),
      /manifest\.json is sha256/
    ],
    [
      'a manifest that says nothing was signed',
      json(MANIFEST, (m: Json) => ({ ...m, signature: null })),
      /manifest\.json is sha256/
    ],
    ['an SBOM without components', json(SBOM, (s: Json) => ({ ...s, components: [] })), /cdx\.json is sha256/],
    [
      'an archive packed again',
      edit(ARCHIVE, () => Buffer.from('1f8b0800000000000003030000000000000000', 'hex')),
      /tar\.gz is sha256/
    ]
  ]
  test.each(cases)('%s is refused, and said', async (_, change, why) => {
    expect(await refusal(change)).toMatch(why)
  })

  test('there are a hundred of them, with the single bytes', () => {
    expect(cases.length + BYTES).toBeGreaterThanOrEqual(100)
  })
})

test('a release by another key is refused', async () => {
  await expect(verify(release.path, release.otherKey)).rejects.toMatchObject({ kind: 'verification' })
})
