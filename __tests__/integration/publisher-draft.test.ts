import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { leaveDraft, publishDraft, type Outgoing } from '../../src/publish/publish-draft.ts'
import { readReady, type Ready } from '../../src/publish/finish-draft.ts'
import type { Publisher } from '../../src/model/ports/publisher.ts'
import { NO_LEDGER } from '../../src/steps/ledger.ts'
import { timeline } from '../../src/steps/timeline.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'
import { changeRelease } from '../fakes/github/state.ts'
import {
  COMMIT,
  githubBench,
  gitlabBench,
  gitlabPlaceOf,
  placeOf,
  publishByHand,
  sha256,
  TAG,
  wanted,
  type Bench,
  type GithubBench,
  type GitlabBench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = { 'notes.txt': 'read me', 'checksums.txt': `${sha256('read me')}  notes.txt\n` }
const SIGNING = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }

const toolsOf = ({ local }: Bench, warned: string[] = []) => ({
  ...{ files: local.files, unpack, timeline: timeline(recordingHost(), () => 0), ledger: NO_LEDGER },
  warn: (line: string) => void warned.push(line),
  now: () => new Date()
})

/** One run of `release`, with --draft or without. */
async function run(bench: Bench, publisher: Publisher, asDraft: boolean): Promise<unknown> {
  const files = await Promise.all(Object.entries(FILES).map(([name, content]) => bench.local.make(name, content)))
  await using draft = await publisher.draft(wanted(), signal)
  const outgoing: Outgoing = { publisher, draft, tag: TAG, latest: true, files, signing: SIGNING }
  return await (asDraft ? leaveDraft : publishDraft)(toolsOf(bench), outgoing, signal)
}

/** What `publish --finish` does. */
async function finish(bench: Bench, publisher: Publisher, warned: string[] = []): Promise<Ready> {
  const demand = () => Promise.resolve({ proves: undefined, identity: undefined })
  await using scratch = await bench.local.files.scratch('finish')
  const tools = toolsOf(bench, warned)
  const ready = await readReady(tools, { publisher, tag: TAG, demand, strangers: 'refuse' }, scratch.path, signal)
  const { request, files, signing } = ready
  await using draft = await publisher.draft(request, signal)
  await publishDraft(tools, { publisher, draft, tag: TAG, latest: request.latest, files, signing }, signal)
  await ready.forget?.(signal)
  return ready
}

