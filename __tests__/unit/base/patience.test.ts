import { describe, expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { AFTER_A_WRITE, lookPatiently, type Look, type Patience } from '../../../src/base/patience.ts'

const wrong = (digest: string): Look<string> => ({ seen: 'wrong', failure: new Failure('verification', digest) })
const missing: Look<string> = { seen: 'missing', what: 'no file a.zip' }
const right: Look<string> = { seen: 'right', value: 'whole' }
const deaf = (): Promise<never> => Promise.reject(new Failure('host', 'no answer from github.example'))

/** Shows what the looks show, the last one for ever, and how long was waited between them. */
async function looking(looks: readonly (Look<string> | (() => Promise<never>))[], patience: Patience = AFTER_A_WRITE) {
  const waited: number[] = []
  let count = 0
  const sight = await lookPatiently<string>(
    async () => {
      const look = looks[Math.min(count++, looks.length - 1)] ?? missing
      return typeof look === 'function' ? await look() : look
    },
    async (seconds) => void waited.push(seconds),
    patience
  )
  return { sight, waited, count }
}

test('what is right at the first look needs no second one', async () => {
  expect(await looking([right])).toEqual({ sight: right, waited: [], count: 1 })
})

test('what is missing is looked for again, for five minutes', async () => {
  const { sight, waited } = await looking([missing])
  expect(sight).toMatchObject({ seen: 'missing', what: 'no file a.zip' })
  expect(waited.reduce((sum, each) => sum + each)).toBe(300)
})

test('what was asked is told with its time', async () => {
  const { sight } = await looking([missing, deaf, missing], { missing: [1, 1], wrong: 1 })
  expect(sight).toMatchObject({
    asked: [
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ no file a\.zip$/),
      expect.stringMatching(/Z no answer from github\.example$/),
      expect.stringMatching(/Z no file a\.zip$/)
    ]
  })
})

describe('something else', () => {
  test('is believed when three looks agree', async () => {
    expect(await looking([wrong('1')])).toMatchObject({ sight: { seen: 'wrong' }, waited: [15, 15], count: 3 })
  })

  test('is not believed for one look, nor for two', async () => {
    expect((await looking([wrong('1'), right])).sight.seen).toBe('right')
    expect((await looking([wrong('1'), missing, wrong('1'), right])).sight.seen).toBe('right')
  })

  test('is not believed when it is another thing each time', async () => {
    let count = 0
    const sight = await lookPatiently<string>(
      async () => wrong(String(count++)),
      async () => undefined,
      AFTER_A_WRITE
    )
    expect(sight.seen).toBe('missing')
    expect(count).toBeGreaterThan(10)
  })
})

test('what is no refusal of the platform ends it at once', async () => {
  const bug = (): Promise<never> => Promise.reject(new TypeError('a bug'))
  await expect(looking([missing, bug])).rejects.toThrow('a bug')
  const forbidden = (): Promise<never> => Promise.reject(new Failure('environment', '401', { hint: 'A token.' }))
  await expect(looking([forbidden])).rejects.toThrow('401')
})
