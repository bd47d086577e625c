/**
 * A GitLab on loopback, for tests: packages, releases and tags of one project with GitLab's semantics, under a relative
 * URL, with object storage on an origin of its own. What is said to it is held against GitLab's documentation
 * (`violations`).
 *
 * As a process of its own: `node __tests__/fakes/gitlab-server.ts --port 0 --state FILE [--commit SHA] [--forget]`
 * prints its URLs as one line of JSON and keeps its state in FILE; with `--forget` it keeps only digests of large
 * files, and serves zeros.
 * `GET <storage>/_log`, `/_violations` and `/_state` show what happened.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import {
  accessOf,
  answer,
  demandRights,
  download,
  fileJson,
  type Answer,
  type Call,
  type Origins
} from './gitlab-routes.ts'
import { KEPT, sendZeros } from './zeros.ts'
import { violationsOf } from './gitlab-schema.ts'
import { demandUpload, fresh, Refusal, store, type PackageFile, type State, type Stored } from './gitlab-state.ts'

/** What goes wrong with one request: before GitLab acts, half-way through a body, or after it acted. */
export interface Fault {
  readonly when: 'before' | 'midway' | 'after'
  /** An answer instead of GitLab's own; 'reset' breaks the connection; 'silence' never answers; 'drip' begins to. */
  readonly with: 'reset' | 'silence' | 'drip' | Answer
  readonly delayMs?: number
}

export interface Seen {
  readonly at: 'api' | 'storage'
  readonly method: string
  /** Path below the project and query; the whole path for storage. */
  readonly target: string
  /** The header that carried a token. */
  readonly token: string | undefined
  /** 0 when the connection was broken instead. */
  status: number
  /** Whether it changed anything. */
  wrote: boolean
}

export interface FakeGitlab extends AsyncDisposable {
  readonly origins: Origins
  readonly state: State
  readonly log: readonly Seen[]
  readonly violations: readonly string[]
  /** Asked for each request to the API, in order. */
  fault: (seen: Seen, count: number) => Fault | undefined
  /** Bytes of the storage answer after which its connection breaks, once for each number. */
  readonly storageBreaks: number[]
  /** How many uploads there were at once. */
  readonly uploads: { readonly now: number; readonly most: number }
  /** How many requests changed anything. */
  writes(): number
}

const BASE = '/gitlab/api/v4'
const TOKENS = ['job-token', 'private-token', 'authorization'] as const

