import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { backend } from '../network/git-server.ts'
import { tokenIn, type Answer, type Content, type Head, type Platform } from './platform.ts'
import { past, readerOf, type Lags } from './lag.ts'
import { KEPT, sendZeros } from './zeros.ts'

/** What goes wrong with one request: before the platform acts, half-way through a body, or after it acted. */
export interface Fault {
  readonly when: 'before' | 'midway' | 'after'
  /** An answer instead of its own; 'reset' breaks the connection; 'silence' never answers; 'drip' begins to. */
  readonly with: 'reset' | 'silence' | 'drip' | Answer
  readonly delayMs?: number
}

export interface Seen {
  /** Which part of the platform was asked. */
  readonly at: string
  readonly method: string
  /** Path and query; for GitLab's API the part below the project. */
  readonly target: string
  /** The header that carried a token. */
  readonly token: string | undefined
  /** 0 when the connection was broken instead. */
  status: number
  /** Whether it changed anything. */
  wrote: boolean
}

export interface Served extends AsyncDisposable {
  readonly log: readonly Seen[]
  readonly violations: readonly string[]
  /** Asked for each request to the API and to uploads, in order. */
  fault: (seen: Seen, count: number) => Fault | undefined
  /** Bytes of a file's answer after which its connection breaks, once for each number. */
  readonly storageBreaks: number[]
  /** How many uploads there were at once. */
  readonly uploads: { readonly now: number; readonly most: number }
  /** How far reads may be behind writes, in milliseconds; undefined: every write is seen at once. */
  late: Late | undefined
  /** Folder with bare repositories (`OWNER/NAME.git`) that may be cloned; '' for none. */
  repositories: string
  /** How many requests changed anything. */
  writes(): number
  /** Opens a port, and resolves with its origin. `partOf` says which part of the platform a path belongs to. */
  listen(partOf: (path: string) => string, port?: number): Promise<string>
}

/** Reads that lag: see lag.ts. */
export interface Late {
  readonly lags: Lags
  /** From 0 to 1: how much of its kind's lag a read is behind. */
  readonly chance: () => number
}

export interface ServeOptions {
  /** The same platform with another state. */
  readonly withState: (state: object) => Platform
  /** Where the state is kept after each change. */
  readonly stateFile?: string | undefined
  /** Keeps only digests of large files, and serves zeros. */
  readonly forget?: boolean | undefined
  /**
   * How clones go: where the repositories lie under the web site (`/gitlab`), and whether a URL without `.git` is sent on
   * to the one with it, as GitLab does, or means the same, as on GitHub.
   */
  readonly clones?: { readonly below: string; readonly sentOn: boolean }
  /** The parts that hand out files: they know no faults, and tell what happened. */
  readonly storage: readonly string[]
}

