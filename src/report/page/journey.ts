import type { Compared, Moment, Verdict } from '../../model/nouns.ts'
import { serverOf, trialName } from '../matrix.ts'
import { bars, type Bar } from './bars.ts'
import { tally } from './checks.ts'
import { html, type Html } from './html.ts'

/** The upgrade and the way back of each workload, step by step on one scale. */
export function journeys(verdicts: readonly Verdict[]): Html | undefined {
  const told = verdicts.filter(({ moments = [] }) => moments.length > 0)
  return told.length === 0 ? undefined : html`${told.map(journey)}`
}

function journey(verdict: Verdict): Html {
  const { moments = [], compared, ms } = verdict
  const steps = [...new Set(moments.map(({ step }) => step))]
  const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined)
  const parts = steps.map((step) => partOf(step, moments))
  return html`<h3>
      ${trialName(verdict.trial)}${serverOf(verdict) === '' ? '' : ` on Kubernetes ${serverOf(verdict)}`}
    </h3>
    <ul>
      ${versions.map(({ name, origin }: Compared) => html`<li><b>${name}</b>, ${origin}</li>`)}
    </ul>
    ${bars(parts, ms)} ${parts.map((part) => claims(part, ms))}`
}

/** One step: from the first thing that happened in it to the end of the last. */
interface Step extends Bar {
  readonly moments: readonly Moment[]
}

const partOf = (step: string, all: readonly Moment[]): Step => {
  const moments = all.filter((moment) => moment.step === step)
  return {
    name: step === '' ? 'around it' : step,
    moments,
    start: Math.min(...moments.map(({ at }) => at)),
    end: Math.max(...moments.map(({ at, ms }) => at + ms)),
    outcome: moments.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'done'
  }
}

/** All of a step, folded away unless something went wrong. */
const claims = ({ name, moments, outcome }: Step, whole: number): Html => {
  const failed = moments.filter((moment) => moment.outcome === 'failed').length
  const summary = html`<summary>${name} ${tally(failed, moments.length)}</summary>`
  const list = bars(
    moments.map(({ what, at, ms, outcome }) => ({
      name: what,
      start: at,
      end: at + ms,
      outcome: outcome === 'failed' ? 'failed' : 'done'
    })),
    whole
  )
  return outcome === 'failed'
    ? html`<details class="trial" open>${summary}${list}</details>`
    : html`<details class="trial">${summary}${list}</details>`
}
