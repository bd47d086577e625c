import { Failure } from '../../../base/errors.ts'
import { AT_REST, lookPatiently, type Look } from '../../../base/patience.ts'
import type { Client } from './client.ts'
import { explainError, readStatus } from './errors.ts'

/** Annotated tags may point at annotated tags; nobody does this on purpose more than once. */
const DEEPEST = 5

/** The commit that a tag means on GitHub now, annotated tags peeled; undefined when there is no such tag. */
export async function peelTag(client: Client, tag: string, signal: AbortSignal): Promise<string | undefined> {
  const { octokit, owner, repo, repository } = client
  const doing = `cannot read the tag ${JSON.stringify(tag)} of ${repository}`
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}`, request: { signal } })
    let object: { type: string; sha: string } = data.object
    for (let depth = 0; object.type === 'tag' && depth < DEEPEST; depth++) {
      const tagged = await octokit.rest.git.getTag({ owner, repo, tag_sha: object.sha, request: { signal } })
      object = tagged.data.object
    }
    if (object.type === 'commit') return object.sha
    throw new Failure('verification', `the tag ${tag} of ${repository} does not mean a commit but a ${object.type}`)
  } catch (error) {
    if (readStatus(error) === 404) return undefined
    throw explainError(error, doing, signal)
  }
}

/** Rejects ('verification') unless the tag is there and means the commit: a tag that was just pushed may be behind. */
export async function demandTag(client: Client, tag: string, commit: string, signal: AbortSignal): Promise<void> {
  const sight = await lookPatiently(
    () => lookAtTag(client, tag, commit, signal),
    (seconds) => client.wait(seconds, signal),
    AT_REST
  )
  if (sight.seen === 'wrong') throw sight.failure
  if (sight.seen === 'missing') throw makeTagFailure(client, tag, commit, undefined)
}

/** One look at what the tag means. */
export async function lookAtTag(
  client: Client,
  tag: string,
  commit: string,
  signal: AbortSignal
): Promise<Look<undefined>> {
  const now = await peelTag(client, tag, signal)
  if (now === commit) return { seen: 'right', value: undefined }
  if (now === undefined) return { seen: 'missing', what: `the tag ${tag} is not there` }
  return { seen: 'wrong', failure: makeTagFailure(client, tag, commit, now) }
}

const makeTagFailure = (client: Client, tag: string, commit: string, now: string | undefined): Failure => {
  const seen = now === undefined ? 'is not there (any more)' : `means ${now}`
  return new Failure('verification', `the tag ${tag} of ${client.repository} ${seen}; the release is of ${commit}`, {
    hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
  })
}
