import type { Verdict } from '../../model/nouns.ts'
import { losses, type LostFields } from '../losses.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** Which fields do not survive between which versions, and whether anybody knew. */
export function lost(verdicts: readonly Verdict[]): Html | undefined {
  const all = losses(verdicts)
  if (all.length === 0) return undefined
  return html`<p>
      Fields that were written and were gone, or could not be written back, when the object was read. What is known is
      told and is no failure; what is not known is one.
    </p>
    ${table(
      'Fields lost between versions',
      ['Field', 'Written → read', 'Known', 'Seen by'],
      all.map((loss) => [
        html`${loss.kind}<br />${loss.fields.map((field) => html`<code>${field}</code> `)}`,
        loss.ways.map(way),
        loss.because === undefined
          ? html`<b class="bad"><span aria-hidden="true">✗</span> no</b>`
          : html`<span class="good"><span aria-hidden="true">✓</span> yes</span><br />${loss.because}`,
        html`${loss.trials.join('; ')}<br /><span class="soft">${loss.servers.join(', ')}</span>`
      ])
    )}`
}

const way = ({ written, stored, read }: LostFields['ways'][number]): Html =>
  html`<div>${written} → ${read.join(', ')} <span class="soft">stored as ${stored}</span></div>`
