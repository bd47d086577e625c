/**
 * SHA-256 of the programs that Slipway builds from modules, by Go's `os/arch`. Data only. Each was seen by a build of
 * `npm run built`; docs/tools.md says how often and under which conditions. A platform that is not listed has no digest,
 * and there a tool is not built beside a secret.
 */
export interface BuiltPin {
  /** The digest of the recipe that was built: another recipe makes another program. */
  readonly recipe: string
  readonly sha256: Readonly<Record<string, string>>
}

/** By the name of the tool; Kubernetes with its release. */
export const BUILT: Readonly<Record<string, BuiltPin>> = {
  apidiff: {
    recipe: 'module 5ea1c2ce0813bca70feb144a45dc2344a859e8923d06e630823e6dbe9ca767f9',
    sha256: {
      'linux/amd64': '4b7af831f86fce9f961803ac6294a40d01d65e0c1606be5d673421bd16b983df'
    }
  }
}
