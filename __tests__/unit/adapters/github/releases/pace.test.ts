import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { paceUploads } from '../../../../../src/adapters/github/releases/pace.ts'

beforeEach(() => void jest.useFakeTimers({ now: 0 }))
afterEach(() => void jest.useRealTimers())

/** When each of so many uploads begins, in milliseconds, by who waits as told and needs no time itself. */
const startsOf = (uploads: number): readonly number[] => {
  const pace = paceUploads(1000)
  return Array.from({ length: uploads }, () => {
    jest.setSystemTime(Date.now() + pace())
    return Date.now()
  })
}
const most = (starts: readonly number[], ms: number): number =>
  Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + ms).length))

test('uploads keep below what GitHub publishes for a minute and for an hour, each counted twice a minute', () => {
  const starts = startsOf(1000)
  expect(2 * most(starts, 60_000)).toBeLessThanOrEqual(80)
  expect(most(starts, 3_600_000)).toBeLessThanOrEqual(500)
})

test('uploads wait no longer than they must: a release of the usual size not at all', () => {
  expect(startsOf(38).at(-1)).toBe(0)
  expect(startsOf(39).at(-1)).toBe(60_000)
})
