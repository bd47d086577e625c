import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { unpack } from '../../src/adapters/unpack.ts'
import { Failure } from '../../src/errors.ts'
import { makePublic } from '../../src/make-public.ts'
import { formatChecksums } from '../../src/package/checksums.ts'
import type { Publishable } from '../../src/stages/publish.ts'
import { timeline } from '../../src/timeline.ts'
import { COMMIT, sha256, TAG, wanted } from '../fakes/publisher-benches.ts'
import { recordingHost } from '../fakes/recording-host.ts'
import { clientWith, type Sent, type Trouble } from './client.ts'
import { fakeClock, type Clock } from './clock.ts'
import { githubPlace, gitlabPlace, type Place } from './place.ts'

const FULL = process.env['SLIPWAY_TEST'] === 'full'
const SEEDS = FULL ? 300 : 40
jest.setTimeout(FULL ? 3_600_000 : 240_000)

let clock: Clock
beforeEach(() => {
  clock = fakeClock()
})
afterEach(() => clock[Symbol.dispose]())

/** What two builds of one tag give: they differ in one file, and so in their checksums. */
type Build = 'ours' | 'other'
const contentsOf = (build: Build): Readonly<Record<string, string>> => {
  const files = {
    demo_linux: 'the program for linux',
    'demo_windows.exe': `the program, ${build}`,
    'notes.txt': 'read me'
  }
  return withSums(files)
}

const withSums = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const sums = Object.entries(files).map(([name, content]) => ({ name, sha256: sha256(content) }))
  return { ...files, 'checksums.txt': formatChecksums(sums) }
}

interface Run {
  readonly build: Build
  readonly troubles: readonly (readonly [request: number, trouble: Trouble])[]
}

/** Runs at once, and what a broken disk of the platform does behind them. */
interface Step {
  readonly runs: readonly Run[]
  readonly corrupt: boolean
}

const TROUBLES: readonly Trouble[] = [
  ...(['crash-before', 'crash-after', 'crash-midway', 'reset-before', 'reset-after', 'reset-midway'] as const),
  ...(['502-before', '502-after', '503-retry-after', '429', '403-secondary', '403-primary', '401', 'stale'] as const)
]

const run: fc.Arbitrary<Run> = fc.record({
  build: fc.oneof({ weight: 5, arbitrary: fc.constant('ours' as const) }, fc.constant('other' as const)),
  troubles: fc.array(fc.tuple(fc.nat(32), fc.constantFrom(...TROUBLES)), { maxLength: 4 })
})
const step: fc.Arbitrary<Step> = fc.record({
  runs: fc.array(run, { minLength: 1, maxLength: 3 }),
  corrupt: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true))
})
const story = fc.array(step, { minLength: 1, maxLength: 4 })

interface Ended {
  readonly as: 'released' | 'gone' | Failure
  readonly writes: readonly Sent[]
}

/** One process that makes a release public, from the draft to the verification of what everybody can see. */
async function publish(
  place: Place,
  { build, troubles }: Run,
  contents: Readonly<Record<string, string>> = contentsOf(build)
): Promise<Ended> {
  const { local } = place.bench
  const made: Publishable[] = []
  for (const [name, content] of Object.entries(contents)) made.push(await local.make(name, content))
  const client = clientWith(clock, new Map(troubles), (target) => place.breakOff(target))
  const { signal } = new AbortController()
  const tools = { files: local.files, unpack, timeline: timeline(recordingHost(), () => Date.now()) }
  const work = async (): Promise<'released'> => {
    const publisher = place.publisherOver(client.fetch, () => undefined)
    await using draft = await publisher.draft(wanted(), signal)
    const signing = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }
    await makePublic(tools, publisher, draft, TAG, made, signing, signal)
    return 'released'
  }
  try {
    return { as: await clock.live(Promise.race([work(), client.gone])), writes: client.writes }
  } catch (error) {
    // What is no Failure is a bug of ours.
    if (!(error instanceof Failure)) throw error
    return { as: error, writes: client.writes }
  }
}

/** GitHub counts about 80 content-creating requests a minute, and 500 an hour; an upload may count as two. */
function tooFast(writes: readonly Sent[]): readonly string[] {
  const counted = writes.filter(({ method }) => method !== 'DELETE')
  const within = (from: Sent, ms: number): readonly Sent[] =>
    counted.filter(({ at }) => at >= from.at && at < from.at + ms)
  const weight = (all: readonly Sent[]): number => all.reduce((sum, { upload }) => sum + (upload ? 2 : 1), 0)
  return counted.flatMap((each) => [
    ...(weight(within(each, 60_000)) > 80 ? [`${weight(within(each, 60_000))} in a minute`] : []),
    ...(within(each, 3_600_000).length > 500 ? [`${within(each, 3_600_000).length} in an hour`] : [])
  ])
}

