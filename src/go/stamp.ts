import semver from 'semver'
import { hashBytes } from '../base/digest.ts'
import { Failure } from '../base/errors.ts'
import type { Facts } from '../model/nouns.ts'
import { parseGoMinor } from './version.ts'

export interface Stamped {
  /**
   * What build info may name as the version of the main module; one that begins with `*` says how it ends. Empty where
   * the tag of the release has no say in it.
   */
  readonly versions: readonly string[]
  /** What go makes it from, beside the commit and the files: with other ones it writes other bytes. */
  readonly from: readonly string[]
  /** Why it will name another version than the release has, if so. */
  readonly note?: string
}

/**
 * What go 1.24 and newer write into build info as the main module's version: the highest tag of the form vX.Y.Z on the
 * commit that fits the module path, else a pseudo-version made from the history that is there
 * (cmd/go/internal/load/pkg.go, setBuildInfo). Throws an 'input' Failure where a shallow clone would decide the bytes.
 */
export function deriveStampedVersion(facts: Facts, tag: string | undefined, version: string, go: string): Stamped {
  if (parseGoMinor(go) < 24) return { versions: [], from: [] }
  const from = listTagsBehind(facts)
  if (tag === undefined || facts.dirty.length > 0) return { versions: [], from }
  // To go it is a tag of another module.
  if (facts.moduleDir !== '' && !tag.startsWith(`${facts.moduleDir}/`)) return { versions: [], from }
  if (facts.moduleDir !== '') {
    const own = listTagsBeside(tag, facts, go)
    return { versions: listVersionsOf(facts, own), from: isDecidedByTags(facts.moduleDir, go) ? own : from }
  }
  const fits = (name: string): boolean =>
    FORM.test(name) && listMajors(facts.module).includes(semver.parse(name)?.major ?? -1)
  const [highest] = facts.tags.filter(fits).sort(semver.rcompare)
  if (highest !== undefined)
    return {
      versions: isUncertain(facts.module, go) ? listVersionsOf(facts, [highest]) : [highest],
      from: [highest],
      ...(highest !== tag && {
        note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
      })
    }
  const why = `${tag} is no version of ${facts.module} to go, which wants ${formatWanted(facts.module, version)}`
  if (facts.shallow)
    throw new Failure('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
      hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
    })
  return { versions: [], from, note: `${why}: build info has a pseudo-version` }
}

const FORM = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/**
 * Where not only the tags of the commit decide: go 1.24 takes the folder of the repository for the module path, so that
 * its name says which major versions fit, and for a path of gopkg.in go looks for a folder that is none.
 */
const isUncertain = (module: string, go: string): boolean => parseGoMinor(go) === 24 || module.startsWith('gopkg.in/')

/**
 * Whether no history has a say in the version of a module in a subdirectory that has a tag. Go 1.24 looks at the tags of
 * the repository's root instead, and a folder of a major version (`cli/v2`) has its tags above it.
 */
const isDecidedByTags = (moduleDir: string, go: string): boolean =>
  parseGoMinor(go) > 24 && !/(^|\/)v\d+$/.test(moduleDir)

/** The tags of the commit that stand in one folder with the release's; for go 1.24, which mixes them up, every one. */
function listTagsBeside(tag: string, { tags }: Facts, go: string): readonly string[] {
  const prefix = tag.slice(0, tag.length - cutVersionPart(tag).length)
  return tags.filter((name) => parseGoMinor(go) === 24 || name.startsWith(prefix)).sort()
}

/** Every version that go could mean: by one of these tags, by the commit alone, or none. */
function listVersionsOf({ commit, committedAt }: Facts, tags: readonly string[]): readonly string[] {
  const named = tags.map(cutVersionPart).filter((name) => FORM.test(name))
  const unfit = named.filter((name) => semver.major(name) > 1).map((name) => `${name}+incompatible`)
  // https://go.dev/ref/mod#pseudo-versions
  const pseudo = `*${committedAt.replace(/\D/g, '')}-${commit.slice(0, 12)}`
  return [...new Set([...named, ...unfit]), pseudo, '(devel)']
}

/** Tags that go may take for versions: those of the commit and those before it; how deep the history is, counts too. */
function listTagsBehind({ tags, mergedTags, shallow }: Facts): readonly string[] {
  const isVersion = (name: string): boolean => FORM.test(cutVersionPart(name))
  const here = tags.filter(isVersion).sort()
  const before = mergedTags.filter((name) => isVersion(name) && !here.includes(name)).sort()
  return [
    ...here,
    // There may be thousands.
    ...(before.length ? [`${before.length} before: ${hashBytes(before.join('\n'))}`] : []),
    ...(shallow ? ['a shallow clone'] : [])
  ]
}

/** `v1.2.3` of `tools/cli/v1.2.3`. */
const cutVersionPart = (tag: string): string => tag.slice(tag.lastIndexOf('/') + 1)

/** The major versions that a module path may have (https://go.dev/ref/mod#major-version-suffixes). */
function listMajors(module: string): readonly number[] {
  const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? []
  const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined)
  return major === undefined ? [0, 1] : [Number(major)]
}

const formatWanted = (module: string, version: string): string => {
  const major = semver.major(version)
  return listMajors(module).includes(major)
    ? `v${version.replace(/\+.*/, '')}`
    : `a module path that ends in /v${major}`
}
