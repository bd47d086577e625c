import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import pLimit from 'p-limit'
import { TAG, contentOf, keep, differences, isSigned, openBench, openPlace } from './bench.ts'
import type { Bench, Content, Key, Place, Run } from './bench.ts'
import type { Orders } from './release.ts'

// Hundreds of releases in a row, beside whatever else this machine does.
jest.setTimeout(3_600_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
/** Two releases at a time: they wait for the disk and for each other's compilers. */
const beside = pLimit(2)

/** The request that makes the draft. */
const DRAFT = 'before POST /api/v3/repos/octo/demo/releases #1'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(async () => bench[Symbol.asyncDispose]())

/** A release that nobody disturbed: what every other has to come to. */
interface Reference {
  readonly points: readonly string[]
  readonly release: Content
  readonly out: Content
  open(): Promise<Place>
}

const seen = async (place: Place) => ({
  release: (await place.visible()) ?? {},
  out: (await contentOf(place.out)) ?? {}
})

async function referenceOf(open: () => Promise<Place>, key: Key = bench.standIn): Promise<Reference> {
  await using place = await open()
  const run = await place.run({}, { key })
  if (run.status !== 0) throw new Error(run.output)
  expect(await place.leftovers()).toEqual([])
  return { points: run.points, ...(await seen(place)), open }
}

/** What is wrong with a place where nobody is at work: half a release, or one that is not as the reference. */
async function wrongWith(place: Place, reference: Reference, key: Key, finished: boolean): Promise<readonly string[]> {
  const { release, out } = await seen(place)
  const isThere = Object.keys(release).length > 0
  return [
    ...(isThere || finished ? differences(release, reference.release).map((what) => `released: ${what}`) : []),
    ...(finished ? differences(out, reference.out).map((what) => `out: ${what}`) : []),
    ...(finished || isThere ? (isSigned(release, key) ? [] : ['the signature does not prove the checksums']) : []),
    ...(finished && !(out['checksums.txt.sigstore.json'] ?? '').toString().includes('messageSignature')
      ? ['out has no bundle']
      : []),
    ...(finished && (await place.latest()) !== TAG ? [`the latest is ${await place.latest()}`] : []),
    ...(finished ? (await place.leftovers()).map((what) => `left: ${what}`) : []),
    ...(place.github?.violations ?? [])
  ]
}

/**
 * Hit at each of the points in turn, then run without a hit; resolves with all that went wrong. `elsewhere`: the last
 * run finds no output folder, as on another machine.
 */
async function survive(
  reference: Reference,
  hits: readonly (readonly string[])[],
  {
    key = bench.standIn,
    by = 'SIGKILL',
    elsewhere = false
  }: { readonly key?: Key; readonly by?: NonNullable<Orders['with']>; readonly elsewhere?: boolean } = {}
): Promise<{ troubles: readonly string[]; struck: number }> {
  let struck = 0
  const one = async (points: readonly string[]): Promise<readonly string[]> => {
    await using place = await reference.open()
    const troubles: string[] = []
    for (const [i, at] of points.entries()) {
      const run = await place.run({ at, with: by }, { key })
      const wasHit = by === 'SIGKILL' ? run.signal === by : run.output.includes('understood')
      if (wasHit) struck++
      // After a kill, the second run has less to do and may not come to the second point.
      else if (i === 0) troubles.push(`it was not hit: ${statusOf(run)}`)
      if (by !== 'SIGKILL') troubles.push(...(await afterStop(run, place)))
      troubles.push(...(await wrongWith(place, reference, key, false)))
    }
    if (elsewhere) await rm(place.out, { recursive: true })
    const run = await place.run({}, { key })
    if (run.status !== 0) troubles.push(`the next run ended with ${statusOf(run)}`)
    else {
      const wrong = await wrongWith(place, reference, key, true)
      // Elsewhere there is nothing of the release before, and the records are of that machine's steps.
      troubles.push(...wrong.filter((what) => !elsewhere || !OF_HERE.test(what)))
    }
    return troubles.map((what) => `${points.join(', then ')}: ${what}`)
  }
  const troubles = await Promise.all(hits.map((points) => beside(() => one(points))))
  return { troubles: troubles.flat(), struck }
}

/** What another machine has not, or has of its own: go was asked there about this commit, and here about the one before. */
const OF_HERE = /^out: (?:(?:steps\/|tiny_0\.9\.0_).* is missing|steps\/(?:analysis|sources)-.*)$/

const statusOf = ({ status, signal, output }: Run): string => `${signal ?? status}\n${output}`

/** A stopped run says so, and takes everything along but a draft, which nobody can see. */
async function afterStop(run: Run, place: Place): Promise<readonly string[]> {
  const draft = /draft|half upload|pending/
  return [
    // At its very end there is nothing left to stop.
    ...(run.status === 0 || (run.status === 3 && run.output.includes('The next run goes on from here.'))
      ? []
      : [`it ended with ${statusOf(run)}`]),
    ...(await place.leftovers())
      .filter((what) => /slipway-/.test(what) || !draft.test(what))
      .map((what) => `left after the signal: ${what}`)
  ]
}

/** Every n-th. */
const sample = (points: readonly string[], nth: number): readonly string[] => points.filter((_, i) => i % nth === 0)

const without = (points: readonly string[], others: readonly string[]): readonly string[] =>
  points.filter((point) => !others.includes(point))

/** All points that `always` names, and every n-th of the others. */
function chosen(points: readonly string[], always: RegExp, nth: number): readonly string[] {
  const named = points.filter((point) => always.test(point))
  return [...named, ...sample(without(points, named), nth)]
}

const REQUEST = /^(before|after) (GET|POST|PATCH|PUT|DELETE) /

/**
 * Moments at requests, each once: before one that follows another's answer is the moment behind that answer. All at what
 * writes, every third at what reads.
 */
function momentsAtRequests(points: readonly string[]): readonly string[] {
  if (FULL) return points
  const isAnswer = (point = ''): boolean => point.startsWith('after') && REQUEST.test(point)
  const moments = points.filter((point, i) => isAnswer(point) || (REQUEST.test(point) && !isAnswer(points[i - 1])))
  return chosen(moments, /^(before|after) (POST|PATCH|PUT|DELETE) /, 3)
}

/** A fixed series of numbers from 0 to 1: the same sample every time. */
function series(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

const pairs = (points: readonly string[], count: number): readonly (readonly string[])[] => {
  const next = series(20260105)
  const pick = (): string => points[Math.floor(next() * points.length)] ?? ''
  return Array.from({ length: count }, () => [pick(), pick()])
}

/** Names what was done, for docs/full-tests.md. */
async function report(what: string, count: number, work: () => Promise<void>): Promise<void> {
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  process.stderr.write(`${what}: ${count} points, ${seconds.toFixed(0)} s, ${(seconds / count).toFixed(2)} s a point\n`)
}

describe('a release to a folder', () => {
  let reference: Reference
  beforeAll(async () => {
    reference = await referenceOf(() => openPlace(bench, 'folder'))
  })

  test('the real cosign accepts what the stand-in signs, and neither accepts a changed byte', async () => {
    const { release } = reference
    const changed = {
      ...release,
      'checksums.txt': Buffer.concat([release['checksums.txt'] ?? Buffer.alloc(0), Buffer.from(' ')])
    }
    expect([await bench.accepts(release, bench.standIn), await bench.accepts(changed, bench.standIn)]).toEqual([
      true,
      false
    ])
    expect([isSigned(release, bench.standIn), isSigned(changed, bench.standIn)]).toEqual([true, false])
  })

  test('after a SIGKILL at any change, tool or rename, the same command finishes it with the same bytes', async () => {
    const renames = reference.points.filter((point) => point.startsWith('rename'))
    const points = FULL ? reference.points : [...sample(renames, 2), ...sample(without(reference.points, renames), 32)]
    await report('folder, SIGKILL', points.length, async () => {
      expect(
        await survive(
          reference,
          points.map((point) => [point])
        )
      ).toEqual({ troubles: [], struck: points.length })
    })
  })

  test('two kills in a row lose no more than one', async () => {
    const hits = pairs(reference.points, FULL ? 100 : 4)
    await report('folder, SIGKILL twice', hits.length, async () => {
      const { troubles, struck } = await survive(reference, hits)
      expect(troubles).toEqual([])
      expect(struck).toBeGreaterThan(hits.length)
    })
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'after a %s nothing is left but a draft, and the same command finishes with the same bytes',
    async (by) => {
      const points = chosen(reference.points, /^during go build/, (FULL ? 4 : 64) * (by === 'SIGTERM' ? 1 : 4))
      await report(`folder, ${by}`, points.length, async () => {
        expect(
          await survive(
            reference,
            points.map((point) => [point]),
            { by }
          )
        ).toEqual({ troubles: [], struck: points.length })
      })
    }
  )

  test('with the real cosign, a kill before, during or after each of its runs changes nothing either', async () => {
    const real = await referenceOf(() => openPlace(bench, 'folder'), bench.cosign)
    expect(await bench.accepts(real.release, bench.cosign)).toBe(true)
    const around = real.points.filter((point) => /cosign|scratch-(sign|public-key|verify)/.test(point))
    const points = FULL ? around : around.filter((point) => /^during cosign/.test(point))
    await report('folder, SIGKILL, real cosign', points.length, async () => {
      expect(
        await survive(
          real,
          points.map((point) => [point]),
          { key: bench.cosign }
        )
      ).toEqual({ troubles: [], struck: points.length })
    })
  })
})

describe('a release to GitHub, after an older one in the same folders', () => {
  let reference: Reference
  beforeAll(async () => {
    await using older = await openPlace(bench, 'github')
    if (older.github) older.github.state.refs['v0.9.0'] = { type: 'commit', sha: bench.commits.before }
    const run = await older.run({}, { module: bench.before })
    if (run.status !== 0) throw new Error(run.output)
    const released = await keep(bench, older)
    await using place = await openPlace(bench, 'github', released)
    // Unless all points are asked for, those up to the first write to GitHub are left to the release to a folder.
    if (!FULL) expect(await place.run({ at: DRAFT })).toMatchObject({ signal: 'SIGKILL' })
    const begin = FULL ? released : await keep(bench, place)
    reference = await referenceOf(() => openPlace(bench, 'github', begin))
  })

  test('after a SIGKILL before any request or behind its answer, the same command finishes it with the same bytes', async () => {
    const points = momentsAtRequests(reference.points)
    await report('GitHub, SIGKILL', points.length, async () => {
      expect(
        await survive(
          reference,
          points.map((point) => [point])
        )
      ).toEqual({ troubles: [], struck: points.length })
    })
  })

  test('two kills in a row leave one release and no second draft', async () => {
    const requests = reference.points.filter((point) => REQUEST.test(point))
    const hits = pairs(requests, FULL ? 60 : 5)
    await report('GitHub, SIGKILL twice', hits.length, async () => {
      const { troubles, struck } = await survive(reference, hits)
      expect(troubles).toEqual([])
      expect(struck).toBeGreaterThan(hits.length)
    })
  })

  test('another machine, with nothing but the draft or the release that a killed one left, finishes it too', async () => {
    const points = reference.points.filter((point) => (FULL ? REQUEST : /^after (POST|PATCH)/).test(point))
    await report('GitHub, SIGKILL, then elsewhere', points.length, async () => {
      const hits = points.map((point) => [point])
      expect(await survive(reference, hits, { elsewhere: true })).toEqual({ troubles: [], struck: points.length })
    })
  })

  test('after a SIGTERM at any request nothing is left but a draft', async () => {
    const points = chosen(reference.points, FULL ? REQUEST : /^after (POST [^?]*|PATCH.*)$/, 64)
    await report('GitHub, SIGTERM', points.length, async () => {
      expect(
        await survive(
          reference,
          points.map((point) => [point]),
          { by: 'SIGTERM' }
        )
      ).toEqual({ troubles: [], struck: points.length })
    })
  })
})
