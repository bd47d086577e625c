import { makeUnseenFailure, makeUnseenReleaseFailure } from '../../../model/unseen-release.ts'
import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently, type Look } from '../../../base/patience.ts'
import type { Published, ReleaseRequest } from '../../../model/ports/publisher.ts'
import { makeDifferenceFailure, formatNamesWithVerb, type LocalFile } from '../../releases/finished.ts'
import type { Client } from './client.ts'
import { demandCommit } from './links.ts'
import { listServed, type Row, type PackageShelf } from './package.ts'
import { makePublished, formatReleasePath, readRelease, readStanding, type Standing } from './release.ts'
import { lookAtTag } from './tag.ts'
import { demandEqual, demandDigest } from './upload.ts'

/** The release of a tag with what it leads to, whole or not. */
export async function lookAtRelease(client: Client, tag: string, signal: AbortSignal): Promise<Standing | undefined> {
  const release = await readRelease(client, tag, signal)
  return release && readStanding(client, release, signal)
}

/** The same of a release that GitLab says is there; undefined when it was never seen. */
export async function awaitRelease(client: Client, tag: string, signal: AbortSignal): Promise<Standing | undefined> {
  const sight = await lookPatiently<Standing>(
    async () => {
      const value = await lookAtRelease(client, tag, signal)
      return value ? { seen: 'right', value } : { seen: 'missing', what: `GitLab shows no release ${tag}` }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  return sight.seen === 'right' ? sight.value : undefined
}

export const readPublished = async (client: Client, standing: Standing, signal: AbortSignal): Promise<Published> =>
  makePublished(client, standing, await client.address(formatReleasePath(standing.release.tag_name), signal), signal)

/**
 * Looks at all files of the package as GitLab has them now: every one of ours there and equal, others named. Resolves
 * with the names to link.
 */
export async function demandFiles(
  client: Client,
  shelf: PackageShelf,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<readonly string[]> {
  const where = `the package ${client.packageName} ${shelf.version}`
  const sight = await lookPatiently<readonly Row[]>(
    async () => {
      const rows = await shelf.look(signal)
      const absent = expected.filter(({ name }) => !rows.some((row) => row.file_name === name))
      if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not in ${where}` }
      for (const file of expected) {
        const failure = await explainCover(client, shelf, rows, file, signal)
        if (failure) return { seen: 'wrong', failure }
      }
      return { seen: 'right', value: rows }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  if (sight.seen === 'wrong') throw sight.failure
  if (sight.seen === 'missing') {
    const hint = 'GitLab does not show what was uploaded, or another run or a person removed it: run again.'
    throw makeUnseenFailure(sight.what, sight.asked, hint)
  }
  const others = listServed(sight.value).filter(({ name }) => !expected.some((file) => file.name === name))
  for (const { name } of others) client.warn(`${name} in ${where} is not from this run: kept`)
  const linkable = others.filter(({ name }) => /^[\w.+~@-]+$/.test(name))
  return [...expected, ...linkable].map(({ name }) => name)
}

/**
 * What a younger file of this name with other bytes means: a download would get it instead of ours. Its maker takes it
 * away again, when it may. Rejects ('verification') when the oldest one is not ours.
 */
async function explainCover(
  client: Client,
  shelf: PackageShelf,
  rows: readonly Row[],
  file: LocalFile,
  signal: AbortSignal
): Promise<Failure | undefined> {
  const [oldest, ...younger] = rows.filter(({ file_name }) => file_name === file.name)
  if (oldest) await demandEqual(client, shelf, [oldest], file, signal)
  const other = younger.find(({ file_sha256: sha256 }) => sha256 !== null && sha256 !== file.sha256)
  const where = `the package ${client.packageName} ${shelf.version} on GitLab`
  return other && makeDifferenceFailure(where, file.name, other.file_sha256 ?? '', file.sha256)
}

/**
 * Reads the release back as everybody sees it, until all of it is seen. Rejects with 'verification' when three looks
 * agree that it is not what was meant, and with 'host' when it was never seen right.
 */
export async function demandPublished(
  client: Client,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const sight = await lookPatiently(
    () => lookAtPublished(client, request, expected, signal),
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  if (sight.seen === 'right') return sight.value
  throw sight.seen === 'wrong' ? sight.failure : makeUnseenReleaseFailure(request.tag, sight.asked)
}

async function lookAtPublished(
  client: Client,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Look<Published>> {
  const { tag, commit } = request
  const standing = await lookAtRelease(client, tag, signal)
  if (!standing) return { seen: 'missing', what: `GitLab shows no release ${tag}` }
  try {
    demandCommit(standing.release, request)
    for (const file of expected) {
      const { file: there, path = '' } = standing.files.get(file.name) ?? {}
      if (there) await demandDigest(client, path, there, file, signal)
    }
  } catch (error) {
    if (error instanceof Failure && error.kind === 'verification') return { seen: 'wrong', failure: error }
    throw error
  }
  const absent = expected.filter(({ name }) => standing.files.get(name)?.file === undefined)
  if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not in the release` }
  if (!standing.whole) return { seen: 'missing', what: `GitLab shows ${tag} without all its files` }
  const tagged = await lookAtTag(client, tag, commit, signal)
  return tagged.seen === 'right' ? { seen: 'right', value: await readPublished(client, standing, signal) } : tagged
}
