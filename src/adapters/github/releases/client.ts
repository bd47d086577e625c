import { getOctokit } from '@actions/github'
import { GitHub } from '@actions/github/lib/utils'
import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import { readAnswerText, readRefusalWords } from '../../http/answer-body.ts'
import { parseApiUrl } from '../../http/api-url.ts'
import { judgeTrouble } from './errors.ts'
import { paceUploads, paceWrites } from './pace.ts'
import { guardFetch } from '../../http/guarded-fetch.ts'
import { askPatiently, LONGEST_WAIT, RETRIES } from '../../http/patiently.ts'
import { pauseFor } from '../../http/pause.ts'
import { pickRefusal, pickWanted } from './shapes.ts'
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

/** What GitHub asks for where a limit names no time ("Rate limits for the REST API"). */
const UNNAMED_LIMIT = 60
/** So many reads at once. */
const READS = 10

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
    log: { debug: () => undefined, info: () => undefined, warn, error: () => undefined }
  }
  // getOctokit wants a token.
  const octokit: Octokit = place.token === '' ? new GitHub(options) : getOctokit(place.token, options)
  const [inTurn, reads] = [paceWrites(timing.pace), pLimit(READS)]
  octokit.hook.wrap('request', (request, asked) => {
    const { method, request: { signal = NEVER, retries } = {} } = asked as Asked
    const reading = method === 'GET' || method === 'HEAD'
    return askPatiently(
      () => (reading ? reads(async () => request(asked)) : inTurn(async () => request(asked), signal)),
      {
        platform: 'GitHub',
        // A second POST makes a second thing.
        repeatable: (retries ?? (method === 'POST' ? 0 : RETRIES)) > 0,
        limitPause: () => UNNAMED_LIMIT,
        judge: judgeTrouble,
        wait: (seconds) => wait(seconds, signal),
        warn
      },
      signal
    )
  })
  return {
    ...{ octokit, owner, repo, repository: place.repository, uploads, patience: timing.patience, warn, wait, turn },
    received: () => received
  }
}

/** What a caller says of a request. */
interface Asked {
  readonly method: string
  readonly request?: {
    readonly signal?: AbortSignal
    /** 0: what was done is looked at before it is done again. By default all but POST are sent again. */
    readonly retries?: number
  }
}

const NEVER = new AbortController().signal

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
