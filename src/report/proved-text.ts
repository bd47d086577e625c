import { formatCount } from '../base/text.ts'
import type { Proved } from '../evidence/compatibility.ts'

/**
 * What a downloader can trust to work, a line a Kubernetes: `on Kubernetes v1.37.1 (control-plane): smi (52 checks), workload
 * of web (22 checks, pods simulated)`.
 */
export function formatProvedRows(proved: readonly Proved[]): readonly string[] {
  const rows = [...new Set(proved.map(({ server }) => server))].map((server) =>
    proved.filter((field) => field.server === server)
  )
  return rows.map((row) => {
    const [{ server, provider, reportedBy } = { server: '', provider: '' }] = row
    const where = server ? `on Kubernetes ${server} (${provider})` : 'without a cluster'
    const suites = row
      .map(
        ({ suite, subject, checks, simulated }) =>
          `${suite}${subject ? ` of ${subject}` : ''} (${formatCount(checks, 'check')}${simulated ? ', pods simulated' : ''})`
      )
      .join(', ')
    return `${where}: ${suites}${reportedBy === undefined ? '' : `, as ${reportedBy} reported`}`
  })
}
