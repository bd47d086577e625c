import type { Clock } from './clock.ts'

/** What happens to one request of a run, seen from the run. */
export type Trouble =
  /** The run is gone before it is sent, or behind its effect; half of an upload's body may have arrived. */
  | 'crash-before'
  | 'crash-after'
  | 'crash-midway'
  /** The connection breaks. */
  | 'reset-before'
  | 'reset-after'
  | 'reset-midway'
  /** Answers in the place of the platform's. */
  | '502-before'
  | '502-after'
  | '503-retry-after'
  | '429'
  | '403-secondary'
  | '403-primary'
  | '401'
  /** A read that does not know of the last writes yet. */
  | 'stale'

export interface Sent {
  /** On the fake clock, in milliseconds. */
  readonly at: number
  readonly method: string
  readonly upload: boolean
}

/** What one process sends: its n-th request is hit by `troubles[n]`, and what it did is counted. */
export interface Client {
  readonly fetch: typeof fetch
  readonly writes: readonly Sent[]
  /** Resolves when the run is gone. */
  readonly gone: Promise<'gone'>
}

const NEVER = new Promise<never>(() => undefined)

const answer = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify({ message, documentation_url: 'https://docs.example/rest', status: String(status) }), {
    status,
    headers: { 'content-type': 'application/json', ...headers }
  })

export function clientWith(
  clock: Clock,
  troubles: ReadonlyMap<number, Trouble>,
  /** Tells the server to break off the upload to this path half-way. */
  breakOff: (target: string) => void
): Client {
  const writes: Sent[] = []
  const gone = Promise.withResolvers<'gone'>()
  let [count, dead] = [0, false]
  const die = (): Promise<never> => {
    dead = true
    gone.resolve('gone')
    return NEVER
  }
  const send = async (input: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(input, init)
    const bytes = await response.arrayBuffer()
    const { status, headers } = response
    return new Response([204, 304].includes(status) ? null : bytes, { status, headers })
  }
  const act = async (input: string, init: RequestInit): Promise<Response> => {
    if (dead) return NEVER
    const trouble = troubles.get(count++)
    const method = init.method ?? 'GET'
    const url = new URL(input)
    const upload = init.body instanceof Blob
    if (method !== 'GET') writes.push({ at: Date.now(), method, upload })
    const sent = (): Promise<Response> => clock.busy(send(input, init))
    switch (trouble) {
      case undefined:
        return sent()
      case 'crash-before':
        return die()
      case 'crash-after':
        await sent().catch(() => undefined)
        return die()
      case 'crash-midway':
        if (!upload) return die()
        breakOff(`${url.pathname}${url.search}`)
        await sent().catch(() => undefined)
        return die()
      case 'reset-before':
        throw new TypeError('fetch failed')
      case 'reset-after':
        await sent().catch(() => undefined)
        throw new TypeError('fetch failed')
      case 'reset-midway':
        if (upload) breakOff(`${url.pathname}${url.search}`)
        return sent()
      case '502-before':
        return answer(502, 'Bad Gateway')
      case '502-after':
        await sent().catch(() => undefined)
        return answer(502, 'Bad Gateway')
      case '503-retry-after':
        return answer(503, 'Unavailable', { 'retry-after': '7' })
      case '429':
        return answer(429, 'Too Many Requests', { 'retry-after': '30' })
      case '403-secondary':
        return answer(403, 'You have exceeded a secondary rate limit.')
      case '403-primary':
        return answer(403, 'API rate limit exceeded', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000)
        })
      case '401':
        return answer(401, 'Bad credentials')
      case 'stale':
        return method === 'GET' && /\/releases\/(tags\/)?[^/?]+$/.test(`${url.pathname}`)
          ? answer(404, 'Not Found')
          : sent()
    }
  }
  return {
    fetch: (input, init = {}) => act(String(input instanceof Request ? input.url : input), init),
    writes,
    gone: gone.promise
  }
}
