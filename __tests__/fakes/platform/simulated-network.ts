import type { Limits } from './limits.ts'
import { readerOf, type Lags, type Past } from './lag.ts'
import { pauseFor } from '../../../src/adapters/http/pause.ts'
import { contentOf, type Answer, type Head, type Platform } from './platform.ts'
import type { Clock } from './virtual-clock.ts'

/** What others do meanwhile: to the tag, to a file, to the name of the repository, to the right to write to it. */
export type Event = 'tag-moves' | 'rots' | 'rots-unseen' | 'renamed' | 'archived'
const EVENTS: readonly string[] = ['tag-moves', 'rots', 'rots-unseen', 'renamed', 'archived'] satisfies readonly Event[]
const isEvent = (trouble: Trouble | undefined): trouble is Event => trouble !== undefined && EVENTS.includes(trouble)

/** What happens to one request of a run, or to the world while it is on its way. */
export type Trouble =
  /** The run is gone before its request arrives, behind its effect, or when half of an upload has arrived. */
  | 'crash-before'
  | 'crash-after'
  | 'crash-midway'
  /** The run is asked to end. */
  | 'cancel'
  /** The connection breaks. */
  | 'reset-before'
  | 'reset-after'
  | 'reset-midway'
  /** No answer ever comes, whether there was an effect or not. */
  | 'silence-before'
  | 'silence-after'
  /** Answers in the place of the platform's. */
  | '502-before'
  | '502-after'
  | '503-retry-after'
  | '401'
  /** A limit in one of the platform's forms: that ends soon, that names no time, that ends in an hour. */
  | 'limit'
  | 'limit-unnamed'
  | 'limit-far'
  /** A read whose bytes, or whose digests, come changed: something in between broke them this once. */
  | 'garbled'
  /** From here on lists of files are empty for a minute, whatever is in them (zosma-cowork#318: 23 s). */
  | 'emptied'
  /** A read that does not know of the last write yet. */
  | 'stale'
  /** Things that others do meanwhile. */
  | Event

export interface Sent {
  /** When it was sent, and when the platform acted on it, in milliseconds; undefined when it never did. */
  readonly at: number
  acted: number | undefined
  readonly method: string
  readonly target: string
  readonly upload: boolean
  readonly trouble: Trouble | undefined
  /** 0: no answer. */
  status: number
  /** Whether people saw the release from then on. */
  published: boolean
}

/** One run's way to a platform: each of its requests takes its time, and some are hit by a trouble. */
export interface Wire {
  readonly fetch: typeof fetch
  readonly sent: readonly Sent[]
  /** Aborts when the run is gone, or asked to end. */
  readonly signal: AbortSignal
  /** Whether the run is gone: nothing that it does reaches anybody. */
  readonly gone: boolean
  /** How many uploads there were at once. */
  readonly uploadsAtOnce: number
}

export interface World {
  readonly platform: Platform
  /** The same platform with another state. */
  readonly withState: (state: object) => Platform
  /** Which part of the platform lies at an origin. */
  readonly partOf: (origin: string) => string | undefined
  readonly clock: Clock
  /** From 0 to 1, always the same in the same story. */
  readonly chance: () => number
  /** Carries out what others do. */
  readonly meanwhile: (what: Event) => void
  /** The forms of the platform's limits, with a time and without. */
  readonly limits: readonly [named: Limits, unnamed: Limits]
  /** Whether people see the release. */
  readonly isPublic: () => boolean
  /** Told when they see it for the first time. */
  readonly shown: () => void
  /** Whether anybody may see what was before the last write: to keep it costs time. */
  readonly remembers: boolean
  /** The state before the last write, as JSON. */
  before: string
  /** How far reads are behind, and what they see then. */
  readonly lags: Lags
  readonly past: Past
}

const UNANSWERED = [204, 304]

/** Which request of a run a trouble hits: the n-th, or the n-th of those that write a release. */
export type Hit = readonly [which: 'any' | 'release', n: number, trouble: Trouble]

/** Whether a request makes a release, or changes one: GitHub's draft and its publication, all of GitLab's. */
const writesRelease = (method: string, target: string): boolean =>
  method !== 'GET' && /(^|\/)releases(\/[^/]+)?$/.test(target)

