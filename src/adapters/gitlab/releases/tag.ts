import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import type { Client } from './client.ts'
import { explained, isMissing } from './errors.ts'

const TAG = z.object({ commit: z.object({ id: z.string().nullish() }).nullish() })

/** The commit that a tag means on GitLab now (GitLab peels annotated tags itself); undefined when there is no such tag. */
export async function peeled(client: Client, tag: string, signal: AbortSignal): Promise<string | undefined> {
  const path = `repository/tags/${encodeURIComponent(tag)}`
  try {
    const { commit } = await client.json({ method: 'GET', path }, TAG, signal)
    if (commit?.id) return commit.id
    throw new Failure('verification', `the tag ${tag} does not mean a commit`)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw explained(error, `cannot read the tag ${JSON.stringify(tag)}`, signal)
  }
}

/** Rejects ('verification') unless the tag is there and means the commit. */
export async function demandTag(client: Client, tag: string, commit: string, signal: AbortSignal): Promise<void> {
  const now = await peeled(client, tag, signal)
  if (now === commit) return
  const seen = now === undefined ? 'is not there (any more)' : `means ${now}`
  throw new Failure('verification', `the tag ${tag} on GitLab ${seen}; the release is of ${commit}`, {
    hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
  })
}
