import { expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const ROOT = resolve('.')

/** Folders of the repository, and those of `__tests__` by which the docs name its files. */
const TOP = ['src', 'scripts', 'bench', 'docs', 'examples', 'templates', '__tests__']
const TESTS = [
  'unit',
  'contract',
  'integration',
  'bundle',
  'property',
  'kill',
  'repository',
  'fixtures',
  'fakes',
  'bed'
]
const PATH = new RegExp(`(?<![\\w./@:-])(?:${[...TOP, ...TESTS].join('|')})/[\\w@./-]*[\\w/]`, 'g')

/** Files and folders that a text names, as it names them. */
const pathsIn = (text: string): readonly string[] => [...new Set(text.match(PATH))]

const isThere = (path: string): boolean =>
  [path, join('__tests__', path), join('__tests__', `${path}.test.ts`)].some((each) => existsSync(join(ROOT, each)))

async function pages(): Promise<readonly string[]> {
  const docs = await readdir(join(ROOT, 'docs'), { recursive: true })
  return ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => join('docs', name))].filter((name) =>
    name.endsWith('.md')
  )
}

test('every file and folder that a page names is there', async () => {
  const named = await Promise.all(
    (await pages()).map(async (page) => {
      const paths = pathsIn(await readFile(join(ROOT, page), 'utf8'))
      return paths.map((path) => ({ page, path }))
    })
  )
  expect(named.flat().length).toBeGreaterThan(200)
  expect(named.flat().filter(({ path }) => !isThere(path))).toEqual([])
})

test('a file that is gone is found, however it is named', () => {
  const text =
    'See `src/no/such.ts`, unit/gone and https://example.invalid/src/other.ts; src/cli.ts is there, and so is kill/sweep.'
  expect(pathsIn(text)).toEqual(['src/no/such.ts', 'unit/gone', 'src/cli.ts', 'kill/sweep'])
  expect(pathsIn(text).filter((path) => !isThere(path))).toEqual(['src/no/such.ts', 'unit/gone'])
})
