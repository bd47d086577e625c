import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

/** A file to be put into an archive. */
export interface ArchiveEntry {
  /** Relative, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly executable: boolean
  /** Where a link leads, which has no bytes; in a tar alone. */
  readonly link?: string
}

const RENAME = 'Rename the file, or take it out of archive.files in slipway.yaml.'
/** The longest name that unpacks everywhere. */
const LONGEST = 240

/**
 * The entries in the order in which every archive holds them: by name, by UTF-16 code units, whatever the host's
 * locale. Throws an 'input' Failure for a name that is unsafe to unpack, or two that are one on a system that does not
 * tell case.
 */
export function orderEntries(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  const taken = new Map<string, string>()
  for (const { name } of entries) {
    const wrong = findEntryMistake(name)
    if (wrong !== undefined)
      throw new Failure('input', `an archive cannot hold ${quote(name)}: ${wrong}`, { hint: RENAME })
    const other = taken.get(foldName(name))
    if (other === name) throw new Failure('input', `an archive would hold ${quote(name)} twice`, { hint: RENAME })
    if (other !== undefined) throw makeClashFailure(name, other, 'differ in case only')
    taken.set(foldName(name), name)
  }
  for (const { name } of entries) {
    const parents = name.split('/').slice(0, -1)
    for (let depth = 1; depth <= parents.length; depth++) {
      const file = taken.get(foldName(parents.slice(0, depth).join('/')))
      if (file !== undefined) throw makeClashFailure(name, file, 'make one name a file and a folder')
    }
  }
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function findEntryMistake(name: string): string | undefined {
  const parts = name.split('/')
  if (name === '' || parts.includes('')) return 'it has an empty part'
  if (parts.includes('..') || parts.includes('.')) return 'it has a part "." or ".."'
  if (name.includes('\\')) return 'it has a backslash'
  if (/^[A-Za-z]:/.test(name)) return 'it begins with a drive'
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'it has a control character'
  if (!name.isWellFormed()) return 'it is not Unicode'
  if (Buffer.byteLength(name) > LONGEST) return `it is longer than ${LONGEST} bytes`
  return undefined
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function makeClashFailure(a: string, b: string, how: string): Failure {
  return new Failure('input', `an archive cannot hold both ${quote(b)} and ${quote(a)}: they ${how}`, { hint: RENAME })
}
