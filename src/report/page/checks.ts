import type { Broken, Check, Proof, Verdict } from '../../model/nouns.ts'
import { seconds } from '../../base/text.ts'
import { failuresOf, serverOf, trialName } from '../matrix.ts'
import { html, type Html } from './html.ts'

/** Checks of one trial that are shown; compatibility.json has all. */
const SHOWN = 500

/** Of many failures the first few are enough to begin with: of the others, what to do by hand is folded away. */
const OPEN = 3

/** What does not hold and what came to no verdict, before anything else: with what was seen and how to see it again. */
export const failures = ({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): Html | undefined => {
  const failed = verdicts.flatMap((verdict) =>
    verdict.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ check, verdict }))
  )
  if (failed.length + broken.length === 0) return undefined
  return html`<ol class="checks first">
      ${broken.map(noVerdict)}
      ${failed
        .slice(0, SHOWN)
        .map(({ check, verdict }, i) =>
          item(check, html`<p class="soft">${trialName(verdict.trial)}${where(verdict)}</p>`, i < OPEN)
        )}
    </ol>
    ${more(failed.length)}`
}

const noVerdict = ({ trial, failure: { message, hint } }: Broken): Html =>
  html`<li>
    <p class="soft">${trialName(trial)}${trial.kubernetes === undefined ? '' : ` on Kubernetes ${trial.kubernetes}`}</p>
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
export const evidence = (verdicts: readonly Verdict[]): Html =>
  html`${verdicts.map(
    (verdict, i) =>
      html`<details class="trial">
        <summary>${trialName(verdict.trial)}${where(verdict)} ${count(verdict)}</summary>
        <div id="${anchor(i)}">
          ${simulated(verdict)}
          <ol class="checks">
            ${verdict.checks.slice(0, SHOWN).map((check) => item(check))}
          </ol>
          ${more(verdict.checks.length)}
        </div>
      </details>`
  )}`

/** Where the evidence of the verdict at this place stands. */
export const anchor = (index: number): string => `trial-${index + 1}`

/** How many checks hold, or do not; never by colour alone. */
export const count = (verdict: Verdict): Html => tally(failuresOf(verdict), verdict.checks.length)

export const tally = (failed: number, all: number): Html =>
  failed === 0 && all > 0
    ? html`<span class="good"><span aria-hidden="true">✓</span> ${all} hold</span>`
    : html`<span class="bad"><span aria-hidden="true">✗</span> ${doNotHold(failed, all)}</span>`

/** `1 of 12 does not hold`; a trial that looked at nothing proves nothing. */
export const doNotHold = (failed: number, all: number, what = ''): string =>
  all === 0 ? 'nothing was looked at' : `${failed} of ${all}${what} ${failed === 1 ? 'does' : 'do'} not hold`

const item = ({ claim, outcome, seen, repeat, at }: Check, trial?: Html, open = false): Html =>
  html`<li>
    ${trial}
    <p>
      <span class="${outcome === 'failed' ? 'bad' : 'good'}"
        ><span aria-hidden="true">${outcome === 'failed' ? '✗' : '✓'}</span
        ><span class="unseen">${outcome === 'failed' ? 'Does not hold' : 'Holds'}:</span></span
      >
      ${claim}
    </p>
    <p class="seen">Seen: ${seen}</p>
    ${at ? html`<p class="soft">${at.file}, line ${at.line}</p>` : ''}
    ${repeat === undefined ? '' : byHand(repeat, open)}
  </li>`

const byHand = (repeat: string, open: boolean): Html =>
  open
    ? html`<p class="soft">By hand</p>
        <pre>${repeat}</pre>`
    : html`<details>
        <summary>By hand</summary>
        <pre>${repeat}</pre>
      </details>`

const where = (verdict: Verdict): string =>
  `${verdict.cluster ? ` on Kubernetes ${serverOf(verdict)}` : ''}, ${seconds(verdict.ms)}`

const simulated = ({ cluster }: Verdict): Html | string =>
  cluster?.simulated
    ? html`<p>
        Pods were simulated: this proves manifests and Kubernetes’ controllers, never the program in a container.
      </p>`
    : ''

const more = (length: number): Html | string =>
  length > SHOWN ? html`<p class="soft">${length - SHOWN} more stand in compatibility.json.</p>` : ''
