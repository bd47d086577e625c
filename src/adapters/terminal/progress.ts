import { createLogUpdate } from 'log-update'
import { formatElapsed, formatLine, type LineStyle } from './line.ts'

interface ProgressEntry {
  readonly stage: string
  readonly item: string
  note: string
  readonly since: number
}

/** What a line has beside its item: mark, stage, time, and room for a few words. */
const BESIDE = 40

/** The lines of a terminal: those that stay, and below them one for each piece of work in progress. */
export function terminal(stream: NodeJS.WriteStream) {
  const running = new Set<ProgressEntry>()
  const update = createLogUpdate(stream, { showCursor: true })
  let timer: NodeJS.Timeout | undefined

  const columns = (): number => stream.columns || 80
  const look = (): LineStyle => ({
    // It knows NO_COLOR, FORCE_COLOR and TERM.
    colours: stream.hasColors(),
    width: Math.max(12, Math.min(40, columns() - BESIDE)),
    cut: true
  })
  const draw = (): void => {
    if (running.size === 0) {
      clearInterval(timer)
      timer = undefined
      return update.clear()
    }
    // unref: a picture of the work must not keep the process alive.
    timer ??= setInterval(draw, 200).unref()
    const now = performance.now()
    // As many as there is room for, and one line for the cursor: what does not fit cannot be redrawn.
    const shown = [...running].slice(0, Math.max(1, (stream.rows || 24) - 2))
    const { colours, ...plain } = look()
    const lines = shown.map(({ stage, item, note, since }) => {
      const text = formatLine(stage, item, 'running', `${formatElapsed(now - since)}  ${note}`, {
        ...plain,
        colours: false
      })
      // Cut before it is coloured: a wrapped line is one line more than the next redraw would take away.
      const short = text.length < columns() ? text : `${text.slice(0, columns() - 2)}…`
      return colours ? short.replace(/^…/, '\u001b[36m…\u001b[39m') : short
    })
    update(lines.join('\n'))
  }
  return {
    look,
    begin(stage: string, item: string) {
      const entry: ProgressEntry = { stage, item, note: '', since: performance.now() }
      running.add(entry)
      draw()
      return {
        note(text: string) {
          entry.note = text
          draw()
        },
        end: () => void running.delete(entry)
      }
    },
    /** One piece of text that stays, in one go with the picture below it, so that nothing flickers. */
    print(text: string) {
      stream.cork()
      update.clear()
      stream.write(`${text}\n`)
      draw()
      stream.uncork()
    }
  }
}
