import { expect, test } from '@jest/globals'
import { explainRefusal } from '../../../src/crds/explain.ts'

test('refusals are explained with the way to do it, and words that say it all are left alone', () => {
  const stored =
    'CustomResourceDefinition "a.b" is invalid: status.storedVersions[0]: Invalid value: "v1alpha1": missing from spec.versions; v1alpha1 was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in v1alpha1'
  expect(explainRefusal('a.b', stored)).toMatchObject({
    means: expect.stringContaining('stored as v1alpha1'),
    way: expect.stringContaining('kubectl patch crd a.b --subresource=status')
  })
  expect(
    explainRefusal(
      'a.b',
      'CustomResourceDefinition "a.b" is invalid: spec.scope: Invalid value: "Cluster": field is immutable'
    )?.means
  ).toContain('cannot be changed')
  expect(explainRefusal('a.b', 'forbidden: User "x" cannot patch')).toBeUndefined()
})
