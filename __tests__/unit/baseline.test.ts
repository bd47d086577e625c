import { describe, expect, test } from '@jest/globals'
import { chooseBaseline } from '../../src/plan/baseline.ts'

const commits = (tags: readonly string[]) => Object.fromEntries(tags.map((tag, i) => [tag, String(i).repeat(40)]))

interface Case {
  readonly version?: string
  /** Null for a build of no tag. */
  readonly tag?: string | null
  readonly baseline?: string
  readonly merged?: readonly string[]
  readonly moduleDir?: string
  readonly shallow?: boolean
}

const choose = (tags: readonly string[], given: Case = {}) => {
  const { version = '1.2.0', tag = 'v1.2.0', baseline = 'auto', merged = tags, moduleDir = '', shallow = false } = given
  const chosen = chooseBaseline(
    { baseline, version, tag: tag ?? undefined, from: undefined },
    { moduleDir, tagCommits: commits(tags), mergedTags: merged, shallow }
  )
  return 'skip' in chosen ? chosen.skip : chosen.tag
}

describe('the baseline', () => {
  test.each([
    ['the highest below, not the newest tag', ['v1.0.0', 'v1.1.0', 'v1.0.1', 'v1.2.0'], '1.2.0', 'v1.1.0'],
    ['ten is more than nine', ['v1.9.0', 'v1.10.0', 'v1.2.0'], '1.10.1', 'v1.10.0'],
    ['an old line is compared with itself', ['v1.8.0', 'v1.9.0', 'v1.9.1', 'v1.10.0', 'v2.0.0'], '1.9.2', 'v1.9.1'],
    ['the first of a new major line with the end of the old one', ['v1.9.0', 'v1.10.3'], '2.0.0', 'v1.10.3'],
    ['prereleases are not taken', ['v1.1.0', 'v1.2.0-rc.1', 'v1.2.0-rc.2'], '1.2.0', 'v1.1.0'],
    ['a prerelease is compared with the stable one below', ['v1.1.0', 'v1.2.0-rc.1'], '1.2.0-rc.2', 'v1.1.0'],
    ['other words are no versions', ['release-1', 'v1', 'latest', 'v1.1.0'], '1.2.0', 'v1.1.0']
  ] as const)('%s', (_, tags, version, expected) => {
    expect(choose(tags, { version, tag: `v${version}` })).toBe(expected)
  })

  test('tags of another module of the repository do not count', () => {
    expect(choose(['v1.1.0', 'cli/v1.0.0', 'cli/v1.1.5'], { tag: 'cli/v1.2.0', moduleDir: 'cli' })).toBe('cli/v1.1.5')
    expect(choose(['v1.1.0', 'cli/v1.1.5'])).toBe('v1.1.0')
  })

  test('a first release has none, and says so', () => {
    expect(choose(['v1.2.0'])).toBe('no stable version below 1.2.0 has a tag: a first release')
    expect(choose(['v1.3.0', 'v1.2.0'])).toBe('no stable version below 1.2.0 has a tag: a first release')
    expect(choose([], { shallow: true })).toMatch(/shallow/)
  })

  test('a build without a version is compared with the highest release in its history', () => {
    const snapshot = { version: '0.0.0-snapshot.abc', tag: null, merged: ['v1.0.0', 'v1.1.0', 'v1.1.1-rc.1'] }
    expect(choose(['v1.0.0', 'v1.1.0', 'v1.1.1-rc.1', 'v2.0.0'], snapshot)).toBe('v1.1.0')
    expect(choose(['v2.0.0'], { ...snapshot, merged: [] })).toBe('no version was released before this commit')
  })

  test('a tag that is named is taken, whatever it is, if it is there', () => {
    const tags = ['v1.0.0', 'v1.2.0-rc.1', 'v2.0.0']
    expect(choose(tags, { baseline: 'v1.2.0-rc.1' })).toBe('v1.2.0-rc.1')
    expect(choose(tags, { baseline: 'v2.0.0' })).toBe('v2.0.0')
    expect(choose(tags, { baseline: 'none' })).toBe('baseline is none')
    expect(() => choose(tags, { baseline: 'v9.0.0' })).toThrow(
      expect.objectContaining({ kind: 'input', hint: 'Tags of this module: v2.0.0, v1.2.0-rc.1, v1.0.0.' })
    )
  })
})
