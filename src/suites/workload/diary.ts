import type { Check, Moment } from '../../model/nouns.ts'
import { evidence, type Evidence, type Observation } from '../evidence.ts'

/** What a trial writes down: checks, as evidence, and what happened when. */
export interface Diary {
  readonly checks: readonly Check[]
  readonly moments: readonly Moment[]
  /**
   * Looks, records what was seen as a check and as a moment (from when until when it was waited for, where that is not
   * just now), and tells whether the claim holds.
   */
  witness(
    step: string,
    claim: string,
    repeat: string,
    look: () => Promise<Observation>,
    waited?: { readonly from?: number; readonly until?: number }
  ): Promise<boolean>
  /** Evidence whose checks are moments of a step, too: the diary's own, or another one. */
  timed(step: string, other?: Evidence): Evidence
}

export function diary(): Diary {
  const began = performance.now()
  const own = evidence()
  const moments: Moment[] = []
  const tell = (step: string, what: string, ok: boolean, from: number, until = performance.now()): void =>
    void moments.push({
      at: Math.round(from - began),
      ms: Math.round(until - from),
      ...{ step, what, outcome: ok ? 'passed' : 'failed' }
    })
  return {
    checks: own.checks,
    moments,
    async witness(step, claim, repeat, look, { from = performance.now(), until } = {}) {
      const ok = await own.check(step === '' ? claim : `${step}: ${claim}`, repeat, look)
      tell(step, claim, ok, from, until)
      return ok
    },
    timed: (step, other = own) => ({
      checks: other.checks,
      async check(claim, repeat, look) {
        const from = performance.now()
        const ok = await other.check(claim, repeat, look)
        tell(step, claim, ok, from)
        return ok
      }
    })
  }
}
