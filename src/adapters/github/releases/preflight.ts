import { Failure } from '../../../base/errors.ts'
import type { Intent, Published } from '../../../model/ports/publisher.ts'
import { connect, demandToken, type Client, type GithubPlace } from './client.ts'
import { explainError, readStatus } from './errors.ts'
import { isForeign, readDraftMark } from './draft.ts'
import { estimateUploads, UNHURRIED_UPLOADS } from './pace.ts'
import { findPublished, listAssets, listDrafts, makePublished } from './release.ts'
import { demandTag } from './tag.ts'
import { refuseOtherRelease } from '../../releases/finished.ts'
import type { Outlook } from '../../releases/outlook.ts'
import { MOST_FILES, refuseNames, refuseSizes } from '../../../model/release-names.ts'

/** Tokens of persons, whose `permissions` in a repository's description can be believed. */
const PERSONAL = /^(ghp|github_pat|gho|ghu)_/

/**
 * What would stop a release later, looked for before the first compile and without a write: names and numbers, the
 * token, the repository, the right to write, the tag. Throws a Failure with the next step.
 */
export async function preflightGithub(place: GithubPlace, intent: Intent, signal: AbortSignal): Promise<Outlook> {
  refuseNames(intent.names)
  refuseSizes(intent.names.map((name) => ({ name, size: 1 })))
  demandToken(place)
  const client = connect(place)
  const ends = await demandRepository(client, place.token, signal)
  await demandTag(client, intent.tag, intent.commit, signal)
  const find = async (): Promise<Published | undefined> => {
    const release = await findPublished(client, intent.tag, signal)
    return release && makePublished(client, release, await listAssets(client, release.id, signal), signal)
  }
  const published = await find()
  if (published) {
    const wait = (seconds: number): Promise<void> => client.wait(seconds, signal)
    await refuseOtherRelease(published, intent.certain ?? [], { find, wait })
    return { published: published.url, known: ends, unseen: [] }
  }
  const unseen = await demandWrite(client, intent.tag, signal)
  const frozen = await checkImmutability(client, signal)
  const burnt = frozen.length > 0 ? [`whether ${intent.tag} belonged to an immutable release that was deleted`] : []
  const known = [
    ...ends,
    ...frozen,
    ...describePace(intent.names.length),
    ...(await describeDrafts(client, intent, signal))
  ]
  return { published: undefined, known, unseen: [...unseen, ...burnt] }
}

/** What GitHub's limits make of a release with many files. */
const describePace = (files: number): readonly string[] =>
  files <= UNHURRIED_UPLOADS
    ? []
    : [
        `${files} of the ${MOST_FILES} files that a release on GitHub may hold, each of less than 2 GiB: at the pace that GitHub publishes, their upload takes at least ${formatMinutes(estimateUploads(files))}`
      ]

const formatMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** What lies in a draft of the tag already, and was not made by a run for this commit. */
async function describeDrafts(
  client: Client,
  { tag, commit, names }: Intent,
  signal: AbortSignal
): Promise<readonly string[]> {
  return (await listDrafts(client, tag, signal)).flatMap((draft) => {
    const strange = draft.assets.map(({ name }) => name).filter((name) => !names.includes(name))
    const { commit: begun, verified } = readDraftMark(draft) ?? {}
    return [
      ...(verified !== undefined && begun === commit
        ? [`a run has filled it and looked at it; slipway publish --finish ${tag} makes it public`]
        : []),
      ...(isForeign(draft) ? ['somebody wrote its title and notes, which are kept'] : []),
      ...(begun !== undefined && begun !== commit ? [`it was begun for commit ${begun}`] : []),
      ...(strange.length > 0 ? [`it holds ${strange.join(', ')}, which this release does not make: kept`] : [])
    ].map((what) => `a draft of ${tag} is there (${draft.html_url}): ${what}`)
  })
}

async function demandRepository(client: Client, token: string, signal: AbortSignal): Promise<readonly string[]> {
  const { octokit, owner, repo, repository } = client
  const { data, headers } = await octokit.rest.repos
    .get({ owner, repo, request: { signal } })
    .catch((error: unknown) => {
      throw explainError(error, `cannot see the repository ${repository}`, signal)
    })
  if (data.full_name.toLowerCase() !== repository.toLowerCase()) {
    throw new Failure('input', `the repository ${repository} is called ${data.full_name} now`, {
      hint: `Use ${data.full_name}.`
    })
  }
  if (data.archived) {
    throw new Failure('environment', `the repository ${repository} is archived: it takes no releases`, {
      hint: 'Unarchive it first.'
    })
  }
  if (data.permissions?.push === false && PERSONAL.test(token)) {
    throw new Failure('environment', `the token may read ${repository} and not write to it`, {
      hint: 'Give the token the right to write contents ("contents: write", or the scope "repo").'
    })
  }
  return checkTokenExpiry(headers)
}

/**
 * Whether the token may write, which GitHub tells nobody: it is asked for something that wants the same right
 * (contents: write) and that it keeps nowhere, the text of notes.
 */
async function demandWrite(client: Client, tag: string, signal: AbortSignal): Promise<readonly string[]> {
  const { octokit, owner, repo, repository } = client
  try {
    await octokit.rest.repos.generateReleaseNotes({ owner, repo, tag_name: tag, request: { signal, retries: 0 } })
    return []
  } catch (error) {
    const status = readStatus(error)
    if (status === 401 || status === 403 || status === 404)
      throw explainError(error, `the token may not write releases of ${repository}`, signal)
    signal.throwIfAborted()
    return [`whether the token may write: ${cutFirstErrorLine(error)}`]
  }
}

const cutFirstErrorLine = (error: unknown): string => String((error as Error).message).split('\n', 1)[0] ?? ''

/** Only an administrator may ask for the setting; others see what became of the release before. */
async function checkImmutability(client: Client, signal: AbortSignal): Promise<readonly string[]> {
  const { octokit, owner, repo, repository } = client
  const asked = { owner, repo, request: { signal, retries: 0 } }
  const enabled = await octokit.rest.repos
    .checkImmutableReleases(asked)
    .then(({ data }) => data.enabled)
    .catch(() => undefined)
  const frozen =
    enabled ??
    (await octokit.rest.repos
      .getLatestRelease(asked)
      .then(({ data }) => data.immutable)
      .catch(() => undefined))
  signal.throwIfAborted()
  return frozen
    ? [
        `releases of ${repository} are immutable: nobody can change this one after it is published, but for its title and notes`
      ]
    : []
}

/** A token that ends soon is worth a word; GitHub tells only for tokens of persons. */
function checkTokenExpiry(headers: object): readonly string[] {
  const ends = (headers as Record<string, unknown>)['github-authentication-token-expiration']
  return typeof ends === 'string' ? [`the token expires ${ends}`] : []
}
