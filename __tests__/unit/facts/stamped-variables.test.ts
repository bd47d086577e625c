import { expect, test } from '@jest/globals'
import { judgeStamps } from '../../../src/facts/stamped-variables.ts'

const SOURCES: Readonly<Record<string, string>> = {
  '/m/main.go': 'package main\n\nvar number = 3\n\nvar text string\n'
}
const files = {
  names: () => Promise.resolve(Object.keys(SOURCES).map((path) => path.slice('/m/'.length))),
  read: (path: string) => Promise.resolve(SOURCES[path] === undefined ? undefined : Buffer.from(SOURCES[path]))
}
const judge = (...settings: readonly { main: string; stamps?: 'off'; ldflags: readonly string[] }[]) =>
  judgeStamps(files, {
    ...{ folder: '/m', module: 'example.com/m', mains: [{ dir: '.', importPath: 'example.com/m' }] },
    ...{ settings, made: [] }
  })

test('every program that is made of a main package is judged, for each of its targets', async () => {
  const good = { main: '.', ldflags: ['-X main.text={env.A}'] }
  expect(await judge(good, good)).toEqual([])
  await expect(judge(good, { main: '.', ldflags: ['-X main.number=4'] })).rejects.toThrow(
    /sets strings alone, and -X names others: main\.number of \./
  )
  const gone = { main: '.', ldflags: ['-X main.gone=4'] }
  expect(await judge(gone, good, gone)).toEqual([
    'the linker sets main.gone of . in vain: there is no such variable in .'
  ])
})
