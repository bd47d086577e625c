import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { LIMITS } from '../../base/limits.ts'

const TAIL = 4000

/** The end of a tool's text: what an error can carry. */
export const cutTail = (text: string): string => {
  const end = text.trimEnd()
  return end.length > TAIL ? `…${end.slice(-TAIL)}` : end
}

/**
 * Splits bytes into lines, without their ends (`\n` or `\r\n`); `end` delivers a last line that has none. Of a line that
 * does not end the beginning is delivered, and `…`.
 */
export function makeLineReader(onLine: ((line: string) => void) | undefined) {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  /** Whether the line was too long: its beginning is in `rest`. */
  let cut = false
  const tell = (line: string): void => onLine?.(cut ? `${line}…` : line.replace(/\r$/, ''))
  const add = (text: string): void => {
    if (cut) return
    rest += text
    if (rest.length <= LIMITS.line.most) return
    rest = rest.slice(0, LIMITS.line.most)
    cut = true
  }
  return {
    push: (chunk: Buffer): void => {
      if (!onLine) return
      const [first = '', ...more] = decoder.write(chunk).split('\n')
      add(first)
      for (const text of more) {
        tell(rest)
        rest = ''
        cut = false
        add(text)
      }
    },
    end: (): void => {
      if (rest !== '') tell(rest)
      rest = ''
    }
  }
}

/** So many pieces are joined: one that is written byte by byte would take a hundred times its size. */
const LOOSE = 1000

/**
 * Keeps what a stream says, up to `limit` bytes: 'last' drops the oldest, 'refuse' calls `onLimit` once and drops the
 * rest. `closed` resolves when the stream is over, however it ends.
 */
export function collectOutput(
  stream: Readable | null,
  limit: number,
  keep: 'last' | 'refuse',
  onLimit?: () => void,
  onChunk?: (chunk: Buffer) => void
) {
  const chunks: Buffer[] = []
  /** How many of the youngest chunks were never joined. */
  let loose = 0
  let size = 0
  let full = false
  stream?.on('data', (chunk: Buffer) => {
    onChunk?.(chunk)
    if (full) return
    chunks.push(chunk)
    size += chunk.length
    if (++loose >= LOOSE) {
      chunks.push(Buffer.concat(chunks.splice(-loose)))
      loose = 0
    }
    if (keep === 'refuse' && size > limit) {
      full = true
      onLimit?.()
    }
    while (keep === 'last' && size - (chunks[0]?.length ?? size) >= limit) size -= chunks.shift()?.length ?? 0
  })
  return {
    closed: new Promise<void>((resolve) => {
      if (!stream) return resolve()
      stream.once('close', resolve).on('error', () => resolve())
    }),
    text: () =>
      Buffer.concat(chunks)
        .subarray(keep === 'last' ? -limit : 0)
        .toString('utf8')
  }
}
