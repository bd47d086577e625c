import { expect, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'

const SRC = resolve('src')

/** What each file of src takes from others, types too: `pipeline/release.ts` → `pipeline/stages/build.ts`. */
async function imports(): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = (await readdir(SRC, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(SRC, file), 'utf8')
      const from = [...text.matchAll(/^(?:import|export)\s[^']*?from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm)]
      const there = from.map(([, still, later]) => join(SRC, dirname(file), still ?? later ?? ''))
      return [slashes(file), there.map((path) => slashes(relative(SRC, path)))] as const
    })
  )
  return new Map(found)
}

const slashes = (path: string): string => path.split(sep).join('/')

/** A way from the file back to itself, or undefined. */
function circle(start: string, graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const before = new Map<string, string>()
  const open = [start]
  for (let at = open.shift(); at !== undefined; at = open.shift())
    for (const next of graph.get(at) ?? []) {
      if (next === start) return way(at)
      if (before.has(next)) continue
      before.set(next, at)
      open.push(next)
    }
  return undefined

  function way(end: string): readonly string[] {
    const steps = [start, end]
    for (let at = before.get(end); at !== undefined && at !== start; at = before.get(at)) steps.splice(1, 0, at)
    return [...steps, start]
  }
}

test('src is read one way: no file takes anything from itself by way of others', async () => {
  const graph = await imports()
  expect(graph.size).toBeGreaterThan(300)
  expect(graph.get('pipeline/release.ts')).toContain('pipeline/stages/build.ts')
  const circles = [...graph.keys()].map((file) => circle(file, graph)).filter((found) => found !== undefined)
  expect(circles).toEqual([])
})

test('a circle is found, through any number of files', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['d']],
    ['d', ['a']]
  ])
  expect(circle('a', graph)).toEqual(['a', 'b', 'd', 'a'])
  expect(circle('a', new Map([...graph, ['d', []]]))).toBeUndefined()
})

test('a unit test lies where the file lies that it is about; what outsiders write goes through many', async () => {
  const tests = (await readdir(resolve('__tests__/unit'), { recursive: true })).filter((name) =>
    name.endsWith('.test.ts')
  )
  const sources = new Set((await readdir(SRC, { recursive: true })).map(slashes))
  const subjects = tests.map((name) => slashes(name).replace(/\.test\.ts$/, ''))
  expect(subjects.length).toBeGreaterThan(80)
  expect(
    subjects.filter((name) => !sources.has(`${name}.ts`) && !sources.has(name) && !/\/hostile\b/.test(name))
  ).toEqual([])
})
