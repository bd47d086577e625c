import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { CODES } from '../../../src/base/error-codes.ts'
import { EXIT, Failure } from '../../../src/base/errors.ts'

const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url))

/** Each code that something fails with, with the kind that it fails with. */
async function used(): Promise<readonly (readonly [code: string, kind: string])[]> {
  const names = (await readdir(SOURCES, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(names.map((name) => readFile(join(SOURCES, name), 'utf8')))
  const failures = texts
    .flatMap((text) => text.split('new Failure(').slice(1))
    .flatMap((rest) => {
      const [, kind = ''] = /^\s*'(\w+)'/.exec(rest) ?? []
      const [, code] = /\bcode: '([\w-]+)'/.exec(rest) ?? []
      return code === undefined ? [] : [[code, kind] as const]
    })
  // What refuses an old Node is no TypeScript.
  const entry = await readFile(join(SOURCES, 'entry.js'), 'utf8')
  const refusals = [...entry.matchAll(/code: '([\w-]+)', kind: '(\w+)'/g)]
  return [...failures, ...refusals.map(([, code = '', kind = '']) => [code, kind] as const)]
}

test('every code that the list promises is one that something fails with, and of that kind', async () => {
  const found = await used()
  const promised = Object.keys(CODES).filter((code) => !Object.hasOwn(EXIT, code))
  expect(promised.filter((code) => !found.some(([each]) => each === code))).toEqual([])
  for (const [code, kind] of found) expect(CODES).toHaveProperty([code, 'kind'], kind)
})

test('a failure without a code of its own has that of its kind', () => {
  expect(new Failure('host', 'refused').code).toBe('host')
  expect(new Failure('input', 'no', { code: 'dirty-tree', hint: 'Commit.' }).code).toBe('dirty-tree')
})

test('whose move it is by its kind is told what to do, or it does not compile', () => {
  // @ts-expect-error an 'input' failure without a hint
  expect(new Failure('input', 'no')).toBeInstanceOf(Failure)
  // @ts-expect-error an 'environment' failure without a hint
  expect(new Failure('environment', 'no', { cause: 'x' })).toBeInstanceOf(Failure)
})

test('a failure that is told with more stays what it was', () => {
  const first = new Failure('input', 'no', { code: 'dirty-tree', hint: 'Commit.' })
  const more = new Failure(first, 'the baseline: no', { cause: first })
  expect(more).toMatchObject({ kind: 'input', code: 'dirty-tree', hint: 'Commit.', message: 'the baseline: no' })
  expect(new Failure(first, 'no', { hint: 'Commit it.' }).hint).toBe('Commit it.')
})

test('every kind of failure is a code, and has an exit status that no other kind has', () => {
  for (const kind of Object.keys(EXIT)) expect(CODES).toHaveProperty([kind, 'kind'], kind)
  expect(new Set(Object.values(EXIT)).size).toBe(Object.keys(EXIT).length)
})
