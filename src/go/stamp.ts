import semver from 'semver'
import { Failure } from '../errors.ts'
import type { Facts } from '../model.ts'

interface Stamped {
  /** What build info must name as the version of the main module; undefined where that is not decided by the tag. */
  readonly version: string | undefined
  /** Why it will name another version than the release has, if so. */
  readonly note?: string
}

/**
 * What go 1.24 and newer write into build info as the main module's version: the highest tag of the form vX.Y.Z on the
 * commit that fits the module path, else a pseudo-version made from the history that is there
 * (cmd/go/internal/load/pkg.go, setBuildInfo). Throws an 'input' Failure where a shallow clone would decide the bytes.
 */
export function stampedVersion(facts: Facts, tag: string | undefined, version: string, go: string): Stamped {
  // In a subdirectory it depends on whether the repository's root is a module too.
  if (tag === undefined || facts.dirty.length > 0 || facts.moduleDir !== '' || minor(go) < 24)
    return { version: undefined }
  const fits = (name: string): boolean =>
    /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(name) && majorOf(facts.module).includes(semver.parse(name)?.major ?? -1)
  const [highest] = facts.tags.filter(fits).sort(semver.rcompare)
  if (highest === tag) return { version: tag }
  if (highest !== undefined)
    return {
      version: highest,
      note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
    }
  const why = `${tag} is no version of ${facts.module} to go, which wants ${wanted(facts.module, version)}`
  if (facts.shallow)
    throw new Failure('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
      hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
    })
  return { version: undefined, note: `${why}: build info has a pseudo-version` }
}

/** The major versions that a module path may have (https://go.dev/ref/mod#major-version-suffixes). */
function majorOf(module: string): readonly number[] {
  const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? []
  const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined)
  return major === undefined ? [0, 1] : [Number(major)]
}

const wanted = (module: string, version: string): string => {
  const major = semver.major(version)
  return majorOf(module).includes(major) ? `v${version.replace(/\+.*/, '')}` : `a module path that ends in /v${major}`
}

const minor = (go: string): number => Number(/^go1\.(\d+)/.exec(go)?.[1] ?? 0)
