import pLimit from 'p-limit'
import { Failure } from '../../../base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import { exposed, finished, refuseContradiction, refuseYanked, type LocalFile } from '../../releases/finished.ts'
import { attest } from './attestation.ts'
import { connect, demandToken, type Client, type GithubPlace } from './client.ts'
import { findOrMake, isForeign, words } from './draft.ts'
import { explained, hasCode, isFrozen } from './errors.ts'
import {
  asPublished,
  assetsOf,
  bytesOf,
  isWhole,
  listed,
  publishedRelease,
  remoteFile,
  type Release
} from './release.ts'
import { preflight } from './preflight.ts'
import { demandFiles, demandPublished, publishedSoon } from './read-back.ts'
import { demandTag, peeled } from './tag.ts'
import { bring } from './upload.ts'
import { latestOf, makeLatest, yankRelease } from './yank.ts'
import { told } from '../../releases/outlook.ts'
import { refuseNames, refuseSizes } from '../../../model/release-names.ts'

export type { GithubPlace } from './client.ts'

/**
 * Releases of one GitHub repository. A draft is filled, compared by GitHub's own digests, and made visible by one
 * request, after the tag was seen to mean the commit still.
 */
export function github(place: GithubPlace, files: Files): Publisher {
  const client = connect(place)
  return {
    name: 'github',
    foresee: async (intent, signal) => told(await preflight(place, intent, signal)),
    find: (tag, signal) => find(client, tag, signal),
    wait: (seconds, signal) => client.wait(seconds, signal),
    list: (signal) => listed(client, signal),
    commitOf: (tag, signal) => peeled(client, tag, signal),
    async draft(request, signal) {
      demandToken(place)
      refuseContradiction(request)
      const published = await find(client, request.tag, signal)
      if (published) {
        refuseYanked(published)
        return finished(published, {
          find: () => find(client, request.tag, signal),
          wait: (seconds) => client.wait(seconds, signal)
        })
      }
      return openDraft(client, files, request, await findOrMake(client, request, signal), signal)
    },
    yank(order, signal) {
      demandToken(place)
      return yankRelease(client, order, signal)
    },
    latest: {
      by: 'GitHub',
      now: async (signal) => (await latestOf(client, signal))?.tag_name,
      move: (tag, signal) => makeLatest(client, tag, signal)
    },
    attest(bundle, about, signal) {
      demandToken(place)
      return attest(client, bundle, about, signal)
    },
    generateNotes: (tag, since, signal) => generatedNotes(client, tag, since, signal)
  }
}

async function generatedNotes(
  { octokit, owner, repo }: Client,
  tag: string,
  since: string | undefined,
  signal: AbortSignal
): Promise<string> {
  const previous = since === undefined ? {} : { previous_tag_name: since }
  try {
    const asked = { owner, repo, tag_name: tag, ...previous, request: { signal } }
    return (await octokit.rest.repos.generateReleaseNotes(asked)).data.body
  } catch (error) {
    throw explained(error, `cannot have the notes of ${tag} generated`, signal)
  }
}

async function find(client: Client, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const release = await publishedRelease(client, tag, signal)
  return release && asPublished(client, release, await assetsOf(client, release.id, signal), signal)
}

async function openDraft(
  client: Client,
  files: Files,
  request: ReleaseRequest,
  release: Release,
  signal: AbortSignal
): Promise<Draft> {
  const known = await assetsOf(client, release.id, signal)
  const added = new Map<string, LocalFile>()
  // One at a time, as GitHub asks of writers.
  const inTurn = pLimit(1)
  return {
    finished: false,
    files: known.filter(isWhole).map(remoteFile),
    download(name) {
      const asset = known.find((each) => each.name === name && isWhole(each))
      if (!asset) throw new Failure('host', `the draft of ${request.tag} has no file ${JSON.stringify(name)}`)
      return bytesOf(client, asset, signal)
    },
    async add(file) {
      refuseNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      refuseSizes([file])
      added.set(file.name, file)
      return inTurn(() => bring(client, files, { release, known }, file, signal))
    },
    publish: () => publish(client, request, release, [...added.values()], signal),
    // What is not published stays a draft, unseen, for the next run.
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

async function publish(
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
  if (await publishedRelease(client, request.tag, signal)) return demandPublished(client, request, expected, signal)
  try {
    await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      draft: false,
      prerelease: request.prerelease,
      make_latest: request.latest ? 'true' : 'false',
      ...(isForeign(release) ? {} : words(request)),
      request: { signal }
    })
  } catch (error) {
    signal.throwIfAborted()
    // The answer may be lost all the same: what counts is what everybody can see.
    const seen = await publishedSoon(client, request.tag, hasCode(error, 'already_exists') || isFrozen(error), signal)
    if (!seen) throw explained(error, `cannot publish ${request.tag}`, signal)
    // Another run's release is not ours to take back.
    if (seen.id !== release.id) return demandPublished(client, request, expected, signal)
  }
  try {
    return await demandPublished(client, request, expected, signal)
  } catch (error) {
    throw error instanceof Failure && error.kind === 'verification' ? exposed(error) : error
  }
}
