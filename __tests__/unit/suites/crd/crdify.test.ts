import { expect, test } from '@jest/globals'
import { summarizeCrdify } from '../../../../src/suites/crd/crdify.ts'

test('what crdify found is told with version and path; what it could not read in its own words', () => {
  const found = {
    crdValidation: [{ name: 'storedVersionRemoval', errors: ['v1alpha1 is gone'] }],
    servedVersionValidation: { 'v1 -> v2': { '^.spec': [{ name: 'type', errors: ['a', 'b'], warnings: ['c'] }] } }
  }
  expect(summarizeCrdify(JSON.stringify(found), 'exit status 1')).toBe(
    '3 errors: storedVersionRemoval: v1alpha1 is gone; v1 -> v2 ^.spec: type: a; v1 -> v2 ^.spec: type: b. ' +
      '1 warning: v1 -> v2 ^.spec: type: c'
  )
  expect(summarizeCrdify('{"sameVersionValidation":{"v1":{}}}', 'exit status 0')).toBe('it finds nothing')
  expect(summarizeCrdify('loading config: no such file\n', 'exit status 1')).toBe(
    'crdify, exit status 1: loading config: no such file'
  )
})
