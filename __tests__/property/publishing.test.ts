import { afterEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { estimateUploads } from '../../src/adapters/github/releases/pace.ts'
import type { Failure } from '../../src/base/errors.ts'
import type { Hit } from '../fakes/platform/simulated-network.ts'
import type { Reader } from '../fakes/platform/lag.ts'
import { virtualClock, type Clock } from '../fakes/platform/virtual-clock.ts'
import { githubAt, gitlabAt, PLAIN } from './place.ts'
import { chanceFrom, NO_LAG, play, stageFor, stories, tooFast, withSums, type Stage, type Story } from './story.ts'

/**
 * To tell a story again that failed: SLIPWAY_STORY='{"seed":1,"path":"2:3"}', as fast-check prints them. Nothing but
 * these two numbers decides what happens in it.
 */
const AGAIN = JSON.parse(process.env['SLIPWAY_STORY'] ?? '{}') as { readonly seed?: number; readonly path?: string }
const FULL = process.env['SLIPWAY_TEST'] === 'full'
const STORIES = FULL ? 500 : 80
jest.setTimeout(FULL ? 3_600_000 : 300_000)

afterEach(() => void jest.restoreAllMocks())

/** Plays a story on a clock and with a chance of its own. */
async function tell(at: Parameters<typeof play>[0], story: Story): Promise<readonly string[]> {
  using clock = virtualClock()
  jest.spyOn(Math, 'random').mockImplementation(chanceFrom(story.seed))
  return await play(at, story, clock)
}

describe.each([
  ['GitHub', githubAt],
  ['GitLab', gitlabAt]
] as const)('on %s', (_, at) => {
  test(`whatever crashes, breaks and runs at once, the end is one whole verified release or a clear refusal (${STORIES} stories)`, async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => void (await tell(at, story))),
      { numRuns: STORIES, seed: FULL ? 20_261_122 : 7, ...AGAIN }
    )
  })

  test('a story that is told again is the same to the millisecond', async () => {
    for (const story of fc.sample(stories, { seed: 3, numRuns: 3 }))
      expect(await tell(at, story)).toEqual(await tell(at, story))
  })
})

/** Stories that went wrong once, as they were told. */
const ONCE: readonly (readonly [what: string, story: Story])[] = [
  [
    'a late list shows an upload of another run as half there, which is whole and public by now',
    {
      seed: 156222430,
      lags: { releases: 0, release: 9, files: 11, tag: 4, latest: 0, downloads: 0 },
      setting: PLAIN,
      steps: [
        [
          { build: 'other', way: 'draft', late: 1, troubles: [] },
          { build: 'ours', way: 'public', late: 0, troubles: [] }
        ],
        [{ build: 'ours', way: 'public', late: 0, troubles: [] }]
      ]
    }
  ],
  [
    'a release is not to be seen everywhere yet when it is made the latest',
    {
      seed: 156222430,
      lags: { releases: 0, release: 60, files: 12, tag: 27, latest: 0, downloads: 0 },
      setting: { ...PLAIN, begun: true, disobeyed: true },
      steps: [
        [
          { build: 'ours', way: 'public', late: 0, troubles: [['release', 0, 'silence-after']] },
          { build: 'other', way: 'draft', late: 2, troubles: [] },
          { build: 'ours', way: 'public', late: 0, troubles: [] }
        ],
        [
          { build: 'ours', way: 'public', late: 0, troubles: [['any', 5, 'crash-before']] },
          { build: 'ours', way: 'public', late: 0, troubles: [] }
        ]
      ]
    }
  ]
]

test.each(ONCE)('on GitHub, %s', async (_, story) => void (await tell(githubAt, story)))

