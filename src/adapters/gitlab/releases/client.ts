import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import { parseApiUrl } from '../../http/api-url.ts'
import { readAnswerText, readRefusalWords } from '../../http/answer-body.ts'
import { explainError, Refused } from './errors.ts'
import { demandPlace, revealToken, type GitlabPlace, type Timing } from './place.ts'
import { guardFetch } from '../../http/guarded-fetch.ts'
import { makeListLimit } from '../../releases/list-limit.ts'
import { parseNextLink } from '../../http/next-page.ts'
import { askPatiently, LONGEST_WAIT, readPause, type Trouble } from '../../http/patiently.ts'
import { pauseFor } from '../../http/pause.ts'
import { demandShape, isBug, type Shape } from '../../http/shapes.ts'

export interface GitlabRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the project, encoded, without a leading slash; '' is the project itself. */
  readonly path: string
  readonly query?: GitlabQuery
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | Blob
}

export interface Client {
  readonly packageName: string
  readonly patience: number
  /** Whether the token is a job's. */
  readonly isJob: boolean
  readonly warn: (line: string) => void
  /** Where a path below the project is, as everybody may know it; rejects when the project cannot be found. */
  address(path: string, signal: AbortSignal): Promise<string>
  /**
   * The answer, when it is a success. Reads are repeated after a server's trouble, all requests after a 429; throws
   * `Refused` for what remains, the signal's reason when it aborts.
   */
  ask(request: GitlabRequest, signal: AbortSignal): Promise<Response>
  /** A request whose answer does not matter once it is a success. */
  tell(request: GitlabRequest, signal: AbortSignal): Promise<void>
  /** What is wanted of the JSON of an answer; rejects ('host') for one that is no answer of GitLab's API. */
  json<T>(request: GitlabRequest, shape: Shape<T>, signal: AbortSignal): Promise<T>
  /** All items of a list, every page, each of the shape. */
  list<T>(path: string, shape: Shape<T>, query: GitlabQuery, signal: AbortSignal): Promise<readonly T[]>
  /** Waits so many seconds; rejects with the signal's reason when it aborts. */
  wait(seconds: number, signal: AbortSignal): Promise<void>
  /** Before a write is tried again: as long as GitLab asked for, else longer each time. Throws when that is too long. */
  pause(trouble: unknown, attempt: number, signal: AbortSignal): Promise<void>
}

type GitlabQuery = Readonly<Record<string, string>>

const NUMBERED = z.object({ id: z.number() })
/** As many as GitLab gives. */
const PER_PAGE = 100

