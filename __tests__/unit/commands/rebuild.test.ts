import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { explainFreshClone } from '../../../src/commands/rebuild.ts'

const COMMIT = 'c'.repeat(40)

test('what a fresh clone lacks is told with how to have it, and no hint for a folder that is gone', () => {
  const refused = new Failure('input', 'web/page.bin (a pointer of Git LFS, and not the file)', {
    code: 'changed-source',
    hint: 'git lfs pull'
  })
  expect(explainFreshClone(refused, COMMIT)).toMatchObject({
    ...{ kind: 'input', code: 'changed-source' },
    message: expect.stringMatching(/^commit ccccccc cannot be built from a fresh clone: web\/page\.bin/),
    hint: expect.stringMatching(
      /--recurse-submodules URL, git checkout c{12},[^]*git lfs pull; and run slipway verify --rebuild in it/
    )
  })
})

test('what else goes wrong stays as it is', () => {
  const other = new Failure('input', 'something', { hint: 'else' })
  expect(explainFreshClone(other, COMMIT)).toBe(other)
  expect(explainFreshClone('a bug', COMMIT)).toBe('a bug')
})
