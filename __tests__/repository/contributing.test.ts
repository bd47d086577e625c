import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { LEAST_NODE } from '../../src/config/slipway-version.ts'

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

test('CONTRIBUTING has every script of package.json in its table, and none that is not there', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  const table = [...(await read('CONTRIBUTING.md')).matchAll(/^\| `npm (?:run )?([\w:]+)` /gm)].map(([, name]) => name)
  // npm runs what begins with pre by itself.
  expect(table.sort()).toEqual(
    Object.keys(scripts)
      .filter((name) => !name.startsWith('pre'))
      .sort()
  )
})

test('each text that names the lowest Node version names the one of package.json', async () => {
  const { engines } = JSON.parse(await read('package.json')) as { engines: { node: string } }
  expect(engines.node).toBe(`>=${LEAST_NODE}`)
  for (const path of ['README.md', 'CONTRIBUTING.md', 'docs/gitlab.md', '.ci/run']) {
    const named = [...(await read(path)).matchAll(/Node ([\d.]+) or later/g)].map(([, version]) => version)
    expect([path, new Set(named)]).toEqual([path, new Set([LEAST_NODE])])
  }
})
