import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import type { Publisher } from '../../src/model/ports/publisher.ts'
import type { Fault, Seen } from '../fakes/github/server.ts'
import {
  GITHUB_LIMITS,
  GITHUB_LIMITS_WITHOUT_TIME,
  GITLAB_LIMITS,
  GITLAB_LIMITS_WITHOUT_TIME,
  type Limits
} from '../fakes/platform/limits.ts'
import {
  githubBench,
  gitlabBench,
  gitlabPlaceOf,
  placeOf,
  TAG,
  wanted,
  type Bench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = { 'demo.zip': 'a program', 'checksums.txt': 'sums' }
const SOON = 3
const FAR = 3000
/** Each of these tests waits minutes of a platform's time. */
const timing = { second: 0.02, pace: 0, patience: 2000 }

interface Scene {
  readonly bench: Bench
  readonly publisher: Publisher
  readonly server: { fault: (seen: Seen, count: number) => Fault | undefined; readonly log: readonly Seen[] }
}

const isWrite = ({ method, target }: Seen): boolean => method !== 'GET' && !target.endsWith('generate-notes')

const github = async (): Promise<Scene> => {
  const bench = await githubBench()
  return {
    bench,
    publisher: githubPublisher(placeOf(bench.server, { timing }), bench.local.files),
    server: bench.server
  }
}
const gitlab = async (): Promise<Scene> => {
  const bench = await gitlabBench()
  return {
    bench,
    publisher: gitlabPublisher(gitlabPlaceOf(bench.server, { timing }), bench.local.files),
    server: bench.server
  }
}

describe.each<[string, () => Promise<Scene>, Limits, Limits]>([
  ['GitHub', github, GITHUB_LIMITS, GITHUB_LIMITS_WITHOUT_TIME],
  ['GitLab', gitlab, GITLAB_LIMITS, GITLAB_LIMITS_WITHOUT_TIME]
])('a limit of %s', (name, start, limits, without) => {
  let scene: Scene
  beforeEach(async () => void (scene = await start()))
  afterEach(async () => {
    await scene.bench[Symbol.asyncDispose]()
    expect(scene.bench.complaints()).toEqual([])
  })

  async function release(): Promise<void> {
    const { bench, publisher } = scene
    await using draft = await publisher.draft(wanted(), signal)
    for (const [file, content] of Object.entries(FILES)) await draft.add(await bench.local.make(file, content))
    await draft.publish()
  }
  /** Answers each kind of request so once, the first time that it is made. */
  function once(limit: Limits[number][1], matches: (seen: Seen) => boolean): void {
    const met = new Set<string>()
    scene.server.fault = (seen) => {
      const kind = `${seen.method} ${seen.target.replace(/\d+/g, '#')}`
      if (!matches(seen) || met.has(kind)) return undefined
      met.add(kind)
      return { when: 'before', with: limit(Date.now(), SOON) }
    }
  }

  test.each([...limits, ...without])('is waited for, and nothing is done twice: %s', async (_, limit) => {
    once(limit, () => true)
    await release()
    expect(await scene.bench.visible()).toEqual(FILES)
    const written = scene.server.log.filter((seen) => seen.wrote)
    expect(written).toHaveLength(name === 'GitHub' ? 4 : 3)
  })

  test.each(limits)('that ends in an hour stops the run at the first write, with the time: %s', async (_, limit) => {
    const before = Date.now()
    scene.server.fault = (seen) => (isWrite(seen) ? { when: 'before', with: limit(Date.now(), FAR) } : undefined)
    const failed = await release().then(
      () => undefined,
      (error: unknown) => error
    )
    expect(failed).toMatchObject({ kind: 'host', message: expect.stringContaining('rate limit is used up until') })
    const until = Date.parse(/until (\S+Z)/.exec(String(failed))?.[1] ?? '')
    expect(Math.round((until - before) / 60_000)).toBe(FAR / 60)
    expect(scene.server.log.filter(isWrite)).toHaveLength(1)
    expect(await scene.bench.visible()).toBeUndefined()
  })

  test.each(without)('that never ends and tells no time stops the run: %s', async (_, limit) => {
    scene.server.fault = (seen) => (isWrite(seen) ? { when: 'before', with: limit(Date.now(), SOON) } : undefined)
    await expect(release()).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringContaining('rate limit is used up'),
      hint: expect.stringContaining('Run again')
    })
    expect(scene.server.log.filter(isWrite).length).toBeLessThan(24)
    expect(await scene.publisher.find(TAG, signal)).toBeUndefined()
  })
})
