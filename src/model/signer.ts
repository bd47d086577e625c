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
export const expectWorkflowAtTag = (
  { url }: Repository,
  { workflows, tag, issuer }: { readonly workflows: string; readonly tag: string; readonly issuer: string }
): ExpectedSigner => ({
  // A certificate says https of every workflow, also of one on a server that people reach by http.
  // No platform has two repositories whose names differ in case alone, and each takes any case in a URL.
  pattern: `^(?i:${escapeRegExp(url.replace(/^http:/, 'https:'))})${workflows}@refs/tags/${escapeRegExp(tag)}$`,
  issuer
})

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** `https://github.com/acme/mesh` and `refs/tags/v1.0.0` of the identity of a workflow; undefined for any other identity. */
export function parseWorkflow(identity: string): { readonly repository: string; readonly ref: string } | undefined {
  const [, github, gitlab, ref] =
    /^(?:(https?:\/\/[^@]+?)\/\.github\/workflows\/[^@]+|(https?:\/\/[^@]+?)\/\/[^@]+)@(refs\/.+)$/.exec(identity) ?? []
  const repository = github ?? gitlab
  return repository === undefined || ref === undefined ? undefined : { repository, ref }
}

/** Whether two URLs are of one repository: neither platform tells names apart by case, and people write them in many ways. */
export const isSameRepository = (a: string, b: string): boolean => normalizeRepository(a) === normalizeRepository(b)

const normalizeRepository = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^[a-z+]+:\/\/([^/@]*@)?/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
