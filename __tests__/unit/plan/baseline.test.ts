import { describe, expect, test } from '@jest/globals'
import { chooseBaseline } from '../../../src/plan/baseline.ts'

const commits = (tags: readonly string[]) => Object.fromEntries(tags.map((tag, i) => [tag, String(i).repeat(40)]))

interface Case {
  readonly version?: string
  /** Null for a build of no tag. */
  readonly tag?: string | null
  readonly baseline?: string
  readonly merged?: readonly string[]
  readonly moduleDir?: string
  readonly shallow?: boolean
  readonly yanked?: Readonly<Record<string, string>>
}

const chosen = (tags: readonly string[], given: Case = {}) => {
  const { version = '1.2.0', tag = 'v1.2.0', baseline = 'auto', merged = tags, moduleDir = '', shallow = false } = given
  return chooseBaseline(
    { baseline, version, tag: tag ?? undefined, from: undefined, yanked: given.yanked ?? {} },
    { moduleDir, tagCommits: commits(tags), mergedTags: merged, shallow }
  )
}
const choose = (tags: readonly string[], given: Case = {}) => {
  const one = chosen(tags, given)
  return 'skip' in one ? one.skip : one.tag
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

  test('a tag above the version that is built is refused: nobody upgrades to what is older', () => {
    const tags = ['v1.0.0', 'v1.2.0', 'v1.2.1', 'v2.0.0']
    for (const baseline of ['v1.2.1', 'v2.0.0'])
      expect(() => choose(tags, { baseline })).toThrow(
        expect.objectContaining({
          kind: 'input',
          message: `the baseline "${baseline}" is above 1.2.0: an upgrade goes up`,
          hint: 'Name a version below it, or leave it out: the highest stable one below 1.2.0 is taken.'
        })
      )
  })

  test('a release that was taken back is passed over, with the reason, unless it is named', () => {
    const tags = ['v1.0.0', 'v1.1.0', 'v1.1.1', 'v1.2.0']
    const yanked = { 'v1.1.1': 'it loses data', 'v1.1.0': 'so does this one' }
    expect(chosen(tags, { yanked: { 'v1.1.1': 'it loses data' } })).toMatchObject({
      tag: 'v1.1.0',
      why: 'the highest stable version below 1.2.0; v1.1.1 was taken back: it loses data'
    })
    expect(chosen(tags, { yanked: { 'v1.0.0': 'long ago' } })).toMatchObject({
      tag: 'v1.1.1',
      why: 'the highest stable version below 1.2.0'
    })
    expect(choose(tags.slice(1), { yanked })).toBe(
      'every version before has been taken back: v1.1.1 was taken back: it loses data; v1.1.0 was taken back: so does this one'
    )
    expect(chosen(tags, { yanked, baseline: 'v1.1.1' })).toMatchObject({
      tag: 'v1.1.1',
      why: '--baseline names it, though it was taken back: it loses data'
    })
    const merged = { version: '0.0.0-snapshot.abc', tag: null, merged: tags }
    expect(choose(tags, { ...merged, yanked: { 'v1.2.0': 'no' } })).toBe('v1.1.1')
  })

  test('a tag that is named is taken, whatever it is, if it is there', () => {
    const tags = ['v1.0.0', 'v1.2.0-rc.1', 'v2.0.0']
    expect(choose(tags, { baseline: 'v1.2.0-rc.1' })).toBe('v1.2.0-rc.1')
    expect(choose(tags, { baseline: 'v2.0.0', version: '0.0.0-snapshot.abc', tag: null })).toBe('v2.0.0')
    expect(choose(tags, { baseline: 'none' })).toBe('baseline is none')
    expect(() => choose(tags, { baseline: 'v9.0.0' })).toThrow(
      expect.objectContaining({ kind: 'input', hint: 'Tags of this module: v2.0.0, v1.2.0-rc.1, v1.0.0.' })
    )
  })
})
