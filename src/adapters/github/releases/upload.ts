import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently } from '../../../base/patience.ts'
import type { Digest } from '../../../model/nouns.ts'
import type { Files } from '../../../model/ports/files.ts'
import { quote } from '../../../base/text.ts'
import type { Client } from './client.ts'
import { removeAsset, removeHalfUpload } from './half-upload.ts'
import { explainError, hasCode, isFrozen, isPassing, readStatus } from './errors.ts'
import { hashStream } from '../../../base/digest.ts'
import { openBody } from '../../http/body.ts'
import { makeDifferenceFailure, type LocalFile } from '../../releases/finished.ts'
import { listAssets, streamFile, isHalf, isWhole, describeRemoteFile, type Asset, type Release } from './release.ts'

const ATTEMPTS = 6

/**
 * Brings one file into a draft: keeps equal bytes, removes a half upload, uploads, and compares digests. An upload
 * whose answer was lost is found by looking, not repeated. Rejects ('verification') on other bytes, without a change.
 */
export async function uploadFile(
  client: Client,
  files: Files,
  { release, known }: { readonly release: Release; readonly known: readonly Asset[] },
  file: LocalFile,
  signal: AbortSignal
): Promise<'added' | 'kept'> {
  const doing = `cannot upload ${file.name}`
  let assets = known
  let uploaded = false
  let trouble: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1 && !hasCode(trouble, 'already_exists')) {
      // A little chance, so that two publishers do not step on each other for ever.
      await client.wait((attempt - 1) ** 2 * (0.75 + Math.random() / 2), signal)
      assets = await listAssets(client, release.id, signal)
    }
    const there = assets.find(({ name }) => name === file.name)
    if (there && isWhole(there)) {
      await demandEqual(client, release, there, file, signal)
      return uploaded ? 'added' : 'kept'
    }
    if (there && !isHalf(there)) throw makeStateFailure(release, there)
    // It broke, or a killed run left it, or another one is uploading it right now.
    if (there && !(await removeHalfUpload(client, release, { asset: there, own: uploaded }, signal))) continue

    await client.turn(signal)
    const body = await openBody(files, file)
    uploaded = true
    try {
      const asset = await postAsset(client, release, file.name, body, signal)
      if (asset.name !== file.name) {
        await removeAsset(client, asset, signal)
        throw new Failure('input', `GitHub renames ${JSON.stringify(file.name)} to ${JSON.stringify(asset.name)}`, {
          hint: 'Choose a name of letters, digits, "_", "+", "-" and single dots inside.'
        })
      }
      if (isWhole(asset) && (await readRemoteDigest(client, asset, signal)) === file.sha256) return 'added'
      trouble = new Failure('verification', `${file.name} arrived damaged`, { cause: trouble })
      // Ours and not visible to anybody: safe to take away.
      await removeAsset(client, asset, signal)
    } catch (error) {
      // 404: taken away by another publisher, or the new draft is not known everywhere yet. Frozen: another publisher
      // was faster, and what it published is looked at.
      const again =
        readStatus(error) === 404 || hasCode(error, 'already_exists') || (isFrozen(error) && !isFrozen(trouble))
      if (!isPassing(error) && !again) throw explainError(error, doing, signal)
      signal.throwIfAborted()
      trouble = error
      if (!hasCode(error, 'already_exists')) continue
      // Then nothing of this upload arrived.
      uploaded = false
      assets = await awaitListed(client, release, file.name, signal)
    }
  }
  throw explainError(trouble, `${doing} in ${ATTEMPTS} attempts`, signal)
}

const makeStateFailure = ({ html_url }: Release, { name, state }: Asset): Failure =>
  new Failure('host', `${name} is on the draft in a state that GitHub's reference does not name: ${quote(state)}`, {
    hint: `Slipway does not touch it. Look at ${html_url}; when the file is broken, remove it there and run again.`
  })

/** The files of the draft as soon as GitHub shows the one that it has just said to be there, or as they are in the end. */
async function awaitListed(
  client: Client,
  { id }: Release,
  file: string,
  signal: AbortSignal
): Promise<readonly Asset[]> {
  let assets: readonly Asset[] = []
  await lookPatiently<undefined>(
    async () => {
      assets = await listAssets(client, id, signal)
      const there = assets.some(({ name }) => name === file)
      return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `${file} is not listed` }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  return assets
}

/** Rejects ('verification') unless the asset has the file's bytes. */
export async function demandEqual(
  client: Client,
  release: Release,
  asset: Asset,
  file: { readonly name: string } & Digest,
  signal: AbortSignal
): Promise<void> {
  const theirs = await readRemoteDigest(client, asset, signal)
  if (theirs === file.sha256 && asset.size === file.size) return
  const where = `the ${release.draft ? 'draft' : 'release'} of ${release.tag_name} on GitHub`
  throw makeDifferenceFailure(where, file.name, theirs, file.sha256)
}

const readRemoteDigest = async (client: Client, asset: Asset, signal: AbortSignal): Promise<string> =>
  describeRemoteFile(asset).sha256 ?? (await hashStream(streamFile(client, asset, signal)))

async function postAsset(
  client: Client,
  release: Release,
  name: string,
  data: Blob,
  signal: AbortSignal
): Promise<Asset> {
  // Not retried by the plugin: after a broken upload GitHub's list is looked at first.
  const response = await client.octokit.request({
    method: 'POST',
    url: release.upload_url,
    name,
    data,
    headers: { 'content-type': 'application/octet-stream' },
    request: { signal, retries: 0 }
  })
  return response.data as Asset
}
