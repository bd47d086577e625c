import type { components } from '@octokit/openapi-types'
import type { Asset, Release, State } from './state.ts'

/** Where the parts of a GitHub are reached; no trailing slash. */
export interface Origins {
  readonly api: string
  readonly uploads: string
  readonly web: string
  /** Where the bytes of assets are. */
  readonly storage: string
}

export const REPOSITORY_ID = 1300192

/** Answers as GitHub's own description has them: the compiler holds each of these against it. */
type Described<Name extends keyof components['schemas']> = components['schemas'][Name]
/** The description leaves `starter` out, which the documentation names ("Upload a release asset"). */
type AssetJson = Omit<Described<'release-asset'>, 'state'> & { readonly state: Asset['state'] }
type ReleaseJson = Omit<Described<'release'>, 'assets'> & { readonly assets: readonly AssetJson[] }

/** An address for each name: `tags_url`. */
const urls = <Name extends string>(names: readonly Name[], url: string): Readonly<Record<`${Name}_url`, string>> =>
  Object.fromEntries(names.map((name) => [`${name}_url`, `${url}/${name}`])) as Record<`${Name}_url`, string>
const zeros = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

const OF_USERS = [
  'followers',
  'following',
  'gists',
  'starred',
  'subscriptions',
  'organizations',
  'repos',
  'events'
] as const
const OF_REPOSITORIES = [
  ...(['archive', 'assignees', 'blobs', 'branches', 'collaborators', 'comments', 'commits', 'compare'] as const),
  ...(['contents', 'contributors', 'deployments', 'downloads', 'events', 'forks', 'git_commits', 'git_refs'] as const),
  ...(['git_tags', 'hooks', 'issue_comment', 'issue_events', 'issues', 'keys', 'labels', 'languages'] as const),
  ...(['merges', 'milestones', 'notifications', 'pulls', 'releases', 'stargazers', 'statuses', 'subscribers'] as const),
  ...(['subscription', 'tags', 'teams', 'trees'] as const)
] as const
const COUNTS = [
  ...(['forks', 'forks_count', 'open_issues', 'open_issues_count', 'size'] as const),
  ...(['stargazers_count', 'watchers', 'watchers_count', 'network_count', 'subscribers_count'] as const)
] as const

const node = (kind: string, id: number | string): string => Buffer.from(`${kind}${id}`).toString('base64')

const user = (api: string, login: string): Described<'simple-user'> => {
  const url = `${api}/users/${login}`
  return {
    login,
    id: 41898282,
    node_id: node('User', login),
    avatar_url: `${api}/avatars/${login}`,
    gravatar_id: '',
    url,
    html_url: url,
    received_events_url: `${url}/received_events`,
    ...urls(OF_USERS, url),
    type: 'Bot',
    user_view_type: 'public',
    site_admin: false
  }
}

export function assetJson(at: Origins, state: State, release: Release, asset: Asset): AssetJson {
  const page = release.draft ? `untagged-${release.id}` : encodeURIComponent(release.tag)
  return {
    url: `${at.api}/repos/${state.owner}/${state.repo}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: node('ReleaseAsset', asset.id),
    name: asset.name,
    label: '',
    uploader: user(at.api, 'github-actions'),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: asset.digest,
    download_count: 0,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    browser_download_url: `${at.web}/${state.owner}/${state.repo}/releases/download/${page}/${asset.name}`
  }
}

export function releaseJson(at: Origins, state: State, release: Release): ReleaseJson {
  const repo = `${at.api}/repos/${state.owner}/${state.repo}`
  const url = `${repo}/releases/${release.id}`
  const page = release.draft ? `untagged-${release.id}` : encodeURIComponent(release.tag)
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${at.uploads}/repos/${state.owner}/${state.repo}/releases/${release.id}/assets{?name,label}`,
    html_url: `${at.web}/${state.owner}/${state.repo}/releases/tag/${page}`,
    id: release.id,
    author: user(at.api, 'github-actions'),
    node_id: node('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    published_at: release.publishedAt,
    assets: release.assets.map((asset) => assetJson(at, state, release, asset)),
    tarball_url: release.draft ? null : `${repo}/tarball/${page}`,
    zipball_url: release.draft ? null : `${repo}/zipball/${page}`,
    body: release.body
  }
}

/** `permissions` is all false for the tokens of apps (`ghs_…`), whatever they may do: so it is on GitHub. */
export function repositoryJson(at: Origins, state: State, pushes: boolean): Described<'full-repository'> {
  const full = `${state.owner}/${state.repo}`
  const url = `${at.api}/repos/${full}`
  const web = `${at.web}/${full}`
  return {
    id: REPOSITORY_ID,
    node_id: node('Repository', REPOSITORY_ID),
    name: state.repo,
    full_name: full,
    private: false,
    owner: user(at.api, state.owner),
    html_url: web,
    description: null,
    fork: false,
    url,
    ...urls(OF_REPOSITORIES, url),
    git_url: `git://${new URL(web).host}/${full}.git`,
    ssh_url: `git@${new URL(web).host}:${full}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    homepage: null,
    mirror_url: null,
    language: 'Go',
    license: null,
    ...zeros(COUNTS),
    default_branch: 'main',
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: state.archived,
    disabled: false,
    pushed_at: '2026-01-01T00:00:00Z',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: { admin: false, maintain: false, push: pushes, triage: false, pull: pushes }
  }
}

const gitUrl = (at: Origins, { owner, repo }: State): string => `${at.api}/repos/${owner}/${repo}/git`

/** What a name below `refs/` means. */
export function refJson(
  at: Origins,
  state: State,
  name: string,
  { type, sha }: State['refs'][string]
): Described<'git-ref'> {
  const url = gitUrl(at, state)
  return {
    ref: `refs/${name}`,
    node_id: name,
    url: `${url}/refs/tags`,
    object: { sha, type, url: `${url}/${type}s/${sha}` }
  }
}

/** An annotated tag. */
export function tagJson(
  at: Origins,
  state: State,
  own: string,
  { tag, type, sha }: State['tagObjects'][string]
): Described<'git-tag'> {
  const url = gitUrl(at, state)
  return {
    node_id: own,
    tag,
    sha: own,
    url: `${url}/tags/${own}`,
    message: 'a release',
    tagger: { name: 'O', email: 'o@example.org', date: '2026-01-01T00:00:00Z' },
    object: { sha, type, url: `${url}/${type}s/${sha}` }
  }
}

/** A refusal. */
export const refusalJson = (
  status: number,
  message: string,
  errors?: Described<'validation-error'>['errors']
): Described<'validation-error'> & Described<'basic-error'> => ({
  message,
  ...(errors ? { errors } : {}),
  documentation_url: 'https://docs.github.com/rest',
  status: String(status)
})
