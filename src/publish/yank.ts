import semver from 'semver'
import { Failure } from '../base/errors.ts'
import type { Listed, Publisher, Yanked } from '../model/ports/publisher.ts'
import { parseTagFolder, readVersionOfTag } from '../facts/version.ts'

/** The stable releases of a module, but for this one, that nobody took back, the highest first. */
export const listStanding = (
  folder: string,
  but: string,
  releases: readonly Listed[]
): readonly { readonly tag: string; readonly version: string }[] =>
  releases
    .filter((each) => each.tag !== but && !each.prerelease && !each.yanked)
    .flatMap((each) => {
      const version = readVersionOfTag(each.tag, folder)
      return version === undefined || semver.prerelease(version) ? [] : [{ tag: each.tag, version }]
    })
    .sort((a, b) => semver.rcompare(a.version, b.version))

/** Which release is to be the latest when this one is taken back. */
export const findSuccessor = (tag: string, releases: readonly Listed[]): string | undefined =>
  listStanding(parseTagFolder(tag), tag, releases)[0]?.tag

/** A stable release, higher than this one, that is published already: then this one is a back-port. */
export function findHigher(tag: string, releases: readonly Listed[]): string | undefined {
  const version = readVersionOfTag(tag, parseTagFolder(tag))
  const [highest] = listStanding(parseTagFolder(tag), tag, releases)
  return version !== undefined && highest && semver.gt(highest.version, version) ? highest.tag : undefined
}

export interface TakenBack extends Yanked {
  /** The release that is the latest instead. */
  readonly latest: string | undefined
}

/** Marks a release as bad and makes the one before it the latest again; deletes nothing. */
export async function yankAndPromote(
  publisher: Publisher,
  { tag, why, half }: { readonly tag: string; readonly why: string; readonly half: boolean },
  signal: AbortSignal
): Promise<TakenBack | undefined> {
  const latest = findSuccessor(tag, await publisher.list(signal))
  const yanked = await publisher.yank({ tag, why, half, latest }, signal)
  return yanked && { ...yanked, latest }
}

/** The failure of a release that people see by now: takes it back, and says what came of that. */
export async function takeBack(
  publisher: Publisher,
  tag: string,
  failed: Failure,
  signal: AbortSignal
): Promise<Failure> {
  const half = failed.kind !== 'verification'
  const why = half ? 'Publishing it broke half-way.' : `It was published and is wrong: ${failed.message}`
  const hint = failed.hint === undefined ? '' : `${failed.hint}\n`
  try {
    const yanked = await yankAndPromote(publisher, { tag, why, half }, signal)
    if (!yanked) return failed
    const says = [
      `${tag} was taken back: it is marked ${half ? 'as not complete' : 'as bad'}${yanked.latest ? `, and ${yanked.latest} is the latest release` : ''}`,
      ...yanked.undone
    ].join('; ')
    return new Failure(failed, `${failed.message}\n${says}`, {
      hint: half ? `${hint}The next run finishes it.` : `${hint}Release what is right under a new version.`,
      cause: failed
    })
  } catch (cause) {
    signal.throwIfAborted()
    return new Failure(failed, `${failed.message}\n${tag} could not be taken back: ${(cause as Error).message}`, {
      hint: `${hint}Take it back: slipway yank ${tag}`,
      cause
    })
  }
}
