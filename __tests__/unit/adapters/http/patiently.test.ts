import { describe, expect, test } from '@jest/globals'
import { askPatiently, readPause, type Trouble } from '../../../../src/adapters/http/patiently.ts'

const { signal } = new AbortController()

/** Asks what fails so often with one trouble, and resolves with how it ended and what was waited for. */
async function ask(trouble: Trouble, failures: number, repeatable: boolean) {
  const waited: number[] = []
  const warned: string[] = []
  let asked = 0
  const ended = await askPatiently(
    () => (asked++ < failures ? Promise.reject(new Error('no')) : Promise.resolve('yes')),
    {
      platform: 'GitHub',
      repeatable,
      limitPause: () => 60,
      judge: () => trouble,
      wait: async (seconds) => void waited.push(seconds),
      warn: (line) => void warned.push(line)
    },
    signal
  ).catch((error: unknown) => String(error))
  return { ended, asked, waited, warned }
}

test.each<[string, Trouble, boolean, number, readonly number[]]>([
  ['a limit with its time', { kind: 'limit', after: 7 }, false, 2, [7, 7]],
  ['a limit without a time', { kind: 'limit', after: undefined }, false, 2, [60, 60]],
  ['a limit of no seconds', { kind: 'limit', after: 0 }, false, 1, [1]],
  ['a trouble that passes', { kind: 'passing', after: undefined }, true, 3, [1, 4, 9]],
  ['a trouble that names a time', { kind: 'passing', after: 5 }, true, 1, [5]]
])('%s is waited for', async (_, trouble, repeatable, failures, waited) => {
  expect(await ask(trouble, failures, repeatable)).toMatchObject({ ended: 'yes', asked: failures + 1, waited })
})

test.each<[string, Trouble, boolean, number]>([
  ['a refusal', { kind: 'final' }, true, 1],
  ['a trouble that may have had an effect', { kind: 'passing', after: undefined }, false, 1],
  ['a limit that ends later than in two minutes', { kind: 'limit', after: 121 }, true, 1],
  ['a trouble that ends later than that', { kind: 'passing', after: 121 }, true, 1],
  ['a limit that never ends', { kind: 'limit', after: 1 }, true, 4]
])('%s ends it', async (_, trouble, repeatable, asked) => {
  expect(await ask(trouble, Infinity, repeatable)).toMatchObject({ ended: 'Error: no', asked })
})

test('a pause that a platform asks for is told, and one of our own is not', async () => {
  expect((await ask({ kind: 'limit', after: undefined }, 1, false)).warned).toEqual(['GitHub asks for a pause of 60 s'])
  expect((await ask({ kind: 'passing', after: undefined }, 1, true)).warned).toEqual([])
})

test('what is cancelled is not asked again, and ends with the reason', async () => {
  const ending = new AbortController()
  const asked = askPatiently(
    () => {
      ending.abort(new Error('cancelled'))
      return Promise.reject(new Error('no'))
    },
    {
      platform: 'GitLab',
      repeatable: true,
      limitPause: () => 1,
      judge: () => ({ kind: 'limit', after: 1 }),
      wait: () => Promise.resolve(),
      warn: () => undefined
    },
    ending.signal
  )
  await expect(asked).rejects.toThrow('cancelled')
})

describe('the pause that an answer asks for', () => {
  const NOW = Date.UTC(2026, 0, 1)
  const inSeconds = (seconds: number): string => String(NOW / 1000 + seconds)

  test.each<[string | undefined, string | undefined, number | undefined]>([
    ['30', undefined, 30],
    ['0', undefined, 1],
    [new Date(NOW + 9000).toUTCString(), undefined, 9],
    ['soon', inSeconds(40), 40],
    ['5', inSeconds(40), 5],
    [undefined, inSeconds(40), 40],
    [undefined, inSeconds(-40), 1],
    [undefined, new Date(NOW + 50_000).toUTCString(), 50],
    [undefined, 'soon', undefined],
    [undefined, undefined, undefined]
  ])('of Retry-After %s and a reset at %s', (retryAfter, reset, expected) => {
    expect(readPause({ retryAfter, reset }, NOW)).toBe(expected)
  })
})
