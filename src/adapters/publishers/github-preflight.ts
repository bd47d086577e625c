import { Failure } from '../../errors.ts'
import type { Intent } from '../../ports.ts'
import { connect, demandToken, type Client, type GithubPlace } from './github-client.ts'
import { explained } from './github-errors.ts'
import { publishedRelease } from './github-release.ts'
import { demandTag } from './github-tag.ts'
import { refuseNames, refuseSizes } from '../../asset-names.ts'

export interface Outlook {
  /** Where the release of this tag is published already, or undefined. */
  readonly published: string | undefined
  /** What could not be seen from here, a sentence each. */
  readonly unseen: readonly string[]
}

/** Tokens of persons, whose `permissions` in a repository's description can be believed. */
const PERSONAL = /^(ghp|github_pat|gho|ghu)_/

/**
 * What would stop a release later, looked for before the first compile and without a write: names and numbers, the
 * token, the repository, the right to write, the tag. Throws a Failure with the next step.
 */
export async function preflight(place: GithubPlace, intent: Intent, signal: AbortSignal): Promise<Outlook> {
  refuseNames(intent.names)
  refuseSizes(intent.names.map((name) => ({ name, size: 1 })))
  demandToken(place)
  const client = connect(place)
  const unseen = await demandRepository(client, place.token, signal)
  await demandTag(client, intent.tag, intent.commit, signal)
  const published = await publishedRelease(client, intent.tag, signal)
  return { published: published?.html_url, unseen }
}

async function demandRepository(client: Client, token: string, signal: AbortSignal): Promise<readonly string[]> {
  const { octokit, owner, repo, repository } = client
  const { data, headers } = await octokit.rest.repos
    .get({ owner, repo, request: { signal } })
    .catch((error: unknown) => {
      throw explained(error, `cannot see the repository ${repository}`, signal)
    })
  if (data.full_name.toLowerCase() !== repository.toLowerCase()) {
    throw new Failure('input', `the repository ${repository} is called ${data.full_name} now`, {
      hint: `Use ${data.full_name}.`
    })
  }
  if (data.archived) {
    throw new Failure('environment', `the repository ${repository} is archived: it takes no releases`, {
      hint: 'Unarchive it first.'
    })
  }
  if (data.permissions?.push === true) return expiry(headers)
  if (data.permissions?.push === false && PERSONAL.test(token)) {
    throw new Failure('environment', `the token may read ${repository} and not write to it`, {
      hint: 'Give the token the right to write contents ("contents: write", or the scope "repo").'
    })
  }
  return [...expiry(headers), 'whether the token may write: GitHub does not say that for tokens of apps and workflows']
}

/** A token that ends soon is worth a word; GitHub tells only for tokens of persons. */
function expiry(headers: object): readonly string[] {
  const ends = (headers as Record<string, unknown>)['github-authentication-token-expiration']
  return typeof ends === 'string' ? [`the token expires ${ends}`] : []
}
