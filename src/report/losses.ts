import type { Loss, Verdict } from '../model/nouns.ts'
import { formatServer, formatTrialName } from './matrix.ts'

/** Fields that are lost for the same reason, wherever that was seen. */
export interface LostFields extends Pick<Loss, 'kind' | 'fields' | 'because'> {
  /** `v1alpha4 as v1alpha1, v1alpha2 (stored as v1alpha4)`: from which version to which. */
  readonly ways: readonly { readonly written: string; readonly stored: string; readonly read: readonly string[] }[]
  /** Suites with their CRD sets, and servers. */
  readonly trials: readonly string[]
  readonly servers: readonly string[]
}

/** What the checks of all trials saw being lost; what was not known before comes first. */
export function listLosses(verdicts: readonly Verdict[]): readonly LostFields[] {
  const seen = verdicts.flatMap((verdict) =>
    verdict.checks.flatMap(({ loss }) => (loss ? [{ loss, verdict, key: identifyLoss(loss) }] : []))
  )
  const all = [...new Set(seen.map(({ key }) => key))].flatMap((key): readonly LostFields[] => {
    const same = seen.filter((each) => each.key === key)
    const [first] = same
    if (!first) return []
    const { kind, fields, because } = first.loss
    return [
      {
        kind,
        fields,
        ...(because !== undefined && { because }),
        ways: listWays(same.map(({ loss }) => loss)),
        trials: [...new Set(same.map(({ verdict }) => formatTrialName(verdict.trial)))],
        servers: [...new Set(same.map(({ verdict }) => formatServer(verdict)))].filter((server) => server !== '')
      }
    ]
  })
  return [...all.filter(({ because }) => because === undefined), ...all.filter(({ because }) => because !== undefined)]
}

const identifyLoss = ({ kind, fields, because }: Loss): string => JSON.stringify([kind, fields, because])

const listWays = (lost: readonly Loss[]): LostFields['ways'] => {
  const from = (a: Loss, b: Loss): boolean => a.written === b.written && a.stored === b.stored
  return lost
    .filter((loss, i) => lost.findIndex((other) => from(loss, other)) === i)
    .map(({ written, stored }) => ({
      written,
      stored,
      read: [...new Set(lost.filter((loss) => from(loss, { ...loss, written, stored })).map(({ read }) => read))]
    }))
}
