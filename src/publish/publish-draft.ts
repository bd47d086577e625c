import { Failure } from '../base/errors.ts'
import type { Ledger, Made } from '../steps/ledger.ts'
import type { Digest, Identity } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Draft, Published, Publisher } from '../model/ports/publisher.ts'
import { count } from '../base/text.ts'
import type { Timeline } from '../steps/timeline.ts'
import { openPublished } from '../verify/release-files.ts'
import { verifyRelease, type Expected, type Verification, type VerifyTools } from '../verify/verify.ts'
import { takeBack } from './yank.ts'

/** A file that lies here and is to be published. */
export type Publishable = { readonly name: string; readonly path: string } & Digest

export interface PublishTools extends VerifyTools {
  readonly timeline: Timeline
  /** Remembers what was verified, where something is remembered at all. */
  readonly ledger?: Ledger
}

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
  const { timeline } = tools
  try {
    const published = await timeline.watch('publish', `${tag} to ${publisher.name}`, async (note) => ({
      value: await fill(draft, files, note),
      ...(draft.finished ? { reused: true, note: 'published before' } : { note: count(files.length, 'file') })
    }))
    // What everybody can see now is looked up again rather than believed.
    const seen = (await publisher.find(tag, signal)) ?? published
    await timeline.watch('verify', tag, () => verifyPublished(tools, seen, files, signing, draft.finished))
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
  { files, ledger, unpack }: PublishTools,
  published: Published,
  made: readonly Publishable[],
  { identity, ...signing }: Signing,
  finished: boolean
): Promise<{ value: Verification; reused: boolean; note: string }> {
  const look = async (): Promise<Made<Json>> => {
    const expected: Expected = { ...signing, made, strangers: 'keep' }
    const value = await verifyRelease(openPublished(published), { files, unpack }, expected).catch((error: unknown) => {
      throw error instanceof Failure && error.kind === 'verification' ? wrong(published, error, finished) : error
    })
    return { value: value as unknown as Json, files: [] }
  }
  const digests = published.files.map(({ name, sha256 }) => ({ name, sha256 }))
  const input = { tag: published.tag, url: published.url, digests, identity } as unknown as Json
  // Where the platform keeps no digests, every look is a download.
  const known = digests.every(({ sha256 }) => sha256 !== undefined)
  const { value, reused } =
    known && ledger ? await ledger.once('verified', input, look) : { ...(await look()), reused: false }
  const seen = value as unknown as Verification
  const parts = [
    signing.proves ? 'signature, ' : '',
    count(seen.covered.length, 'file'),
    `, ${count(seen.programs, 'program')} looked into`
  ]
  return { value: seen, reused, note: parts.join('') }
}

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
