import { isReachable, type Acceptance, type Scan, type Vulnerability } from './model.ts'

/** What is reachable with what slipway.yaml says of it on a day (`2027-01-31`), and the entries that say nothing. */
export function judged(scan: Scan, accepted: readonly Acceptance[], today: string): Scan {
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
