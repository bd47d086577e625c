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
 * Who signs keyless in the jobs of a repository when a tag is pushed: any of its own workflows, at just this tag. Known
 * from where the repository is, never from the release.
 */
export function signerOfRepository(on: 'github' | 'gitlab', { url, server }: Repository, tag: string): ExpectedSigner {
  const at = `@refs/tags/${escaped(tag)}$`
  // Neither platform has two repositories whose names differ in case alone, and both take any case in a URL.
  const repository = `^(?i:${escaped(url)})`
  return on === 'github'
    ? { pattern: `${repository}/\\.github/workflows/[^@]+${at}`, issuer: githubIssuer(new URL(server)) }
    : // With its path: `Gitlab.config.gitlab.url` is what signs the tokens of its jobs.
      { pattern: `${repository}//[^@]+${at}`, issuer: server }
}

/** As GitHub documents them for its own service, for `ghe.com`, and for Enterprise Server. */
function githubIssuer({ hostname, origin }: URL): string {
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com'
  if (hostname.endsWith('.ghe.com')) return `https://token.actions.${hostname}`
  return `${origin}/_services/token`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
