import { parseTagFolder } from '../facts/version.ts'
import { Failure } from '../base/errors.ts'
import { AT_REST, lookPatiently, type Sight } from '../base/patience.ts'
import { isPrerelease, readVersionOfTag } from '../facts/version.ts'
import type { LatestRelease, Listed, Publisher } from '../model/ports/publisher.ts'
import { findHigher, listStanding } from './yank.ts'

/** Why a release does not become the latest by itself: a higher one stands, or another module of the repository has it. */
export function findOwnerOfLatest(
  tag: string,
  releases: readonly Listed[],
  now: string | undefined
): string | undefined {
  const higher = findHigher(tag, releases)
  if (higher !== undefined) return `${higher} is published and higher`
  const folder = parseTagFolder(tag)
  if (folder === '') return undefined
  const [root] = listStanding('', tag, releases)
  if (root) return `${root.tag} is a release of the module in the root`
  return now !== undefined && parseTagFolder(now) !== folder ? `${now} is a release of another module` : undefined
}

/** Whether the version of a tag is one of a prerelease; a tag without a version is of none. */
export const isPrereleaseTag = (tag: string): boolean => {
  const version = readVersionOfTag(tag, parseTagFolder(tag))
  return version !== undefined && isPrerelease(version)
}

/** Whether a release becomes the latest by itself, as the releases say that are there. */
export async function becomesLatest(
  publisher: Pick<Publisher, 'latest' | 'list'>,
  { tag, prerelease }: { readonly tag: string; readonly prerelease: boolean },
  signal: AbortSignal
): Promise<boolean> {
  if (prerelease || readVersionOfTag(tag, parseTagFolder(tag)) === undefined) return false
  return findOwnerOfLatest(tag, await publisher.list(signal), await publisher.latest?.now(signal)) === undefined
}

/** A release that was just published, and which one was the latest before. */
export interface Claim {
  readonly tag: string
  /** Whether it is to be the latest. */
  readonly latest: boolean
  readonly before: string | undefined
  /** Why another choice is told and not mended; left out: it is mended. */
  readonly leave?: string
}

/** So long after its publication, in milliseconds, a release may be one that a killed run did not look after. */
const YOUNG = 24 * 3_600_000

/**
 * The same for a release that an earlier run published: it may have ended before it looked. Nothing is written when all
 * is right, and to an old release only a word: there somebody may have chosen another one since.
 */
export async function settleLatestAgain(
  publisher: Pick<Publisher, 'latest' | 'list' | 'wait'>,
  { tag, latest, age }: { readonly tag: string; readonly latest: boolean; readonly age: number | undefined },
  warn: (line: string) => void,
  signal: AbortSignal
): Promise<void> {
  if (!publisher.latest) return
  // A release that is not to be it, and to which no other one stands in the way, may well be it.
  const before = latest ? undefined : findRightful(tag, await publisher.list(signal))
  const leave =
    age !== undefined && age < YOUNG
      ? {}
      : { leave: `somebody may have chosen it since ${tag} was published; if not, choose on its page` }
  await settleLatest(publisher, { tag, latest, before, ...leave }, warn, signal)
}

/** The release that is the latest in the place of this one, because it is higher or of the module in the root. */
const findRightful = (tag: string, releases: readonly Listed[]): string | undefined =>
  findHigher(tag, releases) ?? (parseTagFolder(tag) === '' ? undefined : listStanding('', tag, releases)[0]?.tag)

/**
 * Looks which release the platform calls the latest now. Where it did not do as it was told, the right one is made the
 * latest, and a warning says so, or what a person has to do. The release itself is right, and stays.
 */
export async function settleLatest(
  { latest, wait }: Pick<Publisher, 'latest' | 'wait'>,
  claim: Claim,
  warn: (line: string) => void,
  signal: AbortSignal
): Promise<void> {
  const right = claim.latest ? claim.tag : claim.before
  if (!latest || right === undefined) return
  const look = (): Promise<Sight<undefined>> => lookAtLatest(latest, claim, (seconds) => wait(seconds, signal), signal)
  try {
    const sight = await look()
    if (sight.seen === 'right') return
    const now = sight.seen === 'wrong' ? sight.failure.message : undefined
    if (sight.seen === 'missing' && sight.what !== NONE) return warn(describeUnseenLatest(claim.tag, sight.what))
    if (now !== undefined && isHigher(now, claim)) {
      return warn(`${claim.tag} is not the latest release: ${now} was published meanwhile and is higher`)
    }
    const undone = claim.leave === undefined ? await latest.move(right, signal) : [claim.leave]
    const after = undone.length > 0 ? sight : await look()
    if (after.seen === 'right')
      return warn(`${latest.by} had called ${now ?? 'no release'} the latest release: ${right} is it now`)
    const reasons = undone.length > 0 ? undone.join('; ') : 'choose it on its page'
    warn(`${latest.by} calls ${now ?? 'no release'} the latest release, and it should be ${right}: ${reasons}`)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure)) throw error
    warn(describeUnseenLatest(claim.tag, error.message))
  }
}

const NONE = 'no release is called the latest'

const describeUnseenLatest = (tag: string, why: string): string =>
  `whether ${tag} is the latest release was not to be seen: ${why}`

const isHigher = (now: string, { tag, latest }: Claim): boolean =>
  latest && findHigher(tag, [{ tag: now, prerelease: false, yanked: false }]) !== undefined

/** The latest release as three looks agree; the failure of a wrong one is its tag. */
const lookAtLatest = (
  latest: LatestRelease,
  { tag, latest: wanted }: Claim,
  wait: (seconds: number) => Promise<void>,
  signal: AbortSignal
): Promise<Sight<undefined>> =>
  lookPatiently<undefined>(
    async () => {
      const now = await latest.now(signal)
      if (now === undefined) return { seen: 'missing', what: NONE }
      if ((now === tag) === wanted) return { seen: 'right', value: undefined }
      return { seen: 'wrong', failure: new Failure('host', now) }
    },
    wait,
    AT_REST
  )
