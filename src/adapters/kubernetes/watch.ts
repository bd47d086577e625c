import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'
import { LIMITS, formatSize } from '../../base/limits.ts'
import { type Json, readAt, isObject, readObjectsAt, readTextAt, type JsonObject } from '../../base/json.ts'
import type { Reply, WatchEvent } from '../../model/ports/kubernetes.ts'
import type { TransportRequest, Transport } from './transport.ts'

type WatchQuery = Readonly<Record<string, string>>

/** The server ends a watch after this many seconds, and we go on with a new one; bookmarks come about every minute. */
const WATCH_SECONDS = 300
const PAGE = 500
const PATIENCE_MS = 30_000
/** Answers to a list or watch that asking again does not change. 409, 410 and 429 are not among them. */
const FINAL = [400, 401, 403, 404, 405, 406, 422]

interface WatchClient {
  readonly link: Transport
  /** `size`: of the answer's text. */
  readonly ask: (request: TransportRequest) => Promise<Reply & { readonly size: number }>
  /** Bytes of all pages of a list. */
  readonly listLimit?: number | undefined
  /** How long a watch tries to come back before it rejects, in milliseconds. */
  readonly patience?: number | undefined
  /** Items in one answer to a list. */
  readonly page?: number | undefined
}

/**
 * What is there as ADDED, then every change, until the signal aborts; then the iteration ends without an error. A
 * watch that breaks goes on where it was. When the server no longer knows that place, the list is read again: ADDED
 * for all that is there, DELETED (as last seen) for what went meanwhile. Rejects with an 'environment' Failure when the
 * server refuses, or does not answer for `patience` milliseconds.
 */
export async function* watchObjects(
  client: WatchClient,
  path: string,
  signal: AbortSignal,
  query: WatchQuery = {}
): AsyncGenerator<WatchEvent, void, undefined> {
  const known = new Map<string, JsonObject>()
  let version: string | undefined
  let lastAnswer = Date.now()
  let pause = 0
  while (!signal.aborted) {
    try {
      if (version === undefined) {
        const listed = await listObjects(client, path, signal, query)
        lastAnswer = Date.now()
        for (const [id, object] of findGone(known, listed.items)) {
          known.delete(id)
          yield { type: 'DELETED', object }
        }
        for (const object of listed.items) {
          known.set(identifyObject(object), object)
          yield { type: 'ADDED', object }
        }
        version = listed.version
      }
      for await (const { type, object } of followChanges(client, path, signal, query, version)) {
        lastAnswer = Date.now()
        pause = 0
        if (type === 'ERROR') {
          // Mostly 410: the server no longer has the history from there on.
          version = undefined
          break
        }
        version = readTextAt(object, 'metadata', 'resourceVersion')
        if (type === 'BOOKMARK') continue
        if (type === 'DELETED') known.delete(identifyObject(object))
        else known.set(identifyObject(object), object)
        yield { type, object }
      }
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Endless) throw error.failure
      if (error instanceof Refused) {
        if (error.status === 410) version = undefined
        else if (FINAL.includes(error.status)) throw error.failure
      }
      const cause = error instanceof Refused ? error.failure : error
      if (!(cause instanceof Failure) || Date.now() - lastAnswer > (client.patience ?? PATIENCE_MS)) throw cause
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined)
    pause = Math.min(Math.max(pause * 2, 20), 1000)
  }
}

