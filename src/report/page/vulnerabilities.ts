import { isReachable } from '../../vulnerabilities/model.ts'
import { fixOf, holderOf, nameOf } from '../../vulnerabilities/told.ts'
import type { Story } from '../summary.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** What is known to be wrong with the modules of the programs; undefined where nobody was asked. */
export function vulnerabilities({ vulnerabilities: scanned }: Story): Html | undefined {
  if (!scanned) return undefined
  if ('unknown' in scanned) return html`<p>Not known: ${scanned.database} could not be asked: ${scanned.unknown}.</p>`
  const { found, programs, database, modified } = scanned
  const reachable = found.filter(isReachable).length
  return html`<p>
      ${reachable === 0 ? 'Nothing known is reachable' : html`<strong>${String(reachable)} reachable</strong>`} in
      ${String(programs)} programs, as ${database} knows it${modified === null ? '' : ` (${modified})`}.
    </p>
    ${
      found.length === 0
        ? ''
        : table(
            'Known vulnerabilities',
            ['Known as', 'In', 'What', 'Repaired', 'Reachable'],
            found.map((item) => [
              nameOf(item),
              holderOf(item),
              item.summary,
              fixOf(item),
              isReachable(item) ? item.symbols.join(', ') : 'no: only its module is there'
            ])
          )
    }`
}
