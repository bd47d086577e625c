import { listPackages, type GoSources, type Package } from '../go/list.ts'
import { makeTargetEnv } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'
import { formatListFlags, type Choosing } from './go-dependencies.ts'

interface WithoutCgo {
  /** Absolute folder of the module. */
  readonly folder: string
  readonly vendored: boolean
  readonly choosing: Choosing
  readonly target: Target
  /** As they are built, with the files that are left out for whatever reason. */
  readonly packages: readonly Package[]
}

/** Systems that have no cgo. */
const NONE = ['js', 'wasip1']

/**
 * Import paths of packages of which files are left out because cgo is off: what is built in their place may be a stub, which
 * says when it runs that it needs cgo.
 */
export async function findWithoutCgo(
  sources: GoSources,
  { folder, vendored, choosing, target, packages }: WithoutCgo
): Promise<readonly string[]> {
  const asked = packages.filter(({ IgnoredGoFiles = [] }) => IgnoredGoFiles.length > 0)
  if (asked.length === 0 || NONE.includes(target.os)) return []
  const args = ['-find', ...formatListFlags(vendored, choosing.tags), '-json=ImportPath,GoFiles,CgoFiles']
  const paths = asked.map(({ ImportPath }) => ImportPath)
  const env = { ...choosing.env, ...makeTargetEnv(target), CGO_ENABLED: '1' }
  const withCgo = await listPackages(sources, folder, [...args, ...paths], env)
  const built = new Map(asked.map(({ ImportPath, GoFiles = [] }) => [ImportPath, new Set(GoFiles)]))
  return withCgo
    .filter(({ ImportPath, GoFiles = [], CgoFiles = [] }) =>
      [...GoFiles, ...CgoFiles].some((file) => built.get(ImportPath)?.has(file) === false)
    )
    .map(({ ImportPath }) => ImportPath)
}
