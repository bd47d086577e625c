import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openKubernetesApi, type ClientOptions } from '../../src/adapters/kubernetes/client.ts'
import { readTextAt } from '../../src/base/json.ts'
import type { KubernetesApi } from '../../src/model/ports/kubernetes.ts'

/** What an API server does seldom, done by a local one that answers as it is told. */

type Answer = (response: ServerResponse, request: IncomingMessage) => void
let answers: Answer[]
let asked: URL[]
let server: ReturnType<typeof createServer>
let client: (KubernetesApi & Disposable) | undefined

beforeEach(async () => {
  answers = []
  asked = []
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://local'))
    const answer = answers.shift()
    if (answer) answer(response, request)
    else response.writeHead(500).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  client?.[Symbol.dispose]()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const open = (options: ClientOptions = {}, base = ''): KubernetesApi => {
  const { port } = server.address() as AddressInfo
  return (client = openKubernetesApi({ server: new URL(`http://127.0.0.1:${port}${base}`) }, options))
}

const item = (name: string, resourceVersion: string, uid = name) => ({ metadata: { name, uid, resourceVersion } })
const list =
  (resourceVersion: string, ...items: readonly object[]): Answer =>
  (response) =>
    response.end(JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion }, items }))
const event = (type: string, object: object): string => `${JSON.stringify({ type, object })}\n`
const events =
  (...texts: readonly string[]): Answer =>
  (response) =>
    response.end(texts.join(''))

/** Follows /pods until `count` events came. */
async function follow(api: KubernetesApi, count: number): Promise<string[]> {
  const stop = new AbortController()
  const seen: string[] = []
  for await (const { type, object } of api.watch('/pods', stop.signal)) {
    seen.push(`${type} ${readTextAt(object, 'metadata', 'name')}`)
    if (seen.length === count) stop.abort()
  }
  return seen
}
test('a list whose pages have no end is given up, and not begun anew', async () => {
  const page: Answer = (response) =>
    response.end(JSON.stringify({ kind: 'PodList', metadata: { continue: 'more' }, items: [item('a', '1')] }))
  answers = Array<Answer>(1000).fill(page)
  await expect(follow(open({ listLimit: 2048 }), 1)).rejects.toMatchObject({
    kind: 'environment',
    message: 'cannot watch /pods: the Kubernetes API answers with a list of more than 2 KiB'
  })
  expect(asked.length).toBeLessThan(100)
})

const versions = (): (string | null)[] => asked.map((url) => url.searchParams.get('resourceVersion'))

test('a watch that the server ends goes on from the newest version it saw, bookmarks included', async () => {
  answers = [
    list('10', item('a', '5')),
    events(event('MODIFIED', item('a', '11')), event('BOOKMARK', { metadata: { resourceVersion: '20' } })),
    events(),
    events(event('DELETED', item('a', '21')))
  ]
  expect(await follow(open(), 3)).toEqual(['ADDED a', 'MODIFIED a', 'DELETED a'])
  expect(versions()).toEqual([null, '10', '20', '20'])
  expect(asked[1]?.searchParams.get('allowWatchBookmarks')).toBe('true')
})

test.each<[string, Answer]>([
  ['as an event', events(event('ERROR', { kind: 'Status', code: 410 }))],
  ['as the answer', (response) => void response.writeHead(410).end('{"kind":"Status","code":410}')]
])('when the history is gone (%s), the list is read again, and what vanished meanwhile is told', async (_, gone) => {
  answers = [
    list('10', item('stays', '5'), item('goes', '6'), item('again', '7', 'uid-1')),
    gone,
    list('90', item('stays', '5'), item('again', '80', 'uid-2')),
    events(event('ADDED', item('new', '91')))
  ]
  expect(await follow(open(), 8)).toEqual([
    ...['ADDED stays', 'ADDED goes', 'ADDED again'],
    ...['DELETED goes', 'DELETED again', 'ADDED stays', 'ADDED again'],
    'ADDED new'
  ])
  expect(versions()).toEqual([null, '10', null, '90'])
})

