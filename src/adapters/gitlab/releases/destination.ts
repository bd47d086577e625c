import type { Repository } from '../../../model/signer.ts'
import { Failure } from '../../../base/errors.ts'
import { parseApiUrl } from '../../http/api-url.ts'
import type { Caller, Destination, PublisherKind } from '../../releases/destination.ts'
import type { GitlabPlace, GitlabToken } from './place.ts'

/** Releases of a project on GitLab. */
export const gitlabReleases: PublisherKind<GitlabPlace> = {
  takes: (to) => to === 'gitlab',
  destination: (_, caller) => {
    const { env } = caller
    return describeDestination(readPlace(caller), () =>
      parseRepository(env['CI_PROJECT_URL'] ?? '', readServerUrl(env))
    )
  },
  locate({ origin, pathname }, { env, token, fetch, host }) {
    const [, path, tag] = /^\/(.+?)\/-\/releases\/([^/]+)\/?$/.exec(pathname) ?? []
    if (path === undefined || tag === undefined) return undefined
    const page = `${origin}/${decodeURIComponent(path)}`
    // An instance under a path cannot be told from a group: the environment of its own jobs says it.
    const server = readServerUrl(env)
    const own = server !== '' && page.startsWith(`${server}/`)
    const root = own ? server : origin
    const project = page.slice(root.length + 1)
    const api = own && env['CI_API_V4_URL'] ? env['CI_API_V4_URL'] : `${root}/api/v4`
    parseApiUrl(api, 'GitLab', 'Give the page of the release as https://HOST/GROUP/PROJECT/-/releases/TAG.')
    // A job's token may not ask for a project by its path, and the job knows the number of its own.
    const mine = own && env['CI_PROJECT_URL'] === `${root}/${project}`
    const secret = own ? chooseToken(env, token) : undefined
    const place = {
      token: mine || (secret && 'access' in secret) ? secret : undefined,
      project: mine && env['CI_PROJECT_ID'] ? env['CI_PROJECT_ID'] : project,
      packageName: cutLastPart(project),
      ...{ api, fetch, warn: (line: string) => host.warn(line) }
    }
    const repository = { url: `${root}/${project}`, server: root }
    return { destination: describeDestination(place, () => repository), tag: decodeURIComponent(tag), repository }
  }
}

const describeDestination = (
  place: GitlabPlace,
  repository: () => Repository | undefined
): Destination<GitlabPlace> => ({
  on: 'gitlab',
  place,
  repository,
  async open(files) {
    const { gitlabPublisher } = await import('./publisher.ts')
    return gitlabPublisher(place, files)
  }
})

function readPlace({ env, token, fetch, host }: Caller): GitlabPlace {
  const project = env['CI_PROJECT_ID'] ?? ''
  const api = env['CI_API_V4_URL'] || (env['CI_SERVER_HOST'] ? `https://${env['CI_SERVER_HOST']}/api/v4` : '')
  if (project === '' || api === '')
    throw new Failure(
      'environment',
      `nobody said which project of GitLab: ${project === '' ? 'CI_PROJECT_ID' : 'CI_API_V4_URL'} is not set`,
      {
        hint: 'Set CI_API_V4_URL=https://gitlab.com/api/v4, CI_PROJECT_ID=group/project (or its number), and GITLAB_TOKEN.'
      }
    )
  return {
    token: chooseToken(env, token),
    project,
    api,
    packageName: env['CI_PROJECT_NAME'] || cutLastPart(project),
    fetch,
    warn: (line) => host.warn(line)
  }
}

/** A job's own token comes before one that lies in its variables: it ends with the job. */
function chooseToken(env: Caller['env'], given: string): GitlabToken | undefined {
  if (given) return { access: given }
  if (env['CI_JOB_TOKEN']) return { job: env['CI_JOB_TOKEN'] }
  return env['GITLAB_TOKEN'] ? { access: env['GITLAB_TOKEN'] } : undefined
}

const cutLastPart = (path: string): string => /[^/]+$/.exec(path)?.[0] ?? ''

const readServerUrl = (env: Caller['env']): string => (env['CI_SERVER_URL'] ?? '').replace(/\/+$/, '')

const parseRepository = (url: string, server: string): Repository | undefined =>
  url === '' ? undefined : { url, server: server || new URL(url).origin }
