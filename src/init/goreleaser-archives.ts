import { SYSTEMS } from '../go/ports.ts'
import { FORMATS, type ArchiveFormat } from '../model/archive-settings.ts'
import { isOwnName } from '../model/own-names.ts'
import type { KnownModule } from '../facts/known-module.ts'
import type { DraftArchive } from './draft.ts'
import { readFiles, type PackedHere } from './goreleaser-files.ts'
import { carryName, nameTarget, STANDARD_BINARY_NAME, STANDARD_NAME, type CarriedName } from './goreleaser-names.ts'
import { nameProgramOf, type CarriedBuild } from './goreleaser-programs.ts'
import type { Constants } from './goreleaser-templates.ts'
import type { Setting } from './settings-file.ts'

/** What the archives hold. */
export interface Packed {
  readonly project: string
  readonly constants: Constants
  readonly targets: readonly string[]
  /** The folder of the file below the module's, '' for the module's own. */
  readonly base: string
  readonly programs: readonly CarriedBuild[]
}

/** What a release is packed into, in the words of slipway.yaml; none where that is what Slipway does by itself. */
export function readArchives(root: Setting, packed: Packed, known: KnownModule): readonly DraftArchive[] {
  const all = root.at('archives').items()
  const taken = new Set<string>()
  const drafts = (all.length ? all : [root.at('archives')]).flatMap((archive) =>
    readArchive(archive, packed, known).flatMap((entry, i) =>
      keepUnlike(i === 0 ? archive : archive.at('formats'), entry, packed, taken)
    )
  )
  return drafts.length === 1 && Object.keys(drafts[0] ?? {}).length === 0 ? [] : drafts
}

/** An entry with the names that it gives. */
interface Entry {
  readonly draft: DraftArchive
  readonly format: ArchiveFormat
  readonly formatOf: Readonly<Record<string, ArchiveFormat>>
  /** Undefined for Slipway's own. */
  readonly name: CarriedName | undefined
  readonly programs: readonly string[]
}

function readArchive(archive: Setting, packed: Packed, known: KnownModule): readonly Entry[] {
  if (archive.at('meta').text === 'true') {
    archive.leave({ do: 'an archive without programs: name its files under release-files in slipway.yaml.' })
    return []
  }
  const every = listPrograms(packed.programs, known)
  const programs = choosePrograms(archive, packed, known)
  if (programs.length === 0) {
    archive.leave({ do: 'it names no program that Slipway builds: this archive is left out.' })
    return []
  }
  archive.at('id').leave({ same: 'nothing refers to an archive of slipway.yaml.' })
  archive.at('allow_different_binary_count').leave({ same: 'an archive holds what its target has.' })
  const formats = readFormats(archive)
  const formatOf = readOverrides(archive)
  const isRaw = (format: ArchiveFormat): boolean =>
    format === 'binary' && Object.values(formatOf).every((other) => other === 'binary')
  const raw = formats.every(isRaw)
  const name = readName(archive, packed, { binary: formats.includes('binary'), packs: !raw }, programs)
  const folder = raw ? undefined : readFolder(archive.at('wrap_in_directory'), packed, name ?? unspelt('tar.gz'))
  const place: PackedHere = { base: packed.base, names: programs }
  const files = raw ? leaveFiles(archive.at('files')) : readFiles(archive.at('files'), place, known)
  return formats.map((format): Entry => {
    const others = Object.entries(formatOf).filter(([, other]) => other !== format)
    const windows = packed.targets.some((target) => target.startsWith('windows/'))
    // Slipway's own: tar.gz, and zip for Windows.
    const standard =
      format === 'tar.gz' &&
      others.every(([os, other]) => os === 'windows' && other === 'zip') &&
      (!windows || others.length > 0)
    return {
      ...{ format, formatOf, name, programs },
      draft: {
        ...(programs.length < every.length && { programs }),
        ...(!standard && { format }),
        ...(!standard && others.length && { 'format-of': Object.fromEntries(others) }),
        ...(name && name.template !== usualName(format) && { name: name.template }),
        ...(folder !== undefined && !isRaw(format) && { folder }),
        ...(name && Object.keys(name.spell).length && { spell: name.spell }),
        ...(files.length > 0 && !isRaw(format) && { files })
      }
    }
  })
}

/** Two files of one name are refused in a plan: the later of two archives is left out. */
function keepUnlike(
  archive: Setting,
  { draft, format, formatOf, name, programs }: Entry,
  { targets, project }: Packed,
  taken: Set<string>
): readonly DraftArchive[] {
  const names = targets.flatMap((target) => {
    const os = target.slice(0, target.indexOf('/'))
    const own = formatOf[os] ?? format
    return own === 'binary'
      ? programs.map(
          (program) =>
            `${nameTarget(name ?? unspelt(own), target, { name: project, program })}${os === 'windows' ? '.exe' : ''}`
        )
      : [`${nameTarget(name ?? unspelt(own), target, { name: project, program: programs[0] ?? project })}.${own}`]
  })
  if (new Set(names).size < names.length || names.some((each) => isOwnName(each) || taken.has(each.toLowerCase()))) {
    archive.leave({
      do: 'two of its files, or one of it and one of another archive, would have one name: see name under archives in slipway.yaml.'
    })
    return []
  }
  for (const each of names) taken.add(each.toLowerCase())
  return [draft]
}

