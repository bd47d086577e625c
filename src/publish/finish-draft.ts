import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { AT_REST, lookPatiently } from '../base/patience.ts'
import { digestFileList } from '../model/file-list.ts'
import { MANIFEST } from '../model/release-chains.ts'
import { refuseNames } from '../model/release-names.ts'
import { makeUnseenFailure } from '../model/unseen-release.ts'
import type { KeptDraft, Published, Publisher, ReleaseRequest } from '../model/ports/publisher.ts'
import { openPublished } from '../verify/release-files.ts'
import { verifyRelease, type VerifyTools } from '../verify/verify.ts'
import { readSignedManifest, type SignedManifest } from './from-folder.ts'
import type { Publishable, Signing } from './publish-draft.ts'

/** Which draft is to become public, and what is demanded of it. */
export interface Finishing {
  readonly publisher: Pick<Publisher, 'name' | 'find' | 'findKept' | 'commitOf' | 'wait'>
  readonly tag: string
  /** What a release with this manifest, or with none, has to prove. */
  readonly demand: (manifest: SignedManifest | undefined) => Promise<Signing>
  /** What to do about files that nobody signed or listed. */
  readonly strangers: 'refuse' | 'allow'
}

/** A draft as it can be published: all of it was downloaded and verified. */
export interface Ready {
  readonly request: ReleaseRequest
  readonly files: readonly Publishable[]
  readonly signing: Signing
  /** Whether its signature is by the identity of a job. */
  readonly keyless: boolean
  /** Where people see it already: somebody was faster. */
  readonly published: string | undefined
  readonly forget: KeptDraft['forget']
}

/**
 * Finds the draft that a run has kept, or the release that was made of it, downloads it to a folder, and verifies it as a
 * stranger would. Rejects ('verification') with the names of what was changed since.
 */
export async function readReady(
  tools: VerifyTools,
  finishing: Finishing,
  folder: string,
  signal: AbortSignal
): Promise<Ready> {
  const { publisher, tag } = finishing
  const none = `${publisher.name} has no draft of ${tag} that a run has kept`
  let where = ''
  const sight = await lookPatiently<Ready>(
    async () => {
      const published = await publisher.find(tag, signal)
      const kept = published ? undefined : await publisher.findKept(tag, signal)
      const found = published ?? kept
      if (!found) return { seen: 'missing', what: none }
      where = found.url
      try {
        return { seen: 'right', value: await download(tools, finishing, { found, kept }, folder, signal) }
      } catch (error) {
        if (error instanceof Failure && error.kind === 'verification') return { seen: 'wrong', failure: error }
        throw error
      }
    },
    (seconds) => publisher.wait(seconds, signal),
    AT_REST
  )
  if (sight.seen === 'right') return sight.value
  if (sight.seen === 'wrong')
    throw new Failure('verification', `${tag} is not what a run has left: ${sight.failure.message}`, {
      hint: `Nothing was changed. Look at ${where}: put it right; or delete the draft, and run slipway release --draft again.`,
      cause: sight.failure
    })
  if (sight.what === none)
    throw new Failure('input', none, {
      hint: 'slipway release --draft makes one; where it broke before its end, run it again. A token that may not write sees no drafts.'
    })
  throw makeUnseenFailure(`whether there is a draft of ${tag} was not to be seen`, sight.asked, 'Run again.')
}

interface Found {
  readonly found: KeptDraft | Published
  readonly kept: KeptDraft | undefined
}

async function download(
  tools: VerifyTools,
  { publisher, tag, demand, strangers }: Finishing,
  { found, kept }: Found,
  folder: string,
  signal: AbortSignal
): Promise<Ready> {
  const { files } = tools
  const names = found.files.map(({ name }) => name)
  // They become paths.
  refuseNames(names)
  const all: Publishable[] = []
  for (const { name, sha256 } of found.files) {
    const path = join(folder, name)
    // A second look fetches what is another file by now.
    const before = sha256 === undefined ? undefined : await files.digest(path)
    if (before === undefined || before.sha256 !== sha256) await files.write(path, found.download(name))
    const digest = await files.digest(path)
    if (!digest) throw new Error(`${path} vanished`)
    all.push({ name, path, ...digest })
  }
  const manifest = names.includes(MANIFEST) ? await readManifest(folder, tag, tools) : undefined
  const signing = await demand(manifest)
  const pathOf = (name: string): string => join(folder, name)
  const opened = { ...openPublished(found), open: (name: string) => files.stream(pathOf(name)), pathOf }
  const { uncovered } = await verifyRelease(opened, tools, { ...signing, strangers })
  const own = all.filter(({ name }) => !uncovered.includes(name))
  if (kept && digestFileList(own) !== kept.verified)
    throw new Failure(
      'verification',
      `${own.map(({ name }) => name).join(', ')} fit together, and are not the files that the run had looked at`
    )
  const commit = kept?.request.commit ?? manifest?.commit ?? (await publisher.commitOf(tag, signal)) ?? ''
  if (manifest && manifest.commit !== commit)
    throw new Failure('verification', `it was left for commit ${commit}, and its files are of ${manifest.commit}`)
  return {
    request: kept?.request ?? { tag, commit, title: tag, notes: '', prerelease: false, latest: true },
    ...{ files: own, signing },
    keyless: manifest !== undefined && 'identity' in manifest.signature,
    published: kept ? undefined : found.url,
    forget: kept?.forget
  }
}

/** In a draft a manifest that cannot be read is one that was changed. */
async function readManifest(folder: string, tag: string, { files }: VerifyTools): Promise<SignedManifest | undefined> {
  try {
    return await readSignedManifest(folder, tag, files)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'input') throw error
    throw new Failure('verification', error.message.replace(`${folder}/`, ''), { cause: error })
  }
}
