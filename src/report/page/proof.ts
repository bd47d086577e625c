import type { Verdict } from '../../model.ts'
import type { Plan } from '../../plan.ts'
import { seconds } from '../../text.ts'
import { matrix } from '../matrix.ts'
import { anchor, count } from './checks.ts'
import { html, type Html } from './html.ts'
import { table } from './table.ts'

/** Suite × Kubernetes, each verdict linked to its evidence; or why nothing was proved. */
export function proof({ trials }: Plan, verdicts: readonly Verdict[]): Html {
  if ('skip' in trials) return html`<p>Nothing was proved: ${trials.skip}.</p>`
  const { servers, rows } = matrix(verdicts)
  const cell = (verdict: Verdict): Html =>
    html`<div>
      <a href="#${anchor(verdicts.indexOf(verdict))}">${count(verdict)}</a>
      <span class="soft">${seconds(verdict.ms)}${verdict.cluster?.simulated ? ', pods simulated' : ''}</span>
    </div>`
  return html`${table(
      'Verdicts by suite and Kubernetes version',
      ['Suite', ...servers.map((server) => (server === '' ? 'No cluster' : `Kubernetes ${server}`))],
      rows.map(({ name, cells }) => [
        name,
        ...cells.map((there) => (there.length === 0 ? html`<span class="soft">not tried</span>` : there.map(cell)))
      ])
    )}
    <p class="soft">${providers(verdicts)}</p>`
}

const providers = (verdicts: readonly Verdict[]): string => {
  const names = [...new Set(verdicts.flatMap(({ cluster }) => (cluster ? [cluster.provider] : [])))]
  return names.length === 0 ? '' : `Clusters made by: ${names.join(', ')}.`
}
