import semver from 'semver'
import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import type { Event } from './event.ts'

/** The version that a run builds, and the tag that carries it if there is one. */
export interface ChosenVersion {
  /** Without `v`. */
  readonly version: string
  readonly tag: string | undefined
  /** One sentence: where it comes from. */
  readonly why: string
}

interface VersionRequest {
  /** `--version`, '' when not given. */
  readonly version: string
  readonly event: Event
  /** 'release' demands a tag; anything else takes a snapshot version. */
  readonly release: boolean
}

interface SeenTags {
  readonly tags: readonly string[]
  readonly allTags: readonly string[]
  readonly commit: string
  readonly moduleDir: string
  /** What tags of this module begin with, where that is not its folder. */
  readonly tagPrefix?: string | undefined
  readonly shallow: boolean
}

/** What tags begin with: `sub/` for a module's folder `sub`, and a prefix that ends with its own joint as it is. */
const formatTagPrefix = (place: string): string => (place === '' || /[/_@-]$/.test(place) ? place : `${place}/`)

/** The module's folder, or another prefix, that a tag begins with: `sub` of `sub/v1.2.3`, `app-` of `app-v1.2.3`, else ''. */
export function parseTagFolder(tag: string): string {
  const [, prefix = tag.slice(0, tag.lastIndexOf('/') + 1)] = PREFIXED.exec(tag) ?? []
  return prefix.replace(/\/$/, '')
}

const PREFIXED = /^(|.*?[/_@-])v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/

/**
 * The version inside a tag of this module (`v1.2.3`, `1.2.3`, `sub/v1.2.3`), or undefined when it is not one of its. `place`:
 * the module's folder, or what its tags begin with.
 */
