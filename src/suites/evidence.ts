import type { Check, Loss, FileLine, Trial, Verdict } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Cluster, Reply } from '../model/ports/kubernetes.ts'
import { readAt, readText } from '../base/json.ts'

/** What came of looking: whether the claim holds, and what was seen. */
export interface Observation {
  readonly ok: boolean
  readonly seen: string
  readonly loss?: Loss | undefined
  readonly at?: FileLine | undefined
  /** The fields, or other parts, that a failure is about; told where a suite looks for one cause of several failures. */
  readonly faults?: readonly string[]
}

export interface Evidence {
  /** In the order in which they were looked at. */
  readonly checks: readonly Check[]
  /** Looks and records; tells whether the claim holds. What `look` throws is no verdict and goes on to the caller. */
  readonly check: (claim: string, repeat: string, look: () => Promise<Observation>) => Promise<boolean>
}

/** Evidence of which several failures may have one cause. */
export interface TracedEvidence extends Evidence {
  /** What a failed check is about, as far as it was told. */
  readonly faultsOf: (check: Check) => readonly string[]
}

export const evidence = (): TracedEvidence => {
  const checks: Check[] = []
  const faultsOf = new Map<Check, readonly string[]>()
  return {
    checks,
    faultsOf: (check) => faultsOf.get(check) ?? [],
    check: async (claim, repeat, look) => {
      const { ok, seen, loss, at, faults = [] } = await look()
      const outcome = ok ? 'passed' : 'failed'
      const check: Check = { claim, outcome, seen, repeat, ...(loss && { loss }), ...(at && { at }) }
      checks.push(check)
      if (!ok) faultsOf.set(check, faults)
      return ok
    }
  }
}

/** Runs a suite and makes its verdict: passed when it looked at something and everything it looked at held. */
export const reachVerdict = async (
  cluster: Cluster | undefined,
  trial: Trial,
  simulated: boolean,
  suite: () => Promise<readonly Check[]>
): Promise<Verdict> => {
  const started = performance.now()
  const checks = await suite()
  const passed = checks.length > 0 && checks.every((check) => check.outcome === 'passed')
  return {
    trial,
    outcome: passed ? 'passed' : 'failed',
    cluster: cluster && { provider: cluster.provider, server: cluster.server, simulated },
    checks,
    ms: Math.round(performance.now() - started)
  }
}

/** A reply in a line: the status and, of a refusal, the server's own words. */
export const describeReply = (reply: Reply): string =>
  reply.status < 400 ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${readReplyMessage(reply).slice(0, 400)}`

/** The message of a Status object, or the text of a plain answer. */
export const readReplyMessage = (reply: Reply): string =>
  (readText(readAt(reply.body, 'message')) || readText(readAt(reply.body, 'text'))).trim().replace(/\s+/g, ' ')

/** A line to paste that hands an object to kubectl. */
export const formatPipe = (object: Json, command: string): string =>
  `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`