const listPrograms = (builds: readonly CarriedBuild[], { module }: KnownModule): readonly string[] => [
  ...new Set(builds.flatMap(({ programs }) => programs.map((program) => nameProgramOf(program, module))))
]

/** The programs of the builds that an archive names; all of them where it names none. */
function choosePrograms(archive: Setting, { programs, project }: Packed, known: KnownModule): readonly string[] {
  const settings = ['ids', 'builds'].map((key) => archive.at(key))
  const ids = settings.flatMap((setting) => setting.items().map(({ text }) => text))
  for (const setting of settings) setting.take()
  if (ids.length === 0) return listPrograms(programs, known)
  return listPrograms(
    programs.filter(({ build }) => ids.includes(build.at('id').text || project)),
    known
  )
}

const listFormats = (setting: Setting): readonly Setting[] => [
  ...setting.at('formats').items(),
  ...setting.at('format').items()
]

const isFormat = (text: string): text is ArchiveFormat => (FORMATS as readonly string[]).includes(text)

const NO_FORMAT = 'Slipway packs tar.gz and zip, and publishes raw programs (binary): those who download have to know.'

/** Those that Slipway has; tar.gz where there is none. */
function readFormats(archive: Setting): readonly ArchiveFormat[] {
  const found = listFormats(archive).flatMap((format): readonly ArchiveFormat[] => {
    if (isFormat(format.text)) {
      format.take()
      return [format.text]
    }
    format.leave({ do: NO_FORMAT })
    return []
  })
  return found.length ? [...new Set(found)] : ['tar.gz']
}

function readOverrides(archive: Setting): Readonly<Record<string, ArchiveFormat>> {
  const found: Record<string, ArchiveFormat> = {}
  const setting = archive.at('format_overrides')
  for (const override of setting.items()) {
    const os = override.at('goos').text
    const [format, ...more] = listFormats(override)
    if (format && more.length === 0 && isFormat(format.text) && SYSTEMS.includes(os)) {
      override.take()
      found[os] = format.text
    } else override.leave({ do: NO_FORMAT })
  }
  return found
}

/** `binary`: whether a raw program is among what is made; `packs`: whether an archive is. */
function readName(
  archive: Setting,
  packed: Packed,
  { binary, packs }: { readonly binary: boolean; readonly packs: boolean },
  programs: readonly string[]
): CarriedName | undefined {
  const template = archive.at('name_template')
  const carried = carryName(
    template.text || (binary ? STANDARD_BINARY_NAME : STANDARD_NAME),
    packed.targets,
    listConstants(packed.constants)
  )
  if (carried && (!packs || programs.length === 1 || !carried.template.includes('{program}'))) {
    template.take()
    return carried
  }
  const advice = {
    do: `files are named ${usualName(binary ? 'binary' : 'tar.gz')}: say it as name and spell of the archive in slipway.yaml; whoever downloads by name must know.`
  }
  if (template.kind === 'absent') template.note(advice)
  else template.leave(advice)
  return undefined
}

const usualName = (format: ArchiveFormat): string =>
  format === 'binary' ? '{program}_{version}_{os}_{arch}' : '{name}_{version}_{os}_{arch}'

const unspelt = (format: ArchiveFormat): CarriedName => ({ template: usualName(format), spell: {} })

const listConstants = ({ fields, env }: Constants): Readonly<Record<string, string>> => ({
  ...fields,
  ...Object.fromEntries(Object.entries(env).map(([name, value]) => [`Env.${name}`, value]))
})

/** The folder in an archive: of the same spelling as its name. */
function readFolder(wrap: Setting, packed: Packed, name: CarriedName): string | undefined {
  if (/^(false|)$/.test(wrap.text)) {
    wrap.take()
    return undefined
  }
  const carried = wrap.text === 'true' ? name : carryName(wrap.text, packed.targets, listConstants(packed.constants))
  const fits = carried && Object.entries(carried.spell).every(([word, text]) => name.spell[word] === text)
  const usesAll =
    carried && (!/\{(os|arch)\}/.test(carried.template) || JSON.stringify(carried.spell) === JSON.stringify(name.spell))
  if (fits && usesAll && !carried.template.includes('{program}')) {
    wrap.take()
    return carried.template
  }
  wrap.leave({ do: 'say it as folder of the archive in slipway.yaml: those who unpack have to know.' })
  return undefined
}

function leaveFiles(files: Setting): readonly [] {
  if (files.kind !== 'absent') files.leave({ same: 'a raw program has no files beside it.' })
  return []
}
