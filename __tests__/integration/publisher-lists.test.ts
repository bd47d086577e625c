import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import type { Published } from '../../src/model/ports/publisher.ts'
import { findHigher } from '../../src/publish/yank.ts'
import {
  COMMIT,
  githubBench,
  gitlabBench,
  gitlabPlaceOf,
  placeOf,
  storedOf,
  TAG,
  wanted,
  type Bench,
  type GithubBench,
  type GitlabBench
} from '../fakes/platform/publisher-benches.ts'
import * as githubState from '../fakes/github/state.ts'
import * as gitlabState from '../fakes/gitlab/state.ts'

const { signal } = new AbortController()
const NOW = '2026-01-01T00:00:00.000Z'
const RELEASES = [1, 99, 100, 101, 1000]
const FILES = [1, 99, 100, 101, 300, 999]

const contents = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`file-${n}.txt`, `content ${n}`]))

/** v2.0.0, and then so many patches of v1.0 that it stands on the last page of a list, the newest first. */
const tagsOf = (count: number): readonly string[] => [
  'v2.0.0',
  ...Array.from({ length: count - 1 }, (_, n) => `v1.0.${n}`)
]

async function again(bench: Bench, files: Readonly<Record<string, string>>): Promise<Published> {
  await using draft = await bench.publisher().draft(wanted(), signal)
  for (const [name, content] of Object.entries(files)) await draft.add(await bench.local.make(name, content))
  return await draft.publish()
}

describe('on GitHub', () => {
  let bench: GithubBench
  beforeEach(async () => void (bench = await githubBench()))
  afterEach(async () => {
    expect(bench.server.violations).toEqual([])
    await bench[Symbol.asyncDispose]()
  })

  const publish = (tag: string): githubState.Release => {
    const { state } = bench.server
    state.refs[tag] = { type: 'commit', sha: COMMIT }
    return githubState.createRelease(state, { tag_name: tag, draft: false }, NOW)
  }

  test.each(RELEASES)('of %d releases each is read', async (count) => {
    for (const tag of tagsOf(count)) publish(tag)
    const listed = await bench.publisher().list(signal)
    expect(listed.map(({ tag }) => tag).sort()).toEqual([...tagsOf(count)].sort())
    expect(findHigher('v1.2.0', listed)).toBe('v2.0.0')
  })

  test.each(FILES)('a finished release of %d files is found whole, and not written to', async (count) => {
    const release = githubState.createRelease(bench.server.state, { tag_name: TAG, draft: true }, NOW)
    for (const [name, content] of Object.entries(contents(count))) {
      const bytes = Buffer.from(content)
      const asset = githubState.beginAsset(bench.server.state, release.id, name, 'text/plain', bytes.length)
      githubState.finishAsset(bench.server.state, release.id, asset, bytes)
    }
    githubState.changeRelease(bench.server.state, release.id, { draft: false }, NOW)
    expect((await bench.publisher().find(TAG, signal))?.files).toHaveLength(count)
    expect((await again(bench, contents(count))).files).toHaveLength(count)
    expect(bench.server.writes()).toBe(0)
  })

  test('links that a proxy took away are not missed: a full page has a next one', async () => {
    for (const tag of tagsOf(230)) publish(tag)
    const place = placeOf(bench.server, { fetch: withoutHeaders('link') })
    expect(await githubPublisher(place, bench.local.files).list(signal)).toHaveLength(230)
  })

  test('a release that slips from one page to the next while they are read counts once', async () => {
    for (const tag of tagsOf(150)) publish(tag)
    let pages = 0
    bench.server.fault = ({ target }) => {
      if (target.includes('/releases?') && ++pages === 2) publish('v2.1.0')
      return undefined
    }
    const tags = (await bench.publisher().list(signal)).map(({ tag }) => tag)
    expect(new Set(tags).size).toBe(tags.length)
    expect(tags).toEqual(expect.arrayContaining([...tagsOf(150)]))
  })

  test.each([
    ['an address that nobody knows', '/api/v3/organizations/7/releases?page=2', 'no form is known for the answer to'],
    ['another server', 'https://mirror.example/releases?page=2', 'continues the list at']
  ])('a list that goes on at %s is an error with the address', async (_, address, words) => {
    for (const tag of tagsOf(101)) publish(tag)
    const next = new URL(address, bench.server.origins.api)
    bench.server.fault = ({ target }) =>
      target.includes('organizations') ? { when: 'before', with: { status: 200, body: [] } } : undefined
    const place = placeOf(bench.server, { fetch: withLink(`<${next.href}>; rel="next"`) })
    await expect(githubPublisher(place, bench.local.files).list(signal)).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(new RegExp(`${words}.*${next.pathname}`))
    })
  })
})

describe('on GitLab', () => {
  let bench: GitlabBench
  beforeEach(async () => void (bench = await gitlabBench()))
  afterEach(async () => {
    expect(bench.server.violations).toEqual([])
    await bench[Symbol.asyncDispose]()
  })

  const publish = (tag: string): void => {
    const { state } = bench.server
    state.tags[tag] = { target: COMMIT, commit: COMMIT }
    gitlabState.createRelease(state, { tag_name: tag }, NOW)
  }
  const fill = (count: number): void => {
    for (const [name, content] of Object.entries(contents(count)))
      gitlabState.store(bench.server.state, 'demo', TAG, name, storedOf(content))
  }

  test.each(RELEASES)('of %d releases each is read', async (count) => {
    bench.server.state.releases = []
    for (const tag of tagsOf(count)) publish(tag)
    const listed = await bench.publisher().list(signal)
    expect(listed.map(({ tag }) => tag).sort()).toEqual([...tagsOf(count)].sort())
    expect(findHigher('v1.2.0', listed)).toBe('v2.0.0')
  })

  test.each(FILES)('a finished release of %d files is found whole, and not written to', async (count) => {
    fill(count)
    await again(bench, contents(count))
    const before = bench.server.writes()
    expect((await bench.publisher().find(TAG, signal))?.files).toHaveLength(count)
    expect((await again(bench, contents(count))).files).toHaveLength(count)
    expect(bench.server.writes()).toBe(before)
  })

  test.each([
    ['numbers alone', ['link']],
    ['links alone', ['x-next-page']],
    ['neither of them', ['x-next-page', 'link']]
  ])('a list is read to its end by %s', async (_, taken) => {
    fill(230)
    for (const tag of tagsOf(230)) publish(tag)
    const place = gitlabPlaceOf(bench.server, { fetch: withoutHeaders(...taken) })
    expect(await gitlabPublisher(place, bench.local.files).list(signal)).toHaveLength(231)
  })

  test('pages that are found by keys, not by numbers, are all read', async () => {
    bench.server.state.pagesByKeys = true
    for (const tag of tagsOf(230)) publish(tag)
    expect(await bench.publisher().list(signal)).toHaveLength(231)
  })
})

const changed =
  (change: (headers: Headers) => void): typeof fetch =>
  async (input, init) => {
    const { body, status, headers } = await fetch(input, init)
    const kept = new Headers(headers)
    change(kept)
    return new Response(body, { status, headers: kept })
  }
const withoutHeaders = (...names: readonly string[]): typeof fetch =>
  changed((headers) => names.forEach((name) => headers.delete(name)))
const withLink = (link: string): typeof fetch => changed((headers) => headers.set('link', link))
