import { isAccepted, isOpen, isReachable, type Vulnerability } from '../vulnerabilities/model.ts'
import { describeFix, formatHolder, formatVulnerabilityName, sayNothingOpen } from '../vulnerabilities/wording.ts'
import { escapeMarkdown, shortenSeen } from '../base/markdown.ts'
import type { Story } from './story.ts'

/** The section of the summary: what is reachable with its fix, and how many others there are; lines of Markdown. */
export function formatVulnerabilityTable({ plan, vulnerabilities }: Story): readonly string[] {
  if ('skip' in plan.vulnerabilities) return []
  const title = ['### Known vulnerabilities', '']
  if (!vulnerabilities) return []
  if ('unknown' in vulnerabilities)
    return [
      ...title,
      `**Not known**: ${escapeMarkdown(vulnerabilities.database)} could not be asked: ${escapeMarkdown(shortenSeen(vulnerabilities.unknown))}.`,
      ''
    ]
  const { found, programs, database, modified } = vulnerabilities
  const asked = `${programs} programs, ${escapeMarkdown(database)}${modified === null ? '' : ` of ${escapeMarkdown(modified)}`}`
  const open = found.filter(isOpen)
  const accepted = found.filter(isAccepted)
  const others = found.filter((item) => !isReachable(item))
  return [
    ...title,
    `${open.length > 0 ? `**${open.length} reachable**` : sayNothingOpen(accepted.length)} (${asked}).`,
    '',
    ...(open.length === 0
      ? []
      : [
          '| known as | in | what | repaired | reachable |',
          '| --- | --- | --- | --- | --- |',
          ...open.map(formatVulnerabilityRow),
          ''
        ]),
    ...(accepted.length === 0
      ? []
      : [
          '| accepted | in | what | until | why |',
          '| --- | --- | --- | --- | --- |',
          ...accepted.map(formatAcceptedRow),
          ''
        ]),
    ...(others.length === 0
      ? []
      : [
          `In modules of the programs, and not in the programs: ${others.map((item) => `${escapeMarkdown(formatVulnerabilityName(item))} in ${escapeMarkdown(formatHolder(item))} (${escapeMarkdown(describeFix(item))})`).join(', ')}.`,
          ''
        ])
  ]
}

const formatVulnerabilityRow = (item: Vulnerability): string =>
  `| ${escapeMarkdown(formatVulnerabilityName(item))} | ${escapeMarkdown(formatHolder(item))} | ${escapeMarkdown(shortenSeen(item.summary))} | ${escapeMarkdown(describeFix(item))}${item.expired ? escapeMarkdown(`; accepted until ${item.expired.until}, which is over`) : ''} | ${escapeMarkdown(shortenSeen(item.symbols.join(', ')))} |`

const formatAcceptedRow = (item: Vulnerability): string =>
  `| ${escapeMarkdown(formatVulnerabilityName(item))} | ${escapeMarkdown(formatHolder(item))} | ${escapeMarkdown(shortenSeen(item.summary))} | ${escapeMarkdown(item.accepted?.until ?? '')} | ${escapeMarkdown(shortenSeen(item.accepted?.reason ?? ''))} |`

/** `report/vulnerabilities.json`. */
export const makeVulnerabilityReport = ({ plan, vulnerabilities }: Story): object => ({
  schema: 1,
  name: plan.name,
  version: plan.version,
  commit: plan.commit,
  /** Why nobody was asked, or why nobody answered; null where somebody did. */
  skipped: 'skip' in plan.vulnerabilities ? plan.vulnerabilities.skip : null,
  unknown: vulnerabilities && 'unknown' in vulnerabilities ? vulnerabilities.unknown : null,
  database: vulnerabilities?.database ?? null,
  modified: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.modified : null,
  programs: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.programs : 0,
  found: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.found : [],
  /** Entries of slipway.yaml that accept nothing that is reachable. */
  unused: (vulnerabilities && 'found' in vulnerabilities && vulnerabilities.unused) || []
})
