import { expect, test } from '@jest/globals'
import { parseReleaseRecord, type ReleaseRecord } from '../../../src/model/release-record.ts'
import type { Json } from '../../../src/base/json.ts'
import { foreignValues } from '../../fakes/hostile/foreign-values.ts'

const record: ReleaseRecord = {
  ...{ tag: 'v1.0.0', commit: 'c'.repeat(40), title: 'tool 1.0.0', notes: '# Notes', prerelease: false, latest: true },
  yanked: 'it loses data'
}
const parsed = (value: Json) => parseReleaseRecord(Buffer.from(JSON.stringify(value)))

test('a record is read as it was written, also of a release without a commit and of one that stands', () => {
  const { yanked: _, ...stands } = { ...record, commit: null }
  expect([parsed({ ...record }), parsed(stands)]).toEqual([record, stands])
})

test('what is not exactly a record is none', () => {
  const foreign = foreignValues({ ...record }, { optional: ['yanked'], nullable: ['commit'] })
  expect(foreign.flatMap(({ what, value }) => (parsed(value) ? [what] : []))).toEqual([])
  expect(parseReleaseRecord(Buffer.from('{'))).toBeUndefined()
})
