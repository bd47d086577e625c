import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../errors.ts'

/** Between attempts, in milliseconds: two minutes beside what each attempt waits itself. */
export const PAUSES: readonly number[] = [2_000, 5_000, 15_000, 30_000, 60_000]

/**
 * What cosign says when a service of Sigstore is out of order or out of reach; `closed response body` is how its client
 * for certificates and timestamps ends after answers of 5xx.
 */
const TRANSIENT =
  /(status|returned|response:) (429|5\d\d)|read on closed response body|connection re(fused|set)|i\/o timeout|TLS handshake timeout|deadline exceeded|no such host|server misbehaving|network is unreachable|unexpected EOF/

/**
 * Tries again while Sigstore is out of order, since a signature that is made later is as good. Gives up with a 'host'
 * Failure; anything else that goes wrong is thrown at once.
 */
export async function withPatience<T>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  { pauses = PAUSES, note = () => undefined }: { pauses?: readonly number[]; note?: (line: string) => void } = {}
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      const why = error instanceof Failure ? reason(error) : undefined
      if (why === undefined) throw error
      const pause = pauses[tried]
      if (pause === undefined)
        throw new Failure('host', `Sigstore does not sign: ${why} (${tried + 1} attempts)`, {
          hint: 'Nothing was published. Run this again when Sigstore is back: what was built, proved and signed is kept.',
          cause: error
        })
      note(`Sigstore does not sign: ${why}; trying again in ${Math.ceil(pause / 1000)} s`)
      await sleep(pause, undefined, { signal })
    }
  }
}

/** The end of what cosign said, when that is a reason to try again. */
function reason({ cause }: Failure): string | undefined {
  const line = String(cause)
    .split('\n')
    .filter((text) => TRANSIENT.test(text))
    .at(-1)
  return line?.replace(/^.*error signing bundle: /, '').slice(0, 300)
}
