import { styleText } from 'node:util'
import type { Host, Progress } from '../../model/ports/host.ts'
import { TIME_WIDTH } from '../../base/text.ts'

export type LineOutcome = Parameters<Progress['end']>[0]

/** How lines of progress look here. */
export interface LineStyle {
  readonly colours: boolean
  /** Columns for the item; longer names are cut in the middle when `cut`, so that lines stay in columns. */
  readonly width: number
  readonly cut: boolean
}

/** A log: nothing is cut, since nobody can look it up elsewhere. */
export const PLAIN: LineStyle = { colours: false, width: 40, cut: false }

const MARKS = {
  done: ['✓', 'green'],
  reused: ['=', 'green'],
  skipped: ['-', 'yellow'],
  failed: ['✗', 'red'],
  running: ['…', 'cyan']
} as const

/** One line of progress: `✓ build     linux/amd64      1.2 s  ELF, no libraries`. */
export function formatLine(
  stage: string,
  item: string,
  outcome: LineOutcome | 'running',
  note = '',
  look = PLAIN
): string {
  const [mark, colour] = MARKS[outcome]
  const paint = (style: 'dim' | typeof colour, text: string): string =>
    // The stream was asked already whether it has colours.
    look.colours ? styleText(style, text, { validateStream: false }) : text
  const name = look.cut ? cutMiddle(joinLines(item), look.width) : joinLines(item)
  const rest =
    item === '' ? `${outcome}: ${joinLines(note)}` : `${name.padEnd(look.width)}  ${joinLines(note)}`.trimEnd()
  return `${paint(colour, mark)} ${joinLines(stage).padEnd(9)} ${outcome === 'failed' ? paint('red', rest) : rest}`
}

/** Whole seconds, in the column where the time stands when the work is done. */
export const formatElapsed = (ms: number): string => `${Math.floor(ms / 1000)} s`.padStart(TIME_WIDTH)

/** Both ends of a name tell names apart: the program stands first, the platform last. */
const cutMiddle = (name: string, width: number): string =>
  name.length <= width
    ? name
    : `${name.slice(0, Math.ceil((width - 1) / 2))}…${name.slice(-Math.floor((width - 1) / 2))}`

const joinLines = (text: string): string => text.replace(/\s*[\n\u2028\u2029]\s*/g, ' ')

/** Tells what an adapter notes on its way: what begins with `warning: ` as a warning, the rest as an indented line. */
export const noteOn =
  (host: Pick<Host, 'info' | 'warn'>) =>
  (text: string): void =>
    text.startsWith('warning: ') ? host.warn(text.slice(9)) : host.info(`  ${text}`)
