import { posix } from 'node:path'
import { Failure } from '../base/errors.ts'
import { matchFiles } from '../base/file-patterns.ts'
import { orderEntries } from '../package/entries.ts'
import { findChosen, listUsualFiles } from '../facts/archive-files.ts'
import type { KnownModule } from '../facts/known-module.ts'
import type { DraftFile } from './draft.ts'
import type { Setting } from './settings-file.ts'

/** Where files of an archive are looked for, and which programs lie beside them. */
export interface PackedHere {
  /** The folder of the configuration below the module's, '' for the module's own. */
  readonly base: string
  readonly names: readonly string[]
}

/** The files of an archive as slipway.yaml names them; what Slipway packs by itself is left out. */
export function readFiles(setting: Setting, packed: PackedHere, { files }: KnownModule): readonly DraftFile[] {
  const items = setting.items()
  const usual = listUsualFiles('', files)
  const chosen = items
    .map((item) => ({ item, found: readFilePattern(item, packed, files) }))
    .reduce<readonly Chosen[]>((before, { item, found }) => {
      if (found.length === 0 || fitTogether([...before, ...found], packed.names)) return [...before, ...found]
      item.leave({
        do: 'one of its files would lie where another file or a program of the archive lies: give it another place by from and to.'
      })
      return before
    }, [])
  const places = chosen.flatMap(({ places }) => places.map(({ from }) => from))
  const more = usual.filter((file) => !places.includes(file))
  if (items.length > 0 && more.length > 0) setting.note({ same: `Slipway packs ${more.join(', ')} besides.` })
  return chosen
    .filter(({ places }) => places.some(({ from, to }) => from !== to || !usual.includes(from)))
    .flatMap(({ drafts }) => drafts)
}

/** Whether an archive may hold all of these files: no two of them in one place, and none where a folder is. */
function fitTogether(chosen: readonly Chosen[], programs: readonly string[]): boolean {
  const places = new Map(chosen.flatMap((each) => each.places.map(({ from, to }) => [`${from}\0${to}`, to] as const)))
  try {
    const names = [...programs, ...programs.map((name) => `${name}.exe`), ...places.values()]
    orderEntries(names.map((name) => ({ name, bytes: new Uint8Array(), executable: false })))
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

interface Place {
  readonly from: string
  readonly to: string
}
interface Chosen {
  readonly drafts: readonly DraftFile[]
  readonly places: readonly Place[]
}

function readFilePattern(item: Setting, { base, names }: PackedHere, files: readonly string[]): readonly Chosen[] {
  const source = item.kind === 'map' ? item.at('src') : item
  const leave = (why: string): readonly [] => {
    source.leave({ do: `${source.text}: ${why}` })
    return []
  }
  const near = base === '' ? [] : (matchFiles(`${base}/${source.text}`, files) ?? [])
  const found = near.length ? near : matchFiles(source.text, files)
  if (found === undefined) return leave('name the files under files of the archive in slipway.yaml.')
  const good = found.filter((file) => /^[\w.][^\\\p{Cc}]*$/u.test(file))
  if (good.length === 0 && /^none/.test(source.text)) {
    source.leave({ same: 'it stands for no file, and Slipway packs none for it.' })
    return []
  }
  if (good.length === 0)
    return leave(
      'git holds no such file of the module; a file that a step of prepare makes goes under files of the archive.'
    )
  const path = source.text.replace(/^(\.\/)+/, '')
  const pattern = near.length ? `${base}/${path}` : path
  const places = good.map((from) => ({ from, to: findPlace(item, pattern, from, good) }))
  const clash = places.find(({ to }) => names.some((name) => [name, `${name}.exe`].includes(to.toLowerCase())))
  if (clash) return leave(`a program of the archive is named ${clash.to} too: rename the file, or set builds.name.`)
  source.take()
  for (const key of ['dst', 'strip_parent']) if (item.kind === 'map') item.at(key).take()
  return [{ drafts: describePlaces(pattern, places, good.length === found.length), places }]
}

/** Where GoReleaser puts a file (internal/archivefiles, 2.16). */
function findPlace(item: Setting, pattern: string, file: string, found: readonly string[]): string {
  if (item.kind !== 'map') return file
  const dst = item.at('dst').text
  if (item.at('strip_parent').text === 'true') return posix.join(dst, posix.basename(file))
  if (dst === '') return file
  const isPattern = /[*?{[]/.test(pattern)
  const prefix = isPattern ? findFolder(findCommon(found)) : pattern.replace(/\/$/, '')
  return posix.join(dst, posix.relative(prefix, file))
}

/** As Go's filepath.Dir: `a` for `a/`, too. */
const findFolder = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : posix.dirname(path))

function findCommon(names: readonly string[]): string {
  const [first = ''] = names
  let end = first.length
  for (const name of names) while (!name.startsWith(first.slice(0, end))) end--
  return first.slice(0, end)
}

/** A pattern where it puts the same files into the same places, else each of them. */
function describePlaces(pattern: string, places: readonly Place[], all: boolean): readonly DraftFile[] {
  const wanted = JSON.stringify(sortPlaces(places))
  const names = places.map(({ from }) => from)
  const [only] = places
  const dst = only && only.to.endsWith(`/${only.from}`) ? only.to.slice(0, -only.from.length) : undefined
  const folders = places.map(({ to }) => `${to.slice(0, to.lastIndexOf('/') + 1)}`)
  const choices: readonly { readonly from: string; readonly to?: string }[] = [
    { from: pattern },
    ...[...new Set([...(dst === undefined ? [] : [dst]), ...folders])]
      .filter((to) => to !== '')
      .map((to) => ({ from: pattern, to })),
    ...(places.length === 1 && only ? [{ from: only.from, to: only.to }] : [])
  ]
  const fits = all
    ? choices.find((choice) => isPlain(choice) && JSON.stringify(sortPlaces(tryChoice(choice, names))) === wanted)
    : undefined
  if (fits) return [fits.to === undefined ? fits.from : { from: fits.from, to: fits.to }]
  return places.map(({ from, to }) => (from === to ? from : { from, to }))
}

/** What the schema of slipway.yaml takes. */
const isPlain = ({ from }: { readonly from: string }): boolean =>
  /^[^-/\\.]/.test(from) && !/(^|\/)\.{0,2}(\/|$)./.test(from)

function tryChoice(
  choice: { readonly from: string; readonly to?: string },
  names: readonly string[]
): readonly Place[] {
  return choice.to !== undefined && !choice.to.endsWith('/') && names.length > 1 ? [] : findChosen(choice, names)
}

const sortPlaces = (places: readonly Place[]): readonly Place[] =>
  [...places].map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1))
