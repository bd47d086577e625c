import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import {
  different,
  exposed,
  finished,
  lacking,
  refuseContradiction,
  refuseYanked,
  type LocalFile
} from '../../releases/finished.ts'
import { connect, type Client } from './client.ts'
import { complete, create, demandCommit, linksTo } from './links.ts'
import { packageVersion, refuseGitlabNames, refuseGitlabSize } from './names.ts'
import { bytesOf, served, shelfOf, type Row, type Shelf } from './package.ts'
import { demandSecret, type GitlabPlace } from './place.ts'
import { gitlabPreflight } from './preflight.ts'
import { asPublished, listed, pathOfRelease, releaseOf, standingOf, yankOf, type Standing } from './release.ts'
import { demandTag, peeled } from './tag.ts'
import { bring, demandEqual } from './upload.ts'
import { yankRelease } from './yank.ts'
import { told } from '../../releases/outlook.ts'

export type { GitlabPlace, GitlabToken } from './place.ts'

/** How often GitLab is looked at again: its machines do not all know at once, and another run may still tidy up. */
const LOOKS = 6

/**
 * Releases of one GitLab project. GitLab has no drafts: files go into a generic package, are compared by GitLab's own
 * digests, and the release that links them all is made by one request at the end, after the tag was seen to mean the
 * commit still.
 */
export function gitlab(place: GitlabPlace, files: Files): Publisher {
  const client = connect(place)
  return {
    name: 'gitlab',
    foresee: async (intent, signal) => told(await gitlabPreflight(place, intent, signal)),
    find: (tag, signal) => find(client, tag, signal),
    list: (signal) => listed(client, signal),
    commitOf: (tag, signal) => peeled(client, tag, signal),
    async draft(request, signal) {
      demandSecret(place)
      refuseContradiction(request)
      const standing = await look(client, request.tag, signal)
      const published = standing && (await shown(client, standing, signal))
      // One that broke half-way is finished.
      if (published && yankOf(standing.release)?.half !== true) refuseYanked(published)
      if (published && standing.whole) return finished(published)
      return openDraft(client, files, request, signal)
    },
    yank(order, signal) {
      demandSecret(place)
      return yankRelease(client, order, signal)
    }
  }
}

async function find(client: Client, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const standing = await look(client, tag, signal)
  return standing?.whole ? shown(client, standing, signal) : undefined
}

/** The release of a tag with what it leads to, whole or not. */
async function look(client: Client, tag: string, signal: AbortSignal): Promise<Standing | undefined> {
  const release = await releaseOf(client, tag, signal)
  return release && standingOf(client, release, signal)
}

const shown = async (client: Client, standing: Standing, signal: AbortSignal): Promise<Published> =>
  asPublished(client, standing, await client.address(pathOfRelease(standing.release.tag_name), signal), signal)

