import { Failure } from '../../../base/errors.ts'
import type { Host } from '../../../model/ports/host.ts'
import type { Timing } from '../releases/client.ts'
import type { Event } from '../../../facts/event.ts'
import { withRetelling } from '../../terminal/retelling.ts'

export interface Commenting {
  readonly event: Event
  readonly wanted: boolean
  readonly token: string
  /** Tells the comments of one pull request apart: workflow, job and module. */
  readonly key: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: () => typeof fetch
  /** For tests. */
  readonly timing?: Partial<Timing>
}

/** A host whose summary is also a comment on the pull request; where the token may not write one, it says so. */
export function withComment(host: Host, { event, wanted, token, key, env, fetch, timing }: Commenting): Host {
  const { pullRequest, untrusted } = event
  if (!wanted || pullRequest === undefined) return host
  return withRetelling(host, {
    what: `comment on pull request ${pullRequest}`,
    refused: untrusted === undefined ? undefined : `${untrusted} has a token that may not write one`,
    async write(markdown) {
      // Octokit is heavy, and only pull requests are commented on.
      const [{ connect, demandToken }, { upsertComment }] = await Promise.all([
        import('../releases/client.ts'),
        import('./comment.ts')
      ])
      const place = {
        token,
        repository: env['GITHUB_REPOSITORY'] ?? '',
        api: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch: fetch(),
        // Nobody waits long for a comment.
        timing: { patience: 15_000, ...timing }
      }
      demandToken(place)
      return await upsertComment(connect(place), pullRequest, key, markdown)
    },
    reason: describeCommentError
  })
}

/** A missing permission is by design; what else goes wrong with a comment stops no release either. */
function describeCommentError(error: unknown): string {
  const { status, message } = error as { status?: number; message?: string }
  if (status === 403 || status === 404) return 'this token may not write one (permissions: pull-requests: write)'
  if (error instanceof Failure) return error.message
  return `GitHub says: ${message ?? String(error)}`
}
