import { posix } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { LIMITS, formatSize } from '../../base/limits.ts'
import { quote } from '../../base/text.ts'

/** What an archive says an entry is. */
export interface UnpackedEntry {
  /** As it stands in the archive. */
  readonly name: string
  /** Undefined for devices, pipes, and whatever else nobody ships. */
  readonly kind: 'file' | 'folder' | 'link' | 'hard link' | undefined
  /** As the archive says; the bytes are counted where they are read. */
  readonly size: number
  readonly mode: number
  /** Where a link leads. */
  readonly target?: string | undefined
}

/** No system has longer paths, in bytes. */
const LONGEST = 4096
const SETUID_OR_SETGID = 0o6000

/**
 * Looks at the entries of one archive in their order; throws a 'verification' Failure for what would do harm, or mean two
 * things, where somebody unpacks it: a name or a link that leads out of the folder, a file below a link or a file, a name
 * twice, a device or a pipe, a program that runs as its owner, more entries or bytes than LIMITS allow.
 */
export function makeEntryCheck(path: string): (entry: UnpackedEntry) => void {
  /** Files and links, by name. */
  const taken = new Map<string, 'file' | 'link' | 'hard link'>()
  const folders = new Set<string>()
  let [count, bytes, held] = [0, 0, 0]
  return ({ name: raw, kind, size, mode, target }) => {
    const refuse = (why: string): Failure =>
      new Failure('verification', `${path} holds ${quote(raw)}, ${why}`, { hint })
    count += 1
    bytes += size
    if (count > LIMITS.entries.most || bytes > LIMITS.unpacked.most) throw makeUnpackFailure(path)
    const wrong = findNameMistake(raw)
    if (wrong !== undefined) throw refuse(wrong)
    // What is kept of a name: itself, and each folder that it lies in.
    held += raw.length * raw.split('/').length
    if (held > LIMITS.names.most) throw makeUnpackFailure(path)
    const name = posix.normalize(raw).replace(/\/$/, '')
    if (kind === undefined) throw refuse('which is neither a file nor a folder nor a link')
    if (mode & SETUID_OR_SETGID) throw refuse('which would run as its owner or group')
    const parents = listParents(name)
    const above = parents.find((parent) => taken.has(parent))
    if (above !== undefined) throw refuse(`which lies below the ${taken.get(above)} ${quote(above)}`)
    for (const parent of parents) folders.add(parent)
    if (kind === 'folder') {
      if (taken.has(name)) throw refuse('twice')
      folders.add(name)
      return
    }
    // Some readers take a name with a slash at its end for a folder, whatever else is said of it.
    if (name === '.' || raw.endsWith('/')) throw refuse('which is no name of a file')
    if (taken.has(name) || folders.has(name)) throw refuse('twice')
    taken.set(name, kind)
    if (kind === 'file') return
    // Readers differ in whether such an entry has content, and so in what comes after it.
    if (size > 0 && kind === 'hard link') throw refuse('which is a link and has content')
    const from = kind === 'link' ? posix.dirname(name) : '.'
    if (!isInside(from, target ?? '')) throw refuse(`which leads to ${quote(target ?? '')}`)
  }
}

const hint = 'Do not unpack it: no release needs this.'

/** The Failure for an archive that grows beyond the limits. */
export const makeUnpackFailure = (path: string): Failure =>
  new Failure(
    'verification',
    `${path} holds more than ${LIMITS.entries.most} entries, ${formatSize(LIMITS.unpacked.most)} or ${formatSize(LIMITS.names.most)} of names`,
    { hint }
  )

/** Whether a link stays in the folder. */
const isInside = (from: string, target: string): boolean =>
  target !== '' &&
  !target.startsWith('/') &&
  !isOddName(target) &&
  findNameMistake(posix.join(from, target)) === undefined

const isOddName = (name: string): boolean => /[\\\u0000-\u001f\u007f]/.test(name) || /^[A-Za-z]:/.test(name)

/** Why a name is none below the folder. */
function findNameMistake(name: string): string | undefined {
  if (name === '') return 'which is no name'
  if (Buffer.byteLength(name) > LONGEST) return `a name of more than ${LONGEST} bytes`
  if (isOddName(name)) return 'a name with a backslash, a drive or a control character'
  if (name.startsWith('/') || name.split('/').includes('..')) return 'which leads out of the folder'
  return undefined
}

const listParents = (name: string): readonly string[] => {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}
