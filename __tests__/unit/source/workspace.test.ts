import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { explainWorkspace } from '../../../src/source/workspace.ts'
import { memoryFiles } from '../../fakes/files.ts'

const MISSING =
  'example.com/lib/sub cannot be built for linux/amd64: cannot find module providing package example.com/lib/sub: import lookup disabled by -mod=readonly'

/** What a person is told of this error, where the repository has these files. */
async function advise(held: Readonly<Record<string, string>>, moduleDir = '', message = MISSING): Promise<unknown> {
  const files = memoryFiles()
  for (const [path, text] of Object.entries(held)) await files.write(`/work/${path}`, text)
  const committed = Object.keys(held).map((path) => ({ mode: '100644', object: 'a'.repeat(40), path }))
  const error = new Failure('input', message, { hint: 'Run `go mod tidy`.' })
  return await explainWorkspace(
    { files, root: '/work' },
    committed,
    moduleDir
  )(error).catch((told: unknown) => (told instanceof Failure ? told.hint : told))
}

test.each([
  ['', 'lib/go.mod', 'example.com/lib is a module of this repository (lib), and a release is built without go.work.'],
  ['', 'lib/go.mod', '`require example.com/lib v0.0.0` and `replace example.com/lib => ./lib`'],
  ['cmd/tool', 'lib/go.mod', 'Say it in cmd/tool/go.mod: '],
  ['cmd/tool', 'lib/go.mod', '`replace example.com/lib => ../../lib`'],
  ['cmd', 'go.mod', '(its root)'],
  ['cmd', 'go.mod', '`replace example.com/lib => ..`']
])('from the module in %j, one in %s is found: %s', async (moduleDir, path, says) => {
  const own = { [`${moduleDir ? `${moduleDir}/` : ''}go.mod`]: 'module example.com/app\n' }
  expect(await advise({ ...own, [path]: 'module example.com/lib\n' }, moduleDir)).toContain(says)
})

test.each([
  ['whose name only begins the same', { 'go.mod': 'module example.com/app\n', 'li/go.mod': 'module example.com/li\n' }],
  ['that is no module', { 'go.mod': 'module example.com/app\n', 'lib/go.mod': 'nothing\n' }],
  ['that is the module itself', { 'go.mod': 'module example.com/lib\n' }]
])('one %s is not what is missing', async (_, held) => {
  expect(await advise(held)).toBe('Run `go mod tidy`.')
})

test('the vendor folder of a workspace is told, and one of the module is not', async () => {
  const own = { 'go.mod': 'module example.com/app\n' }
  expect(await advise({ ...own, 'vendor/modules.txt': '## workspace\n# example.com/lib v0.0.0\n' })).toMatch(
    /^vendor is that of a workspace \(go work vendor\)/
  )
  expect(await advise({ ...own, 'vendor/modules.txt': '# example.com/lib v0.0.0\n' })).toBe('Run `go mod tidy`.')
})

test('what is no mistake of the module stays as it is', async () => {
  const refused = new Failure('verification', MISSING, {})
  const told = explainWorkspace({ files: memoryFiles(), root: '/work' }, [], '')(refused)
  await expect(told).rejects.toBe(refused)
})
