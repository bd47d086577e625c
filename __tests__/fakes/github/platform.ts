import { accessOf, answer, belowRepository, mayChange, moved, wasCalled, type Call } from './routes.ts'
import { assetJson, refusalJson, REPOSITORY_ID, type Origins } from './json.ts'
import { descriptionOf } from './schema.ts'
import { assetOf, beginAsset, finishAsset, finishForgotten, publishedOf, Refusal, releaseOf } from './state.ts'
import type { State } from './state.ts'
import {
  jsonIn,
  segmentsOf,
  tokenIn,
  type Answer,
  type Begun,
  type Content,
  type Head,
  type Platform
} from '../platform/platform.ts'

const judge = descriptionOf(new URL('../../fixtures/github-openapi.json', import.meta.url))

export interface GithubOptions {
  readonly state: State
  /** Where it is reached; may be filled in later. */
  readonly origins: Origins
  /** What is left of the rate limit. */
  readonly rate: { remaining: number; reset: number }
  /** Whether storage takes the platform's own token, as one on its own origin does. */
  readonly storageTakesToken?: boolean
}

/** The description knows repositories by their names alone. */
const BY_NUMBER = new RegExp(`^/repositories/${REPOSITORY_ID}(?=[/?]|$)(.*)$`)

/** The bases of the API and of uploads, which GitHub's description leaves out. */
const BASE = { api: /^\/api\/v3(?=\/)/, uploads: /^\/api\/uploads(?=\/)/ } as const

/**
 * One repository on a GitHub: the REST API of its releases and tags ('api', 'uploads'), its pages and the storage behind
 * them ('web'). Every exchange of the API is held against GitHub's OpenAPI description.
 */
export function githubPlatform({ state, origins, rate, storageTakesToken = false }: GithubOptions): Platform {
  const violations: string[] = []
  const refusable = <T>(work: () => T): T | Answer => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { message, errors, status } = error
      return { status, body: refusalJson(status, message, errors) }
    }
  }
  const callOf = (target: string, head: Head): Omit<Call, 'body'> => {
    const url = new URL(target, 'http://github.invalid')
    return {
      method: head.method,
      path: segmentsOf(url.pathname.slice(1)),
      query: url.searchParams,
      accept: String(head.headers['accept'] ?? ''),
      token: head.headers['authorization'] && String(head.headers['authorization']).replace(/^(token|bearer) /i, ''),
      now: head.now
    }
  }

  const api = (call: Omit<Call, 'body'>, content: Content): Answer =>
    answer(origins, state, { ...call, body: parsed(content) })

  /** The name is taken before the bytes are there, and the bytes count when the last one is. */
  const upload = (call: Omit<Call, 'body'>, head: Head): Begun => {
    const access = accessOf(state, call.token)
    if (access !== 'hidden' && wasCalled(state, call.path)) return () => moved(origins, call, 'uploads')
    const [releases, number, assets] = belowRepository(state, call.path)
    mayChange(state, access, call.token)
    const id = Number(number)
    if (call.method !== 'POST' || releases !== 'releases' || assets !== 'assets') throw new Refusal(404, 'Not Found')
    const length = Number(head.headers['content-length'] ?? NaN)
    if (Number.isNaN(length)) throw new Refusal(400, 'Bad Content-Length')
    releaseOf(state, id, true)
    if (head.headers['content-type'] === undefined) throw new Refusal(400, 'Missing Content-Type')
    const type = String(head.headers['content-type'])
    const asset = beginAsset(state, id, call.query.get('name') ?? '', type, length)
    return (content) => {
      if (content.bytes) finishAsset(state, id, asset, content.bytes)
      else finishForgotten(state, id, asset, content)
      return { status: 201, body: assetJson(origins, state, assetOf(state, asset.id).release, asset) }
    }
  }

  /** The web site and, behind its redirects, the storage, which refuses a second means of authentication. */
  const web = (head: Head): Answer => {
    const { pathname } = new URL(head.url, 'http://github.invalid')
    const download = /^\/[^/]+\/[^/]+\/releases\/download\/([^/]+)\/(.+)$/.exec(pathname)
    if (download) {
      const release = publishedOf(state, decodeURIComponent(download[1] ?? ''))
      const asset = release?.assets.find((each) => each.name === decodeURIComponent(download[2] ?? ''))
      const location = `${origins.storage}/storage/${asset?.id}?signature=secret-signature`
      return asset ? { status: 302, headers: { location } } : { status: 404 }
    }
    const id = /^\/storage\/(\d+)$/.exec(pathname)?.[1]
    if (id === undefined) return { status: 404 }
    if (tokenIn(head) !== undefined && !storageTakesToken)
      return { status: 400, text: '<Error><Code>InvalidArgument</Code></Error>' }
    const asset = state.releases.flatMap(({ assets }) => assets).find((each) => each.id === Number(id))
    if (!asset) return { status: 404, text: '<Error><Code>BlobNotFound</Code></Error>' }
    const forgotten = asset.content === '' && asset.size > 0
    return {
      status: 200,
      file: { content: forgotten ? undefined : Buffer.from(asset.content, 'base64'), size: asset.size }
    }
  }

  return {
    state,
    violations,
    seen: (at, { url }) => ({ target: url, upload: at === 'uploads' }),
    signature: (count) => ({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': String(--rate.remaining),
      'x-ratelimit-reset': String(rate.reset),
      'x-github-request-id': `F00D:${count}`
    }),
    begin(at, head) {
      if (at === 'web') return () => web(head)
      const target = head.url.replace(at === 'uploads' ? BASE.uploads : BASE.api, '')
      const call = callOf(target, head)
      const begun = refusable(at === 'uploads' ? () => upload(call, head) : () => (content) => api(call, content))
      return (content) => {
        const reply = typeof begun === 'function' ? refusable(() => begun(content)) : begun
        const body = at === 'uploads' || reply.status >= 400 ? undefined : jsonIn(content)
        const { method, headers } = head
        const { message = '' } = (reply.body ?? {}) as { readonly message?: string }
        if (MALFORMED.test(message)) violations.push(`${method} ${target}: ${message}`)
        const described = target.replace(BY_NUMBER, `/repos/${state.owner}/${state.repo}$1`)
        violations.push(...judge({ method, target: described, headers, body, status: reply.status, reply: reply.body }))
        return reply
      }
    }
  }
}

/** What no client may send; `refusable` words it so. */
const MALFORMED = /^(Invalid request\.|Problems parsing JSON|Body should be|Missing Content-Type)/

/** Its own refusal of what is no JSON (docs.github.com, "Troubleshooting the REST API"). */
function parsed(content: Content): unknown {
  try {
    return jsonIn(content)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}
