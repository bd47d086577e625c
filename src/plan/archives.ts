import { Failure } from '../base/errors.ts'
import { findClosest } from '../base/text.ts'
import { formatTarget } from '../go/target.ts'
import { orderEntries } from '../package/entries.ts'
import type { ArchiveFormat, ArchiveSettings, PackedFile } from '../model/archive-settings.ts'
import type { Target } from '../model/nouns.ts'
import { findNameInArchive } from '../facts/archive-files.ts'
import { isLicenceFile } from '../licences/module-licences.ts'
import type { BuildPlan } from './builds.ts'
import { nameArchive, nameFolder, nameSbom, type NamedRelease } from './archive-names.ts'

/** Programs of a target and files, in one archive; or one program as it is, whose format is binary. */
export interface ArchivePlan {
  readonly target: Target
  readonly name: string
  readonly format: ArchiveFormat
  readonly binaries: readonly {
    readonly name: string
    readonly path: string
    /** Where it lies in the archive; '' for one that is in none. */
    readonly entry: string
    /** Left out where an archive before has it. */
    readonly sbom?: string
    /** A second SBOM in SPDX's form, where it is wanted. */ readonly spdx?: string
  }[]
  /** Files of the repository, put beside the programs; `to` is the whole name in the archive. */
  readonly files: readonly PackedFile[]
  /** Files of the module whose texts say what licence its programs have, in the archive or not. */
  readonly licences: readonly string[]
}

/** Whether an entry packs as without slipway.yaml, whatever files it adds. */
export const isUsual = ({ programs, format, formatOf, name, folder, spell }: ArchiveSettings): boolean =>
  programs === undefined &&
  format === undefined &&
  name === undefined &&
  folder === undefined &&
  Object.keys({ ...formatOf, ...spell }).length === 0

/** Every file that comes of an archive plan: the archive and the SBOMs of its programs. */
export const listArchiveNames = ({ name, binaries }: ArchivePlan): readonly string[] => [
  name,
  ...binaries.flatMap(({ sbom, spdx }) => [
    ...(sbom === undefined ? [] : [sbom]),
    ...(spdx === undefined ? [] : [spdx])
  ])
]

/** The same, each with what it is. */
export const describeArchiveFiles = (
  archive: ArchivePlan
): readonly { readonly name: string; readonly what: string }[] =>
  listArchiveNames(archive).map((name) => ({
    name,
    what: `${name === archive.name ? 'what is packed' : 'an SBOM'} for ${formatTarget(archive.target)}`
  }))

/** The targets of archives, each once, in their order. */
export const listArchiveTargets = (archives: readonly Pick<ArchivePlan, 'target'>[]): readonly Target[] => [
  ...new Map(archives.map(({ target }) => [formatTarget(target), target])).values()
]

/** An entry of slipway.yaml with the files that it stands for. */
export interface ArchiveKind {
  readonly settings: ArchiveSettings
  readonly files: readonly PackedFile[]
}

/**
 * The archives of each target, one for each kind that has a program of it. Throws an 'input' Failure where two files would
 * share a name in an archive, and for a program that is not built.
 */
export function planArchives(
  targets: readonly Target[],
  builds: readonly BuildPlan[],
  release: NamedRelease,
  kinds: readonly ArchiveKind[],
  { spdx }: { readonly spdx: boolean }
): readonly ArchivePlan[] {
  refuseUnknownPrograms(builds, kinds)
  const archives = targets.flatMap((target) => {
    const programs = builds.filter((build) => build.target === target).flatMap((build) => build.binaries)
    return describeSboms(
      kinds.flatMap((kind) => planKind(target, programs, release, kind)),
      release,
      spdx
    )
  })
  for (const archive of archives) refuseClashInside(archive)
  return archives
}

type Program = BuildPlan['binaries'][number]

