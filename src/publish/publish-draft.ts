import { Failure } from '../base/errors.ts'
import type { Step } from '../steps/ledger.ts'
import { stage, type Frame } from '../steps/stage.ts'
import type { Digest, Identity } from '../model/nouns.ts'
import type { Draft, Published, Publisher } from '../model/ports/publisher.ts'
import { count } from '../base/text.ts'
import { openPublished } from '../verify/release-files.ts'
import { isVerification, verifyRelease, type Expected, type Verification, type VerifyTools } from '../verify/verify.ts'
import { takeBack } from './yank.ts'

/** A file that lies here and is to be published. */
export type Publishable = { readonly name: string; readonly path: string } & Digest

export interface PublishTools extends VerifyTools, Frame {}

export interface Shown {
  readonly published: Published
  /** Files of the release that we did not make: they are kept, and named. */
  readonly foreign: readonly string[]
}

/** How the release is signed and what its programs must say; `identity` tells one expectation from another. */
export type Signing = Pick<Expected, 'proves' | 'version' | 'commit'> & { readonly identity: Identity | undefined }

/** A release on its way out: the draft that it is filled into, and what lies here for it. */
export interface Outgoing {
  readonly publisher: Publisher
  readonly draft: Draft
  readonly tag: string
  readonly files: readonly Publishable[]
  readonly signing: Signing
}

/** Fills a draft, publishes it, and verifies what everybody can see now; what is wrong by then is taken back. */
export async function publishDraft(
  tools: PublishTools,
  { publisher, draft, tag, files, signing }: Outgoing,
  signal: AbortSignal
): Promise<Shown> {
  try {
    const published = await stage('publish', tools).watch(`${tag} to ${publisher.name}`, async (note) => ({
      value: await fill(draft, files, note),
      ...(draft.finished ? { reused: true, note: 'published before' } : { note: count(files.length, 'file') })
    }))
    // What everybody can see now is looked up again rather than believed.
    const seen = (await publisher.find(tag, signal)) ?? published
    await verifyPublished(tools, seen, { draft, files, signing })
    const foreign = seen.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name))
    return { published: seen, foreign }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || !error.exposed) throw error
    // The right to write there has to be free.
    await draft[Symbol.asyncDispose]()
    throw await takeBack(publisher, tag, error, signal)
  }
}

/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
async function fill(draft: Draft, files: readonly Publishable[], note: (text: string) => void): Promise<Published> {
  for (const [i, file] of files.entries()) {
    note(`${i + 1} of ${files.length}: ${file.name}`)
    await draft.add(file)
  }
  note('reading back')
  return await draft.publish()
}

/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verifyPublished(
  tools: PublishTools,
  published: Published,
  { draft, files: made, signing: { identity, ...signing } }: Pick<Outgoing, 'draft' | 'files' | 'signing'>
): Promise<void> {
  const { files, unpack } = tools
  const look = async (): Promise<Verification> => {
    const expected: Expected = { ...signing, made, strangers: 'keep' }
    return await verifyRelease(openPublished(published), { files, unpack }, expected).catch((error: unknown) => {
      throw error instanceof Failure && error.kind === 'verification' ? wrong(published, error, draft.finished) : error
    })
  }
  const told = (seen: Verification): string =>
    [
      signing.proves ? 'signature, ' : '',
      count(seen.covered.length, 'file'),
      `, ${count(seen.programs, 'program')} looked into`
    ].join('')
  const verify = stage('verify', tools)
  // Where the platform keeps no digests, every look is a download.
  const known = published.files.every(({ sha256 }) => sha256 !== undefined)
  if (known)
    await verify.once(published.tag, verifiedStep(published, identity), async () => ({ value: await look() }), told)
  else
    await verify.watch(published.tag, async () => {
      const seen = await look()
      return { value: seen, note: told(seen) }
    })
}

/** What was seen of a release counts while the platform says that its files are the same. */
export const verifiedStep = ({ tag, url, files }: Published, identity: Identity | undefined): Step<Verification> => ({
  kind: 'verified',
  shape: 1,
  input: { tag, url, digests: files.map(({ name, sha256 }) => ({ name, sha256 })), identity },
  fits: isVerification
})

/** A release that this run did not make is not taken back by itself: the fault may be here. */
const wrong = ({ tag, url }: Published, cause: Failure, finished: boolean): Failure => {
  const hint = finished
    ? `Find out whether it is the release or the way to it; slipway yank ${tag} takes it back.`
    : cause.hint
  return new Failure('verification', `${tag} is published (${url}) and does not verify: ${cause.message}`, {
    ...(hint !== undefined && { hint }),
    cause,
    exposed: !finished
  })
}
