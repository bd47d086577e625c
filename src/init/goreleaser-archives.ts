import { listUsualFiles } from '../facts/archive-files.ts'
import { formatTargetName, parseTarget } from '../go/target.ts'
import { escapeText, matchFiles } from '../base/file-patterns.ts'
import type { KnownModule } from '../facts/known-module.ts'
import type { CarriedBuild } from './goreleaser-programs.ts'
import type { Setting } from './settings-file.ts'

/** What a release is packed into: the names and formats of both sides are compared, and files are looked up. */
export function readArchives(root: Setting, packed: Packed, known: KnownModule): readonly string[] {
  const { project, targets } = packed
  const all = root.at('archives').items()
  const first =
    all.find((archive) => !isBare(archive) && archive.at('meta').text !== 'true') ?? all[0] ?? root.at('archives')
  for (const archive of all.filter((one) => one !== first))
    archive.leave({
      do: 'Slipway makes one archive for each target, with all programs in it, and this is another: pack it in a step of its own, or do without.'
    })
  compareFormats(first, targets)
  compareNames(first, project, targets)
  for (const key of ['id', 'allow_different_binary_count'])
    first.at(key).leave({ same: 'one archive holds all programs of a target.' })
  for (const key of ['ids', 'builds'])
    first
      .at(key)
      .leave({ do: 'the archive holds all programs of a target, not some of them: see whether that is right.' })
  const wrap = first.at('wrap_in_directory')
  if (/^(false|)$/.test(wrap.text)) wrap.take()
  return [...new Set(all.flatMap((archive) => readFiles(archive.at('files'), packed, known)))]
}

/** What the archives hold. */
interface Packed {
  readonly project: string
  readonly targets: readonly string[]
  /** The folder of the file below the module's, '' for the module's own. */
  readonly base: string
  readonly programs: readonly CarriedBuild[]
}

const listFormats = (setting: Setting): readonly string[] =>
  [...setting.at('formats').items(), ...setting.at('format').items()].map(({ text }) => text)

/** Programs by themselves, in no archive. */
const isBare = (archive: Setting): boolean => listFormats(archive).includes('binary')

const isWindows = (target: string): boolean => target.startsWith('windows/')
const WINDOWS = 'windows'

/** tar.gz, and zip for Windows. */
function compareFormats(archive: Setting, targets: readonly string[]): void {
  const given = listFormats(archive)
  const standard = given.length ? given : ['tar.gz']
  const overrides = archive.at('format_overrides').items()
  const own = overrides.find((override) => override.at('goos').text === WINDOWS)
  const windows = own ? listFormats(own) : standard
  const others = targets.filter((target) => !isWindows(target))
  const keys = ['formats', 'format'].map((key) => archive.at(key))
  if (others.length === 0 || standard.join() === 'tar.gz') for (const key of keys) key.take()
  else
    for (const key of keys)
      key.leave({
        do: 'Slipway packs tar.gz, and zip for Windows, and publishes no bare programs: those who download have to know.'
      })
  for (const override of overrides) {
    if (override === own && windows.join() === 'zip') override.take()
    else override.leave({ do: 'Slipway packs tar.gz, and zip for Windows: those who download have to know.' })
  }
  if (!own && windows.join() !== 'zip' && targets.some(isWindows))
    archive.at('format_overrides').note({
      do: 'Slipway packs zip for Windows, where GoReleaser makes what it makes for all: those who download have to know.'
    })
}

/** NAME_VERSION_OS_ARCH, with the variant at its end. */
function compareNames(archive: Setting, project: string, targets: readonly string[]): void {
  const template = archive.at('name_template')
  const given = template.text || (isBare(archive) ? '' : STANDARD_NAME)
  const plain =
    given.length > LONGEST_TEMPLATE
      ? ''
      : given.replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, inner: string) => `{{${inner.replace(/\s+/g, '')}}}`).trim()
  const [, rest] =
    new RegExp(
      `^(?:\\{\\{\\.ProjectName\\}\\}|${escapeText(project)})_\\{\\{\\.Version\\}\\}_\\{\\{\\.Os\\}\\}_\\{\\{\\.Arch\\}\\}(.*)$`,
      's'
    ).exec(plain) ?? []
  const differ = targets.filter(
    (target) => rest === undefined || nameOfGoreleaser(target, rest) !== formatTargetName(parseTarget(target))
  )
  if (differ.length === 0) template.take()
  else if (template.kind !== 'absent')
    template.leave({
      do: 'archives are named NAME_VERSION_OS_ARCH, such as NAME_1.2.3_linux_amd64.tar.gz; whoever downloads by name must know.'
    })
  else
    template.note({
      do: `archives of ${differ.join(', ')} are named otherwise: NAME_VERSION_${differ.map((target) => formatTargetName(parseTarget(target))).join(', ')}; whoever downloads by name must know.`
    })
}