export function wireTo(world: World, troubles: readonly Hit[]): Wire {
  const { platform, clock, chance } = world
  const sent: Sent[] = []
  const ending = new AbortController()
  let gone = false
  let emptyUntil = 0
  const uploads = { now: 0, most: 0 }

  const troubleOf = (method: string, target: string): Trouble | undefined => {
    if (troubles.length === 0) return undefined
    const written = sent.filter((each) => writesRelease(each.method, each.target)).length
    const hit = troubles.find(
      ([which, n]) => n === (which === 'any' ? sent.length : writesRelease(method, target) ? written : -1)
    )
    return hit?.[2]
  }
  const die = (): never => {
    gone = true
    ending.abort(new Error('gone'))
    throw ending.signal.reason
  }
  const broken = (): never => {
    throw new TypeError('fetch failed', { cause: new Error('other side closed') })
  }
  /** Some of a moment, with now and then a long one. */
  const travel = (signal: AbortSignal): Promise<void> => pauseFor(5 + chance() ** 6 * 3000, signal)

  /** What a machine sees that is behind by some of its kind's lag, another one each time. */
  const seenLate = ({ method, target }: Sent): string | undefined => {
    const reader = readerOf(method, target)
    return reader && world.lags[reader] > 0
      ? world.past.at(Date.now() - chance() * world.lags[reader] * 1000)
      : undefined
  }

  const exchange = async (
    part: string,
    head: Head,
    bytes: Buffer,
    note: Sent,
    signal: AbortSignal
  ): Promise<Answer> => {
    const { trouble, upload, method } = note
    await travel(signal)
    if (trouble === 'crash-before') die()
    if (trouble === 'reset-before') broken()
    if (trouble === 'silence-before') await never(signal)
    if (trouble === 'cancel') ending.abort(new Error('cancelled'))
    if (isEvent(trouble)) world.meanwhile(trouble)
    if (trouble === 'emptied') emptyUntil = Date.now() + 60_000
    if (Date.now() < emptyUntil && readerOf(method, note.target) === 'files') return { status: 200, body: [] }
    const instead = insteadOf(trouble, world)
    if (instead) return instead
    const behind = trouble === 'stale' && method === 'GET' ? world.before : seenLate(note)
    if (behind !== undefined) return world.withState(JSON.parse(behind) as object).begin(part, head)(contentOf(bytes))
    const before = method === 'GET' || !world.remembers ? world.before : JSON.stringify(platform.state)
    const { age } = world.past
    const end = platform.begin(part, head)
    if (upload) {
      // The first half of the body, and the second one.
      await travel(signal)
      if (trouble === 'crash-midway') die()
      if (trouble === 'reset-midway') broken()
      await travel(signal)
    }
    const hidden = !world.isPublic()
    const answer = end(contentOf(bytes))
    if (age === world.past.age) {
      world.before = before
      if (method !== 'GET' && world.remembers) world.past.remember(Date.now(), before)
    }
    note.acted = Date.now()
    note.published = hidden && world.isPublic()
    if (note.published) world.shown()
    if (trouble === 'crash-after' || trouble === 'crash-midway') die()
    await travel(signal)
    if (trouble === 'reset-after' || trouble === 'reset-midway') broken()
    if (trouble === 'silence-after') await never(signal)
    if (trouble === 'garbled') return garble(answer)
    return trouble === '502-after' ? says(502, 'Bad Gateway') : answer
  }

  return {
    sent,
    signal: ending.signal,
    get gone() {
      return gone
    },
    get uploadsAtOnce() {
      return uploads.most
    },
    async fetch(input, init = {}) {
      if (gone) throw ending.signal.reason
      const url = new URL(input instanceof Request ? input.url : input)
      const part = world.partOf(url.origin)
      if (part === undefined) return broken()
      const { body, method = 'GET' } = init
      const bytes =
        body instanceof Blob
          ? Buffer.from(await clock.busy(body.arrayBuffer()))
          : Buffer.from(typeof body === 'string' ? body : '')
      const headers = { ...Object.fromEntries(new Headers(init.headers)), 'content-length': String(bytes.length) }
      const head: Head = { method, url: `${url.pathname}${url.search}`, headers, now: new Date().toISOString() }
      const { target, upload } = platform.seen(part, head)
      const note: Sent = {
        at: Date.now(),
        acted: undefined,
        method,
        target,
        upload,
        trouble: troubleOf(method, target),
        status: 0,
        published: false
      }
      sent.push(note)
      if (upload) uploads.most = Math.max(uploads.most, ++uploads.now)
      const answer = await exchange(part, head, bytes, note, init.signal ?? ending.signal).finally(() => {
        if (upload) uploads.now--
      })
      note.status = answer.status
      return responseOf(answer, platform.signature(sent.length))
    }
  }
}

/** The same answer with other bytes in it, or other digests. */
function garble(answer: Answer): Answer {
  const { file, body } = answer
  if (file) return { ...answer, file: { ...file, content: Buffer.alloc(file.size, 'x') } }
  const text = JSON.stringify(body)?.replaceAll(/(sha256:|"file_sha256":")[0-9a-f]{8}/g, '$100000000')
  return text === undefined ? answer : { ...answer, body: JSON.parse(text) as unknown }
}

function insteadOf(trouble: Trouble | undefined, { limits: [named, unnamed], chance }: World): Answer | undefined {
  const limit = (forms: Limits, seconds: number): Answer | undefined =>
    forms[Math.floor(chance() * forms.length)]?.[1](Date.now(), seconds)
  switch (trouble) {
    case '502-before':
      return says(502, 'Bad Gateway')
    case '503-retry-after':
      return says(503, 'Unavailable', { 'retry-after': '7' })
    case 'limit':
      return limit(named, 30)
    case 'limit-unnamed':
      return limit(unnamed, 30)
    case 'limit-far':
      return limit(named, 3000)
    case '401':
      return says(401, 'Bad credentials')
    default:
      return undefined
  }
}

const says = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  headers
})

function responseOf(
  { status, body, text, file, headers }: Answer,
  signature: Readonly<Record<string, string>>
): Response {
  const content = file?.content ?? (body === undefined ? (text ?? '') : JSON.stringify(body))
  const type = file ? 'application/octet-stream' : 'application/json; charset=utf-8'
  return new Response(UNANSWERED.includes(status) ? null : new Uint8Array(Buffer.from(content)), {
    status,
    headers: { ...(content.length ? { 'content-type': type } : {}), ...signature, ...headers }
  })
}

/** An answer that never comes: rejects with the signal's reason when that aborts. */
const never = (signal: AbortSignal): Promise<void> => pauseFor(2 ** 31 - 1, signal)
