import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { obtainIdentityToken } from '../../src/adapters/cosign/identity-token.ts'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { LIMITS } from '../../src/base/limits.ts'
import type { Publisher } from '../../src/model/ports/publisher.ts'
import { memoryFiles } from '../fakes/files.ts'
import { zeros } from '../fakes/platform/zeros.ts'

/** A server that begins to answer anything and does not end. */
let server: Server
let api = ''
let status = 200
let asked: string[] = []
/** Bytes that left, and connections that the other side closed. */
let [sent, closed] = [0, 0]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    // No length: nobody can know that there is no end.
    response.writeHead(status, { 'content-type': 'application/json' })
    response.once('close', () => (closed += 1))
    const body = Readable.from(zeros(Infinity))
    body.on('data', (chunk: Buffer) => (sent += chunk.length))
    response.once('close', () => body.destroy())
    body.pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})
beforeEach(() => {
  asked = []
  status = 200
  sent = closed = 0
})

const { signal } = new AbortController()
const timing = { second: 0, pace: 0, patience: 60_000 }
const onGithub = (fetch: typeof globalThis.fetch, address = api): Publisher =>
  githubPublisher({ token: 'ghs_x', repository: 'octo/demo', api: address, fetch, timing }, memoryFiles())
const onGitlab = (fetch: typeof globalThis.fetch, address = api): Publisher =>
  gitlabPublisher(
    { token: { access: 'x' }, project: '42', packageName: 'demo', api: `${address}/api/v4`, fetch, timing },
    memoryFiles()
  )
const platforms = [
  ['GitHub', onGithub],
  ['GitLab', onGitlab]
] as const

describe.each(platforms)('an answer of %s without an end', (_, publisher) => {
  test.each([
    ['a release', (on: Publisher) => on.find('v1.0.0', signal)],
    ['a list', (on: Publisher) => on.list(signal)],
    ['a tag', (on: Publisher) => on.commitOf('v1.0.0', signal)]
  ])('to the question for %s is broken off at the limit, and not asked for again', async (_, ask) => {
    await expect(ask(publisher(fetch))).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.* answers with more than 32 MiB$/)
    })
    expect(asked).toHaveLength(1)
    // A few buffers of both sides more.
    expect(sent).toBeLessThan(LIMITS.answer.most + 16 * 2 ** 20)
    while (closed === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('to what it refuses says no more than that it was refused', async () => {
    status = 403
    await expect(publisher(fetch).list(signal)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('says 403')
    })
    expect(sent).toBeLessThan(16 * 2 ** 20)
  })
})

/** The first page of a list, again and again. */
const pages = (item: object, size = 0): typeof fetch & { readonly asked: () => number } => {
  let count = 0
  const text = JSON.stringify([{ ...item, body: 'x'.repeat(size), description: 'x'.repeat(size) }])
  const next = '<https://api.example.test/repos/octo/demo/releases?page=2>; rel="next"'
  const headers = { 'content-type': 'application/json', link: next, 'x-next-page': '2' }
  return Object.assign(
    () => {
      count += 1
      return Promise.resolve(new Response(text, { headers }))
    },
    { asked: () => count }
  )
}

const RELEASE = {
  ...{ id: 1, tag_name: 'v1.0.0', name: 'x', draft: false, prerelease: false, assets: [] as object[] | object },
  ...{ html_url: 'https://x.test', upload_url: 'https://x.test/assets', released_at: '2026-01-01T00:00:00Z' }
}

describe.each([
  ['GitHub', onGithub, RELEASE],
  ['GitLab', onGitlab, { ...RELEASE, assets: { links: [] } }]
] as const)('a list of %s whose pages have no end', (platform, publisher, release) => {
  const hint = expect.stringContaining('Check the API URL') as unknown

  test('is broken off by their number', async () => {
    const fetch = pages(release)
    const listing = publisher(fetch, 'https://api.example.test').list(signal)
    const message = `${platform} answers with a list of more than 200 pages`
    await expect(listing).rejects.toMatchObject({ kind: 'host', message, hint })
    expect(fetch.asked()).toBe(LIMITS.pages.most + 1)
  })

  test('is broken off by their size', async () => {
    const fetch = pages(release, 12 * 2 ** 20)
    const listing = publisher(fetch, 'https://api.example.test').list(signal)
    const message = `${platform} answers with a list of more than 128 MiB`
    await expect(listing).rejects.toMatchObject({ kind: 'host', message, hint })
    expect(fetch.asked()).toBe(6)
  })
})

describe.each(platforms)('what goes wrong between us and %s', (_, publisher) => {
  const at = 'https://api.example.test'

  test('is told as a bug where it is a mistake of ours, and is not tried again', async () => {
    let tries = 0
    const mistake = new TypeError("Cannot read properties of undefined (reading 'x')")
    const broken = publisher(() => (tries++, Promise.reject(mistake)), at)
    await expect(broken.find('v1.0.0', signal)).rejects.toBe(mistake)
    await expect(broken.list(signal)).rejects.toBe(mistake)
    expect(tries).toBe(2)
  })

  test('is told as the network’s where it is', async () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), { code: 'ECONNREFUSED' })
    const broken = publisher(() => Promise.reject(new TypeError('fetch failed', { cause })), at)
    await expect(broken.find('v1.0.0', signal)).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringContaining('no answer from api.example.test (connect ECONNREFUSED')
    })
  })

  test.each([
    ['another shape', '{"id": "1"}'],
    ['a list where there is one', '[]'],
    ['nothing', 'null'],
    ['a page', '<html>Log in</html>']
  ])('is told as the platform’s, with the address, where it answers with %s', async (_, text) => {
    const odd = publisher(
      () => Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } })),
      at
    )
    await expect(odd.find('v1.0.0', signal)).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(/api\.example\.test\/.* answers|answers in another way .*api\.example\.test\//)
    })
  })
})

test('an identity token without an end is none', async () => {
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${api}/token`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-canary' }
  await expect(obtainIdentityToken(env, fetch, signal)).rejects.toMatchObject({
    kind: 'host',
    message: `no identity token from ${new URL(api).host}: it holds more than 64 KiB`
  })
  expect(sent).toBeLessThan(3 * 8 * 2 ** 20)
})
