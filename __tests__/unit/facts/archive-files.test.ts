import { describe, expect, test } from '@jest/globals'
import { chooseArchiveFiles, chooseFiles } from '../../../src/facts/archive-files.ts'
import type { FileChoice } from '../../../src/model/archive-settings.ts'

const choose = (paths: readonly string[], moduleDir = '', named: readonly string[] = []) =>
  chooseArchiveFiles(
    named.map((from) => ({ from })),
    moduleDir,
    { tracked: paths.map((path) => ({ path, mode: '100644', object: 'a' })), made: [] },
    'archive.files'
  ).map(({ from }) => from)

test.each([
  ...['LICENSE', 'licence.txt', 'LICENSE.md', 'LICENSE-MIT', 'LICENSE.Apache-2.0', 'LICENSE.MIT', 'COPYING.LESSER'],
  ...['NOTICE', 'README', 'README.zh-CN.md', 'Readme.adoc', 'CHANGELOG.rst']
])('%s is a document that goes into archives', (name) => {
  expect(choose([name, 'main.go'])).toEqual([name])
})

test.each([
  'license.go',
  'readme_test.go',
  'readme.tmpl',
  'notice.yaml',
  'licenses.json',
  'changelog.sh',
  'license.go.txt.in'
])('%s is none', (name) => {
  expect(choose([name, 'main.go'])).toEqual([])
  expect(choose([name, 'main.go'], '', [name])).toEqual([name])
})

test("a source that is named like a licence does not take the place of the repository's own", () => {
  expect(choose(['LICENSE', 'notice.go', 'cli/license.go', 'cli/main.go'], 'cli')).toEqual(['../LICENSE'])
})

describe('choices of slipway.yaml', () => {
  const TREE = ['docs/a.md', 'docs/deep/b.md', 'docs/c.txt', 'run.sh', 'link', 'main.go', '[odd].md']
  const tracked = TREE.map((path) => ({
    path,
    mode: path === 'run.sh' ? '100755' : path === 'link' ? '120000' : '100644',
    object: 'a'
  }))
  const find = (choices: readonly FileChoice[]) =>
    chooseFiles(choices, '', { tracked, made: [{ path: 'made/tool.1' }] }, 'archive.files').map(
      ({ from, to, executable }) => `${from} → ${to}${executable ? ' (x)' : ''}`
    )

  test.each<[string, FileChoice, readonly string[]]>([
    ['a file', { from: 'docs/a.md' }, ['docs/a.md → docs/a.md']],
    [
      'a folder',
      { from: 'docs/' },
      ['docs/a.md → docs/a.md', 'docs/c.txt → docs/c.txt', 'docs/deep/b.md → docs/deep/b.md']
    ],
    ['a pattern', { from: 'docs/*.md' }, ['docs/a.md → docs/a.md']],
    ['a pattern of any depth', { from: 'docs/**/*.md' }, ['docs/a.md → docs/a.md', 'docs/deep/b.md → docs/deep/b.md']],
    ['a name with signs of a pattern', { from: '[odd].md' }, ['[odd].md → [odd].md']],
    ['an executable', { from: 'run.sh' }, ['run.sh → run.sh (x)']],
    ['one that is not to be', { from: 'run.sh', executable: false }, ['run.sh → run.sh']],
    ['what a step makes', { from: 'made', executable: true }, ['made/tool.1 → made/tool.1 (x)']],
    ['a new name', { from: 'docs/a.md', to: 'guide.md' }, ['docs/a.md → guide.md']],
    ['a file in another folder', { from: 'docs/a.md', to: 'share/' }, ['docs/a.md → share/a.md']],
    [
      'a pattern in another folder',
      { from: 'docs/**/*.md', to: 'share/' },
      ['docs/a.md → share/a.md', 'docs/deep/b.md → share/deep/b.md']
    ],
    [
      'a folder in another folder',
      { from: 'docs', to: 'share/' },
      ['docs/a.md → share/a.md', 'docs/c.txt → share/c.txt', 'docs/deep/b.md → share/deep/b.md']
    ],
    ['a link by its name', { from: 'link' }, ['link → link']]
  ])('%s', (_, choice, expected) => {
    expect(find([choice])).toEqual(expected)
  })

  test.each<[string, FileChoice, string]>([
    ['nothing', { from: 'gone/*' }, 'archive.files names gone/*, which git does not hold'],
    ['a link by a pattern', { from: 'l*' }, 'archive.files takes link, which is a link in git'],
    [
      'many files under one name',
      { from: 'docs', to: 'guide' },
      'docs stands for 3 files, and all of them would be guide'
    ]
  ])('%s is refused', (_, choice, message) => {
    expect(() => find([choice])).toThrow(message)
  })

  test('a file that two choices find is one file', () => {
    expect(find([{ from: 'docs/a.md' }, { from: 'docs/*' }])).toEqual([
      'docs/a.md → docs/a.md',
      'docs/c.txt → docs/c.txt',
      'docs/deep/b.md → docs/deep/b.md'
    ])
  })
})