describe.each([
  ['GitHub', githubAt],
  ['GitLab', gitlabAt]
] as const)('on %s, where a read is half an hour behind', (_, at) => {
  const contents = withSums({ 'demo.txt': 'demo', 'notes.txt': 'read me' })
  const behind = (clock: Clock, reader: Reader): Stage =>
    stageFor(at, { setting: PLAIN, lags: { ...NO_LAG, [reader]: 1800 }, mixed: false }, clock, () => 0.999)
  const later = (clock: Clock): Promise<void> =>
    clock.live(new Promise<void>((wake) => void setTimeout(wake, 1_800_000)))

  test.each(['release', 'downloads'] as const)(
    'a release that was published is not taken back for it (%s): the run says what it asked, and the next one looks again',
    async (reader) => {
      using clock = virtualClock()
      const stage = behind(clock, reader)
      const { as, wire } = await clock.live(stage.publish(contents, []))
      expect(as).toMatchObject({ kind: 'host', code: 'not-seen' })
      const lines = (as as Failure).message.split('\n').slice(1)
      expect(lines.length).toBeGreaterThanOrEqual(10)
      for (const line of lines) expect(line).toMatch(/^2026-01-01T\d\d:\d\d:\d\dZ ./)
      const published = wire.sent.findLast(({ method }) => method !== 'GET')
      expect(Date.now() - (published?.at ?? 0)).toBeGreaterThanOrEqual(300_000)
      expect(await stage.place.visible()).toEqual(contents)
      expect(stage.place.marked()).toBe(false)
      expect(await stage.place.latest()).toBe('v1.0.0')

      await later(clock)
      const again = await clock.live(stage.publish(contents, []))
      expect(again.as).toBe('released')
      expect(again.wire.sent.filter(({ method, target }) => method !== 'GET' && !target.endsWith('notes'))).toEqual([])
    }
  )

  test('files that are not listed after their upload keep the release unseen, and are not uploaded again', async () => {
    using clock = virtualClock()
    const stage = behind(clock, 'files')
    const first = await clock.live(stage.publish(contents, []))
    expect(first.as).toMatchObject({ kind: 'host', message: expect.stringContaining('Asked 10 times') })
    expect(await stage.place.visible()).toBeUndefined()

    // On GitHub even the new draft is not known at first, and nothing is uploaded.
    const runs = [first]
    for (let run = 0; run < 2; run++) {
      await later(clock)
      runs.push(await clock.live(stage.publish(contents, [])))
    }
    const uploads = runs.flatMap(({ wire }) => wire.sent.filter(({ upload }) => upload))
    expect(uploads).toHaveLength(Object.keys(contents).length)
    expect(await stage.place.visible()).toEqual(contents)
  })
})

describe.each([
  ['GitHub', githubAt],
  ['GitLab', gitlabAt]
] as const)('on %s, where one read comes changed, or lists come empty', (_, at) => {
  const contents = withSums({ 'demo.txt': 'demo', 'notes.txt': 'read me' })
  const run = async (troubles: readonly Hit[]) => {
    using clock = virtualClock()
    const stage = stageFor(at, { setting: PLAIN, lags: NO_LAG, mixed: false }, clock, () => 0.5)
    const ended = await clock.live(stage.publish(contents, troubles))
    return { ended, stage }
  }

  test('whichever read after publishing it is, the release is looked at again, and stays', async () => {
    const { sent } = (await run([])).ended.wire
    const shown = sent.findIndex(({ published }) => published)
    const reads = sent.flatMap(({ method }, i) => (i > shown && method === 'GET' ? [i] : []))
    expect(reads.length).toBeGreaterThan(8)
    for (const read of reads) {
      const { ended, stage } = await run([['any', read, 'garbled']])
      expect([sent[read]?.target, ended.as, stage.place.marked()]).toEqual([sent[read]?.target, 'released', false])
      expect(await stage.place.visible()).toEqual(contents)
    }
  })

  test('lists of files that are empty for a minute take nothing back and upload nothing twice, whenever it begins', async () => {
    const { sent } = (await run([])).ended.wire
    for (const begins of sent.keys()) {
      const { ended, stage } = await run([['any', begins, 'emptied']])
      const uploads = ended.wire.sent.filter(({ upload }) => upload)
      expect([sent[begins]?.target, ended.as, stage.place.marked(), uploads.length]).toEqual([
        sent[begins]?.target,
        'released',
        false,
        Object.keys(contents).length
      ])
    }
  })
})

test.each([
  [100, 200],
  [999, 7500]
])(
  '%d files go to GitHub no faster than it allows, no slower than they must (%d s), and a second run writes nothing',
  async (count, seconds) => {
    using clock = virtualClock()
    const stage = stageFor(githubAt, { setting: PLAIN, lags: NO_LAG, mixed: false, prompt: true }, clock, () => 0)
    const files = withSums(
      Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [`file-${i}.txt`, `content ${i}`]))
    )
    const start = Date.now()
    const { as, wire } = await clock.live(stage.publish(files, []))
    expect(as).toBe('released')
    expect(wire.sent.filter(({ upload }) => upload)).toHaveLength(count)
    expect(tooFast(wire)).toEqual([])
    const took = (Date.now() - start) / 1000
    expect(took).toBeLessThan(seconds)
    expect(took).toBeGreaterThanOrEqual(estimateUploads(count))
    expect(await stage.place.visible()).toEqual(files)

    const before = JSON.stringify(stage.place.platform.state)
    const again = await clock.live(stage.publish(files, []))
    expect(again.as).toBe('released')
    expect(
      again.wire.sent.filter(({ method, target }) => method !== 'GET' && !target.endsWith('/generate-notes'))
    ).toEqual([])
    expect(JSON.stringify(stage.place.platform.state)).toBe(before)
    expect(stage.place.platform.violations).toEqual([])
  }
)
