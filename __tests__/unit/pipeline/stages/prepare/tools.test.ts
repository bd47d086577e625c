import { expect, test } from '@jest/globals'
import { locateTools, type ToolPlaces } from '../../../../../src/pipeline/stages/prepare/tools.ts'

/** Paths with where they really lie. */
const places = (real: Readonly<Record<string, string>>): ToolPlaces => ({
  files: {
    real: (path) => Promise.resolve(real[path]),
    digest: (path) => Promise.resolve(real[path] === undefined ? undefined : { sha256: 'a'.repeat(64), size: 1 })
  },
  ...{ go: '/cache/go/1.26.8/x64/bin/go', path: 'relative:/home/me/bin:/opt/node/bin:/usr/bin', home: '/home/me' },
  windows: false
})
const steps = (...run: readonly string[]) => [{ run, makes: ['x'], network: false }]

test.each([
  { run: 'sh', real: { '/usr/bin/sh': '/usr/bin/dash' }, path: '/usr/bin/sh', reads: [] },
  {
    run: 'npm',
    real: { '/opt/node/bin/npm': '/opt/node/lib/node_modules/npm/bin/npm-cli.js' },
    path: '/opt/node/bin/npm',
    reads: ['/opt/node']
  },
  // A home, and a folder right in it, hold more than a program.
  { run: 'own', real: { '/home/me/bin/own': '/home/me/bin/own' }, path: '/home/me/bin/own', reads: ['/home/me/bin'] },
  {
    run: 'linked',
    real: { '/home/me/bin/linked': '/home/me/.local/bin/linked' },
    path: '/home/me/bin/linked',
    reads: ['/home/me/bin', '/home/me/.local/bin']
  },
  {
    run: 'go',
    real: { '/cache/go/1.26.8/x64/bin/go': '/cache/go/1.26.8/x64/bin/go' },
    path: '/cache/go/1.26.8/x64/bin/go',
    reads: ['/cache/go/1.26.8/x64']
  }
])('of $run a step sees what it was installed with, and nothing of a home', async ({ run, real, path, reads }) => {
  expect(await locateTools(places(real), steps(run, 'x'))).toEqual([{ name: run, path, reads, sha256: 'a'.repeat(64) }])
})

test('a program of the checkout, or one that is built, is none of this machine', async () => {
  expect(await locateTools(places({}), [...steps('./make.sh'), ...steps('{program}', 'man')])).toEqual([])
})

test('a folder of PATH that is relative does not count', async () => {
  await expect(locateTools(places({ 'relative/tool': '/x' }), steps('tool'))).rejects.toMatchObject({
    kind: 'environment',
    message: 'prepare[0] (tool) starts tool, which is not on PATH'
  })
})
