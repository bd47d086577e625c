import { expect, test } from '@jest/globals'
import {
  chooseVersion,
  isHighest,
  isPrerelease,
  listMinorsBefore,
  parseTagFolder,
  readVersionOfTag
} from '../../../src/facts/version.ts'

const seen = { tags: [] as string[], allTags: [] as string[], commit: '1a2b3c4d5e6f', moduleDir: '', shallow: false }
const asked = { version: '', event: { kind: 'local' as const }, release: true }

test('a release of a commit with one version tag takes it', () => {
  expect(chooseVersion(asked, { ...seen, tags: ['nightly', 'v1.2.3'] })).toMatchObject({
    version: '1.2.3',
    tag: 'v1.2.3'
  })
})

test('a release of a commit without a tag is refused, and a shallow clone is named as the likely reason', () => {
  expect(() => chooseVersion(asked, seen)).toThrow('commit 1a2b3c4 has no version tag')
  expect(() => chooseVersion(asked, { ...seen, shallow: true })).toThrow(
    expect.objectContaining({ kind: 'input', hint: expect.stringContaining('shallow') })
  )
})

test('a module in a subdirectory is told the tag that it would be released by', () => {
  const cli = { ...seen, moduleDir: 'cli', tags: ['v1.2.3'], allTags: ['v1.2.3'] }
  for (const event of [asked.event, { kind: 'tag' as const, tag: 'v1.2.3' }])
    expect(() => chooseVersion({ ...asked, event }, cli)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('git tag cli/v1.2.3') })
    )
  expect(() => chooseVersion({ ...asked, version: '2.0.0' }, cli)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('git tag cli/v2.0.0') })
  )
})

test('several version tags on one commit are never chosen from, unless somebody names one', () => {
  const two = { ...seen, tags: ['v1.2.3', 'v1.3.0'] }
  expect(() => chooseVersion(asked, two)).toThrow('several version tags: v1.2.3, v1.3.0')
  expect(chooseVersion({ ...asked, version: '1.3.0' }, two)).toMatchObject({ tag: 'v1.3.0' })
  expect(chooseVersion({ ...asked, event: { kind: 'tag', tag: 'v1.2.3' } }, two)).toMatchObject({ version: '1.2.3' })
})

test('a build or gate of such commits gets a snapshot version that says why', () => {
  const snapshot = chooseVersion({ ...asked, release: false }, { ...seen, tags: ['v1.2.3', 'v1.3.0'] })
  expect(snapshot).toMatchObject({ version: '0.0.0-snapshot.1a2b3c4', tag: undefined })
  expect(snapshot.why).toContain('v1.2.3, v1.3.0')
})

test('a tag that started the run and is not on the checked out commit stops it: it was moved', () => {
  const event = { kind: 'tag' as const, tag: 'v1.0.0' }
  expect(() => chooseVersion({ ...asked, event }, { ...seen, allTags: ['v1.0.0'] })).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('moved') })
  )
  expect(() => chooseVersion({ ...asked, event }, seen)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('fetch tags') })
  )
})

test('a tag with odd characters is shown without its control characters', () => {
  const event = { kind: 'tag' as const, tag: 'v1\u202e\n::add-mask::$(id)' }
  expect(() => chooseVersion({ ...asked, event }, seen)).toThrow(
    '"v1<U+202E><U+000A>::add-mask::$(id)" is not a version'
  )
})

test('--version that no tag on the commit carries is refused in a release and taken in a build', () => {
  expect(() => chooseVersion({ ...asked, version: '2.0.0' }, { ...seen, tags: ['v1.0.0'] })).toThrow(
    'has no tag for version 2.0.0 (its tags: "v1.0.0")'
  )
  expect(chooseVersion({ ...asked, version: '2.0.0', release: false }, seen)).toMatchObject({
    version: '2.0.0',
    tag: undefined
  })
})