/** A platform over HTTP on loopback, with a log and a fault injector. */
export function serve(platform: Platform, options: ServeOptions): Served {
  const log: Seen[] = []
  const servers: Server[] = []
  const uploads = { now: 0, most: 0 }
  let count = 0
  let remembered = JSON.stringify(platform.state)
  const before = past()

  const changed = (): boolean => {
    const now = JSON.stringify(platform.state)
    if (now === remembered) return false
    if (served.late) before.remember(Date.now(), remembered)
    remembered = now
    if (options.stateFile !== undefined) {
      writeFileSync(`${options.stateFile}.new`, now)
      renameSync(`${options.stateFile}.new`, options.stateFile)
    }
    return true
  }

  /** The platform as the machine sees it that a read comes to. */
  const seenBy = (method: string, target: string): Platform => {
    const reader = served.late && readerOf(method, target)
    const then = reader && served.late ? Date.now() - served.late.chance() * served.late.lags[reader] : undefined
    const state = then === undefined ? undefined : before.at(then)
    return state === undefined ? platform : options.withState(JSON.parse(state) as object)
  }

  /** One request: its fault, its effect, its answer. */
  const handle = async (at: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // What a test changed by hand is nobody's write.
    changed()
    const { method = '', url = '', headers } = request
    const head: Head = { method, url, headers, now: new Date().toISOString() }
    const isStorage = options.storage.includes(at)
    if (isStorage && told(url, response)) return
    if (cloned(request, response)) return
    const { target, upload } = platform.seen(at, head)
    const seen: Seen = { at, method, target, token: tokenIn(head), status: 0, wrote: false }
    log.push(seen)
    const fault = isStorage ? undefined : served.fault(seen, ++count)
    if (fault?.delayMs !== undefined) await new Promise((wake) => setTimeout(wake, fault.delayMs))
    if (fault?.when === 'before') return fail(fault, seen, request, response)
    if (upload) uploads.most = Math.max(uploads.most, ++uploads.now)
    try {
      const end = seenBy(method, target).begin(at, head)
      const half = upload && fault?.when === 'midway'
      const content = await bodyOf(request, half, options.forget === true).catch(() => undefined)
      if (content && !half) {
        const reply = end(content)
        seen.wrote = changed()
        return fault ? await fail(fault, seen, request, response) : send(reply, seen, request, response)
      }
      seen.wrote = changed()
      if (fault && content) await fail(fault, seen, request, response)
    } finally {
      if (upload) uploads.now--
    }
  }

  /** What a test of another process wants to know. */
  const told = (url: string, response: ServerResponse): boolean => {
    const known = { '/_log': log, '/_violations': platform.violations, '/_state': platform.state }[url]
    if (known === undefined) return false
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known))
    return true
  }

  /** The real `git http-backend`; true when it was asked. */
  const cloned = (request: IncomingMessage, response: ServerResponse): boolean => {
    const url = new URL(request.url ?? '', 'http://git.invalid')
    const { below = '', sentOn = false } = options.clones ?? {}
    const [, name, suffix, rest = ''] =
      /^(\/[^/]+\/[^/]+?)(\.git)?(\/info\/refs|\/git-upload-pack)$/.exec(url.pathname.slice(below.length)) ?? []
    if (served.repositories === '' || name === undefined || !url.pathname.startsWith(below)) return false
    log.push({
      at: 'git',
      method: request.method ?? '',
      target: request.url ?? '',
      token: undefined,
      status: 200,
      wrote: false
    })
    if (suffix === undefined && sentOn) {
      response.writeHead(301, { location: `${below}${name}.git${rest}${url.search}` }).end()
      return true
    }
    backend(served.repositories, '', new URL(`${name}.git${rest}${url.search}`, url), request, response)
    return true
  }

  const send = (reply: Answer, seen: Seen, request: IncomingMessage, response: ServerResponse): void => {
    seen.status = reply.status
    if (reply.file) return sendFile(reply.file, seen, request, response)
    const text = reply.body === undefined ? (reply.text ?? '') : JSON.stringify(reply.body)
    const type = reply.body === undefined ? 'text/plain' : 'application/json; charset=utf-8'
    response.writeHead(reply.status, {
      ...(text === '' ? {} : { 'content-type': type }),
      ...platform.signature(count),
      ...reply.headers
    })
    response.end(text)
  }

  const sendFile = (
    { content, size }: { readonly content: Buffer | undefined; readonly size: number },
    seen: Seen,
    request: IncomingMessage,
    response: ServerResponse
  ): void => {
    if (content === undefined) return void sendZeros(response, size, (status) => (seen.status = status))
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const part = content.subarray(from)
    seen.status = from > 0 ? 206 : 200
    response.writeHead(seen.status, { 'content-length': part.length, 'content-type': 'application/octet-stream' })
    const breaks = served.storageBreaks.shift()
    if (breaks === undefined) response.end(part)
    else response.write(part.subarray(0, breaks), () => response.destroy())
  }

  const fail = async (fault: Fault, seen: Seen, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (fault.with === 'silence') return
    if (fault.with === 'reset') {
      request.socket.destroy()
      return
    }
    // Read what is sent first: else a client that still writes sees a reset instead of the answer.
    if (!request.complete && request.readable) for await (const _ of chunksOf(request));
    if (fault.with === 'drip') {
      seen.status = 200
      response.writeHead(200, { 'content-type': 'application/json', 'x-next-page': '' })
      response.write('[')
      return
    }
    send(fault.with, seen, request, response)
  }

  const served: Served = {
    log,
    violations: platform.violations,
    fault: () => undefined,
    late: undefined,
    repositories: '',
    storageBreaks: [],
    uploads,
    writes: () => log.filter(({ wrote }) => wrote).length,
    async listen(partOf, port = 0) {
      const server = createServer((request, response) => {
        handle(partOf(request.url ?? ''), request, response).catch((error: unknown) => {
          platform.violations.push(`the fake itself failed: ${String(error)}`)
          response.destroy()
        })
      })
      server.requestTimeout = 0
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      servers.push(server)
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((closed) => server.close(closed))
        })
      )
    }
  }
  return served
}

const chunksOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

/** The body, or its first half. Rejects when the connection breaks. */
async function bodyOf(request: IncomingMessage, half: boolean, forget: boolean): Promise<Content> {
  const length = Number(request.headers['content-length'] ?? NaN)
  const limit = half ? Math.floor(length / 2) : Infinity
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  let size = 0
  if (limit > 0) {
    for await (const chunk of chunksOf(request)) {
      hash.update(chunk)
      size += chunk.length
      if (!forget || size <= KEPT) kept.push(chunk)
      if (size >= limit) break
    }
  }
  return { bytes: forget && size > KEPT ? undefined : Buffer.concat(kept), size, sha256: hash.digest('hex') }
}

/** The state that an earlier process left. */
export function stateIn<State>(file: string | undefined): State | undefined {
  if (file === undefined) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State
  } catch {
    return undefined
  }
}
