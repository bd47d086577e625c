import { createHash } from 'node:crypto'
import type { components } from '@octokit/openapi-types'

/** What GitHub remembers of one repository; plain data, so that it can be kept in a file. */
export interface Asset {
  readonly id: number
  readonly name: string
  readonly contentType: string
  /**
   * `starter`: its bytes are not all there (docs.github.com, "Upload a release asset"; release-upload reports of `starter`:
   * concourse/github-release-resource#116, local-operator-ui#322); `open`: so GitHub's own description says.
   */
  state: 'starter' | 'open' | 'uploaded'
  /** base64 */
  content: string
  size: number
  digest: string | null
}

export interface Release {
  readonly id: number
  tag: string
  name: string
  body: string
  draft: boolean
  prerelease: boolean
  immutable: boolean
  target: string
  readonly createdAt: string
  publishedAt: string | null
  assets: Asset[]
}

export type Access = 'write' | 'read' | 'hidden' | 'expired'

export interface State {
  owner: string
  repo: string
  /** `owner/repo` that it was called before. */
  formerly: string[]
  /** Takes no write, and shows no drafts (github/docs#42019). */
  archived: boolean
  /** A ruleset: only others may make tags (release-please-action#1194, iccDEV#1084). */
  restrictsTags: boolean
  /** How many items a page of a list holds at most: 100 on GitHub. With 2, a handful of files makes many pages. */
  mostPerPage: number
  /** The state of an asset whose bytes are not there (yet). */
  unfinished: 'starter' | 'open'
  /** Branch head that a missing tag would be made from. */
  head: string
  /** Freeze releases when they are published. */
  immutableReleases: boolean
  /** Whether the token may look at that setting. */
  adminReads: boolean
  /** Whether an immutable release may be made the latest one. */
  latestOfImmutable: boolean
  /**
   * How many more times `make_latest` is not obeyed: with 'false' the release becomes the latest all the same, with 'true'
   * it does not (terrapod#1466, kotlin#272, cozystack#1800, ncipollo/release-action#466).
   */
  disobeys: number
  /** Whether a draft may be made for a tag that has a published release already. */
  draftsBesidePublished: boolean
  /** Lightweight tags point at commits, annotated ones at tag objects. */
  refs: Record<string, { type: 'commit' | 'tag'; sha: string }>
  tagObjects: Record<string, { tag: string; type: 'commit' | 'tag'; sha: string }>
  releases: Release[]
  latest: number | null
  /** Tags of immutable releases, never to be used again, even after deletion. */
  burnt: string[]
  /** Bundles of artifact attestations, by the sha256 of each of their subjects. */
  attestations: { readonly subjects: readonly string[]; readonly bundle: unknown }[]
  /** Whether tokens that may write may write attestations too (`attestations: write`). */
  attests: boolean
  tokens: Record<string, Access>
  nextId: number
}

type Errors = components['schemas']['validation-error']['errors']

/** A refusal, as GitHub words it. */
export class Refusal extends Error {
  readonly status: number
  readonly errors: Errors

  constructor(status: number, message: string, errors?: Errors) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

const invalid = (resource: string, field: string, code: string, message?: string): Refusal =>
  new Refusal(422, 'Validation Failed', [{ resource, field, code, ...(message === undefined ? {} : { message }) }])

export const fresh = (commit: string): State => ({
  owner: 'octo',
  repo: 'demo',
  formerly: [],
  archived: false,
  restrictsTags: false,
  mostPerPage: 100,
  unfinished: 'starter',
  head: 'f'.repeat(40),
  immutableReleases: false,
  adminReads: false,
  latestOfImmutable: true,
  disobeys: 0,
  draftsBesidePublished: true,
  refs: { 'v1.0.0': { type: 'commit', sha: commit } },
  tagObjects: {},
  releases: [],
  latest: null,
  burnt: [],
  tokens: { ghs_writer: 'write', ghs_reader: 'read', ghp_reader: 'read', ghs_other: 'hidden', ghs_old: 'expired' },
  attestations: [],
  attests: true,
  nextId: 1000
})

/** GitHub's renaming, as its users report it: runs of special characters become one dot, outer dots do not stay. */
export function renamed(name: string): string {
  const dotted = name.replace(/[^A-Za-z0-9._+@-]+/g, '.').replace(/\.{2,}/g, '.')
  const trimmed = dotted.replace(/\.$/, '')
  return trimmed.startsWith('.') ? `default${trimmed}` : trimmed
}

const found = (state: State, id: number): Release => {
  const release = state.releases.find((each) => each.id === id)
  if (!release) throw new Refusal(404, 'Not Found')
  return release
}

export const publishedOf = (state: State, tag: string): Release | undefined =>
  state.releases.find((each) => each.tag === tag && !each.draft)

export const releaseOf = (state: State, id: number, mayWrite: boolean): Release => {
  const release = found(state, id)
  if (release.draft && !mayWrite) throw new Refusal(404, 'Not Found')
  return release
}

export interface ReleaseFields {
  readonly tag_name?: string
  readonly target_commitish?: string
  readonly name?: string
  readonly body?: string
  readonly draft?: boolean
  readonly prerelease?: boolean
  readonly make_latest?: 'true' | 'false' | 'legacy'
}

function makeVisible(state: State, release: Release, latest: ReleaseFields['make_latest'], now: string): void {
  if (state.burnt.includes(release.tag)) {
    throw invalid('Release', 'tag_name', 'custom', 'tag_name was used by an immutable release')
  }
  if (state.releases.some((each) => each !== release && !each.draft && each.tag === release.tag)) {
    throw invalid('Release', 'tag_name', 'already_exists')
  }
  if (latest === 'true' && release.prerelease) throw invalid('Release', 'make_latest', 'invalid')
  if (state.refs[release.tag] === undefined && state.restrictsTags) {
    const message =
      'pre_receive Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n'
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'Release', code: 'custom', field: 'pre_receive', message },
      { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' }
    ])
  }
  // The trap that the tag check before publishing is for: a missing tag is made from the default branch.
  state.refs[release.tag] ??= { type: 'commit', sha: release.target.length === 40 ? release.target : state.head }
  release.draft = false
  release.publishedAt = now
  if (state.immutableReleases) {
    release.immutable = true
    state.burnt.push(release.tag)
  }
}

