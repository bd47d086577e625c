import {
  addLink,
  changeRelease,
  createRelease,
  latestOf,
  Refusal,
  releaseOf,
  served,
  type Access,
  type Link,
  type LinkFields,
  type PackageFile,
  type Release,
  type ReleaseFields,
  type State
} from './state.ts'
import type { Answer } from '../platform/platform.ts'

/** Where the parts of a GitLab are reached; no trailing slash. */
export interface Origins {
  readonly api: string
  readonly web: string
  readonly storage: string
}

export interface Call {
  readonly method: string
  /** Path below `/projects/:id`, decoded segment by segment. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly access: Access | undefined
  readonly kind: 'job' | 'access' | undefined
  readonly body: unknown
  readonly now: string
}

const ROLES: Readonly<Record<Access, number>> = {
  maintainer: 40,
  developer: 30,
  guest: 10,
  stranger: 0,
  unlisted: 0,
  expired: 0
}

export const roleOf = ({ access }: { readonly access: Access | undefined }): number =>
  access === undefined ? 0 : ROLES[access]

/** What a token is here, or GitLab's refusal of it. */
export function accessOf(state: State, headers: Readonly<Record<string, unknown>>): Pick<Call, 'access' | 'kind'> {
  const job = headers['job-token']
  const access = headers['private-token']
  if (job === undefined && access === undefined) return { access: undefined, kind: undefined }
  const kind = job === undefined ? 'access' : 'job'
  const known = state.tokens[String(job ?? access)]
  if (known?.kind !== kind || known.access === 'expired') throw new Refusal(401, '401 Unauthorized')
  return { access: known.access, kind }
}

/** Whether the project is seen at all, and may be written to. */
export function demandRights(state: State, call: Pick<Call, 'access' | 'kind' | 'method'>): void {
  if (call.access === 'unlisted') {
    throw new Refusal(
      403,
      '403 Forbidden - Authentication by CI/CD job token not allowed from octo/other to octo/demo.'
    )
  }
  if (state.visibility === 'private' && roleOf(call) === 0) throw new Refusal(404, '404 Project Not Found')
  if (call.method === 'GET') return
  if (call.access === undefined) throw new Refusal(401, '401 Unauthorized')
  if (roleOf(call) < 30) throw new Refusal(403, '403 Forbidden')
  // An archived project is read-only for everybody (app/policies/project_policy.rb, READONLY_FEATURES_WHEN_ARCHIVED).
  if (state.archived) throw new Refusal(403, '403 Forbidden')
}

/**
 * One page of a list, by its number; or by a key, as GitLab gives more and more of its lists: then its link alone leads
 * on (docs.gitlab.com/api/rest, "Pagination": offset and keyset).
 */
function page(at: Origins, { pagesByKeys, mostPerPage }: State, call: Call, items: readonly unknown[]): Answer {
  const size = Math.min(Number(call.query.get('per_page') ?? 20), mostPerPage)
  const number = Number(call.query.get('cursor') ?? call.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(call.query)
    query.delete('page')
    query.set(pagesByKeys ? 'cursor' : 'page', String(to))
    return `<${at.api}/projects/42/${call.path.map(encodeURIComponent).join('/')}?${query.toString()}>; rel="${rel}"`
  }
  const body = items.slice((number - 1) * size, number * size)
  if (pagesByKeys) return { status: 200, body, headers: number < last ? { link: link(number + 1, 'next') } : {} }
  return {
    status: 200,
    body,
    headers: {
      'x-page': String(number),
      'x-per-page': String(size),
      'x-next-page': number < last ? String(number + 1) : '',
      'x-prev-page': number > 1 ? String(number - 1) : '',
      'x-total': String(items.length),
      'x-total-pages': String(last),
      link: [...(number < last ? [link(number + 1, 'next')] : []), link(1, 'first'), link(last, 'last')].join(', ')
    }
  }
}

export const fileJson = (file: PackageFile): object => ({
  id: file.id,
  package_id: file.packageId,
  created_at: '2026-01-01T00:00:00.000Z',
  file_name: file.name,
  size: file.size,
  file_md5: null,
  file_sha1: null,
  file_sha256: file.sha256
})

const linkJson = (at: Origins, tag: string, link: Link): object => ({
  id: link.id,
  name: link.name,
  url: link.url,
  direct_asset_url:
    link.filepath === null
      ? link.url
      : `${at.web}/octo/demo/-/releases/${encodeURIComponent(tag)}/downloads${link.filepath}`,
  link_type: link.type
})

const releaseJson = (at: Origins, release: Release, now: string): object => ({
  name: release.name,
  tag_name: release.tag,
  description: release.description,
  created_at: release.createdAt,
  released_at: release.releasedAt,
  upcoming_release: Date.parse(release.releasedAt) > Date.parse(now),
  commit: { id: release.sha, short_id: release.sha.slice(0, 8) },
  assets: {
    count: release.links.length,
    sources: [],
    // The newest first.
    links: release.links.map((link) => linkJson(at, release.tag, link)).reverse()
  },
  evidences: [],
  _links: { self: `${at.web}/octo/demo/-/releases/${encodeURIComponent(release.tag)}` }
})

/** The API of one project, but for the bytes of packages; throws a Refusal. */
export function answer(at: Origins, state: State, call: Call): Answer {
  demandRights(state, call)
  const [area = '', ...rest] = call.path
  switch (area) {
    case '':
      if (call.kind === 'job') throw new Refusal(401, '401 Unauthorized')
      return { status: 200, body: projectJson(state, call) }
    case 'protected_tags':
      return page(at, state, call, listRules(state, call))
    case 'repository':
      return tag(state, rest)
    case 'packages':
      return packages(at, state, call, rest)
    case 'releases':
      return releases(at, state, call, rest)
    default:
      throw new Refusal(404, '404 Not Found')
  }
}

const isProtected = ({ protectedTags }: State, tag: string): boolean =>
  protectedTags.some((rule) => (rule.endsWith('*') ? tag.startsWith(rule.slice(0, -1)) : tag === rule))

/**
 * The rules of protected tags, for Maintainers (lib/api/protected_tags.rb: `authorize_admin_project`; a job token is not
 * let in, docs.gitlab.com, "CI/CD job token", its endpoints).
 */
function listRules(state: State, call: Call): readonly object[] {
  if (call.kind === 'job') throw new Refusal(404, '404 Not Found')
  if (roleOf(call) < 40) throw new Refusal(403, '403 Forbidden')
  const levels = state.tagCreators.length > 0 ? state.tagCreators : [0]
  return state.protectedTags.map((name) => ({
    name,
    create_access_levels: levels.map((level, id) => ({ id, access_level: level, access_level_description: '' }))
  }))
}

/** Who may not create a protected tag may not release it either (app/services/releases/create_service.rb). */
function demandTagRights(state: State, call: Call): void {
  const tag = (call.body as ReleaseFields | undefined)?.tag_name ?? ''
  if (!isProtected(state, tag) || state.tagCreators.some((least) => roleOf(call) >= least)) return
  throw new Refusal(403, 'You are not allowed to create this tag as it is protected.')
}

const projectJson = (state: State, call: Call): object => ({
  id: state.id,
  path_with_namespace: state.path,
  archived: state.archived,
  packages_enabled: state.packagesEnabled,
  permissions: {
    project_access: roleOf(call) > 0 ? { access_level: roleOf(call), notification_level: 3 } : null,
    group_access: null
  }
})

function tag(state: State, [tags, name = '']: readonly string[]): Answer {
  const found = tags === 'tags' ? state.tags[name] : undefined
  if (!found) throw new Refusal(404, '404 Tag Not Found')
  const { target, commit } = found
  const body = {
    name,
    message: target === commit ? null : 'a release',
    target,
    commit: { id: commit, short_id: commit.slice(0, 8), title: 'a commit' },
    release: null,
    protected: isProtected(state, name)
  }
  return { status: 200, body }
}

/**
 * An instance without a registry says 404, a project that switched its own off 403 (lib/api/helpers/packages_helpers.rb:
 * `not_found! unless packages.enabled`, then `authorize!(:read_package)`).
 */
export function demandRegistry({ hasRegistry, packagesEnabled }: State): void {
  if (!hasRegistry) throw new Refusal(404, '404 Not Found')
  if (!packagesEnabled) throw new Refusal(403, '403 Forbidden')
}

function packages(at: Origins, state: State, call: Call, rest: readonly string[]): Answer {
  demandRegistry(state)
  const [first, files, file] = rest
  if (first === undefined && call.method === 'GET') {
    // GitLab looks for a part of the name.
    const part = call.query.get('package_name') ?? ''
    const version = call.query.get('package_version')
    const seen = state.packages.filter(
      (each) => each.name.includes(part) && (version === null || each.version === version)
    )
    return page(
      at,
      state,
      call,
      seen.map((each) => ({ ...each, package_type: 'generic', status: 'default' }))
    )
  }
  const found = state.packages.find(({ id }) => String(id) === first)
  if (!found || files !== 'package_files') throw new Refusal(404, '404 Not Found')
  const rows = state.files.filter(({ packageId }) => packageId === found.id)
  if (file === undefined && call.method === 'GET') return page(at, state, call, rows.map(fileJson))
  if (call.method !== 'DELETE') throw new Refusal(405, '405 Method Not Allowed')
  if (roleOf(call) < 40) throw new Refusal(403, '403 Forbidden')
  if (!rows.some(({ id }) => String(id) === file)) throw new Refusal(404, '404 Not Found')
  state.files = state.files.filter(({ id }) => String(id) !== file)
  return { status: 204 }
}

/** Where the bytes of a file are: in storage behind a redirect, or here. */
export function download(at: Origins, state: State, [name, version, file]: readonly string[]): PackageFile | Answer {
  const row = served(state, name ?? '', version ?? '', file ?? '')
  if (!state.redirects) return row
  return { status: 302, headers: { location: `${at.storage}/${row.id}?X-Amz-Signature=secret-signature` } }
}

function releases(at: Origins, state: State, call: Call, rest: readonly string[]): Answer {
  // lib/api/releases.rb: `authorize! :read_release, user_project`, which the feature's setting takes from everybody.
  if (!state.releasesEnabled) throw new Refusal(403, '403 Forbidden')
  const [name, assets, links, id] = rest
  const json = (release: Release, status = 200): Answer => ({ status, body: releaseJson(at, release, call.now) })
  if (name === undefined) {
    if (call.method === 'POST') demandTagRights(state, call)
    if (call.method === 'POST') return json(createRelease(state, call.body as ReleaseFields, call.now), 201)
    const sorted = [...state.releases].sort((a, b) => Date.parse(b.releasedAt) - Date.parse(a.releasedAt))
    return page(
      at,
      state,
      call,
      sorted.map((each) => releaseJson(at, each, call.now))
    )
  }
  if (name === 'permalink' && assets === 'latest') {
    const latest = latestOf(state)
    if (!latest) throw new Refusal(404, '404 Not Found')
    const tail = rest.slice(2).map(encodeURIComponent)
    const where = [at.api, 'projects', state.id, 'releases', encodeURIComponent(latest.tag), ...tail].join('/')
    return { status: 302, headers: { location: where } }
  }
  const release = releaseOf(state, name)
  if (assets === undefined) {
    return json(call.method === 'PUT' ? changeRelease(state, name, call.body as ReleaseFields) : release)
  }
  if (assets === 'downloads') {
    const link = release.links.find(({ filepath }) => filepath === `/${rest.slice(2).join('/')}`)
    if (!link) throw new Refusal(404, '404 Not Found')
    return { status: 302, headers: { location: link.url } }
  }
  if (assets !== 'assets' || links !== 'links') throw new Refusal(404, '404 Not Found')
  if (id === undefined && call.method === 'POST') {
    return { status: 201, body: linkJson(at, name, addLink(state, name, call.body as LinkFields)) }
  }
  if (call.method === 'GET') {
    return page(
      at,
      state,
      call,
      release.links.map((link) => linkJson(at, name, link))
    )
  }
  if (call.method !== 'DELETE') throw new Refusal(405, '405 Method Not Allowed')
  release.links = release.links.filter((link) => String(link.id) !== id)
  return { status: 200, body: {} }
}
