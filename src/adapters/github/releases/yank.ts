import type { Reinstatement, Yank, Yanked } from '../../../model/ports/publisher.ts'
import { fitNotes } from '../../../model/release-names.ts'
import {
  addYankToNotes,
  addYankToTitle,
  parseYank,
  stripYank,
  stripYankFromTitle
} from '../../../model/release-marks.ts'
import type { Client } from './client.ts'
import { MARK } from './draft.ts'
import { explainError, isFrozen, readStatus } from './errors.ts'
import { findSeen, type Release } from './release.ts'

/**
 * Takes a release back. The one that is to be the latest becomes it first: so a run that is cut off in between is
 * finished by the next one. Nothing is written that is written already.
 */
export async function yankRelease(client: Client, order: Yank, signal: AbortSignal): Promise<Yanked | undefined> {
  const release = await findSeen(client, order.tag, signal)
  if (!release) return undefined
  const undone: string[] = []
  const latest = await findLatest(client, signal)
  let changed = false
  if (latest?.id === release.id && order.latest !== undefined) {
    undone.push(...(await makeLatest(client, order.latest, signal)))
    changed = undone.length === 0
  } else if (latest?.id === release.id) {
    undone.push(`there is no release before ${order.tag} that could be the latest`)
  }
  if (parseYank(release.body ?? '')?.half !== order.half) {
    await markYanked(client, release, order, signal)
    changed = true
  }
  if (release.immutable)
    undone.push(`${order.tag} is immutable: its title and notes say it, GitHub takes no other mark`)
  return { url: release.html_url, changed, undone }
}

/** The release that GitHub calls the latest. */
export async function findLatest(client: Client, signal: AbortSignal): Promise<Release | undefined> {
  const { octokit, owner, repo, repository } = client
  try {
    return (await octokit.rest.repos.getLatestRelease({ owner, repo, request: { signal } })).data
  } catch (error) {
    if (readStatus(error) === 404) return undefined
    throw explainError(error, `cannot look for the latest release of ${repository}`, signal)
  }
}

/** Makes a published release the latest. Resolves with why it could not be done, where GitHub does not let us. */
export async function makeLatest(client: Client, tag: string, signal: AbortSignal): Promise<readonly string[]> {
  const { octokit, owner, repo } = client
  const release = await findSeen(client, tag, signal)
  if (!release) return [`${tag} is not there any more, and so not the latest release`]
  try {
    await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      make_latest: 'true',
      request: { signal }
    })
    return []
  } catch (error) {
    if (isFrozen(error)) return [`${tag} is immutable, and GitHub refuses to make it the latest: do it on its page`]
    throw explainError(error, `cannot make ${tag} the latest release`, signal)
  }
}

/** Title and notes say it, and the flag of a prerelease keeps it from being the latest. */
async function markYanked(client: Client, release: Release, { why, half }: Yank, signal: AbortSignal): Promise<void> {
  const { octokit, owner, repo } = client
  const body = release.body ?? ''
  const own = MARK.exec(body)?.[0].trim() ?? ''
  const marked = parseYank(body)
  const prerelease = marked ? marked.prerelease === true : release.prerelease
  const words = {
    name: addYankToTitle(release.name ?? release.tag_name),
    body: fitNotes(addYankToNotes(own === '' ? body : body.replace(MARK, ''), { why, half, prerelease }), own)
  }
  try {
    await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      ...words,
      ...(release.immutable ? {} : { prerelease: true }),
      request: { signal }
    })
  } catch (error) {
    throw explainError(error, `cannot mark ${release.tag_name} as taken back`, signal)
  }
}

/**
 * Takes the mark away, and the flag of a prerelease where the release was none before. Which release is the latest is
 * told in the same request; an immutable one takes that in none.
 */
export async function reinstateRelease(
  client: Client,
  order: Reinstatement,
  signal: AbortSignal
): Promise<Yanked | undefined> {
  const { octokit, owner, repo } = client
  const release = await findSeen(client, order.tag, signal)
  if (!release) return undefined
  const mark = parseYank(release.body ?? '')
  if (!mark) return { url: release.html_url, changed: false, undone: [] }
  const prerelease = mark.prerelease === true || order.prerelease
  try {
    await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      name: stripYankFromTitle(release.name ?? release.tag_name),
      body: stripYank(release.body ?? ''),
      ...(release.immutable ? {} : { prerelease, make_latest: order.latest && !prerelease ? 'true' : 'false' }),
      request: { signal }
    })
  } catch (error) {
    throw explainError(error, `cannot take the mark of ${order.tag} away`, signal)
  }
  return { url: release.html_url, changed: true, undone: [] }
}
