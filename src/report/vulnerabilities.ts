import { isAccepted, isOpen, isReachable, type Vulnerability } from '../vulnerabilities/model.ts'
import { fixOf, holderOf, nameOf, sayNothingOpen } from '../vulnerabilities/wording.ts'
import { md, short } from '../base/markdown.ts'
import type { Story } from './story.ts'

/** The section of the summary: what is reachable with its fix, and how many others there are; lines of Markdown. */
export function vulnerabilityTable({ plan, vulnerabilities }: Story): readonly string[] {
  if ('skip' in plan.vulnerabilities) return []
  const title = ['### Known vulnerabilities', '']
  if (!vulnerabilities) return []
  if ('unknown' in vulnerabilities)
    return [
      ...title,
      `**Not known**: ${md(vulnerabilities.database)} could not be asked: ${md(short(vulnerabilities.unknown))}.`,
      ''
    ]
  const { found, programs, database, modified } = vulnerabilities
  const asked = `${programs} programs, ${md(database)}${modified === null ? '' : ` of ${md(modified)}`}`
  const open = found.filter(isOpen)
  const accepted = found.filter(isAccepted)
  const others = found.filter((item) => !isReachable(item))
  return [
    ...title,
    `${open.length > 0 ? `**${open.length} reachable**` : sayNothingOpen(accepted.length)} (${asked}).`,
    '',
    ...(open.length === 0
      ? []
      : ['| known as | in | what | repaired | reachable |', '| --- | --- | --- | --- | --- |', ...open.map(row), '']),
    ...(accepted.length === 0
      ? []
      : [
          '| accepted | in | what | until | why |',
          '| --- | --- | --- | --- | --- |',
          ...accepted.map(acceptedRow),
          ''
        ]),
    ...(others.length === 0
      ? []
      : [
          `In modules of the programs, and not in the programs: ${others.map((item) => `${md(nameOf(item))} in ${md(holderOf(item))} (${md(fixOf(item))})`).join(', ')}.`,
          ''
        ])
  ]
}

const row = (item: Vulnerability): string =>
  `| ${md(nameOf(item))} | ${md(holderOf(item))} | ${md(short(item.summary))} | ${md(fixOf(item))}${item.expired ? md(`; accepted until ${item.expired.until}, which is over`) : ''} | ${md(short(item.symbols.join(', ')))} |`

const acceptedRow = (item: Vulnerability): string =>
  `| ${md(nameOf(item))} | ${md(holderOf(item))} | ${md(short(item.summary))} | ${md(item.accepted?.until ?? '')} | ${md(short(item.accepted?.reason ?? ''))} |`

/** `report/vulnerabilities.json`. */
export const vulnerabilityReport = ({ plan, vulnerabilities }: Story): object => ({
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
