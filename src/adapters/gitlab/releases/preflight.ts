import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import { connect, type Client } from './client.ts'
import { explainError } from './errors.ts'
import { formatPackageVersion, refuseGitlabNames } from './names.ts'
import { openShelf } from './package.ts'
import { demandToken, type GitlabPlace } from './place.ts'
import { formatReleasePath, readRelease, readStanding } from './release.ts'
import { demandTag } from './tag.ts'
import type { Intent } from '../../../model/ports/publisher.ts'
import type { Outlook } from '../../releases/outlook.ts'

/** The least that may write packages and releases. */
const DEVELOPER = 30

/**
 * What would stop a release later, looked for before the first compile and without a write: names, the token, the
 * project, the tag, the package registry, the releases. Throws a Failure with the next step.
 */
export async function preflightGitlab(place: GitlabPlace, intent: Intent, signal: AbortSignal): Promise<Outlook> {
  refuseGitlabNames(intent.names)
  demandToken(place)
  const client = connect(place)
  const unseen = client.isJob
    ? ['whether the job token may write: GitLab does not say that']
    : await demandProject(client, signal)
  await demandTag(client, intent.tag, intent.commit, signal)
  await openShelf(client, client.packageName, formatPackageVersion(intent.tag)).look(signal)
  const release = await readRelease(client, intent.tag, signal)
  const standing = release && (await readStanding(client, release, signal))
  if (!standing?.whole) return { published: undefined, known: [], unseen }
  const url = standing.release._links?.self ?? (await client.address(formatReleasePath(intent.tag), signal))
  return { published: url, known: [], unseen }
}

const ACCESS = z.object({ access_level: z.number() }).nullish()

const PROJECT = z.object({
  archived: z.boolean().nullish(),
  packages_enabled: z.boolean().nullish(),
  permissions: z.object({ project_access: ACCESS, group_access: ACCESS }).nullish()
})

/** Only an access token may look at the project itself. */
async function demandProject(client: Client, signal: AbortSignal): Promise<readonly string[]> {
  const project = await client.json({ method: 'GET', path: '' }, PROJECT, signal).catch((error: unknown) => {
    throw explainError(error, 'cannot see the project', signal)
  })
  if (project.archived === true) {
    throw new Failure('environment', 'the project is archived: it takes no releases', { hint: 'Unarchive it first.' })
  }
  if (project.packages_enabled === false) {
    throw new Failure('environment', 'the package registry of the project is switched off', {
      hint: 'Switch it on: Settings > General > Visibility, project features, permissions.'
    })
  }
  const levels = [project.permissions?.project_access, project.permissions?.group_access].flatMap(
    (access) => access?.access_level ?? []
  )
  if (levels.length === 0) return ['whether the token may write: GitLab names no role for it']
  if (Math.max(...levels) >= DEVELOPER) return ['whether the token has the scope "api": GitLab does not say that here']
  throw new Failure('environment', 'the user of the token has a role that may not publish', {
    hint: 'Give it the role Developer, or Maintainer where tags are protected.'
  })
}
