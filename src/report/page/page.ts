import { sha256 } from '../../base/digest.ts'
import { seconds } from '../../base/text.ts'
import type { Story } from '../story.ts'
import { bars } from './bars.ts'
import { evidence, failures } from './checks.ts'
import { files, tools } from './files.ts'
import { facts, result, type Outcome } from './head.ts'
import { html, Html } from './html.ts'
import { journeys } from './journey.ts'
import { lost, proof, speaks } from './proof.ts'
import { STYLE } from './style.ts'
import { vulnerabilities } from './vulnerabilities.ts'

/** Nothing is fetched and no script runs; `data:` is for the icon that says there is none. */
const policy = `default-src 'none'; style-src 'sha256-${Buffer.from(sha256(STYLE), 'hex').toString('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

/** The report as one page that needs nothing else: what failed first, then what was proved, and with what. */
export function page(story: Story, outcome: Outcome): string {
  const { plan, verdicts, artifacts } = story
  const { words, sign, tone } = result(outcome, story)
  const all: readonly (readonly [id: string, title: string, body: Html | undefined])[] = [
    ['failures', 'What does not hold', failures(story)],
    ['proof', 'Proof', proof(story)],
    ['losses', 'Lost between versions', lost(verdicts)],
    ['rollback', 'The upgrade and the way back', journeys(verdicts)],
    ['smi', 'Who speaks the same SMI', speaks(story)],
    ['evidence', 'Evidence', verdicts.length > 0 ? evidence(verdicts) : undefined],
    ['vulnerabilities', 'Known vulnerabilities', vulnerabilities(story)],
    ['files', 'Files', artifacts.length > 0 ? files(artifacts, story.verification) : undefined],
    ['tools', 'Tools', story.tools.length > 0 ? tools(story.tools) : undefined],
    ['time', 'Where the time went', time(story)]
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
          ${facts(story)}
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

function time({ spans }: Story): Html | undefined {
  const worked = spans.filter(({ outcome }) => outcome !== 'skipped')
  if (worked.length === 0) return undefined
  const whole = Math.max(...worked.map(({ end }) => end))
  const bar = worked.map((span) => ({ ...span, name: `${span.stage} ${span.item}` }))
  return html`<p>${seconds(whole)} in all; bars side by side ran at the same time.</p>
    ${bars(bar, whole)}`
}
