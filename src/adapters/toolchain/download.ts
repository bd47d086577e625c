import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'
import type { Files } from '../../model/ports/files.ts'

export type Fetch = typeof globalThis.fetch

export interface Download {
  readonly url: string
  /** What the content has to be; without one the caller checks the file by another sum before opening it. */
  readonly sha256?: string
  /** More bytes than this stop the download. */
  readonly limit: number
  /** Permissions of the file, 0o644 when left out. */
  readonly mode?: number
  /** Sent to the first origin only. */
  readonly authorization?: string
  /** Origins for which plain http is allowed: a module proxy that the caller named. */
  readonly plain?: readonly string[]
}

export interface DownloadParts {
  readonly fetch: Fetch
  readonly files: Files
  readonly note: (text: string) => void
  /** Milliseconds before attempt 2, 3, … */
  readonly waits?: readonly number[]
  /** Longest silence of a server in milliseconds. */
  readonly silence?: number
}

/** Thrown inside for what may be tried again. */
class Broken extends Error {}

const NETWORK = 'Check the network and its proxy settings (HTTPS_PROXY, NO_PROXY), or put the tool on PATH.'
const DIFFERENT = 'Something between here and there changed the file. Do not use it; report it if it stays so.'
const WAITS = [500, 2000, 5000]
const SILENCE_MS = 60_000
const REDIRECTS = 10

/**
 * Downloads to `path`, which is there only when the content matched. Rejects with an 'environment' Failure when it
 * cannot be had, with a 'verification' Failure when what came is not what was promised. A broken transfer is resumed.
 */
export async function downloadFile(
  what: Download,
  path: string,
  by: DownloadParts,
  signal: AbortSignal
): Promise<void> {
  const sum = createHash('sha256')
  const body = transferBytes(what, by, signal)
  await by.files.write(
    path,
    (async function* () {
      for await (const chunk of body) {
        sum.update(chunk)
        yield chunk
      }
      // Thrown while the bytes are in the temporary sibling, so nothing wrong is ever seen under the final name.
      const seen = sum.digest('hex')
      if (what.sha256 !== undefined && seen !== what.sha256) {
        throw new Failure('verification', `${redactUrl(what.url)} has sha256 ${seen}, not ${what.sha256}`, {
          hint: DIFFERENT
        })
      }
    })(),
    what.mode
  )
}

/** The bytes in order, over as many connections as it takes. */
async function* transferBytes(what: Download, by: DownloadParts, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const waits = by.waits ?? WAITS
  let received = 0
  for (let attempt = 0; ; attempt += 1) {
    try {
      for await (const chunk of readConnection(what, received, by, signal)) {
        received += chunk.length
        if (received > what.limit) {
          throw new Failure('verification', `${redactUrl(what.url)} is larger than ${what.limit} bytes`, {
            hint: DIFFERENT
          })
        }
        yield chunk
      }
      return
    } catch (cause) {
      signal.throwIfAborted()
      if (!(cause instanceof Broken)) throw cause
      const wait = waits[attempt]
      if (wait === undefined) {
        throw new Failure('environment', `${redactUrl(what.url)} cannot be downloaded: ${cause.message}`, {
          hint: NETWORK,
          cause
        })
      }
      by.note(`${redactUrl(what.url)}: ${cause.message}; trying again`)
      await sleep(wait, undefined, { signal })
    }
  }
}

/** One connection's bytes, from `offset` on. */
async function* readConnection(
  what: Download,
  offset: number,
  by: DownloadParts,
  signal: AbortSignal
): AsyncGenerator<Uint8Array> {
  const quiet = new AbortController()
  const silence = by.silence ?? SILENCE_MS
  const timer = setTimeout(() => quiet.abort(new Broken(`nothing came for ${silence} ms`)), silence)
  try {
    const response = await followRedirects(what, offset, by.fetch, AbortSignal.any([signal, quiet.signal]))
    let skip = readStart(response, offset)
    const length = Number(response.headers.get('content-length') ?? Number.NaN)
    if (length > what.limit) {
      throw new Failure(
        'verification',
        `${redactUrl(what.url)} is ${length} bytes, more than the ${what.limit} allowed`,
        {
          hint: DIFFERENT
        }
      )
    }
    for await (const chunk of response.body ?? []) {
      timer.refresh()
      const bytes = chunk as Uint8Array
      // A server that knows no ranges begins anew: what we have is passed over, the digest watches the whole.
      if (skip < bytes.length) yield bytes.subarray(skip)
      skip = Math.max(0, skip - bytes.length)
    }
    if (skip > 0) throw new Broken('the file became shorter')
  } catch (cause) {
    if (cause instanceof Failure || cause instanceof Broken) throw cause
    if (quiet.signal.aborted) throw quiet.signal.reason
    // A name that does not exist will not exist in five seconds: an offline machine should not wait.
    if (findReason(cause).startsWith('ENOTFOUND')) {
      throw new Failure('environment', `${redactUrl(what.url)} cannot be downloaded: ${findReason(cause)}`, {
        hint: NETWORK,
        cause
      })
    }
    throw new Broken(findReason(cause), { cause })
  } finally {
    clearTimeout(timer)
    quiet.abort()
  }
}

/** How many bytes of this response we have already. */
function readStart(response: Response, offset: number): number {
  if (response.status !== 206) return offset
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]
  if (Number(start) === offset) return 0
  throw new Broken(`a range from ${start} came instead of one from ${offset}`)
}

async function followRedirects(what: Download, offset: number, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  const first = new URL(what.url)
  let url = first
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const safe = url.protocol === 'https:' || (what.plain ?? []).includes(url.origin)
    if (!safe || url.username !== '') {
      throw new Failure(
        'verification',
        `${redactUrl(what.url)} leads to ${redactUrl(url.href)}, which is not plain https`,
        {
          hint: DIFFERENT
        }
      )
    }
    // The bytes themselves: a compressed transfer cannot be resumed.
    const headers = new Headers({ 'accept-encoding': 'identity', ...(offset > 0 && { range: `bytes=${offset}-` }) })
    if (what.authorization !== undefined && url.origin === first.origin) {
      headers.set('authorization', what.authorization)
    }
    const response = await fetch(url, { headers, redirect: 'manual', signal })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel()
      url = new URL(location, url)
      continue
    }
    if (response.ok) return response
    await response.body?.cancel()
    if (response.status >= 500 || [408, 416, 429].includes(response.status)) {
      throw new Broken(`status ${response.status} from ${url.host}`)
    }
    throw new Failure(
      'environment',
      `${redactUrl(what.url)} cannot be downloaded: status ${response.status} from ${url.host}`,
      { hint: `Let this machine reach ${url.host}, or put the tool on PATH.` }
    )
  }
  throw new Failure('environment', `${redactUrl(what.url)} redirects more than ${REDIRECTS} times`, {
    hint: 'Look at what answers there: a login page of a proxy does this.'
  })
}

/** Without credentials and query: those may be secrets. */
function redactUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}

/** The innermost cause, by its code where it has one: fetch itself only says "fetch failed". */
function findReason(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause)
  if ('cause' in cause && typeof cause.cause === 'object') return findReason(cause.cause)
  const code = 'code' in cause ? `${String(cause.code)} ` : ''
  return code + ('message' in cause ? String(cause.message) : 'no reason given')
}
