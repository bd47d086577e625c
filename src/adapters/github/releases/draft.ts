import { Failure } from '../../../base/errors.ts'
import type { ReleaseRequest } from '../../../model/ports/publisher.ts'
import type { Client } from './client.ts'
import { explainError, hasCode, isPassing } from './errors.ts'
import { listAssets, listDrafts, isWhole, type Release } from './release.ts'
import { fitNotes } from '../../../model/release-names.ts'

/** What ends the notes of our drafts, unseen in rendered Markdown: tells them from drafts that a person wrote. */
interface DraftMark {
  readonly commit: string
  /** For a draft that was kept: the digest of its files. */
  readonly verified?: string | undefined
  /** Whether it is to be the latest release. */
  readonly latest?: boolean
  /** Whether a person wrote title and notes, which are not ours to replace. */
  readonly byHand?: boolean
}

const formatDraftMark = ({ commit, verified, latest, byHand }: DraftMark): string =>
  `<!-- slipway ${[commit, ...(verified === undefined ? [] : ['verified', verified]), ...(latest ? ['latest'] : []), ...(byHand ? ['by-hand'] : [])].join(' ')} -->`

export const MARK = /<!-- slipway ([0-9a-f]{40})(?: verified ([0-9a-f]{64}))?( latest)?( by-hand)? -->\s*$/

/** The mark at the end of a draft's notes. */
export function readDraftMark({ body }: Pick<Release, 'body'>): DraftMark | undefined {
  const [, commit, verified, latest, byHand] = MARK.exec(body ?? '') ?? []
  return commit === undefined
    ? undefined
    : { commit, verified, latest: latest !== undefined, byHand: byHand !== undefined }
}

const ATTEMPTS = 4

/** The title and notes that a draft of ours gets. */
export const composeWords = (request: ReleaseRequest): { readonly name: string; readonly body: string } => ({
  name: request.title,
  body: fitNotes(request.notes, formatDraftMark({ commit: request.commit }))
})

/** The notes of a draft that is kept: whoever wrote them, with what was looked at. */
export const composeKeptNotes = (release: Release, request: ReleaseRequest, verified: string): string => {
  const byHand = isForeign(release)
  const mark = formatDraftMark({ commit: request.commit, verified, latest: request.latest, byHand })
  return fitNotes(byHand ? stripDraftMark(release) : request.notes, mark)
}

/** The notes as readers see them. */
export const stripDraftMark = ({ body }: Pick<Release, 'body'>): string => (body ?? '').replace(MARK, '').trimEnd()

/** Whether a person (or another tool) wrote words into this draft, which are not ours to replace. */
export const isForeign = (release: Release): boolean =>
  (release.body ?? '') !== '' && (readDraftMark(release)?.byHand ?? true)

/** The one draft of a tag: found by listing, else made. Says what it found when that is not what it would have made. */
export async function findOrMakeDraft(client: Client, request: ReleaseRequest, signal: AbortSignal): Promise<Release> {
  const before = await listDrafts(client, request.tag, signal)
  const kept = before.length > 0 ? chooseFullestDraft(client, before) : await makeDraft(client, request, signal)
  const other = readDraftMark(kept)?.commit
  if (other !== undefined && other !== request.commit) {
    client.warn(`the draft ${kept.html_url} was begun for commit ${other}, before the tag ${request.tag} was moved`)
  }
  if (isForeign(kept)) client.warn(`the draft ${kept.html_url} has notes that somebody wrote: title and notes are kept`)
  return kept
}

/** Two publishers may have made two drafts: all choose the fullest one, then the oldest. */
export function chooseFullestDraft(client: Client, drafts: readonly Release[]): Release {
  const [first, ...others] = [...drafts].sort((a, b) => countWholeAssets(b) - countWholeAssets(a) || a.id - b.id)
  if (!first) throw new TypeError('no drafts to choose from')
  for (const { html_url } of others) {
    client.warn(`another draft of ${first.tag_name} stays as it is: ${html_url} (using ${first.html_url})`)
  }
  return first
}

const countWholeAssets = (release: Release): number => release.assets.filter(isWhole).length

async function makeDraft(client: Client, request: ReleaseRequest, signal: AbortSignal): Promise<Release> {
  const { octokit, owner, repo } = client
  const doing = `cannot make a draft of ${request.tag}`
  let trouble: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) {
      await client.wait((attempt - 1) ** 2, signal)
      // The answer may be lost and the draft made all the same.
      const [found] = await listDrafts(client, request.tag, signal)
      if (found) return found
    }
    try {
      // No target_commitish: the tag is there already, and naming a commit can need a right over workflows that the
      // token of a workflow never has (GitHub's changelog of 2023-11-02).
      const { data } = await octokit.rest.repos.createRelease({
        owner,
        repo,
        tag_name: request.tag,
        ...composeWords(request),
        draft: true,
        prerelease: request.prerelease,
        request: { signal, retries: 0 }
      })
      return await settleDraft(client, data, signal)
    } catch (error) {
      if (hasCode(error, 'already_exists')) {
        throw new Failure('host', `${doing}: another run has just published this tag`, {
          hint: 'Run again: it compares what is published with what is here.',
          cause: explainError(error, doing, signal)
        })
      }
      if (!isPassing(error)) throw explainError(error, doing, signal)
      signal.throwIfAborted()
      trouble = error
    }
  }
  throw explainError(trouble, doing, signal)
}

/** Another publisher may have made its draft at the same moment. Our own, still empty, gives way to an older one. */
async function settleDraft(client: Client, own: Release, signal: AbortSignal): Promise<Release> {
  const { octokit, owner, repo } = client
  const drafts = await listDrafts(client, own.tag_name, signal)
  // A list that does not know the new draft yet must not lead to a second one.
  const all = drafts.some(({ id }) => id === own.id) ? drafts : [...drafts, own]
  const [chosen = own] = [...all].sort((a, b) => countWholeAssets(b) - countWholeAssets(a) || a.id - b.id)
  if (chosen.id === own.id || (await listAssets(client, own.id, signal)).length > 0) return chosen
  client.warn(`another run works on ${own.tag_name} too: using its draft ${chosen.html_url}`)
  try {
    await octokit.rest.repos.deleteRelease({ owner, repo, release_id: own.id, request: { signal } })
  } catch (error) {
    client.warn(`our own empty draft ${own.html_url} could not be removed: ${String(explainError(error, '', signal))}`)
  }
  return chosen
}
