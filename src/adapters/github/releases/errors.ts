import { Failure } from '../../../base/errors.ts'
import { readFields, readItems, readTextAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { readPause, type Trouble } from '../../http/patiently.ts'
import { isBug } from '../../http/shapes.ts'

interface GithubRefused extends Error {
  readonly status: number
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>
    readonly data?: unknown
  }
  readonly request: { readonly method: string; readonly url: string }
}

/** An answer of GitHub's, or the lack of one, as Octokit throws it. */
export const isRefused = (error: unknown): error is GithubRefused =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error

export const readStatus = (error: unknown): number | undefined => (isRefused(error) ? error.status : undefined)

/** Whether the same request may well succeed later: no answer, or a server's own trouble. */
export const isPassing = (error: unknown): boolean =>
  isRefused(error) && error.status >= 500 && !(error.cause instanceof Failure) && !isBug(error.cause)

/** Whether GitHub refused with this code (`already_exists`) for a field. */
export const hasCode = (error: unknown, code: string): boolean => {
  if (!isRefused(error) || error.status !== 422) return false
  const { errors } = readFields(error.response?.data as Json | undefined)
  return readItems(errors).some((each) => readTextAt(each, 'code') === code)
}

/** Whether GitHub refused because a release is published and immutable, or once was. */
export const isFrozen = (error: unknown): boolean =>
  readStatus(error) === 422 && /immutable release/i.test(String(error))

/** What GitHub calls its limits; "abuse detection" is the secondary one of older servers. */
const LIMIT = /rate limit|abuse detection/i

/** Whether the same request may succeed later, and when. */
export function judgeTrouble(error: unknown): Trouble {
  if (!isRefused(error) || error.cause instanceof Failure || isBug(error.cause)) return { kind: 'final' }
  const headers = error.response?.headers ?? {}
  const retryAfter = headers['retry-after'] === undefined ? undefined : String(headers['retry-after'])
  const exhausted = String(headers['x-ratelimit-remaining']) === '0'
  const reset =
    exhausted && headers['x-ratelimit-reset'] !== undefined ? String(headers['x-ratelimit-reset']) : undefined
  const limited =
    error.status === 429 ||
    (error.status === 403 && (retryAfter !== undefined || exhausted || LIMIT.test(error.message)))
  if (limited) return { kind: 'limit', after: readPause({ retryAfter, reset }) }
  return error.status >= 500
    ? { kind: 'passing', after: readPause({ retryAfter, reset: undefined }) }
    : { kind: 'final' }
}

/** What GitHub refused, as a Failure with the next step; other errors as they are. `doing`: "cannot list releases". */
export function explainError(error: unknown, doing: string, signal: AbortSignal): unknown {
  if (signal.aborted || error instanceof Failure) return signal.aborted ? signal.reason : error
  if (!isRefused(error)) return error
  const inner: unknown = error.cause
  // Our own come wrapped: the guard's Failure, and mistakes.
  if (inner instanceof Failure || isBug(inner)) return inner
  // Octokit's error holds the request's body and headers: only what a person needs goes on.
  const cause = new Error(summarizeRefusal(error), inner === undefined ? {} : { cause: inner })
  const answered = error.response !== undefined
  const said = answered ? `GitHub says ${error.status}: ${cutFirstLine(error.message)}` : cutFirstLine(error.message)
  const failure = (kind: 'environment' | 'host' | 'input', message: string, hint: string): Failure =>
    new Failure(kind, `${doing}: ${message}`, { hint, cause })

  if (!answered) {
    return failure(
      'host',
      `no answer from ${new URL(error.request.url).host} (${said})`,
      'Check the network; run again.'
    )
  }
  // Who only looks at a release uploads nothing, and needs less.
  const reads = error.request.method === 'GET'
  const kept = reads ? '' : '; what is uploaded stays and is not uploaded again'
  const right = reads ? '"contents: read" ("contents: write" to publish)' : '"contents: write"'
  const trouble = judgeTrouble(error)
  if (trouble.kind === 'limit') {
    const until = trouble.after === undefined ? undefined : formatIsoTime(Date.now() + trouble.after * 1000)
    return failure(
      'host',
      `GitHub's rate limit is used up${until === undefined ? '' : ` until ${until}`}`,
      `Run again ${until === undefined ? 'later' : 'after that'}${kept}.`
    )
  }
  switch (error.status) {
    case 401:
      return failure('environment', said, 'The token is wrong or has expired: give the job a fresh one.')
    case 403:
      if (/archived/i.test(error.message))
        return failure('environment', said, 'An archived repository takes no releases: unarchive it, and run again.')
      return failure(
        'environment',
        said,
        `Give the job, or the token, the permission ${right}; an organisation may forbid it.`
      )
    case 404:
      return failure(
        'environment',
        said,
        `GitHub hides what a token may not see: check the repository's name, and that the token has ${right}.`
      )
    case 422:
      if (isFrozen(error)) {
        return failure('input', said, 'A name that an immutable release had is never free again: choose a new tag.')
      }
      if (/rule violations|creations being restricted/i.test(error.message)) {
        const hint =
          'A ruleset of the repository restricts its tags. Look whether the tag is still there: push it again, by who may.'
        return failure('environment', said, hint)
      }
      return failure('host', said, 'The message above names the field that GitHub does not accept.')
    default:
      return failure('host', said, `Run again${kept}.`)
  }
}

/** The line of a cause: what was asked, what came back, and GitHub's id for it. Never a header, body or query. */
function summarizeRefusal(error: GithubRefused): string {
  const url = new URL(error.request.url)
  const id = error.response?.headers['x-github-request-id']
  const where = `${error.request.method} ${url.origin}${url.pathname}`
  // Octokit says 500 where there was no answer.
  const status = error.response ? `${error.status} ` : ''
  return `${where}: ${status}${cutFirstLine(error.message)}${id === undefined ? '' : ` (request ${id})`}`
}

const cutFirstLine = (text: string): string => text.split('\n', 1)[0]?.slice(0, 500) ?? ''

const formatIsoTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
