import type { Trial, Verdict } from '../model.ts'
import { text } from '../json.ts'

/** Verdicts as suite × Kubernetes; every list in the order of the verdicts, versions by number. */
export interface Matrix {
  /** Servers as they call themselves, `v1.37.1`; '' for what needs no cluster. */
  readonly servers: readonly string[]
  readonly rows: readonly Row[]
}

interface Row {
  readonly name: string
  /** One a server; empty where the suite was not tried. */
  readonly cells: readonly (readonly Verdict[])[]
}

export function matrix(verdicts: readonly Verdict[]): Matrix {
  const servers = [...new Set(verdicts.map(serverOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const names = [...new Set(verdicts.map(({ trial }) => trialName(trial)))]
  return {
    servers,
    rows: names.map((name) => ({
      name,
      cells: servers.map((server) =>
        verdicts.filter((verdict) => trialName(verdict.trial) === name && serverOf(verdict) === server)
      )
    }))
  }
}

/** A trial in a few words: `workload: shares` with what it is about, or `smi, CRDs all` with the set that it installed. */
export const trialName = ({ suite, subject, with: given }: Trial): string => {
  const set = text(given['set'])
  return `${suite}${subject === undefined ? '' : `: ${subject}`}${set === '' ? '' : `, CRDs ${set}`}`
}

export const serverOf = ({ cluster }: Verdict): string => cluster?.server ?? ''

/** How many checks did not hold. */
export const failuresOf = ({ checks }: Verdict): number => checks.filter(({ outcome }) => outcome === 'failed').length
