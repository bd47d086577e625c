import { expect, test } from '@jest/globals'
import { becomesLatest, isPrereleaseTag, settleLatestAgain } from '../../../src/publish/latest.ts'

const { signal } = new AbortController()

/** A platform with these releases, all stable that look so, that calls `now` the latest. */
function platform(tags: readonly string[], now: string | undefined) {
  const moved: string[] = []
  const publisher = {
    list: async () => tags.map((tag) => ({ tag, prerelease: tag.includes('-'), yanked: false })),
    wait: async () => undefined,
    latest: {
      by: 'GitHub',
      now: async () => moved.at(-1) ?? now,
      move: async (tag: string) => (moved.push(tag), [])
    }
  }
  return { moved, publisher }
}

test.each([
  ['v1.1.0', ['v1.0.0'], 'v1.0.0', true],
  ['v1.0.1', ['v1.1.0'], 'v1.1.0', false],
  ['v2.0.0-rc.1', ['v1.0.0'], 'v1.0.0', false],
  ['nightly', [], undefined, false],
  ['tools/v1.0.0', ['v1.0.0'], 'v1.0.0', false],
  ['tools/v1.1.0', ['tools/v1.0.0'], 'tools/v1.0.0', true],
  ['tools/v1.0.0', ['other/v3.0.0'], 'other/v3.0.0', false]
])('%s beside %j, of which %s is the latest: does it become it? %s', async (tag, others, now, becomes) => {
  const { publisher } = platform(others, now)
  expect(await becomesLatest(publisher, { tag, prerelease: isPrereleaseTag(tag) }, signal)).toBe(becomes)
})

const HOUR = 3_600_000

test.each([
  ['an hour ago', HOUR, true],
  ['almost a day ago', 23 * HOUR, true],
  ['two days ago', 48 * HOUR, false],
  ['nobody knows when', undefined, false]
])('of a release that was published %s, another latest release is mended, or only told', async (_, age, mended) => {
  const { moved, publisher } = platform(['v1.0.0', 'v0.9.0'], 'v0.9.0')
  const warned: string[] = []
  await settleLatestAgain(publisher, { tag: 'v1.0.0', latest: true, age }, (line) => warned.push(line), signal)
  expect(moved).toEqual(mended ? ['v1.0.0'] : [])
  expect(warned).toEqual([
    mended
      ? 'GitHub had called v0.9.0 the latest release: v1.0.0 is it now'
      : expect.stringContaining('somebody may have chosen it since v1.0.0 was published')
  ])
})
