import type { Booted, Verdict } from '../../model/nouns.ts'
import { seconds } from '../../base/text.ts'
import { matrix } from '../matrix.ts'
import type { Story } from '../story.ts'
import { anchor, count } from './checks.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** Suite × Kubernetes, each verdict linked to its evidence; and what was not proved, with the reason. */
export function proof(story: Story): Html {
  const { plan, verdicts, clusters } = story
  if ('skip' in plan.trials) return html`<p>Nothing was proved: ${plan.trials.skip}.</p>`
  const { columns, rows } = matrix(story)
  const cell = (verdict: Verdict): Html =>
    html`<div>
      <a href="#${anchor(verdicts.indexOf(verdict))}">${count(verdict)}</a>
      <span class="soft">${seconds(verdict.ms)}${verdict.cluster?.simulated ? ', pods simulated' : ''}</span>
    </div>`
  return html`${table(
    'Verdicts by suite and Kubernetes version',
    [
      'Suite',
      ...columns.map(({ kubernetes, name }) => (kubernetes === undefined ? 'No cluster' : `Kubernetes ${name}`))
    ],
    rows.map(({ name, cells }) => [
      name,
      ...cells.map(({ verdicts, broken }) =>
        verdicts.length + broken.length === 0 ? NOT_TRIED : [...verdicts.map(cell), ...broken.map(() => NO_VERDICT)]
      )
    ])
  )}
  ${plan.unproved.map(({ suite, why }) => html`<p class="note">Not proved, ${suite}: ${why}.</p>`)}
  ${plan.cluster ? html`<p class="soft">Clusters by ${plan.cluster.provider}: ${plan.cluster.why}.</p>` : ''}
  ${clusters.map(ready)}`
}

const NOT_TRIED = html`<span class="soft" aria-hidden="true">–</span><span class="unseen">not tried</span>`
const NO_VERDICT = html`<a class="bad" href="#failures"><span aria-hidden="true">✗</span> no verdict</a>`

const ready = ({ server, ms, logs }: Booted): Html =>
  html`<p class="soft">
    Kubernetes ${server} was ready after ${seconds(ms)}.${logs === null ? '' : html` Its logs: <code>${logs}</code>`}
  </p>`
