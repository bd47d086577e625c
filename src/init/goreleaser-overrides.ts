import { formatTarget, parseTarget } from '../go/target.ts'
import type { DraftOverride } from './draft.ts'
import { readSettings, type Constants } from './goreleaser-settings.ts'
import { readNamedTarget } from './goreleaser-targets.ts'
import type { Setting } from './settings-file.ts'

/** `overrides` of a build for the targets that are carried over; each is for one target, and the first that fits counts. */
export function readOverrides(
  build: Setting,
  targets: readonly string[],
  constants: Constants
): readonly DraftOverride[] {
  const seen = new Set<string>()
  return build
    .at('overrides')
    .items()
    .flatMap((override) => {
      const target = readNamedTarget(override)
      if (target === undefined) {
        override.leave({ do: 'its target is none that Slipway knows: write it under builds.overrides.' })
        return []
      }
      if (!targets.includes(target) || seen.has(target)) {
        override.leave({
          same: seen.has(target) ? 'an override before it is for the same target.' : 'it fits no target of this build.'
        })
        return []
      }
      seen.add(target)
      const settings = readSettings(override, constants)
      const { ldflags, gcflags, tags, flags, env } = settings
      const own = {
        // Those that Slipway sets by itself are none of ours, and yet they stand for the program's.
        ...((ldflags.length > 0 || override.at('ldflags').items().length > 0) && { ldflags }),
        ...(gcflags.length && { gcflags }),
        ...(tags.length && { tags }),
        ...(flags.length && { flags }),
        ...(Object.keys(env).length && { env })
      }
      return Object.keys(own).length ? [{ targets: [nameAmong(target, targets)], ...own }] : []
    })
}

/** A target as an override of Slipway names it, so that it fits that one alone. */
function nameAmong(target: string, all: readonly string[]): string {
  const { os, arch, variant } = parseTarget(target)
  const alike = all.map(parseTarget).filter((each) => each.os === os && each.arch === arch)
  if (alike.length === 1) return `${os}/${arch}`
  return variant === undefined ? `${target}/${findStandardVariant(target)}` : target
}

/** The variant of a target that is written without one. */
const findStandardVariant = (target: string): string =>
  STANDARD.find((variant) => isSame(`${target}/${variant}`, target)) ?? ''

const STANDARD = ['v1', 'v8.0', 'sse2', 'hardfloat', 'power8', 'rva20u64']

function isSame(text: string, target: string): boolean {
  try {
    return formatTarget(parseTarget(text)) === target
  } catch {
    return false
  }
}
