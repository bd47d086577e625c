import type { ComparedVersion, Moment, Verdict } from '../../model/nouns.ts'
import { formatServer, formatTrialName } from '../matrix.ts'
import { drawBars, type Bar } from './bars.ts'
import { drawTally } from './checks.ts'
import { html, type Html } from './html.ts'

/** The upgrade and the way back of each workload, step by step on one scale. */
export function drawJourneys(verdicts: readonly Verdict[]): Html | undefined {
  const told = verdicts.filter(({ moments = [] }) => moments.length > 0)
  return told.length === 0 ? undefined : html`${told.map(drawJourney)}`
}

function drawJourney(verdict: Verdict): Html {
  const { moments = [], compared, ms } = verdict
  const steps = [...new Set(moments.map(({ step }) => step))]
  const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined)
  const parts = steps.map((step) => makeJourneyStep(step, moments))
  return html`<h3>
      ${formatTrialName(verdict.trial)}${formatServer(verdict) === '' ? '' : ` on Kubernetes ${formatServer(verdict)}`}
    </h3>
    <ul>
      ${versions.map(({ name, origin }: ComparedVersion) => html`<li><b>${name}</b>, ${origin}</li>`)}
    </ul>
    ${drawBars(parts, ms)} ${parts.map((part) => drawClaims(part, ms))}`
}

/** One step: from the first thing that happened in it to the end of the last. */
interface JourneyStep extends Bar {
  readonly moments: readonly Moment[]
}

const makeJourneyStep = (step: string, all: readonly Moment[]): JourneyStep => {
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
const drawClaims = ({ name, moments, outcome }: JourneyStep, whole: number): Html => {
  const failed = moments.filter((moment) => moment.outcome === 'failed').length
  const summary = html`<summary>${name} ${drawTally(failed, moments.length)}</summary>`
  const list = drawBars(
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
