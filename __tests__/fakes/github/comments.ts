import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createRequire } from 'node:module'

interface Comment {
  id: number
  body: string
  user: { login: string; type: string }
  author_association: string
}

export interface GithubComments extends AsyncDisposable {
  readonly api: string
  readonly comments: Comment[]
  /** `METHOD path status` of each request. */
  readonly seen: readonly string[]
}

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  name: string
  examples: readonly { comment?: Comment }[]
}[]
/** GitHub's own example of a comment, for everything that a test does not say. */
const SHAPE = examples.find(({ name }) => name === 'issue_comment')?.examples.find(({ comment }) => comment)?.comment

/** What the token of a job may do with comments: GitHub tells apps so, and hides it from others. */
const ACCESS: Readonly<Record<string, number>> = { ghs_writer: 200, ghs_reader: 403, ghp_reader: 404 }

/** The comments of pull request 2 of octo/demo, as the REST API lists, makes and changes them. */
export async function githubComments(): Promise<GithubComments> {
  const comments: Comment[] = []
  const seen: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request
      const { pathname, searchParams } = new URL(url, 'http://github.invalid')
      const end = (status: number, body: unknown): void => {
        seen.push(`${method} ${pathname} ${status}`)
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
      }
      const access = ACCESS[/^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''] ?? 401
      const sent = method === 'GET' ? {} : (JSON.parse(await text(request)) as { body?: string })
      if (access === 401) return end(401, { message: 'Bad credentials' })
      const mayNot = (): void =>
        end(access, { message: access === 403 ? 'Resource not accessible by integration' : 'Not Found' })
      if (method === 'GET' && pathname === '/repos/octo/demo/issues/2/comments') {
        const [size, page] = ['per_page', 'page'].map((name) => Number(searchParams.get(name)))
        return end(200, comments.slice(((page ?? 1) - 1) * (size ?? 30), (page ?? 1) * (size ?? 30)))
      }
      if (method === 'POST' && pathname === '/repos/octo/demo/issues/2/comments') {
        if (access !== 200) return mayNot()
        if (typeof sent.body !== 'string' || sent.body.length > 65_536)
          return end(422, { message: 'Validation Failed', errors: [{ field: 'body' }] })
        const user = { login: 'github-actions[bot]', type: 'Bot' }
        const made = { ...SHAPE, id: 1000 + comments.length, body: sent.body, user, author_association: 'CONTRIBUTOR' }
        comments.push(made)
        return end(201, made)
      }
      const found = comments.find(({ id }) => pathname === `/repos/octo/demo/issues/comments/${id}`)
      if (method !== 'PATCH' || !found) return end(404, { message: 'Not Found' })
      if (access !== 200) return mayNot()
      found.body = sent.body ?? ''
      return end(200, found)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}
