import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import {
  contentOf,
  differences,
  isSigned,
  keep,
  openBench,
  openPlace,
  TAG,
  type Bench,
  type Place,
  type Run
} from './bench.ts'

// Releases in a row, beside whatever else this machine does. Kills at requests to platforms: property/killed-drafts.
jest.setTimeout(3_600_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'

let bench: Bench
/** A place where a run has left a draft, and what it looks like. */
let left: { readonly root: string }
beforeAll(async () => {
  bench = await openBench()
  await using place = await openPlace(bench, 'folder')
  expect(await leave(place)).toMatchObject({ status: 0 })
  left = await keep(bench, place)
}, 1_200_000)
afterAll(async () => bench[Symbol.asyncDispose]())

const leave = (place: Place, at?: string): Promise<Run> =>
  place.run({ flags: { draft: 'true' }, ...(at !== undefined && { at }) })
const finish = (place: Place, at?: string): Promise<Run> =>
  place.run({ command: 'publish', flags: { finish: TAG, key: 'stand-in.pub' }, ...(at !== undefined && { at }) })

/** Those that touch what is released. */
const listPoints = ({ points }: Run): readonly string[] => points.filter((point) => /\breleases\b/.test(point))
const sample = (points: readonly string[], most: number): readonly string[] =>
  points.filter((_, i) => FULL || i % Math.ceil(points.length / most) === 0)

const readDraft = (place: Place) => contentOf(join(place.root, 'releases', `.draft-${TAG}`))

/** What a finish from here on comes to: one whole release, signed, the latest, and nothing beside it. */
async function finishWhole(place: Place, reference: NonNullable<Awaited<ReturnType<Place['visible']>>>) {
  const run = await finish(place)
  const found = (await place.visible()) ?? {}
  return [
    ...(run.status === 0 ? [] : [`--finish ended with ${run.signal ?? run.status}: ${run.output}`]),
    ...differences(found, reference),
    ...(isSigned(found, bench.standIn) ? [] : ['the signature does not prove the checksums']),
    ...((await place.latest()) === TAG ? [] : [`the latest is ${await place.latest()}`]),
    ...(await place.leftovers())
  ]
}

test('a draft in a folder survives a kill at each change: unseen until --finish, and then whole', async () => {
  await using whole = await openPlace(bench, 'folder', left)
  const finished = await finish(whole)
  expect(finished).toMatchObject({ status: 0 })
  const reference = (await whole.visible()) ?? {}
  expect(isSigned(reference, bench.standIn)).toBe(true)

  const points = sample(listPoints(finished), 3)
  expect(points.length).toBeGreaterThan(1)
  for (const at of points) {
    await using place = await openPlace(bench, 'folder', left)
    expect([at, (await finish(place, at)).signal]).toEqual([at, 'SIGKILL'])
    const seen = await place.visible()
    expect([at, seen ? differences(seen, reference) : []]).toEqual([at, []])
    expect([at, await finishWhole(place, reference)]).toEqual([at, []])
  }

  await using again = await openPlace(bench, 'folder', left)
  await rm(join(again.root, 'releases'), { recursive: true })
  const leaving = await leave(again)
  expect([leaving.status, await again.visible()]).toEqual([0, undefined])
  const kept = (await readDraft(again)) ?? {}
  const places = sample(listPoints(leaving), 2)
  expect(places.length).toBeGreaterThan(1)
  for (const at of places) {
    await using place = await openPlace(bench, 'folder', left)
    await rm(join(place.root, 'releases'), { recursive: true })
    expect([at, (await leave(place, at)).signal, await place.visible()]).toEqual([at, 'SIGKILL', undefined])
    expect([at, (await leave(place)).status, await place.visible()]).toEqual([at, 0, undefined])
    expect([at, differences((await readDraft(place)) ?? {}, kept)]).toEqual([at, []])
    expect([at, await finishWhole(place, reference)]).toEqual([at, []])
  }
})