/** The whole list, in pages of one snapshot. Items get the apiVersion and kind that a list leaves out. */
async function listObjects(
  { ask, page: size = PAGE, listLimit = LIMITS.listed.most }: WatchClient,
  path: string,
  signal: AbortSignal,
  query: WatchQuery
) {
  const items: JsonObject[] = []
  let [next, held] = ['', 0]
  for (;;) {
    const page = { ...query, limit: `${size}`, ...(next !== '' && { continue: next }) }
    const { status, body, size: read } = await ask({ method: 'GET', path, query: page, signal, silence: 75_000 })
    if (status !== 200) throw new Refused(status, path, body)
    held += read
    if (held > listLimit) throw new Endless(path, listLimit)
    const kind = readTextAt(body, 'kind').replace(/List$/, '')
    const apiVersion = readTextAt(body, 'apiVersion')
    for (const item of readObjectsAt(body, 'items')) items.push({ apiVersion, kind, ...item })
    next = readTextAt(body, 'metadata', 'continue')
    if (next === '') return { items, version: readTextAt(body, 'metadata', 'resourceVersion') }
  }
}

async function* followChanges(
  { link }: WatchClient,
  path: string,
  signal: AbortSignal,
  query: WatchQuery,
  resourceVersion: string
) {
  const request: TransportRequest = {
    method: 'GET',
    path,
    query: { ...query, watch: '1', allowWatchBookmarks: 'true', resourceVersion, timeoutSeconds: `${WATCH_SECONDS}` },
    signal,
    silence: (WATCH_SECONDS + 30) * 1000,
    long: true
  }
  const answer = await link.send(request)
  if (answer.statusCode !== 200) {
    const text = await link.text(answer, request, LIMITS.cluster.most)
    throw new Refused(answer.statusCode ?? 0, path, { text })
  }
  try {
    for await (const value of parseNdjson(answer as AsyncIterable<Buffer>)) {
      const object = readAt(value, 'object')
      if (isObject(object))
        yield { type: readTextAt(value, 'type') as WatchEvent['type'] | 'BOOKMARK' | 'ERROR', object }
    }
  } catch (cause) {
    signal.throwIfAborted()
    throw new Failure('environment', `the watch of ${path} broke: ${(cause as Error).message}`, {
      hint: 'Run again; if it stays so, look whether the cluster, or what lies between, ends long requests.',
      cause
    })
  }
}

/** A list that is too long, or has no end: to begin anew does not change that. */
class Endless extends Error {
  readonly failure: Failure
  constructor(path: string, limit: number) {
    super('endless')
    this.failure = new Failure(
      'environment',
      `cannot watch ${path}: the Kubernetes API answers with a list of more than ${formatSize(limit)}`,
      { hint: 'Ask for less: a namespace, or a label selector.' }
    )
  }
}

class Refused extends Error {
  readonly status: number
  readonly failure: Failure
  constructor(status: number, path: string, body: Json) {
    super('refused')
    this.status = status
    const said = readTextAt(body, 'message') || readTextAt(body, 'text').trim()
    this.failure = new Failure('environment', `cannot watch ${path}: the Kubernetes API answers ${status} (${said})`, {
      hint: 'Check the path, and that this user may list and watch it.'
    })
  }
}

const identifyObject = (object: JsonObject): string =>
  readTextAt(object, 'metadata', 'uid') ||
  `${readTextAt(object, 'metadata', 'namespace')}/${readTextAt(object, 'metadata', 'name')}`

function findGone(known: ReadonlyMap<string, JsonObject>, items: readonly JsonObject[]) {
  const present = new Set(items.map(identifyObject))
  return [...known].filter(([id]) => !present.has(id))
}

/** Objects of more than this many bytes end the reading: etcd takes 1.5 MiB, and JSON is a few times that. */
const LINE_LIMIT = LIMITS.event.most

/** The JSON values of a stream, one a line. An unfinished last line is dropped: the connection broke in it. */
export async function* parseNdjson(
  bytes: AsyncIterable<Buffer>,
  limit = LINE_LIMIT
): AsyncGenerator<Json, void, undefined> {
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      // Joined before it is decoded: a character may lie across two chunks.
      const line = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8')
      parts = []
      size = 0
      start = end + 1
      if (line.trim() !== '') yield JSON.parse(line) as Json
    }
    parts.push(chunk.subarray(start))
    size += chunk.length - start
    if (size > limit) throw new Error(`a line of more than ${limit} bytes`)
  }
}
