import type { Target } from '../model/nouns.ts'
import { isUsual, planArchives, type ArchiveKind } from './archives.ts'
import type { BaselinePlan } from './baseline.ts'
import type { BuildPlan } from './builds.ts'

/** The baseline with what its release has for a machine, where slipway.yaml packs in another way than the usual one. */
export function nameBaseline(
  baseline: BaselinePlan | { readonly skip: string },
  host: Target,
  { builds, name, kinds }: Named
): BaselinePlan | { readonly skip: string } {
  if ('skip' in baseline || kinds.every(({ settings }) => isUsual(settings))) return baseline
  const seen = new Set<string>()
  const packed = planArchives([host], builds, { name, version: baseline.version }, kinds, { spdx: false })
  return {
    ...baseline,
    packed: packed.map(({ name, binaries }) => ({
      name,
      holds: binaries.flatMap(({ name: program, entry }) => {
        if (seen.has(program)) return []
        seen.add(program)
        return [{ program, entry }]
      })
    }))
  }
}

interface Named {
  readonly builds: readonly BuildPlan[]
  readonly name: string
  readonly kinds: readonly ArchiveKind[]
}
