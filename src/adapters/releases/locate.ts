import { Failure } from '../../base/errors.ts'
import type { Repository } from '../../config/expected-signer.ts'
import { apiUrl } from '../http/api-url.ts'
import { gitlabToken, type Around, type Destination } from './destination.ts'

/** The page of a release, as people copy it from their browser. */
export interface Located {
  readonly destination: Exclude<Destination, { readonly on: 'folder' }>
  readonly tag: string
  readonly repository: Repository
}

/**
 * Where the release is that a URL shows: `https://github.com/OWNER/REPO/releases/tag/TAG`, or
 * `https://HOST/GROUP/PROJECT/-/releases/TAG`. A token of the environment goes only to the
 * platform that the environment names. Throws an 'input' Failure for a page of another kind.
 */
export function locate(url: string, around: Around): Located {
  const { pathname, origin } = new URL(url)
  const decoded = (text = ''): string => decodeURIComponent(text)
  const [, project, release] = /^\/(.+?)\/-\/releases\/([^/]+)\/?$/.exec(pathname) ?? []
  if (project !== undefined) return onGitlab(origin, decoded(project), decoded(release), around)
  const [, repository, tag] = /^\/([^/]+\/[^/]+)\/releases\/tag\/(.+?)\/?$/.exec(pathname) ?? []
  if (repository !== undefined) return onGithub(origin, decoded(repository), decoded(tag), around)
  throw new Failure('input', `${origin}${pathname} is not the page of a release`, {
    hint: 'Pages of releases: https://github.com/OWNER/REPO/releases/tag/TAG, https://HOST/GROUP/PROJECT/-/releases/TAG.'
  })
}

function onGithub(origin: string, repository: string, tag: string, { env, token, fetch, host }: Around): Located {
  const home = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const own = origin === new URL(home).origin
  const api = own && env['GITHUB_API_URL'] ? env['GITHUB_API_URL'] : githubApi(origin)
  const secret = own ? token || (env['GITHUB_TOKEN'] ?? '') : ''
  const place = { token: secret, repository, api, fetch, warn: (line: string) => host.warn(line) }
  apiUrl(api, 'GitHub', 'Give the page of the release as https://HOST/OWNER/REPO/releases/tag/TAG.')
  return { destination: { on: 'github', place }, tag, repository: { url: `${origin}/${repository}`, server: origin } }
}

const githubApi = (origin: string): string => {
  const { hostname } = new URL(origin)
  if (hostname === 'github.com' || hostname.endsWith('.ghe.com')) return origin.replace('//', '//api.')
  return `${origin}/api/v3`
}

/** An instance under a path cannot be told from a group: the environment of its own jobs says it. */
function onGitlab(origin: string, path: string, tag: string, { env, token, fetch, host }: Around): Located {
  const server = serverOf(env)
  const own = server !== '' && `${origin}/${path}`.startsWith(`${server}/`)
  const root = own ? server : origin
  const project = `${origin}/${path}`.slice(root.length + 1)
  const api = own && env['CI_API_V4_URL'] ? env['CI_API_V4_URL'] : `${root}/api/v4`
  apiUrl(api, 'GitLab', 'Give the page of the release as https://HOST/GROUP/PROJECT/-/releases/TAG.')
  // A job's token may not ask for a project by its path, and the job knows the number of its own.
  const mine = own && env['CI_PROJECT_URL'] === `${root}/${project}`
  const secret = own ? gitlabToken(env, token) : undefined
  const place = {
    token: mine || (secret && 'access' in secret) ? secret : undefined,
    project: mine && env['CI_PROJECT_ID'] ? env['CI_PROJECT_ID'] : project,
    api,
    packageName: /[^/]+$/.exec(project)?.[0] ?? '',
    fetch,
    warn: (line: string) => host.warn(line)
  }
  return { destination: { on: 'gitlab', place }, tag, repository: { url: `${root}/${project}`, server: root } }
}

/** Where the repository of a destination is for people; undefined where nothing says so. */
export function repositoryOf(destination: Destination, env: Around['env']): Repository | undefined {
  switch (destination.on) {
    case 'github': {
      const { api, repository } = destination.place
      const home = env['GITHUB_SERVER_URL'] || new URL(api).origin.replace('//api.', '//')
      return { url: `${home}/${repository}`, server: home }
    }
    case 'gitlab':
      return onServer(env['CI_PROJECT_URL'] ?? '', serverOf(env))
    case 'folder':
      return undefined
  }
}

const serverOf = (env: Around['env']): string => (env['CI_SERVER_URL'] ?? '').replace(/\/+$/, '')

const onServer = (url: string, server: string): Repository | undefined =>
  url === '' ? undefined : { url, server: server || new URL(url).origin }
