import { describe, expect, test } from '@jest/globals'
import { parseRetryAfter } from '../../../../src/adapters/http/pause.ts'

describe('a Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')

  test.each([
    ['120', 120],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    ['Thu, 01 Jan 2025 00:00:30 GMT', 0],
    ['soon', undefined]
  ])('of %j means %s seconds', (text, seconds) => {
    expect(parseRetryAfter(text, now)).toBe(seconds)
  })
})
