import { createLogUpdate } from 'log-update'
import type { Host } from '../../ports.ts'
import { lineOf } from './line.ts'

/** A terminal or a pipe: on a terminal the work in progress is redrawn at the bottom, else each line is printed once. */
export function local(stream: NodeJS.WriteStream): Host {
  const live = stream.isTTY ? terminal(stream) : undefined
  const print = (line: string): void => (live ? live.print(line) : void stream.write(`${line}\n`))
  return {
    name: 'local',
    info: print,
    warn: (line) => print(`warning: ${line}`),
    error: (line, at) => print(`${at ? `${at.file}${at.line ? `:${at.line}` : ''}: ` : ''}error: ${line}`),
    quote: (title, text) => print(`${title}\n${text.replace(/^/gm, '  | ').trimEnd()}`),
    mask: () => {},
    output: async () => {},
    summary: async () => {},
    progress(stage, item) {
      const entry = { stage, item, note: '', since: performance.now() }
      live?.running.add(entry)
      return {
        note(text) {
          entry.note = text
          live?.draw()
        },
        end(outcome, note) {
          live?.running.delete(entry)
          print(lineOf(stage, item, outcome, note))
        }
      }
    }
  }
}

interface Entry {
  readonly stage: string
  readonly item: string
  note: string
  readonly since: number
}

function terminal(stream: NodeJS.WriteStream) {
  const running = new Set<Entry>()
  const update = createLogUpdate(stream, { showCursor: true })
  let timer: NodeJS.Timeout | undefined
  const draw = (): void => {
    if (running.size === 0) {
      clearInterval(timer)
      timer = undefined
      return update.clear()
    }
    // unref: a picture of the work must not keep the process alive.
    timer ??= setInterval(draw, 200).unref()
    const now = performance.now()
    update(
      [...running]
        .map((entry) =>
          `… ${entry.stage.padEnd(9)} ${entry.item.padEnd(34)}  ${Math.floor((now - entry.since) / 1000)} s  ${entry.note}`.slice(
            0,
            stream.columns - 1
          )
        )
        .join('\n')
    )
  }
  return {
    running: {
      add(entry: Entry) {
        running.add(entry)
        draw()
      },
      delete: (entry: Entry) => running.delete(entry)
    },
    draw,
    print(line: string) {
      update.clear()
      stream.write(`${line}\n`)
      draw()
    }
  }
}
