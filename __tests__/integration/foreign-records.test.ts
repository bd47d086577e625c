import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from '../../src/base/json.ts'
import { succeeded } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'
import { signedRelease, type SignedRelease } from '../fakes/sigstore/signed-release.ts'

jest.setTimeout(1_200_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let out: string
let release: SignedRelease

beforeAll(async () => {
  const { path } = stack.use(await workspace())
  out = join(path, 'out')
  release = await signedRelease(path, AbortSignal.timeout(1_000_000))
})

type Record = { readonly [key: string]: Json }
type Change = (record: Record) => string

const json =
  (change: (record: Record) => Json): Change =>
  (record) =>
    JSON.stringify(change(record))

/** As records were written before each said its shape. */
const older = json(({ step = null, input = null, value = null, files = null }) => ({ step, input, value, files }))
/** What somebody may find, or put, where a record was. */
const BROKEN: readonly Change[] = [
  () => '',
  () => '{',
  () => 'null',
  json((record) => [record]),
  json((record) => ({ ...record, value: { value: record['value'] ?? null } })),
  json((record) => ({ ...record, value: [[[]]] })),
  json((record) => ({ ...record, files: [] })),
  json((record) => ({ ...record, files: [{ path: '../../elsewhere', sha256: 'a'.repeat(64), size: 1 }] })),
  json((record) => ({ ...record, input: '['.repeat(1000) })),
  json((record) => ({ ...record, more: 1 }))
]

/** The records of all steps, by the names of their files. */
async function records(): Promise<ReadonlyMap<string, Record>> {
  const steps = join(out, 'steps')
  const names = (await readdir(steps)).sort()
  const read = async (name: string) => [name, JSON.parse(await readFile(join(steps, name), 'utf8')) as Record] as const
  return new Map(await Promise.all(names.map(read)))
}

/** Every file of the release with its text, which no second run may change. */
const published = async (): Promise<readonly string[]> =>
  await Promise.all((await readdir(release.path)).sort().map((name) => readFile(join(release.path, name), 'base64')))

test('a release leaves records of its steps', async () => {
  const kinds = [...(await records()).keys()].map((name) => name.replace(/-[0-9a-f]{32}\.json$/, ''))
  expect([...new Set(kinds)].sort()).toEqual(
    [
      ...['analysis', 'attest', 'build', 'package', 'public-key', 'report', 'sign', 'sources', 'trial-smi'],
      'verified'
    ].sort()
  )
})

test.each<[string, (i: number) => Change]>([
  ['of an older Slipway', () => older],
  ['that are broken', (i) => BROKEN[i % BROKEN.length] ?? older],
  ['that are broken in other ways', (i) => BROKEN[(i + BROKEN.length / 2) % BROKEN.length] ?? older]
])('where all records are ones %s, the steps run again, and the release stays as it is', async (_, changeOf) => {
  const [before, files] = [await records(), await published()]
  for (const [i, [name, record]] of [...before].entries())
    await writeFile(join(out, 'steps', name), changeOf(i)(record))
  const said = succeeded(await release.again())
  expect(said).toContain('✓ build     linux/amd64')
  expect(said).not.toContain('bug in Slipway')
  expect(await published()).toEqual(files)
  const fieldsOf = (all: ReadonlyMap<string, Record>): readonly unknown[] =>
    [...all].map(([name, record]) => [name, Object.keys(record)])
  expect(fieldsOf(await records())).toEqual(fieldsOf(before))
})
