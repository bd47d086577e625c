import { stripVTControlCharacters } from 'node:util'

/** A terminal of so many columns and rows, as far as log-update uses one: what was written, and what it shows now. */
export interface Screen {
  readonly stream: NodeJS.WriteStream
  /** Everything that was ever written. */
  readonly written: () => string
  /** The lines now, from the first one that was ever there, without colours. */
  readonly lines: () => readonly string[]
}

export function screen(columns: number, rows: number, colours = false): Screen {
  const cells: string[][] = [[]]
  let written = ''
  let [x, y] = [0, 0]

  const row = (): string[] => (cells[y] ??= [])
  const put = (char: string): void => {
    if (x === columns) [x, y] = [0, y + 1]
    row()[x++] = char
  }
  const control = (count: number, letter: string): void => {
    if (letter === 'A') y = Math.max(0, y - count)
    else if (letter === 'B') y += count
    else if (letter === 'G') x = count - 1
    else if (letter === 'K') cells[y] = row().slice(0, x)
    else throw new Error(`this screen does not know ESC [ ${count} ${letter}`)
  }
  const write = (text: string): boolean => {
    written += text
    for (const [part, count, letter] of text.matchAll(/\u001b\[(?:\?2026[hl]|[\d;]*m|(\d*)([A-Z]))|[^]/gu)) {
      if (part === '\n') [x, y] = [0, y + 1]
      else if (part === '\u001b[2K') cells[y] = []
      else if (letter !== undefined) control(Number(count || 1), letter)
      else if (!part.startsWith('\u001b')) put(part)
    }
    return true
  }
  const stream = { isTTY: true, columns, rows, hasColors: () => colours, write, cork() {}, uncork() {} }
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    written: () => written,
    lines: () => cells.map((cell) => stripVTControlCharacters(Array.from(cell, (c) => c ?? ' ').join('')).trimEnd())
  }
}
