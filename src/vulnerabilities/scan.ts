import type { GovulncheckReport } from './govulncheck.ts'
import { isReachable, type Reach, type Scan, type Vulnerability, type Acceptance } from './model.ts'

/** What was said of one program. */
export interface ProgramReport {
  readonly said: GovulncheckReport
  /** Such as `tool for linux/amd64`. */
  readonly program: string
}

const REACHES: readonly Reach[] = ['linked', 'imported', 'required']

/** One list of what was said of many programs: each vulnerability of a module once, with its worst reach. */
export function joinReports(database: string, looked: readonly ProgramReport[]): Scan {
  const found = new Map<string, Vulnerability>()
  for (const { said, program } of looked)
    for (const { id, module, version, fixed, symbol, reach } of said.findings) {
      const key = JSON.stringify([id, module, version])
      const before = found.get(key)
      found.set(key, {
        id,
        ...(said.known.get(id) ?? { aliases: [], summary: '' }),
        module,
        version,
        fixed,
        reach: REACHES.find((each) => each === reach || each === before?.reach) ?? reach,
        symbols: sortUnique([...(before?.symbols ?? []), ...(symbol === undefined ? [] : [symbol])]),
        programs: [...new Set([...(before?.programs ?? []), program])]
      })
    }
  return {
    database,
    modified: looked.flatMap(({ said }) => said.modified ?? []).reduce((a, b) => (a > b ? a : b), '') || null,
    programs: looked.length,
    found: [...found.values()].sort(
      (a, b) => Number(isReachable(b)) - Number(isReachable(a)) || a.id.localeCompare(b.id, 'en')
    )
  }
}

const sortUnique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()

/** What is reachable with what slipway.yaml says of it on a day (`2027-01-31`), and the entries that say nothing. */
export function applyAcceptances(scan: Scan, accepted: readonly Acceptance[], today: string): Scan {
  const entriesOf = ({ id, aliases }: Vulnerability): readonly Acceptance[] =>
    accepted.filter((entry) => entry.id === id || aliases.includes(entry.id))
  const found = scan.found.map((item): Vulnerability => {
    // Of several entries, the one that holds longest; days of this form sort as text.
    const entry = entriesOf(item).reduce<Acceptance | undefined>(
      (best, each) => (best && best.until >= each.until ? best : each),
      undefined
    )
    if (!entry || !isReachable(item)) return item
    return entry.until >= today ? { ...item, accepted: entry } : { ...item, expired: entry }
  })
  const used = new Set(scan.found.filter(isReachable).flatMap(entriesOf))
  return { ...scan, found, unused: accepted.filter((entry) => !used.has(entry)) }
}
