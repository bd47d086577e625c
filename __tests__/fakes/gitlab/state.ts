import { createHash } from 'node:crypto'

/** What GitLab remembers of one project; plain data, so that it can be kept in a file. */
export interface PackageFile {
  readonly id: number
  readonly packageId: number
  readonly name: string
  /** base64; undefined where only digests are kept. */
  content: string | undefined
  size: number
  sha256: string | null
}

export interface Package {
  readonly id: number
  readonly name: string
  readonly version: string
}

export interface Link {
  readonly id: number
  readonly name: string
  readonly url: string
  readonly filepath: string | null
  readonly type: string
}

export interface Release {
  readonly tag: string
  /** The commit that the tag meant when the release was made. */
  readonly sha: string
  name: string
  description: string
  readonly createdAt: string
  releasedAt: string
  links: Link[]
}

/** Roles, and what a token can be besides: of nobody in the project, of a project that is not allow-listed, expired. */
export type Access = 'maintainer' | 'developer' | 'guest' | 'stranger' | 'unlisted' | 'expired'

export interface State {
  readonly id: number
  path: string
  /** Full paths that it had before. */
  formerly: string[]
  visibility: 'public' | 'private'
  archived: boolean
  packagesEnabled: boolean
  /** Whether the instance has a package registry at all. */
  hasRegistry: boolean
  releasesEnabled: boolean
  /** Lightweight tags: `target` is the commit; annotated ones: `target` is the tag object. */
  tags: Record<string, { target: string; commit: string }>
  packages: Package[]
  files: PackageFile[]
  releases: Release[]
  tokens: Record<string, { kind: 'job' | 'access'; access: Access }>
  /** GitLab's default. */
  duplicatesAllowed: boolean
  protectedPackages: string[]
  /** Names with `*`. */
  protectedTags: string[]
  /** The least roles that may create, and release, those: [40] by default, [] for no one. */
  tagCreators: number[]
  largest: number
  /** Whether downloads are redirected to object storage, or come from GitLab itself. */
  redirects: boolean
  /** Whether an upload's answer can be its record; older instances only say that it was created. */
  selectsFile: boolean
  /** Whether lists are paged by keys, with a link and no numbers. */
  pagesByKeys: boolean
  /** How many items a page of a list holds at most: 100 on GitLab. With 2, a handful of files makes many pages. */
  mostPerPage: number
  nextId: number
}

/** A refusal, as GitLab words it: `{"message": …}`. */
export class Refusal extends Error {
  readonly status: number
  readonly body: object

  /** `under`: what GitLab calls it; its routes complain of a parameter under `error` (Grape's own form). */
  constructor(status: number, message: string | object, under: 'message' | 'error' = 'message') {
    super(JSON.stringify(message))
    this.status = status
    this.body = { [under]: message }
  }
}

export const fresh = (commit: string): State => ({
  id: 42,
  path: 'octo/demo',
  formerly: [],
  visibility: 'public',
  archived: false,
  packagesEnabled: true,
  hasRegistry: true,
  releasesEnabled: true,
  tags: { 'v1.0.0': { target: commit, commit } },
  packages: [],
  files: [],
  releases: [],
  tokens: {
    'job-maintainer': { kind: 'job', access: 'maintainer' },
    'job-developer': { kind: 'job', access: 'developer' },
    'job-guest': { kind: 'job', access: 'guest' },
    'job-stranger': { kind: 'job', access: 'stranger' },
    'job-unlisted': { kind: 'job', access: 'unlisted' },
    'job-old': { kind: 'job', access: 'expired' },
    'glpat-maintainer': { kind: 'access', access: 'maintainer' },
    'glpat-guest': { kind: 'access', access: 'guest' },
    'glpat-stranger': { kind: 'access', access: 'stranger' }
  },
  duplicatesAllowed: true,
  protectedPackages: [],
  protectedTags: [],
  tagCreators: [],
  largest: 5 * 1024 ** 3,
  redirects: true,
  selectsFile: true,
  pagesByKeys: false,
  mostPerPage: 100,
  nextId: 1000
})

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

// As in GitLab's lib/gitlab/regex/packages.rb and app/models/releases/link.rb.
const FILE_NAME = /^(?![~@])[A-Za-z0-9._+~@-]+(?<![~@])$/
const PACKAGE_NAME = /^[A-Za-z0-9._+-]+$/
const VERSION = /^(?!.*\.\.)[\w+.-]+$/
const FILEPATH = /^\/(?:[-.\w]+\/?)*[0-9A-Za-z]+$/

const invalid = (field: string): Refusal => new Refusal(400, `${field} is invalid`, 'error')

export interface Stored {
  readonly content: string | undefined
  readonly size: number
  readonly sha256: string
}

