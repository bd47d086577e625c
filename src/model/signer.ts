/** Who must have signed: a key, a certificate's identity, or any of the identities that fit a pattern, and the issuer. */
export type ExpectedSigner =
  | { readonly key: string }
  | { readonly identity: string; readonly issuer: string }
  | { readonly pattern: string; readonly issuer: string }

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
