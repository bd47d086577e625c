import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

/** A sentence that claims protection, with the tests that it names. */
interface Claim {
  readonly text: string
  readonly tests: readonly { readonly file: string; readonly title: string }[]
}

const page = await read('docs/security.md')
/** The items of the lists under such a word. */
const itemsUnder = (word: string): readonly string[] =>
  [...page.matchAll(/^What (stops it|does not):\n\n((?:- .*\n)+)/gm)]
    .filter(([, found]) => found === word)
    .flatMap(([, , list = '']) => list.trimEnd().split('\n'))

const claims = itemsUnder('stops it').map((text): Claim => {
  const [, shown = ''] = text.split(' Shown by ')
  return {
    text,
    tests: [...shown.matchAll(/`([\w/-]+\.test\.ts)`: ((?:“[^”]+”(?:; )?)+)/g)].flatMap(([, file = '', titles = '']) =>
      [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title }))
    )
  }
})

test('the threat model has somebody for every way in, and says of each what does not stop them', () => {
  const actors = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
  expect(actors.length).toBeGreaterThanOrEqual(7)
  expect(page.match(/^What stops it:$/gm)).toHaveLength(actors.length)
  expect(page.match(/^What does not:$/gm)).toHaveLength(actors.length)
})

test('every sentence that claims protection names a test', () => {
  expect(claims.length).toBeGreaterThan(20)
  expect(claims.filter(({ tests }) => tests.length === 0)).toEqual([])
  // All that stands behind "Shown by" was read.
  for (const { text, tests } of claims) expect([text, text.split('“').length - 1]).toEqual([text, tests.length])
})

/** Whether a test with this title runs: a comment, a skipped test or another text does not count. */
const runs = (source: string, title: string): boolean =>
  [`'${title}'`, `"${title}"`, `\`${title}\``, `'${title.replaceAll("'", "\\'")}'`].some((form) =>
    source
      .split(form)
      .slice(0, -1)
      .some(
        (before) =>
          // `test(`, `test.each(table)(`, `needing(tool)(`, over two lines too; or the first cell of a row of a table; or an attack that is run.
          (/(\btest|[)\]`])\(\s*$/.test(before) ||
            (/\[\s*$/.test(before) && /\btest\.each\b/.test(before)) ||
            (/\battack:\s*$/.test(before) && /^attacks\(/m.test(source))) &&
          !/^\s*(\/\/|\*)/.test(before.split('\n').at(-1) ?? '')
      )
  )

test('a test that is skipped, commented out or only spoken of does not count', () => {
  expect(runs("test('a b', async () => {", 'a b')).toBe(true)
  expect(runs("test.each([1])(\n  'a b',", 'a b')).toBe(true)
  expect(runs("attack: 'a b',\n})\nattacks(TABLE, () => root)", 'a b')).toBe(true)
  for (const source of [
    "attack: 'a b'",
    "test.skip('a b', () => {",
    "// test('a b'",
    "test('c', () => say('a b'))",
    "xtest('a b'"
  ])
    expect([source, runs(source, 'a b')]).toEqual([source, false])
})

test('every test that is named is there, and runs', async () => {
  const missing: string[] = []
  for (const { file, title } of claims.flatMap(({ tests }) => tests)) {
    const source = await read(`__tests__/${file}`).catch(() => '')
    if (!runs(source, title)) missing.push(`${file}: ${title}`)
  }
  expect(missing).toEqual([])
})

test('no other sentence of the page claims protection', () => {
  const rest = page
    .split('\n')
    .filter((line) => !line.startsWith('- ') && !line.startsWith('#'))
    .join('\n')
  expect(rest.match(/\b(refuse[sd]?|prevents?|protected|is stopped|never)\b/g) ?? []).toEqual([])
  // What does not stop an attacker says so without a promise beside it.
  for (const item of itemsUnder('does not')) expect(item).not.toMatch(/ Shown by /)
})
