import { z } from 'zod'
import type { Json } from '../../../base/json.ts'
import { isObject, readNumber, readTextAt, readText, readAt } from '../../../base/json.ts'
import { connect } from '../releases/client.ts'
import type { GitlabPlace } from '../releases/place.ts'

/** GitLab takes a million characters; nobody reads more than this. */
const LIMIT = 200_000
/** For all requests of one note, in milliseconds. */
const PATIENCE_MS = 60_000

/**
 * One note on a merge request for each `key`, made once and then changed: repeated runs do not repeat it. Rejects with
 * GitLab's refusal when the token may not.
 */
export async function upsertNote(
  place: GitlabPlace,
  mergeRequest: number,
  key: string,
  markdown: string
): Promise<'made' | 'updated' | 'kept'> {
  const client = connect(place)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const marker = `<!-- slipway: ${key.replace(/[^\w./ -]/g, '_').replace(/-{2,}/g, '-')} -->`
  const rest = '\n\nThe rest is in the report.\n'
  const fitting = markdown.length > LIMIT ? markdown.slice(0, LIMIT) + rest : markdown
  const body = `${marker}\n${disarmQuickActions(fitting)}`
  // Below the API and not below the project. Anybody can write the marker: only this token's own note is taken for ours.
  const me = (await client.json({ method: 'GET', path: '../../user' }, z.unknown(), signal)) as Json
  const path = `merge_requests/${mergeRequest}/notes`
  const notes = (await client.list(path, z.unknown(), {}, signal)) as readonly Json[]
  const ours = notes.find(
    (note) =>
      isObject(note) &&
      readNumber(readAt(note, 'author', 'id')) === readNumber(readAt(me, 'id')) &&
      readTextAt(note, 'body').startsWith(`${marker}\n`)
  )
  if (ours !== undefined && readText(readAt(ours, 'body')).trimEnd() === body.trimEnd()) return 'kept'
  if (ours === undefined) await client.tell({ method: 'POST', path, body: { body } }, signal)
  else await client.tell({ method: 'PUT', path: `${path}/${readNumber(readAt(ours, 'id'))}`, body: { body } }, signal)
  return ours === undefined ? 'made' : 'updated'
}

/** GitLab obeys lines that begin with a slash (quick actions) with the rights of whoever wrote the note. */
const disarmQuickActions = (markdown: string): string => markdown.replace(/^(\s*)\//gm, '$1\u200b/')
