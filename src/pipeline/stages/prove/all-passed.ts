import { join } from 'node:path/posix'
import { Failure } from '../../../base/errors.ts'
import type { Finding } from '../../../base/finding.ts'
import type { Proof, Verdict } from '../../../model/nouns.ts'
import { formatTrialTitle } from '../../../report/trial-title.ts'

/**
 * Throws, after the report, unless every trial passed: a 'verification' Failure that names every claim that did not hold,
 * else what kept a trial from its verdict, else what is left of a cluster. `moduleDir` is the module's folder below the repository.
 */
export async function requireAllPassed(
  { verdicts, broken, left = [] }: Proof,
  moduleDir: string,
  report: () => Promise<void>
): Promise<void> {
  const failed = verdicts.filter(({ outcome }) => outcome === 'failed')
  const [first] = broken
  const why = first?.failure ?? left[0]?.failure
  if (failed.length === 0 && !why) return
  await report()
  const unproved = [
    ...broken.map(
      ({ trial, failure }) =>
        `${formatTrialTitle(trial)}${trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`}: no verdict: ${failure.message}`
    ),
    ...left.map(({ kubernetes, failure }) => `Kubernetes ${kubernetes}: something of ours is left: ${failure.message}`)
  ]
  if (failed.length === 0 && why) {
    throw new Failure(why, unproved.join('\n'), { cause: why.cause })
  }
  throw new Failure('verification', `${failed.length} of ${verdicts.length + broken.length} trials failed`, {
    code: 'proof-failed',
    findings: listFailedClaims(failed, moduleDir),
    hint: failed
      .flatMap(({ trial, cluster, checks }) =>
        checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(
            ({ claim, seen, repeat }) =>
              `${formatTrialTitle(trial)}${cluster ? ` on ${cluster.server}` : ''}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`
          )
      )
      .concat(unproved)
      .join('\n')
  })
}

/** The first claim that did not hold of each line of the user's files that claims are about. */
function listFailedClaims(failed: readonly Verdict[], moduleDir: string): readonly Finding[] {
  const found = failed.flatMap(({ trial, checks }) =>
    checks.flatMap(({ claim, outcome, seen, at }): readonly Finding[] =>
      outcome === 'passed' || at === undefined
        ? []
        : [
            {
              ...{ rule: trial.suite, severity: 'error', line: at.line },
              file: join(moduleDir, at.file),
              message: `not true: ${claim}; seen: ${seen}`
            }
          ]
    )
  )
  return found.filter(({ file, line }, i) => found.findIndex((each) => each.file === file && each.line === line) === i)
}
