import { expect, test } from '@jest/globals'
import { demandHardLinkProtection } from '../../../../src/adapters/sandbox/machine.ts'

test('a kernel that protects hard links lets programs run as another user', () => {
  expect(() => demandHardLinkProtection('1\n')).not.toThrow()
})

test.each([
  ['0\n', 'fs.protected_hardlinks is 0, and'],
  ['', 'fs.protected_hardlinks is , and'],
  [undefined, 'fs.protected_hardlinks cannot be read, and']
])('one that says %j does not', (setting, message) => {
  expect(() => demandHardLinkProtection(setting)).toThrow(message)
})
