import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import type { Published, Publisher } from '../../src/model/ports/publisher.ts'
import type { Fault, Seen } from '../fakes/github/server.ts'
import { beginAsset, createRelease, finishAsset } from '../fakes/github/state.ts'
import {
  COMMIT,
  githubBench,
  gitlabBench,
  gitlabPlaceOf,
  leaveOn,
  placeOf,
  TAG,
  wanted,
  type GithubBench,
  type GitlabBench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = { 'demo.zip': 'a program', 'checksums.txt': 'sums' }
const INTENT = { tag: TAG, commit: COMMIT, names: Object.keys(FILES) }

async function release(bench: GithubBench | GitlabBench, publisher: Publisher): Promise<Published> {
  await using draft = await publisher.draft(wanted(), signal)
  for (const [name, content] of Object.entries(FILES)) await draft.add(await bench.local.make(name, content))
  return await draft.publish()
}

/** Does something when the first matching request arrives, before the platform sees it. */
const when = (matches: (seen: Seen) => boolean, act: () => void): ((seen: Seen) => Fault | undefined) => {
  let done = false
  return (seen) => {
    if (!done && matches(seen)) {
      done = true
      act()
    }
    return undefined
  }
}

describe('on GitHub', () => {
  let bench: GithubBench
  const publisher = (repository = 'octo/demo'): Publisher =>
    githubPublisher(placeOf(bench.server, { repository }), bench.local.files)
  beforeEach(async () => void (bench = await githubBench()))
  afterEach(async () => {
    expect(bench.server.violations).toEqual([])
    await bench[Symbol.asyncDispose]()
  })

  const rename = (): void => void Object.assign(bench.server.state, { repo: 'renamed', formerly: ['octo/demo'] })
  const isUpload = ({ at }: Seen): boolean => at === 'uploads'
  const isPublish = ({ method }: Seen): boolean => method === 'PATCH'
  const isCreate = ({ method, target }: Seen): boolean => method === 'POST' && target.endsWith('/releases')

  describe('a repository that was renamed', () => {
    test('is told in the preflight, with its new name', async () => {
      rename()
      await expect(publisher().foresee(INTENT, signal)).rejects.toMatchObject({
        kind: 'input',
        message: 'the repository octo/demo is called octo/renamed now',
        hint: 'Use octo/renamed.'
      })
    })

    test('is read through its old name: every page, the tag, and the bytes', async () => {
      await release(bench, publisher())
      for (let i = 0; i < 130; i++) createRelease(bench.server.state, { tag_name: `v0.0.${i}` }, '2026-01-01T00:00:00Z')
      rename()
      expect(await publisher().list(signal)).toHaveLength(131)
      expect(await publisher().commitOf(TAG, signal)).toBe(COMMIT)
      const found = await publisher().find(TAG, signal)
      let text = ''
      for await (const chunk of found?.download('demo.zip') ?? []) text += Buffer.from(chunk).toString()
      expect(text).toBe('a program')
    })

    test.each([
      ['a create', isCreate, 'moved to'],
      ['an upload', isUpload, 'redirects an upload'],
      ['a publish', isPublish, 'moved to']
    ])('takes no write through its old name: %s', async (_, matches, words) => {
      bench.server.fault = when(matches, rename)
      await expect(release(bench, publisher())).rejects.toMatchObject({
        kind: 'host',
        message: expect.stringContaining(words),
        hint: 'The repository was renamed or moved: use its new name.'
      })
      expect(await bench.visible()).toBeUndefined()

      await release(bench, publisher('octo/renamed'))
      expect(await bench.visible()).toEqual(FILES)
      expect(bench.server.state.releases).toHaveLength(1)
      expect(bench.server.log.filter((seen) => isUpload(seen) && seen.status === 201)).toHaveLength(2)
    })

    test('after the publish is read to the end, and the release stays', async () => {
      const published = await release(bench, publisher())
      rename()
      expect((await release(bench, publisher())).files).toHaveLength(2)
      expect(published.url).toContain('/octo/demo/')
      expect(bench.server.state.releases[0]?.body).not.toContain('yanked')
    })
  })

  describe('an archived repository', () => {
    test('is told in the preflight', async () => {
      bench.server.state.archived = true
      await expect(publisher().foresee(INTENT, signal)).rejects.toMatchObject({
        kind: 'environment',
        message: expect.stringContaining('is archived')
      })
    })

    test.each([
      ['a create', isCreate],
      ['an upload', isUpload],
      ['a publish', isPublish]
    ])('refuses %s, and the hint is to unarchive it', async (_, matches) => {
      bench.server.fault = when(matches, () => void (bench.server.state.archived = true))
      await expect(release(bench, publisher())).rejects.toMatchObject({
        kind: 'environment',
        message: expect.stringContaining('archived'),
        hint: expect.stringMatching(/unarchive/i)
      })
      expect(await bench.visible()).toBeUndefined()

      bench.server.state.archived = false
      await release(bench, publisher())
      expect(await bench.visible()).toEqual(FILES)
      expect(bench.server.state.releases).toHaveLength(1)
    })

    test('shows its releases, and a finished one is accepted', async () => {
      await release(bench, publisher())
      bench.server.state.archived = true
      expect((await release(bench, publisher())).files).toHaveLength(2)
    })
  })

  test('a ruleset that lets nobody make tags keeps a tag that is deleted in the last moment from being made anew', async () => {
    bench.server.state.restrictsTags = true
    bench.server.fault = when(isPublish, () => void (bench.server.state.refs = {}))
    await expect(release(bench, publisher())).rejects.toMatchObject({
      message: expect.stringContaining('creations being restricted'),
      hint: expect.stringMatching(/tag.*push it/i)
    })
    expect(await bench.visible()).toBeUndefined()
    expect(bench.server.state.refs).toEqual({})
  })

  test('the same ruleset is no obstacle to the release of a tag that is there', async () => {
    bench.server.state.restrictsTags = true
    await release(bench, publisher())
    expect(await bench.visible()).toEqual(FILES)
  })

  describe.each(['starter', 'open'] as const)('an asset in the state %s', (state) => {
    test('on the draft is looked at twice, taken away and uploaded', async () => {
      const draft = createRelease(bench.server.state, { tag_name: TAG, draft: true }, '2026-01-01T00:00:00Z')
      bench.server.state.unfinished = state
      beginAsset(bench.server.state, draft.id, 'demo.zip', 'application/zip', 9)
      await release(bench, publisher())
      expect(await bench.visible()).toEqual(FILES)
    })

    test('with bytes on the draft is no file yet', async () => {
      leaveOn(bench.server, 'demo.zip', 'a program')
      const [asset] = bench.server.state.releases[0]?.assets ?? []
      if (asset) asset.state = state
      await using draft = await publisher().draft(wanted(), signal)
      expect(draft.files).toEqual([])
    })

    test('on the published release is missing, not wrong: nothing is taken back', async () => {
      await release(bench, publisher())
      const [asset] = bench.server.state.releases[0]?.assets ?? []
      if (asset) asset.state = state
      await expect(release(bench, publisher())).rejects.toMatchObject({
        message: expect.stringContaining('published without demo.zip')
      })
      expect(bench.server.state.releases[0]?.body).not.toContain('yanked')
    })
  })

  test('an asset in a state that no reference tells of is named with the state, and stays', async () => {
    leaveOn(bench.server, 'demo.zip', 'a program')
    const draft = bench.server.state.releases[0]
    Object.assign(draft?.assets[0] ?? {}, { state: 'error' })
    await expect(release(bench, publisher())).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(/demo\.zip .*"error"/)
    })
    expect(draft?.assets).toHaveLength(1)
    // GitHub's description does not know it either.
    expect((bench.server.violations as string[]).splice(0)).not.toEqual([])
  })

  test('bytes that are there under another name of the repository are the same release', async () => {
    const draft = createRelease(bench.server.state, { tag_name: TAG, draft: true }, '2026-01-01T00:00:00Z')
    const bytes = Buffer.from('a program')
    const asset = beginAsset(bench.server.state, draft.id, 'demo.zip', 'application/zip', bytes.length)
    finishAsset(bench.server.state, draft.id, asset, bytes)
    rename()
    await release(bench, publisher('octo/renamed'))
    expect(bench.server.log.filter((seen) => isUpload(seen) && seen.status === 201)).toHaveLength(1)
  })
})

