import { expect, test } from '@jest/globals'
import { unpack } from '../../../src/adapters/archive/unpack.ts'
import { formatChecksums } from '../../../src/package/checksums.ts'
import { readReady, type Finishing, type Ready } from '../../../src/publish/finish-draft.ts'
import { memoryFiles } from '../../fakes/files.ts'
import { COMMIT, sha256, TAG, wanted } from '../../fakes/platform/publisher-benches.ts'
import { emptyMemory, inMemory } from '../../fakes/platform/publisher.ts'

const { signal } = new AbortController()
const CONTENTS = { 'a.txt': 'a', 'b.txt': 'b' }
const sumsOf = (contents: Readonly<Record<string, string>>): string =>
  formatChecksums(Object.entries(contents).map(([name, content]) => ({ name, sha256: sha256(content) })))

/** A draft that a run has kept, a hand to change it with, and what is made of it. */
async function keptDraft() {
  const [memory, files] = [emptyMemory(), memoryFiles()]
  const publisher = inMemory(memory, files)
  const all = { ...CONTENTS, 'checksums.txt': sumsOf(CONTENTS) }
  const fill = async () => {
    const draft = await publisher.draft(wanted(), signal)
    for (const [name, content] of Object.entries(all)) {
      await files.write(`/local/${name}`, content)
      await draft.add({ name, path: `/local/${name}`, sha256: sha256(content), size: content.length })
    }
    return draft
  }
  await (await fill()).keep()
  const set = (name: string, content: string): void => void memory.drafts.get(TAG)?.set(name, Buffer.from(content))
  const ready = (change: Partial<Finishing> = {}): Promise<Ready> =>
    readReady(
      { files, unpack },
      {
        ...{ publisher, tag: TAG, strangers: 'refuse' },
        demand: () => Promise.resolve({ proves: undefined, identity: undefined }),
        ...change
      },
      '/scratch',
      signal
    )
  return { memory, files, publisher, fill, set, ready, gone: (name: string) => memory.drafts.get(TAG)?.delete(name) }
}

test('a draft that a run has kept is ready as it was left', async () => {
  const { ready } = await keptDraft()
  const { request, files, published } = await ready()
  expect(request).toEqual(wanted())
  expect(files.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'checksums.txt'])
  expect(published).toBeUndefined()
})

type Kept = Awaited<ReturnType<typeof keptDraft>>

test.each<[string, (kept: Kept) => unknown, RegExp]>([
  ['a file was put there', ({ set }) => set('by-hand.pdf', 'x'), /by-hand\.pdf is in no signed list/],
  ['one was changed', ({ set }) => set('b.txt', 'other'), /b\.txt is sha256 [0-9a-f]{64}, and checksums\.txt says/],
  ['one is gone', ({ gone }) => gone('b.txt'), /b\.txt is missing/],
  [
    'all was changed so that it fits together',
    ({ set }) => {
      set('b.txt', 'other')
      set('checksums.txt', sumsOf({ ...CONTENTS, 'b.txt': 'other' }))
    },
    /a\.txt, b\.txt, checksums\.txt fit together, and are not the files that the run had looked at/
  ],
  ['a manifest that is none was put there', ({ set }) => set('manifest.json', '{}'), /manifest\.json is not a manifest/]
])('when %s since, it is refused with the names', async (_, change, message) => {
  const kept = await keptDraft()
  change(kept)
  const before = kept.memory.writes
  await expect(kept.ready()).rejects.toMatchObject({ kind: 'verification', message: expect.stringMatching(message) })
  expect(kept.memory.writes).toBe(before)
})

test('a name that would lead out of the folder is refused before anything is fetched', async () => {
  const { set, ready, files } = await keptDraft()
  set('../up.txt', 'x')
  await expect(ready()).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('../up.txt') })
  expect(await files.list('/scratch')).toEqual([])
})

test('a file of somebody else is left out where the caller lets it lie there', async () => {
  const { set, ready } = await keptDraft()
  set('by-hand.pdf', 'x')
  expect((await ready({ strangers: 'allow' })).files.map(({ name }) => name)).not.toContain('by-hand.pdf')
})

test('a draft whose run broke before its end is none', async () => {
  const { memory, ready } = await keptDraft()
  memory.kept.clear()
  await expect(ready()).rejects.toMatchObject({
    kind: 'input',
    message: 'folder has no draft of v1.0.0 that a run has kept'
  })
})

test('what a person published meanwhile is ready, too, and said to be published', async () => {
  const { publisher, fill, ready } = await keptDraft()
  await (await fill()).publish()
  expect(await ready({ publisher: { ...publisher, commitOf: async () => COMMIT } })).toMatchObject({
    published: 'memory:v1.0.0',
    request: { tag: TAG, commit: COMMIT }
  })
})

test('a draft that is not to be seen for a moment is looked for again', async () => {
  const { publisher, ready } = await keptDraft()
  let looks = 0
  const late: Finishing['publisher'] = {
    ...publisher,
    findKept: async (tag) => (++looks < 3 ? undefined : await publisher.findKept(tag, signal))
  }
  expect((await ready({ publisher: late })).files).toHaveLength(3)
})
