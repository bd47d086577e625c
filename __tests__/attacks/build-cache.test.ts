import { afterAll, expect, jest, test } from '@jest/globals'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { slipway, succeeded } from '../fakes/cli.ts'
import { BARE, git, repository, workspace, write } from '../fakes/repository.ts'

// Compiles what a program of one line is made of twice, from an empty cache: without that there is no cache to poison.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

const OURS = 'a-program-of-the-commit'
const THEIRS = 'a-program-of-eve-instead'
const program = (says: string): string => `package main\n\nfunc main() { println("${says}") }\n`

/** Every entry of a build cache of go whose object holds a text: its file, and what it says. */
async function entriesOf(cache: string, text: string) {
  const names = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('-a'))
  const entries = await Promise.all(
    names.map(async (name) => {
      const says = await readFile(join(cache, name), 'utf8')
      const [, , output = ''] = says.split(' ')
      const bytes = await readFile(join(cache, output.slice(0, 2), `${output}-d`)).catch(() => Buffer.alloc(0))
      return { name, says, holds: bytes.includes(text) && bytes.subarray(0, 7).toString() === '!<arch>' }
    })
  )
  return entries.filter(({ holds }) => holds)
}

test('a job before left another object for the program in the build cache: a release in a job does not ship it', async () => {
  const { path } = stack.use(await workspace())
  const [work, cache] = [join(path, 'work'), join(path, 'cache')]
  await repository(work, { ...BARE, 'main.go': program(OURS), 'slipway.yaml': 'rebuild: 0\nkubernetes: none\n' })
  const build = async (out: string) =>
    succeeded(
      await slipway(['build', '--targets', 'linux/amd64', '--out', out], { cwd: work, env: { GOCACHE: cache } })
    )
  await build(join(path, 'first'))
  await write(work, { 'main.go': program(THEIRS) })
  await build(join(path, 'second'))
  await git(work, 'checkout', '--quiet', 'main.go')
  const [ours, theirs] = [await entriesOf(cache, OURS), await entriesOf(cache, THEIRS)]
  expect([ours.length, theirs.length]).toEqual([1, 1])
  for (const { name, says } of ours) {
    const [version = '', action = ''] = says.split(' ')
    await writeFile(join(cache, name), [version, action, ...(theirs[0]?.says.split(' ').slice(2) ?? [])].join(' '))
  }

  const shipped = async (out: string, ...flags: readonly string[]) => {
    const to = ['--targets', 'linux/amd64', '--sign', 'none', '--to', join(path, `to-${out}`)]
    const said = succeeded(
      await slipway(['release', ...to, '--out', join(path, out), ...flags], {
        cwd: work,
        env: { GOCACHE: cache, GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0' }
      })
    )
    const bytes = await readFile(join(path, out, 'bin/linux_amd64/hello'))
    return { said, program: [OURS, THEIRS].filter((text) => bytes.includes(text)) }
  }
  // The attack works where the cache is shared: else the rest proves nothing.
  const shared = await shipped('shared', '--build-cache', 'shared')
  expect(shared.program).toEqual([THEIRS])
  expect(shared.said).toMatch(/cache +the user's build cache \(build-cache is shared\)/)
  const own = await shipped('own')
  expect(own.program).toEqual([OURS])
  expect(own.said).toMatch(/cache +an empty build cache of this run \(a release in a CI job\)/)
  expect((await readdir(join(path, 'own'))).filter((name) => name.includes('build-cache'))).toEqual([])
})
