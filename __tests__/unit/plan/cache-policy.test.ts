import { describe, expect, test } from '@jest/globals'
import { chooseCaching, makeCacheKeys } from '../../../src/plan/cache-policy.ts'
import type { Event } from '../../../src/facts/event.ts'

const work = {
  ...{ module: 'example.com/hello', go: 'go1.26.8', sums: 'a', recipe: ['linux/amd64'], commit: 'c1' },
  ...{ folder: '/src', out: '/src/.slipway' }
}
const job = { machine: 'linux-x64', run: '17', attempt: '2', job: 'gate' }

/** Whether an entry under one run's key is found by another run. */
const hits = (
  kind: keyof ReturnType<typeof makeCacheKeys>,
  earlier: Partial<typeof work>,
  other: Partial<typeof job> = {}
) => {
  const { key } = makeCacheKeys({ ...work, ...earlier }, { ...job, ...other })[kind]
  const now = makeCacheKeys(work, job)[kind]
  return key === now.key ? 'exactly' : now.prefixes.some((prefix) => key.startsWith(prefix)) ? 'partly' : 'not'
}

describe('the keys of caches', () => {
  test('find the packages of another commit, of other modules, and of another program of this module', () => {
    expect(hits('build', {})).toBe('exactly')
    expect(hits('build', { commit: 'c0' })).toBe('partly')
    expect(hits('build', { commit: 'c0', sums: 'b' })).toBe('partly')
    expect(hits('build', { commit: 'c0', recipe: ['windows/amd64'] })).toBe('partly')
  })

  test('find no package of another Go, another machine or another module', () => {
    expect(hits('build', { go: 'go1.26.80' })).toBe('not')
    expect(hits('build', {}, { machine: 'linux-arm64' })).toBe('not')
    expect(hits('build', { module: 'example.com/other' })).toBe('not')
  })

  test('take nearer packages before those of another program', () => {
    const { build } = makeCacheKeys(work, job)
    expect(build.prefixes).toHaveLength(3)
    expect(build.prefixes.map((prefix) => prefix.length)).toEqual(
      build.prefixes.map((prefix) => prefix.length).toSorted((a, b) => b - a)
    )
  })

  test('find the same modules whatever the commit, and most of them after a change', () => {
    expect(hits('modules', { commit: 'c0', go: 'go1.27.0' })).toBe('exactly')
    expect(hits('modules', { sums: 'b' })).toBe('partly')
  })

  test('find the steps of an earlier attempt of the same job, and of no other', () => {
    expect(hits('steps', {}, { attempt: '1' })).toBe('partly')
    expect(hits('steps', {}, { run: '18' })).toBe('not')
    expect(hits('steps', {}, { run: '1' })).toBe('not')
    expect(hits('steps', {}, { job: 'other' })).toBe('not')
  })
})

describe('what a run may have of a cache service', () => {
  const of = (mode: 'gate' | 'build' | 'release', event: Event, wanted = true, isOwn = true) => {
    const { skip, save } = chooseCaching(mode, event, wanted, isOwn)
    return skip === undefined ? save : 'nothing'
  }

  test('is nothing for what people will run, and nothing when it is off', () => {
    expect(of('release', { kind: 'tag', tag: 'v1.0.0' })).toBe('nothing')
    expect(of('release', { kind: 'other' })).toBe('nothing')
    expect(of('build', { kind: 'push' })).toBe('nothing')
    expect(of('gate', { kind: 'tag', tag: 'v1.0.0' })).toBe('nothing')
    expect(of('gate', { kind: 'push' }, false)).toBe('nothing')
  })

  test('is reading for code of somebody else, whatever its token may do', () => {
    expect(of('gate', { kind: 'pull-request', untrusted: 'a pull request from mallory/demo' })).toBe('none')
    expect(of('gate', { kind: 'other', untrusted: 'a run after one of mallory/demo' })).toBe('none')
  })

  test('is reading for another commit than the one that the run was started for, whoever started it', () => {
    expect(of('gate', { kind: 'other' }, true, false)).toBe('none')
    expect(of('gate', { kind: 'push' }, true, false)).toBe('none')
    // Its scope is its own: the merge commit, or the head alone.
    expect(of('gate', { kind: 'pull-request', pullRequest: 7 }, true, false)).toBe('first')
  })

  test('is all for a branch, and what is missing for a pull request or a merge queue, which only they can read', () => {
    expect(of('gate', { kind: 'push' })).toBe('all')
    expect(of('gate', { kind: 'other' })).toBe('all')
    expect(of('gate', { kind: 'pull-request', pullRequest: 7 })).toBe('first')
    expect(of('gate', { kind: 'merge-queue' })).toBe('first')
  })
})
