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
  readonly shallow: boolean
}

/** The version inside a tag of this module (`v1.2.3`, `1.2.3`, `sub/v1.2.3`), or undefined when it is not one of its. */
export function readVersionOfTag(tag: string, moduleDir: string): string | undefined {
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  if (!tag.startsWith(prefix)) return undefined
  const rest = tag.slice(prefix.length)
  return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(rest)
    ? ((semver.valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
    : undefined
}

/** Whether a tag would be a version of a module in the root. */
const readsAtRoot = (tag: string): boolean => readVersionOfTag(tag, '') !== undefined

/** Never guesses: a release has exactly one tag that somebody named, or the only one there is. */
export function chooseVersion(asked: VersionRequest, seen: SeenTags): ChosenVersion {
  const short = seen.commit.slice(0, 7)
  const prefix = seen.moduleDir === '' ? '' : `${seen.moduleDir}/`
  const here = seen.tags.filter((tag) => readVersionOfTag(tag, seen.moduleDir) !== undefined)

  if (asked.version !== '') {
    const tag = here.find((tag) => readVersionOfTag(tag, seen.moduleDir) === asked.version)
    if (!tag && asked.release)
      throw new Failure('input', `commit ${short} has no tag for version ${asked.version}${formatTags(seen.tags)}`, {
        code: 'no-version-tag',
        hint: `Tag it (git tag ${prefix}v${asked.version}) and check that tag out.`
      })
    return { version: asked.version, tag, why: '--version names it' }
  }

  if (asked.event.tag !== undefined) {
    const tag = asked.event.tag
    const version = readVersionOfTag(tag, seen.moduleDir)
    if (version === undefined)
      throw new Failure('input', `the tag ${quote(tag)} is not a version of this module`, {
        code: 'not-a-version-tag',
        hint: readsAtRoot(tag)
          ? `This module lies in ${seen.moduleDir}, whose tags begin with it: git tag ${prefix}v${readVersionOfTag(tag, '')}.`
          : `Tags look like ${prefix}v1.2.3; give --version to build something else.`
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
    return { version: readVersionOfTag(only, seen.moduleDir) ?? '', tag: only, why: `the only version tag on ${short}` }
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
    hint: seen.shallow
      ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
      : `Tag the commit (git tag ${prefix}v${seen.tags.flatMap((tag) => readVersionOfTag(tag, '') ?? [])[0] ?? '1.2.3'}), or use build or gate for a snapshot.`
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
export function findTagBefore(version: string, moduleDir: string, allTags: readonly string[]): string | undefined {
  const stable = !isPrerelease(version)
  return allTags
    .flatMap((tag) => {
      const other = readVersionOfTag(tag, moduleDir)
      if (other === undefined || semver.compare(other, version) >= 0 || (stable && isPrerelease(other))) return []
      return [{ tag, other }]
    })
    .sort((a, b) => semver.rcompare(a.other, b.other))[0]?.tag
}

/** The last stable release of each minor below a version, the newest first. */
export function listMinorsBefore(version: string, moduleDir: string, allTags: readonly string[]): readonly string[] {
  const earlier = allTags
    .flatMap((tag) => {
      const other = readVersionOfTag(tag, moduleDir)
      return other === undefined || isPrerelease(other) || semver.compare(other, version) >= 0 ? [] : [{ tag, other }]
    })
    .sort((a, b) => semver.rcompare(a.other, b.other))
  const minor = (of: string): string => `${semver.major(of)}.${semver.minor(of)}`
  return earlier
    .filter(({ other }, i) => i === 0 || minor(other) !== minor(earlier[i - 1]?.other ?? '0.0.0'))
    .map(({ tag }) => tag)
}

export const isPrerelease = (version: string): boolean => semver.prerelease(version) !== null

const formatTags = (tags: readonly string[]): string =>
  tags.length ? ` (its tags: ${tags.map(quote).join(', ')})` : ''
