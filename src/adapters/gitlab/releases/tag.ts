import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import { AT_REST, lookPatiently, type Look } from '../../../base/patience.ts'
import type { Client } from './client.ts'
import { explainError, isMissing } from './errors.ts'

const TAG = z.object({
  commit: z.object({ id: z.string().nullish() }).nullish(),
  protected: z.boolean().nullish()
})

/** A tag as GitLab has it. */
interface SeenTag {
  /** GitLab peels annotated tags itself. */
  readonly commit: string
  /** Whether a rule says who may make, and release, tags of this name. */
  readonly guarded: boolean
}

/** The commit that a tag means on GitLab now; undefined when there is no such tag. */
export const peelTag = async (client: Client, tag: string, signal: AbortSignal): Promise<string | undefined> =>
  (await readTag(client, tag, signal))?.commit

async function readTag(client: Client, tag: string, signal: AbortSignal): Promise<SeenTag | undefined> {
  const path = `repository/tags/${encodeURIComponent(tag)}`
  try {
    const { commit, protected: guarded } = await client.json({ method: 'GET', path }, TAG, signal)
    if (commit?.id) return { commit: commit.id, guarded: guarded === true }
    throw new Failure('verification', `the tag ${tag} does not mean a commit`)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw explainError(error, `cannot read the tag ${JSON.stringify(tag)}`, signal)
  }
}

/**
 * Rejects ('verification') unless the tag is there and means the commit: a tag that was just pushed may be behind.
 * Resolves with the tag.
 */
export async function demandTag(client: Client, tag: string, commit: string, signal: AbortSignal): Promise<SeenTag> {
  const sight = await lookPatiently(
    () => lookAtTag(client, tag, commit, signal),
    (seconds) => client.wait(seconds, signal),
    AT_REST
  )
  if (sight.seen === 'right') return sight.value
  throw sight.seen === 'wrong' ? sight.failure : makeTagFailure(tag, commit, undefined)
}

/** One look at what the tag means. */
export async function lookAtTag(
  client: Client,
  tag: string,
  commit: string,
  signal: AbortSignal
): Promise<Look<SeenTag>> {
  const now = await readTag(client, tag, signal)
  if (now === undefined) return { seen: 'missing', what: `the tag ${tag} is not there` }
  if (now.commit === commit) return { seen: 'right', value: now }
  return { seen: 'wrong', failure: makeTagFailure(tag, commit, now.commit) }
}

const makeTagFailure = (tag: string, commit: string, now: string | undefined): Failure => {
  const seen = now === undefined ? 'is not there (any more)' : `means ${now}`
  return new Failure('verification', `the tag ${tag} on GitLab ${seen}; the release is of ${commit}`, {
    hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
  })
}