function planKind(
  target: Target,
  all: readonly Program[],
  release: NamedRelease,
  { settings, files }: ArchiveKind
): readonly ArchivePlan[] {
  const licences = files.map(({ from }) => from).filter((from) => isLicenceFile(findNameInArchive(from)))
  const programs = all.filter(({ name }) => settings.programs?.includes(name) ?? true)
  if (programs.length === 0) return []
  const format = chooseFormat(settings, target)
  const describe = (each: readonly Program[], inside: (file: string) => string): ArchivePlan['binaries'] =>
    each.map(({ name, path }) => ({ name, path, entry: inside(cutBaseName(path)) }))
  if (format === 'binary')
    return programs.map((program) => ({
      target,
      name: nameArchive(settings, format, release, target, [program.name]),
      format,
      binaries: describe([program], () => ''),
      files: [],
      licences
    }))
  const names = programs.map(({ name }) => name)
  const folder = nameFolder(settings, release, target, names)
  return [
    {
      target,
      name: nameArchive(settings, format, release, target, names),
      format,
      binaries: describe(programs, (file) => `${folder}${file}`),
      files: files.map((file) => ({ ...file, to: `${folder}${file.to}` })),
      licences
    }
  ]
}

export const chooseFormat = ({ format, formatOf }: ArchiveSettings, { os }: Target): ArchiveFormat =>
  (Object.hasOwn(formatOf, os) ? formatOf[os] : undefined) ?? format ?? (os === 'windows' ? 'zip' : 'tar.gz')

const cutBaseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The SBOMs of a program come with the first archive that has it. */
function describeSboms(archives: readonly ArchivePlan[], release: NamedRelease, spdx: boolean): readonly ArchivePlan[] {
  const seen = new Set<string>()
  return archives.map((archive) => ({
    ...archive,
    binaries: archive.binaries.map((binary) => {
      if (seen.has(binary.path)) return binary
      seen.add(binary.path)
      const named = (form: string): string => nameSbom(binary.name, release, archive.target, form)
      return { ...binary, sbom: named('cdx'), ...(spdx && { spdx: named('spdx') }) }
    })
  }))
}

/** Programs that an entry names and nothing builds. */
function refuseUnknownPrograms(builds: readonly BuildPlan[], kinds: readonly ArchiveKind[]): void {
  const built = listPrograms(builds)
  const named = kinds.flatMap(({ settings }) => settings.programs ?? [])
  const unknown = named.find((name) => !built.includes(name))
  if (unknown !== undefined) {
    const near = findClosest(unknown, built)
    throw new Failure(
      'input',
      `slipway.yaml packs ${unknown}, which is not built${near === undefined ? '' : `; did you mean ${near}?`}`,
      { hint: `Programs: ${built.join(', ')}.` }
    )
  }
}

/** A note on programs that are built and that no entry takes. */
export function listUnpacked(builds: readonly BuildPlan[], kinds: readonly ArchiveKind[]): readonly string[] {
  if (kinds.some(({ settings }) => settings.programs === undefined)) return []
  const named = kinds.flatMap(({ settings }) => settings.programs ?? [])
  const left = listPrograms(builds).filter((name) => !named.includes(name))
  return left.length ? [`built and not released, since no archive of slipway.yaml names it: ${left.join(', ')}`] : []
}

const listPrograms = (builds: readonly BuildPlan[]): readonly string[] => [
  ...new Set(builds.flatMap(({ binaries }) => binaries.map(({ name }) => name)))
]

/** A program and a file that would be one in a folder where case does not count, such as `license` and LICENSE. */
function refuseClashInside({ name, binaries, files, format }: ArchivePlan): void {
  if (format === 'binary') return
  for (const { entry } of binaries) {
    const other = files.find(
      ({ to }) => to.toLowerCase() === entry.toLowerCase() || to.toLowerCase().startsWith(`${entry.toLowerCase()}/`)
    )
    if (other !== undefined)
      throw new Failure(
        'input',
        `${name} would hold the program ${entry} and the file ${other.to}, which are one name on macOS and Windows`,
        {
          hint: 'Give the program another name, by builds[].name in slipway.yaml, or the file another place, by from and to.'
        }
      )
  }
  orderEntries([...files.map(({ to }) => to), ...binaries.map(({ entry }) => entry)].map(describeEmptyEntry))
}

const describeEmptyEntry = (name: string) => ({ name, bytes: NOTHING, executable: false })
const NOTHING = new Uint8Array()
