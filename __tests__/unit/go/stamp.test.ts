import { describe, expect, test } from '@jest/globals'
import { deriveStampedVersion } from '../../../src/go/stamp.ts'
import type { Facts } from '../../../src/model/nouns.ts'

const FACTS: Facts = {
  root: '/work',
  moduleDir: '',
  module: 'example.com/h',
  goLine: '1.21',
  toolchainLine: undefined,
  vendored: false,
  commit: '621c1df41404'.padEnd(40, '0'),
  committedAt: '2026-11-22T20:40:25Z',
  tags: [],
  allTags: [],
  tagCommits: {},
  mergedTags: [],
  dirty: [],
  dirtyDigest: '',
  shallow: false,
  remote: undefined
}
const PSEUDO = '*20261122204025-621c1df41404'

const stamped = (change: Partial<Facts>, tag: string | undefined, go: string) => {
  const facts = { ...FACTS, ...change }
  return deriveStampedVersion({ ...facts, mergedTags: [...facts.mergedTags, ...facts.tags] }, tag, '1.0.0', go)
}

describe('the version that build info may name', () => {
  // What the real ones wrote, each into a program of such a repository.
  test.each<[string, Partial<Facts>, string, Readonly<Record<string, string>>]>([
    ['of a root', { tags: ['v1.0.0'] }, 'v1.0.0', { 'go1.24.9': 'v1.0.0', 'go1.25.0': 'v1.0.0', 'go1.26.8': 'v1.0.0' }],
    [
      'of a second major version, where go 1.24 asks the name of the folder',
      { module: 'example.com/h/v2', tags: ['v2.1.0'] },
      'v2.1.0',
      { 'go1.24.0': '(devel)', 'go1.24.9': 'v2.1.0', 'go1.25.0': 'v2.1.0', 'go1.26.8': 'v2.1.0' }
    ],
    [
      'in a subdirectory, where go 1.24 takes tags of the root',
      { module: 'example.com/h/tools/cli', moduleDir: 'tools/cli', tags: ['v1.9.0', 'tools/cli/v1.2.3'] },
      'tools/cli/v1.2.3',
      { 'go1.24.0': 'v1.9.0', 'go1.25.0': 'v1.2.3', 'go1.26.8': 'v1.2.3' }
    ],
    [
      'in a subdirectory below no module',
      { module: 'example.com/h/tools/cli', moduleDir: 'tools/cli', tags: ['tools/cli/v1.2.3'] },
      'tools/cli/v1.2.3',
      { 'go1.24.0': 'v0.0.0-20261122204025-621c1df41404', 'go1.25.0': '(devel)', 'go1.26.8': '(devel)' }
    ],
    [
      'in the folder of a major version, whose tags are above it',
      { module: 'example.com/h/cli/v2', moduleDir: 'cli/v2', tags: ['cli/v2/v2.0.0'] },
      'cli/v2/v2.0.0',
      { 'go1.24.0': 'v0.0.0-20261122204025-621c1df41404', 'go1.26.8': 'v2.0.0-20261122204025-621c1df41404' }
    ],
    [
      'of gopkg.in',
      { module: 'gopkg.in/h.v2', tags: ['v2.1.0'] },
      'v2.1.0',
      { 'go1.24.9': 'v0.0.0-20261122204025-621c1df41404', 'go1.25.0': '(devel)', 'go1.26.8': '(devel)' }
    ]
  ])('%s is what go writes', (_, change, tag, wrote) => {
    for (const [go, version] of Object.entries(wrote)) {
      const { versions } = stamped(change, tag, go)
      const fits = versions.filter((one) => (one.startsWith('*') ? version.endsWith(one.slice(1)) : version === one))
      expect([go, version, versions, fits.length]).toEqual([go, version, versions, 1])
    }
  })

  test('is one alone where the tag decides, and none where it has no say', () => {
    expect(stamped({ tags: ['v1.0.0', 'other'] }, 'v1.0.0', 'go1.26.8').versions).toEqual(['v1.0.0'])
    expect(stamped({ module: 'example.com/h/v2', tags: ['v2.1.0'] }, 'v2.1.0', 'go1.25.0').versions).toEqual(['v2.1.0'])
    expect(stamped({ tags: ['v1.0.0'] }, 'v1.0.0', 'go1.23.4').versions).toEqual([])
    expect(stamped({ tags: ['v1.0.0'], dirty: ['a.go'] }, 'v1.0.0', 'go1.26.8').versions).toEqual([])
    expect(stamped({}, undefined, 'go1.26.8').versions).toEqual([])
  })

  test('in a subdirectory is of its own tags, the commit, or none, and never that of another module', () => {
    const change = { module: 'example.com/h/cli', moduleDir: 'cli', tags: ['v9.0.0', 'api/v3.0.0', 'cli/v1.2.3'] }
    expect(stamped(change, 'cli/v1.2.3', 'go1.26.8').versions).toEqual(['v1.2.3', PSEUDO, '(devel)'])
  })
})

describe('what go makes that version from', () => {
  const from = (change: Partial<Facts>, tag: string | undefined, go = 'go1.26.8') => stamped(change, tag, go).from

  test('is the tag where there is one: other tags and a deeper clone change nothing', () => {
    const one = from({ tags: ['v1.0.0'] }, 'v1.0.0')
    expect(one).toEqual(['v1.0.0'])
    expect(from({ tags: ['latest', 'v1.0.0', 'cli/v1.0.0'], mergedTags: ['v0.9.0'] }, 'v1.0.0')).toEqual(one)
    expect(from({ tags: ['v1.0.0'], shallow: true }, 'v1.0.0')).toEqual(one)
    expect(from({ tags: ['v1.0.0', 'v1.0.1'] }, 'v1.0.0')).toEqual(['v1.0.1'])
    const sub = { moduleDir: 'cli', tags: ['v1.0.0', 'cli/v1.2.3'] }
    expect(from(sub, 'cli/v1.2.3')).toEqual(from({ ...sub, tags: ['cli/v1.2.3'], shallow: true }, 'cli/v1.2.3'))
  })

  test('is the history where there is none', () => {
    const bare = from({}, undefined)
    expect(from({ tags: ['latest'] }, undefined)).toEqual(bare)
    for (const other of [{ tags: ['v2.0.0'] }, { mergedTags: ['v0.9.0'] }, { shallow: true }])
      expect(from(other, undefined)).not.toEqual(bare)
    expect(from({ mergedTags: ['v0.9.0'] }, undefined)).not.toEqual(from({ mergedTags: ['v0.9.1'] }, undefined))
  })

  test('is nothing before go 1.24, which writes none', () => {
    expect(from({ tags: ['v1.0.0'], shallow: true }, 'v1.0.0', 'go1.23.4')).toEqual([])
  })
})
