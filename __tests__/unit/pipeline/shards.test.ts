import { expect, test } from '@jest/globals'
import type { Json } from '../../../src/base/json.ts'
import { selectShard, takeShards, writeShard } from '../../../src/pipeline/shards.ts'
import { makeBuildStep } from '../../../src/pipeline/stages/build.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { formatRecordPath } from '../../../src/steps/ledger.ts'
import { memoryFiles } from '../../fakes/files.ts'

const target = (arch: string) => ({ os: 'linux', arch })
const buildFor = (arch: string) => ({
  target: target(arch),
  binaries: [{ name: 'tool', main: 'example.com/tool', made: 'tool', path: `bin/linux_${arch}/tool` }],
  ...{ argv: ['go', 'build'], env: { GOARCH: arch } }
})
const archiveFor = (arch: string) => ({
  target: target(arch),
  ...{ name: `tool_1.0.0_linux_${arch}.tar.gz`, format: 'tar.gz' as const, files: [] },
  binaries: [{ name: 'tool', path: `bin/linux_${arch}/tool`, sbom: `tool_1.0.0_linux_${arch}.cdx.json` }]
})
const plan = {
  ...{ name: 'tool', module: 'example.com/tool', moduleDir: '', version: '1.0.0', commit: 'c'.repeat(40) },
  ...{ committedAt: '2026-01-02T03:04:05Z', dirtyDigest: '', stampedFrom: [], notes: [] },
  go: { version: 'go1.26.8', why: 'a test' },
  builds: ['amd64', 'arm64'].map(buildFor),
  archives: ['amd64', 'arm64'].map(archiveFor)
} as unknown as Plan

const PACKAGE = `steps/package-${'a'.repeat(32)}.json`
const recordOf = (index: number): string => {
  const [build] = selectShard(plan, { index, of: 2 }).builds
  return build ? formatRecordPath(makeBuildStep(plan, build)) : ''
}

/** Two machines that built their parts, and the folder that gets them. */
async function handedOver() {
  const files = memoryFiles()
  for (const [i, arch] of ['amd64', 'arm64'].entries()) {
    const folder = `/from/${i + 1}`
    const records = [recordOf(i + 1), PACKAGE]
    for (const path of [
      ...[`bin/linux_${arch}/tool`, `tool_1.0.0_linux_${arch}.tar.gz`, `tool_1.0.0_linux_${arch}.cdx.json`],
      ...records
    ])
      await files.write(`${folder}/${path}`, `${path} of ${arch}`)
    await writeShard(files, folder, plan, { index: i + 1, of: 2 }, records)
  }
  return files
}

test('what each part of the plan made is taken over, with the records of these steps', async () => {
  const files = await handedOver()
  expect(await takeShards(files, '/from', '/out', plan)).toBe(2)
  expect(await files.list('/out')).toEqual(
    [
      ...['bin/linux_amd64/tool', 'bin/linux_arm64/tool'],
      ...[PACKAGE, recordOf(1), recordOf(2)],
      ...['amd64', 'arm64'].flatMap((arch) =>
        ['tar.gz', 'cdx.json'].map((ending) => `tool_1.0.0_linux_${arch}.${ending}`)
      )
    ].sort()
  )
})

type Shard = { readonly [key: string]: Json } & { readonly files: readonly Json[] }
const naming =
  (path: string) =>
  (shard: Shard): Json => ({ ...shard, files: [...shard.files, { path, sha256: 'a'.repeat(64), size: 1 }] })
const without = (field: string) => (shard: Shard) =>
  Object.fromEntries(Object.entries(shard).filter(([name]) => name !== field))

test.each<[string, (shard: Shard) => Json | undefined, RegExp]>([
  ['is not JSON', () => undefined, /it is not JSON/],
  ['is null', () => null, /another Slipway wrote it/],
  ['is of another shape', (shard) => ({ ...shard, schema: 2 }), /another Slipway wrote it/],
  ['is a list', (shard) => [shard], /another Slipway wrote it/],
  ['says more', (shard) => ({ ...shard, more: 1 }), /does not say what a shard says/],
  ['has a number for a text', (shard) => ({ ...shard, plan: 1 }), /does not say what a shard says/],
  ['names a file without a digest', (shard) => ({ ...shard, files: [{ path: 'tool' }] }), /does not say/],
  ...['plan', 'shard', 'of', 'files'].map((field): [string, (shard: Shard) => Json, RegExp] => [
    `has no ${field}`,
    without(field),
    /does not say/
  ]),
  ['is number nought', (shard) => ({ ...shard, shard: 0 }), /its numbers make no sense/],
  ...[
    ...['../outside', '/etc/passwd', 'bin/linux_amd64/../../x', 'bin/linux_arm64/tool', 'bin/linux_amd64/other'],
    ...['tool_1.0.0_linux_arm64.tar.gz', 'checksums.txt', 'manifest.json', recordOf(2)],
    ...['steps/trial-smi-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json', 'steps/package-x.json', 'steps/sign-a.json']
  ].map((path): [string, (shard: Shard) => Json, RegExp] => [
    `names ${path}, which is not of its part`,
    naming(path),
    /which its part of the plan does not make/
  ]),
  ['names a program twice', naming('bin/linux_amd64/tool'), /which its part of the plan does not make/]
])('a shard whose record %s is refused, and nothing is copied', async (_, change, says) => {
  const files = await handedOver()
  const path = '/from/1/shard-1-of-2.json'
  const changed = change(JSON.parse(String(Buffer.from((await files.read(path)) ?? []))) as Shard)
  await files.write(path, changed === undefined ? '{' : JSON.stringify(changed))
  await expect(takeShards(files, '/from', '/out', plan)).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringMatching(says)
  })
  expect(await files.list('/out')).toEqual([])
})
