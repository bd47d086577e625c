import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { disk } from '../../src/adapters/machine/disk.ts'
import { downloadFile, type Download } from '../../src/adapters/toolchain/download.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, attempt: number) => void

const content = randomBytes(300_000)
const sha256 = createHash('sha256').update(content).digest('hex')
const never = new AbortController().signal
let folder = ''
const servers: Server[] = []
let notes: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'))
  notes = []
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await rm(folder, { recursive: true, force: true })
})

/** A server on loopback; resolves with its origin and the requests it saw. */
async function serve(answer: Answer): Promise<{ origin: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response, requests.length)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

const whole: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': content.length }).end(content)
}

/** The rest of the content as a Range asks for it. */
const ranged: Answer = (request, response, attempt) => {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(start)) return whole(request, response, attempt)
  const rest = content.subarray(start)
  const range = `bytes ${start}-${content.length - 1}/${content.length}`
  response.writeHead(206, { 'content-length': rest.length, 'content-range': range }).end(rest)
}

/** Begins an answer and breaks the connection in the middle. */
const breakAfter =
  (bytes: number): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20))
  }

const path = (): string => join(folder, 'file')
const get = (what: Partial<Download> & { url: string }, signal = never, silence = 5000): Promise<void> => {
  const plain = [new URL(what.url).origin]
  const by = { fetch, files: disk(folder), note: (text: string) => notes.push(text), waits: [1, 1, 1], silence }
  return downloadFile({ sha256, limit: 1_000_000, plain, ...what }, path(), by, signal)
}
const nothingLeft = async (): Promise<void> => expect(await readdir(folder)).toEqual([])

