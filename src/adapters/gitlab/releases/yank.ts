import { fitNotes } from '../../../model/release-names.ts'
import type { Reinstatement, Yank, Yanked } from '../../../model/ports/publisher.ts'
import { addYankToNotes, addYankToTitle, stripYank, stripYankFromTitle } from '../../../model/release-marks.ts'
import type { Client } from './client.ts'
import { explainError } from './errors.ts'
import { LONGEST_NOTES } from './links.ts'
import {
  findLatest,
  parseReleaseMark,
  formatReleaseMark,
  formatReleasePath,
  readRelease,
  stripReleaseMark,
  readYank,
  type Release
} from './release.ts'

/**
 * Takes a release back: one request puts the mark on it and its date before that of the release that is to be the
 * latest, since GitLab's latest is the one with the latest date. Nothing is written that is written already.
 */
export async function yankRelease(client: Client, order: Yank, signal: AbortSignal): Promise<Yanked | undefined> {
  const release = await readRelease(client, order.tag, signal)
  if (!release) return undefined
  const url = release._links?.self ?? (await client.address(formatReleasePath(order.tag), signal))
  const isLatest = (await findLatest(client, signal))?.tag_name === order.tag
  const successor = isLatest && order.latest !== undefined ? await readRelease(client, order.latest, signal) : undefined
  const undone = isLatest && !successor ? [`${order.tag} stays GitLab's latest release: there is no other`] : []
  const marked = readYank(release)?.half === order.half
  if (marked && !successor) return { url, changed: false, undone }
  await updateRelease(client, release, {
    ...(marked ? {} : composeYankMarks(release, order)),
    ...(successor ? { released_at: dateBefore(successor) } : {}),
    signal
  })
  if (successor) await demandLatest(client, successor, signal)
  return { url, changed: true, undone }
}

/**
 * Takes the mark away. A release that is to be the latest gets today's date with it: the one of before is nowhere to be
 * read any more.
 */
export async function reinstateRelease(
  client: Client,
  order: Reinstatement,
  signal: AbortSignal
): Promise<Yanked | undefined> {
  const release = await readRelease(client, order.tag, signal)
  if (!release) return undefined
  const url = release._links?.self ?? (await client.address(formatReleasePath(order.tag), signal))
  if (!readYank(release)) return { url, changed: false, undone: [] }
  const own = parseReleaseMark(release)
  const mark = own ? formatReleaseMark(own.commit, own.files) : ''
  const moves = order.latest && (await findLatest(client, signal))?.tag_name !== order.tag
  await updateRelease(client, release, {
    name: stripYankFromTitle(release.name),
    description: fitNotes(stripYank(stripReleaseMark(release)), mark, LONGEST_NOTES, 'GitLab'),
    ...(moves ? { released_at: new Date().toISOString() } : {}),
    signal
  })
  const undone = moves ? [`${order.tag} has today's date: GitLab does not keep the one that it had before`] : []
  return { url, changed: true, undone }
}

/** GitLab has no flags: the title and the notes say it. */
const composeYankMarks = (release: Release, { why, half }: Yank) => {
  const own = parseReleaseMark(release)
  const mark = own ? formatReleaseMark(own.commit, own.files) : ''
  const notes = addYankToNotes(stripReleaseMark(release), { why, half })
  return { name: addYankToTitle(release.name), description: fitNotes(notes, mark, LONGEST_NOTES, 'GitLab') }
}

const dateBefore = ({ released_at }: Release): string => new Date(Date.parse(released_at) - 1000).toISOString()

/** A third release may be younger: then the one that is meant gets today's date. */
async function demandLatest(client: Client, release: Release, signal: AbortSignal): Promise<void> {
  const latest = await findLatest(client, signal)
  if (latest === undefined || latest.tag_name === release.tag_name) return
  await updateRelease(client, release, { released_at: new Date().toISOString(), signal })
}

/**
 * Gives a release today's date, which makes it GitLab's latest but for one with a later date. Resolves with why it
 * could not be done.
 */
export async function makeLatest(client: Client, tag: string, signal: AbortSignal): Promise<readonly string[]> {
  const release = await readRelease(client, tag, signal)
  if (!release) return [`${tag} is not there any more`]
  const latest = await findLatest(client, signal)
  if (latest && Date.parse(latest.released_at) > Date.now())
    return [`the date of ${latest.tag_name}, ${latest.released_at}, is in the future, and the latest date counts`]
  await updateRelease(client, release, { released_at: new Date().toISOString(), signal })
  return []
}

async function updateRelease(
  client: Client,
  { tag_name: tag }: Release,
  { signal, ...body }: { readonly signal: AbortSignal; readonly [key: string]: unknown }
): Promise<void> {
  try {
    await client.tell({ method: 'PUT', path: formatReleasePath(tag), body }, signal)
  } catch (error) {
    throw explainError(error, `cannot change the release ${tag}`, signal)
  }
}