const said = ({ as }: Ended): string => (as instanceof Failure ? `${as.kind}: ${as.message}` : as)

/** Plays a story, and rejects when at any quiet moment or at its end something is not as promised. */
async function play(open: () => Promise<Place>, steps: readonly Step[], paced: boolean): Promise<void> {
  await using place = await open()
  const { bench } = place
  const told: string[] = []
  const builds = new Set<Build>()
  let corrupted = false
  const demand = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`${what}\n${told.join('\n')}`)
  }
  /** Nobody ever sees half of a release, a mixture of two, or two. */
  const look = async (): Promise<void> => {
    const visible = await bench.visible()
    demand(place.doubles().length === 0, place.doubles().join(', '))
    if (visible === undefined || corrupted || place.marked()) return
    const whole = (['ours', 'other'] as const).some((build) => same(visible, contentsOf(build)))
    demand(whole, `people see ${JSON.stringify(visible)}`)
  }
  const alone = async (build: Build): Promise<Ended> => {
    const ended = await publish(place, { build, troubles: [] })
    told.push(`at the end ${build}: ${said(ended)}`)
    return ended
  }

  for (const { runs, corrupt } of steps) {
    if (corrupt && (await bench.visible()) === undefined) {
      const broken = await bench.corrupt('demo_linux').then(
        () => true,
        () => false
      )
      corrupted ||= broken
      if (broken) told.push('demo_linux is corrupted')
    }
    const ended = await Promise.all(runs.map((each) => publish(place, each)))
    for (const [i, each] of ended.entries()) {
      told.push(`${runs[i]?.build} ${JSON.stringify(runs[i]?.troubles)}: ${said(each)}`)
      if (paced) demand(tooFast(each.writes).length === 0, tooFast(each.writes).join(', '))
      if (each.as !== 'gone' || each.writes.length) builds.add(runs[i]?.build ?? 'ours')
    }
    await look()
  }

  const ours = await alone('ours')
  const other = await alone('other')
  await look()
  const winners = [ours, other].filter(({ as }) => as === 'released')
  demand(winners.length < 2, 'two builds were released under one tag')
  for (const { as } of [ours, other])
    if (as instanceof Failure) demand(as.kind === 'verification' && as.hint !== undefined, `not a clear refusal: ${as}`)
  if (!corrupted && builds.size < 2) demand(winners.length === 1, 'nothing was released, and nothing forbids it')
  const [winner] = winners
  if (winner) {
    const build = winner === ours ? 'ours' : 'other'
    demand(same((await bench.visible()) ?? {}, contentsOf(build)), `released is not what ${build} made`)
    demand(!place.marked(), 'a whole release is marked')
    demand((await bench.latest()) === TAG, `the latest is ${await bench.latest()}`)
    const before = bench.writes()
    demand((await alone(build)).as === 'released', 'a finished release is not accepted by its own build')
    demand(bench.writes() === before, 'a finished release was written to')
  } else demand((await bench.visible()) === undefined || corrupted || place.marked(), 'a release that no build accepts')
  demand(bench.complaints().length === 0, bench.complaints().join('\n'))
}

const same = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

describe.each([
  ['GitHub', githubPlace, true],
  ['GitLab', gitlabPlace, false]
] as const)('on %s', (_, open, paced) => {
  test(`whatever crashes, breaks and runs at once, the end is one whole verified release or a clear refusal (${SEEDS} seeds)`, async () => {
    await fc.assert(
      fc.asyncProperty(story, (steps) => play(open, steps, paced)),
      { numRuns: SEEDS, seed: FULL ? 20_261_122 : 7 }
    )
  })
})

test('a hundred files go to GitHub no faster than it allows, and no slower than they must', async () => {
  await using place = await githubPlace()
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`file-${i}.txt`, `content ${i}`]))
  const start = Date.now()
  const { as, writes } = await publish(place, { build: 'ours', troubles: [] }, withSums(files))
  expect(as).toBe('released')
  expect(writes.filter(({ upload }) => upload)).toHaveLength(101)
  expect(tooFast(writes)).toEqual([])
  expect(Date.now() - start).toBeLessThan(200_000)
  expect(place.bench.complaints()).toEqual([])
})
