import { expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether src has a file or a folder of the path that a unit test has. */
const isMirrored = (test: string): boolean => {
  const path = join('src', test.replace(/\.test\.ts$/, ''))
  return existsSync(path) || existsSync(`${path}.ts`)
}

test('unit tests mirror src: each is named like the file or the folder that it is about', async () => {
  const files = await readdir('__tests__/unit', { recursive: true })
  const tests = files.filter((name) => name.endsWith('.ts'))
  expect(tests.length).toBeGreaterThan(70)
  expect(tests.filter((name) => !isMirrored(name))).toEqual([])
})

test('a test about nothing of src is found', () => {
  expect(isMirrored('plan/plan.test.ts')).toBe(true)
  expect(isMirrored('facts/platforms.test.ts')).toBe(true)
  expect(isMirrored('pipeline/stages/prove.test.ts')).toBe(true)
  expect(isMirrored('plan/around.test.ts')).toBe(false)
  expect(isMirrored('plan/helpers.ts')).toBe(false)
})
