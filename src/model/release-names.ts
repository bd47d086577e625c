import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

/** What every place keeps as it is: GitHub turns all else into dots, and a folder may not hold it. */
const PLAIN = /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/
/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

const findNameProblem = (name: string): string | undefined => {
  if (name.startsWith('.')) return 'starts with a dot'
  if (name.endsWith('.')) return 'ends with a dot'
  if (name.includes('..')) return 'has two dots in a row'
  if (!PLAIN.test(name)) return 'has characters that not every place keeps'
  if (DEVICE.test(name)) return 'is a device on Windows'
  return name.length > 200 ? 'is longer than 200 characters' : undefined
}

/** Rejects ('input') names that a place would change or that would fall together, all of them in one Failure. */
export function refuseNames(names: readonly string[]): void {
  const seen = new Map<string, string>()
  const bad: string[] = []
  for (const name of names) {
    const twin = seen.get(name.toLowerCase())
    seen.set(name.toLowerCase(), name)
    const why = findNameProblem(name) ?? (twin === undefined ? undefined : `falls together with ${quote(twin)}`)
    if (why !== undefined) bad.push(`${quote(name)} ${why}`)
  }
  if (bad.length === 0) return
  throw new Failure('input', `names that cannot be published as they are: ${bad.join('; ')}`, {
    hint: 'Use letters, digits, "_", "+", "-" and single dots inside.'
  })
}

export const MOST_FILES = 1000
const LARGEST = 2 ** 31

/** Rejects ('input') what GitHub would refuse after the first uploads: too many files, empty ones, too large ones. */
export function refuseSizes(files: readonly { readonly name: string; readonly size: number }[]): void {
  if (files.length > MOST_FILES) {
    throw new Failure('input', `${files.length} files for one release; GitHub allows ${MOST_FILES}`, {
      hint: 'Build fewer targets, or pack files together.'
    })
  }
  const bad = files
    .filter(({ size }) => size === 0 || size >= LARGEST)
    .map(({ name, size }) => `${name} has ${size} bytes`)
  if (bad.length === 0) return
  throw new Failure('input', `files that GitHub refuses: ${bad.join('; ')}`, {
    hint: 'A file of a release has at least 1 byte and less than 2 GiB.'
  })
}

/** What gitlab.com takes, and every instance that nobody changed; the instance has the last word. */
const LARGEST_PACKAGE = 5 * 1024 ** 3

/** Rejects ('input') what GitLab's package registry would refuse after the first uploads: empty files, too large ones. */
export function refusePackageSizes(files: readonly { readonly name: string; readonly size: number }[]): void {
  const bad = files
    .filter(({ size }) => size === 0 || size > LARGEST_PACKAGE)
    .map(({ name, size }) => `${name} has ${size} bytes`)
  if (bad.length === 0) return
  throw new Failure('input', `files that GitLab refuses: ${bad.join('; ')}`, {
    hint: 'A file of a generic package has at least 1 byte and at most 5 GiB.'
  })
}

/** Most characters that GitHub takes for the notes of a release. */
export const LONGEST_NOTES = 125_000

/**
 * The notes with a mark for us at their end ('': none), cut at the end of a line, code fences closed, to what the
 * platform takes: by default GitHub.
 */
export function fitNotes(notes: string, mark: string, longest = LONGEST_NOTES, platform = 'GitHub'): string {
  const last = mark === '' ? '' : `\n\n${mark}`
  if (notes.length + last.length <= longest) return `${notes.trimEnd()}${last}`
  const tail = `\n\n*(The rest of the notes is left out: they are longer than ${platform} allows.)*${last}`
  const room = longest - tail.length - '\n```'.length
  const end = notes.lastIndexOf('\n', room)
  // Without any line end: not between the halves of a character.
  const cut = notes.slice(0, end > 0 ? end : room).replace(/[\uD800-\uDBFF]$/, '')
  const fences = cut.match(/^```/gm)?.length ?? 0
  return `${cut}${fences % 2 === 1 ? '\n```' : ''}${tail}`
}
