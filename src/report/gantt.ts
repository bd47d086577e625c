import type { Span } from '../steps/timeline.ts'

/** What GitHub draws at most is 50,000 characters; a picture with more rows than this shows nothing anyway. */
const ROWS = 200
const NAME = 60

/**
 * The run as a Mermaid gantt (https://mermaid.js.org/syntax/gantt.html). Times are of day, from midnight on: as numbers
 * of milliseconds they would be shown in the reader's time zone, which may be half an hour off.
 */
export function drawGantt(spans: readonly Span[]): string {
  const worked = spans.filter(({ outcome }) => outcome !== 'skipped')
  const longest = new Set([...worked].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS))
  const shown = worked.filter((span) => longest.has(span))
  const hours = shown.some(({ end }) => end >= 3_600_000)
  const lines = [...new Set(shown.map(({ stage }) => stage))].flatMap((stage) => [
    `  section ${formatGanttName(stage)}`,
    ...shown
      .filter((span) => span.stage === stage)
      // Less than a millisecond would be no bar at all.
      .map(
        (span) =>
          `  ${formatGanttName(span.item || stage)} :${chooseGanttTag(span)}${formatClock(span.start)}, ${formatClock(Math.max(span.end, span.start + 1))}`
      )
  ])
  return [
    'gantt',
    '  dateFormat HH:mm:ss.SSS',
    `  axisFormat ${hours ? '%H:%M:%S' : '%M:%S'}`,
    '  todayMarker off',
    ...lines
  ].join('\n')
}

const chooseGanttTag = ({ outcome }: Span): string =>
  outcome === 'failed' ? 'crit, ' : outcome === 'reused' ? 'done, ' : ''

const formatClock = (ms: number): string => new Date(Math.round(ms)).toISOString().slice(11, 23)

/** Words of Mermaid's own at the start of a line, dates, and comments. */
const RESERVED =
  /^(gantt|title|section|\w*format|inclusive|topaxis|tickinterval|includes|excludes|todaymarker|week|click|call|href|acc|displaymode|end|\d{4}-\d\d-\d\d|%%)/i

/** A name that Mermaid takes for nothing but a name. */
function formatGanttName(text: string): string {
  const name = text
    .replace(/[^\p{L}\p{N} ._/+()=-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const cut = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name
  return cut === '' ? '-' : RESERVED.test(cut) ? `- ${cut}` : cut
}
