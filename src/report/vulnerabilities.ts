import { isReachable, type Vulnerability } from '../vulnerabilities/model.ts'
import { fixOf, holderOf, nameOf } from '../vulnerabilities/told.ts'
import { md, short } from './markdown.ts'
import type { Story } from './summary.ts'

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
  const reachable = found.filter(isReachable)
  const others = found.filter((item) => !isReachable(item))
  return [
    ...title,
    `${reachable.length === 0 ? 'Nothing known is reachable' : `**${reachable.length} reachable**`} (${asked}).`,
    '',
    ...(reachable.length === 0
      ? []
      : [
          '| known as | in | what | repaired | reachable |',
          '| --- | --- | --- | --- | --- |',
          ...reachable.map(row),
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
  `| ${md(nameOf(item))} | ${md(holderOf(item))} | ${md(short(item.summary))} | ${md(fixOf(item))} | ${md(short(item.symbols.join(', ')))} |`

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
  found: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.found : []
})