async function openDraft(client: Client, files: Files, request: ReleaseRequest, signal: AbortSignal): Promise<Draft> {
  const shelf = shelfOf(client, client.packageName, packageVersion(request.tag))
  const known = served(await shelf.look(signal))
  const added = new Map<string, LocalFile>()
  // One at a time for one version, as GitLab wants it.
  const inTurn = pLimit(1)
  return {
    finished: false,
    files: known,
    download(name) {
      const file = known.find((each) => each.name === name)
      if (!file) throw new Failure('host', `the package of ${request.tag} has no file ${JSON.stringify(name)}`)
      return bytesOf(client, shelf.pathOf(name), file, signal)
    },
    async add(file) {
      refuseGitlabNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      refuseGitlabSize(file)
      added.set(file.name, file)
      return inTurn(() => bring(client, files, shelf, file, signal))
    },
    publish: () => publish(client, shelf, request, [...added.values()], signal),
    // What is not published stays in the package registry, without a release, for the next run.
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

async function publish(
  client: Client,
  shelf: Shelf,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const names = await demandFiles(client, shelf, expected, signal)
  const links = await linksTo(client, shelf, names, signal)
  await demandTag(client, request.tag, request.commit, signal)
  const before = await look(client, request.tag, signal)
  let ours = true
  if (before || (await create(client, request, links, signal)) === 'found') {
    // Another run may have been faster: what is whole is compared and not written to.
    const there = before ?? (await look(client, request.tag, signal))
    ours = there !== undefined && !there.whole
    if (there && ours) await complete(client, there.release, request, links, signal)
  }
  try {
    return await demandPublished(client, shelf, request, expected, signal)
  } catch (error) {
    throw ours && error instanceof Failure && error.kind === 'verification' ? exposed(error) : error
  }
}

/**
 * Looks at all files of the package as GitLab has them now: every one of ours there and equal, others named. Resolves
 * with the names to link.
 */
async function demandFiles(
  client: Client,
  shelf: Shelf,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<readonly string[]> {
  for (let looks = 1; ; looks++) {
    const rows = await shelf.look(signal)
    try {
      for (const file of expected) {
        await demandSettled(client, shelf, rows, file, signal)
      }
    } catch (error) {
      if (!(error instanceof Unsettled)) throw error
      if (looks === LOOKS) throw error.failure
      await client.wait(looks, signal)
      continue
    }
    const others = served(rows).filter(({ name }) => !expected.some((file) => file.name === name))
    const where = `the package ${client.packageName} ${shelf.version}`
    for (const { name } of others) client.warn(`${name} in ${where} is not from this run: kept`)
    const linkable = others.filter(({ name }) => /^[\w.+~@-]+$/.test(name))
    return [...expected, ...linkable].map(({ name }) => name)
  }
}

/** What may be otherwise at the next look. */
class Unsettled extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Rejects unless the file is there with our bytes alone; `Unsettled` where another look may see that. */
async function demandSettled(
  client: Client,
  shelf: Shelf,
  rows: readonly Row[],
  file: LocalFile,
  signal: AbortSignal
): Promise<void> {
  const [oldest, ...younger] = rows.filter(({ file_name }) => file_name === file.name)
  const where = `the package ${client.packageName} ${shelf.version} on GitLab`
  if (!oldest) {
    throw new Unsettled(
      new Failure('verification', `${file.name} is not in ${where} any more`, {
        hint: 'Another run or a person removed it: run again.'
      })
    )
  }
  await demandEqual(client, shelf, [oldest], file, signal)
  for (const row of younger) {
    // Its maker takes it away again, when it may: a download would get it instead of ours.
    if (row.file_sha256 !== null && row.file_sha256 !== file.sha256) {
      throw new Unsettled(different(where, file.name, row.file_sha256, file.sha256))
    }
  }
}

/** Reads the release back as everybody sees it. Rejects ('verification') when it is not what was meant. */
async function demandPublished(
  client: Client,
  shelf: Shelf,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  for (let looks = 1; ; looks++) {
    const standing = await look(client, request.tag, signal)
    if (!standing?.whole && looks < LOOKS) {
      await client.wait(looks, signal)
      continue
    }
    if (!standing?.whole) {
      const seen = standing ? 'shows it without all its files' : 'does not show it'
      throw new Failure('host', `${request.tag} was published, and GitLab ${seen}`, {
        hint: 'Look at the releases page; run again.',
        exposed: standing !== undefined
      })
    }
    demandCommit(standing.release, request)
    const published = await shown(client, standing, signal)
    for (const file of expected) {
      const there = standing.files.get(file.name)?.file
      if (!there) throw lacking(published, file.name)
      if (there.sha256 === undefined) await demandEqual(client, shelf, shelf.rows(), file, signal)
      else if (there.sha256 !== file.sha256 || there.size !== file.size) {
        throw different(`the release of ${request.tag} on GitLab`, file.name, there.sha256, file.sha256)
      }
    }
    await demandTag(client, request.tag, request.commit, signal)
    return published
  }
}
