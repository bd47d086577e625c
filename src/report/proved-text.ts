import { formatCount } from '../base/text.ts'
import type { Proved } from '../evidence/compatibility.ts'

/** What a downloader can trust to work, a line a Kubernetes: `on Kubernetes v1.37.1 (kind): smi (52 checks)`. */
export function formatProvedRows(proved: readonly Proved[]): readonly string[] {
  const rows = [...new Set(proved.map(({ server }) => server))].map((server) =>
    proved.filter((field) => field.server === server)
  )
  return rows.map((row) => {
    const [{ server, provider, simulated, reportedBy } = { server: '', provider: '', simulated: false }] = row
    const where = server
      ? `on Kubernetes ${server} (${provider}${simulated ? ', pods simulated' : ''})`
      : 'without a cluster'
    const suites = row
      .map(
        ({ suite, subject, checks }) => `${suite}${subject ? ` of ${subject}` : ''} (${formatCount(checks, 'check')})`
      )
      .join(', ')
    return `${where}: ${suites}${reportedBy === undefined ? '' : `, as ${reportedBy} reported`}`
  })
}
