import { expect, test } from '@jest/globals'
import { explainError } from '../../../../../src/adapters/github/releases/errors.ts'

const { signal } = new AbortController()

/** As Octokit throws it. */
const refused = (method: string, status: number): Error =>
  Object.assign(new Error('Not so'), {
    status,
    request: { method, url: 'https://api.github.com/repos/octo/demo/releases' },
    response: { headers: {}, data: {} }
  })

test.each<[string, number, string]>([
  ['GET', 500, 'Run again.'],
  ['POST', 500, 'Run again; what is uploaded stays and is not uploaded again.'],
  ['POST', 403, 'Give the job, or the token, the permission "contents: write"; an organisation may forbid it.'],
  [
    'GET',
    404,
    'GitHub hides what a token may not see: check the repository\'s name, and that the token has "contents: read" ("contents: write" to publish).'
  ]
])('a %s that ends with %s is told what it needs itself', (method, status, hint) => {
  expect(explainError(refused(method, status), 'cannot do it', signal)).toMatchObject({ hint })
})
