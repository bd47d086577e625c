import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { openBench, openPlace } from './bench.ts'
import type { Bench, Place } from './bench.ts'

jest.setTimeout(300_000)

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
}, 1_200_000)
afterAll(async () => bench[Symbol.asyncDispose]())

/** All that the lock does to the output folder, and the lock is all that a second run does there. */
const LOCK = ['mkdir out #1', 'open out/.slipway-lock #1', 'rm out/.slipway-lock #1']

/** Every file and folder with what changes when it is written; the folder that holds the lock only by its inode. */
async function stateOf({ root, out }: Place): Promise<readonly string[]> {
  const names = (await readdir(root, { recursive: true })).filter((name) => !/^(points-\d+|tmp)$/.test(name))
  const lines = names.map(async (name) => {
    const { ino, size, mtimeMs, ctimeMs, mode } = await lstat(join(root, name))
    return [name, ino, mode, ...(join(root, name) === out ? [] : [size, mtimeMs, ctimeMs])].join(' ')
  })
  return (await Promise.all(lines)).sort()
}

test.each(['folder', 'github'] as const)(
  'a second run of a release to a %s that is finished builds nothing, signs nothing and writes nothing but its lock',
  async (to) => {
    await using place = await openPlace(bench, to)
    const first = await place.run({}, { key: bench.cosign })
    expect(first).toMatchObject({ status: 0 })
    const [before, release] = [await stateOf(place), await place.visible()]
    expect(before.length).toBeGreaterThan(15)
    const requests = place.github?.log.length ?? 0

    const second = await place.run({}, { key: bench.cosign })
    expect(second).toMatchObject({ status: 0 })
    expect(second.points.filter((point) => /\b(out|releases)\b/.test(point) && !/ GET /.test(point))).toEqual(LOCK)
    // Of the tools, Go alone is asked, for its version.
    expect(second.points.filter((point) => /^before (?!GET)/.test(point))).toEqual(['before go env #1'])
    expect(await stateOf(place)).toEqual(before)
    expect(await place.visible()).toEqual(release)
    expect(await place.leftovers()).toEqual([])
    const asked = place.github?.log.slice(requests) ?? []
    expect(asked.filter(({ method, wrote }) => method !== 'GET' || wrote)).toEqual([])
    expect(place.github?.violations ?? []).toEqual([])
  }
)

test('files that went missing or were changed are made again, with the same bytes, and the release is left alone', async () => {
  await using place = await openPlace(bench, 'folder')
  expect(await place.run()).toMatchObject({ status: 0 })
  const release = await place.visible()
  const archive = 'tiny_1.0.0_linux_amd64.tar.gz'
  await rm(join(place.out, 'bin'), { recursive: true })
  await writeFile(join(place.out, archive), 'damaged')
  expect(await place.run()).toMatchObject({ status: 0 })
  expect(await readFile(join(place.out, archive))).toEqual(release?.[archive])
  expect(await place.visible()).toEqual(release)
})
