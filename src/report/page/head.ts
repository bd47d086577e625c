import { listAccepted } from '../../model/accepted-break.ts'
import { countFailures } from '../matrix.ts'
import { describeIsolation } from '../isolation-text.ts'
import type { Story } from '../story.ts'
import { describeFailedChecks } from './checks.ts'
import { html, type Html } from './html.ts'

export type TrialsOutcome = 'passed' | 'failed' | 'skipped'

/** The outcome of all trials in a few words, with a sign and a colour. */
export function describeResult(
  outcome: TrialsOutcome,
  { verdicts, broken }: Pick<Story, 'verdicts' | 'broken'>
): { readonly words: string; readonly sign: string; readonly tone: 'good' | 'bad' | 'soft' } {
  const claims = verdicts.reduce((sum, { checks }) => sum + checks.length, 0)
  const accepted = verdicts.reduce((sum, verdict) => sum + listAccepted(verdict).length, 0)
  const failed = verdicts.reduce((sum, verdict) => sum + countFailures(verdict), 0)
  switch (outcome) {
    case 'skipped':
      return { words: 'Nothing was proved', sign: '–', tone: 'soft' }
    case 'passed':
      return accepted === 0
        ? { words: `All ${claims} claims hold`, sign: '✓', tone: 'good' }
        : {
            words: `${claims - accepted} of ${claims} claims hold, ${accepted} known ${accepted === 1 ? 'break is' : 'breaks are'} accepted`,
            sign: '✓',
            tone: 'good'
          }
    case 'failed':
      return {
        words: [
          ...(failed > 0 ? [describeFailedChecks(failed, claims, ' claims')] : []),
          ...describeNoVerdicts(broken.length)
        ].join(', '),
        sign: '✗',
        tone: 'bad'
      }
  }
}

const describeNoVerdicts = (broken: number): readonly string[] =>
  broken === 0 ? [] : [`${broken} ${broken === 1 ? 'trial' : 'trials'} without a verdict`]

/** What this is about, and what became of it. */
export function drawFacts({ plan, url }: Story): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ['Run', `${plan.mode}: ${plan.why}`],
    ['Module', plan.moduleDir === '' ? plan.module : `${plan.module} (in ${plan.moduleDir})`],
    ['Commit', html`<code class="copy">${plan.commit}</code>`],
    ['Built with', plan.go.version],
    [
      'Compared with',
      'skip' in plan.baseline ? `nothing: ${plan.baseline.skip}` : `${plan.baseline.tag}: ${plan.baseline.why}`
    ],
    ...(plan.isolation ? [['Isolation', describeIsolation(plan.isolation)] as const] : []),
    [
      'Signature',
      'skip' in plan.signing
        ? `none: ${plan.signing.skip}`
        : plan.signing.work.map(({ mode, why }) => `${mode}: ${why}`).join('; ')
    ],
    ['Published', drawPublished(plan.publication, url)]
  ]
  return html`<dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`
      )}
    </dl>
    ${plan.notes.map((note) => html`<p class="note">${note}</p>`)}`
}

/** A link only where it is one. */
const drawPublished = (publication: Story['plan']['publication'], url: string | undefined): Html | string =>
  url === undefined
    ? 'skip' in publication
      ? `no: ${publication.skip}`
      : 'no'
    : /^https?:\/\/[^\s<>]+$/.test(url)
      ? html`<a href="${url}">${url}</a>`
      : url