/** What is longer is not compared: no name that people give is. */
const LONGEST_TEMPLATE = 2000

/** The default of GoReleaser's name_template (internal/pipe/archive). */
const STANDARD_NAME =
  '{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}'

/** The platform's part of a name that ends in the usual way; undefined for another end. */
function nameOfGoreleaser(target: string, rest: string): string | undefined {
  const [os = '', arch = '', variant = ''] = target.split('/')
  const variants: readonly (readonly [RegExp, string])[] = [
    [/^\{\{(?:with\.Arm\}\}v\{\{\.|if\.Arm\}\}v\{\{\.Arm)\}\}\{\{end\}\}/, arch === 'arm' ? variant : ''],
    [
      /^\{\{(?:with\.Mips\}\}_\{\{\.|if\.Mips\}\}_\{\{\.Mips)\}\}\{\{end\}\}/,
      arch.startsWith('mips') ? `_${variant || 'hardfloat'}` : ''
    ],
    [/^\{\{ifnot\(eq\.Amd64"v1"\)\}\}\{\{\.Amd64\}\}\{\{end\}\}/, arch === 'amd64' ? variant : '']
  ]
  let name = `${os}_${arch}`
  let end = rest
  for (const [form, value] of variants) {
    const [whole] = form.exec(end) ?? []
    if (whole === undefined) continue
    name += value
    end = end.slice(whole.length)
  }
  return end === '' ? name : undefined
}

/** Paths that git holds now, of patterns, folders and files; what Slipway packs by itself is left out. */
function readFiles(setting: Setting, packed: Packed, { files }: KnownModule): readonly string[] {
  const items = setting.items()
  const usual = listUsualFiles('', files)
  const chosen = items.flatMap((item) => readFilePattern(item, packed, files))
  const more = usual.filter((file) => !chosen.includes(file))
  if (items.length > 0 && more.length > 0) setting.note({ same: `Slipway packs ${more.join(', ')} besides.` })
  return chosen.filter((file) => !usual.includes(file))
}

function readFilePattern(item: Setting, { base, programs }: Packed, files: readonly string[]): readonly string[] {
  const source = item.kind === 'map' ? item.at('src') : item
  const leave = (why: string): readonly string[] => {
    source.leave({ do: `${source.text}: ${why}` })
    return []
  }
  const near = base === '' ? [] : (matchFiles(`${base}/${source.text}`, files) ?? [])
  const found = near.length ? near : matchFiles(source.text, files)
  if (found === undefined) return leave('name the files one by one under archive.files.')
  const good = found.filter((file) => /^[\w.][^\\\p{Cc}]*$/u.test(file))
  if (good.length === 0 && /^none/.test(source.text)) {
    source.leave({ same: 'it stands for no file, and Slipway packs none for it.' })
    return []
  }
  if (good.length === 0)
    return leave('git holds no such file of the module, and what a step makes does not go into an archive.')
  const clash = good.find((file) => programs.some((build) => isProgram(file, build)))
  if (clash !== undefined)
    return leave(`a program of the archive is named ${clash} too: rename the file, or set builds.name.`)
  source.take()
  if (good.length > 1 || good[0] !== source.text.replace(/^\.\//, ''))
    source.note({
      same: `it stands for ${good.length === 1 ? good[0] : `${good.length} files`} today; name new ones under archive.files.`
    })
  return good
}

/** Whether a file would lie where a program lies, on a system that tells case or on another. */
const isProgram = (file: string, { programs }: CarriedBuild): boolean =>
  programs.some(({ main, name = main.split('/').at(-1) }) => [name, `${name}.exe`].includes(file.toLowerCase()))
