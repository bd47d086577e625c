import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { findOwnerOfLatest } from '../../../src/publish/latest.ts'
import { findHigher, findSuccessor, takeBack } from '../../../src/publish/yank.ts'
import {
  stripYankFromTitle,
  stripYank,
  addYankToNotes,
  addYankToTitle,
  parseYank
} from '../../../src/model/release-marks.ts'
import { memoryFiles } from '../../fakes/files.ts'
import { emptyMemory, inMemory } from '../../fakes/platform/publisher.ts'

const { signal } = new AbortController()
const plain = (tag: string, change = {}) => ({ tag, prerelease: false, yanked: false, ...change })

test('the highest stable release that nobody took back comes after one that is', () => {
  const releases = [plain('v1.0.0'), plain('v1.10.0'), plain('v1.9.0'), plain('v2.0.0')]
  expect(findSuccessor('v2.0.0', releases)).toBe('v1.10.0')
  expect(findSuccessor('v2.0.0', [plain('v1.0.0'), plain('v1.1.0', { yanked: true }), plain('v2.0.0')])).toBe('v1.0.0')
  expect(findSuccessor('v2.0.0', [plain('v1.0.0'), plain('v1.1.0', { prerelease: true })])).toBe('v1.0.0')
  expect(findSuccessor('v2.0.0', [plain('v1.0.0'), plain('v1.1.0-rc.1')])).toBe('v1.0.0')
  expect(findSuccessor('v2.0.0', [plain('sub/v1.0.0'), plain('nightly')])).toBeUndefined()
  expect(findSuccessor('sub/v2.0.0', [plain('sub/v1.0.0'), plain('v3.0.0')])).toBe('sub/v1.0.0')
})

test('modules of one repository do not take the latest release from each other', () => {
  const both = [plain('v3.0.0'), plain('tools/v1.0.0')]
  expect(findOwnerOfLatest('tools/v1.1.0', both, 'v3.0.0')).toBe('v3.0.0 is a release of the module in the root')
  expect(findOwnerOfLatest('v3.1.0', both, 'tools/v1.0.0')).toBeUndefined()
  expect(findOwnerOfLatest('v2.9.0', both, undefined)).toBe('v3.0.0 is published and higher')
  const apart = [plain('api/v1.0.0'), plain('tools/v1.0.0')]
  expect(findOwnerOfLatest('tools/v1.1.0', apart, 'api/v1.0.0')).toBe('api/v1.0.0 is a release of another module')
  expect(findOwnerOfLatest('tools/v1.1.0', apart, 'tools/v1.0.0')).toBeUndefined()
  expect(findOwnerOfLatest('tools/v1.1.0', [], undefined)).toBeUndefined()
  expect(
    findOwnerOfLatest('tools/v1.1.0', [plain('v3.0.0', { yanked: true }), plain('v3.1.0-rc.1')], undefined)
  ).toBeUndefined()
})

test('a back-port is known by a higher release', () => {
  expect(findHigher('v1.9.1', [plain('v1.9.0'), plain('v2.0.0')])).toBe('v2.0.0')
  expect(findHigher('v2.0.1', [plain('v1.9.0'), plain('v2.0.0')])).toBeUndefined()
  expect(findHigher('v1.9.1', [plain('v2.0.0', { yanked: true })])).toBeUndefined()
  expect(findHigher('nightly', [plain('v2.0.0')])).toBeUndefined()
})

test.each(['plain', 'with **marks** & <html>', 'a \\ back', '`code` [x](y)', '--> <!-- /slipway -->'])(
  'the mark holds the reason %j, and the notes come back whole',
  (why) => {
    const marked = addYankToNotes('# Notes\n\ntext', { why, half: false })
    expect(parseYank(marked)).toEqual({ why, half: false })
    expect(stripYank(marked)).toBe('# Notes\n\ntext')
    expect(stripYank(marked.replaceAll('\n', '\r\n'))).toBe('# Notes\n\ntext')
  }
)

test('a mark takes the place of an earlier one, and a title is marked once', () => {
  const half = addYankToNotes('text', { why: 'it broke', half: true })
  expect(parseYank(half)).toEqual({ why: 'it broke', half: true })
  const bad = addYankToNotes(half, { why: 'it is wrong', half: false })
  expect([parseYank(bad)?.why, stripYank(bad)]).toEqual(['it is wrong', 'text'])
  expect(addYankToTitle(addYankToTitle('demo'))).toBe('YANKED: demo')
  expect(stripYankFromTitle('YANKED: demo')).toBe('demo')
})

test('a mark in the middle of notes is none', () => {
  expect(parseYank(`text\n${addYankToNotes('', { why: 'x', half: false })}`)).toBeUndefined()
})

test('a release that cannot be taken back says so beside what was wrong with it', async () => {
  const publisher = {
    ...inMemory(emptyMemory(), memoryFiles()),
    list: () => Promise.reject(new Failure('host', 'no answer from github.example'))
  }
  const failed = new Failure('verification', 'a.zip is wrong', { hint: 'Do not use it.', exposed: true })
  expect(await takeBack(publisher, 'v1.0.0', failed, signal)).toMatchObject({
    kind: 'verification',
    message: 'a.zip is wrong\nv1.0.0 could not be taken back: no answer from github.example',
    hint: 'Do not use it.\nTake it back: slipway yank v1.0.0'
  })
})
