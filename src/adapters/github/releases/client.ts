import { getOctokit } from '@actions/github'
import { GitHub } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck/light.js'
import { Failure } from '../../../base/errors.ts'
import { readAnswerText, readRefusalWords } from '../../http/answer-body.ts'
import { parseApiUrl } from '../../http/api-url.ts'
import { paceUploads } from './pace.ts'
import { guardFetch } from '../../http/guarded-fetch.ts'
import { pauseFor, parseRetryAfter } from '../../http/pause.ts'
import { pickRefusal, pickWanted } from './shapes.ts'
import { isBug } from '../../http/shapes.ts'
import { refuseToken } from '../../http/token.ts'
import { quote } from '../../../base/text.ts'

export type Octokit = ReturnType<typeof getOctokit>

/** One repository on one GitHub, and how to talk to it. Nothing here comes from the environment by itself. */
export interface GithubPlace {
  /** '' reads what everybody may read. */
  readonly token: string
  /** `owner/repo` */
  readonly repository: string
  /** Base URL of the REST API: `https://api.github.com`, `https://HOST/api/v3`. */
  readonly api: string
  /** Origin of uploads; by default the one that belongs to `api`. The token goes to these two origins only. */
  readonly uploads?: string
  /** The fetch to use; one that goes through a proxy where there is one. */
  readonly fetch: typeof fetch
  /** Told what a person should know and what does not stop the release. */
  readonly warn?: (line: string) => void
  readonly timing?: Partial<Timing>
}

/** Milliseconds; the defaults are right for GitHub, tests shorten them. */
export interface Timing {
  /** How long a second of waiting (a back-off, a Retry-After) takes. */
  readonly second: number
  /** Between two writes. GitHub allows about 80 content-creating requests a minute, and asks for one at a time. */
  readonly pace: number
  /** Without the head of an answer (longer with a body to send), or more of it, after this long, a request is broken off. */
  readonly patience: number
}

export interface Client {
  readonly octokit: Octokit
  readonly owner: string
  readonly repo: string
  readonly repository: string
  /** Origin of uploads. */
  readonly uploads: string
  readonly patience: number
  readonly warn: (line: string) => void
  /** How long all answers were so far, in characters. */
  received(): number
  /** Waits so many seconds; rejects with the signal's reason when it aborts. */
  wait(seconds: number, signal: AbortSignal): Promise<void>
  /** Before each upload: resolves when GitHub's published pace has room for it. */
  turn(signal: AbortSignal): Promise<void>
}

/** Longest wait that a limit may cost, in seconds. A limit that ends later stops the run with its time. */
const LONGEST_WAIT = 120
const RETRIES = 3

/** Rejects ('environment') when there is no token to write with. */
export function demandToken({ token }: GithubPlace): void {
  if (token !== '') return
  throw new Failure('environment', 'no token for GitHub', {
    hint: 'Set GITHUB_TOKEN; in a workflow, give the job "permissions: contents: write".'
  })
}

