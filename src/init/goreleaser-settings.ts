import { checkCompilerFlags, checkLinkerFlags } from '../go/flags.ts'
import { readEnvironment } from './goreleaser-environment.ts'
import { readBuildFlags, readCompilerFlags, readLinkerFlags, readTags } from './goreleaser-flags.ts'
import type { Constants } from './goreleaser-templates.ts'
import type { Setting } from './settings-file.ts'

export type { Constants } from './goreleaser-templates.ts'

/** What slipway.yaml can say of how a program is built. */
export interface CarriedSettings {
  readonly ldflags: readonly string[]
  readonly gcflags: readonly string[]
  readonly tags: readonly string[]
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What CGO_ENABLED says, if anything. */
  readonly cgo: string | undefined
}

/** The settings of a build, or of one of its overrides, that Slipway has too; the rest is listed. */
export function readSettings(setting: Setting, constants: Constants): CarriedSettings {
  // Variables of the job have a place in flags of the linker and the compiler alone.
  const { set: _, ...fixed } = constants
  const { env, cgo } = readEnvironment(setting.at('env'), fixed)
  const { tags, flags } = readBuildFlags(setting.at('flags'), fixed)
  return {
    ldflags: readLinkerFlags(setting.at('ldflags'), constants, checkLinkerFlags),
    gcflags: readCompilerFlags(setting.at('gcflags'), constants, checkCompilerFlags),
    tags: [...new Set([...readTags(setting.at('tags'), fixed), ...tags])],
    ...{ flags, env, cgo }
  }
}
