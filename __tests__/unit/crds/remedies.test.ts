import { expect, test } from '@jest/globals'
import { compareDefinitions } from '../../../src/crds/diff.ts'
import { findRemedy } from '../../../src/crds/remedies.ts'
import type { Json } from '../../../src/base/json.ts'
import { BREAKING, widgets } from '../../fakes/cluster/crd-mutations.ts'
import { promising, PROMISES } from '../../fakes/cluster/crd-promises.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

test.each([
  ...BREAKING.map(({ what, change }) => ({ what, change, make: widgets })),
  ...PROMISES.map(({ what, change }) => ({ what, change, make: promising }))
])('$what: what breaks has a remedy', ({ change, make }) => {
  const after = make()
  change(after)
  const breaking = compareDefinitions(json(make()), json(after)).filter(({ breaks }) => breaks)
  expect(breaking.filter((each) => findRemedy(each) === undefined)).toEqual([])
})

test.each([
  ['is gone: its values are pruned', 'Keep the field and serve it'],
  ['string became integer', 'add v2 beside v1'],
  ['is no subresource any more: /status is gone', 'Keep the subresource'],
  ['does not take "a" any more', 'Keep taking'],
  ['the version is gone', 'serve it beside the new one']
])('%s: %s', (says, remedy) => {
  expect(findRemedy({ says })).toContain(remedy)
})
