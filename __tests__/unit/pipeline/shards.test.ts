import { expect, test } from '@jest/globals'
import type { Json } from '../../../src/base/json.ts'
import { handOver, recordsOf, take } from '../../fakes/shards.ts'

test('what each part of the plan made is taken over, with the records of these steps', async () => {
  const files = await handOver()
  expect(await take(files)).toBe(2)
  expect(await files.list('/out')).toEqual(
    [
      ...['bin/linux_amd64/tool', 'bin/linux_arm64/tool'],
      ...(await recordsOf(files, 1)),
      ...(await recordsOf(files, 2)),
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
    ...['tool_1.0.0_linux_arm64.tar.gz', 'checksums.txt', 'manifest.json', 'install.sh'],
    ...['steps/trial-smi-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json', 'steps/package-x.json', 'steps/sign-a.json']
  ].map((path): [string, (shard: Shard) => Json, RegExp] => [
    `names ${path}, which is not of its part`,
    naming(path),
    /which its part of the plan does not make/
  ]),
  ['names a program twice', naming('bin/linux_amd64/tool'), /which its part of the plan does not make/]
])('a shard whose record %s is refused, and nothing is copied', async (_, change, says) => {
  const files = await handOver()
  const path = '/from/1/shard-1-of-2.json'
  const changed = change(JSON.parse(String(Buffer.from((await files.read(path)) ?? []))) as Shard)
  await files.write(path, changed === undefined ? '{' : JSON.stringify(changed))
  await expect(take(files)).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringMatching(says)
  })
  expect(await files.list('/out')).toEqual([])
})
