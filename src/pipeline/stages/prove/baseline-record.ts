import { isText, mapOf, maybe, shaped } from '../../../base/decode.ts'
import { formatTarget } from '../../../go/target.ts'
import { BUNDLE, CHECKSUMS } from '../../../model/release-chains.ts'
import type { BaselinePlan } from '../../../plan/baseline.ts'
import type { Plan } from '../../../plan/plan.ts'
import { isMadeFile, type MadeFile, type Step } from '../../../steps/ledger.ts'

/** Paths relative to the output folder, by the program's name. */
export type Programs = Readonly<Record<string, MadeFile>>

/** Programs of a baseline, as they are remembered. */
export interface Obtained {
  readonly programs: Programs
  readonly origin: string
  /** The signed list that the programs' archive stood in, and its bundle, relative to the output folder. */
  readonly list?: Readonly<Record<'sums' | 'bundle', MadeFile>>
}

const isObtained = shaped<Obtained>({
  programs: mapOf(isMadeFile),
  origin: isText,
  list: maybe(shaped<NonNullable<Obtained['list']>>({ sums: isMadeFile, bundle: isMadeFile }))
})

/** Where the programs of a baseline lie, relative to the output folder. */
export const locatePrograms = ({ version }: BaselinePlan, from: 'release' | 'source'): string =>
  `baseline/${version}-${from}`

/** A baseline is obtained once from the same place for the same signer; its record names files below its own folder. */
export const makeBaselineStep = (plan: Plan, baseline: BaselinePlan, names: readonly string[]): Step<Obtained> => ({
  kind: 'baseline',
  shape: 1,
  input: {
    tag: baseline.tag,
    commit: baseline.commit,
    from: baseline.from,
    signer: baseline.signer,
    target: formatTarget(plan.host),
    names,
    // Its own settings may name the same ones.
    ...(plan.variables && { variables: plan.variables })
  },
  fits: (value): value is Obtained => {
    if (!isObtained(value)) return false
    const { programs, list } = value
    const place = locatePrograms(baseline, list ? 'release' : 'source')
    return (
      Object.values(programs).every(({ path }) => isBelow(place, path)) &&
      (!list || (list.sums.path === `${place}/${CHECKSUMS}` && list.bundle.path === `${place}/${BUNDLE}`))
    )
  },
  leaves: ({ programs, list }) => [...Object.values(programs), ...Object.values(list ?? {})]
})

const isBelow = (folder: string, path: string): boolean =>
  path.startsWith(`${folder}/`) && path.split('/').every((part) => !['', '.', '..'].includes(part))
