import fc from 'fast-check'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { Failure } from '../../src/base/errors.ts'
import { readReady } from '../../src/publish/finish-draft.ts'
import { leaveDraft, publishDraft, type Publishable } from '../../src/publish/publish-draft.ts'
import { formatChecksums } from '../../src/package/checksums.ts'
import { NO_LEDGER } from '../../src/steps/ledger.ts'
import { timeline } from '../../src/steps/timeline.ts'
import type { Local } from '../fakes/platform/publisher-benches.ts'
import { COMMIT, sha256, TAG, wanted } from '../fakes/platform/publisher-benches.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'
import {
  wireTo,
  type Hit,
  type Sent,
  type Trouble,
  type Wire,
  type World
} from '../fakes/platform/simulated-network.ts'
import { past, READERS, type Lags } from '../fakes/platform/lag.ts'
import type { Clock } from '../fakes/platform/virtual-clock.ts'
import { memoryLocal, type Place, type Setting } from './place.ts'

/** What two builds of one tag give: they differ in one file, and so in their checksums. */
const BUILDS = ['ours', 'other'] as const
type Build = (typeof BUILDS)[number]
export type Contents = Readonly<Record<string, string>>

/** Publish, leave a draft, or make public what a run has left. */
const WAYS = ['public', 'draft', 'finish'] as const
type Way = (typeof WAYS)[number]

interface Run {
  readonly build: Build
  readonly way: Way
  /** Seconds after the step began. */
  readonly late: number
  readonly troubles: readonly Hit[]
}

/** Runs at once, in steps one after the other; `seed` decides how long each request takes. */
export interface Story {
  readonly seed: number
  readonly setting: Setting
  readonly lags: Lags
  readonly steps: readonly (readonly Run[])[]
}

const WEIGHED: readonly (readonly [number, readonly Trouble[]])[] = [
  [6, ['crash-before', 'crash-after', 'crash-midway']],
  [4, ['reset-before', 'reset-after', 'reset-midway', 'silence-before', 'silence-after', '502-before', '502-after']],
  [2, ['cancel', '503-retry-after', 'limit', 'limit-unnamed', 'limit-far', '401', 'stale']],
  [3, ['tag-moves', 'rots', 'rots-unseen']],
  [2, ['renamed', 'archived']]
]
const trouble = fc.oneof(
  ...WEIGHED.map(([weight, all]) => ({ weight: weight * all.length, arbitrary: fc.constantFrom(...all) }))
)
const hit: fc.Arbitrary<Hit> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('any' as const), fc.nat(50), trouble) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('release' as const), fc.nat(2), trouble) }
)
const run: fc.Arbitrary<Run> = fc.record({
  build: fc.oneof({ weight: 5, arbitrary: fc.constant('ours' as const) }, fc.constant('other' as const)),
  way: fc.oneof({ weight: 3, arbitrary: fc.constant('public' as const) }, fc.constantFrom(...WAYS)),
  late: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(90)),
  troubles: fc.array(hit, { maxLength: 4 })
})
const lag = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30), fc.nat(200))
export const NO_LAG: Lags = lagsOf(() => 0)

function lagsOf(lag: () => number): Lags {
  return Object.fromEntries(READERS.map((reader) => [reader, lag()])) as Record<(typeof READERS)[number], number>
}

export const stories: fc.Arbitrary<Story> = fc.record({
  seed: fc.noShrink(fc.nat()),
  lags: fc.oneof(
    fc.constant(NO_LAG),
    fc.record({ releases: lag, release: lag, files: lag, tag: lag, latest: lag, downloads: lag })
  ),
  setting: fc.record({
    ...{ strict: fc.boolean(), begun: fc.boolean(), weak: fc.boolean(), old: fc.boolean() },
    ...{ paged: fc.boolean(), open: fc.boolean(), disobeyed: fc.boolean() }
  }),
  steps: fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
})

export const withSums = (files: Contents): Contents => {
  const sums = Object.entries(files).map(([name, content]) => ({ name, sha256: sha256(content) }))
  return { ...files, 'checksums.txt': formatChecksums(sums) }
}
const contentsOf = (build: Build): Contents =>
  withSums({
    demo_linux: 'the program for linux',
    'demo_windows.exe': `the program, ${build}`,
    'notes.txt': 'read me'
  })

export interface Ended {
  readonly as: 'released' | 'kept' | 'gone' | 'cancelled' | Failure
  readonly wire: Wire
  readonly warned: readonly string[]
}