export async function startGitlab(options: {
  readonly commit?: string
  readonly stateFile?: string
  readonly port?: number
  /** Keeps only digests of large files, and serves zeros. */
  readonly forget?: boolean
}): Promise<FakeGitlab> {
  const state = load(options.stateFile) ?? fresh(options.commit ?? 'a'.repeat(40))
  const log: Seen[] = []
  const violations: string[] = []
  const servers: Server[] = []
  const uploads = { now: 0, most: 0 }
  let count = 0
  let remembered = JSON.stringify(state)

  const listen = async (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>, port = 0) => {
    const server = createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        violations.push(`the fake itself failed: ${String(error)}`)
        response.destroy()
      })
    })
    server.requestTimeout = 0
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

  const note = (at: Seen['at'], request: IncomingMessage, target: string): Seen => {
    const seen: Seen = {
      at,
      method: request.method ?? '',
      target,
      token: TOKENS.find((name) => request.headers[name] !== undefined),
      status: 0,
      wrote: false
    }
    log.push(seen)
    return seen
  }

  /** One request to the API: its fault, its judgement, its effect, its answer. */
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // What a test changed by hand is nobody's write.
    changed()
    const whole = request.url ?? ''
    const project = new RegExp(`^${BASE}/projects/([^/?]+)/?(.*)$`).exec(whole)
    const target = project?.[2] ?? whole
    const seen = note('api', request, target)
    const fault = gitlab.fault(seen, ++count)
    if (fault?.delayMs !== undefined) await new Promise((wake) => setTimeout(wake, fault.delayMs))
    if (fault?.when === 'before') return fail(fault, seen, request, response)
    const url = new URL(`/${target}`, 'http://gitlab.invalid')
    const path = url.pathname.slice(1)
    const upload = seen.method === 'PUT' && path.startsWith('packages/generic/')
    let reply: Answer | PackageFile
    try {
      const call: Omit<Call, 'body'> = {
        ...accessOf(state, request.headers),
        method: seen.method,
        path: path === '' ? [] : path.split('/').map(decodeURIComponent),
        query: url.searchParams,
        now: new Date().toISOString()
      }
      if (![String(state.id), state.path].includes(decodeURIComponent(project?.[1] ?? ''))) {
        throw new Refusal(404, '404 Project Not Found')
      }
      const text = upload ? '' : (await collect(request)).toString()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      violations.push(...violationsOf(seen.method, path, url.searchParams, request.headers['content-type'], body))
      if (upload) reply = await receive(call, request, fault)
      else if (seen.method === 'GET' && path.startsWith('packages/generic/')) {
        demandRights(state, call)
        reply = download(gitlab.origins, state, call.path.slice(2))
      } else reply = answer(gitlab.origins, state, { ...call, body })
    } catch (error) {
      if (fault && error === fault) return fail(fault, seen, request, response)
      if (request.destroyed && !request.complete) return
      if (!(error instanceof Refusal)) throw error
      // Read what is sent first: else a client that still writes sees a reset instead of the answer.
      if (!request.complete && request.readable) await drain(request)
      reply = { status: error.status, body: error.body }
    }
    seen.wrote = changed()
    if (fault) return fail(fault, seen, request, response)
    if ('packageId' in reply) return bytes(reply, seen, request, response)
    send(reply, seen, response)
  }

  const send = (reply: Answer, seen: Seen, response: ServerResponse): void => {
    seen.status = reply.status
    const json = reply.body !== undefined
    response.writeHead(reply.status, {
      ...(json ? { 'content-type': 'application/json' } : reply.text ? { 'content-type': 'text/plain' } : {}),
      'x-request-id': `01FAKE${count}`,
      ...reply.headers
    })
    response.end(json ? JSON.stringify(reply.body) : reply.text)
  }

  const fail = async (fault: Fault, seen: Seen, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (fault.with === 'silence') return
    if (fault.with === 'reset') {
      request.socket.destroy()
      return
    }
    if (!request.complete && request.readable) await drain(request)
    if (fault.with === 'drip') {
      seen.status = 200
      response.writeHead(200, { 'content-type': 'application/json', 'x-next-page': '' })
      response.write('[')
      return
    }
    send(fault.with, seen, response)
  }

  /** An upload: nothing is there before the last byte. */
  const receive = async (call: Omit<Call, 'body'>, request: IncomingMessage, fault?: Fault): Promise<Answer> => {
    demandRights(state, call)
    const [, , name = '', version = '', file = ''] = call.path
    demandUpload(state, name, version, file)
    uploads.most = Math.max(uploads.most, ++uploads.now)
    try {
      const length = Number(request.headers['content-length'] ?? NaN)
      const stored = await hashed(request, fault?.when === 'midway' ? Math.floor(length / 2) : undefined)
      // A thrown fault is told apart by identity.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      if (fault?.when === 'midway') throw fault
      const row = store(state, name, version, file, stored)
      const record = call.query.get('select') === 'package_file' && state.selectsFile
      return record ? { status: 200, body: fileJson(row) } : { status: 201, body: { message: '201 Created' } }
    } finally {
      uploads.now--
    }
  }

  /** Storage behind redirects, which refuses a second means of authentication; and what a test wants to know. */
  const storage = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://gitlab.invalid')
    const end = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (url.pathname === '/_log') return end(200, log)
    if (url.pathname === '/_violations') return end(200, violations)
    if (url.pathname === '/_state') return end(200, state)
    const seen = note('storage', request, request.url ?? '')
    if (seen.token !== undefined) {
      violations.push(`the token was sent to storage: ${seen.token}`)
      return end((seen.status = 400), { Code: 'InvalidArgument' })
    }
    const row = state.files.find(({ id }) => `/${id}` === url.pathname)
    if (!row) return end((seen.status = 404), { Code: 'NoSuchKey' })
    return bytes(row, seen, request, response)
  }

  const bytes = async (
    row: PackageFile,
    seen: Seen,
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> => {
    if (row.content === undefined) return sendZeros(response, row.size, (status) => (seen.status = status))
    const whole = Buffer.from(row.content, 'base64')
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const part = whole.subarray(from)
    seen.status = from > 0 ? 206 : 200
    response.writeHead(seen.status, { 'content-length': part.length, 'content-type': 'application/octet-stream' })
    const breaks = gitlab.storageBreaks.shift()
    if (breaks === undefined) response.end(part)
    else response.write(part.subarray(0, breaks), () => response.destroy())
  }

  const hashed = async (request: IncomingMessage, limit = Infinity): Promise<Stored> => {
    const hash = createHash('sha256')
    const kept: Buffer[] = []
    let size = 0
    if (limit > 0) {
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        hash.update(chunk)
        size += chunk.length
        if (options.forget !== true || size <= KEPT) kept.push(chunk)
        if (size >= limit) break
      }
    }
    const content = options.forget === true && size > KEPT ? undefined : Buffer.concat(kept).toString('base64')
    return { content, size, sha256: hash.digest('hex') }
  }

  const pending = { api: '', web: '', storage: '' }
  const gitlab: FakeGitlab = {
    origins: pending,
    state,
    log,
    violations,
    fault: () => undefined,
    storageBreaks: [],
    uploads,
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
  const origin = await listen(serve, options.port)
  pending.api = `${origin}${BASE}`
  pending.web = `${origin}/gitlab`
  pending.storage = await listen(storage)
  return gitlab
}

function load(file: string | undefined): State | undefined {
  if (file === undefined) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State
  } catch {
    return undefined
  }
}

/** The body. Rejects when the connection breaks. */
async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) void chunk
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
  const gitlab = await startGitlab({
    port: Number(values.port),
    forget: values.forget,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.commit === undefined ? {} : { commit: values.commit })
  })
  process.stdout.write(`${JSON.stringify(gitlab.origins)}\n`)
}
