import { Failure } from '../base/errors.ts'
import { formatTarget, formatTargetName } from '../go/target.ts'
import type { ArchiveFormat, ArchiveSettings } from '../model/archive-settings.ts'
import { fillName, listWords } from '../model/name-template.ts'
import type { Target } from '../model/nouns.ts'
import { isOwnName } from '../model/own-names.ts'

/** What names of a release are made of. */
export interface NamedRelease {
  readonly name: string
  readonly version: string
}

/** The name of an archive, or of a raw program, with its ending. */
export function nameArchive(
  settings: Pick<ArchiveSettings, 'name' | 'spell'>,
  format: ArchiveFormat,
  release: NamedRelease,
  target: Target,
  programs: readonly string[]
): string {
  const usual = format === 'binary' ? '{program}_{version}_{os}_{arch}' : '{name}_{version}_{os}_{arch}'
  const name = fill(settings.name ?? usual, settings, release, target, programs)
  const ending = format === 'binary' ? (target.os === 'windows' ? '.exe' : '') : `.${format}`
  return `${name}${ending}`
}

/** The folder in an archive with `/` at its end; '' for none. */
export const nameFolder = (
  settings: Pick<ArchiveSettings, 'folder' | 'spell'>,
  release: NamedRelease,
  target: Target,
  programs: readonly string[]
): string => (settings.folder === undefined ? '' : `${fill(settings.folder, settings, release, target, programs)}/`)

/** One SBOM a program and target, named in Go's words whatever the archives are called. */
export const nameSbom = (program: string, { version }: NamedRelease, target: Target, form: string): string =>
  `${program}_${version}_${formatTargetName(target)}.${form}.json`

function fill(
  template: string,
  { spell }: Pick<ArchiveSettings, 'spell'>,
  { name, version }: NamedRelease,
  target: Target,
  programs: readonly string[]
): string {
  if (listWords(template).includes('program') && programs.length !== 1)
    throw new Failure(
      'input',
      `slipway.yaml: ${template} names one program, and an archive for ${formatTarget(target)} holds ${programs.join(', ')}`,
      { hint: 'Name one program in its programs, or write {name}.' }
    )
  const spelt = (word: string): string | undefined => (Object.hasOwn(spell, word) ? spell[word] : undefined)
  const { os, arch } = target
  const own = formatTargetName(target).slice(os.length + 1)
  return fillName(template, {
    ...{ name, version, program: programs[0] ?? '' },
    os: spelt(os) ?? os,
    arch: spelt(own) ?? `${spelt(arch) ?? arch}${own.slice(arch.length)}`
  })
}

/**
 * Throws an 'input' Failure for two files of a release that would be one, also where case does not count, or one that
 * Slipway makes itself; `what` is what each of them is.
 */
export function refuseReleaseClashes(files: readonly { readonly name: string; readonly what: string }[]): void {
  const seen = new Map<string, { readonly name: string; readonly what: string }>()
  for (const file of files) {
    const key = file.name.toLowerCase()
    if (isOwnName(file.name))
      throw new Failure('input', `${file.what} would be named ${file.name}, as a file or folder of Slipway's own`, {
        hint: 'Give it another name in slipway.yaml.'
      })
    const other = seen.get(key)
    if (other !== undefined)
      throw new Failure(
        'input',
        `two files of the release would be named ${file.name}${other.name === file.name ? '' : ` and ${other.name}`}: ${other.what}, and ${file.what}`,
        {
          hint: 'Tell them apart in slipway.yaml: by archives[].name with {os}, {arch} or {program}, by builds[].name, or drop one target.'
        }
      )
    seen.set(key, file)
  }
}