export function readVersionOfTag(tag: string, place: string): string | undefined {
  const prefix = formatTagPrefix(place)
  if (!tag.startsWith(prefix)) return undefined
  const rest = tag.slice(prefix.length)
  return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(rest)
    ? ((semver.valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
    : undefined
}

/** What to do about a tag that is a date and no semantic version: two or four numbers, or a month or day with a zero before it. */
function explainDate(tag: string): string | undefined {
  const [, year, month, day] = /(?:^|[^\d])v?(20\d\d|2\d)[.-](\d{1,2})(?:[.-](\d{1,2})(?:[.-]\d+)*)?$/.exec(tag) ?? []
  if (year === undefined || (year.length === 2 && day === undefined)) return undefined
  const numbers = [year, month, day ?? '0'].map(Number)
  return `A date is a semantic version where it has three numbers without zeros before them, and the last one counts up: v${numbers.join('.')}.`
}

/** What to do about a tag that has a version behind a prefix of another kind than a folder. */
function explainPrefix(tag: string, place: string): string | undefined {
  const prefix = parseTagFolder(tag)
  return /[_@-]$/.test(prefix) && prefix !== place
    ? `It has a version behind ${prefix}: where tags of this module begin so, say tag-prefix: ${prefix} in slipway.yaml.`
    : undefined
}

/** Whether a tag would be a version of a module in the root. */
const readsAtRoot = (tag: string): boolean => readVersionOfTag(tag, '') !== undefined

/** Never guesses: a release has exactly one tag that somebody named, or the only one there is. */
export function chooseVersion(asked: VersionRequest, seen: SeenTags): ChosenVersion {
  const short = seen.commit.slice(0, 7)
  const place = seen.tagPrefix ?? seen.moduleDir
  const prefix = formatTagPrefix(place)
  const here = seen.tags.filter((tag) => readVersionOfTag(tag, place) !== undefined)

  if (asked.version !== '') {
    const tag = here.find((tag) => readVersionOfTag(tag, place) === asked.version)
    if (!tag && asked.release)
      throw new Failure('input', `commit ${short} has no tag for version ${asked.version}${formatTags(seen.tags)}`, {
        code: 'no-version-tag',
        hint: `Tag it (git tag ${prefix}v${asked.version}) and check that tag out.`
      })
    return { version: asked.version, tag, why: '--version names it' }
  }

  if (asked.event.tag !== undefined) {
    const tag = asked.event.tag
    const version = readVersionOfTag(tag, place)
    if (version === undefined)
      throw new Failure('input', `the tag ${quote(tag)} is not a version of this module`, {
        code: 'not-a-version-tag',
        hint:
          explainDate(tag) ??
          explainPrefix(tag, place) ??
          (readsAtRoot(tag)
            ? `${seen.tagPrefix === undefined ? `This module lies in ${seen.moduleDir}, whose tags begin with it` : `Tags begin with ${prefix} (tag-prefix in slipway.yaml)`}: git tag ${prefix}v${readVersionOfTag(tag, '')}.`
            : `Tags look like ${prefix}v1.2.3; give --version to build something else.`)
      })
    if (!seen.tags.includes(tag))
      throw new Failure('input', `this run is for the tag ${quote(tag)}, which is not on commit ${short}`, {
        code: 'tag-elsewhere',
        hint: seen.allTags.includes(tag)
          ? 'The tag was moved, or another commit is checked out: check out the tag itself.'
          : 'The tag is not in this clone: fetch tags (actions/checkout: fetch-depth: 0), or it was deleted.'
      })
    return { version, tag, why: 'the tag that started this run' }
  }

  const [only, ...others] = here
  if (only !== undefined && others.length === 0)
    return { version: readVersionOfTag(only, place) ?? '', tag: only, why: `the only version tag on ${short}` }
  if (!asked.release)
    return {
      version: `0.0.0-snapshot.${short}`,
      tag: undefined,
      why:
        only === undefined
          ? `commit ${short} has no version tag: a snapshot`
          : `commit ${short} has several version tags (${here.join(', ')}): a snapshot`
    }
  if (only !== undefined)
    throw new Failure('input', `commit ${short} has several version tags: ${here.join(', ')}`, {
      code: 'several-version-tags',
      hint: 'Say which one is released: --version.'
    })
  throw new Failure('input', `commit ${short} has no version tag${formatTags(seen.tags)}`, {
    code: 'no-version-tag',
    hint:
      seen.tags.map(explainDate).find((why) => why !== undefined) ??
      (seen.shallow
        ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
        : `Tag the commit (git tag ${prefix}v${seen.tags.flatMap((tag) => readVersionOfTag(tag, '') ?? [])[0] ?? '1.2.3'}), or use build or gate for a snapshot.`)
  })
}

/** Whether this version is a stable one, higher than every other stable version that has a tag (T10). */
export function isHighest(version: string, moduleDir: string, allTags: readonly string[]): boolean {
  if (semver.prerelease(version)) return false
  return allTags.every((tag) => {
    const other = readVersionOfTag(tag, moduleDir)
    return other === undefined || semver.prerelease(other) !== null || semver.compare(other, version) <= 0
  })
}

/** The tag of the release before this version: the highest lower one, and for a stable version the highest stable one. */
export const findTagBefore = (version: string, moduleDir: string, allTags: readonly string[]): string | undefined =>
  listBefore(version, moduleDir, allTags).find(({ other }) => isPrerelease(version) || !isPrerelease(other))?.tag

/** The last stable release of each minor below a version, the newest first. */
export function listMinorsBefore(version: string, moduleDir: string, allTags: readonly string[]): readonly string[] {
  const earlier = listBefore(version, moduleDir, allTags).filter(({ other }) => !isPrerelease(other))
  const minor = (of: string): string => `${semver.major(of)}.${semver.minor(of)}`
  return earlier
    .filter(({ other }, i) => i === 0 || minor(other) !== minor(earlier[i - 1]?.other ?? '0.0.0'))
    .map(({ tag }) => tag)
}

/** Tags of versions below this one, the highest first. */
const listBefore = (
  version: string,
  moduleDir: string,
  allTags: readonly string[]
): readonly { readonly tag: string; readonly other: string }[] =>
  allTags
    .flatMap((tag) => {
      const other = readVersionOfTag(tag, moduleDir)
      return other === undefined || semver.compare(other, version) >= 0 ? [] : [{ tag, other }]
    })
    .sort((a, b) => semver.rcompare(a.other, b.other))

export const isPrerelease = (version: string): boolean => semver.prerelease(version) !== null

const formatTags = (tags: readonly string[]): string =>
  tags.length ? ` (its tags: ${tags.map(quote).join(', ')})` : ''
