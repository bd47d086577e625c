import { Failure } from '../base/errors.ts'
import type { Tracked } from './git.ts'

/** Paths below the module's folder, relative to it. */
export function listInModule(moduleDir: string, tracked: readonly { readonly path: string }[]): readonly string[] {
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length))
}

/** LICENSE, README, NOTICE and CHANGELOG of the module's folder, and what slipway.yaml adds: what git holds, or what steps make (`made`, from the root). */
export function chooseArchiveFiles(
  { archiveFiles: named }: { readonly archiveFiles: readonly string[] },
  moduleDir: string,
  tracked: readonly Tracked[],
  made: readonly { readonly path: string }[] = []
): readonly string[] {
  const paths = tracked.map(({ path }) => path)
  const own = listInModule(moduleDir, tracked)
  const prepared = listInModule(moduleDir, made)
  const given = named.flatMap((file) => {
    if (own.includes(file)) return [file]
    const name = file.replace(/\/$/, '')
    const found = prepared.filter((path) => path === name || path.startsWith(`${name}/`))
    return found.length > 0 ? found : [file]
  })
  const missing = given.filter((file) => !own.includes(file) && !prepared.includes(file))
  if (missing.length)
    throw new Failure('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
      hint: 'Paths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
    })
  const usual = own.filter((file) => USUAL.test(file) && isDocument(file))
  const legal = usual.some(isLegal) ? [] : listLegalFilesAbove(moduleDir, paths)
  return [...new Set([...legal, ...usual, ...given])].sort()
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
