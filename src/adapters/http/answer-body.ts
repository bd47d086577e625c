import { Failure } from '../../base/errors.ts'
import { LIMITS, formatSize } from '../../base/limits.ts'

/** A response, as far as its body goes. */
export interface BodyAnswer {
  readonly body: ReadableStream<Uint8Array> | null
}

/** More came than may be held. Whoever asked says in whose answer. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
  readonly most: number
  constructor(most: number) {
    super(`it holds more than ${formatSize(most)}`)
    this.most = most
  }
}

/**
 * The one place where a body from elsewhere is put together in memory: at most `most` bytes of it, whatever length was
 * announced. Rejects with TooMuch for more, and leaves the source then, which closes its connection.
 */
export async function gatherBody(source: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > most) throw new TooMuch(most)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The text of an answer; what comes slower than `patience` ms a piece is broken off. Rejects with TooMuch for more than `most`. */
export const readBodyText = async (response: BodyAnswer, patience: number, most: number): Promise<string> =>
  (await gatherBody(streamBody(response, patience), most)).toString()

/** The text of an API's answer; a 'host' Failure for one that has no end. `asked`: whose answer. */
export async function readAnswerText(
  response: BodyAnswer,
  { origin, pathname }: URL,
  patience: number
): Promise<string> {
  try {
    return await readBodyText(response, patience, LIMITS.answer.most)
  } catch (cause) {
    if (!(cause instanceof TooMuch)) throw cause
    throw new Failure('host', `${origin}${pathname} answers with more than ${formatSize(cause.most)}`, {
      hint: 'No answer of the API is as long: check its URL. Something in between may answer in its place.',
      cause
    })
  }
}

/** What a refusal says, for a message: as much as fits, and as came before it broke. Never rejects. */
export async function readRefusalWords(response: BodyAnswer, patience: number): Promise<string> {
  const { most } = LIMITS.words
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of streamBody(response, patience)) {
      parts.push(part)
      size += part.length
      if (size >= most) break
    }
  } catch {
    // The status says it, too.
  }
  return Buffer.concat(parts).subarray(0, most).toString()
}

/** The body of an answer, piece by piece; rejects when none has come for `patience` ms. */
export async function* streamBody(response: BodyAnswer, patience: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const stalled = new Promise<never>((_, reject) => {
        const late = (): void => reject(new DOMException('the answer stopped half-way', 'TimeoutError'))
        timer = setTimeout(late, patience)
      })
      try {
        const { done, value } = await Promise.race([reader.read(), stalled])
        if (done) return
        yield value
      } finally {
        clearTimeout(timer)
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