describe('on GitHub', () => {
  let bench: GithubBench
  beforeEach(async () => {
    bench = await githubBench()
    publishByHand(bench.server, 'v0.9.0')
  })
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
    expect(bench.server.violations).toEqual([])
  })
  const publisher = (): Publisher => githubPublisher(placeOf(bench.server), bench.local.files)
  const ours = () => bench.server.state.releases.filter(({ tag }) => tag === TAG)

  test('a draft is left whole, a second run writes nothing, and the latest stays what it was until it is public', async () => {
    expect(await run(bench, publisher(), true)).toMatchObject({ kept: { url: expect.stringContaining('/releases/') } })
    expect(ours()).toMatchObject([{ draft: true, name: 'demo 1.0.0' }])
    const writes = bench.server.writes()
    await run(bench, publisher(), true)
    expect(bench.server.writes()).toBe(writes)
    expect(await bench.latest()).toBe('v0.9.0')

    await finish(bench, publisher())
    expect(ours()).toMatchObject([{ draft: false, name: 'demo 1.0.0' }])
    expect(await bench.visible()).toEqual(FILES)
    expect(await bench.latest()).toBe(TAG)
    const after = bench.server.writes()
    expect((await finish(bench, publisher())).published).toContain(TAG)
    expect(bench.server.writes()).toBe(after)
  })

  test.each(['finish', 'another run'])('the words that a person put right in it stay (%s)', async (how) => {
    await run(bench, publisher(), true)
    const [draft] = ours()
    const body = `Better words.\r\n\r\n${/<!-- .*-->/.exec(draft?.body ?? '')?.[0]}`
    changeRelease(bench.server.state, draft?.id ?? 0, { name: 'A better title', body }, '2026-01-01T00:00:00Z')
    await (how === 'finish' ? finish(bench, publisher()) : run(bench, publisher(), false))
    expect(ours()).toMatchObject([{ draft: false, name: 'A better title', body }])
  })

  test('a draft that a person began keeps its words', async () => {
    const { state } = bench.server
    await using begun = await publisher().draft(wanted(), signal)
    await begun.add(await bench.local.make('notes.txt', 'read me'))
    changeRelease(state, ours()[0]?.id ?? 0, { name: 'By hand', body: 'By hand.' }, '2026-01-01T00:00:00Z')
    await run(bench, publisher(), true)
    await finish(bench, publisher())
    expect(ours()).toMatchObject([
      { draft: false, name: 'By hand', body: expect.stringMatching(/^By hand\.\n\n<!-- slip/) }
    ])
  })

  test('one that a person published, and that did not become the latest, is looked at instead', async () => {
    await run(bench, publisher(), true)
    const [draft] = ours()
    changeRelease(bench.server.state, draft?.id ?? 0, { draft: false, make_latest: 'false' }, new Date().toISOString())
    expect(await bench.latest()).toBe('v0.9.0')
    const warned: string[] = []
    expect((await finish(bench, publisher(), warned)).published).toContain(TAG)
    expect(warned).toEqual(['GitHub had called v0.9.0 the latest release: v1.0.0 is it now'])
    expect(await bench.latest()).toBe(TAG)
    expect(await run(bench, publisher(), true)).toMatchObject({ shown: { published: { tag: TAG } } })
  })

  test('a tag that was moved since keeps it a draft', async () => {
    await run(bench, publisher(), true)
    bench.server.state.refs[TAG] = { type: 'commit', sha: 'b'.repeat(40) }
    await expect(finish(bench, publisher())).rejects.toMatchObject({ kind: 'verification' })
    expect(await bench.visible()).toBeUndefined()
  })
})

describe('on GitLab, which has no drafts', () => {
  let bench: GitlabBench
  beforeEach(async () => void (bench = await gitlabBench()))
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
    expect(bench.server.violations).toEqual([])
  })
  const publisher = (token = 'job-maintainer'): Publisher =>
    gitlabPublisher(gitlabPlaceOf(bench.server, { token: { job: token } }), bench.local.files)
  const apart = (): readonly string[] => bench.server.state.files.flatMap(({ name }) => (name in FILES ? [] : [name]))

  test('the files lie in the package registry without a release, and the words beside them until it is made', async () => {
    await run(bench, publisher(), true)
    expect(bench.server.state.releases.map(({ tag }) => tag)).toEqual(['v0.9.0'])
    expect(apart()).toEqual([expect.stringMatching(/^draft-[0-9a-f]{16}\.json$/)])
    const writes = bench.server.writes()
    await run(bench, publisher(), true)
    expect(bench.server.writes()).toBe(writes)

    await finish(bench, publisher())
    expect(await bench.visible()).toEqual(FILES)
    expect(bench.server.state.releases.find(({ tag }) => tag === TAG)).toMatchObject({ name: 'demo 1.0.0' })
    expect(await bench.latest()).toBe(TAG)
    expect(apart()).toEqual([])
  })

  test('words that the token may not take away stay there, and are no part of the release', async () => {
    await run(bench, publisher('job-developer'), true)
    await finish(bench, publisher('job-developer'))
    expect(await bench.visible()).toEqual(FILES)
    expect(apart()).toHaveLength(1)
    const writes = bench.server.writes()
    expect((await finish(bench, publisher('job-developer'))).published).toContain(TAG)
    expect(bench.server.writes()).toBe(writes)
  })

  test('where duplicates are forbidden it goes the same way', async () => {
    bench.server.state.duplicatesAllowed = false
    await run(bench, publisher(), true)
    await finish(bench, publisher())
    expect(await bench.visible()).toEqual(FILES)
  })
})
