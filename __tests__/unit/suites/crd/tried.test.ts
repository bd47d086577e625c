import { expect, test } from '@jest/globals'
import { readDefinition } from '../../../../src/crds/source.ts'
import type { Json } from '../../../../src/base/json.ts'
import { chooseTried, describeLeftOut } from '../../../../src/suites/crd/tried.ts'
import { widgets } from '../../../fakes/cluster/crd-mutations.ts'

const definition = (webhook: boolean, stored: string) => {
  const made = widgets()
  for (const version of made.spec.versions) version.storage = version.name === stored
  if (webhook) made.spec.conversion = { strategy: 'Webhook' }
  return readDefinition(JSON.parse(JSON.stringify(made)) as Json)
}

test.each([
  [false, 'v1', 'v1beta1', ['v1', 'v1beta1'], false],
  [true, 'v1', 'v1', ['v1'], false],
  [true, 'v1', 'v1beta1', ['v1'], true]
])('webhook %s, stored %s and then %s: tried in %j, writes need it: %s', (webhook, was, is, versions, moves) => {
  const tried = chooseTried(definition(webhook, was), definition(webhook, is))
  expect(tried.versions.map(({ name }) => name)).toEqual(versions)
  expect(tried.moves).toBe(moves)
  // What is left out is said.
  expect(describeLeftOut(tried).length > 0).toBe(webhook)
})
