import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { publishDraft } from '../../src/publish/publish-draft.ts'
import { NO_LEDGER } from '../../src/steps/ledger.ts'
import { timeline } from '../../src/steps/timeline.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'
import { releaseJson } from '../fakes/github/json.ts'
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
import type { Publisher } from '../../src/model/ports/publisher.ts'

const { signal } = new AbortController()

/** Publishes a release as the pipeline does, or looks at a published one, and resolves with what it warned of. */
async function publish(bench: Bench, publisher: Publisher, latest: boolean): Promise<readonly string[]> {
  const warned: string[] = []
  const notes = await bench.local.make('notes.txt', 'read me')
  const sums = await bench.local.make('checksums.txt', `${sha256('read me')}  notes.txt\n`)
  await using draft = await publisher.draft(wanted({ latest }), signal)
  const tools = {
    files: bench.local.files,
    unpack,
    timeline: timeline(recordingHost(), () => 0),
    ledger: NO_LEDGER,
    warn: (line: string) => void warned.push(line),
    now: () => new Date()
  }
  const signing = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }
  await publishDraft(tools, { publisher, draft, tag: TAG, latest, files: [notes, sums], signing }, signal)
  return warned
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

  test.each([
    [true, TAG],
    [false, 'v0.9.0']
  ])('a make_latest of %s that GitHub obeys needs no second write', async (latest, after) => {
    expect(await publish(bench, publisher(), latest)).toEqual([])
    expect(await bench.latest()).toBe(after)
    expect(bench.server.log.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  test.each([
    [true, TAG],
    [false, 'v0.9.0']
  ])('a make_latest of %s that GitHub does not obey is seen, and mended', async (latest, after) => {
    bench.server.state.disobeys = 1
    expect(await publish(bench, publisher(), latest)).toEqual([
      `GitHub had called ${latest ? 'v0.9.0' : TAG} the latest release: ${after} is it now`
    ])
    expect(await bench.latest()).toBe(after)
  })

  test.each([true, false])('one of %s that it never obeys is told, and the release stays', async (latest) => {
    bench.server.state.disobeys = 99
    expect(await publish(bench, publisher(), latest)).toEqual([
      expect.stringMatching(/^GitHub calls v[\d.]+ the latest release, and it should be v[\d.]+: choose it on its page/)
    ])
    expect(await bench.visible()).toBeDefined()
  })

  test('one that GitHub refuses to move, as it is immutable, is told', async () => {
    Object.assign(bench.server.state, { disobeys: 1, latestOfImmutable: false })
    for (const release of bench.server.state.releases) release.immutable = true
    expect(await publish(bench, publisher(), false)).toEqual([
      expect.stringContaining('v0.9.0 is immutable, and GitHub refuses to make it the latest')
    ])
  })

  test('a latest release of before is looked at again, and not written to', async () => {
    const before = bench.server.state.releases[0]
    let late = 2
    bench.server.fault = ({ target }) => {
      const shown = bench.server.state.latest !== before?.id
      if (!before || !shown || !target.endsWith('/releases/latest') || late-- <= 0) return undefined
      return {
        when: 'before',
        with: { status: 200, body: releaseJson(bench.server.origins, bench.server.state, before) }
      }
    }
    expect(await publish(bench, publisher(), true)).toEqual([])
    expect(bench.server.log.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  test('a higher release that came meanwhile stays the latest', async () => {
    bench.server.fault = ({ target }) => {
      const shown = bench.server.state.releases.some(({ tag, draft }) => tag === TAG && !draft)
      if (shown && target.endsWith('/releases/latest') && bench.server.state.releases.length === 2)
        publishByHand(bench.server, 'v1.1.0')
      return undefined
    }
    expect(await publish(bench, publisher(), true)).toEqual([
      'v1.0.0 is not the latest release: v1.1.0 was published meanwhile and is higher'
    ])
    expect(await bench.latest()).toBe('v1.1.0')
  })

  /** A run that ended behind the request that made the release public: nobody looked which one is the latest. */
  const publishAndDie = async (latest: boolean): Promise<void> => {
    bench.server.fault = ({ method, target }) => {
      const shown = bench.server.state.releases.some(({ tag, draft }) => tag === TAG && !draft)
      return shown && method === 'GET' && target.endsWith('/releases/latest')
        ? { when: 'before', with: { status: 401, body: { message: 'gone' } } }
        : undefined
    }
    bench.server.state.disobeys = 1
    await publish(bench, publisher(), latest)
    bench.server.fault = () => undefined
  }

  test('the next run after one that ended before it looked mends it, and the one after that writes nothing', async () => {
    await publishAndDie(true)
    expect(await bench.latest()).toBe('v0.9.0')
    expect(await publish(bench, publisher(), true)).toEqual([
      'GitHub had called v0.9.0 the latest release: v1.0.0 is it now'
    ])
    expect(await bench.latest()).toBe(TAG)
    const writes = bench.server.writes()
    expect(await publish(bench, publisher(), true)).toEqual([])
    expect(bench.server.writes()).toBe(writes)
  })

  test('a back-port that became the latest and was not looked after gives it back to the higher release', async () => {
    publishByHand(bench.server, 'v2.0.0')
    await publishAndDie(false)
    expect(await bench.latest()).toBe(TAG)
    expect(await publish(bench, publisher(), false)).toEqual([
      'GitHub had called v1.0.0 the latest release: v2.0.0 is it now'
    ])
    expect(await bench.latest()).toBe('v2.0.0')
  })

  test('of a release that has been out for long, another latest is told and left: a person may have chosen it', async () => {
    await publishAndDie(true)
    const release = bench.server.state.releases.find(({ tag }) => tag === TAG)
    Object.assign(release ?? {}, { publishedAt: '2024-01-01T00:00:00Z' })
    const writes = bench.server.writes()
    expect(await publish(bench, publisher(), true)).toEqual([
      expect.stringMatching(
        /^GitHub calls v0\.9\.0 the latest release, and it should be v1\.0\.0: somebody may have chosen it/
      )
    ])
    expect(bench.server.writes()).toBe(writes)
  })

  test('a finished release that is not to be the latest, with no other to be it, is left as it is', async () => {
    await publish(bench, publisher(), true)
    const writes = bench.server.writes()
    expect(await publish(bench, publisher(), false)).toEqual([])
    expect(bench.server.writes()).toBe(writes)
  })

  test('where it cannot be asked, the release is published all the same, and that is told', async () => {
    bench.server.fault = ({ target }) => {
      const shown = bench.server.state.releases.some(({ tag, draft }) => tag === TAG && !draft)
      return shown && target.endsWith('/releases/latest')
        ? { when: 'before', with: { status: 500, body: { message: 'Server Error' } } }
        : undefined
    }
    expect(await publish(bench, publisher(), true)).toEqual([
      expect.stringMatching(/^whether v1\.0\.0 is the latest release was not to be seen: /)
    ])
  })
})

describe('on GitLab', () => {
  let bench: GitlabBench
  beforeEach(async () => void (bench = await gitlabBench()))
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
    expect(bench.server.violations).toEqual([])
  })
  const publisher = (): Publisher => gitlabPublisher(gitlabPlaceOf(bench.server), bench.local.files)

  test('the release with the latest date is looked at, and nothing is written when it is right', async () => {
    expect(await publish(bench, publisher(), true)).toEqual([])
    expect(await bench.latest()).toBe(TAG)
    expect(bench.server.log.filter(({ method, target }) => method === 'PUT' && target.startsWith('releases'))).toEqual(
      []
    )
  })

  test('a lower one with a date in the future is told', async () => {
    const [before] = bench.server.state.releases
    if (before) before.releasedAt = '2099-01-01T00:00:00.000Z'
    expect(await publish(bench, publisher(), true)).toEqual([
      expect.stringMatching(/^GitLab calls v0\.9\.0 the latest release, and it should be v1\.0\.0: /)
    ])
  })
})
