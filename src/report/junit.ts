import type { Verdict } from '../model.ts'
import { titleOf } from '../text.ts'

/** The verdicts as JUnit XML, the form that CI systems read: one suite a trial, one case a check. */
export function junit(verdicts: readonly Verdict[]): string {
  const suites = verdicts.map((verdict) => {
    const where = verdict.cluster ? ` on Kubernetes ${verdict.cluster.server}` : ''
    const name = `${titleOf(verdict.trial)}${where}`
    const failures = verdict.checks.filter(({ outcome }) => outcome === 'failed').length
    const cases = verdict.checks.map(
      ({ claim, outcome, seen, repeat }) =>
        `    <testcase classname="${xml(`slipway.${verdict.trial.suite}`)}" name="${xml(claim)}">${
          outcome === 'failed'
            ? `<failure message="${xml(seen)}">${xml([seen, repeat].filter(Boolean).join('\n'))}</failure>`
            : ''
        }</testcase>`
    )
    return [
      `  <testsuite name="${xml(name)}" tests="${verdict.checks.length}" failures="${failures}" time="${(verdict.ms / 1000).toFixed(3)}">`,
      ...cases,
      '  </testsuite>'
    ].join('\n')
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="slipway">', ...suites, '</testsuites>', ''].join(
    '\n'
  )
}

/** Escapes for text and attributes; what XML 1.0 cannot hold becomes U+FFFD. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)
