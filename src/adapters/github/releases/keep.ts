import type { KeptDraft, ReleaseRequest } from '../../../model/ports/publisher.ts'
import { Failure } from '../../../base/errors.ts'
import { digestFileList } from '../../../model/file-list.ts'
import { makePublishedFailure, type LocalFile } from '../../releases/finished.ts'
import type { Client } from './client.ts'
import { chooseFullestDraft, composeKeptNotes, isForeign, readDraftMark, stripDraftMark } from './draft.ts'
import { explainError } from './errors.ts'
import { demandFiles } from './read-back.ts'
import {
  describeRemoteFile,
  findPublished,
  isWhole,
  listAssets,
  listDrafts,
  streamFile,
  type Release
} from './release.ts'
import { demandTag } from './tag.ts'

/** Leaves a draft that is whole, and notes in it what was looked at. Writes nothing when just this stands there. */
export async function keepDraft(
  client: Client,
  request: ReleaseRequest,
  release: Release,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<string> {
  const { octokit, owner, repo } = client
  await demandFiles(client, release, expected, signal)
  await demandTag(client, request.tag, request.commit, signal)
  if (await findPublished(client, request.tag, signal)) throw makePublishedFailure(request.tag)
  const verified = digestFileList(expected)
  const mark = readDraftMark(release)
  const same = mark?.verified === verified && mark.commit === request.commit && mark.latest === request.latest
  if (same && release.prerelease === request.prerelease) return release.html_url
  try {
    const { data } = await octokit.rest.repos.updateRelease({
      owner,
      repo,
      release_id: release.id,
      prerelease: request.prerelease,
      ...(isForeign(release) ? {} : { name: request.title }),
      body: composeKeptNotes(release, request, verified),
      request: { signal }
    })
    return data.html_url
  } catch (error) {
    throw explainError(error, `cannot note that the draft of ${request.tag} is whole`, signal)
  }
}

/** The draft of a tag that a run has kept. Of several the fullest counts, as for who fills them. */
export async function findKeptDraft(client: Client, tag: string, signal: AbortSignal): Promise<KeptDraft | undefined> {
  const drafts = await listDrafts(client, tag, signal)
  if (drafts.length === 0) return undefined
  const draft = chooseFullestDraft(client, drafts)
  const { commit, verified, latest = false } = readDraftMark(draft) ?? {}
  if (commit === undefined || verified === undefined) return undefined
  const whole = (await listAssets(client, draft.id, signal)).filter(isWhole)
  return {
    request: {
      ...{ tag, commit, title: draft.name ?? tag, notes: stripDraftMark(draft) },
      ...{ prerelease: draft.prerelease, latest }
    },
    verified,
    url: draft.html_url,
    files: whole.map(describeRemoteFile),
    download(name) {
      const asset = whole.find((each) => each.name === name)
      if (!asset) throw new Failure('host', `the draft of ${tag} has no file ${JSON.stringify(name)}`)
      return streamFile(client, asset, signal)
    }
  }
}