/** The API of one project: patient, bounded. Throws a Failure when the place itself is wrong. */
export function connect(place: GitlabPlace): Client {
  const base = parseApiUrl(place.api, 'GitLab', 'Write it as https://gitlab.com/api/v4 or https://HOST/api/v4.')
  const api = `${base.origin}${base.pathname.replace(/\/+$/, '')}`
  demandPlace(place)
  const isJob = place.token !== undefined && 'job' in place.token
  const credentials: Record<string, string> = place.token
    ? { [isJob ? 'job-token' : 'private-token']: revealToken(place.token) }
    : {}
  const timing: Timing = { second: 1000, patience: 60_000, ...place.timing }
  const fetch = guardFetch(place.fetch, new Set([base.origin]), timing.patience)

  const wait = (seconds: number, signal: AbortSignal): Promise<void> => pauseFor(seconds * timing.second, signal)

  /** One request, once. */
  const send = async (url: URL, request: GitlabRequest, signal: AbortSignal): Promise<Response> => {
    const { method, body } = request
    signal.throwIfAborted()
    const where = `${method} ${url.origin}${url.pathname}`
    try {
      const response = await fetch(url, {
        method,
        headers: {
          ...credentials,
          'user-agent': 'slipway',
          ...(body === undefined
            ? {}
            : { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
          ...request.headers
        },
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
        signal
      })
      if (response.ok) return response
      const after = readAfter(response)
      throw new Refused(where, response.status, await readRefusalWords(response, timing.patience), {
        after,
        id: response.headers.get('x-request-id') ?? undefined
      })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Refused || error instanceof Failure || isBug(error)) throw error
      throw new Refused(where, 0, '', { cause: error })
    }
  }

  /** A request, repeated where nothing can have happened yet, or nothing ever happens. */
  const patiently = <T>(
    url: URL,
    request: GitlabRequest,
    signal: AbortSignal,
    use: (response: Response) => Promise<T>
  ): Promise<T> =>
    askPatiently(
      async () => use(await send(url, request, signal)),
      {
        platform: 'GitLab',
        repeatable: request.method === 'GET',
        limitPause: (attempt) => attempt ** 2,
        judge: judgeTrouble,
        wait: (seconds) => wait(seconds, signal),
        warn: place.warn ?? (() => undefined)
      },
      signal
    )

  /** How long all answers were so far, in characters. */
  let received = 0
  let id: Promise<string> | undefined
  const root = async (signal: AbortSignal): Promise<string> => {
    id ??= /^\d+$/.test(place.project) ? Promise.resolve(place.project) : numberOf(signal)
    try {
      return `${api}/projects/${await id}`
    } catch (error) {
      id = undefined
      throw error
    }
  }
  const numberOf = async (signal: AbortSignal): Promise<string> => {
    const url = new URL(`${api}/projects/${encodeURIComponent(place.project)}`)
    try {
      const found = await patiently(url, { method: 'GET', path: '' }, signal, (response) => jsonOf(url, response))
      return String(demandShape(NUMBERED, found, 'GitLab', url).id)
    } catch (error) {
      throw explainError(error, `cannot see the project ${place.project}`, signal)
    }
  }
  const urlOf = async ({ path, query = {} }: GitlabRequest, signal: AbortSignal): Promise<URL> => {
    const url = new URL(path === '' ? await root(signal) : `${await root(signal)}/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }
  const jsonOf = async (url: URL, response: Response, method: GitlabRequest['method'] = 'GET'): Promise<unknown> => {
    const where = `${method} ${url.origin}${url.pathname}`
    // A connection that breaks in the body is no answer either.
    const text = await readAnswerText(response, url, timing.patience).catch((cause: unknown) => {
      throw cause instanceof Failure || isBug(cause) ? cause : new Refused(where, 0, '', { cause })
    })
    received += text.length
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw new Failure('host', `${url.origin}${url.pathname} answers with something that is not JSON`, {
        hint: 'Check the API URL: a proxy or a login page may answer in the place of GitLab.'
      })
    }
  }

  return {
    packageName: place.packageName,
    patience: timing.patience,
    isJob,
    warn: place.warn ?? (() => undefined),
    address: async (path, signal) => `${await root(signal)}/${path}`,
    ask: async (request, signal) =>
      patiently(await urlOf(request, signal), request, signal, (response) => Promise.resolve(response)),
    async tell(request, signal) {
      await patiently(await urlOf(request, signal), request, signal, (response) =>
        readRefusalWords(response, timing.patience)
      )
    },
    async json(request, shape, signal) {
      const url = await urlOf(request, signal)
      const found = await patiently(url, request, signal, (response) => jsonOf(url, response, request.method))
      return demandShape(shape, found, 'GitLab', url)
    },
    async list<T>(path: string, shape: Shape<T>, query: GitlabQuery, signal: AbortSignal) {
      const all: T[] = []
      const [before, limit] = [received, makeListLimit('GitLab')]
      const own = (page: string): Promise<URL> =>
        urlOf({ method: 'GET', path, query: { ...query, per_page: String(PER_PAGE), page } }, signal)
      let page = 1
      for (let url: URL | undefined = await own('1'); url !== undefined; page++) {
        const asked: URL = url
        const { items, next, link }: Page<T> = await patiently(
          asked,
          { method: 'GET', path },
          signal,
          async (response) => ({
            items: demandShape(z.array(shape), demandList(asked, await jsonOf(asked, response)), 'GitLab', asked),
            next: response.headers.get('x-next-page'),
            link: response.headers.get('link')
          })
        )
        all.push(...items)
        limit(received - before)
        url = await findNextPage({ items, next, link }, asked, own, page + 1)
      }
      return all
    },
    wait,
    async pause(trouble, attempt, signal) {
      const after = trouble instanceof Refused ? trouble.after : undefined
      if (after !== undefined && after > LONGEST_WAIT) throw trouble
      // A little chance, so that two publishers do not step on each other for ever.
      await wait(after === undefined ? attempt ** 2 * (0.75 + Math.random() / 2) : Math.max(1, after), signal)
    }
  }
}

function judgeTrouble(error: unknown): Trouble {
  if (!(error instanceof Refused)) return { kind: 'final' }
  const { status, passing, after } = error
  return status === 429 ? { kind: 'limit', after } : passing ? { kind: 'passing', after } : { kind: 'final' }
}

/** When GitLab, or what stands before it, wants to be asked again; its limits name it in three headers, or in none. */
function readAfter({ status, headers }: Response): number | undefined {
  const limited = status === 429 ? (headers.get('ratelimit-reset') ?? headers.get('ratelimit-resettime')) : undefined
  return readPause({ retryAfter: headers.get('retry-after') ?? undefined, reset: limited ?? undefined })
}

interface Page<T> {
  readonly items: readonly T[]
  /** `x-next-page`: '' on the last page; absent where GitLab pages by keys, and where a proxy took it away. */
  readonly next: string | null
  readonly link: string | null
}

/** The page after this one: GitLab's number, else its link, else, where both are gone, the one after a full page. */
async function findNextPage<T>(
  { items, next, link }: Page<T>,
  asked: URL,
  own: (page: string) => Promise<URL>,
  after: number
): Promise<URL | undefined> {
  if (next !== null) return next === '' ? undefined : own(next)
  if (link !== null) return parseNextLink(link, asked, 'GitLab')
  return items.length >= PER_PAGE ? own(String(after)) : undefined
}

function demandList(url: URL, found: unknown): readonly unknown[] {
  if (Array.isArray(found)) return found as readonly unknown[]
  throw new Failure('host', `${url.origin}${url.pathname} answers with something that is not a list`, {
    hint: 'Check the API URL.'
  })
}
