import { resolve } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { Host } from '../../model/ports/host.ts'
import type { Publisher } from '../../model/ports/publisher.ts'
import type { Files } from '../../model/ports/files.ts'
import { lockSwept, sweepFiles } from '../machine/lock.ts'
import type { FileSystem } from '../machine/disk.ts'
import { folder } from '../folder/publisher.ts'
import type { GithubPlace } from '../github/releases/client.ts'
import type { GitlabPlace, GitlabToken } from '../gitlab/releases/place.ts'

/** A place where releases live, with what it takes to go there. */
export type Destination =
  | { readonly on: 'github'; readonly place: GithubPlace }
  | { readonly on: 'gitlab'; readonly place: GitlabPlace }
  | { readonly on: 'folder'; readonly root: string }

export interface Around {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** What the caller gave; '' takes the platform's own variables. */
  readonly token: string
  readonly fetch: typeof fetch
  readonly host: Pick<Host, 'warn'>
}

/** `to`: 'github', 'gitlab' or a folder. The platform's own variables say which project, and where its API is. */
export function destinationOf(to: string, around: Around): Destination {
  switch (to) {
    case 'github':
      return { on: 'github', place: githubPlace(around) }
    case 'gitlab':
      return { on: 'gitlab', place: gitlabPlace(around) }
    default:
      return { on: 'folder', root: resolve(around.cwd, to) }
  }
}

function githubPlace({ env, token, fetch, host }: Around): GithubPlace {
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

function gitlabPlace({ env, token, fetch, host }: Around): GitlabPlace {
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
    token: gitlabToken(env, token),
    project,
    api,
    packageName: env['CI_PROJECT_NAME'] || (/[^/]+$/.exec(project)?.[0] ?? ''),
    fetch,
    warn: (line) => host.warn(line)
  }
}

/** A job's own token comes before one that lies in its variables: it ends with the job. */
export function gitlabToken(env: Around['env'], given: string): GitlabToken | undefined {
  if (given) return { access: given }
  if (env['CI_JOB_TOKEN']) return { job: env['CI_JOB_TOKEN'] }
  return env['GITLAB_TOKEN'] ? { access: env['GITLAB_TOKEN'] } : undefined
}

/** The publisher of a place. The clients of the platforms are heavy, and are loaded where they are needed only. */
export async function publisherAt(
  destination: Destination,
  files: Files,
  { host, fs }: { readonly host: Pick<Host, 'warn'>; readonly fs: FileSystem }
): Promise<Publisher> {
  switch (destination.on) {
    case 'github': {
      const { github } = await import('../github/releases/publisher.ts')
      return github(destination.place, files)
    }
    case 'gitlab': {
      const { gitlab } = await import('../gitlab/releases/publisher.ts')
      return gitlab(destination.place, files)
    }
    case 'folder': {
      const { root } = destination
      // A finished release is not locked again, and what a run left that was killed after publishing lies there.
      await sweepFiles(root, { fs })
      return folder(root, files, { warn: (line) => host.warn(line), lock: (held) => lockSwept(held, fs) })
    }
  }
}
