import { expect, test } from '@jest/globals'
import { chooseArchiveFiles } from '../../../src/facts/archive-files.ts'

const choose = (paths: readonly string[], moduleDir = '', named: readonly string[] = []) =>
  chooseArchiveFiles(
    { archiveFiles: named },
    moduleDir,
    paths.map((path) => ({ path, mode: '100644', object: 'a' }))
  )

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