/** What stops an upload before its bytes count. */
export function demandUpload(state: State, name: string, version: string, file: string): void {
  if (!PACKAGE_NAME.test(name)) throw invalid('package_name')
  if (!VERSION.test(version)) throw invalid('package_version')
  if (!FILE_NAME.test(file)) throw invalid('file_name')
  if (state.protectedPackages.includes(name)) throw new Refusal(403, '403 Forbidden - Package protected.')
}

/** Takes a file: a new row even when there is one of this name, unless duplicates are forbidden. */
export function store(state: State, name: string, version: string, file: string, stored: Stored): PackageFile {
  demandUpload(state, name, version, file)
  if (stored.size > state.largest) throw new Refusal(400, '400 Bad request - File is too large')
  let found = state.packages.find((each) => each.name === name && each.version === version)
  const id = found?.id
  if (!state.duplicatesAllowed && state.files.some((each) => each.packageId === id && each.name === file)) {
    throw new Refusal(400, '400 Bad request - Duplicate package is not allowed')
  }
  if (!found) {
    found = { id: state.nextId++, name, version }
    state.packages.push(found)
  }
  const row: PackageFile = { id: state.nextId++, packageId: found.id, name: file, ...stored }
  state.files.push(row)
  return row
}

/** The file that a download gets: the newest of its name. */
export function served(state: State, name: string, version: string, file: string): PackageFile {
  const found = state.packages.find((each) => each.name === name && each.version === version)
  const row = state.files.findLast((each) => each.packageId === found?.id && each.name === file)
  if (!row) throw new Refusal(404, '404 Not Found')
  return row
}

export interface LinkFields {
  readonly name?: string
  readonly url?: string
  readonly direct_asset_path?: string
  readonly link_type?: string
}

function linkOf(state: State, links: readonly Link[], fields: LinkFields): Link {
  const { name = '', url = '', direct_asset_path: path, link_type: type = 'other' } = fields
  if (name === '') throw new Refusal(400, ["Name can't be blank"])
  if (!/^(https?|ftp):\/\/./.test(url)) throw new Refusal(400, ['Url is blocked'])
  if (links.some((each) => each.name === name)) throw new Refusal(400, ['Name has already been taken'])
  if (links.some((each) => each.url === url)) throw new Refusal(400, ['Url has already been taken'])
  if (path !== undefined) {
    if (!FILEPATH.test(path)) throw new Refusal(400, ['Filepath is invalid'])
    if (path.length > 128) throw new Refusal(400, ['Filepath is too long (maximum is 128 characters)'])
    if (links.some((each) => each.filepath === path)) throw new Refusal(400, ['Filepath has already been taken'])
  }
  return { id: state.nextId++, name, url, filepath: path ?? null, type }
}

export interface ReleaseFields {
  readonly tag_name?: string
  readonly ref?: string
  readonly name?: string
  readonly description?: string
  readonly released_at?: string
  readonly assets?: { readonly links?: readonly LinkFields[] }
}

export const releaseOf = (state: State, tag: string): Release => {
  const release = state.releases.find((each) => each.tag === tag)
  if (!release) throw new Refusal(404, '404 Not Found')
  return release
}

/** A release with its links, all or nothing. */
export function createRelease(state: State, fields: ReleaseFields, now: string): Release {
  const tag = fields.tag_name ?? ''
  if (tag === '') throw new Refusal(400, 'tag_name is missing', 'error')
  if (state.releases.some((each) => each.tag === tag)) throw new Refusal(409, 'Release already exists')
  if ((fields.description ?? '').length > 1_000_000) {
    throw new Refusal(400, 'Validation failed: Description is too long (maximum is 1000000 characters)')
  }
  const there = state.tags[tag]
  if (!there && fields.ref === undefined) throw new Refusal(422, 'Ref is not specified')
  const links: Link[] = []
  for (const link of fields.assets?.links ?? []) links.push(linkOf(state, links, link))
  const sha = there?.commit ?? fields.ref ?? ''
  // The trap that a `ref` is: a tag that is gone is made anew.
  state.tags[tag] ??= { target: sha, commit: sha }
  const release: Release = {
    tag,
    sha,
    name: fields.name ?? tag,
    description: fields.description ?? '',
    createdAt: now,
    releasedAt: fields.released_at ?? now,
    links
  }
  state.releases.push(release)
  return release
}

export function changeRelease(state: State, tag: string, fields: ReleaseFields): Release {
  const release = releaseOf(state, tag)
  release.name = fields.name ?? release.name
  release.description = fields.description ?? release.description
  release.releasedAt = fields.released_at ?? release.releasedAt
  return release
}

export function addLink(state: State, tag: string, fields: LinkFields): Link {
  const release = releaseOf(state, tag)
  const link = linkOf(state, release.links, fields)
  release.links.push(link)
  return link
}

/** GitLab's latest release: that with the latest date. */
export const latestOf = (state: State): Release | undefined =>
  [...state.releases].sort((a, b) => Date.parse(b.releasedAt) - Date.parse(a.releasedAt))[0]
