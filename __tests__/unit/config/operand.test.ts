import { expect, test } from '@jest/globals'
import { readCommand, readOperands } from '../../../src/config/operand.ts'

test.each([
  ['verify', 'v1.2.3', ['v1.2.3']],
  ['yank', 'tools/v1.2.3', ['tools/v1.2.3']],
  ['auto', '', []],
  ['publish', '', []]
] as const)('%s with the input which %j has %j behind it', (command, which, operands) => {
  expect(readOperands(command, which)).toEqual(operands)
})

test.each([
  ['verify', '', 'verify needs the input which'],
  ['yank', '', 'yank needs the input which'],
  ['publish', 'v1.2.3', 'publish takes no input which: "v1.2.3"'],
  ['auto', 'v1.2.3', 'auto takes no input which: "v1.2.3"'],
  ['plan', 'x'.repeat(5000), `plan takes no input which: "${'x'.repeat(77)}..."`]
] as const)('%s with the input which %j is refused', (command, which, message) => {
  expect(() => readOperands(command, which)).toThrow(expect.objectContaining({ kind: 'input', message }))
})

test('the input command is auto when it is left out, and one of the commands', () => {
  expect([readCommand(''), readCommand('yank')]).toEqual(['auto', 'yank'])
  expect(() => readCommand('unpublish')).toThrow(
    expect.objectContaining({
      kind: 'input',
      message: expect.stringMatching(/^command: must be one of auto, .*unpublish/)
    })
  )
})
