import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { slipway, succeeded } from '../fakes/cli.ts'
import { commit, HELLO, repository, workspace, write } from '../fakes/repository.ts'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

describe('what the go command said of a source', () => {
  let work: string
  beforeEach(async () => {
    work = join(stack.use(await workspace()).path, 'work')
    await repository(work, { ...HELLO, '.gitignore': '*.gen.go\n' })
    await build()
  }, 60_000)

  const build = async () => succeeded(await slipway(['build', '--targets', 'linux/amd64'], { cwd: work }))
  /** One record for each time that it had to be asked and the answer could be kept. */
  const records = async () =>
    (await readdir(join(work, '.slipway/steps'))).filter((name) => name.startsWith('analysis-')).length

  test('holds for the next commit that changes functions, which is compiled all the same', async () => {
    await write(work, { 'main.go': `${HELLO['main.go']}\nfunc more() {}\n`, 'notes.md': 'not Go\n' })
    await commit(work)
    await write(work, { 'notes.md': 'still not Go\n' })
    await commit(work)
    // A new name is a new source; its content is not.
    expect(await build()).toBeDefined()
    expect(await records()).toBe(2)
    await write(work, { 'main.go': `${HELLO['main.go']}\nfunc less() {}\n` })
    await commit(work)
    await build()
    expect(await records()).toBe(2)
    const builds = (await readdir(join(work, '.slipway/steps'))).filter((name) => name.startsWith('build-'))
    expect(builds).toHaveLength(3)
  }, 60_000)

  test('is asked again for another import, another go.mod, and uncommitted work', async () => {
    await write(work, { 'main.go': (HELLO['main.go'] ?? '').replace('main\n', 'main\n\nimport _ "embed"\n') })
    await commit(work)
    await build()
    expect(await records()).toBe(2)
    await write(work, { 'go.mod': `${HELLO['go.mod']}\n// changed\n` })
    await commit(work)
    await build()
    expect(await records()).toBe(3)
    await write(work, { 'main.go': HELLO['main.go'] ?? '' })
    await build()
    expect(await records()).toBe(4)
  }, 60_000)

  test('is not kept when it takes in a file that git does not hold', async () => {
    await write(work, { 'assets.gen.go': 'package main\n' })
    await build()
    expect(await records()).toBe(1)
  }, 60_000)
})
