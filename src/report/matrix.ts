import { readText } from '../base/json.ts'
import type { Broken, Proof, Trial, Verdict } from '../model/nouns.ts'

/** Trials as suite × Kubernetes; rows in the order of the trials, columns in the order of versions. */
export interface Matrix {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[]
}

interface Column {
  /** The minor that was asked for; undefined for what needs no cluster. */
  readonly kubernetes: string | undefined
  /** The server as it calls itself, `v1.37.1`; the minor where none came to answer. */
  readonly name: string
}

/** What came of a suite on one Kubernetes; nothing where it was not tried. */
interface Cell {
  readonly verdicts: readonly Verdict[]
  readonly broken: readonly Broken[]
}

export function makeMatrix({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): Matrix {
  const trials = [...verdicts, ...broken].map(({ trial }) => trial)
  const columns = [...new Set(trials.map(({ kubernetes }) => kubernetes))]
    .map((kubernetes) => {
      const answered = verdicts.find((verdict) => verdict.trial.kubernetes === kubernetes && verdict.cluster)
      return { kubernetes, name: answered?.cluster?.server ?? kubernetes ?? 'no cluster' }
    })
    .sort((a, b) => Number(!a.kubernetes) - Number(!b.kubernetes) || compareByNumber(a.name, b.name))
  return {
    columns,
    rows: [...new Set(trials.map(formatTrialName))].map((name) => ({
      name,
      cells: columns.map(({ kubernetes }) => {
        const here = ({ trial }: Verdict | Broken): boolean =>
          formatTrialName(trial) === name && trial.kubernetes === kubernetes
        return { verdicts: verdicts.filter(here), broken: broken.filter(here) }
      })
    }))
  }
}

const compareByNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** A trial in a few words: `workload: shares` with what it is about, or `smi, CRDs all` with the set that it installed. */
export const formatTrialName = ({ suite, subject, with: given }: Trial): string => {
  const set = readText(given['set'])
  return `${suite}${subject === undefined ? '' : `: ${subject}`}${set === '' ? '' : `, CRDs ${set}`}`
}

export const formatServer = ({ cluster }: Verdict): string => cluster?.server ?? ''

/** How many checks did not hold. */
export const countFailures = ({ checks }: Verdict): number =>
  checks.filter(({ outcome }) => outcome === 'failed').length
