import { expect, test } from '@jest/globals'
import { reinstate } from '../../../src/publish/reinstate.ts'
import { memoryFiles } from '../../fakes/files.ts'
import { emptyMemory, inMemory } from '../../fakes/platform/publisher.ts'
import { wanted } from '../../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()

/** A platform with these releases, of which one was taken back, that calls `now` the latest and obeys or does not. */
function platform(tags: readonly string[], yanked: string, now: string, obeys = true) {
  const memory = emptyMemory()
  for (const tag of tags) {
    const request = wanted({ tag, prerelease: tag.includes('-') })
    memory.releases.set(tag, { request, files: new Map(), ...(tag === yanked && { yanked: 'bad' }) })
  }
  memory.latest = now
  const warned: string[] = []
  const plain = inMemory(memory, memoryFiles())
  const publisher = {
    ...plain,
    reinstate: (order: { tag: string; latest: boolean; prerelease: boolean }) =>
      plain.reinstate(obeys ? order : { ...order, latest: false }, signal),
    latest: {
      by: 'GitHub',
      now: async () => memory.latest,
      move: async (tag: string) => ((memory.latest = tag), [])
    }
  }
  return { memory, warned, again: () => reinstate(publisher, yanked, (line) => warned.push(line), signal) }
}

test.each([
  ['the highest', ['v1.0.0', 'v1.1.0'], 'v1.1.0', 'v1.0.0', 'v1.1.0'],
  ['one below a higher', ['v1.0.0', 'v1.1.0'], 'v1.0.0', 'v1.1.0', 'v1.1.0'],
  ['a prerelease', ['v1.0.0', 'v1.1.0-rc.1'], 'v1.1.0-rc.1', 'v1.0.0', 'v1.0.0'],
  ['another module', ['v1.0.0', 'tools/v2.0.0'], 'tools/v2.0.0', 'v1.0.0', 'v1.0.0']
])('after an undo of %s the latest is the right one', async (_, tags, yanked, before, after) => {
  const { memory, warned, again } = platform(tags, yanked, before)
  expect(await again()).toMatchObject({ changed: true })
  expect(memory.releases.get(yanked)?.yanked).toBeUndefined()
  expect([memory.latest, warned]).toEqual([after, []])
})

test('where the platform does not obey, it is seen and mended as after a publication', async () => {
  const { memory, warned, again } = platform(['v1.0.0', 'v1.1.0'], 'v1.1.0', 'v1.0.0', false)
  await again()
  expect([memory.latest, warned]).toEqual(['v1.1.0', ['GitHub had called v1.0.0 the latest release: v1.1.0 is it now']])
})

test('a release that no mark is on is not written to', async () => {
  const { memory, again } = platform(['v1.0.0'], 'v1.0.0', 'v1.0.0')
  await again()
  const writes = memory.writes
  expect(await again()).toMatchObject({ changed: false })
  expect(memory.writes).toBe(writes)
})
