import { Failure } from '../base/errors.ts'
import { formatTargetName } from '../go/target.ts'
import { orderEntries } from '../package/entries.ts'
import type { Target } from '../model/nouns.ts'
import type { BuildPlan } from './builds.ts'

export interface ArchivePlan {
  readonly target: Target
  readonly name: string
  readonly format: 'tar.gz' | 'zip'
  readonly binaries: readonly {
    readonly name: string
    readonly path: string
    readonly sbom: string
    /** A second SBOM in SPDX's form, where it is wanted. */ readonly spdx?: string
  }[]
  /** Files of the repository, relative to the module's folder, put beside the programs: `../LICENSE` as `LICENSE`. */
  readonly files: readonly string[]
}

/** Where a file of an archive plan lies in the archive. */
export const findNameInArchive = (file: string): string => file.replace(/^(\.\.\/)+/, '')

/** Every file that comes of an archive plan: the archive and the SBOMs of its programs. */
export const listArchiveNames = ({ name, binaries }: ArchivePlan): readonly string[] => [
  name,
  ...binaries.flatMap(({ sbom, spdx }) => [sbom, ...(spdx === undefined ? [] : [spdx])])
]

/** An archive for each target, named after `name` and `version`. Throws an 'input' Failure where two files would share a name. */
export function planArchives(
  targets: readonly Target[],
  builds: readonly BuildPlan[],
  { name, version }: { readonly name: string; readonly version: string },
  files: readonly string[],
  { spdx }: { readonly spdx: boolean }
): readonly ArchivePlan[] {
  const archives = targets.map((target): ArchivePlan => {
    const own = `${name}_${version}_${formatTargetName(target)}`
    const format = target.os === 'windows' ? 'zip' : 'tar.gz'
    const binaries = builds
      .filter((build) => build.target === target)
      .flatMap((build) => build.binaries)
      .map((binary) => ({
        name: binary.name,
        path: binary.path,
        sbom: `${binary.name}_${version}_${formatTargetName(target)}.cdx.json`,
        ...(spdx && { spdx: `${binary.name}_${version}_${formatTargetName(target)}.spdx.json` })
      }))
    return { target, name: `${own}.${format}`, format, binaries, files: files }
  })
  refuseClashes(archives)
  for (const archive of archives) refuseClashInside(archive)
  return archives
}

/** A program and a file that would be one in a folder where case does not count, such as `license` and LICENSE. */
function refuseClashInside({ name, binaries, files }: ArchivePlan): void {
  const inside = files.map(findNameInArchive)
  for (const { path } of binaries) {
    const program = path.slice(path.lastIndexOf('/') + 1)
    const other = inside.find(
      (file) =>
        file.toLowerCase() === program.toLowerCase() || file.toLowerCase().startsWith(`${program.toLowerCase()}/`)
    )
    if (other !== undefined)
      throw new Failure(
        'input',
        `${name} would hold the program ${program} and the file ${other}, which are one name on macOS and Windows`,
        {
          hint: 'Give the program another name, by builds[].name in slipway.yaml, or rename the file.'
        }
      )
  }
  const entries = inside.map((file) => ({ name: file, bytes: NOTHING, executable: false }))
  orderEntries(entries)
}

const NOTHING = new Uint8Array()

/** Two files whose names differ in case only cannot lie in one folder on macOS or Windows. */
function refuseClashes(archives: readonly ArchivePlan[]): void {
  const names = archives.flatMap(listArchiveNames)
  const seen = new Map<string, string>()
  for (const name of names) {
    const other = seen.get(name.toLowerCase())
    if (other !== undefined)
      throw new Failure(
        'input',
        `two files of the release would be named ${name}${other === name ? '' : ` and ${other}`}`,
        {
          hint: 'Two main packages or targets share a name: set builds[].name in slipway.yaml, or drop one target.'
        }
      )
    seen.set(name.toLowerCase(), name)
  }
}
