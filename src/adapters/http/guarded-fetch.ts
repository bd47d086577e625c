import { Failure } from '../../base/errors.ts'

const HOPS = 5
/** Slowest upload that is still waited for, in bytes a millisecond. */
const SLOWEST = 64
/** Headers that carry a token: GitHub's, and the two of GitLab. */
const CREDENTIALS = ['authorization', 'job-token', 'private-token'] as const

/**
 * A fetch that cannot give the token away: it is sent to the given origins only, and a redirect is followed for reads
 * alone and, on another origin, without it. (Redirects lead to object storage, which refuses a second means of
 * authentication, or to anybody.) Breaks off when no head of an answer has come after `patience` ms.
 */
export function guardFetch(
  fetch: typeof globalThis.fetch,
  origins: ReadonlySet<string>,
  patience: number
): typeof fetch {
  return async (input, init = {}) => {
    let url = new URL(input instanceof Request ? input.url : input)
    const headers = new Headers(init.headers)
    for (let hop = 0; hop <= HOPS; hop++) {
      if (CREDENTIALS.some((name) => headers.has(name)) && !origins.has(url.origin)) {
        throw new Failure('host', `refused to send the token to ${url.origin}`, {
          hint: `It belongs to ${[...origins].join(' and ')}. Check the API URL, and the server that named this one.`
        })
      }
      const response = await fetchHead(fetch, url, { ...init, headers, redirect: chooseRedirect(init.body) }, patience)
      const location = response.headers.get('location')
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response
      await response.body?.cancel()
      if (!URL.canParse(location, url.href))
        throw new Failure('host', `${url.origin}${url.pathname} moved to what is no address`)
      const next = new URL(location, url)
      if ((init.method ?? 'GET') !== 'GET') {
        throw new Failure('host', `${url.origin}${url.pathname} moved to ${next.origin}${next.pathname}`, {
          hint: 'The repository was renamed or moved: use its new name.'
        })
      }
      if (next.origin !== url.origin) for (const name of CREDENTIALS) headers.delete(name)
      url = next
    }
    throw new Failure('host', `too many redirects at ${url.origin}${url.pathname}`)
  }
}

/**
 * Node's fetch keeps a copy of what it sends, in case a redirect wants it again: all of a file in memory. Only where a
 * redirect is an error it does not (undici, `httpNetworkOrCacheFetch`: "set httpRequest to a clone of request").
 */
const chooseRedirect = (body: RequestInit['body']) => (body instanceof Blob ? 'error' : 'manual')

const measureBody = (body: RequestInit['body']): number => (body instanceof Blob ? body.size : 0)

async function fetchHead(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
  patience: number
): Promise<Response> {
  const slow = new AbortController()
  const limit = patience + measureBody(init.body) / SLOWEST
  const timer = setTimeout(() => {
    slow.abort(new DOMException(`no answer from ${url.host} in ${Math.round(limit / 1000)} s`, 'TimeoutError'))
  }, limit)
  try {
    return await fetch(url, { ...init, signal: AbortSignal.any([slow.signal, ...(init.signal ? [init.signal] : [])]) })
  } catch (error) {
    if (/unexpected redirect/i.test(String((error as { readonly cause?: unknown }).cause))) {
      throw new Failure('host', `${url.origin}${url.pathname} redirects an upload`, {
        hint: 'The repository was renamed or moved: use its new name.',
        cause: error
      })
    }
    throw error
  } finally {
    clearTimeout(timer)
  }
}
