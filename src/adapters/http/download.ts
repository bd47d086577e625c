import { Failure } from '../../base/errors.ts'
import { streamBody } from './answer-body.ts'

/** How the bytes of one file are asked for, and what the refusals of its platform mean. */
export interface DownloadSource {
  readonly name: string
  readonly size: number
  /** Milliseconds without a byte after which a connection counts as broken. */
  readonly patience: number
  /** The answer with the bytes from this one on; 206 where it holds no others. */
  ask(from: number): Promise<{ readonly status: number; readonly body: ReadableStream<Uint8Array> | null }>
  wait(seconds: number): Promise<void>
  isPassing(error: unknown): boolean
  /** Whether the answer was that there is no such file, though a list names it. */
  isMissing(error: unknown): boolean
  explained(error: unknown, doing: string): unknown
}

const RESUMES = 3
/** Seconds until a file is asked for again that a list names and storage does not know yet. */
const LATE: readonly number[] = [2, 4, 8, 16, 30]

/**
 * The bytes of a file, streamed; a connection that breaks or stands still is resumed where it broke, a few times.
 * Rejects ('verification') when more or fewer come than were announced.
 */
export async function* streamResuming(source: DownloadSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { name, size } = source
  const doing = `cannot download ${name}`
  let done = 0
  let missed = 0
  for (let attempt = 0; ; attempt++) {
    let answered = false
    try {
      const { status, body } = await source.ask(done)
      answered = true
      // A server that does not know ranges starts over.
      let skip = status === 206 ? 0 : done
      for await (const chunk of streamBody({ body }, source.patience)) {
        signal.throwIfAborted()
        const fresh = chunk.subarray(Math.min(skip, chunk.length))
        skip -= chunk.length - fresh.length
        done += fresh.length
        // One without an end is not waited for.
        if (done > size) break
        if (fresh.length > 0) yield fresh
      }
      if (done === size) return
      const came = done > size ? `more than ${size}` : String(done)
      throw new Failure('verification', `${doing}: ${came} bytes came, ${size} were announced`)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Failure) throw error
      if (!answered && source.isMissing(error)) {
        const pause = LATE[missed++]
        if (pause === undefined)
          throw new Failure('host', `${doing}: it is listed, and was asked for ${missed} times and not found`, {
            hint: 'Storage may be behind: run again in some minutes.',
            cause: source.explained(error, doing)
          })
        attempt--
        await source.wait(pause)
        continue
      }
      if (attempt < RESUMES && (answered || source.isPassing(error))) await source.wait(attempt + 1)
      else if (answered) {
        throw new Failure('host', `${doing}: the connection broke after ${done} of ${size} bytes`, {
          hint: 'Check the network; run again.',
          cause: error
        })
      } else throw source.explained(error, doing)
    }
  }
}
