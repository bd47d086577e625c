import { resolve } from 'node:path'

/** Who must have signed: a key, a certificate's identity, or any of the identities that fit a pattern, and the issuer. */
export type ExpectedSigner =
  | { readonly key: string }
  | { readonly identity: string; readonly issuer: string }
  | { readonly pattern: string; readonly issuer: string }

/** A key as people name it: the URL of a key service as it is, or the path of a file from a folder. */
export const keyFrom = (folder: string, key: string): string =>
  /^[a-z0-9+]+:\/\//.test(key) ? key : resolve(folder, key)

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
export function signerOf(on: 'github' | 'gitlab', { url, server }: Repository, tag: string): ExpectedSigner {
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