export function createRelease(state: State, fields: ReleaseFields, now: string): Release {
  const tag = fields.tag_name ?? ''
  if (tag === '') throw invalid('Release', 'tag_name', 'missing_field')
  if ((fields.body ?? '').length > 125_000) {
    throw invalid('Release', 'body', 'custom', 'body is too long (maximum is 125000 characters)')
  }
  const draft = fields.draft ?? false
  if (publishedOf(state, tag) && (!draft || !state.draftsBesidePublished)) {
    throw invalid('Release', 'tag_name', 'already_exists')
  }
  const release: Release = {
    id: state.nextId++,
    tag,
    name: fields.name ?? '',
    body: fields.body ?? '',
    draft: true,
    prerelease: fields.prerelease ?? false,
    immutable: false,
    target: fields.target_commitish ?? 'main',
    createdAt: now,
    publishedAt: null,
    assets: []
  }
  state.releases.push(release)
  if (!draft) {
    makeVisible(state, release, fields.make_latest, now)
    if (fields.make_latest !== 'false' && !release.prerelease) state.latest = release.id
  }
  return release
}

export function changeRelease(state: State, id: number, fields: ReleaseFields, now: string): Release {
  const release = found(state, id)
  const frozen = release.immutable && !release.draft
  const latest = fields.make_latest !== undefined && !state.latestOfImmutable
  if (frozen && (latest || [fields.tag_name, fields.draft, fields.prerelease].some((field) => field !== undefined))) {
    throw new Refusal(422, 'Cannot update an immutable release.')
  }
  release.tag = fields.tag_name ?? release.tag
  release.target = fields.target_commitish ?? release.target
  release.name = fields.name ?? release.name
  release.body = fields.body ?? release.body
  release.prerelease = fields.prerelease ?? release.prerelease
  if (release.prerelease && state.latest === id) state.latest = newest(state)
  if (release.draft && fields.draft === false) makeVisible(state, release, fields.make_latest, now)
  else if (!release.draft && fields.draft === true) release.draft = true
  const wanted = fields.make_latest === 'true'
  if (!release.draft && fields.make_latest !== undefined && (state.disobeys > 0 ? state.disobeys-- && !wanted : wanted))
    state.latest = release.id
  return release
}

/** What GitHub falls back on: the newest release that is no prerelease. */
const newest = (state: State): number | null =>
  state.releases.filter(({ draft, prerelease }) => !draft && !prerelease).at(-1)?.id ?? null

const writable = (release: Release): void => {
  if (release.immutable && !release.draft) throw new Refusal(422, 'Cannot upload assets to an immutable release.')
}

/** The first half of an upload: the name is taken before the bytes are there. */
export function beginAsset(state: State, id: number, name: string, contentType: string, size: number): Asset {
  const release = found(state, id)
  writable(release)
  if (size === 0) throw new Refusal(400, 'Bad Content-Length: 0')
  if (size >= 2 ** 31) throw invalid('ReleaseAsset', 'size', 'custom', 'size must be less than 2147483648')
  if (release.assets.length >= 1000) throw invalid('ReleaseAsset', 'base', 'custom', 'file_count_exceeded')
  const given = renamed(name)
  if (release.assets.some((each) => each.name === given)) throw invalid('ReleaseAsset', 'name', 'already_exists')
  const asset: Asset = {
    id: state.nextId++,
    name: given,
    contentType,
    state: state.unfinished,
    content: '',
    size: 0,
    digest: null
  }
  release.assets.push(asset)
  return asset
}

export function finishAsset(state: State, id: number, asset: Asset, bytes: Buffer): void {
  if (!found(state, id).assets.includes(asset)) throw new Refusal(404, 'Not Found')
  asset.state = 'uploaded'
  asset.content = bytes.toString('base64')
  asset.size = bytes.length
  asset.digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** A whole upload whose bytes are not kept. */
export function finishForgotten(
  state: State,
  id: number,
  asset: Asset,
  { size, sha256 }: { readonly size: number; readonly sha256: string }
): void {
  finishAsset(state, id, asset, Buffer.alloc(0))
  asset.size = size
  asset.digest = `sha256:${sha256}`
}

export function assetOf(state: State, id: number): { release: Release; asset: Asset } {
  for (const release of state.releases) {
    const asset = release.assets.find((each) => each.id === id)
    if (asset) return { release, asset }
  }
  throw new Refusal(404, 'Not Found')
}

export function removeAsset(state: State, id: number): void {
  const { release, asset } = assetOf(state, id)
  writable(release)
  release.assets = release.assets.filter((each) => each !== asset)
}

export function removeRelease(state: State, id: number): void {
  const release = found(state, id)
  state.releases = state.releases.filter((each) => each !== release)
  if (state.latest === id) state.latest = null
}
