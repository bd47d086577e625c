import { Failure } from '../base/errors.ts'
import { matchFiles } from '../base/file-patterns.ts'
import type { FileChoice, PackedFile } from '../model/archive-settings.ts'
import { LINK, type Tracked } from './git.ts'

/** Paths below the module's folder, relative to it. */
export function listInModule(moduleDir: string, tracked: readonly { readonly path: string }[]): readonly string[] {
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length))
}

/** Files to choose from, relative to the repository's root. */
interface Offered {
  readonly tracked: readonly Tracked[]
  /** What steps make. */
  readonly made: readonly { readonly path: string }[]
}

/**
 * LICENSE, README, NOTICE and CHANGELOG of the module's folder, and what an entry of slipway.yaml adds (`key` names it): what
 * git holds, or what steps make. Sorted by their places in the archive. Throws an 'input' Failure for a choice that finds
 * nothing, or a link.
 */
export function chooseArchiveFiles(
  choices: readonly FileChoice[],
  moduleDir: string,
  offered: Offered,
  key: string
): readonly PackedFile[] {
  const usual = listUsualFiles(
    moduleDir,
    offered.tracked.map(({ path }) => path)
  ).map((from): PackedFile => ({ from, to: findNameInArchive(from) }))
  const chosen = chooseFiles(choices, moduleDir, offered, key)
  const places = new Set(chosen.map(({ to }) => to))
  return sortByPlace([...usual.filter(({ to }) => !places.has(to)), ...chosen])
}

/** What choices of slipway.yaml stand for, each file once. */
export function chooseFiles(
  choices: readonly FileChoice[],
  moduleDir: string,
  { tracked, made }: Offered,
  key: string
): readonly PackedFile[] {
  const modes = new Map(tracked.map(({ path, mode }) => [path, mode]))
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  const names = [...new Set([...listInModule(moduleDir, tracked), ...listInModule(moduleDir, made)])].sort()
  const found = choices.map((choice) => findChosen(choice, names))
  const missing = choices.filter((_, i) => found[i]?.length === 0).map(({ from }) => from)
  if (missing.length)
    throw new Failure('input', `slipway.yaml: ${key} names ${missing.join(', ')}, which git does not hold`, {
      hint: 'Paths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
    })
  const chosen = choices.flatMap((choice, i) =>
    (found[i] ?? []).map(({ from, to }): PackedFile => {
      const mode = modes.get(`${prefix}${from}`)
      if (mode !== undefined && !mode.startsWith('100') && from !== choice.from)
        throw makeNoFileFailure(key, from, mode)
      return { from, to, ...((choice.executable ?? mode === EXECUTABLE) && { executable: true }) }
    })
  )
  // A file that two patterns find is one file; two files in one place are told when they are packed.
  return [...new Map(chosen.map((file) => [`${file.from}\0${file.to}`, file])).values()]
}

const EXECUTABLE = '100755'

const makeNoFileFailure = (key: string, path: string, mode: string): Failure =>
  new Failure(
    'input',
    `slipway.yaml: ${key} takes ${path}, which is ${mode === LINK ? 'a link' : 'a submodule'} in git`,
    { hint: 'Name the file that it leads to: what ships is a file of the commit.' }
  )

/** The files that a choice finds, and where they lie: a folder keeps what is below it. */
export function findChosen(
  { from, to }: FileChoice,
  names: readonly string[]
): readonly Pick<PackedFile, 'from' | 'to'>[] {
  const found = names.includes(from) ? [from] : (matchFiles(from, names) ?? [])
  if (to === undefined) return found.map((name) => ({ from: name, to: name }))
  if (to.endsWith('/')) {
    const cut = found.length === 1 && found[0] === from ? from.lastIndexOf('/') + 1 : countFixedFolder(from, found)
    return found.map((name) => ({ from: name, to: `${to}${name.slice(cut)}` }))
  }
  if (found.length > 1)
    throw new Failure(
      'input',
      `slipway.yaml: ${from} stands for ${found.length} files, and all of them would be ${to}`,
      {
        hint: `Write "${to}/" for a folder that holds them, or name one file.`
      }
    )
  return found.map((name) => ({ from: name, to }))
}

/** How much of the paths that a pattern finds is the folder before its first sign. */
function countFixedFolder(pattern: string, found: readonly string[]): number {
  const path = pattern.replace(/\/$/, '')
  const isFolder = found.every((name) => name.startsWith(`${path}/`))
  const fixed = isFolder ? `${path}/` : path.slice(0, path.search(/[*?{[]/))
  return fixed.lastIndexOf('/') + 1
}

const sortByPlace = (files: readonly PackedFile[]): readonly PackedFile[] =>
  [...files].sort((a, b) => (a.to < b.to ? -1 : 1))

/** Where a file of the repository lies in an archive: `../LICENSE` as `LICENSE`. */
export const findNameInArchive = (file: string): string => file.replace(/^(\.\.\/)+/, '')

/** What every archive holds, relative to the module. */
export function listUsualFiles(moduleDir: string, paths: readonly string[]): readonly string[] {
  const own = listInModule(
    moduleDir,
    paths.map((path) => ({ path }))
  )
  const usual = own.filter((file) => USUAL.test(file) && isDocument(file))
  return [...(usual.some(isLegal) ? [] : listLegalFilesAbove(moduleDir, paths)), ...usual].sort()
}

const USUAL = /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i

/**
 * Whether a name is that of a document: without an ending, with one that people give to documents, or with the name of a
 * licence, as LICENSE.MIT or COPYING.LESSER. license.go and readme.tmpl are none.
 */
function isDocument(file: string): boolean {
  const ending = /\.([^.]*)$/.exec(file)?.[1]
  return ending === undefined || /^[A-Z0-9]/.test(ending) || DOCUMENT.test(ending)
}

const DOCUMENT = /^(txt|text|md|markdown|mdown|rst|adoc|asciidoc|org|html?|pdf|rtf|tex)$/

const isLegal = (file: string): boolean => LEGAL.test(file) && isDocument(file)

/** The repository's own, for a module in a subdirectory that has none: module zips of the go command hold it too. */
function listLegalFilesAbove(moduleDir: string, paths: readonly string[]): readonly string[] {
  if (moduleDir === '') return []
  return paths.filter(isLegal).map((path) => '../'.repeat(moduleDir.split('/').length) + path)
}
