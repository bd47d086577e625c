/**
 * A GitHub on loopback, for tests: the REST API of one repository's releases and tags with GitHub's semantics, uploads
 * and storage on origins of their own. Every exchange is held against GitHub's OpenAPI description (`violations`).
 *
 * As a process of its own: `node __tests__/fakes/github-server.ts --port 0 --state FILE [--commit SHA]` prints its URLs
 * as one line of JSON and keeps its state in FILE; `GET <web>/_log` and `GET <web>/_violations` show what happened.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { accessOf, answer, mayWrite, type Answer, type Call } from './github-routes.ts'
import { assetJson, type Origins } from './github-json.ts'
import { descriptionOf } from './github-schema.ts'
import {
  assetOf,
  beginAsset,
  finishAsset,
  finishForgotten,
  fresh,
  publishedOf,
  Refusal,
  releaseOf,
  type State
} from './github-state.ts'
import { KEPT, sendZeros } from './zeros.ts'

/** What goes wrong with one request: before GitHub acts, half-way through a body, or after it acted. */
export interface Fault {
  readonly when: 'before' | 'midway' | 'after'
  /** An answer instead of GitHub's own; 'reset' breaks the connection; 'silence' never answers. */
  readonly with: 'reset' | 'silence' | Answer
  readonly delayMs?: number
}

export interface Seen {
  readonly at: 'api' | 'uploads' | 'web'
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly authorized: boolean
  /** 0 when the connection was broken instead. */
  status: number
  /** Whether it changed anything. */
  wrote: boolean
}

export interface FakeGithub extends AsyncDisposable {
  readonly origins: Origins
  /** Where the server (of the API) listens. */
  readonly address: string
  readonly state: State
  readonly log: readonly Seen[]
  readonly violations: readonly string[]
  /** Asked for each request to the API and to uploads, in order. */
  fault: (seen: Seen, count: number) => Fault | undefined
  /** Bytes of the storage answer after which its connection breaks, once for each number. */
  readonly storageBreaks: number[]
  readonly rate: { remaining: number; reset: number }
  /** How many requests changed anything. */
  writes(): number
}

const judge = descriptionOf(new URL('../fixtures/github-openapi.json', import.meta.url))

