import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import { connect, type Client } from './client.ts'
import { explainError } from './errors.ts'
import { formatPackageVersion, refuseGitlabNames } from './names.ts'
import { demandCommit, makeLinks, refuseOtherLinks } from './links.ts'
import { listServed, openShelf, type PackageShelf } from './package.ts'
import { lookAtRelease, readPublished } from './read-back.ts'
import { demandToken, type GitlabPlace } from './place.ts'
import { parseReleaseMark, type Release } from './release.ts'
import { demandTagRights } from './protected-tags.ts'
import { demandTag } from './tag.ts'
import type { Intent, Published } from '../../../model/ports/publisher.ts'
import { refuseOtherRelease } from '../../releases/finished.ts'
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
  const { level, unseen: unsaid } = client.isJob
    ? { level: undefined, unseen: ['whether the job token may write: GitLab does not say that'] }
    : await demandProject(client, signal)
  const { guarded } = await demandTag(client, intent.tag, intent.commit, signal)
  const shelf = openShelf(client, client.packageName, formatPackageVersion(intent.tag))
  const strange = listServed(await shelf.look(signal))
    .map(({ name }) => name)
    .filter((name) => !intent.names.includes(name))
  const known =
    strange.length > 0
      ? [`the package of ${intent.tag} holds ${strange.join(', ')}, which this release does not make: not linked`]
      : []
  const standing = await lookAtRelease(client, intent.tag, signal)
  if (standing?.whole) {
    const published = await readPublished(client, standing, signal)
    const find = async (): Promise<Published | undefined> => {
      const seen = await lookAtRelease(client, intent.tag, signal)
      return seen && readPublished(client, seen, signal)
    }
    const wait = (seconds: number): Promise<void> => client.wait(seconds, signal)
    await refuseOtherRelease(published, intent.certain ?? [], { find, wait })
    return { published: published.url, known: [], unseen: unsaid }
  }
  const unseen = [...unsaid, ...(guarded ? await demandTagRights(client, intent.tag, level, signal) : [])]
  if (standing) known.push(...(await foreseeCompletion(client, shelf, intent, standing.release, signal)))
  return { published: undefined, known, unseen }
}

/** A release of the tag is there and lacks our files: what would stop its completion, and what stays as it is. */
async function foreseeCompletion(
  client: Client,
  shelf: PackageShelf,
  intent: Intent,
  release: Release,
  signal: AbortSignal
): Promise<readonly string[]> {
  demandCommit(release, intent)
  refuseOtherLinks(release, await makeLinks(client, shelf, intent.names, signal))
  return parseReleaseMark(release)
    ? []
    : [`the release ${intent.tag} is there already, made by somebody else: its title, notes and links are kept`]
}

const ACCESS = z.object({ access_level: z.number() }).nullish()

const PROJECT = z.object({
  archived: z.boolean().nullish(),
  packages_enabled: z.boolean().nullish(),
  permissions: z.object({ project_access: ACCESS, group_access: ACCESS }).nullish()
})

/** Only an access token may look at the project itself. */
async function demandProject(
  client: Client,
  signal: AbortSignal
): Promise<{ readonly level: number | undefined; readonly unseen: readonly string[] }> {
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
  if (levels.length === 0)
    return { level: undefined, unseen: ['whether the token may write: GitLab names no role for it'] }
  const level = Math.max(...levels)
  if (level >= DEVELOPER)
    return { level, unseen: ['whether the token has the scope "api": GitLab does not say that here'] }
  throw new Failure('environment', 'the user of the token has a role that may not publish', {
    hint: 'Give it the role Developer, or Maintainer where tags are protected.'
  })
}
