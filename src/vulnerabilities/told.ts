import { Failure } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { VulnerabilityPlan } from '../plan/vulnerabilities.ts'
import { count } from '../text.ts'
import { isReachable, type Scan, type Scanned, type Vulnerability } from './model.ts'

/** `GO-2021-0113 (CVE-2021-38561)`. */
export const nameOf = ({ id, aliases }: Vulnerability): string => {
  const known = aliases.find((alias) => alias.startsWith('CVE-')) ?? aliases[0]
  return known === undefined ? id : `${id} (${known})`
}

/** What to do about one: the version to go to, or that there is none. */
export const fixOf = ({ module, fixed }: Vulnerability): string =>
  fixed === null
    ? 'no version repairs it'
    : module === 'stdlib'
      ? `repaired in Go ${fixed.replace(/^v/, '')}`
      : `repaired in ${fixed}`

/** A module as people name it. */
export const holderOf = ({ module, version }: Vulnerability): string =>
  module === 'stdlib' ? `Go ${version.replace(/^v/, '')}` : `${module}@${version}`

/** A line about what came of the scan. */
export const outcomeOf = (scanned: Scanned): string => {
  if ('unknown' in scanned) return `not known: ${scanned.unknown}`
  const reachable = scanned.found.filter(isReachable).length
  const others = scanned.found.length - reachable
  return `${count(scanned.programs, 'program')}, ${reachable === 0 ? 'nothing known is reachable' : `${reachable} REACHABLE`}${others === 0 ? '' : `, ${others} in modules only`}`
}

/** What is reachable, on the lines of go.mod that decide it; `file` is that go.mod, relative to the repository. */
export const vulnerableLines = (
  { found }: Scan,
  goMod: string,
  file: string,
  severity: Finding['severity']
): readonly Finding[] =>
  found.filter(isReachable).map((item) => {
    const line = lineOf(item, goMod.split(/\r?\n/))
    return {
      rule: 'govulncheck',
      severity,
      file,
      ...(line !== undefined && { line }),
      message: `${nameOf(item)} in ${holderOf(item)}: ${item.summary || 'no summary'}; ${fixOf(item)}; in the programs: ${item.symbols.join(', ')}`
    }
  })

/** Where go.mod says the version: of a module in its requirement or replacement, of Go in its toolchain or go line. */
function lineOf({ module, version }: Vulnerability, lines: readonly string[]): number | undefined {
  const words = lines.map((line) => line.replace(/\/\/.*/, '').split(/[\s"`]+/))
  const first = (fits: (words: readonly string[]) => boolean): number | undefined => {
    const index = words.findIndex(fits)
    return index < 0 ? undefined : index + 1
  }
  if (module === 'stdlib') return first(([word]) => word === 'toolchain') ?? first(([word]) => word === 'go')
  return (
    first((line) => line.some((word, i) => word === module && line[i + 1] === version)) ??
    first((line) => line.includes(module) && !line.includes('module'))
  )
}

/**
 * Throws where the gate says so: a 'verification' Failure for what is reachable, on the lines of go.mod; an 'environment'
 * one when nobody could be asked.
 */
export function refuseVulnerable({ gate }: VulnerabilityPlan, scanned: Scanned, lines: readonly Finding[]): void {
  if (gate !== 'fail') return
  if ('unknown' in scanned)
    throw new Failure(
      'environment',
      `known vulnerabilities could not be looked up at ${scanned.database}: ${scanned.unknown}`,
      {
        code: 'vulnerabilities-unknown',
        hint: 'Nothing was signed or published. Run again later; GOVULNDB names a mirror; vulnerabilities: warn goes on without an answer.'
      }
    )
  const reachable = scanned.found.filter(isReachable)
  if (reachable.length === 0) return
  throw new Failure(
    'verification',
    `known vulnerabilities can be reached: ${reachable.map((item) => `${nameOf(item)} in ${holderOf(item)}`).join(', ')}`,
    {
      code: 'vulnerable',
      hint: reachable.map((item) => `${nameOf(item)}: ${fixOf(item)}; https://pkg.go.dev/vuln/${item.id}`).join('\n'),
      findings: lines
    }
  )
}
