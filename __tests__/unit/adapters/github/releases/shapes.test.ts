import { expect, test } from '@jest/globals'
import { pickWanted } from '../../../../../src/adapters/github/releases/shapes.ts'

const at = (path: string): URL => new URL(path, 'https://api.github.com')

test.each([
  '/repos/octo/demo/releases',
  '/repositories/1300192/releases',
  '/repos/repositories/12/releases',
  '/repos/repos/repos/releases',
  '/api/v3/repositories/1300192/releases'
])('%s is the list of releases', (path) => {
  expect(() => pickWanted('GET', at(path), '{}')).toThrow('answers in another way than its API does')
  expect(pickWanted('GET', at(path), '[]')).toBe('[]')
})

test.each(['/organizations/7/releases', '/repos/octo/demo/releases/7/reactions', '/repositories/octo/releases', '/'])(
  'what %s answers is refused, with the address and its beginning',
  (path) => {
    expect(() => pickWanted('GET', at(path), '[{"id":1}]')).toThrow(
      `no form is known for the answer to GET https://api.github.com${path}; it begins "[{\\"id\\":1}]"`
    )
  }
)
