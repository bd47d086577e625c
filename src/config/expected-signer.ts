import { resolve } from 'node:path'
import type { Config } from './inputs.ts'

/** Who must have signed: a key, a certificate's identity, or any of the identities that fit a pattern, and the issuer. */
export type ExpectedSigner =
  | { readonly key: string }
  | { readonly identity: string; readonly issuer: string }
  | { readonly pattern: string; readonly issuer: string }

/** The inputs that name the expected signer. */
export const SIGNER_INPUTS = ['key', 'identity', 'issuer'] as const
type SignerInputs = Pick<Config, (typeof SIGNER_INPUTS)[number]>

/** The one rule for these inputs; throws an Error that says it. They may all be left out. */
export function refuseAmbiguousSigner({ key, identity, issuer }: SignerInputs): void {
  const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === ''
  if (isSound) return
  throw new Error(
    'the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)'
  )
}

/** The signer that the inputs name, if they name one; paths count from `folder`. */
export function expectedSigner({ key, identity, issuer }: SignerInputs, folder: string): ExpectedSigner | undefined {
  if (key !== '') return { key: keyFrom(folder, key) }
  return identity === '' ? undefined : { identity, issuer }
}

/** A key as people name it: the URL of a key service as it is, or the path of a file from a folder. */
const keyFrom = (folder: string, key: string): string => (/^[a-z0-9+]+:\/\//.test(key) ? key : resolve(folder, key))

/** A repository and the platform that it is on, as people see them: URLs without a trailing slash. */
export interface Repository {
  readonly url: string
  /** With a path where the instance of GitLab has one. */
  readonly server: string
}

/**
 * Any workflow of a repository at just this tag. `workflows`: a regular expression for where a certificate names them,
 * behind the repository's URL. Known from where the repository is, never from the release.
 */
export const workflowAtTag = (
  { url }: Repository,
  { workflows, tag, issuer }: { readonly workflows: string; readonly tag: string; readonly issuer: string }
): ExpectedSigner => ({
  // No platform has two repositories whose names differ in case alone, and each takes any case in a URL.
  pattern: `^(?i:${escaped(url)})${workflows}@refs/tags/${escaped(tag)}$`,
  issuer
})

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
