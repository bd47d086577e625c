import { expect, test } from '@jest/globals'
import { explainError, Refused } from '../../../../../src/adapters/gitlab/releases/errors.ts'

const { signal } = new AbortController()

test.each([
  ['GET', 'Run again.'],
  ['PUT', 'Run again; what is uploaded stays and is not uploaded again.']
])('a %s that failed is told what becomes of uploads only where it may be one', (method, hint) => {
  const refused = new Refused(`${method} https://gitlab.example.com/api/v4/x`, 500, '{"message": "broken"}', {})
  expect(explainError(refused, 'cannot do it', signal)).toMatchObject({ kind: 'host', hint })
})
