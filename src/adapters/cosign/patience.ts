import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'

/** Between attempts, in milliseconds: two minutes beside what each attempt waits itself. */
export const PAUSES: readonly number[] = [2_000, 5_000, 15_000, 30_000, 60_000]

/** For somebody who waits at a terminal. */
export const SHORT_PAUSES: readonly number[] = [1_000, 3_000]

/**
 * What cosign says when a service of Sigstore is out of order or out of reach: its own words, those of its client for
 * certificates and timestamps (`closed response body` after answers of 5xx), of its client for the trust root (go-tuf's
 * `http status code`) and of Go's net and net/http below them.
 */
const TRANSIENT = new RegExp(
  [
    String.raw`(status|status code:|returned|response:) (429|5\d\d)\b`,
    'read on closed response body',
    String.raw`giving up after \d+ attempt`,
    'connection (refused|reset|timed out)',
    'broken pipe',
    'i/o timeout',
    'TLS handshake timeout',
    String.raw`Client\.Timeout exceeded`,
    'deadline exceeded',
    'no such host',
    'server misbehaving',
    'Temporary failure in name resolution',
    'network is unreachable',
    'no route to host',
    'unexpected EOF',
    '": EOF',
    'stream error',
    'http2: server sent GOAWAY'
  ].join('|')
)

export interface SigningPatience {
  readonly pauses?: readonly number[]
  readonly note?: (line: string) => void
  /** What to do when it stays so; left out for what is signed, before anything is published. */
  readonly hint?: string
}

const HINT =
  'Run this again when it is back. Nothing was published, and what lies in the output folder is not made again.'

/**
 * Tries again while Sigstore is out of order, since a signature that is made later is as good. Gives up with a 'host'
 * Failure that begins with `trouble`; anything else that goes wrong is thrown at once.
 */
export async function withPatience<T>(
  trouble: string,
  attempt: () => Promise<T>,
  signal: AbortSignal | undefined,
  { pauses = PAUSES, note = () => undefined, hint = HINT }: SigningPatience = {}
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      signal?.throwIfAborted()
      const why = error instanceof Failure ? explainOutage(error) : undefined
      if (why === undefined) throw error
      const pause = pauses[tried]
      if (pause === undefined)
        throw new Failure('host', `${trouble}: ${why} (${tried + 1} attempts)`, {
          hint,
          cause: error
        })
      note(`${trouble}: ${why}; trying again in ${Math.ceil(pause / 1000)} s`)
      await sleep(pause, undefined, { signal })
    }
  }
}

/** Why a failure may go away by itself; undefined for one that will not. */
export function explainOutage({ kind, message, cause }: Failure): string | undefined {
  if (kind === 'host') return message
  const line = String(cause)
    .split('\n')
    .filter((text) => TRANSIENT.test(text))
    .at(-1)
  return line?.replace(/^.*error signing bundle: /, '').slice(0, 300)
}
