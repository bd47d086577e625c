import type { Span } from '../timeline.ts'

/** The run as a Mermaid gantt (https://mermaid.js.org/syntax/gantt.html), times in milliseconds from its start. */
export function gantt(spans: readonly Span[]): string {
  const shown = spans.filter(({ outcome }) => outcome !== 'skipped')
  const stages = [...new Set(shown.map(({ stage }) => stage))]
  const lines = stages.flatMap((stage) => [
    `  section ${plain(stage)}`,
    ...shown
      .filter((span) => span.stage === stage)
      .map(
        ({ item, start, end, outcome }) =>
          `  ${plain(item || stage)} :${outcome === 'failed' ? 'crit, ' : outcome === 'reused' ? 'done, ' : ''}${Math.round(start)}, ${Math.max(Math.round(end), Math.round(start) + 1)}`
      )
  ])
  return ['gantt', '  dateFormat x', '  axisFormat %M:%S', ...lines].join('\n')
}

/** Mermaid takes `:`, `;`, `#` and `,` as its own; a name must hold none. */
const plain = (text: string): string => text.replace(/[:;#,\n%{}]/g, ' ').trim() || '-'
