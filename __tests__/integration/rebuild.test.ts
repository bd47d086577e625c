import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findBinaryDifference } from '../../src/go/inspect/difference.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { poison } from '../fakes/go-cache.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

// A build from an empty cache compiles what HELLO needs of the standard library.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

const release = (folder: string, ...flags: readonly string[]): Promise<Ran> =>
  slipway(
    ['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none', '--to', '../releases', ...flags],
    { cwd: folder }
  )

test('a release is built again in another folder with an empty cache before it is published, once', async () => {
  const folder = join(place, 'hello')
  await repository(folder, HELLO)
  expect(succeeded(await release(folder, '--rebuild', '1'))).toMatch(
    /^✓ rebuild +linux\/amd64 .* the same bytes from another folder and an empty cache$/m
  )
  expect(succeeded(await release(folder, '--rebuild', '1'))).toMatch(/^= rebuild +linux\/amd64 .* reused/m)
  expect((await readdir(join(folder, '.slipway'))).filter((name) => name.includes('scratch'))).toEqual([])
})

const SAID = 'said softly and often'

test('a build that takes from its surroundings is stopped before anything is public', async () => {
  // A build cache that somebody wrote to: the sources are the commit's, and another package is linked.
  const [folder, cache] = [join(place, 'poisoned'), join(place, 'cache')]
  await repository(folder, {
    ...HELLO,
    'main.go': `package main\n\nfunc main() { println("${SAID}") }\n`
  })
  const flags = ['--targets', 'linux/amd64']
  const options = { cwd: folder, env: { GOCACHE: cache } }
  succeeded(await slipway(['build', ...flags, '--out', '../first'], options))
  await poison(cache, SAID, SAID.toUpperCase())

  const run = await slipway(
    ['release', ...flags, '--kubernetes', 'none', '--sign', 'none', '--to', '../never', '--rebuild', 'all'],
    options
  )
  expect(run).toMatchObject({
    status: 5,
    stdout: expect.stringMatching(
      /error: hello for linux\/amd64 cannot be reproduced: section \.rodata: the first byte at \d+ of \d+ and \d+, with equal build info/
    )
  })
  expect(run.stdout).toContain('--rebuild 0')
  expect(await readdir(place)).not.toContain('never')
})

test('the first difference of two programs is named by what the go command wrote into them', async () => {
  const folder = join(place, 'twice')
  await repository(folder, HELLO)
  const build = async (name: string, ...flags: readonly string[]): Promise<Uint8Array> => {
    // The first program is a change of the work tree, which the second would say of itself.
    const argv = ['go', 'build', '-buildvcs=false', ...flags, '-o', name, '.']
    succeeded(await program(argv, { cwd: folder, env: { CGO_ENABLED: '0' } }))
    return await readFile(join(folder, name))
  }
  const plain = await build('plain', '-trimpath')
  const tagged = await build('tagged', '-trimpath', '-tags=extra')
  expect(findBinaryDifference(plain, plain)).toBeUndefined()
  expect(findBinaryDifference(plain, tagged)).toBe('build info: -tags is absent here and extra there')
  expect(findBinaryDifference(plain, Buffer.from('no program'))).toMatch(/^bytes: the first at 0 of \d+ and 10/)
})
