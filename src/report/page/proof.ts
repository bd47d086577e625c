import type { Booted, Verdict, Proof } from '../../model/nouns.ts'
import { formatDuration } from '../../base/text.ts'
import { describeDrill } from '../drill-text.ts'
import { makeMatrix } from '../matrix.ts'
import type { Story } from '../story.ts'
import { formatAnchor, drawCount } from './checks.ts'
import { listLosses, type LostFields } from '../losses.ts'
import { listMeetings, shortenVersions, type Meeting } from '../../smi/implementations.ts'
import { listSpoken } from '../spoken.ts'
import { html, type Html } from './html.ts'
import { drawTable } from './table.ts'

/** Suite × Kubernetes, each verdict linked to its evidence; and what was not proved, with the reason. */
export function drawProof(story: Story): Html {
  const { plan, verdicts, drills = [], clusters } = story
  if ('skip' in plan.trials) return html`<p>Nothing was proved: ${plan.trials.skip}.</p>`
  const { columns, rows } = makeMatrix(story)
  const cell = (verdict: Verdict): Html =>
    html`<div>
      <a href="#${formatAnchor(verdicts.indexOf(verdict))}">${drawCount(verdict)}</a>
      <span class="soft">${formatDuration(verdict.ms)}${verdict.cluster?.simulated ? ', pods simulated' : ''}</span>
    </div>`
  const proved = rows.length > 0
  return html`${proved ? '' : html`<p>Nothing was proved.</p>`}${
    !proved
      ? ''
      : drawTable(
          'Verdicts by suite and Kubernetes version',
          [
            'Suite',
            ...columns.map(({ kubernetes, name }) => (kubernetes === undefined ? 'No cluster' : `Kubernetes ${name}`))
          ],
          rows.map(({ name, cells }) => [
            name,
            ...cells.map(({ verdicts, broken }) =>
              verdicts.length + broken.length === 0
                ? NOT_TRIED
                : [...verdicts.map(cell), ...broken.map(() => NO_VERDICT)]
            )
          ])
        )
  }
  ${drills.map((drill) => html`<p class="note">${describeDrill(drill)}</p>`)}
  ${plan.unproved.map(({ suite, why }) => html`<p class="note">Not proved, ${suite}: ${why}.</p>`)}
  ${plan.cluster ? html`<p class="soft">Clusters by ${plan.cluster.provider}: ${plan.cluster.why}.</p>` : ''}
  ${clusters.map(drawReady)}`
}

const NOT_TRIED = html`<span class="soft" aria-hidden="true">–</span><span class="unseen">not tried</span>`
const NO_VERDICT = html`<a class="bad" href="#failures"><span aria-hidden="true">✗</span> no verdict</a>`

const drawReady = ({ server, ms, logs }: Booted): Html =>
  html`<p class="soft">
    Kubernetes ${server} was ready after
    ${formatDuration(ms)}.${logs === null ? '' : html` Its logs: <code>${logs}</code>`}
  </p>`

/** Which fields do not survive between which versions, and whether anybody knew. */
export function drawLost(verdicts: readonly Verdict[]): Html | undefined {
  const all = listLosses(verdicts)
  if (all.length === 0) return undefined
  return html`<p>
      Fields that were written and were gone, or could not be written back, when the object was read. What is known is
      told and is no failure; what is not known is one.
    </p>
    ${drawTable(
      'Fields lost between versions',
      ['Field', 'Written → read', 'Known', 'Seen by'],
      all.map((loss) => [
        html`${loss.kind}<br />${loss.fields.map((field) => html`<code>${field}</code> `)}`,
        loss.ways.map(drawWay),
        loss.because === undefined
          ? html`<b class="bad"><span aria-hidden="true">✗</span> no</b>`
          : html`<span class="good"><span aria-hidden="true">✓</span> yes</span><br />${loss.because}`,
        html`${loss.trials.join('; ')}<br /><span class="soft">${loss.servers.join(', ')}</span>`
      ])
    )}`
}

const drawWay = ({ written, stored, read }: LostFields['ways'][number]): Html =>
  html`<div>${written} → ${read.join(', ')} <span class="soft">stored as ${stored}</span></div>`

/** Which SMI versions the program speaks, by its import graph, and whom it meets with them. */
export function drawSpoken(proof: Pick<Proof, 'verdicts' | 'broken'>): Html | undefined {
  const spoken = listSpoken(proof)
  if (spoken.length === 0) return undefined
  return html`<p>
      By its import graph the program speaks <b>${shortenVersions(spoken)}</b>. Others, as their sources and documents
      said in November 2026:
    </p>
    ${drawTable(
      'Who speaks the same SMI versions',
      ['Who', 'Does', 'Versions', 'In common', 'State'],
      listMeetings(spoken).map((meeting) => {
        const { name, does, versions, state } = meeting.implementation
        return [
          name,
          does === 'serves' ? 'serves it' : 'writes it',
          shortenVersions(versions),
          drawCommon(meeting),
          state
        ]
      })
    )}`
}

const drawCommon = ({ shared, apart }: Meeting): Html | string =>
  shared.length > 0
    ? html`<span class="good"><span aria-hidden="true">✓</span> ${shortenVersions(shared)}</span>`
    : apart.length > 0
      ? html`<span class="bad"><span aria-hidden="true">✗</span> the same API, no version</span>`
      : 'other APIs'
