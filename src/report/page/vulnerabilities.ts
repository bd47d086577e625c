import { isAccepted, isOpen, isReachable, type Vulnerability } from '../../vulnerabilities/model.ts'
import { fixOf, holderOf, nameOf, sayNothingOpen } from '../../vulnerabilities/wording.ts'
import type { Story } from '../story.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** What is known to be wrong with the modules of the programs; undefined where nobody was asked. */
export function vulnerabilities({ vulnerabilities: scanned }: Story): Html | undefined {
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
        : table(
            'Known vulnerabilities',
            ['Known as', 'In', 'What', 'Repaired', 'Reachable'],
            found.map((item) => [nameOf(item), holderOf(item), item.summary, fixOf(item), reachOf(item)])
          )
    }`
}

const reachOf = (item: Vulnerability): string => {
  if (!isReachable(item)) return 'no: only its module is there'
  const { accepted, expired, symbols } = item
  const said = accepted
    ? `; accepted until ${accepted.until}: ${accepted.reason}`
    : expired
      ? `; accepted until ${expired.until}, which is over: ${expired.reason}`
      : ''
  return `${symbols.join(', ')}${said}`
}
