import type { Host } from '../../../model/ports/host.ts'
import { withRetelling } from '../../terminal/retelling.ts'
import type { Timing } from '../releases/place.ts'

export interface Noting {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: () => typeof fetch
  /** For tests. */
  readonly timing?: Partial<Timing>
}

/**
 * A host whose summary is also a note on the merge request, made once and then changed. A job's own token may not write
 * one: it takes GITLAB_TOKEN, and without it the host says so.
 */
export function withNote(host: Host, { env, fetch, timing }: Noting): Host {
  const get = (name: string): string => env[name] ?? ''
  const iid = get('CI_MERGE_REQUEST_IID')
  if (!/^\d+$/.test(iid)) return host
  return withRetelling(host, {
    what: `note on merge request ${iid}`,
    refused: explainNoNote(get),
    async write(markdown) {
      const { upsertNote } = await import('./notes.ts')
      const key = [get('CI_JOB_NAME'), get('SLIPWAY_INPUT_MODULE')].filter(Boolean).join('/')
      const place = {
        ...{ api: get('CI_API_V4_URL'), project: get('CI_PROJECT_ID'), packageName: 'slipway' },
        ...{ token: { access: get('GITLAB_TOKEN') }, fetch: fetch(), timing: { patience: 15_000, ...timing } }
      }
      return await upsertNote(place, Number(iid), key, markdown)
    },
    reason: (error) => (error instanceof Error ? error.message : String(error))
  })
}

function explainNoNote(get: (name: string) => string): string | undefined {
  const source = get('CI_MERGE_REQUEST_SOURCE_PROJECT_ID')
  if (source !== '' && source !== get('CI_MERGE_REQUEST_PROJECT_ID')) return 'it comes from another project'
  if (get('GITLAB_TOKEN') === '') return 'GITLAB_TOKEN is not set, and the token of a job may not write one'
  return undefined
}
