import { afterEach, describe, expect, test } from '@jest/globals'
import { digestFileList } from '../../src/model/file-list.ts'
import { Failure } from '../../src/base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../src/model/ports/publisher.ts'
import {
  COMMIT,
  folderBench,
  githubBench,
  gitlabBench,
  memoryBench,
  sha256,
  TAG,
  wanted,
  type Bench,
  type Local
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = {
  'demo_1.0.0_linux_amd64.tar.gz': 'linux',
  'demo_1.0.0_windows_386.zip': 'windows',
  'checksums.txt': 'sums'
}

type Contents = Readonly<Record<string, string>>

async function addAll(draft: Draft, local: Local, contents: Contents): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (const [name, content] of Object.entries(contents))
    outcomes.push(await draft.add(await local.make(name, content)))
  return outcomes
}

async function release(
  publisher: Publisher,
  local: Local,
  contents: Contents = FILES,
  request: ReleaseRequest = wanted()
): Promise<Published> {
  await using draft = await publisher.draft(request, signal)
  await addAll(draft, local, contents)
  return await draft.publish()
}

async function text(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let all = ''
  for await (const chunk of bytes) all += Buffer.from(chunk).toString()
  return all
}

describe.each([
  ['a folder', folderBench],
  ['GitHub', async (): Promise<Bench> => githubBench()],
  ['GitLab', async (): Promise<Bench> => gitlabBench()],
  ['the fake in memory', memoryBench]
])('%s', (_, start) => {
  let bench: Bench | undefined
  const open = async (): Promise<Bench> => (bench = await start())
  afterEach(async () => {
    const complaints = bench?.complaints()
    await bench?.[Symbol.asyncDispose]()
    bench = undefined
    expect(complaints).toEqual([])
  })

  test('a release is seen with all its files, or not at all', async () => {
    const { publisher, local, visible } = await open()
    const place = publisher()
    await using draft = await place.draft(wanted(), signal)

    expect(await addAll(draft, local, FILES)).toEqual(['added', 'added', 'added'])
    expect(await place.find(TAG, signal)).toBeUndefined()
    expect(await visible()).toBeUndefined()

    const published = await draft.publish()
    expect(await visible()).toEqual(FILES)
    expect(published.tag).toBe(TAG)
    const found = await place.find(TAG, signal)
    expect([...(found?.files ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      Object.entries(FILES)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, content]) => ({ name, size: content.length, sha256: sha256(content) }))
    )
    expect(found && (await text(found.download('checksums.txt')))).toBe('sums')
  })

  test('a second run of a finished release writes nothing', async () => {
    const { publisher, local, writes, visible } = await open()
    await release(publisher(), local)
    const before = writes()

    await using again = await publisher().draft(wanted({ title: 'another title' }), signal)
    expect(await addAll(again, local, FILES)).toEqual(['kept', 'kept', 'kept'])
    expect((await again.publish()).files).toHaveLength(3)
    expect(writes()).toBe(before)
    expect(await visible()).toEqual(FILES)
  })

  test('other bytes for a name of the draft stop with both digests, and change nothing', async () => {
    const { publisher, local, writes } = await open()
    await using draft = await publisher().draft(wanted(), signal)
    await addAll(draft, local, FILES)
    const before = writes()

    const other = draft.add(await local.make('checksums.txt', 'other sums'))
    await expect(other).rejects.toMatchObject({ kind: 'verification' })
    await expect(other).rejects.toThrow(sha256('sums'))
    await expect(other).rejects.toThrow(sha256('other sums'))
    expect(writes()).toBe(before)
  })

  test('other bytes for a name of the published release stop with both digests, and change nothing', async () => {
    const { publisher, local, writes, visible } = await open()
    await release(publisher(), local)
    const before = writes()

    const again = release(publisher(), local, { ...FILES, 'checksums.txt': 'other sums' })
    await expect(again).rejects.toMatchObject({ kind: 'verification' })
    await expect(again).rejects.toThrow(sha256('sums'))
    await expect(again).rejects.toThrow(sha256('other sums'))
    expect(writes()).toBe(before)
    expect(await visible()).toEqual(FILES)
  })

  test('a file that the published release lacks is not added to it', async () => {
    const { publisher, local, writes } = await open()
    await release(publisher(), local)
    const before = writes()

    await expect(release(publisher(), local, { ...FILES, 'more.txt': 'more' })).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('more.txt')
    })
    expect(writes()).toBe(before)
  })

  test('a run that stopped after two of three files is finished by the next one, which keeps what lies there', async () => {
    const { publisher, local, visible } = await open()
    const some = Object.fromEntries(Object.entries(FILES).slice(0, 2))
    {
      await using draft = await publisher().draft(wanted(), signal)
      await addAll(draft, local, some)
    }
    expect(await visible()).toBeUndefined()

    await using draft = await publisher().draft(wanted(), signal)
    expect(draft.files.map(({ name }) => name).sort()).toEqual(Object.keys(some).sort())
    expect(await text(draft.download('demo_1.0.0_windows_386.zip'))).toBe('windows')
    expect(await addAll(draft, local, FILES)).toEqual(['kept', 'kept', 'added'])
    await draft.publish()
    expect(await visible()).toEqual(FILES)
  })

  test('a run that stopped before publishing is finished by the next one without an upload', async () => {
    const { publisher, local, visible } = await open()
    {
      await using draft = await publisher().draft(wanted(), signal)
      await addAll(draft, local, FILES)
    }
    await using draft = await publisher().draft(wanted(), signal)
    expect(await addAll(draft, local, FILES)).toEqual(['kept', 'kept', 'kept'])
    await draft.publish()
    expect(await visible()).toEqual(FILES)
  })

  test('a file on the draft that nobody knows is kept, and named', async () => {
    const { publisher, local, leave, visible } = await open()
    await leave('by-hand.txt', 'a word from a person')
    const warnings: string[] = []
    await release(
      publisher((line) => warnings.push(line)),
      local
    )
    expect(await visible()).toEqual({ ...FILES, 'by-hand.txt': 'a word from a person' })
    expect(warnings).toEqual([expect.stringContaining('by-hand.txt')])
  })

  test('a stored file that changed before publishing keeps the release unseen', async () => {
    const { publisher, local, corrupt, visible } = await open()
    await using draft = await publisher().draft(wanted(), signal)
    await addAll(draft, local, FILES)
    await corrupt('checksums.txt')

    const published = draft.publish()
    await expect(published).rejects.toMatchObject({ kind: 'verification' })
    await expect(published).rejects.toThrow(sha256('corrupted'))
    await expect(published).rejects.toThrow(sha256('sums'))
    expect(await visible()).toBeUndefined()
  })

  test.each(['two words.txt', '.hidden', 'über.txt', 'a/b.txt', '../up.txt', 'a~b.txt', ''])(
    'the name %j is refused before anything is written',
    async (name) => {
      const { publisher, local, writes } = await open()
      await using draft = await publisher().draft(wanted(), signal)
      const before = writes()
      await expect(draft.add(await local.make(name, 'x'))).rejects.toMatchObject({
        kind: 'input',
        message: expect.stringContaining(JSON.stringify(name))
      })
      expect(writes()).toBe(before)
    }
  )

  test('of publishers at once one wins, the others see equal bytes or stop; the next run finds nothing to do', async () => {
    const { publisher, local, visible, writes } = await open()
    const outcomes = await Promise.allSettled([1, 2, 3].map(async () => release(publisher(), local)))

    expect(outcomes.map(({ status }) => status)).toContain('fulfilled')
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Failure)
    }
    expect(await visible()).toEqual(FILES)
    const before = writes()
    await release(publisher(), local)
    expect(writes()).toBe(before)
  })

  test('of publishers at once with other bytes one wins whole, and the others stop', async () => {
    const { publisher, local, visible } = await open()
    const mine = Object.fromEntries(Object.keys(FILES).map((name) => [name, `mine ${name}`]))
    const outcomes = await Promise.allSettled([release(publisher(), local), release(publisher(), local, mine)])

    const seen = await visible()
    const won = outcomes.filter(({ status }) => status === 'fulfilled')
    expect(won.length).toBeLessThan(2)
    // Where the two hindered each other on the draft, nobody sees anything.
    if (seen) expect([FILES, mine]).toContainEqual(seen)
    expect(won.length === 1).toBe(seen !== undefined)
  })

  test('only a release that is to be the latest becomes it', async () => {
    const { publisher, local, latest, latestBefore } = await open()
    await release(publisher(), local, FILES, wanted({ latest: false }))
    expect(await latest()).toBe(latestBefore)
  })

  test('a release that is to be the latest becomes it', async () => {
    const { publisher, local, latest } = await open()
    await release(publisher(), local)
    expect(await latest()).toBe(TAG)
  })

  test('a draft of a finished release says that it is finished', async () => {
    const { publisher, local } = await open()
    await using draft = await publisher().draft(wanted(), signal)
    expect(draft.finished).toBe(false)
    await addAll(draft, local, FILES)
    await draft.publish()
    await using again = await publisher().draft(wanted(), signal)
    expect(again.finished).toBe(true)
  })

  test('a draft that is kept stays unseen and is found with its files; to keep it again writes nothing', async () => {
    const { publisher, local, visible, writes } = await open()
    expect(await publisher().findKept(TAG, signal)).toBeUndefined()
    {
      await using draft = await publisher().draft(wanted(), signal)
      await addAll(draft, local, FILES)
      // Nobody has come to its end yet.
      expect(await publisher().findKept(TAG, signal)).toBeUndefined()
      expect(await draft.keep()).toMatch(/\S/)
    }
    expect(await visible()).toBeUndefined()
    expect(await publisher().find(TAG, signal)).toBeUndefined()
    const kept = await publisher().findKept(TAG, signal)
    const { title, commit, prerelease, latest } = wanted()
    expect(kept?.request).toMatchObject({ tag: TAG, title, commit, prerelease, latest })
    expect(kept?.request.notes).toContain('What is new:')
    expect(kept?.request.notes).not.toContain('<!--')
    const digests = Object.entries(FILES).map(([name, content]) => ({ name, sha256: sha256(content) }))
    expect(kept?.verified).toBe(digestFileList(digests))
    expect(kept?.files.map(({ name }) => name).sort()).toEqual(Object.keys(FILES).sort())
    expect(kept && (await text(kept.download('checksums.txt')))).toBe('sums')

    const before = writes()
    await using again = await publisher().draft(wanted({ notes: 'other words' }), signal)
    expect(await addAll(again, local, FILES)).toEqual(['kept', 'kept', 'kept'])
    await again.keep()
    expect(writes()).toBe(before)
  })

  test('a draft that was kept is published as it stands, and is none then', async () => {
    const { publisher, local, visible } = await open()
    {
      await using draft = await publisher().draft(wanted(), signal)
      await addAll(draft, local, FILES)
      await draft.keep()
    }
    const kept = await publisher().findKept(TAG, signal)
    await release(publisher(), local, FILES, kept?.request)
    expect(await visible()).toEqual(FILES)
    await kept?.forget?.(signal)
    expect(await publisher().findKept(TAG, signal)).toBeUndefined()
  })

  test('a stored file that changed is not kept', async () => {
    const { publisher, local, corrupt } = await open()
    await using draft = await publisher().draft(wanted(), signal)
    await addAll(draft, local, FILES)
    await corrupt('checksums.txt')
    await expect(draft.keep()).rejects.toMatchObject({ kind: 'verification' })
    expect(await publisher().findKept(TAG, signal)).toBeUndefined()
  })

  test('what became public meanwhile is not kept as a draft', async () => {
    const { publisher, local } = await open()
    await release(publisher(), local)
    await using draft = await publisher().draft(wanted(), signal)
    await expect(draft.keep()).rejects.toMatchObject({ kind: 'host' })
  })

  test('a list has the releases that people can see, and no draft', async () => {
    const { publisher, local, allow } = await open()
    const others = (await publisher().list(signal)).map(({ tag }) => tag)
    allow('v1.1.0-rc.1')
    await release(publisher(), local)
    await release(
      publisher(),
      local,
      { 'rc.txt': 'rc' },
      wanted({ tag: 'v1.1.0-rc.1', prerelease: true, latest: false })
    )
    allow('v1.2.0')
    {
      await using draft = await publisher().draft(wanted({ tag: 'v1.2.0' }), signal)
      await addAll(draft, local, FILES)
    }
    const seen = (await publisher().list(signal)).filter(({ tag }) => !others.includes(tag))
    expect([...seen].sort((a, b) => (a.tag < b.tag ? -1 : 1))).toEqual([
      { tag: TAG, prerelease: false, yanked: false },
      { tag: 'v1.1.0-rc.1', prerelease: true, yanked: false }
    ])
  })

  describe('a release that is taken back', () => {
    const order = { tag: TAG, why: 'it deletes *everything*.', half: false, latest: 'v0.9.5' }
    const twoReleases = async (): Promise<Bench> => {
      const made = await open()
      made.allow('v0.9.5')
      await release(made.publisher(), made.local, { 'older.txt': 'older' }, wanted({ tag: 'v0.9.5' }))
      await release(made.publisher(), made.local)
      return made
    }

    test('says so, loses nothing, and the one before it is the latest again', async () => {
      const { publisher, visible, latest } = await twoReleases()
      expect(await latest()).toBe(TAG)

      expect(await publisher().yank(order, signal)).toMatchObject({ changed: true, undone: [] })

      expect(await latest()).toBe('v0.9.5')
      expect(await visible()).toEqual(FILES)
      expect((await publisher().find(TAG, signal))?.yanked).toBe(order.why)
      const listed = await publisher().list(signal)
      expect(listed.find(({ tag }) => tag === TAG)).toMatchObject({ yanked: true })
      expect(listed.find(({ tag }) => tag === 'v0.9.5')).toMatchObject({ yanked: false })
    })

    test('is not written to when it is taken back again', async () => {
      const { publisher, writes } = await twoReleases()
      await publisher().yank(order, signal)
      const before = writes()
      expect(await publisher().yank({ ...order, why: 'another reason' }, signal)).toMatchObject({ changed: false })
      expect(writes()).toBe(before)
    })

    test('is not released again', async () => {
      const { publisher, local, writes } = await twoReleases()
      await publisher().yank(order, signal)
      const before = writes()
      const again = release(publisher(), local)
      await expect(again).rejects.toMatchObject({ kind: 'verification' })
      await expect(again).rejects.toThrow(order.why)
      expect(writes()).toBe(before)
    })

    test('stays what it is for those who look for the latest, when it never was that', async () => {
      const { publisher, latest } = await twoReleases()
      expect(await publisher().yank({ ...order, tag: 'v0.9.5', latest: TAG }, signal)).toMatchObject({ changed: true })
      expect(await latest()).toBe(TAG)
    })

    test('stands again as it was, and is the latest again where it is to be', async () => {
      const { publisher, local, visible, latest, writes } = await twoReleases()
      await publisher().yank(order, signal)
      const again = { tag: TAG, latest: true, prerelease: false }
      expect(await publisher().reinstate(again, signal)).toMatchObject({ changed: true })
      expect((await publisher().find(TAG, signal))?.yanked).toBeUndefined()
      expect(await publisher().list(signal)).toContainEqual({ tag: TAG, prerelease: false, yanked: false })
      expect(await latest()).toBe(TAG)
      expect(await visible()).toEqual(FILES)
      const before = writes()
      expect(await publisher().reinstate(again, signal)).toMatchObject({ changed: false })
      // And its own run takes it for finished.
      await release(publisher(), local)
      expect(writes()).toBe(before)
    })

    test('stands again without becoming the latest, where another one is that', async () => {
      const { publisher, latest } = await twoReleases()
      await publisher().yank(order, signal)
      await publisher().reinstate({ tag: TAG, latest: false, prerelease: false }, signal)
      expect(await latest()).toBe('v0.9.5')
    })

    test('that was a prerelease is one again', async () => {
      const { publisher, local, allow } = await open()
      allow('v1.1.0')
      const request = wanted({ tag: 'v1.1.0', prerelease: true, latest: false })
      await release(publisher(), local, FILES, request)
      await publisher().yank({ ...order, tag: 'v1.1.0', latest: undefined }, signal)
      await publisher().reinstate({ tag: 'v1.1.0', latest: false, prerelease: false }, signal)
      expect(await publisher().list(signal)).toContainEqual({ tag: 'v1.1.0', prerelease: true, yanked: false })
    })

    test('has to be there to stand again', async () => {
      const { publisher, writes } = await open()
      const before = writes()
      const again = { tag: TAG, latest: true, prerelease: false }
      expect(await publisher().reinstate(again, signal)).toBeUndefined()
      expect(writes()).toBe(before)
    })

    test('has to be one that people can see', async () => {
      const { publisher, writes } = await open()
      const before = writes()
      expect(await publisher().yank(order, signal)).toBeUndefined()
      expect(writes()).toBe(before)
    })
  })

  test('the commit of a release is known, and of no release nothing', async () => {
    const { publisher, local } = await open()
    await release(publisher(), local)
    expect(await publisher().commitOf(TAG, signal)).toBe(COMMIT)
    expect(await publisher().commitOf('v9.9.9', signal)).toBeUndefined()
  })
})
