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
export const BUILT: Readonly<Record<string, BuiltPin>> = {}
