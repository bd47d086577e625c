import type { Client } from '../releases/client.ts'

/** GitHub takes no longer one, in characters; some room for the marker. */
const LIMIT = 65_000
/** Pages of a hundred comments that are looked through for ours. */
const PAGES = 10

interface Comment {
  readonly id: number
  readonly body?: string | undefined
  readonly user: { readonly type: string } | null
  readonly author_association?: string | undefined
}

/**
 * One comment on a pull request for each `key`, made once and then changed: repeated runs do not repeat it. Rejects with
 * GitHub's own error when the token may not.
 */
export async function upsertComment(
  { octokit, owner, repo }: Pick<Client, 'octokit' | 'owner' | 'repo'>,
  pullRequest: number,
  key: string,
  markdown: string
): Promise<'made' | 'updated' | 'kept'> {
  const marker = `<!-- slipway: ${key.replace(/[^\w./ -]/g, '_').replace(/-{2,}/g, '-')} -->`
  const body = `${marker}\n${cutToFit(markdown)}`
  const place = { owner, repo, issue_number: pullRequest }
  for (let page = 1; page <= PAGES; page++) {
    const { data } = await octokit.rest.issues.listComments({ ...place, per_page: 100, page })
    const ours = data.find((comment) => isOwnComment(comment, marker))
    if (ours?.body === body) return 'kept'
    if (ours) {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body })
      return 'updated'
    }
    if (data.length < 100) break
  }
  await octokit.rest.issues.createComment({ ...place, body })
  return 'made'
}

/** Anybody can write the marker: only an app's or a collaborator's comment is taken for ours. */
const isOwnComment = ({ body, user, author_association: as = '' }: Comment, marker: string): boolean =>
  body?.startsWith(`${marker}\n`) === true && (user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(as))

/** As many whole sections as fit. */
function cutToFit(markdown: string): string {
  if (markdown.length <= LIMIT) return markdown
  const rest = '\n\nThe rest is in the job summary.\n'
  let text = ''
  for (const section of markdown.split(/^(?=#{2,3} )/m)) {
    if (text.length + section.length + rest.length > LIMIT) break
    text += section
  }
  return text.trimEnd() + rest
}
