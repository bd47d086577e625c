import type { components } from '@octokit/openapi-types'
import { assetJson, refJson, releaseJson, REPOSITORY_ID, repositoryJson, tagJson, type Origins } from './json.ts'
import {
  assetOf,
  changeRelease,
  createRelease,
  publishedOf,
  Refusal,
  releaseOf,
  removeAsset,
  removeRelease,
  type Access,
  type ReleaseFields,
  type State
} from './state.ts'
import type { Answer } from '../platform/platform.ts'

export interface Call {
  readonly method: string
  /** Path below the API's base, decoded segment by segment. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly accept: string
  readonly token: string | undefined
  readonly body: unknown
  readonly now: string
}

/** What a token may do here, or GitHub's refusal of it. */
export function accessOf(state: State, token: string | undefined): Access {
  if (token === undefined) return 'read'
  const access = state.tokens[token]
  if (access === undefined || access === 'expired') throw new Refusal(401, 'Bad credentials')
  return access
}

/** The refusal of a write: apps are told, persons get the 404 that hides what they may not do. */
export function mayWrite(access: Access, token: string | undefined): void {
  if (access === 'write') return
  if (token?.startsWith('ghs_')) throw new Refusal(403, 'Resource not accessible by integration')
  if (token === undefined) throw new Refusal(401, 'Requires authentication')
  throw new Refusal(404, 'Not Found')
}

/** The refusal of a write, and of any write to what is archived ("Archiving repositories": it is read-only then). */
export function mayChange(state: State, access: Access, token: string | undefined): void {
  mayWrite(access, token)
  if (state.archived) throw new Refusal(403, 'Repository was archived so is read-only.')
}

/** Whether a path names the repository as it was called before. */
export const wasCalled = ({ formerly }: State, [kind, owner, repo]: readonly string[]): boolean =>
  kind === 'repos' && formerly.includes(`${owner}/${repo}`)

/**
 * What GitHub says of a repository that was renamed or moved: 301 for reads, 307 for writes, which keeps their method
 * (its description has both; docs.github.com, "Best practices for using the REST API", follow redirects). The new
 * address has the repository's number alone (cli/cli#7106).
 */
export function moved(
  at: Origins,
  { method, path, query }: Omit<Call, 'body'>,
  base: 'api' | 'uploads' = 'api'
): Answer {
  const below = ['repositories', String(REPOSITORY_ID), ...path.slice(3)].map(encodeURIComponent).join('/')
  const search = query.size > 0 ? `?${query.toString()}` : ''
  const url = `${at[base]}/${below}${search}`
  const [status, message] = method === 'GET' ? [301, 'Moved Permanently'] : [307, 'Temporary Redirect']
  return {
    status,
    body: { message, url, documentation_url: 'https://docs.github.com/rest' },
    headers: { location: url }
  }
}

/**
 * One page of a list. Its links lead to the repository by its number, whatever the request said: GitHub's documentation
 * ("Using pagination in the REST API", `link: <https://api.github.com/repositories/1300192/issues?page=2>`) shows it.
 */
function page(at: Origins, { mostPerPage }: State, call: Call, items: readonly object[]): Answer {
  const size = Math.min(Number(call.query.get('per_page') ?? 30), mostPerPage)
  const number = Number(call.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(to))
    const below = call.path.slice(call.path[0] === 'repos' ? 3 : 2)
    const path = ['repositories', String(REPOSITORY_ID), ...below].map(encodeURIComponent).join('/')
    return `<${at.api}/${path}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : [])
  ]
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {}
  }
}

/** What a path says below the repository, which it names by owner and name or by number. */
export function belowRepository(state: State, path: readonly string[]): readonly string[] {
  const [kind, first, second, ...rest] = path
  if (kind === 'repos' && first === state.owner && second === state.repo) return rest
  if (kind === 'repositories' && first === String(REPOSITORY_ID)) return path.slice(2)
  throw new Refusal(404, 'Not Found')
}

/** The REST API of one repository; throws a Refusal. What changes `state` is a content-creating write. */
export function answer(at: Origins, state: State, call: Call): Answer {
  const access = accessOf(state, call.token)
  if (access !== 'hidden' && wasCalled(state, call.path)) return moved(at, call)
  const [area = '', first = '', ...rest] = belowRepository(state, call.path)
  if (access === 'hidden') throw new Refusal(404, 'Not Found')
  const writer = access === 'write'
  const route = `${call.method} ${[area, first, ...rest.map((part) => (/^\d+$/.test(part) ? '#' : part))].join('/')}`
  const json = (release: ReturnType<typeof releaseOf>): Answer => ({
    status: 200,
    body: releaseJson(at, state, release)
  })

  if (call.method !== 'GET') mayChange(state, access, call.token)
  if (area === '') {
    return { status: 200, body: repositoryJson(at, state, writer && call.token?.startsWith('ghs_') !== true) }
  }
  if (area === 'immutable-releases') {
    if (!state.adminReads || !state.immutableReleases) throw new Refusal(404, 'Not Found')
    return { status: 200, body: SETTING }
  }
  if (area === 'git') return git(at, state, first, rest)
  if (area === 'attestations') return attestations(state, call, first)
  if (area !== 'releases') throw new Refusal(404, 'Not Found')
  if (route === 'GET releases/') {
    const seesDrafts = writer && !state.archived
    const seen = state.releases.filter((each) => seesDrafts || !each.draft).sort((a, b) => b.id - a.id)
    return page(
      at,
      state,
      call,
      seen.map((each) => releaseJson(at, state, each))
    )
  }
  if (route === 'POST releases/') {
    return { ...json(createRelease(state, fieldsOf(call.body), call.now)), status: 201 }
  }
  if (route === 'POST releases/generate-notes') {
    const { tag_name: tag, previous_tag_name: before } = call.body as { tag_name: string; previous_tag_name?: string }
    if (state.refs[tag] === undefined) throw new Refusal(404, 'Not Found')
    const range = before === undefined ? `commits/${tag}` : `compare/${before}...${tag}`
    const body = `## What's Changed\n* a pull request by @octo\n\n**Full Changelog**: ${at.web}/${state.owner}/${state.repo}/${range}`
    return { status: 200, body: { name: tag, body } satisfies components['schemas']['release-notes-content'] }
  }
  if (route === 'GET releases/latest') {
    if (state.latest === null) throw new Refusal(404, 'Not Found')
    return json(releaseOf(state, state.latest, false))
  }
  if (first === 'tags') {
    const release = publishedOf(state, rest.join('/'))
    if (!release) throw new Refusal(404, 'Not Found')
    return json(release)
  }
  if (first === 'assets') return assets(at, state, call, Number(rest[0]), writer)
  const id = Number(first)
  if (rest[0] === 'assets') {
    const release = releaseOf(state, id, writer)
    return page(
      at,
      state,
      call,
      release.assets.map((asset) => assetJson(at, state, release, asset))
    )
  }
  if (call.method === 'GET') return json(releaseOf(state, id, writer))
  if (call.method === 'PATCH') return json(changeRelease(state, id, fieldsOf(call.body), call.now))
  removeRelease(state, id)
  return { status: 204 }
}

