import { makeUnseenFailure, makeUnseenReleaseFailure } from '../../../model/unseen-release.ts'
import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently, type Look } from '../../../base/patience.ts'
import type { Published, ReleaseRequest } from '../../../model/ports/publisher.ts'
import { formatNamesWithVerb, type LocalFile } from '../../releases/finished.ts'
import type { Client } from './client.ts'
import { makePublished, listAssets, isHalf, isWhole, findPublished, type Asset, type Release } from './release.ts'
import { lookAtTag } from './tag.ts'
import { removeHalfUpload } from './half-upload.ts'
import { demandEqual } from './upload.ts'

/** The published release of a tag; looked for several times where GitHub has said that it is there. */
export async function awaitPublished(
  client: Client,
  tag: string,
  certain: boolean,
  signal: AbortSignal
): Promise<Release | undefined> {
  const sight = await lookPatiently<Release>(
    async () => {
      const value = await findPublished(client, tag, signal)
      return value ? { seen: 'right', value } : { seen: 'missing', what: `no release ${tag}` }
    },
    (seconds) => client.wait(seconds, signal),
    certain ? AFTER_A_WRITE : { missing: [], wrong: 0 }
  )
  return sight.seen === 'right' ? sight.value : undefined
}

/** Looks at all files of the draft as GitHub has them now: every one of ours whole and equal, others named. */
export async function demandFiles(
  client: Client,
  release: Release,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<void> {
  const where = `the draft of ${release.tag_name}`
  const sight = await lookPatiently<readonly Asset[]>(
    async () => {
      const assets = await listAssets(client, release.id, signal)
      const absent = listAbsent(assets, expected)
      if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not on ${where}` }
      // Bytes that differ do not change by waiting, and nobody sees the draft.
      for (const file of expected) await demandAsset(client, release, assets, file, signal)
      return { seen: 'right', value: assets }
    },
    (seconds) => client.wait(seconds, signal),
    AFTER_A_WRITE
  )
  if (sight.seen === 'wrong') throw sight.failure
  if (sight.seen === 'missing') {
    const hint = 'GitHub does not show what was uploaded, or another run or a person removed it: run again.'
    throw makeUnseenFailure(sight.what, sight.asked, hint)
  }
  for (const asset of sight.value.filter(({ name }) => !expected.some((file) => file.name === name))) {
    if (!isHalf(asset)) client.warn(`${asset.name} on ${where} is not from this run: kept`)
    else if (await removeHalfUpload(client, release, { asset, own: false }, signal))
      client.warn(`${asset.name} on ${where} is a broken upload: removed`)
  }
}

/** The files that a list of assets does not have, or not whole. */
const listAbsent = (assets: readonly Asset[], expected: readonly LocalFile[]): readonly LocalFile[] =>
  expected.filter((file) => !assets.some((asset) => asset.name === file.name && isWhole(asset)))

async function demandAsset(
  client: Client,
  release: Release,
  assets: readonly Asset[],
  file: LocalFile,
  signal: AbortSignal
): Promise<void> {
  const asset = assets.find(({ name }) => name === file.name)
  if (asset) await demandEqual(client, release, asset, file, signal)
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
  { tag, commit }: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Look<Published>> {
  const release = await findPublished(client, tag, signal)
  if (!release) return { seen: 'missing', what: `GitHub shows no release ${tag}` }
  const assets = await listAssets(client, release.id, signal)
  try {
    for (const file of expected) await demandAsset(client, release, assets.filter(isWhole), file, signal)
  } catch (error) {
    if (error instanceof Failure && error.kind === 'verification') return { seen: 'wrong', failure: error }
    throw error
  }
  const absent = listAbsent(assets, expected)
  if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not in the release` }
  const shown = await lookAtTag(client, tag, commit, signal)
  return shown.seen === 'right' ? { seen: 'right', value: makePublished(client, release, assets, signal) } : shown
}
