import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Evidence {
  readonly what: string
  readonly facts?: string
  readonly tests: Readonly<Record<string, string | readonly string[]>>
}

const ROOT = join(import.meta.dirname, '../..')
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const evidence = parse(text('__tests__/fixtures/failure-modes.yaml')) as readonly Evidence[]

/** The cells of the tables: what happens, what Slipway does, and the files of the tests. */
const rows = text('docs/failure-modes.md')
  .split('\n')
  .filter((line) => /^\| (?!-|what happens )/.test(line))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim())
  )

/** The incidents that happened to others, by the letter of their kind and how many there are of it. */
const INCIDENTS = { R: 9, P: 9, C: 5, T: 10, N: 9, A: 9, S: 8, F: 6, L: 7, K: 15, B: 9 }

/** Whether a file has a title (or the beginning of one, with …) or the name of a case, as a text of its own. */
function has(source: string, title: string): boolean {
  const begins = title.endsWith('…')
  const words = begins ? title.slice(0, -1) : title
  return [`'`, '"', '`'].some((quote) => {
    const written = quote === `'` ? words.replaceAll(`'`, `\\'`) : words
    return source.includes(`${quote}${written}${begins ? '' : quote}`)
  })
}

test('every row of docs/failure-modes.md is shown by tests that are there', () => {
  expect(evidence.map(({ what }) => what)).toEqual(rows.map(([what]) => what))
  const missing = evidence.flatMap(({ what, tests }) =>
    Object.entries(tests).flatMap(([file, titles]) => {
      const source = text(`__tests__/${file}.test.ts`)
      return [titles].flat().flatMap((title) => (has(source, title) ? [] : [`${what}: ${file}: ${title}`]))
    })
  )
  expect(missing).toEqual([])
})

test('and names them', () => {
  const named = rows.map(([what, , files]) => `${what}: ${files}`)
  expect(named).toEqual(evidence.map(({ what, tests }) => `${what}: ${Object.keys(tests).join(', ')}`))
})

test('every incident of the list behind it has a row', () => {
  const told = new Set(evidence.flatMap(({ facts }) => facts?.split(' ') ?? []))
  const all = Object.entries(INCIDENTS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => `${kind}${i + 1}`)
  )
  expect([...told].sort()).toEqual([...all].sort())
})