/** A file that a disk of the platform lost; `unseen`: the platform tells the digest of before. */
interface Lost {
  readonly unseen: boolean
  /** On the clock. */
  readonly at: number
}

/** A world with one simulated platform, and those who publish to it. */
export interface Stage {
  readonly place: Place
  readonly clock: Clock
  readonly told: string[]
  readonly lags: Lags
  publish(contents: Contents, troubles: readonly Hit[], late?: number, way?: Way): Promise<Ended>
  /** When the tag was moved, on the clock. */
  readonly movedAt: number | undefined
  readonly rotten: readonly Lost[]
  /** What people saw first, each time that a release came to be seen. */
  readonly first: readonly ReturnType<Place['visible']>[]
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Conditions {
  readonly setting: Setting
  readonly lags: Lags
  /** Whether two builds are published at the same time. */
  readonly mixed: boolean
  /** Whether nothing is ever late. */
  readonly prompt?: boolean
}

export function stageFor(
  at: (setting: Setting, local: Local) => Place,
  { setting, lags, mixed, prompt = false }: Conditions,
  clock: Clock,
  chance: () => number
): Stage {
  const local = memoryLocal()
  const place = at(setting, local)
  const told: string[] = []
  const rotten: Lost[] = []
  const first: ReturnType<Place['visible']>[] = []
  let movedAt: number | undefined
  const world: World = {
    platform: place.platform,
    withState: (state) => place.withState(state),
    partOf: (origin) => place.partOf(origin),
    clock,
    chance,
    limits: place.limits,
    isPublic: () => place.isPublic(),
    shown: () => void first.push(place.visible()),
    remembers: !prompt,
    before: JSON.stringify(place.platform.state),
    // Where nothing stops a second content of one name, two builds at once have to see each other.
    lags: mixed && !place.guarded ? NO_LAG : lags,
    past: past(),
    meanwhile(what) {
      if (what === 'renamed') place.rename()
      else if (what === 'archived') place.archive(true)
      else if (what === 'tag-moves') {
        place.moveTag()
        movedAt ??= Date.now()
      } else {
        const unseen = what === 'rots-unseen'
        if (place.rot(Math.floor(chance() * 100), unseen)) rotten.push({ unseen, at: Date.now() })
      }
      // Nobody sees what was before that.
      world.before = JSON.stringify(place.platform.state)
      world.past.forget()
    }
  }

  /** One process that makes a release public, from its preflight to the verification of what everybody can see. */
  const process = async (
    contents: Contents,
    { wire, late, way }: { readonly wire: Wire; readonly late: number; readonly way: Way },
    warn: (line: string) => void
  ): Promise<'released' | 'kept'> => {
    const { signal } = wire
    const made: Publishable[] = []
    for (const [name, content] of Object.entries(contents)) made.push(await local.make(name, content))
    await new Promise((wake) => setTimeout(wake, late * 1000))
    const publisher = place.publisherOver(wire, warn)
    const tools = {
      files: local.files,
      unpack,
      timeline: timeline(recordingHost(), () => Date.now()),
      ledger: NO_LEDGER,
      warn,
      now: () => new Date()
    }
    await publisher.foresee({ tag: TAG, commit: COMMIT, names: Object.keys(contents) }, signal)
    const signing = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }
    await using scratch = await local.files.scratch('finish')
    const ready =
      way === 'finish' &&
      (await readReady(
        tools,
        { publisher, tag: TAG, demand: () => Promise.resolve(signing), strangers: 'refuse' },
        scratch.path,
        signal
      ))
    const files = ready ? ready.files : made
    await using draft = await publisher.draft(ready ? ready.request : wanted(), signal)
    const outgoing = { publisher, draft, tag: TAG, latest: true, files, signing }
    if (way === 'draft') return 'kept' in (await leaveDraft(tools, outgoing, signal)) ? 'kept' : 'released'
    await publishDraft(tools, outgoing, signal)
    if (ready) await ready.forget?.(signal)
    return 'released'
  }

