import type { Repository } from '../../../model/signer.ts'
import { Failure } from '../../../base/errors.ts'
import { parseApiUrl } from '../../http/api-url.ts'
import type { Caller, Destination, PublisherKind } from '../../releases/destination.ts'
import type { GithubPlace } from './client.ts'

/** Releases of a repository on GitHub. */
export const githubReleases: PublisherKind<GithubPlace> = {
  takes: (to) => to === 'github',
  destination: (_, caller) => {
    const place = readPlace(caller)
    return describeDestination(place, () => readRepository(place, caller.env))
  },
  locate({ origin, pathname }, { env, token, fetch, host }) {
    const [, path, tag] = /^\/([^/]+\/[^/]+)\/releases\/tag\/(.+?)\/?$/.exec(pathname) ?? []
    if (path === undefined || tag === undefined) return undefined
    const own = origin === new URL(env['GITHUB_SERVER_URL'] || 'https://github.com').origin
    const api = own && env['GITHUB_API_URL'] ? env['GITHUB_API_URL'] : deriveApiUrl(origin)
    const place = {
      token: own ? token || (env['GITHUB_TOKEN'] ?? '') : '',
      repository: decodeURIComponent(path),
      ...{ api, fetch, warn: (line: string) => host.warn(line) }
    }
    parseApiUrl(api, 'GitHub', 'Give the page of the release as https://HOST/OWNER/REPO/releases/tag/TAG.')
    const repository = { url: `${origin}/${place.repository}`, server: origin }
    return { destination: describeDestination(place, () => repository), tag: decodeURIComponent(tag), repository }
  }
}

const describeDestination = (
  place: GithubPlace,
  repository: () => Repository | undefined
): Destination<GithubPlace> => ({
  on: 'github',
  place,
  repository,
  async open(files) {
    const { githubPublisher } = await import('./publisher.ts')
    return githubPublisher(place, files)
  }
})

function readPlace({ env, token, fetch, host }: Caller): GithubPlace {
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (repository === '')
    throw new Failure('environment', 'nobody said which repository of GitHub: GITHUB_REPOSITORY is not set', {
      hint: 'Set GITHUB_REPOSITORY=owner/name, and GITHUB_TOKEN.'
    })
  return {
    token: token || (env['GITHUB_TOKEN'] ?? ''),
    repository,
    api: env['GITHUB_API_URL'] || 'https://api.github.com',
    fetch,
    warn: (line) => host.warn(line)
  }
}

function readRepository({ api, repository }: GithubPlace, env: Caller['env']): Repository {
  const home = env['GITHUB_SERVER_URL'] || new URL(api).origin.replace('//api.', '//')
  return { url: `${home}/${repository}`, server: home }
}

const deriveApiUrl = (origin: string): string => {
  const { hostname } = new URL(origin)
  if (hostname === 'github.com' || hostname.endsWith('.ghe.com')) return origin.replace('//', '//api.')
  return `${origin}/api/v3`
}