test('an event in pieces, also in the middle of a character, is one event; half of one at the end is none', async () => {
  const bytes = Buffer.from(event('ADDED', item('größe', '11')) + event('ADDED', item('b', '12')))
  answers = [
    list('10'),
    (response) => {
      response.writeHead(200)
      const cut = bytes.indexOf('ö') + 1
      response.write(bytes.subarray(0, cut), () => {
        setTimeout(() => response.end(bytes.subarray(cut, bytes.length - 10)), 20)
      })
    },
    events(event('ADDED', item('b', '12')))
  ]
  expect(await follow(open(), 2)).toEqual(['ADDED größe', 'ADDED b'])
  expect(versions()).toEqual([null, '10', '11'])
})

test('a server that has trouble is asked again, and its 429 is waited out', async () => {
  const status =
    (code: number): Answer =>
    (response) =>
      void response.writeHead(code).end('{}')
  answers = [status(500), list('10'), status(429), status(503), events(event('ADDED', item('a', '11')))]
  expect(await follow(open(), 1)).toEqual(['ADDED a'])
})

test('a server that has trouble for too long ends the watch with what it said', async () => {
  answers = Array.from(
    { length: 50 },
    (): Answer => (response) => void response.writeHead(500).end('{"message":"ill"}')
  )
  await expect(follow(open({ patience: 100 }), 1)).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(/500.*ill/)
  })
})

test('an answer larger than the bound is refused, and the connection is not read on', async () => {
  const closed = new Promise<void>((resolve) => {
    answers = [
      (response) => {
        response.writeHead(200)
        const more = setInterval(() => response.write('x'.repeat(10_000)), 1)
        response.once('close', () => {
          clearInterval(more)
          resolve()
        })
      }
    ]
  })
  await expect(open({ bodyLimit: 100_000 }).call('GET', '/big')).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('more than 100000 bytes')
  })
  await closed
})

test('an answer that breaks off is no answer', async () => {
  answers = [
    (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"half":')
      setTimeout(() => response.destroy(), 10)
    }
  ]
  await expect(open().call('GET', '/half')).rejects.toMatchObject({ kind: 'environment' })
})

test('where nobody listens, the failure says where', async () => {
  const api = open()
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  await expect(api.call('GET', '/version')).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(`127.0.0.1:${port} does not answer: .*ECONNREFUSED`)
  })
})

test('a GET that met a connection being closed is asked again; a POST is not, since it may have been done', async () => {
  const drop: Answer = (response) => void response.socket?.destroy()
  const fine: Answer = (response) => void response.end('{}')
  // Only a kept connection can be met while it closes: each call after the first uses one.
  answers = [fine, drop, fine, drop, fine]
  const api = open()
  expect(await api.call('GET', '/one')).toMatchObject({ status: 200 })
  expect(await api.call('GET', '/two')).toMatchObject({ status: 200 })
  await expect(api.call('POST', '/three', { body: {} })).rejects.toMatchObject({ kind: 'environment' })
  expect(asked.map((url) => url.pathname)).toEqual(['/one', '/two', '/two', '/three'])
})

test('several warnings in one header and in several are all given', async () => {
  answers = [
    (response) => {
      response.setHeader('warning', ['299 - "say \\"hello\\", \\\\o/"', '299 - "two", 299 - "three"'])
      response.end('{}')
    }
  ]
  expect(await open().call('GET', '/')).toMatchObject({ warnings: ['say "hello", \\o/', 'two', 'three'] })
})

test('a server with a path of its own keeps it before every path', async () => {
  answers = [(response) => void response.end('{}')]
  await open({}, '/k8s/cluster-1/').call('GET', '/api/v1/pods', { query: { limit: '1' } })
  expect(`${asked[0]?.pathname}${asked[0]?.search}`).toBe('/k8s/cluster-1/api/v1/pods?limit=1')
})

test('a slow answer to many calls with one signal warns of nothing', async () => {
  const seen: string[] = []
  const note = (warning: Error): void => void seen.push(warning.message)
  process.on('warning', note)
  answers = Array.from({ length: 40 }, (): Answer => (response) => void setTimeout(() => response.end('{}'), 20))
  const api = open()
  const { signal } = new AbortController()
  await Promise.all(Array.from({ length: 40 }, () => api.call('GET', '/', { signal })))
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  expect(seen).toEqual([])
})
