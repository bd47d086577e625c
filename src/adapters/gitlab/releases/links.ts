import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently } from '../../../base/patience.ts'
import type { ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Client } from './client.ts'
import { explainError, isPassing, isRefused } from './errors.ts'
import { formatDirectPath } from './names.ts'
import type { PackageShelf } from './package.ts'
import {
  findLatest,
  parseReleaseMark,
  formatReleaseMark,
  formatReleasePath,
  PRERELEASE_LINE,
  readRelease,
  readYank,
  type Release
} from './release.ts'
import { markExposed } from '../../releases/finished.ts'
import { fitNotes } from '../../../model/release-names.ts'
import { stripYankFromTitle, stripYank, addYankToNotes } from '../../../model/release-marks.ts'

/** Most characters that GitLab takes for a description (`MAX_TEXT_SIZE_LIMIT`). */
export const LONGEST_NOTES = 1_000_000
const ATTEMPTS = 4

/** A link as a release wants it: the name, the address in the package registry, and the permanent path. */
export interface WantedLink {
  readonly name: string
  readonly url: string
  readonly direct_asset_path?: string
  readonly link_type: 'package' | 'other'
}

const ARCHIVE = /\.(tar\.gz|tgz|zip|tar|deb|rpm|apk)$/

/** One link for each file. The URL is the API's: the one in GitLab's answer to an upload expires. */
export async function makeLinks(
  client: Client,
  shelf: PackageShelf,
  names: readonly string[],
  signal: AbortSignal
): Promise<readonly WantedLink[]> {
  const links: WantedLink[] = []
  for (const name of names) {
    const path = formatDirectPath(name)
    links.push({
      name,
      url: await client.address(shelf.pathOf(name), signal),
      ...(path === undefined ? {} : { direct_asset_path: path }),
      link_type: ARCHIVE.test(name) ? 'package' : 'other'
    })
  }
  return links
}

/**
 * Makes the release with all its links in one request: everybody sees it whole, or nobody does. Resolves also when the
 * release turns out to be there, whoever made it ('found'): then the caller has to look what it is.
 */
export async function createRelease(
  client: Client,
  request: ReleaseRequest,
  links: readonly WantedLink[],
  signal: AbortSignal
): Promise<'made' | 'found'> {
  const doing = `cannot publish ${request.tag}`
  const body = {
    tag_name: request.tag,
    // No `ref`: with one, GitLab would make a tag that is not there (any more).
    name: request.title,
    description: composeDescription(request, links.length),
    ...(await chooseDate(client, request, signal)),
    assets: { links }
  }
  let trouble: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) {
      await client.pause(trouble, attempt - 1, signal).catch((error: unknown) => {
        throw explainError(error, doing, signal)
      })
      // The answer may be lost and the release made all the same.
      if (await readRelease(client, request.tag, signal)) return 'found'
    }
    try {
      await client.tell({ method: 'POST', path: 'releases', body }, signal)
      return 'made'
    } catch (error) {
      signal.throwIfAborted()
      if (isRefused(error, [409])) return 'found'
      // Two at the same moment: the second one is stopped by the database. (Or the links are at fault.)
      const taken = isRefused(error, [400], /already been taken/i) && (await readRelease(client, request.tag, signal))
      if (taken) return 'found'
      if (!isPassing(error)) throw explainError(error, doing, signal)
      trouble = error
    }
  }
  if (await readRelease(client, request.tag, signal)) return 'found'
  throw explainError(trouble, `${doing} in ${ATTEMPTS} attempts`, signal)
}

const composeDescription = (request: ReleaseRequest, files: number): string => {
  const notes = request.prerelease ? `${PRERELEASE_LINE}\n\n${request.notes}` : request.notes
  return fitNotes(notes, formatReleaseMark(request.commit, files), LONGEST_NOTES, 'GitLab')
}

/** GitLab's latest release is the one with the latest date: what is not to be it gets a date just before that one's. */
async function chooseDate(
  client: Client,
  request: ReleaseRequest,
  signal: AbortSignal
): Promise<{ readonly released_at?: string }> {
  const latest = await findLatest(client, signal)
  const at = Date.parse(latest?.released_at ?? '')
  if (request.latest) {
    if (latest && at > Date.now()) {
      client.warn(`${latest.tag_name} stays GitLab's latest release: its date, ${latest.released_at}, is in the future`)
    }
    return {}
  }
  if (!latest || Number.isNaN(at)) {
    client.warn(`${request.tag} is not meant as the latest release, and GitLab will call it that: it has no other`)
    return {}
  }
  const date = new Date(Math.min(Date.now(), at) - 1000).toISOString()
  client.warn(
    `${request.tag} gets the date ${date}, just before ${latest.tag_name}: GitLab's latest release is the one with the latest date`
  )
  return { released_at: date }
}

