import { listAccepted } from '../model/accepted-break.ts'
import { readAt, readItems, readNumber, readObjectsAt, readTextAt, type JsonObject } from '../base/json.ts'
import type { Verdict } from '../model/nouns.ts'
import { makeStatement, type Statement } from './statement.ts'
import { describeReporter, type Reporter } from '../model/reported.ts'
import { TEST_RESULT } from '../model/release-chains.ts'
import { type Named } from '../model/nouns.ts'

const VERDICTS = 'slipway_verdicts'
/** Whose word the verdicts are, where the signer did not prove itself. */
const REPORTED_BY = 'slipway_reported_by'

/** One field of the matrix: a suite that passed on a Kubernetes. */
export interface Proved {
  readonly suite: string
  /** Which of several things, such as a workload's name; '' for the only one. */
  readonly subject: string
  /** `v1.37.1`, as the server said; '' for a suite that needs no cluster. */
  readonly server: string
  readonly provider: string
  readonly simulated: boolean
  readonly checks: number
  /** Whose word it is; left out where the run that signed proved it. */
  readonly reportedBy?: string
}

/**
 * in-toto's test result over the released files: which suite passed on which Kubernetes, with the whole evidence of each
 * verdict, so that nothing has to be believed that is not signed. Only for verdicts that passed.
 */
export const makeCompatibility = (
  files: readonly Named[],
  verdicts: readonly Verdict[],
  url: string | undefined,
  reporter?: Reporter
): Statement =>
  makeStatement(TEST_RESULT, files, {
    result: 'PASSED',
    configuration: verdicts.map((verdict) => ({
      name: nameVerdict(verdict),
      uri: verdict.cluster
        ? `pkg:github/kubernetes/kubernetes@${encodeURIComponent(verdict.cluster.server)}`
        : `urn:slipway:suite:${verdict.trial.suite}`,
      annotations: {
        suite: verdict.trial.suite,
        subject: verdict.trial.subject ?? '',
        server: verdict.cluster?.server ?? '',
        provider: verdict.cluster?.provider ?? '',
        simulated: verdict.cluster?.simulated ?? false,
        ...(verdict.isolation && { isolation: verdict.isolation }),
        with: verdict.trial.with
      }
    })),
    ...(reporter ? { [REPORTED_BY]: { ...reporter } } : {}),
    ...(url === undefined ? {} : { url }),
    passedTests: verdicts.map(nameVerdict),
    warnedTests: [],
    failedTests: [],
    // Beyond the predicate's own fields, under a name of ours as it wants it: what was claimed, and what was seen.
    [VERDICTS]: verdicts.map((verdict) => ({
      name: nameVerdict(verdict),
      checks: verdict.checks
    })) as unknown as JsonObject[]
  })

const nameVerdict = ({ trial, cluster }: Verdict): string =>
  [trial.suite, trial.subject && `of ${trial.subject}`, cluster && `on Kubernetes ${cluster.server}`]
    .filter(Boolean)
    .join(' ')

/** The matrix of verdicts, of which those count that passed. */
export const listProved = (verdicts: readonly Verdict[], reporter?: Reporter): readonly Proved[] =>
  verdicts
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ trial, cluster, checks }) => ({
      ...{ suite: trial.suite, subject: trial.subject ?? '', server: cluster?.server ?? '' },
      ...{
        provider: cluster?.provider ?? '',
        simulated: cluster?.simulated ?? false,
        checks: checks.length - listAccepted({ checks }).length
      },
      ...(reporter && { reportedBy: describeReporter(reporter) })
    }))

/** The matrix that a proved statement holds: only what it says has passed. */
export function readProvedMatrix({ predicate }: Statement): readonly Proved[] {
  if (readTextAt(predicate, 'result') !== 'PASSED' || readItems(readAt(predicate, 'failedTests')).length > 0) return []
  const passed = readItems(readAt(predicate, 'passedTests'))
  const reporter = readAt(predicate, REPORTED_BY)
  const by = { run: readTextAt(reporter, 'run'), job: readTextAt(reporter, 'job') }
  return readObjectsAt(predicate, 'configuration')
    .filter((item) => passed.includes(readTextAt(item, 'name')))
    .map((item) => ({
      suite: readTextAt(item, 'annotations', 'suite'),
      server: readTextAt(item, 'annotations', 'server'),
      subject: readTextAt(item, 'annotations', 'subject'),
      provider: readTextAt(item, 'annotations', 'provider'),
      simulated: readAt(item, 'annotations', 'simulated') === true,
      checks: countChecks(predicate, readTextAt(item, 'name')),
      ...(reporter !== undefined && { reportedBy: describeReporter(by) })
    }))
}

/** What holds: a break that is accepted does not. */
const countHeld = (verdict: JsonObject): number =>
  readObjectsAt(verdict, 'checks').filter((check) => check['accepted'] === undefined).length

const countChecks = (predicate: JsonObject, name: string): number =>
  readNumber(
    readObjectsAt(predicate, VERDICTS)
      .filter((verdict) => readTextAt(verdict, 'name') === name)
      .reduce((sum, verdict) => sum + countHeld(verdict), 0)
  )
