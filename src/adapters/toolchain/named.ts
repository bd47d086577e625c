import { Failure } from '../../base/errors.ts'
import type { Files } from '../../model/ports/files.ts'

/** What counts for programs of PATH at this moment of a run. */
export interface PathTools {
  /** Whether a tool could take a secret: then a program counts only when it is named. */
  readonly holdsSecret: boolean
  /** SHA-256 of programs, by the tool's name. */
  readonly named: Readonly<Record<string, string>>
}

/** What `path-tools` says of a program on PATH: its digest where it names one, or why it is passed over. */
export type Naming = { readonly sha256: string | undefined } | { readonly passed: string }

/** Looks whether a program on PATH counts, before it is run. Rejects ('verification') one with another digest. */
export async function checkNaming(
  name: string,
  path: string,
  { files, pathTools }: { readonly files: Files; readonly pathTools?: () => PathTools }
): Promise<Naming> {
  const { holdsSecret, named } = pathTools?.() ?? { holdsSecret: false, named: {} }
  const expected = Object.hasOwn(named, name) ? named[name] : undefined
  if (!holdsSecret && expected === undefined) return { sha256: undefined }
  const sha256 = (await files.digest(path))?.sha256
  if (expected === undefined)
    return {
      passed: `${path} is not named with its SHA-256 (path-tools: ${name}=${sha256 ?? '-'}), which counts beside a secret`
    }
  if (sha256 === expected) return { sha256 }
  throw new Failure('verification', `${path} has sha256 ${sha256 ?? '-'}, and path-tools names ${expected}`, {
    hint: `Find out who changed it. Without ${name} in path-tools, Slipway takes the pinned one.`
  })
}
