import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** An entry that was uploaded to its end. */
export interface CacheEntry {
  readonly key: string
  readonly version: string
  /** The ref whose runs may write it. */
  readonly scope: string
  readonly bytes: Buffer
}

export interface FakeCacheService extends AsyncDisposable {
  readonly entries: readonly CacheEntry[]
  /** `GetCacheEntryDownloadURL main`: what was asked, and by which ref. */
  readonly asked: readonly string[]
  /** What no client may do. */
  readonly violations: readonly string[]
  /** The variables that a runner gives to a job of this ref, which may also read the caches of `main`. */
  runner(ref: string): Readonly<Record<string, string>>
  /** What somebody does who got at the storage. */
  forge(entry: CacheEntry, bytes: Buffer): void
  /** Refuses to take new entries, as for a run whose token may only read. */
  refuseWrites(): void
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/'
const MAIN = 'refs/heads/main'

interface Started {
  readonly key: string
  readonly version: string
  readonly scope: string
  readonly blocks: Map<string, Buffer>
  bytes?: Buffer
}

/**
 * The cache service of GitHub in its second version, as @actions/cache 6 speaks to it: twirp in JSON with the runtime
 * token, scopes by ref, entries that never change, and uploads to a storage that takes blobs (Put Blob, Put Block, Put
 * Block List) behind a signed URL.
 */
export async function startCacheService(): Promise<FakeCacheService> {
  const entries: CacheEntry[] = []
  const started: Started[] = []
  const asked: string[] = []
  const violations: string[] = []
  let readOnly = false
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      violations.push(String(error))
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const body = await bodyOf(request)
    if (url.pathname.startsWith(SERVICE)) return twirp(url.pathname.slice(SERVICE.length), request, body, response)
    if (url.searchParams.get('sig') !== 'signed') return fail(response, 403, 'no signature')
    const index = Number(/^\/account\/cache\/(\d+)$/.exec(url.pathname)?.[1])
    if (request.headers.authorization !== undefined) violations.push('the storage was sent a token')
    if (request.method === 'GET') {
      const entry = entries[index]
      if (!entry) return fail(response, 404, 'no such blob')
      response.writeHead(200, { 'content-length': entry.bytes.length }).end(entry.bytes)
      return
    }
    const upload = started[index]
    if (request.method !== 'PUT' || !upload) return fail(response, 404, 'no such blob')
    store(upload, url.searchParams, request, body)
    const md5 = createHash('md5').update(body).digest('base64')
    response.writeHead(201, { 'content-md5': md5, etag: '"1"', 'last-modified': new Date().toUTCString() }).end()
  }

  function store(upload: Started, query: URLSearchParams, request: IncomingMessage, body: Buffer): void {
    switch (query.get('comp')) {
      case null:
        if (request.headers['x-ms-blob-type'] !== 'BlockBlob') violations.push('a blob of no kind')
        upload.bytes = body
        return
      case 'block':
        upload.blocks.set(query.get('blockid') ?? '', body)
        return
      case 'blocklist': {
        const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id = '']) => id)
        upload.bytes = Buffer.concat(ids.map((id) => upload.blocks.get(id) ?? Buffer.alloc(0)))
        return
      }
      default:
        violations.push(`comp=${query.get('comp')}`)
    }
  }

  function twirp(method: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const ref = /^Bearer runtime:(.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (ref === undefined) return fail(response, 401, 'no runtime token')
    asked.push(`${method} ${ref}`)
    const message = JSON.parse(body.toString('utf8')) as Record<string, unknown>
    const { key, version, restore_keys: prefixes = [] } = message as Record<string, string> & { restore_keys: string[] }
    if (!key || !version || key.includes(',') || key.length > 512) violations.push(`the key ${key}`)
    const json = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    switch (method) {
      case 'GetCacheEntryDownloadURL': {
        const found = find(ref, [key ?? '', ...prefixes], version ?? '')
        if (!found) return json({ ok: false })
        const at = `${origin}/account/cache/${entries.indexOf(found)}?sig=signed`
        return json({ ok: true, signed_download_url: at, matched_key: found.key })
      }
      case 'CreateCacheEntry': {
        if (readOnly) return json({ ok: false, message: 'cache write denied: this token may only read' })
        if (entries.some((entry) => entry.scope === ref && entry.key === key && entry.version === version))
          return fail(response, 409, 'cache entry with the same key, version, and scope already exists')
        started.push({ key: key ?? '', version: version ?? '', scope: ref, blocks: new Map() })
        return json({ ok: true, signed_upload_url: `${origin}/account/cache/${started.length - 1}?sig=signed` })
      }
      case 'FinalizeCacheEntryUpload': {
        const upload = started.find((item) => item.key === key && item.version === version && item.scope === ref)
        if (!upload?.bytes || upload.bytes.length !== Number(message['size_bytes']))
          return fail(response, 400, 'the upload is not whole')
        entries.push({ key: upload.key, version: upload.version, scope: ref, bytes: upload.bytes })
        return json({ ok: true, entry_id: String(entries.length) })
      }
      default:
        violations.push(method)
        fail(response, 404, 'no such method')
    }
  }

  /** Of a run's own ref first, then of the default branch; each key exactly, then as a prefix, the newest first. */
  function find(ref: string, keys: readonly string[], version: string): CacheEntry | undefined {
    for (const scope of new Set([ref, MAIN]))
      for (const key of keys) {
        const fits = entries.filter((entry) => entry.scope === scope && entry.version === version)
        const found =
          fits.find((entry) => entry.key === key) ?? fits.reverse().find((entry) => entry.key.startsWith(key))
        if (found) return found
      }
    return undefined
  }

  return {
    entries,
    asked,
    violations,
    runner: (ref) => ({
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: `runtime:${ref}`
    }),
    forge: (entry, bytes) => void entries.splice(entries.indexOf(entry), 1, { ...entry, bytes }),
    refuseWrites: () => void (readOnly = true),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}

const fail = (response: ServerResponse, status: number, msg: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 'failed', msg }))
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
