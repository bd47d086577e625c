import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { estimateUploads, paceUploads, paceWrites } from '../../../../../src/adapters/github/releases/pace.ts'

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

test.each([
  [0, 0],
  [10, 10],
  [38, 38],
  [39, 61],
  [480, 744],
  [481, 3601],
  [999, 7261]
])('%d uploads are said to take %d s', (uploads, seconds) => {
  expect(estimateUploads(uploads)).toBe(seconds)
})

test('writes go one at a time, each a second after the one before, however long they take', async () => {
  const pace = paceWrites(1000)
  const { signal } = new AbortController()
  const sent: number[] = []
  const write = (ms: number): Promise<void> =>
    pace(async () => {
      sent.push(Date.now())
      await new Promise((done) => setTimeout(done, ms))
    }, signal)
  const all = Promise.all([write(10), write(2500), write(10), write(10)])
  await jest.advanceTimersByTimeAsync(10_000)
  await all
  expect(sent).toEqual([0, 1000, 3500, 4500])
})

test('a write that is cancelled while it waits for its turn is not sent', async () => {
  const pace = paceWrites(1000)
  const ending = new AbortController()
  await pace(() => Promise.resolve(), ending.signal)
  let sent = false
  const waiting = pace(async () => void (sent = true), ending.signal)
  ending.abort(new Error('cancelled'))
  await expect(waiting).rejects.toThrow('cancelled')
  expect(sent).toBe(false)
})
