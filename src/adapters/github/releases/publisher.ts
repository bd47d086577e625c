import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import {
  markExposed,
  openFinishedRelease,
  refuseContradiction,
  refuseToContinueYanked,
  type LocalFile
} from '../../releases/finished.ts'
import { RETRIES } from '../../http/patiently.ts'
import { keepAttestation } from './attestation.ts'
import { connect, demandToken, type Client, type GithubPlace } from './client.ts'
import { digestFileList } from '../../../model/file-list.ts'
import { findOrMakeDraft, isForeign, composeWords, readDraftMark } from './draft.ts'
import { findKeptDraft, keepDraft } from './keep.ts'
import { explainError, hasCode, isFrozen } from './errors.ts'
import {
  makePublished,
  listAssets,
  streamFile,
  isWhole,
  listReleases,
  findPublished,
  describeRemoteFile,
  type Release
} from './release.ts'
import { preflightGithub } from './preflight.ts'
import { demandFiles, demandPublished, awaitPublished } from './read-back.ts'
import { demandTag, peelTag } from './tag.ts'
import { uploadFile } from './upload.ts'
import { findLatest, makeLatest, reinstateRelease, yankRelease } from './yank.ts'
import { summarizeOutlook } from '../../releases/outlook.ts'
import { refuseNames, refuseSizes } from '../../../model/release-names.ts'

export type { GithubPlace } from './client.ts'

/**
 * Releases of one GitHub repository. A draft is filled, compared by GitHub's own digests, and made visible by one
 * request, after the tag was seen to mean the commit still.
 */
export function githubPublisher(place: GithubPlace, files: Files): Publisher {
  const client = connect(place)
  return {
    name: 'github',
    foresee: async (intent, signal) => summarizeOutlook(await preflightGithub(place, intent, signal)),
    find: (tag, signal) => findRelease(client, tag, signal),
    wait: (seconds, signal) => client.wait(seconds, signal),
    list: (signal) => listReleases(client, signal),
    commitOf: (tag, signal) => peelTag(client, tag, signal),
    async draft(request, signal) {
      demandToken(place)
      refuseContradiction(request)
      const published = await findRelease(client, request.tag, signal)
      if (published) {
        refuseToContinueYanked(published)
        return openFinishedRelease(published, {
          find: () => findRelease(client, request.tag, signal),
          wait: (seconds) => client.wait(seconds, signal)
        })
      }
      return openDraft(client, files, request, await findOrMakeDraft(client, request, signal), signal)
    },
    findKept(tag, signal) {
      demandToken(place)
      return findKeptDraft(client, tag, signal)
    },
    yank(order, signal) {
      demandToken(place)
      return yankRelease(client, order, signal)
    },
    reinstate(order, signal) {
      demandToken(place)
      return reinstateRelease(client, order, signal)
    },
    latest: {
      by: 'GitHub',
      now: async (signal) => (await findLatest(client, signal))?.tag_name,
      move: (tag, signal) => makeLatest(client, tag, signal)
    },
    attest(bundle, about, signal) {
      demandToken(place)
      return keepAttestation(client, bundle, about, signal)
    },
    generateNotes: (tag, since, signal) => requestNotes(client, tag, since, signal)
  }
}

async function requestNotes(
  { octokit, owner, repo }: Client,
  tag: string,
  since: string | undefined,
  signal: AbortSignal
): Promise<string> {
  const previous = since === undefined ? {} : { previous_tag_name: since }
  try {
    // A POST that keeps nothing: it may be sent again.
    const asked = { owner, repo, tag_name: tag, ...previous, request: { signal, retries: RETRIES } }
    return (await octokit.rest.repos.generateReleaseNotes(asked)).data.body
  } catch (error) {
    throw explainError(error, `cannot have the notes of ${tag} generated`, signal)
  }
}

async function findRelease(client: Client, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const release = await findPublished(client, tag, signal)
  return release && makePublished(client, release, await listAssets(client, release.id, signal), signal)
}

async function openDraft(
  client: Client,
  files: Files,
  request: ReleaseRequest,
  release: Release,
  signal: AbortSignal
): Promise<Draft> {
  const known = await listAssets(client, release.id, signal)
  const added = new Map<string, LocalFile>()
  // One at a time, as GitHub asks of writers.
  const inTurn = pLimit(1)
  return {
    finished: false,
    files: known.filter(isWhole).map(describeRemoteFile),
    download(name) {
      const asset = known.find((each) => each.name === name && isWhole(each))
      if (!asset) throw new Failure('host', `the draft of ${request.tag} has no file ${JSON.stringify(name)}`)
      return streamFile(client, asset, signal)
    },
    async add(file) {
      refuseNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      refuseSizes([file])
      added.set(file.name, file)
      return inTurn(() => uploadFile(client, files, { release, known }, file, signal))
    },
    publish: () => publishRelease(client, request, release, [...added.values()], signal),
    keep: () => keepDraft(client, request, release, [...added.values()], signal),
    // What is not published stays a draft, unseen, for the next run.
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

async function publishRelease(
  client: Client,
  request: ReleaseRequest,
  release: Release,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const { octokit, owner, repo } = client
  await demandFiles(client, release, expected, signal)
  await demandTag(client, request.tag, request.commit, signal)
  // Another run may have been faster: what is published is compared and not written to.
  if (await findPublished(client, request.tag, signal)) return demandPublished(client, request, expected, signal)
  // Who may write may have put the words of a draft right that was kept just so.
  const isKept = readDraftMark(release)?.verified === digestFileList(expected)
  try {
    await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      draft: false,
      prerelease: request.prerelease,
      make_latest: request.latest ? 'true' : 'false',
      ...(isKept || isForeign(release) ? {} : composeWords(request)),
      request: { signal }
    })
  } catch (error) {
    signal.throwIfAborted()
    // The answer may be lost all the same: what counts is what everybody can see.
    const seen = await awaitPublished(client, request.tag, hasCode(error, 'already_exists') || isFrozen(error), signal)
    if (!seen) throw explainError(error, `cannot publish ${request.tag}`, signal)
    // Another run's release is not ours to take back.
    if (seen.id !== release.id) return demandPublished(client, request, expected, signal)
  }
  try {
    return await demandPublished(client, request, expected, signal)
  } catch (error) {
    throw error instanceof Failure && error.kind === 'verification' ? markExposed(error) : error
  }
}