/**
 * Completes a release that is there and not whole: one that somebody made for the tag, or whose links were taken away.
 * What others wrote and linked stays. The mark comes first, so that a run that is cut off leaves a release that says
 * how many files it lacks; what says that it is unfinished goes away last. Rejects with a Failure that is `exposed`
 * when it broke half-way.
 */
export async function completeRelease(
  client: Client,
  found: Release,
  request: ReleaseRequest,
  links: readonly WantedLink[],
  signal: AbortSignal
): Promise<void> {
  let release = found
  demandCommit(release, request)
  refuseOtherLinks(release, links)
  const mark = parseReleaseMark(release)
  const doing = `cannot complete the release ${request.tag}`
  let marked = mark !== undefined && mark.files === links.length
  if (mark === undefined) client.warn(`the release ${request.tag} was there already: its title and notes are kept`)
  let trouble: unknown
  // From the mark on, what people see is ours and lacks something.
  const broken = (error: unknown, doing: string): unknown => {
    const told = explainError(error, doing, signal)
    return marked && !signal.aborted ? markExposed(told) : told
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) {
      await client.pause(trouble, attempt - 1, signal).catch((error: unknown) => {
        throw broken(error, doing)
      })
      release = (await readRelease(client, request.tag, signal)) ?? release
      refuseOtherLinks(release, links)
    }
    try {
      if (!marked) await putMark(client, release, request, links.length, signal)
      marked = true
      for (const link of links.filter(({ url }) => !release.assets.links.some((each) => each.url === url)))
        await addLink(client, request.tag, link, signal)
      await clearYank(client, request, signal)
      return
    } catch (error) {
      signal.throwIfAborted()
      if (!isPassing(error)) throw broken(error, doing)
      trouble = error
    }
  }
  throw broken(trouble, `${doing} in ${ATTEMPTS} attempts`)
}

/** Makes one link, or sees that it is there: another run may have made it, or the release was read before it was known. */
async function addLink(client: Client, tag: string, link: WantedLink, signal: AbortSignal): Promise<void> {
  try {
    await client.tell({ method: 'POST', path: `${formatReleasePath(tag)}/assets/links`, body: link }, signal)
  } catch (taken) {
    if (!isRefused(taken, [400], /already been taken/i)) throw taken
    const sight = await lookPatiently<undefined>(
      async () => {
        const release = await readRelease(client, tag, signal)
        if (release) refuseOtherLinks(release, [link])
        const there = release?.assets.links.some(({ url }) => url === link.url)
        return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `no link ${link.name} is shown` }
      },
      (seconds) => client.wait(seconds, signal),
      AFTER_A_WRITE
    )
    if (sight.seen !== 'right') throw taken
  }
}

/** A release that an earlier run marked as unfinished is whole now. */
async function clearYank(client: Client, request: ReleaseRequest, signal: AbortSignal): Promise<void> {
  const release = await readRelease(client, request.tag, signal)
  if (!release || readYank(release)?.half !== true) return
  const body = {
    name: stripYankFromTitle(release.name),
    description: stripYank(release.description ?? ''),
    // It was put behind the others.
    ...(request.latest ? { released_at: new Date().toISOString() } : {})
  }
  await client.tell({ method: 'PUT', path: formatReleasePath(request.tag), body }, signal)
}

async function putMark(
  client: Client,
  release: Release,
  request: ReleaseRequest,
  files: number,
  signal: AbortSignal
): Promise<void> {
  const yank = readYank(release)
  const plain = stripYank(release.description ?? '')
  const own = parseReleaseMark(release)
    ? composeDescription(request, files)
    : addReleaseMark(plain, request.commit, files)
  const words = yank ? addYankToNotes(own, yank) : own
  await client.tell({ method: 'PUT', path: formatReleasePath(request.tag), body: { description: words } }, signal)
}

const addReleaseMark = (words: string, commit: string, files: number): string =>
  fitNotes(words, formatReleaseMark(commit, files), LONGEST_NOTES, 'GitLab')

/** Rejects ('verification') when GitLab's release is of another commit. */
export function demandCommit(release: Release, request: Pick<ReleaseRequest, 'tag' | 'commit'>): void {
  const theirs = release.commit?.id
  if (theirs === undefined || theirs === request.commit) return
  throw new Failure(
    'verification',
    `the release ${request.tag} on GitLab is of commit ${theirs}, not of ${request.commit}`,
    { hint: 'The tag was moved. Delete that release (and keep its tag) or choose a new tag.' }
  )
}

/** Rejects ('verification') when a link of somebody else has the name of one of ours. */
export function refuseOtherLinks(release: Release, links: readonly WantedLink[]): void {
  for (const { name, url } of links) {
    const theirs = release.assets.links.find((each) => each.name === name && each.url !== url)
    if (theirs === undefined) continue
    throw new Failure('verification', `the release ${release.tag_name} has a link ${name} that leads elsewhere`, {
      hint: 'That link was left as it is. Remove it, or give it another name; then run again.'
    })
  }
}
