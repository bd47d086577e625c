import type { Span } from '../../steps/timeline.ts'
import { formatDuration } from '../../base/text.ts'
import { html, type Html } from './html.ts'

/** Work as it happened: a name, its time, and a bar that shows when. */
export interface Bar extends Pick<Span, 'start' | 'end' | 'outcome'> {
  readonly name: string
}

/** More rows than this show nothing. */
const ROWS = 200

/** A list of bars on one scale, 0 to `whole` milliseconds; of too many the longest. */
export function drawBars(all: readonly Bar[], whole: number): Html {
  const longest = new Set([...all].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS))
  const rows = all.filter((bar) => longest.has(bar))
  return html`<ol class="bars">
      ${rows.map(
        ({ name, start, end, outcome }) =>
          html`<li>
            <span>${outcome === 'failed' ? html`<b class="bad">Failed: </b>` : ''}${name}</span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect class="rail" width="100%" height="8" rx="4" />
              <rect
                class="${outcome}"
                x="${formatPercent(start, whole)}"
                width="${formatPercent(Math.max(end - start, whole / 150), whole)}"
                height="8"
                rx="4"
              />
            </svg>
            <span class="n">${outcome === 'reused' ? 'reused' : formatDuration(end - start)}</span>
          </li>`
      )}
    </ol>
    ${all.length > rows.length ? html`<p class="soft">${all.length - rows.length} shorter ones are not shown.</p>` : ''}`
}

const formatPercent = (part: number, whole: number): string =>
  `${Math.min(100, Math.max(0, (100 * part) / Math.max(whole, 1))).toFixed(2)}%`
