import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

const TAIL = 4000

/** The end of a tool's text: what an error can carry. */
export const tail = (text: string): string => {
  const end = text.trimEnd()
  return end.length > TAIL ? `…${end.slice(-TAIL)}` : end
}

/** Splits bytes into lines, without their ends (`\n` or `\r\n`); `end` delivers a last line that has none. */
export function lineReader(onLine: ((line: string) => void) | undefined) {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    push: (chunk: Buffer): void => {
      if (!onLine) return
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line.replace(/\r$/, ''))
    },
    end: (): void => {
      if (rest !== '') onLine?.(rest.replace(/\r$/, ''))
      rest = ''
    }
  }
}

/**
 * Keeps what a stream says, up to `limit` bytes: 'last' drops the oldest, 'refuse' calls `onLimit` once and drops the
 * rest. `closed` resolves when the stream is over, however it ends.
 */
export function collect(
  stream: Readable | null,
  limit: number,
  keep: 'last' | 'refuse',
  onLimit?: () => void,
  onChunk?: (chunk: Buffer) => void
) {
  const chunks: Buffer[] = []
  let size = 0
  let full = false
  stream?.on('data', (chunk: Buffer) => {
    onChunk?.(chunk)
    if (full) return
    chunks.push(chunk)
    size += chunk.length
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
    text: () => Buffer.concat(chunks).toString('utf8')
  }
}
