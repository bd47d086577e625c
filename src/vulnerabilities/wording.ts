import type { Finding } from '../base/finding.ts'
import { formatCount } from '../base/text.ts'
import {
  isAccepted,
  isOpen,
  isReachable,
  type Scan,
  type Acceptance,
  type Scanned,
  type Vulnerability
} from './model.ts'

/** `GO-2021-0113 (CVE-2021-38561)`. */
export const formatVulnerabilityName = ({ id, aliases }: Vulnerability): string => {
  const known = aliases.find((alias) => alias.startsWith('CVE-')) ?? aliases[0]
  return known === undefined ? id : `${id} (${known})`
}

/** What to do about one: the version to go to, or that there is none. */
export const describeFix = ({ module, fixed }: Vulnerability): string =>
  fixed === null
    ? 'no version repairs it'
    : module === 'stdlib'
      ? `repaired in Go ${fixed.replace(/^v/, '')}`
      : `repaired in ${fixed}`

/** A module as people name it. */
export const formatHolder = ({ module, version }: Vulnerability): string =>
  module === 'stdlib' ? `Go ${version.replace(/^v/, '')}` : `${module}@${version}`

/** A line about what came of the scan. */
export const describeScan = (scanned: Scanned): string => {
  if ('unknown' in scanned) return `not known: ${scanned.unknown}`
  const open = scanned.found.filter(isOpen).length
  const accepted = scanned.found.filter(isAccepted).length
  const others = scanned.found.filter((item) => !isReachable(item)).length
  return [
    formatCount(scanned.programs, 'program'),
    ...(open === 0 && accepted === 0 ? ['nothing known is reachable'] : []),
    ...(open === 0 ? [] : [`${open} REACHABLE`]),
    ...(accepted === 0 ? [] : [`${accepted} reachable and accepted`]),
    ...(others === 0 ? [] : [`${others} in modules only`])
  ].join(', ')
}

/** What a report says where nothing is reachable but what was accepted, which may be nothing. */
export const sayNothingOpen = (accepted: number): string =>
  accepted === 0 ? 'Nothing known is reachable' : 'Nothing is reachable but what is accepted'

/** What is reachable and not accepted, on the lines of go.mod that decide it; `file` is that go.mod, relative to the repository. */
export const findVulnerableLines = (
  { found }: Scan,
  goMod: string,
  file: string,
  severity: Finding['severity']
): readonly Finding[] =>
  found.filter(isOpen).map((item) => {
    const line = findRequirementLine(item, goMod.split(/\r?\n/))
    return {
      rule: RULE,
      severity,
      file,
      ...(line !== undefined && { line }),
      message: `${formatVulnerabilityName(item)} in ${formatHolder(item)}: ${item.summary || 'no summary'}; ${describeFix(item)}; in the programs: ${item.symbols.join(', ')}`
    }
  })

/** What is to be said of entries of slipway.yaml: those whose day is over, and those that can go. `file` is that file. */
export const findAcceptanceLines = (
  { found, unused = [] }: Scan,
  file: string,
  severity: Finding['severity']
): readonly Finding[] => [
  ...found.flatMap((item) =>
    item.expired
      ? [
          {
            rule: RULE,
            severity,
            file,
            line: item.expired.line,
            message: `${sayExpired(item.expired)}: ${formatVulnerabilityName(item)} in ${formatHolder(item)}`
          }
        ]
      : []
  ),
  ...unused.map(({ id, line }) => ({
    rule: RULE,
    severity: 'warning' as const,
    file,
    line,
    message: `${id} is not reachable in any program: this entry can go`
  }))
]

const RULE = 'govulncheck'

/** That an entry accepts nothing any more. */
export const sayExpired = ({ id, until }: Acceptance): string => `${id} was accepted until ${until}, which is over`

/** Where go.mod says the version: of a module in its requirement or replacement, of Go in its toolchain or go line. */
function findRequirementLine({ module, version }: Vulnerability, lines: readonly string[]): number | undefined {
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