describe('on GitLab', () => {
  let bench: GitlabBench
  const access = { access: 'glpat-maintainer' }
  const publisher = (change: Parameters<typeof gitlabPlaceOf>[1] = {}): Publisher =>
    gitlabPublisher(gitlabPlaceOf(bench.server, change), bench.local.files)
  beforeEach(async () => void (bench = await gitlabBench()))
  afterEach(async () => {
    expect(bench.server.violations).toEqual([])
    await bench[Symbol.asyncDispose]()
  })

  test('a project that moved is found by its old path, and written to by its number', async () => {
    Object.assign(bench.server.state, { path: 'octo/renamed', formerly: ['octo/demo'] })
    await release(bench, publisher({ project: 'octo/demo', token: access }))
    expect(await bench.visible()).toEqual(FILES)
    expect(bench.server.state.releases.at(-1)?.links.map(({ url }) => url)).toEqual(
      expect.arrayContaining([expect.stringContaining('/projects/42/packages/generic/')])
    )
  })

  test.each<[string, Partial<GitlabBench['server']['state']>, string, RegExp]>([
    ['a project that is archived', { archived: true }, '403', /archived/],
    ['a project that switched its registry off', { packagesEnabled: false }, '403', /switched on/],
    ['an instance without a registry', { hasRegistry: false }, '404', /package registry/],
    ['a project that switched releases off', { releasesEnabled: false }, '403', /switched on/]
  ])('%s is a fault of the environment, told before anything is released', async (_, state, said, hint) => {
    Object.assign(bench.server.state, state)
    await expect(release(bench, publisher())).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(said),
      hint: expect.stringMatching(hint)
    })
    expect(bench.server.writes()).toBe(0)
  })

  test.each<[string, Partial<GitlabBench['server']['state']>]>([
    ['an instance without a registry', { hasRegistry: false }],
    ['a project that switched its registry off', { packagesEnabled: false }],
    ['a project that switched releases off', { releasesEnabled: false }]
  ])('%s stops a job in the preflight', async (_, state) => {
    Object.assign(bench.server.state, state)
    await expect(publisher().foresee(INTENT, signal)).rejects.toMatchObject({ kind: 'environment' })
  })

  test('a registry that is switched off in the middle of a run keeps the release unmade, and the next run finishes', async () => {
    const isSecond = ({ method }: Seen): boolean => method === 'PUT' && bench.server.state.files.length === 1
    bench.server.fault = when(isSecond, () => void (bench.server.state.packagesEnabled = false))
    await expect(release(bench, publisher())).rejects.toMatchObject({ kind: 'environment' })
    bench.server.state.packagesEnabled = true
    await release(bench, publisher())
    expect(await bench.visible()).toEqual(FILES)
    expect(bench.server.state.files).toHaveLength(2)
  })
})
