import { isAccepted, isOpen, isReachable, type Vulnerability } from '../../vulnerabilities/model.ts'
import { describeFix, formatHolder, formatVulnerabilityName, sayNothingOpen } from '../../vulnerabilities/wording.ts'
import type { Story } from '../story.ts'
import { html, type Html } from './html.ts'
import { drawTable } from './table.ts'

/** What is known to be wrong with the modules of the programs; undefined where nobody was asked. */
export function drawVulnerabilities({ vulnerabilities: scanned }: Story): Html | undefined {
  if (!scanned) return undefined
  if ('unknown' in scanned) return html`<p>Not known: ${scanned.database} could not be asked: ${scanned.unknown}.</p>`
  const { found, programs, database, modified } = scanned
  const [open, accepted] = [isOpen, isAccepted].map((kind) => found.filter(kind).length) as [number, number]
  return html`<p>
      ${open === 0 ? sayNothingOpen(accepted) : html`<strong>${String(open)} reachable</strong>`} in ${String(programs)}
      programs, as ${database} knows it${modified === null ? '' : ` (${modified})`}.
    </p>
    ${
      found.length === 0
        ? ''
        : drawTable(
            'Known vulnerabilities',
            ['Known as', 'In', 'What', 'Repaired', 'Reachable'],
            found.map((item) => [
              formatVulnerabilityName(item),
              formatHolder(item),
              item.summary,
              describeFix(item),
              describeReach(item)
            ])
          )
    }`
}

const describeReach = (item: Vulnerability): string => {
  if (!isReachable(item)) return 'no: only its module is there'
  const { accepted, expired, symbols } = item
  const said = accepted
    ? `; accepted until ${accepted.until}: ${accepted.reason}`
    : expired
      ? `; accepted until ${expired.until}, which is over: ${expired.reason}`
      : ''
  return `${symbols.join(', ')}${said}`
}
