import { expect, test } from '@jest/globals'
import {
  makeDifferenceFailure,
  makeLackingFailure,
  refuseOtherRelease
} from '../../../../src/adapters/releases/finished.ts'
import type { Published } from '../../../../src/model/ports/publisher.ts'

const published = (change: Partial<Published> = {}, ...names: readonly string[]): Published => ({
  tag: 'v1.0.0',
  url: 'https://example.com/v1.0.0',
  files: names.map((name) => ({ name, size: 1, sha256: undefined })),
  yanked: undefined,
  download: () => {
    throw new Error('nothing is downloaded')
  },
  ...change
})

test.each<[string, Partial<Published>, string, string]>([
  ['on a platform', {}, 'delete the release (and keep its tag)', 'immutable'],
  ['that is immutable', { frozen: true }, 'Release under a new version', 'delete'],
  ['in a folder', { pathOf: (name) => `/releases/${name}` }, 'Remove that folder', 'page']
])('what to do about a release %s that lacks a file', (_, change, does, not) => {
  const { hint } = makeLackingFailure(published(change), 'a.zip')
  expect(hint).toContain(does)
  expect(hint).not.toContain(not)
})

test('other bytes are said after uploads too: that nothing was changed is not', () => {
  const { hint } = makeDifferenceFailure('the draft', 'b.zip', 'one', 'two')
  expect(hint).not.toContain('Nothing was changed')
  expect(hint).toContain('That file was left as it is')
})

const again = (found: Published) => ({ find: () => Promise.resolve(found), wait: () => Promise.resolve() })

test('a file that is not listed yet is looked for again', async () => {
  await refuseOtherRelease(published(), ['a.zip'], again(published({}, 'a.zip')))
})

test('a release that lacks some of the files, all of them, or was taken back is refused', async () => {
  const some = published({}, 'a.zip')
  await expect(refuseOtherRelease(some, ['a.zip', 'b.zip'], again(some))).rejects.toThrow('published without b.zip')
  await expect(refuseOtherRelease(some, ['b.zip'], again(some))).rejects.toThrow('with no file of this one')
  const back = published({ yanked: 'broken' }, 'a.zip')
  await expect(refuseOtherRelease(back, [], again(back))).rejects.toThrow('was taken back')
})
