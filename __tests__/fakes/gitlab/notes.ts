import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Note {
  id: number
  body: string
  author: { id: number; username: string }
}

export interface GitlabNotes extends AsyncDisposable {
  readonly api: string
  readonly notes: Note[]
  /** `METHOD path status` of each request. */
  readonly seen: readonly string[]
}

const BOT = { id: 42, username: 'project_7_bot_x' }

/** The notes of merge request 3 of project 7, as GitLab's API lists, makes and changes them; job tokens may not write. */
export async function gitlabNotes(): Promise<GitlabNotes> {
  const notes: Note[] = []
  const seen: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request
      const { pathname, searchParams } = new URL(url, 'http://gitlab.invalid')
      const end = (status: number, body: unknown, more: Readonly<Record<string, string>> = {}): void => {
        seen.push(`${method} ${pathname} ${status}`)
        response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(body))
      }
      const sent = method === 'GET' ? {} : (JSON.parse(await text(request)) as { body?: string })
      const token = headers['private-token']
      if (token !== 'glpat-writer' && token !== 'glpat-reader') return end(401, { message: '401 Unauthorized' })
      if (pathname === '/api/v4/user') return end(200, BOT)
      const [, id] = /^\/api\/v4\/projects\/7\/merge_requests\/3\/notes(?:\/(\d+))?$/.exec(pathname) ?? [undefined, '-']
      if (id === '-') return end(404, { message: '404 Not Found' })
      if (method === 'GET') {
        const [size, page] = [Number(searchParams.get('per_page') ?? 20), Number(searchParams.get('page') ?? 1)]
        const next = notes.length > page * size ? String(page + 1) : ''
        return end(200, notes.slice((page - 1) * size, page * size), { 'x-next-page': next })
      }
      if (token === 'glpat-reader') return end(403, { message: '403 Forbidden' })
      if (typeof sent.body !== 'string' || sent.body === '') return end(400, { message: 'body is missing' })
      const found = notes.find((note) => String(note.id) === id)
      if (method === 'PUT' && found) {
        found.body = sent.body
        return end(200, found)
      }
      if (method !== 'POST' || id !== undefined) return end(404, { message: '404 Not Found' })
      notes.push({ id: 1000 + notes.length, body: sent.body, author: BOT })
      end(201, notes.at(-1))
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
    notes,
    seen,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}
