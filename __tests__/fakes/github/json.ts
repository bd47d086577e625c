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

const node = (kind: string, id: number | string): string => Buffer.from(`${kind}${id}`).toString('base64')

const user = (api: string, login: string): object => {
  const url = `${api}/users/${login}`
  const more = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'events']
  return {
    login,
    id: 41898282,
    node_id: node('User', login),
    avatar_url: `${api}/avatars/${login}`,
    gravatar_id: '',
    url,
    html_url: url,
    received_events_url: `${url}/received_events`,
    ...Object.fromEntries(more.map((name) => [`${name}_url`, `${url}/${name}`])),
    type: 'Bot',
    user_view_type: 'public',
    site_admin: false
  }
}

export function assetJson(at: Origins, state: State, release: Release, asset: Asset): object {
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

export function releaseJson(at: Origins, state: State, release: Release): object {
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
export function repositoryJson(at: Origins, state: State, pushes: boolean): object {
  const full = `${state.owner}/${state.repo}`
  const url = `${at.api}/repos/${full}`
  const web = `${at.web}/${full}`
  const links =
    'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads ' +
    'events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges ' +
    'milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'
  const counts = 'forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count'
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
    ...Object.fromEntries(links.split(' ').map((name) => [`${name}_url`, `${url}/${name}`])),
    git_url: `git://${new URL(web).host}/${full}.git`,
    ssh_url: `git@${new URL(web).host}:${full}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    homepage: null,
    mirror_url: null,
    language: 'Go',
    license: null,
    ...Object.fromEntries(counts.split(' ').map((name) => [name, 0])),
    network_count: 0,
    subscribers_count: 0,
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
