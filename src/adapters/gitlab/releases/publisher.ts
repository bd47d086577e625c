import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import { AT_REST, lookPatiently } from '../../../base/patience.ts'
import {
  markExposed,
  openFinishedRelease,
  refuseContradiction,
  refuseToContinueYanked,
  type LocalFile
} from '../../releases/finished.ts'
import { connect, type Client } from './client.ts'
import { findKeptDraft, keepDraft } from './keep.ts'
import { completeRelease, createRelease, makeLinks } from './links.ts'
import { refusePackageSizes } from '../../../model/release-names.ts'
import { formatPackageVersion, refuseGitlabNames } from './names.ts'
import { streamFile, listServed, openShelf, type PackageShelf } from './package.ts'
import { demandToken, type GitlabPlace } from './place.ts'
import { preflightGitlab } from './preflight.ts'
import { findLatest, listReleases, parseReleaseMark, readYank, type Standing } from './release.ts'
import { demandFiles, demandPublished, lookAtRelease, awaitRelease, readPublished } from './read-back.ts'
import { demandTag, peelTag } from './tag.ts'
import { uploadFile } from './upload.ts'
import { makeLatest, reinstateRelease, yankRelease } from './yank.ts'
import { summarizeOutlook } from '../../releases/outlook.ts'

export type { GitlabPlace, GitlabToken } from './place.ts'

/**
 * Releases of one GitLab project. GitLab has no drafts: files go into a generic package, are compared by GitLab's own
 * digests, and the release that links them all is made by one request at the end, after the tag was seen to mean the
 * commit still.
 */
export function gitlabPublisher(place: GitlabPlace, files: Files): Publisher {
  const client = connect(place)
  return {
    name: 'gitlab',
    foresee: async (intent, signal) => summarizeOutlook(await preflightGitlab(place, intent, signal)),
    find: (tag, signal) => findRelease(client, tag, signal),
    wait: (seconds, signal) => client.wait(seconds, signal),
    list: (signal) => listReleases(client, signal),
    commitOf: (tag, signal) => peelTag(client, tag, signal),
    async draft(request, signal) {
      demandToken(place)
      refuseContradiction(request)
      const standing = await awaitSettled(client, request.tag, signal)
      const published = standing && (await readPublished(client, standing, signal))
      // One that broke half-way is finished.
      if (published && readYank(standing.release)?.half !== true) refuseToContinueYanked(published)
      if (published && standing.whole) {
        return openFinishedRelease(published, {
          find: () => findRelease(client, request.tag, signal),
          wait: (seconds) => client.wait(seconds, signal)
        })
      }
      return openDraft(client, files, request, signal)
    },
    findKept(tag, signal) {
      demandToken(place)
      return findKeptDraft(client, tag, signal)
    },
    latest: {
      by: 'GitLab',
      now: async (signal) => (await findLatest(client, signal))?.tag_name,
      move: (tag, signal) => makeLatest(client, tag, signal)
    },
    yank(order, signal) {
      demandToken(place)
      return yankRelease(client, order, signal)
    },
    reinstate(order, signal) {
      demandToken(place)
      return reinstateRelease(client, order, signal)
    }
  }
}

async function findRelease(client: Client, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const standing = await lookAtRelease(client, tag, signal)
  return standing?.whole ? readPublished(client, standing, signal) : undefined
}

/** The release of a tag with what it leads to. One of ours that seems to lack something is looked at again. */
async function awaitSettled(client: Client, tag: string, signal: AbortSignal): Promise<Standing | undefined> {
  let standing = await lookAtRelease(client, tag, signal)
  await lookPatiently<undefined>(
    async () => {
      if (!standing || standing.whole || !parseReleaseMark(standing.release) || readYank(standing.release)?.half)
        return { seen: 'right', value: undefined }
      standing = await lookAtRelease(client, tag, signal)
      return { seen: 'missing', what: `the release ${tag} lacks files` }
    },
    (seconds) => client.wait(seconds, signal),
    AT_REST
  )
  return standing
}

async function openDraft(client: Client, files: Files, request: ReleaseRequest, signal: AbortSignal): Promise<Draft> {
  const shelf = openShelf(client, client.packageName, formatPackageVersion(request.tag))
  const known = listServed(await shelf.look(signal))
  const added = new Map<string, LocalFile>()
  // One at a time for one version, as GitLab wants it.
  const inTurn = pLimit(1)
  return {
    finished: false,
    files: known,
    download(name) {
      const file = known.find((each) => each.name === name)
      if (!file) throw new Failure('host', `the package of ${request.tag} has no file ${JSON.stringify(name)}`)
      return streamFile(client, shelf.pathOf(name), file, signal)
    },
    async add(file) {
      refuseGitlabNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      refusePackageSizes([file])
      added.set(file.name, file)
      return inTurn(() => uploadFile(client, files, shelf, file, signal))
    },
    publish: () => publishRelease(client, shelf, request, [...added.values()], signal),
    keep: () => keepDraft(client, shelf, request, [...added.values()], signal),
    // What is not published stays in the package registry, without a release, for the next run.
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

async function publishRelease(
  client: Client,
  shelf: PackageShelf,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const names = await demandFiles(client, shelf, expected, signal)
  const links = await makeLinks(client, shelf, names, signal)
  await demandTag(client, request.tag, request.commit, signal)
  const before = await lookAtRelease(client, request.tag, signal)
  let ours = true
  if (before || (await createRelease(client, request, links, signal)) === 'found') {
    // Another run may have been faster: what is whole is compared and not written to.
    const there = before ?? (await awaitRelease(client, request.tag, signal))
    ours = there !== undefined && !there.whole
    if (there && ours) await completeRelease(client, there.release, request, links, signal)
  }
  try {
    return await demandPublished(client, request, expected, signal)
  } catch (error) {
    throw ours && error instanceof Failure && error.kind === 'verification' ? markExposed(error) : error
  }
}