const TYPES = {
  boolean: ['draft', 'prerelease'],
  string: ['tag_name', 'target_commitish', 'name', 'body', 'make_latest']
}

/** GitHub holds a body against its description before it does anything ("Troubleshooting the REST API", 422). */
function fieldsOf(body: unknown): ReleaseFields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, 'Body should be a JSON object')
  const fields = body as Readonly<Record<string, unknown>>
  for (const [type, names] of Object.entries(TYPES)) {
    const name = names.find((each) => fields[each] !== undefined && typeof fields[each] !== type)
    if (name === undefined) continue
    const seen = JSON.stringify(fields[name])
    throw new Refusal(422, `Invalid request.\n\nFor 'properties/${name}', ${seen} is not a ${type}.`)
  }
  return fields
}

const SETTING: components['schemas']['check-immutable-releases'] = { enabled: true, enforced_by_owner: false }

function assets(at: Origins, state: State, call: Call, id: number, writer: boolean): Answer {
  const { release, asset } = assetOf(state, id)
  if (release.draft && !writer) throw new Refusal(404, 'Not Found')
  if (call.method === 'DELETE') {
    removeAsset(state, id)
    return { status: 204 }
  }
  if (!call.accept.includes('application/octet-stream')) {
    return { status: 200, body: assetJson(at, state, release, asset) }
  }
  return { status: 302, headers: { location: `${at.storage}/storage/${id}?signature=secret-signature` } }
}

/** GitHub reads the subjects out of the statement, and refuses what is no bundle around one. */
function attestations(state: State, call: Call, digest: string): Answer {
  if (call.method === 'POST') {
    if (!state.attests) throw new Refusal(403, 'Resource not accessible by integration')
    const { bundle } = call.body as { bundle?: { dsseEnvelope?: { payload?: string } } }
    const payload = bundle?.dsseEnvelope?.payload
    if (payload === undefined) throw new Refusal(422, 'Invalid bundle')
    const { subject = [] } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as {
      subject?: readonly { digest: { sha256: string } }[]
    }
    state.attestations.push({ subjects: subject.map(({ digest }) => digest.sha256), bundle })
    return { status: 201, body: { id: state.nextId++ } }
  }
  const found = state.attestations.filter(({ subjects }) => subjects.some((each) => `sha256:${each}` === digest))
  if (found.length === 0) throw new Refusal(404, 'Not Found')
  return { status: 200, body: { attestations: found.map(({ bundle }) => ({ bundle, repository_id: 1 })) } }
}

function git(at: Origins, state: State, kind: string, rest: readonly string[]): Answer {
  const name = rest.join('/')
  const ref = state.refs[name.replace(/^tags\//, '')]
  if (kind === 'ref' && ref && name.startsWith('tags/')) return { status: 200, body: refJson(at, state, name, ref) }
  const tag = state.tagObjects[name]
  if (kind !== 'tags' || !tag) throw new Refusal(404, 'Not Found')
  return { status: 200, body: tagJson(at, state, name, tag) }
}
