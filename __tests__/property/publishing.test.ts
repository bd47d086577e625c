import { afterEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { virtualClock } from '../fakes/platform/virtual-clock.ts'
import { githubAt, gitlabAt } from './place.ts'
import { chanceFrom, play, stageFor, stories, tooFast, withSums, type Story } from './story.ts'

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

test('a hundred files go to GitHub no faster than it allows, and no slower than they must', async () => {
  using clock = virtualClock()
  const stage = stageFor(githubAt, { strict: false, begun: false, weak: false, old: false }, clock, () => 0)
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`file-${i}.txt`, `content ${i}`]))
  const start = Date.now()
  const { as, wire } = await clock.live(stage.publish(withSums(files), []))
  expect(as).toBe('released')
  expect(wire.sent.filter(({ upload }) => upload)).toHaveLength(101)
  expect(tooFast(wire)).toEqual([])
  expect(Date.now() - start).toBeLessThan(200_000)
  expect(stage.place.platform.violations).toEqual([])
})
