import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently } from '../../../base/patience.ts'
import type { Listed, Published, RemoteFile } from '../../../model/ports/publisher.ts'
import { makeUnseenFailure } from '../../../model/unseen-release.ts'
import { parseYank } from '../../../model/release-marks.ts'
import { parseNextLink } from '../../http/next-page.ts'
import { streamResuming } from '../../http/download.ts'
import { STREAM, type Client, type Octokit } from './client.ts'
import { explainError, isPassing, readStatus } from './errors.ts'
import { makeListLimit } from '../../releases/list-limit.ts'

interface Page<T> {
  readonly data: readonly T[]
  readonly headers: { readonly link?: string }
}

export type Release = Awaited<ReturnType<Octokit['rest']['repos']['getRelease']>>['data']
export type Asset = Release['assets'][number]

/** An upload that broke leaves its name behind, in state `starter` or with no bytes. */
export const isWhole = (asset: Asset): boolean => asset.state === 'uploaded' && asset.size > 0

/** Whether an upload broke, or is still on its way. Of another state nothing is known. */
export const isHalf = (asset: Asset): boolean =>
  !isWhole(asset) && ['uploaded', 'starter', 'open'].includes(asset.state)

/** The file of an asset; its digest where GitHub knows it (assets from before June 2025 have none). */
export const describeRemoteFile = ({ name, size, digest }: Asset): RemoteFile => {
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1]
  return { name, size, sha256 }
}

/** As many as GitHub gives. */
const PER_PAGE = 100

/**
 * Every item of a list. GitHub's links lead from page to page; where something in between took them away, a full page
 * has a next one. What moved from one page to the next meanwhile counts once.
 */
async function readEveryPage<T extends { readonly id: number }>(
  client: Client,
  path: string,
  signal: AbortSignal
): Promise<readonly T[]> {
  const all = new Map<number, T>()
  const { octokit, owner, repo } = client
  const [before, limit] = [client.received(), makeListLimit('GitHub')]
  const own = (page: number): string =>
    octokit.request.endpoint(`GET /repos/{owner}/{repo}/${path}`, { owner, repo, per_page: PER_PAGE, page }).url
  for (let page = 1, url: string | undefined = own(page); url !== undefined; page++) {
    const asked: string = url
    const { data, headers }: Page<T> = await octokit.request({ method: 'GET', url: asked, request: { signal } })
    limit(client.received() - before)
    for (const item of data) all.set(item.id, item)
    const more = headers.link === undefined && data.length >= PER_PAGE
    url = more ? own(page + 1) : parseNextLink(headers.link, new URL(asked), 'GitHub')?.href
  }
  return [...all.values()]
}

/** Every asset of a release that is known to be there, whole or not, in GitHub's order: a 404 is "not yet". */
export async function listAssets(client: Client, id: number, signal: AbortSignal): Promise<readonly Asset[]> {
  const doing = `cannot list the files of release ${id} of ${client.repository}`
  const sight = await lookPatiently<readonly Asset[]>(
    async () => {
      try {
        return { seen: 'right', value: await readEveryPage<Asset>(client, `releases/${id}/assets`, signal) }
      } catch (error) {
        if (readStatus(error) !== 404) throw explainError(error, doing, signal)
        return { seen: 'missing', what: `no release ${id}` }
      }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  if (sight.seen === 'right') return sight.value
  if (sight.seen === 'wrong') throw sight.failure
  throw makeUnseenFailure(
    doing,
    sight.asked,
    'GitHub does not show a release that it has named. Run again in some minutes.'
  )
}

/** The published release of a tag, or undefined. GitHub never answers with a draft here. */
export async function findPublished(client: Client, tag: string, signal: AbortSignal): Promise<Release | undefined> {
  const { octokit, owner, repo, repository } = client
  try {
    return (await octokit.rest.repos.getReleaseByTag({ owner, repo, tag, request: { signal } })).data
  } catch (error) {
    if (readStatus(error) === 404) return undefined
    throw explainError(error, `cannot look for the release ${tag} of ${repository}`, signal)
  }
}

/** The same of a release that was seen: a 404 is "not yet". */
export async function findSeen(client: Client, tag: string, signal: AbortSignal): Promise<Release | undefined> {
  const sight = await lookPatiently<Release>(
    async () => {
      const value = await findPublished(client, tag, signal)
      return value ? { seen: 'right', value } : { seen: 'missing', what: `no release ${tag}` }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  return sight.seen === 'right' ? sight.value : undefined
}

/** Drafts of a tag, the oldest first. They are found by listing every page: asking for a tag never finds one. */
export async function listDrafts(client: Client, tag: string, signal: AbortSignal): Promise<readonly Release[]> {
  const all = await listAllReleases(client, signal)
  return all.filter((each) => each.draft && each.tag_name === tag).sort((a, b) => a.id - b.id)
}

/** Every release that people can see. */
export async function listReleases(client: Client, signal: AbortSignal): Promise<readonly Listed[]> {
  return (await listAllReleases(client, signal))
    .filter(({ draft }) => !draft)
    .map(({ tag_name: tag, prerelease, body }) => ({ tag, prerelease, yanked: parseYank(body ?? '') !== undefined }))
}

/** Drafts too, for who may write. */
async function listAllReleases(client: Client, signal: AbortSignal): Promise<readonly Release[]> {
  try {
    return await readEveryPage<Release>(client, 'releases', signal)
  } catch (error) {
    throw explainError(error, `cannot list the releases of ${client.repository}`, signal)
  }
}

/** A release with its files as the port shows it. */
export function makePublished(
  client: Client,
  release: Release,
  assets: readonly Asset[],
  signal: AbortSignal
): Published {
  const whole = assets.filter(isWhole)
  return {
    tag: release.tag_name,
    url: release.html_url,
    files: whole.map(describeRemoteFile),
    yanked: parseYank(release.body ?? '')?.why,
    since: release.published_at ?? undefined,
    frozen: release.immutable === true,
    download(name) {
      const asset = whole.find((each) => each.name === name)
      if (!asset) throw new Failure('host', `the release ${release.tag_name} has no file ${JSON.stringify(name)}`)
      return streamFile(client, asset, signal)
    }
  }
}

/** The bytes of an asset, streamed; storage behind a redirect does not see the token. */
export function streamFile(client: Client, asset: Asset, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { octokit, owner, repo, patience } = client
  return streamResuming(
    {
      name: asset.name,
      size: asset.size,
      patience,
      async ask(from) {
        const { data, status } = await octokit.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', {
          owner,
          repo,
          asset_id: asset.id,
          headers: { accept: STREAM, ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
          request: { signal, parseSuccessResponseBody: false }
        })
        return { status, body: data as unknown as ReadableStream<Uint8Array> | null }
      },
      wait: (seconds) => client.wait(seconds, signal),
      isPassing,
      isMissing: (error) => readStatus(error) === 404,
      explained: (error, doing) => explainError(error, doing, signal)
    },
    signal
  )
}
