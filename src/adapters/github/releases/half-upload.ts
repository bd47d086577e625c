import { AFTER_A_WRITE, AT_REST, lookPatiently } from '../../../base/patience.ts'
import type { Client } from './client.ts'
import { explainError, readStatus } from './errors.ts'
import { isHalf, listAssets, type Asset, type Release } from './release.ts'

/** Milliseconds after which an upload that is not whole is one that broke: no reader is so late. */
const LONG_AGO = 3_600_000

/** An upload that is not whole, as a list of files shows it. */
export interface HalfUpload {
  readonly asset: Asset
  /** Whether this run sent a file of that name and never learned what came of it. */
  readonly own: boolean
}

/**
 * Takes an upload away that broke. One that another run is sending looks the same, and to a late reader so does one that
 * is whole and public by now: it is looked at for as long as a write may stay unknown, and is only taken from a draft.
 * Resolves with whether it is gone; otherwise it is something else by now.
 */
export async function removeHalfUpload(
  client: Client,
  release: Pick<Release, 'id'>,
  { asset: half, own }: HalfUpload,
  signal: AbortSignal
): Promise<boolean> {
  const old = Date.now() - Date.parse(half.created_at) > LONG_AGO
  const sight = await lookPatiently<Asset | undefined>(
    async () => {
      const now = (await listAssets(client, release.id, signal)).find(({ id }) => id === half.id)
      return now && isHalf(now)
        ? { seen: 'missing', what: `${half.name} is half there` }
        : { seen: 'right', value: now }
    },
    (seconds) => client.wait(seconds, signal),
    old || own ? AT_REST : AFTER_A_WRITE
  )
  if (sight.seen === 'right') return sight.value === undefined
  if (!(await isDraft(client, release.id, signal))) return false
  await removeAsset(client, half, signal)
  return true
}

async function isDraft({ octokit, owner, repo }: Client, release_id: number, signal: AbortSignal): Promise<boolean> {
  try {
    return (await octokit.rest.repos.getRelease({ owner, repo, release_id, request: { signal } })).data.draft
  } catch (error) {
    // Gone with all its files.
    if (readStatus(error) === 404) return false
    throw explainError(error, `cannot look at release ${release_id}`, signal)
  }
}

export async function removeAsset(client: Client, asset: Asset, signal: AbortSignal): Promise<void> {
  const { octokit, owner, repo } = client
  try {
    await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: asset.id, request: { signal } })
  } catch (error) {
    if (readStatus(error) !== 404) throw explainError(error, `cannot remove the broken upload of ${asset.name}`, signal)
  }
}
