import { listAccepted } from '../../model/accepted-break.ts'
import type { Broken, Check, Proof, Verdict } from '../../model/nouns.ts'
import { formatDuration } from '../../base/text.ts'
import { countFailures, formatServer, formatTrialName } from '../matrix.ts'
import { html, type Html } from './html.ts'

/** Checks of one trial that are shown; compatibility.json has all. */
const SHOWN = 500

/** Of many failures the first few are enough to begin with: of the others, what to do by hand is folded away. */
const OPEN = 3

/** What does not hold and what came to no verdict, before anything else: with what was seen and how to see it again. */
export const drawFailures = ({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): Html | undefined => {
  const failed = verdicts.flatMap((verdict) =>
    verdict.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ check, verdict }))
  )
  if (failed.length + broken.length === 0) return undefined
  return html`<ol class="checks first">
      ${broken.map(drawNoVerdict)}
      ${failed
        .slice(0, SHOWN)
        .map(({ check, verdict }, i) =>
          drawCheck(
            check,
            html`<p class="soft">${formatTrialName(verdict.trial)}${describeWhere(verdict)}</p>`,
            i < OPEN
          )
        )}
    </ol>
    ${drawMore(failed.length)}`
}

const drawNoVerdict = ({ trial, failure: { message, hint } }: Broken): Html =>
  html`<li>
    <p class="soft">
      ${formatTrialName(trial)}${trial.kubernetes === undefined ? '' : ` on Kubernetes ${trial.kubernetes}`}
    </p>
    <p>
      <span class="bad"><span aria-hidden="true">✗</span> No verdict</span>
    </p>
    <pre>${message}</pre>
    ${
      hint === undefined
        ? ''
        : html`<p class="soft">What to do</p>
            <pre>${hint}</pre>`
    }
  </li>`

/** Every trial with all that it looked at, folded away. */
export const drawEvidence = (verdicts: readonly Verdict[]): Html =>
  html`${verdicts.map(
    (verdict, i) =>
      html`<details class="trial">
        <summary>${formatTrialName(verdict.trial)}${describeWhere(verdict)} ${drawCount(verdict)}</summary>
        <div id="${formatAnchor(i)}">
          ${drawSimulated(verdict)}
          <ol class="checks">
            ${verdict.checks.slice(0, SHOWN).map((check) => drawCheck(check))}
          </ol>
          ${drawMore(verdict.checks.length)}
        </div>
      </details>`
  )}`

/** Where the evidence of the verdict at this place stands. */
export const formatAnchor = (index: number): string => `trial-${index + 1}`

/** How many checks hold, or do not; never by colour alone. */
export const drawCount = (verdict: Verdict): Html =>
  drawTally(countFailures(verdict), verdict.checks.length, listAccepted(verdict).length)

export const drawTally = (failed: number, all: number, accepted = 0): Html =>
  failed === 0 && all > 0
    ? html`<span class="good"
        ><span aria-hidden="true">✓</span> ${all - accepted} hold${accepted === 0 ? '' : `, ${accepted} accepted`}</span
      >`
    : html`<span class="bad"><span aria-hidden="true">✗</span> ${describeFailedChecks(failed, all)}</span>`

/** `1 of 12 does not hold`; a trial that looked at nothing proves nothing. */
export const describeFailedChecks = (failed: number, all: number, what = ''): string =>
  all === 0 ? 'nothing was looked at' : `${failed} of ${all}${what} ${failed === 1 ? 'does' : 'do'} not hold`

const drawCheck = ({ claim, outcome, seen, repeat, at, accepted }: Check, trial?: Html, open = false): Html =>
  html`<li>
    ${trial}
    <p>
      <span class="${outcome === 'failed' ? 'bad' : 'good'}"
        ><span aria-hidden="true">${outcome === 'failed' ? '✗' : accepted === undefined ? '✓' : '–'}</span
        ><span class="unseen"
          >${outcome === 'failed' ? 'Does not hold' : accepted === undefined ? 'Holds' : 'Does not hold, accepted'}:</span
        ></span
      >
      ${claim}
    </p>
    ${accepted === undefined ? '' : html`<p>Does not hold, and slipway.yaml accepts it: ${accepted}</p>`}
    <p class="seen">Seen: ${seen}</p>
    ${at ? html`<p class="soft">${at.file}, line ${at.line}</p>` : ''}
    ${repeat === undefined ? '' : drawRepeat(repeat, open)}
  </li>`

const drawRepeat = (repeat: string, open: boolean): Html =>
  open
    ? html`<p class="soft">By hand</p>
        <pre>${repeat}</pre>`
    : html`<details>
        <summary>By hand</summary>
        <pre>${repeat}</pre>
      </details>`

const describeWhere = (verdict: Verdict): string =>
  `${verdict.cluster ? ` on Kubernetes ${formatServer(verdict)}` : ''}, ${formatDuration(verdict.ms)}`

const drawSimulated = ({ cluster }: Verdict): Html | string =>
  cluster?.simulated
    ? html`<p>
        Pods were simulated: this proves manifests and Kubernetes’ controllers, never the program in a container.
      </p>`
    : ''

const drawMore = (length: number): Html | string =>
  length > SHOWN ? html`<p class="soft">${length - SHOWN} more stand in compatibility.json.</p>` : ''