/** Octokit for one repository: paced, patient, bounded. Throws a Failure when the place itself is wrong. */
export function connect(place: GithubPlace): Client {
  if (place.token !== '') refuseToken(place.token)
  const [owner = '', repo = '', ...more] = place.repository.split('/')
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo) || more.length > 0) {
    throw new Failure('input', `not a repository: ${quote(place.repository)}`, {
      hint: 'Write it as owner/repo.'
    })
  }
  const base = parseApiUrl(place.api, 'GitHub', 'Write it as https://api.github.com or https://HOST/api/v3.')
  const uploads = place.uploads === undefined ? deriveUploadsUrl(base) : new URL(place.uploads).origin
  const timing: Timing = { second: 1000, pace: 1000, patience: 60_000, ...place.timing }
  const warn = place.warn ?? (() => undefined)
  const wait = (seconds: number, signal: AbortSignal): Promise<void> => pauseFor(seconds * timing.second, signal)
  const pace = paceUploads(timing.second)

  const turn = async (signal: AbortSignal): Promise<void> => {
    const ms = pace()
    if (ms > LONGEST_WAIT * timing.second)
      warn(`so many files are more than GitHub takes in an hour: going on in ${Math.ceil(ms / timing.second / 60)} min`)
    if (ms > 0) await pauseFor(ms, signal)
  }

  const signalOf = (options: object): AbortSignal =>
    (options as { request?: { signal?: AbortSignal } }).request?.signal ?? new AbortController().signal
  /** Waits here instead of in the plugins, because a cancelled run must not hang in a timer. */
  const limited = async (seconds: number, options: object, _: unknown, tries: number): Promise<boolean> => {
    if (seconds > LONGEST_WAIT || tries >= RETRIES) return false
    warn(`GitHub asks for a pause of ${seconds} s`)
    await wait(seconds, signalOf(options))
    return true
  }

  let received = 0
  const options = {
    baseUrl: base.href.replace(/\/$/, ''),
    request: {
      fetch: readWholeAnswers(
        guardFetch(place.fetch, new Set([base.origin, uploads]), timing.patience),
        timing.patience,
        (size) => void (received += size)
      )
    },
    log: { debug: () => undefined, info: () => undefined, warn, error: () => undefined },
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451],
      retries: RETRIES,
      retryAfterBaseValue: 0
    },
    throttle: {
      // The plugin's own is one for all clients of a process: what hangs in one would hold up the others.
      global: new Bottleneck.Group({ maxConcurrent: 10 }),
      write: new Bottleneck.Group({ maxConcurrent: 1, minTime: timing.pace }),
      // A draft notifies nobody; the plugin would keep 3 s between two of them.
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: timing.pace }),
      retryAfterBaseValue: 0,
      fallbackSecondaryRateRetryAfter: 60,
      // The plugin waits for these; its types do not say so.

      onRateLimit: limited,

      onSecondaryRateLimit: limited
    }
  }
  // The first is the innermost: it speaks to the other two in the form that they understand.
  const plugins = [
    (inner: Pick<Octokit, 'hook'>) => {
      inner.hook.error('request', async (error, options) => {
        await prepareRetry(error, options, (seconds) => wait(seconds, signalOf(options)))
        throw error
      })
      return {}
    },
    retry,
    throttling
  ] as const
  // getOctokit wants a token.
  const octokit: Octokit =
    place.token === '' ? new (GitHub.plugin(...plugins))(options) : getOctokit(place.token, options, ...plugins)
  return {
    ...{ octokit, owner, repo, repository: place.repository, uploads, patience: timing.patience, warn, wait, turn },
    received: () => received
  }
}

/**
 * Fills gaps of the plugins: a Retry-After that is a date, or one of 0 s; a 429 or 403 that names no limit but says
 * when to come back; a 5xx that says when to come back. Waits before a 5xx or a broken connection is tried again.
 */
async function prepareRetry(error: unknown, options: object, wait: (seconds: number) => Promise<void>): Promise<void> {
  if (!(error instanceof Error) || !('status' in error) || !('request' in error)) return
  const { status, response } = error as {
    status?: number
    response?: { headers: Record<string, string | number | undefined> }
  }
  const { request: asked } = options as { request?: { retries?: number } }
  // What is no answer of the API, or a mistake of ours, is the same the next time.
  if (asked && (error.cause instanceof Failure || isBug(error.cause))) {
    asked.retries = 0
    return
  }
  const headers = response?.headers ?? {}
  const given = headers['retry-after']
  const seconds = given === undefined ? undefined : parseRetryAfter(String(given))
  if (seconds !== undefined) headers['retry-after'] = String(Math.max(1, seconds))

  if (status === 429 || (status === 403 && (seconds !== undefined || /rate limit/i.test(error.message)))) {
    const primary = String(headers['x-ratelimit-remaining']) === '0' && seconds === undefined
    if (!primary && !/\bsecondary rate\b/i.test(error.message)) error.message += ' (secondary rate limit)'
    return
  }
  if (status === undefined || status < 500) return
  const { request } = options as { request?: { retries?: number; retryCount?: number } }
  const tries = request?.retryCount ?? 0
  const pause = seconds ?? (tries + 1) ** 2
  if (request && pause > LONGEST_WAIT) request.retries = 0
  else if (tries < (request?.retries ?? RETRIES)) await wait(pause)
}

/** What asks for the bytes of a file. */
export const STREAM = 'application/octet-stream'

/**
 * Answers are read to their end here, but for files: Octokit would wait as long as half an answer stays half, and believe
 * whatever it holds. `received` is told the length of each.
 */
const readWholeAnswers =
  (fetch: typeof globalThis.fetch, patience: number, received: (size: number) => void): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    if (response.body === null || (response.ok && new Headers(init?.headers).get('accept') === STREAM)) return response
    const { status, statusText, headers, url } = response
    const asked = new URL(input instanceof Request ? input.url : input)
    const text = response.ok
      ? await readAnswerText(response, asked, patience)
      : await readRefusalWords(response, patience)
    received(text.length)
    const told = response.ok ? pickWanted(init?.method ?? 'GET', asked, text) : pickRefusal(text)
    return Object.defineProperty(new Response(told, { status, statusText, headers }), 'url', { value: url })
  }

/** api.github.com → uploads.github.com, api.TENANT.ghe.com → uploads.TENANT.ghe.com, GHES: the same origin. */
function deriveUploadsUrl(base: URL): string {
  return base.hostname.startsWith('api.') ? base.origin.replace('//api.', '//uploads.') : base.origin
}
