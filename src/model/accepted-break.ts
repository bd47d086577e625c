import type { Check, Trial, Verdict } from './nouns.ts'
import { readObjectsAt, readText } from '../base/json.ts'

/** A break that a maintainer knows of and wants, by the name that the report gives it. */
export interface AcceptedBreak {
  /** The claim that does not hold. */
  readonly claim: string
  readonly reason: string
}

const KEY = 'accepted-breaks'

/** The trial with the breaks that are accepted of its suite; so a verdict is never taken for one under other settings. */
export const acceptInTrial = (
  trial: Trial,
  accepted: readonly (AcceptedBreak & { readonly suite: string })[]
): Trial => {
  const own = accepted.filter(({ suite }) => suite === trial.suite).map(({ claim, reason }) => ({ claim, reason }))
  return own.length === 0 ? trial : { ...trial, with: { ...trial.with, [KEY]: own } }
}

/**
 * The verdict with the breaks that its trial accepts: each stays in the report with its reason and fails nothing. One that
 * does not happen is told, and so are all where the verdict fails for another reason.
 */
export const acceptBreaks = (verdict: Verdict): Verdict => {
  const accepted = readObjectsAt({ list: verdict.trial.with[KEY] }, 'list').map(({ claim, reason }): AcceptedBreak => ({
    claim: readText(claim),
    reason: readText(reason)
  }))
  if (accepted.length === 0) return verdict
  const checks = verdict.checks.map((check): Check => {
    const known = check.outcome === 'failed' ? accepted.find(({ claim }) => claim === check.claim) : undefined
    return known ? { ...check, outcome: 'passed', accepted: known.reason } : check
  })
  const unused = accepted.filter(
    ({ claim }) => !checks.some((check) => check.accepted !== undefined && check.claim === claim)
  )
  const told = unused.map(({ claim }): Check => ({
    claim: `The accepted break "${claim}" was looked for`,
    outcome: 'passed',
    seen: 'it does not happen any more: take it out of accepted-breaks in slipway.yaml'
  }))
  const holds = verdict.checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed')
  return { ...verdict, checks: [...checks, ...told], outcome: holds ? 'passed' : 'failed' }
}

/** The breaks that a verdict shows and its settings accept. */
export const listAccepted = ({ checks }: Pick<Verdict, 'checks'>): readonly Check[] =>
  checks.filter(({ accepted }) => accepted !== undefined)
