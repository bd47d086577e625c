import { expect, test } from '@jest/globals'
import { storedBefore } from '../../../../src/suites/crd/stored-before.ts'
import { widgets } from '../../../fakes/cluster/crd-mutations.ts'

const release = (tag: string, stored: string) => {
  const crd = widgets()
  for (const version of crd.spec.versions) version.storage = version.name === stored
  return { tag, files: [{ path: 'crd.json', text: JSON.stringify(crd) }] }
}

test('releases that stored a version are named, and one whose files cannot be read is not taken for one that did not', async () => {
  let asked = 0
  const find = storedBefore({
    earlierCrds: async () => {
      asked++
      return [
        release('v1.1.0', 'v1'),
        release('v1.0.0', 'v1beta1'),
        { tag: 'v0.9.0', files: [{ path: 'x', text: 'a: [' }] }
      ]
    }
  })
  expect(asked).toBe(0)
  expect(await find('widgets.example.com', 'v1beta1')).toEqual(['v1.0.0', expect.stringContaining('v0.9.0 (')])
  expect(await find('others.example.com', 'v1')).toEqual([expect.stringContaining('v0.9.0 (')])
  expect(asked).toBe(1)
})
