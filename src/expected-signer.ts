/** Who must have signed: a key, a certificate's identity, or any of the identities that fit a pattern, and the issuer. */
export type ExpectedSigner =
  | { readonly key: string }
  | { readonly identity: string; readonly issuer: string }
  | { readonly pattern: string; readonly issuer: string }

/**
 * Who signs keyless in the jobs of a repository when a tag is pushed: any of its own workflows, at just this tag. Known
 * from where the repository is, never from the release.
 */
export function signerOf(on: 'github' | 'gitlab', repository: string, tag: string): ExpectedSigner {
  const at = `@refs/tags/${escaped(tag)}$`
  return on === 'github'
    ? { pattern: `^${escaped(repository)}/\\.github/workflows/[^@]+${at}`, issuer: githubIssuer(new URL(repository)) }
    : { pattern: `^${escaped(repository)}//[^@]+${at}`, issuer: new URL(repository).origin }
}

/** As GitHub documents them for its own service, for `ghe.com`, and for Enterprise Server. */
function githubIssuer({ hostname, origin }: URL): string {
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com'
  if (hostname.endsWith('.ghe.com')) return `https://token.actions.${hostname}`
  return `${origin}/_services/token`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