describe('a download', () => {
  test('arrives whole, with the permissions asked for', async () => {
    const { origin, requests } = await serve(whole)
    await get({ url: `${origin}/tool`, mode: 0o755 })
    expect((await readFile(path())).equals(content)).toBe(true)
    expect(await readdir(folder)).toEqual(['file'])
    // What is resumed and hashed are the bytes themselves.
    expect(requests[0]?.headers['accept-encoding']).toBe('identity')
  })

  test('with another digest is refused, says both, and leaves nothing', async () => {
    const { origin, requests } = await serve((_, response) => response.end('something else'))
    const seen = createHash('sha256').update('something else').digest('hex')
    await expect(get({ url: `${origin}/tool?token=secret` })).rejects.toMatchObject({
      kind: 'verification',
      message: `${origin}/tool has sha256 ${seen}, not ${sha256}`
    })
    expect(requests).toHaveLength(1)
    await nothingLeft()
  })

  test('goes on after a server error', async () => {
    const { origin, requests } = await serve((request, response, attempt) =>
      attempt < 3 ? response.writeHead(503).end('busy') : whole(request, response, attempt)
    )
    await get({ url: `${origin}/tool` })
    expect(requests).toHaveLength(3)
    expect(notes).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('status 503') as unknown))
  })

  test('that breaks is resumed where it broke', async () => {
    const { origin, requests } = await serve((request, response, attempt) =>
      (attempt === 1 ? breakAfter(100_000) : ranged)(request, response, attempt)
    )
    await get({ url: `${origin}/tool` })
    expect((await readFile(path())).equals(content)).toBe(true)
    expect(requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=100000-'])
  })

  test('that breaks on a server without ranges begins anew', async () => {
    const { origin, requests } = await serve((request, response, attempt) =>
      (attempt === 1 ? breakAfter(100_000) : whole)(request, response, attempt)
    )
    await get({ url: `${origin}/tool` })
    expect((await readFile(path())).equals(content)).toBe(true)
    expect(requests).toHaveLength(2)
  })

  test('does not take a range that begins elsewhere', async () => {
    const { origin } = await serve((request, response, attempt) => {
      if (attempt === 1) return breakAfter(100_000)(request, response, attempt)
      if (attempt > 2) return ranged(request, response, attempt)
      response.writeHead(206, { 'content-range': `bytes 5-${content.length - 1}/${content.length}` })
      response.end(content.subarray(5))
    })
    await get({ url: `${origin}/tool` })
    expect((await readFile(path())).equals(content)).toBe(true)
  })

  test('that breaks every time ends with a failure that says so', async () => {
    const { origin, requests } = await serve(breakAfter(10))
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({ kind: 'environment' })
    expect(requests).toHaveLength(4)
    await nothingLeft()
  })

  test('that was cut short by a server that does not say its length is refused', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { connection: 'close' })
      response.end(content.subarray(0, 1000))
    })
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({ kind: 'verification' })
    await nothingLeft()
  })

  test('without an end stops at the limit', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write(content));
      }
      response.on('drain', more)
      more()
    })
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({
      kind: 'verification',
      message: `${origin}/tool is larger than 1000000 bytes`
    })
    await nothingLeft()
  })

  test('that announces more than the limit is not begun', async () => {
    const { origin } = await serve((_, response) =>
      response.writeHead(200, { 'content-length': 2_000_000 }).flushHeaders()
    )
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({ kind: 'verification' })
  })

  test('from a server that falls silent is tried again', async () => {
    const { origin, requests } = await serve((request, response, attempt) => {
      if (attempt > 1) return ranged(request, response, attempt)
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, 1000))
    })
    await get({ url: `${origin}/tool` }, never, 200)
    expect((await readFile(path())).equals(content)).toBe(true)
    expect(requests).toHaveLength(2)
  })

  test('that is refused with 403 or 404 is not tried again', async () => {
    const { origin, requests } = await serve((_, response) => response.writeHead(403).end())
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('status 403') as unknown
    })
    expect(requests).toHaveLength(1)
  })

  test('from a name that does not exist is not tried again', async () => {
    await expect(get({ url: 'https://slipway.invalid/tool' })).rejects.toMatchObject({ kind: 'environment' })
    expect(notes).toEqual([])
  })

  test('stops when it is aborted, and leaves nothing', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, 1000))
    })
    const stop = new AbortController()
    const running = get({ url: `${origin}/tool` }, stop.signal)
    setTimeout(() => stop.abort(new Error('enough')), 50)
    await expect(running).rejects.toThrow('enough')
    await nothingLeft()
  })
})

describe('redirects', () => {
  test('are followed, and another origin does not get the authorization', async () => {
    const other = await serve(whole)
    const first = await serve((request, response) => {
      const location = request.url === '/tool' ? '/moved' : `${other.origin}/store`
      response.writeHead(302, { location }).end()
    })
    const plain = [first.origin, other.origin]
    await get({ url: `${first.origin}/tool`, plain, authorization: 'Basic c2VjcmV0' })
    expect(first.requests.map(({ headers }) => headers.authorization)).toEqual(['Basic c2VjcmV0', 'Basic c2VjcmV0'])
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  test('to plain http are refused', async () => {
    const other = await serve(whole)
    const { origin } = await serve((_, response) => response.writeHead(302, { location: other.origin }).end())
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({ kind: 'verification' })
    expect(other.requests).toEqual([])
  })

  test.each(['file:///etc/passwd', 'https://me:secret@slipway.invalid/x'])(
    'to %s are refused without a word of it',
    async (location) => {
      const { origin } = await serve((_, response) => response.writeHead(302, { location }).end())
      const failure: unknown = await get({ url: `${origin}/tool` }).catch((cause: unknown) => cause)
      expect(failure).toMatchObject({ kind: 'verification' })
      expect(String(failure)).not.toContain('secret')
    }
  )

  test('in a circle end', async () => {
    const { origin, requests } = await serve((_, response) => response.writeHead(302, { location: '/tool' }).end())
    await expect(get({ url: `${origin}/tool` })).rejects.toMatchObject({ kind: 'environment' })
    expect(requests).toHaveLength(11)
  })
})
