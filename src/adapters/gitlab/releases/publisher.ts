import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import { AT_REST, lookPatiently } from '../../../base/patience.ts'
import { exposed, finished, refuseContradiction, refuseYanked, type LocalFile } from '../../releases/finished.ts'
import { connect, type Client } from './client.ts'
import { complete, create, linksTo } from './links.ts'
import { packageVersion, refuseGitlabNames, refuseGitlabSize } from './names.ts'
import { bytesOf, served, shelfOf, type Shelf } from './package.ts'
import { demandSecret, type GitlabPlace } from './place.ts'
import { gitlabPreflight } from './preflight.ts'
import { latestOf, listed, markIn, yankOf, type Standing } from './release.ts'
import { demandFiles, demandPublished, look, lookSoon, shown } from './read-back.ts'
import { demandTag, peeled } from './tag.ts'
import { bring } from './upload.ts'
import { makeLatest, yankRelease } from './yank.ts'
import { told } from '../../releases/outlook.ts'

export type { GitlabPlace, GitlabToken } from './place.ts'

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
    wait: (seconds, signal) => client.wait(seconds, signal),
    list: (signal) => listed(client, signal),
    commitOf: (tag, signal) => peeled(client, tag, signal),
    async draft(request, signal) {
      demandSecret(place)
      refuseContradiction(request)
      const standing = await settled(client, request.tag, signal)
      const published = standing && (await shown(client, standing, signal))
      // One that broke half-way is finished.
      if (published && yankOf(standing.release)?.half !== true) refuseYanked(published)
      if (published && standing.whole) {
        return finished(published, {
          find: () => find(client, request.tag, signal),
          wait: (seconds) => client.wait(seconds, signal)
        })
      }
      return openDraft(client, files, request, signal)
    },
    latest: {
      by: 'GitLab',
      now: async (signal) => (await latestOf(client, signal))?.tag_name,
      move: (tag, signal) => makeLatest(client, tag, signal)
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

/** The release of a tag with what it leads to. One of ours that seems to lack something is looked at again. */
async function settled(client: Client, tag: string, signal: AbortSignal): Promise<Standing | undefined> {
  let standing = await look(client, tag, signal)
  await lookPatiently<undefined>(
    async () => {
      if (!standing || standing.whole || !markIn(standing.release) || yankOf(standing.release)?.half)
        return { seen: 'right', value: undefined }
      standing = await look(client, tag, signal)
      return { seen: 'missing', what: `the release ${tag} lacks files` }
    },
    (seconds) => client.wait(seconds, signal),
    AT_REST
  )
  return standing
}

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
    const there = before ?? (await lookSoon(client, request.tag, signal))
    ours = there !== undefined && !there.whole
    if (there && ours) await complete(client, there.release, request, links, signal)
  }
  try {
    return await demandPublished(client, request, expected, signal)
  } catch (error) {
    throw ours && error instanceof Failure && error.kind === 'verification' ? exposed(error) : error
  }
}