  return {
    place,
    clock,
    lags: world.lags,
    told,
    rotten,
    first,
    get movedAt() {
      return movedAt
    },
    async publish(contents, troubles, late = 0, way = 'public') {
      const wire = wireTo(world, troubles)
      const warned: string[] = []
      const warn = (line: string): void => void warned.push(line)
      try {
        const as = await process(contents, { wire, late, way }, warn)
        return { as: wire.gone ? 'gone' : as, wire, warned }
      } catch (error) {
        if (wire.gone) return { as: 'gone', wire, warned }
        if (wire.signal.aborted && error === wire.signal.reason) return { as: 'cancelled', wire, warned }
        // What is no Failure is a bug of ours.
        if (!(error instanceof Failure)) throw error
        return { as: error, wire, warned }
      }
    }
  }
}

/**
 * GitHub counts about 80 content-creating requests a minute and 500 an hour; an upload may count as two. GitLab wants
 * the files of a package one at a time. Says where a run went beyond.
 */
export function tooFast({ sent, uploadsAtOnce }: Wire): readonly string[] {
  const counted = sent.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))
  const within = (from: Sent, ms: number): readonly Sent[] =>
    counted.filter(({ at }) => at >= from.at && at < from.at + ms)
  const weight = (all: readonly Sent[]): number => all.reduce((sum, { upload }) => sum + (upload ? 2 : 1), 0)
  return [
    ...counted.flatMap((each) => [
      ...(weight(within(each, 60_000)) > 80 ? [`${weight(within(each, 60_000))} requests in a minute`] : []),
      ...(within(each, 3_600_000).length > 500 ? [`${within(each, 3_600_000).length} requests in an hour`] : [])
    ]),
    ...(uploadsAtOnce > 1 ? [`${uploadsAtOnce} uploads at once`] : [])
  ]
}