export async function startGithub(options: {
  readonly commit?: string
  readonly stateFile?: string
  readonly port?: number
  /** Keeps only digests of large files, and serves zeros. */
  readonly forget?: boolean
  /**
   * One origin for API, uploads and pages, as a GitHub Enterprise Server has it: its own address, with storage elsewhere;
   * or the URL it is known by, with storage of its own, which takes its token.
   */
  readonly enterprise?: true | string
}): Promise<FakeGithub> {
  const state = load(options.stateFile) ?? fresh(options.commit ?? 'a'.repeat(40))
  const log: Seen[] = []
  const violations: string[] = []
  const servers: Server[] = []
  let count = 0
  let remembered = JSON.stringify(state)

  const listen = async (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>, port = 0) => {
    const server = createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        violations.push(`the fake itself failed: ${String(error)}`)
        response.destroy()
      })
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    servers.push(server)
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const changed = (): boolean => {
    const now = JSON.stringify(state)
    if (now === remembered) return false
    remembered = now
    if (options.stateFile !== undefined) {
      writeFileSync(`${options.stateFile}.new`, now)
      renameSync(`${options.stateFile}.new`, options.stateFile)
    }
    return true
  }

  const note = (at: Seen['at'], request: IncomingMessage): Seen => {
    const { authorization } = request.headers
    const seen: Seen = {
      at,
      method: request.method ?? '',
      target: request.url ?? '',
      authorized: authorization !== undefined,
      status: 0,
      wrote: false
    }
    log.push(seen)
    return seen
  }

  const limits = (): Record<string, string> => ({
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(--github.rate.remaining),
    'x-ratelimit-reset': String(github.rate.reset),
    'x-github-request-id': `F00D:${count}`
  })

  /** One request to the API or to uploads: its fault, its effect, its answer, its judgement. */
  const serve = (at: 'api' | 'uploads', base: string) => async (request: IncomingMessage, response: ServerResponse) => {
    // What a test changed by hand is nobody's write.
    changed()
    const seen = note(at, request)
    const fault = github.fault(seen, ++count)
    if (fault?.delayMs !== undefined) await new Promise((wake) => setTimeout(wake, fault.delayMs))
    if (fault?.when === 'before') return fail(fault, seen, request, response)
    const target = seen.target.startsWith(base) ? seen.target.slice(base.length) : seen.target
    const url = new URL(target, 'http://github.invalid')
    const call: Omit<Call, 'body'> = {
      method: seen.method,
      path: url.pathname.slice(1).split('/').map(decodeURIComponent),
      query: url.searchParams,
      accept: request.headers.accept ?? '',
      token: request.headers.authorization?.replace(/^(token|bearer) /i, ''),
      now: new Date().toISOString()
    }
    let body: unknown
    let reply: Answer
    try {
      if (at === 'uploads') reply = await receive(call, request, fault)
      else {
        const text = (await collect(request)).toString()
        body = text === '' ? undefined : JSON.parse(text)
        reply = answer(github.origins, state, { ...call, body })
      }
    } catch (error) {
      if (fault && error === fault) {
        seen.wrote = changed()
        return fail(fault, seen, request, response)
      }
      if (request.destroyed && !request.complete) {
        seen.wrote = changed()
        return
      }
      if (!(error instanceof Refusal)) throw error
      reply = {
        status: error.status,
        body: {
          message: error.message,
          ...(error.errors ? { errors: error.errors } : {}),
          documentation_url: 'https://docs.github.com/rest',
          status: String(error.status)
        }
      }
    }
    seen.wrote = changed()
    violations.push(
      ...judge({
        method: seen.method,
        target,
        headers: request.headers,
        body,
        status: reply.status,
        reply: reply.body
      })
    )
    if (fault) return fail(fault, seen, request, response)
    send(reply, seen, response)
  }

  const send = (reply: Answer, seen: Seen, response: ServerResponse): void => {
    seen.status = reply.status
    response.writeHead(reply.status, {
      ...(reply.body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      ...limits(),
      ...reply.headers
    })
    response.end(reply.body && JSON.stringify(reply.body))
  }

  const fail = async (fault: Fault, seen: Seen, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (fault.with === 'silence') return
    if (fault.with === 'reset') {
      request.socket.destroy()
      return
    }
    // Read what is sent first: else a client that still writes sees a reset instead of the answer.
    if (!request.complete && request.readable) await collect(request)
    send(fault.with, seen, response)
  }

  /** An upload: the name is taken at the first byte, the bytes count at the last one. */
  const receive = async (call: Omit<Call, 'body'>, request: IncomingMessage, fault?: Fault): Promise<Answer> => {
    mayWrite(accessOf(state, call.token), call.token)
    const [, , , , release = ''] = call.path
    const id = Number(release)
    if (call.method !== 'POST') throw new Refusal(404, 'Not Found')
    const length = Number(request.headers['content-length'] ?? NaN)
    if (Number.isNaN(length)) throw new Refusal(400, 'Bad Content-Length')
    releaseOf(state, id, true)
    const type = request.headers['content-type'] ?? 'application/octet-stream'
    let asset
    try {
      asset = beginAsset(state, id, call.query.get('name') ?? '', type, length)
    } catch (error) {
      await collect(request)
      throw error
    }
    if (options.forget === true && length > KEPT) {
      finishForgotten(state, id, asset, await hashed(request))
      return { status: 201, body: assetJson(github.origins, state, assetOf(state, asset.id).release, asset) }
    }
    const bytes = await collect(request, fault?.when === 'midway' ? Math.floor(length / 2) : undefined)
    // A thrown fault is told apart by identity.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (fault?.when === 'midway') throw fault
    finishAsset(state, id, asset, bytes)
    const { release: holder } = assetOf(state, asset.id)
    return { status: 201, body: assetJson(github.origins, state, holder, asset) }
  }

  /** The web site and, behind its redirects, the storage, which refuses a second means of authentication. */
  const web = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const seen = note('web', request)
    const url = new URL(seen.target, 'http://github.invalid')
    const end = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}): void => {
      seen.status = status
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers })
      response.end(body)
    }
    if (url.pathname === '/_log') return end(200, JSON.stringify(log))
    if (url.pathname === '/_violations') return end(200, JSON.stringify(violations))
    const download = /^\/[^/]+\/[^/]+\/releases\/download\/([^/]+)\/(.+)$/.exec(url.pathname)
    if (download) {
      const release = publishedOf(state, decodeURIComponent(download[1] ?? ''))
      const asset = release?.assets.find((each) => each.name === decodeURIComponent(download[2] ?? ''))
      return asset
        ? end(302, '', { location: `${github.origins.storage}/storage/${asset.id}?signature=secret-signature` })
        : end(404)
    }
    const id = /^\/storage\/(\d+)$/.exec(url.pathname)?.[1]
    if (id === undefined) return end(404)
    if (seen.authorized && typeof options.enterprise !== 'string')
      return end(400, '<Error><Code>InvalidArgument</Code></Error>')
    const { asset } = assetOf(state, Number(id))
    if (asset.content === '' && asset.size > 0)
      return sendZeros(response, asset.size, (status) => (seen.status = status))
    const whole = Buffer.from(asset.content, 'base64')
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const part = whole.subarray(from)
    const breaks = github.storageBreaks.shift()
    if (breaks === undefined) {
      return end(from > 0 ? 206 : 200, part, { 'content-type': 'application/octet-stream' })
    }
    seen.status = 200
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': part.length })
    response.write(part.subarray(0, breaks), () => response.destroy())
  }

  const pending = { api: '', uploads: '', web: '', storage: '' }
  const github: FakeGithub & { address: string } = {
    origins: pending,
    address: '',
    state,
    log,
    violations,
    fault: () => undefined,
    storageBreaks: [],
    rate: { remaining: 5000, reset: Math.ceil(Date.now() / 1000) + 3600 },
    writes: () => log.filter(({ wrote }) => wrote).length,
    async [Symbol.asyncDispose]() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((closed) => server.close(closed))
        })
      )
    }
  }
  if (options.enterprise !== undefined) {
    const [api, uploads] = [serve('api', '/api/v3'), serve('uploads', '/api/uploads')]
    const handle: typeof web = (request, response) =>
      (/^\/api\/v3\//.test(request.url ?? '') ? api : /^\/api\/uploads\//.test(request.url ?? '') ? uploads : web)(
        request,
        response
      )
    github.address = await listen(handle, options.port)
    const origin = options.enterprise === true ? github.address : options.enterprise
    Object.assign(pending, { api: `${origin}/api/v3`, uploads: `${origin}/api/uploads`, web: origin })
    pending.storage = options.enterprise === true ? await listen(web) : origin
    return github
  }
  github.address = await listen(serve('api', '/api/v3'), options.port)
  pending.api = `${github.address}/api/v3`
  pending.uploads = await listen(serve('uploads', ''))
  pending.web = await listen(web)
  pending.storage = pending.web
  return github
}

function load(file: string | undefined): State | undefined {
  if (file === undefined) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State
  } catch {
    return undefined
  }
}

/** The body, or its first `limit` bytes. Rejects when the connection breaks. */
async function collect(request: IncomingMessage, limit = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  if (limit <= 0) return Buffer.alloc(0)
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= limit) break
  }
  return Buffer.concat(chunks)
}

/** Size and digest of a body that is not kept. */
async function hashed(request: IncomingMessage): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      commit: { type: 'string' },
      forget: { type: 'boolean', default: false }
    }
  })
  const github = await startGithub({
    port: Number(values.port),
    forget: values.forget,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.commit === undefined ? {} : { commit: values.commit })
  })
  process.stdout.write(`${JSON.stringify(github.origins)}\n`)
}
