import { Failure } from '../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently } from '../base/patience.ts'
import { makeUnseenReleaseFailure } from '../model/unseen-release.ts'
import type { Made, Step } from '../steps/ledger.ts'
import type { WatchedWork } from '../steps/timeline.ts'
import { stage, type Frame } from '../steps/stage.ts'
import type { Digest, Identity } from '../model/nouns.ts'
import type { Draft, Published, Publisher } from '../model/ports/publisher.ts'
import { formatCount } from '../base/text.ts'
import { openPublished } from '../verify/release-files.ts'
import { isVerification, verifyRelease, type Expected, type Verification, type VerifyTools } from '../verify/verify.ts'
import { settleLatest, settleLatestAgain } from './latest.ts'
import { takeBack } from './yank.ts'

/** A file that lies here and is to be published. */
export type Publishable = { readonly name: string; readonly path: string } & Digest

export interface PublishTools extends VerifyTools, Frame {
  readonly warn: (line: string) => void
}

export interface Shown {
  readonly published: Published
  /** Files of the release that we did not make: they are kept, and named. */
  readonly foreign: readonly string[]
}

/** How the release is signed and what its programs must say; `identity` tells one expectation from another. */
export type Signing = Pick<Expected, 'proves' | 'signer' | 'version' | 'commit' | 'asked'> & {
  readonly identity: Identity | undefined
}

/** A release on its way out: the draft that it is filled into, and what lies here for it. */
export interface Outgoing {
  readonly publisher: Publisher
  readonly draft: Draft
  readonly tag: string
  /** Whether it is to be the latest release. */
  readonly latest: boolean
  readonly files: readonly Publishable[]
  readonly signing: Signing
}

/**
 * Fills a draft, publishes it, and verifies what everybody can see now. What three looks agree is wrong is taken back;
 * what is not seen at all, or not whole, is not: the failure lists what was asked, and the next run looks again.
 */
export async function publishDraft(tools: PublishTools, outgoing: Outgoing, signal: AbortSignal): Promise<Shown> {
  const { publisher, draft, tag, files, latest } = outgoing
  const before = draft.finished ? undefined : await publisher.latest?.now(signal)
  try {
    const published = await stage('publish', tools).watch(`${tag} to ${publisher.name}`, async (note) => ({
      value: await fillDraft(draft, files, note),
      ...(draft.finished ? { reused: true, note: 'published before' } : { note: formatCount(files.length, 'file') })
    }))
    const seen = await stage('verify', tools).watch(tag, (note) => verifySeen(tools, outgoing, published, note, signal))
    await (draft.finished
      ? settleLatestAgain(publisher, { tag, latest, since: seen.since }, tools.warn, signal)
      : settleLatest(publisher, { tag, latest, before }, tools.warn, signal))
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
async function fillDraft(
  draft: Draft,
  files: readonly Publishable[],
  note: (text: string) => void
): Promise<Published> {
  for (const [i, file] of files.entries()) {
    note(`${i + 1} of ${files.length}: ${file.name}`)
    await draft.add(file)
  }
  note('reading back')
  return await draft.publish()
}

/** Verifies what everybody can see now, which is looked up again rather than believed. */
async function verifySeen(
  tools: PublishTools,
  { publisher, draft, tag, files, signing }: Outgoing,
  published: Published,
  note: (text: string) => void,
  signal: AbortSignal
): Promise<WatchedWork<Published>> {
  const sight = await lookPatiently<WatchedWork<Published>>(
    async () => {
      const found = await publisher.find(tag, signal)
      if (!found) return { seen: 'missing', what: `${publisher.name} shows no release ${tag}` }
      const absent = files.filter(({ name }) => !found.files.some((file) => file.name === name))
      if (absent.length > 0)
        return { seen: 'missing', what: `${found.url} has no ${absent.map(({ name }) => name).join(', no ')}` }
      try {
        return { seen: 'right', value: { ...(await verifyPublished(tools, found, files, signing)), value: found } }
      } catch (error) {
        if (error instanceof Failure && error.kind === 'verification') return { seen: 'wrong', failure: error }
        throw error
      }
    },
    (seconds) => {
      note(`looking again in ${seconds} s`)
      return publisher.wait(seconds, signal)
    },
    AFTER_A_WRITE
  )
  if (sight.seen === 'right') return sight.value
  throw sight.seen === 'wrong'
    ? explainWrongRelease(published, sight.failure, draft.finished)
    : makeUnseenReleaseFailure(tag, sight.asked)
}

/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verifyPublished(
  { ledger, files, unpack }: PublishTools,
  published: Published,
  made: readonly Publishable[],
  { identity, ...signing }: Signing
): Promise<{ readonly reused: boolean; readonly note: string }> {
  const look = async (): Promise<Made<Verification>> => {
    const expected: Expected = { ...signing, made, strangers: 'allow' }
    return { value: await verifyRelease(openPublished(published), { files, unpack }, expected) }
  }
  // Where the platform keeps no digests, every look is a download.
  const known = published.files.every(({ sha256 }) => sha256 !== undefined)
  const { value, reused } = known
    ? await ledger.once(makeVerificationStep(published, identity), look)
    : { ...(await look()), reused: false }
  const parts = [
    signing.proves ? 'signature, ' : '',
    formatCount(value.covered.length, 'file'),
    `, ${formatCount(value.programs, 'program')} looked into`
  ]
  return { reused, note: parts.join('') }
}

/** What was seen of a release counts while the platform says that its files are the same. */
export const makeVerificationStep = (
  { tag, url, files }: Published,
  identity: Identity | undefined
): Step<Verification> => ({
  kind: 'verified',
  shape: 2,
  input: { tag, url, digests: files.map(({ name, sha256 }) => ({ name, sha256 })), identity },
  fits: isVerification
})

/** A release that this run did not make is not taken back by itself: the fault may be here. */
const explainWrongRelease = ({ tag, url }: Published, cause: Failure, finished: boolean): Failure => {
  const hint = finished
    ? `Find out whether it is the release or the way to it; slipway yank ${tag} takes it back.`
    : cause.hint
  return new Failure('verification', `${tag} is published (${url}) and does not verify: ${cause.message}`, {
    ...(hint !== undefined && { hint }),
    cause,
    exposed: !finished
  })
}