test.each([
  ['v1.2.3', '', '1.2.3'],
  ['1.2.3', '', '1.2.3'],
  ['v1.2.3-rc.1+build.5', '', '1.2.3-rc.1+build.5'],
  ['sub/v1.2.3', 'sub', '1.2.3'],
  ['v1.2.3', 'sub', undefined],
  ['sub/v1.2.3', '', undefined],
  ['v1.2', '', undefined],
  ['v01.2.3', '', undefined],
  ['release-1.2.3', '', undefined]
])('tag %s of a module in %j means version %s', (tag, moduleDir, version) => {
  expect(readVersionOfTag(tag, moduleDir)).toBe(version)
})

test('a prerelease or a back-port is never the highest, the highest stable version is', () => {
  const tags = ['v1.0.0', 'v1.9.0', 'v2.0.0-rc.1', 'other/v9.0.0']
  expect(isHighest('1.9.1', '', tags)).toBe(true)
  expect(isHighest('1.0.1', '', tags)).toBe(false)
  expect(isHighest('2.0.0-rc.2', '', tags)).toBe(false)
  expect(isPrerelease('2.0.0-rc.2')).toBe(true)
})

test.each([
  ['v1.2.3', '', '1.2.3'],
  ['1.2.3-rc-v2.0.0', '', '1.2.3-rc-v2.0.0'],
  ['tools/cli/v1.2.3', 'tools/cli', '1.2.3'],
  ['app-v1.2.3', 'app-', '1.2.3'],
  ['apps/app_1.2.3-rc.1', 'apps/app_', '1.2.3-rc.1'],
  ['@team/app@1.2.3', '@team/app@', '1.2.3'],
  ['release/v1.2.3', 'release', '1.2.3']
])('the tag %s begins with %j and has the version %s', (tag, place, version) => {
  expect(parseTagFolder(tag)).toBe(place)
  expect(readVersionOfTag(tag, place)).toBe(version)
})

test('a tag counts for the prefix that slipway.yaml says, and for no other', () => {
  const own = { ...seen, tags: ['v3.0.0', 'app-v1.2.3'], moduleDir: 'app' }
  const ask = (tagPrefix: string | undefined, tag?: string) =>
    chooseVersion(
      { version: '', event: { kind: 'tag', ...(tag !== undefined && { tag }) }, release: true },
      { ...own, tagPrefix }
    )
  expect(ask('app-')).toMatchObject({ version: '1.2.3', tag: 'app-v1.2.3' })
  expect(ask('app-', 'app-v1.2.3')).toMatchObject({ version: '1.2.3' })
  expect(() => ask('app-', 'v3.0.0')).toThrow(
    expect.objectContaining({ hint: 'Tags begin with app- (tag-prefix in slipway.yaml): git tag app-v3.0.0.' })
  )
  expect(() => ask(undefined, 'app-v1.2.3')).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('say tag-prefix: app- in slipway.yaml') })
  )
})

test.each([
  ['2026.11', 'v2026.11.0'],
  ['v2026.11.03', 'v2026.11.3'],
  ['2026-11-30', 'v2026.11.30'],
  ['release-26.04.1', 'v26.4.1'],
  ['2026.11.30.2', 'v2026.11.30']
])('the date %s is explained as no semantic version', (tag, near) => {
  const own = { ...seen, tags: [tag], allTags: [tag] }
  for (const event of [{ kind: 'tag', tag } as const, { kind: 'local' } as const])
    expect(() => chooseVersion({ version: '', event, release: true }, own)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(`three numbers without zeros before them.*: ${near}\\.$`) })
    )
})

test('of the releases before a version the last of each minor counts, the newest first', () => {
  const tags = ['v1.0.0', 'v1.0.1', 'v1.1.0', 'v1.2.0-rc.1', 'v1.2.0', 'v2.0.0', 'v0.9.9', 'nightly']
  expect(listMinorsBefore('1.2.0', '', tags)).toEqual(['v1.1.0', 'v1.0.1', 'v0.9.9'])
})
