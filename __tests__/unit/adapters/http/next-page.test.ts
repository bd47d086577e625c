import { expect, test } from '@jest/globals'
import { parseNextLink } from '../../../../src/adapters/http/next-page.ts'

const asked = new URL('https://api.github.com/repos/octo/demo/releases?per_page=100')
const next = (link: string | null) => parseNextLink(link, asked, 'GitHub')?.href

test.each([
  // docs.github.com, "Using pagination in the REST API".
  [
    '<https://api.github.com/repositories/1300192/releases?page=2>; rel="prev", <https://api.github.com/repositories/1300192/releases?page=4>; rel="next", <https://api.github.com/repositories/1300192/releases?page=515>; rel="last", <https://api.github.com/repositories/1300192/releases?page=1>; rel="first"',
    'https://api.github.com/repositories/1300192/releases?page=4'
  ],
  // RFC 8288: without quotes, with others beside it, with a parameter before it, relative, with a comma inside.
  ['<https://api.github.com/a>; rel=next', 'https://api.github.com/a'],
  ['<https://api.github.com/a>; rel="last next"', 'https://api.github.com/a'],
  ['<https://api.github.com/a>; title="b, <c>"; rel="next"', 'https://api.github.com/a'],
  ['</repositories/1/releases?page=2>;rel="next"', 'https://api.github.com/repositories/1/releases?page=2'],
  ['<https://api.github.com/a?ids=1,2>; rel="next"', 'https://api.github.com/a?ids=1,2']
])('%s leads on', (link, address) => {
  expect(next(link)).toBe(address)
})

test.each([
  [null],
  [''],
  ['<https://api.github.com/a?page=1>; rel="first"'],
  ['<https://api.github.com/a>; rel="next-archive"'],
  ['<https://api.github.com/a>; title="rel=next"']
])('%s is the end', (link) => {
  expect(next(link)).toBeUndefined()
})

test.each(['https://evil.example/a', 'http://api.github.com/a', 'data:,x'])('a link to %s is refused', (address) => {
  expect(() => next(`<${address}>; rel="next"`)).toThrow('GitHub continues the list at')
})
