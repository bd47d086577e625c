import semver from 'semver'
import { Failure } from '../base/errors.ts'
import type { Facts } from '../model/nouns.ts'
import { readVersionOfTag } from '../facts/version.ts'
import { quote } from '../base/text.ts'

/** The release that the candidate is compared with. */
export interface BaselinePlan {
  readonly tag: string
  /** Without `v`. */
  readonly version: string
  readonly commit: string
  /** One sentence: why this one. */
  readonly why: string
  /** Where its release is looked for: the name of a platform, or the path of a folder; undefined: its tag is built. */
  readonly from: string | undefined
  /** Who must have signed that release, as far as it tells one signer from another; left out where nobody said. */
  readonly signer?: string
  /** What its release has for this machine, by the names that slipway.yaml gives now; left out for the usual ones. */
  readonly packed?: readonly PackedPrograms[]
}

/** An archive of a release, or a program as it is, and which programs it holds. */
export interface PackedPrograms {
  readonly name: string
  /** Where each lies in it; '' where it is all of the file. */
  readonly holds: readonly { readonly program: string; readonly entry: string }[]
}

interface BaselineRequest {
  /** `--baseline`: a tag, `none` or `auto`. */
  readonly baseline: string
  readonly version: string
  /** The tag that the candidate is built from. */
  readonly tag: string | undefined
  readonly from: string | undefined
  /** Releases that were taken back, by tag, and why. */
  readonly yanked: Readonly<Record<string, string>>
}

/**
 * The highest stable version below the candidate's, by SemVer and never by date, so that a fix of an old line is
 * compared with that line. A build without a version of its own (a pull request) is compared with the highest stable
 * release in its history. A release that was taken back is passed over. A prerelease, or any other tag that is not above
 * the candidate's version, is taken when it is asked for by name.
 */
export function chooseBaseline(
  { baseline, version, tag, from, yanked }: BaselineRequest,
  facts: Pick<Facts, 'moduleDir' | 'tagCommits' | 'mergedTags' | 'shallow'>
): BaselinePlan | { readonly skip: string } {
  if (baseline === 'none') return { skip: 'baseline is none' }
  const all = Object.keys(facts.tagCommits).flatMap((name) => {
    const found = readVersionOfTag(name, facts.moduleDir)
    return found === undefined || name === tag ? [] : [{ tag: name, version: found }]
  })
  if (baseline !== 'auto') {
    const named = all.find((each) => each.tag === baseline)
    const commit = facts.tagCommits[baseline]
    if (!named || commit === undefined)
      throw new Failure('input', `there is no earlier version with the tag ${quote(baseline)}`, {
        hint: all.length
          ? `Tags of this module: ${sortVersions(all)
              .slice(0, 8)
              .map((each) => each.tag)
              .join(', ')}.`
          : 'Fetch tags (actions/checkout: fetch-depth: 0).'
      })
    if (tag !== undefined && semver.gt(named.version, version))
      throw new Failure('input', `the baseline ${quote(baseline)} is above ${version}: an upgrade goes up`, {
        hint: `Name a version below it, or leave it out: the highest stable one below ${version} is taken.`
      })
    const back = yanked[baseline]
    const why = back === undefined ? '--baseline names it' : `--baseline names it, though it was taken back: ${back}`
    return { ...named, commit, why, from }
  }
  const stable = all.filter((each) => semver.prerelease(each.version) === null)
  const candidates =
    tag === undefined
      ? stable.filter((each) => facts.mergedTags.includes(each.tag))
      : stable.filter((each) => semver.lt(each.version, version))
  const [highest] = sortVersions(candidates.filter((each) => yanked[each.tag] === undefined))
  const passed = sortVersions(candidates)
    .filter((each) => yanked[each.tag] !== undefined && (!highest || semver.gt(each.version, highest.version)))
    .map((each) => `${each.tag} was taken back: ${yanked[each.tag]}`)
    .join('; ')
  if (!highest)
    return {
      skip: passed
        ? `every version before has been taken back: ${passed}`
        : facts.shallow
          ? 'this clone is shallow and holds no tag of an earlier version'
          : tag === undefined
            ? 'no version was released before this commit'
            : `no stable version below ${version} has a tag: a first release`
    }
  const why =
    tag === undefined
      ? 'the highest stable version in the history of this commit'
      : `the highest stable version below ${version}`
  const commit = facts.tagCommits[highest.tag] ?? ''
  return { ...highest, commit, why: passed ? `${why}; ${passed}` : why, from }
}

const sortVersions = <T extends { readonly version: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => semver.rcompare(a.version, b.version))
