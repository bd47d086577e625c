import { describe, expect, test } from '@jest/globals'
import { matchFiles } from '../../../src/base/file-patterns.ts'

const FILES = ['LICENSE', 'a.md', 'b+c.md', 'docs/a.md', 'docs/b/c.md', 'docs/d.txt']

describe('a pattern of GoReleaser', () => {
  test.each([
    ['LICENSE', ['LICENSE']],
    ['./LICENSE', ['LICENSE']],
    ['docs', ['docs/a.md', 'docs/b/c.md', 'docs/d.txt']],
    ['docs/', ['docs/a.md', 'docs/b/c.md', 'docs/d.txt']],
    ['docs/*.md', ['docs/a.md']],
    ['docs/**/*.md', ['docs/a.md', 'docs/b/c.md']],
    ['docs/**', ['docs/a.md', 'docs/b/c.md', 'docs/d.txt']],
    ['{a,b+c}.md', ['a.md', 'b+c.md']],
    ['[!L]*.md', ['a.md', 'b+c.md']],
    ['docs/?.txt', ['docs/d.txt']],
    ['none*', []]
  ])('stands for the files that there are: %s', (pattern, files) => {
    expect(matchFiles(pattern, FILES)).toEqual(files)
  })

  test.each([['../x'], ['/etc/passwd'], ['{{ .Os }}/x'], ['a\\b'], [''], ['*'.repeat(3) + '/*'.repeat(9)], ['[z-a]']])(
    'that cannot be read is none: %s',
    (pattern) => {
      expect(matchFiles(pattern, FILES)).toBeUndefined()
    }
  )
})