const said = ({ as }: Ended): string => (as instanceof Failure ? `${as.kind}: ${as.message}` : as)
const isPartOf = (a: Contents, b: Contents): boolean => Object.entries(a).every(([name, text]) => b[name] === text)
const same = (a: Contents, b: Contents): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** Plays a story, and rejects when at any quiet moment or at its end something is not as promised. Resolves with what was told. */
export async function play(
  at: (setting: Setting, local: Local) => Place,
  { seed, setting, lags, steps }: Story,
  clock: Clock
): Promise<readonly string[]> {
  const contested = new Set(steps.flat().map(({ build }) => build)).size > 1
  const mixed = steps.some((runs) => new Set(runs.map(({ build }) => build)).size > 1)
  const stage = stageFor(at, { setting, lags, mixed }, clock, chanceFrom(seed))
  const { place, told, rotten } = stage
  const late = Math.max(...Object.values(stage.lags)) * 1000
  const builds = new Set<Build>()
  const demand = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`${what}\n${told.join('\n')}`)
  }
  /** Nobody ever sees half of a release, a mixture of two, or two. */
  const look = async (): Promise<void> => {
    demand(place.doubles().length === 0, place.doubles().join(', '))
    for (const seen of [...stage.first, ...(place.marked() ? [] : [place.visible()])]) {
      const visible = await seen
      const fits = BUILDS.some((build) => (place.grows ? isPartOf : same)(visible ?? {}, contentsOf(build)))
      demand(visible === undefined || rotten.length > 0 || fits, `people see ${JSON.stringify(visible)}`)
    }
  }
  const judge = async ({ build, way }: Pick<Run, 'build' | 'way'>, ended: Ended, began: number): Promise<void> => {
    const { as, wire } = ended
    const { movedAt } = stage
    demand(tooFast(wire).length === 0, tooFast(wire).join(', '))
    if (as instanceof Failure) demand(as.message !== '' && as.hint !== undefined, `no clear refusal: ${as.message}`)
    const shown = wire.sent.findIndex(({ published }) => published)
    const before = wire.sent.slice(0, Math.max(shown, 0)).filter(isLook).at(-1)?.acted ?? 0
    const after = wire.sent[shown]?.acted ?? began
    // What went wrong before the last look at the files is never shown; what did before it was shown is taken back.
    const changed = rotten.filter(({ unseen }) => !unseen)
    demand(shown < 0 || movedAt === undefined || movedAt > before, 'published although the tag had been moved')
    demand(shown < 0 || changed.every(({ at }) => at > before), 'published although a file had changed')
    demand(as !== 'released' || movedAt === undefined || movedAt > after, 'released although the tag had been moved')
    demand(
      !place.marked() || rotten.length > 0 || movedAt !== undefined || place.grows || wire.gone,
      'a good release was taken back'
    )
    demand(as !== 'kept' || shown < 0, 'a draft was shown')
    // What a run has left may be of the other build.
    if (as === 'released' && way !== 'finish' && rotten.every(({ at }) => at <= after))
      demand(same((await place.visible()) ?? {}, contentsOf(build)), `released is not what ${build} made`)
    if (
      as instanceof Failure &&
      as.kind === 'verification' &&
      shown >= 0 &&
      !/could not be taken back/.test(as.message)
    )
      demand(place.marked(), 'what is wrong stays as if it were right')
  }
  /** A run begins minutes after the one before it: by then each machine knows what happened. */
  const rest = (): Promise<void> => {
    // And what was archived by mistake is not any more.
    place.archive(false)
    return clock.live(new Promise((wake) => setTimeout(wake, late)))
  }
  const alone = async (build: Build): Promise<Ended> => {
    await rest()
    const began = Date.now()
    const ended = await clock.live(stage.publish(contentsOf(build), []))
    told.push(`at the end ${build}: ${said(ended)}`)
    await judge({ build, way: 'public' }, ended, began)
    return ended
  }

  for (const runs of steps) {
    await rest()
    const began = Date.now()
    const all = runs.map(({ build, troubles, late, way }) => stage.publish(contentsOf(build), troubles, late, way))
    const ended = await clock.live(Promise.all(all))
    for (const [i, run] of runs.entries()) {
      const { wire } = ended[i] ?? (await alone(run.build))
      told.push(
        `${run.build} (${run.way}) after ${run.late} s: ${ended[i] && said(ended[i])}`,
        ...wire.sent.flatMap(lineOf(began))
      )
      if (wire.sent.some(({ upload }) => upload)) builds.add(run.build)
    }
    for (const [i, run] of runs.entries()) if (ended[i]) await judge(run, ended[i], began)
    const calm = runs.length === 1 && runs.every(({ troubles }) => troubles.length === 0)
    const calmly = runs[0]?.way === 'draft' ? ['kept', 'released'] : ['released']
    if (calm && !contested && rotten.length === 0 && stage.movedAt === undefined && runs[0]?.way !== 'finish')
      demand(calmly.includes(String(ended[0]?.as)), 'nothing but late answers, and yet no release at the first go')
    for (const [i, { as }] of ended.entries())
      demand(as !== 'kept' || runs[i]?.way === 'draft', 'a draft that nobody asked for')
    await look()
  }

  const results = { ours: await alone('ours'), other: await alone('other') }
  await look()
  const winners = BUILDS.filter((build) => results[build].as === 'released')
  demand(winners.length < 2, 'two builds were released under one tag')
  for (const { as } of Object.values(results))
    if (as !== 'released')
      demand(as instanceof Failure && as.kind === 'verification', `not a clear refusal: ${String(as)}`)
  if (rotten.length === 0 && stage.movedAt === undefined && builds.size < 2)
    demand(winners.length === 1, 'nothing was released, and nothing forbids it')
  const [winner] = winners
  if (winner) {
    demand(same((await place.visible()) ?? {}, contentsOf(winner)), `released is not what ${winner} made`)
    demand(!place.marked(), 'a whole release is marked')
    // Whether `make_latest` was obeyed or not: a run that published and was gone leaves it to the next one.
    demand((await place.latest()) === TAG, `the latest is ${await place.latest()}`)
    const before = JSON.stringify(place.platform.state)
    demand((await alone(winner)).as === 'released', 'a finished release is not accepted by its own build')
    demand(JSON.stringify(place.platform.state) === before, 'a finished release was written to')
  }
  // Where each run could see what those before it did, nothing was done twice.
  const inTurn = steps.every(
    (runs) =>
      late === 0 && runs.length === 1 && runs.every(({ troubles }) => troubles.every(([, , what]) => what !== 'stale'))
  )
  if (inTurn) demand(place.spare().length === 0, place.spare().join(', '))
  demand(place.platform.violations.length === 0, place.platform.violations.join('\n'))
  return told
}

/** A request that brings or lists files: the tag is looked at after the last of them. */
const isLook = ({ upload, target }: Sent): boolean => upload || /\/assets\?|package_files\?/.test(target)

const lineOf =
  (began: number) =>
  ({ at, method, target, trouble, status, published }: Sent): string =>
    `  ${((at - began) / 1000).toFixed(1)} s ${method} ${target} ${status}${trouble ? ` [${trouble}]` : ''}${published ? ' (people see it from here on)' : ''}`
