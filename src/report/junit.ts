import { listAccepted } from '../model/accepted-break.ts'
import type { Proof } from '../model/nouns.ts'
import { formatTrialTitle } from './trial-title.ts'

/**
 * The verdicts as JUnit XML, the form that CI systems read: one suite a trial, one case a check; a trial without a
 * verdict is one case with an error.
 */
export function formatJunit({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): string {
  const proved = verdicts.map((verdict) => {
    const where = verdict.cluster ? ` on Kubernetes ${verdict.cluster.server}` : ''
    const name = `${formatTrialTitle(verdict.trial)}${where}`
    const failures = verdict.checks.filter(({ outcome }) => outcome === 'failed').length
    const accepted = listAccepted(verdict).length
    const cases = verdict.checks.map(
      ({ claim, outcome, seen, repeat, accepted }) =>
        `    <testcase classname="${escapeXml(`slipway.${verdict.trial.suite}`)}" name="${escapeXml(claim)}">${
          outcome === 'failed'
            ? `<failure message="${escapeXml(seen)}">${escapeXml([seen, repeat].filter(Boolean).join('\n'))}</failure>`
            : accepted === undefined
              ? ''
              : `<skipped message="${escapeXml(`does not hold, accepted: ${accepted}`)}"/>`
        }</testcase>`
    )
    return [
      `  <testsuite name="${escapeXml(name)}" tests="${verdict.checks.length}" failures="${failures}"${accepted === 0 ? '' : ` skipped="${accepted}"`} time="${(verdict.ms / 1000).toFixed(3)}">`,
      ...cases,
      '  </testsuite>'
    ].join('\n')
  })
  const unproved = broken.map(({ trial, failure }) => [
    `  <testsuite name="${escapeXml(`${trial.suite} on Kubernetes ${trial.kubernetes}`)}" tests="1" errors="1">`,
    `    <testcase classname="${escapeXml(`slipway.${trial.suite}`)}" name="the trial comes to a verdict"><error message="${escapeXml(failure.message)}">${escapeXml([failure.message, failure.hint].filter(Boolean).join('\n'))}</error></testcase>`,
    '  </testsuite>'
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="slipway">',
    ...proved,
    ...unproved.flat(),
    '</testsuites>',
    ''
  ].join('\n')
}

/** Escapes for text and attributes; what XML 1.0 cannot hold, and what hides or turns text, becomes U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)
