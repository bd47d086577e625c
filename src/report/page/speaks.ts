import type { Proof } from '../../model/nouns.ts'
import { meetings, shortVersions, type Meeting } from '../../smi/implementations.ts'
import { spokenIn } from '../spoken.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** Which SMI versions the program speaks, by its import graph, and whom it meets with them. */
export function speaks(proof: Pick<Proof, 'verdicts' | 'broken'>): Html | undefined {
  const spoken = spokenIn(proof)
  if (spoken.length === 0) return undefined
  return html`<p>
      By its import graph the program speaks <b>${shortVersions(spoken)}</b>. Others, as their sources and documents
      said in November 2026:
    </p>
    ${table(
      'Who speaks the same SMI versions',
      ['Who', 'Does', 'Versions', 'In common', 'State'],
      meetings(spoken).map((meeting) => {
        const { name, does, versions, state } = meeting.implementation
        return [name, does === 'serves' ? 'serves it' : 'writes it', shortVersions(versions), common(meeting), state]
      })
    )}`
}

const common = ({ shared, apart }: Meeting): Html | string =>
  shared.length > 0
    ? html`<span class="good"><span aria-hidden="true">✓</span> ${shortVersions(shared)}</span>`
    : apart.length > 0
      ? html`<span class="bad"><span aria-hidden="true">✗</span> the same API, no version</span>`
      : 'other APIs'
