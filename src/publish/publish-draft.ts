import { Failure } from '../base/errors.ts'
import { AFTER_A_WRITE, lookPatiently } from '../base/patience.ts'
import { makeUnseenFailure, makeUnseenReleaseFailure } from '../model/unseen-release.ts'
import type { Made, Step } from '../steps/ledger.ts'
import type { WatchedWork } from '../steps/timeline.ts'
import { stage, type Frame } from '../steps/stage.ts'
import type { Digest, Identity } from '../model/nouns.ts'
import type { Draft, Published, Publisher } from '../model/ports/publisher.ts'
import { formatCount } from '../base/text.ts'
import type { DescribedFile } from '../verify/programs.ts'
import { openPublished } from '../verify/release-files.ts'
import { isVerification, verifyRelease, type Expected, type Verification, type VerifyTools } from '../verify/verify.ts'
import { settleLatest, settleLatestAgain } from './latest.ts'
import { takeBack } from './yank.ts'

/** A file that lies here and is to be published. */
export type Publishable = DescribedFile & { readonly path: string } & Digest

export interface PublishTools extends VerifyTools, Frame {
  readonly warn: (line: string) => void
  /** The clock for dates. */
  readonly now: () => Date
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
      value: await fillDraft(draft, files, note, () => draft.publish()),
      ...(draft.finished ? { reused: true, note: 'published before' } : { note: formatCount(files.length, 'file') })
    }))
    const seen = await stage('verify', tools).watch(tag, (note) =>
      verifySeen(
        tools,
        outgoing,
        {
          find: () => publisher.find(tag, signal),
          what: `${publisher.name} shows no release ${tag}`,
          note,
          explain: (cause) => explainWrongRelease(published, cause, draft.finished),
          miss: (asked) => makeUnseenReleaseFailure(tag, asked)
        },
        signal
      )
    )
    await (draft.finished
      ? settleLatestAgain(publisher, { tag, latest, age: measureAge(seen, tools.now()) }, tools.warn, signal)
      : settleLatest(publisher, { tag, latest, before }, tools.warn, signal))
    return { published: seen, foreign: listForeign(seen.files, files) }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || !error.exposed) throw error
    // The right to write there has to be free.
    await draft[Symbol.asyncDispose]()
    throw await takeBack(publisher, tag, error, signal)
  }
}

/** How long people have seen a release, in milliseconds; undefined where the place does not say. */
const measureAge = ({ since }: Published, now: Date): number | undefined =>
  since === undefined ? undefined : now.getTime() - Date.parse(since)

/** Fills a draft, and ends it; equal bytes that lie in it already are kept. */
async function fillDraft<T>(
  draft: Draft,
  files: readonly Publishable[],
  note: (text: string) => void,
  end: () => Promise<T>
): Promise<T> {
  for (const [i, file] of files.entries()) {
    note(`${i + 1} of ${files.length}: ${file.name}`)
    await draft.add(file)
  }
  note('reading back')
  return await end()
}

/** A draft that was filled, looked at as everybody will see it, and left. */
export interface Kept {
  readonly url: string
  readonly foreign: readonly string[]
}

/**
 * Fills a draft, looks at all of it as a stranger would who could see it, and leaves it. A release that is public already
 * is compared, as `publishDraft` does.
 */
export async function leaveDraft(
  tools: PublishTools,
  outgoing: Outgoing,
  signal: AbortSignal
): Promise<{ readonly shown: Shown } | { readonly kept: Kept }> {
  const { publisher, draft, tag, files } = outgoing
  if (draft.finished) return { shown: await publishDraft(tools, outgoing, signal) }
  const url = await stage('publish', tools).watch(`${tag} to ${publisher.name}, as a draft`, async (note) => ({
    value: await fillDraft(draft, files, note, () => draft.keep()),
    note: formatCount(files.length, 'file')
  }))
  const seen = await stage('verify', tools).watch(`the draft of ${tag}`, (note) =>
    verifySeen(
      tools,
      outgoing,
      {
        find: async () => {
          const kept = await publisher.findKept(tag, signal)
          return kept && { ...kept, tag }
        },
        what: `no draft of ${tag} that a run has kept`,
        note,
        explain: (cause) =>
          new Failure('verification', `the draft of ${tag} (${url}) does not verify: ${cause.message}`, {
            hint: 'Nobody sees it. Find out whether it is the draft or the way to it; run again, or delete the draft.',
            cause
          }),
        miss: (asked) =>
          makeUnseenFailure(
            `the draft of ${tag} is filled, and not all of it is to be seen yet`,
            asked,
            'It stays unseen. Run again in some minutes: the next run looks again.'
          )
      },
      signal
    )
  )
  return { kept: { url, foreign: listForeign(seen.files, files) } }
}

const listForeign = (
  seen: readonly { readonly name: string }[],
  own: readonly { readonly name: string }[]
): readonly string[] => seen.map(({ name }) => name).filter((name) => !own.some((file) => file.name === name))

/** What is looked at, again and again, until it is seen. */
interface Looking<T extends Downloadable> {
  readonly find: () => Promise<T | undefined>
  /** For a look that finds nothing. */
  readonly what: string
  readonly note: (text: string) => void
  /** The failure of what is seen to be wrong. */
  readonly explain: (cause: Failure) => Failure
  /** The failure of what is not seen. */
  readonly miss: (asked: readonly string[]) => Failure
}

type Downloadable = Pick<Published, 'tag' | 'url' | 'files' | 'download' | 'pathOf'>

/** Verifies what can be seen now, which is looked up again rather than believed. */
async function verifySeen<T extends Downloadable>(
  tools: PublishTools,
  { publisher, files, signing }: Outgoing,
  { find, what, note, explain, miss }: Looking<T>,
  signal: AbortSignal
): Promise<WatchedWork<T>> {
  const sight = await lookPatiently<WatchedWork<T>>(
    async () => {
      const found = await find()
      if (!found) return { seen: 'missing', what }
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
  throw sight.seen === 'wrong' ? explain(sight.failure) : miss(sight.asked)
}

/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verifyPublished(
  { ledger, files, unpack }: PublishTools,
  published: Downloadable,
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
  { tag, url, files }: Pick<Published, 'tag' | 'url' | 'files'>,
  identity: Identity | undefined
): Step<Verification> => ({
  kind: 'verified',
  shape: 3,
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
