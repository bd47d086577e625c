import { hashBytes } from '../../base/digest.ts'
import { formatDuration } from '../../base/text.ts'
import type { Story } from '../story.ts'
import { drawBars } from './bars.ts'
import { drawEvidence, drawFailures } from './checks.ts'
import { drawFiles, drawTools } from './files.ts'
import { drawFacts, describeResult, type TrialsOutcome } from './head.ts'
import { html, Html } from './html.ts'
import { drawJourneys } from './journey.ts'
import { drawLost, drawProof, drawSpoken } from './proof.ts'
import { STYLE } from './style.ts'
import { drawVulnerabilities } from './vulnerabilities.ts'

/** Nothing is fetched and no script runs; `data:` is for the icon that says there is none. */
const policy = `default-src 'none'; style-src 'sha256-${Buffer.from(hashBytes(STYLE), 'hex').toString('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

/** The report as one page that needs nothing else: what failed first, then what was proved, and with what. */
export function drawPage(story: Story, outcome: TrialsOutcome): string {
  const { plan, verdicts, artifacts } = story
  const { words, sign, tone } = describeResult(outcome, story)
  const all: readonly (readonly [id: string, title: string, body: Html | undefined])[] = [
    ['failures', 'What does not hold', drawFailures(story)],
    ['proof', 'Proof', drawProof(story)],
    ['losses', 'Lost between versions', drawLost(verdicts)],
    ['rollback', 'The upgrade and the way back', drawJourneys(verdicts)],
    ['smi', 'Who speaks the same SMI', drawSpoken(story)],
    ['evidence', 'Evidence', verdicts.length > 0 ? drawEvidence(verdicts) : undefined],
    ['vulnerabilities', 'Known vulnerabilities', drawVulnerabilities(story)],
    ['files', 'Files', artifacts.length > 0 ? drawFiles(artifacts, story.verification) : undefined],
    ['tools', 'Tools', story.tools.length > 0 ? drawTools(story.tools) : undefined],
    ['time', 'Where the time went', drawTimes(story)]
  ]
  const sections = all.filter(([, , body]) => body !== undefined)
  const title = `${plan.name} ${plan.version}`
  return `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: ${words}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <header>
          <h1>${title}</h1>
          <p class="result ${tone}"><span aria-hidden="true">${sign}</span> ${words}</p>
          ${drawFacts(story)}
          <nav aria-label="Sections">
            <ul>
              ${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          ${sections.map(
            ([id, title, body]) =>
              html`<section id="${id}" aria-labelledby="${id}-title">
                <h2 id="${id}-title">${title}</h2>
                ${body}
              </section> `
          )}
        </main>
        <footer>Written by Slipway. The same for machines: compatibility.json and junit.xml beside this file.</footer>
      </body>
    </html> `.text
  }`
}

function drawTimes({ spans }: Story): Html | undefined {
  const worked = spans.filter(({ outcome }) => outcome !== 'skipped')
  if (worked.length === 0) return undefined
  const whole = Math.max(...worked.map(({ end }) => end))
  const bar = worked.map((span) => ({ ...span, name: `${span.stage} ${span.item}` }))
  return html`<p>${formatDuration(whole)} in all; bars side by side ran at the same time.</p>
    ${drawBars(bar, whole)}`
}
