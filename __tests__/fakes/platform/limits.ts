import type { Answer } from './platform.ts'

/** A limit that was reached, in each form in which a platform says so: what it is, and its answer at a time in milliseconds. */
export type Limits = readonly (readonly [what: string, answer: (now: number, seconds: number) => Answer])[]

const github = (status: 403 | 429, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
})

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
const CREATION =
  'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.'
const ABUSE = 'You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.'
const PRIMARY = 'API rate limit exceeded for installation ID 1.'
const seconds = (now: number, more: number): string => String(Math.ceil(now / 1000) + more)

/**
 * docs.github.com, "Rate limits for the REST API", "Exceeding the rate limit": both limits answer with 403 or 429; the
 * primary one has `x-ratelimit-remaining: 0`; a secondary one has its message, and `retry-after`, or that header, or
 * neither. "Abuse detection" is what a GitHub Enterprise Server of before 2022 calls it (octokit/plugin-throttling.js).
 */
export const GITHUB_LIMITS: Limits = [
  [
    'a primary limit, 403',
    (now, after) => github(403, PRIMARY, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(now, after) })
  ],
  [
    'a primary limit, 429',
    (now, after) => github(429, PRIMARY, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(now, after) })
  ],
  ['a secondary limit, 403 with seconds', (_, after) => github(403, SECONDARY, { 'retry-after': String(after) })],
  ['a secondary limit, 429 with seconds', (_, after) => github(429, SECONDARY, { 'retry-after': String(after) })],
  [
    'a secondary limit, 403 with a date',
    (now, after) => github(403, SECONDARY, { 'retry-after': new Date(now + after * 1000).toUTCString() })
  ],
  [
    'a secondary limit, 403 with nothing left',
    (now, after) => github(403, SECONDARY, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(now, after) })
  ],
  [
    'a secondary limit for content, 403 with seconds',
    (_, after) => github(403, CREATION, { 'retry-after': String(after) })
  ],
  ['abuse detection, 403 with seconds', (_, after) => github(403, ABUSE, { 'retry-after': String(after) })],
  [
    '429 in plain text, with seconds',
    (_, after) => ({ status: 429, headers: { 'retry-after': String(after) }, text: 'Too many requests' })
  ]
]

/** The same without a time: GitHub asks for a minute then. */
export const GITHUB_LIMITS_WITHOUT_TIME: Limits = [
  ['a secondary limit, 403', () => github(403, SECONDARY)],
  ['a secondary limit, 429', () => github(429, SECONDARY)],
  ['a secondary limit for content, 403', () => github(403, CREATION)],
  ['abuse detection, 403', () => github(403, ABUSE)],
  ['429 in plain text', () => ({ status: 429, text: 'Too many requests' })]
]

/**
 * docs.gitlab.com, "User and IP rate limits", "Response headers" (Rack::Attack, in plain text); gitlab!206603 (an
 * endpoint's own limit: no header at all before that change); docs.gitlab.com/runner, "Handling rate limited requests"
 * (`RateLimit-ResetTime` of a proxy before GitLab).
 */
export const GITLAB_LIMITS: Limits = [
  [
    '429 with all headers',
    (now, after) => ({
      status: 429,
      text: 'Retry later\n',
      headers: {
        'retry-after': String(after),
        'ratelimit-limit': '60',
        'ratelimit-name': 'throttle_authenticated_packages_api',
        'ratelimit-observed': '67',
        'ratelimit-remaining': '0',
        'ratelimit-reset': seconds(now, after),
        'ratelimit-resettime': new Date(now + after * 1000).toUTCString()
      }
    })
  ],
  [
    '429 with RateLimit-Reset alone',
    (now, after) => ({
      status: 429,
      text: 'Retry later\n',
      headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': seconds(now, after) }
    })
  ],
  [
    '429 with RateLimit-ResetTime alone',
    (now, after) => ({
      status: 429,
      text: 'Retry later\n',
      headers: { 'ratelimit-resettime': new Date(now + after * 1000).toUTCString() }
    })
  ],
  [
    '429 of one endpoint, with seconds',
    (_, after) => ({ status: 429, headers: { 'retry-after': String(after) }, body: { message: TOO_OFTEN } })
  ]
]

const TOO_OFTEN = 'This endpoint has been requested too many times. Try again later.'

export const GITLAB_LIMITS_WITHOUT_TIME: Limits = [
  ['429 of one endpoint', () => ({ status: 429, body: { message: { error: TOO_OFTEN } } })],
  [
    '429 of what stands before GitLab',
    () => ({ status: 429, headers: { 'content-type': 'text/html' }, text: '<html><title>Too many</title></html>' })
  ]
]
