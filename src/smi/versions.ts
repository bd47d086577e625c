/** The repository's name under any owner, vendored, or a fork with a suffix. */
const SDK = 'smi-(?:sdk-go|controller-sdk)(?:-[\\w.-]+)?(?:/v\\d+)?'

const VERSION = 'v\\d+(?:(?:alpha|beta)\\d+)?'

/** smi-sdk-go and smi-controller-sdk keep their types in `apis/GROUP/VERSION`. */
const TYPES = new RegExp(`(?:^|/)${SDK}/(?:pkg/)?apis/(access|specs|split)/(${VERSION})$`)

/** The generated clients, listers and informers of smi-sdk-go, one package a version. */
const CLIENTS = new RegExp(`(?:^|/)${SDK}/pkg/gen/client/(access|specs|split)/.+/\\1/(${VERSION})(?:/fake)?$`)

/** Flagger has TrafficSplit alone, as its own copy. */
const COPIES = new RegExp(`(?:^|/)flagger/pkg/apis/smi/(${VERSION})$`)

/** Whether a package belongs to an SMI SDK: what such packages import says nothing about the program. */
export const isSmiSdk = (importPath: string): boolean => new RegExp(`(?:^|/)${SDK}(?:/|$)`).test(importPath)

/** A version of an SMI API: `split.smi-spec.io` and `v1alpha2`. */
export interface GroupVersion {
  readonly group: string
  readonly version: string
}

/**
 * The SMI APIs that a program speaks, sorted, read from the packages it imports. Give it the direct imports of every
 * package that is not itself of an SDK (`isSmiSdk`): the SDK's clientset imports every version there is, so the whole
 * graph would name them all. metrics.smi-spec.io is left out: it is an aggregated API and has no CRD.
 */
export const listSmiVersions = (importPaths: readonly string[]): readonly GroupVersion[] => {
  const found = importPaths.flatMap((path) => {
    const [, api, version] = TYPES.exec(path) ?? CLIENTS.exec(path) ?? []
    if (api !== undefined && version !== undefined) return [`${api}.smi-spec.io/${version}`]
    const copy = COPIES.exec(path)?.[1]
    return copy === undefined ? [] : [`split.smi-spec.io/${copy}`]
  })
  return [...new Set(found)].sort().map((groupVersion) => {
    const [group = '', version = ''] = groupVersion.split('/')
    return { group, version }
  })
}
