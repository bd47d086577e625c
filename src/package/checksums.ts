import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

/** A file and what its bytes hash to. */
export interface Checksum {
  readonly name: string
  /** 64 hex digits, lower case. */
  readonly sha256: string
}

/** The content of checksums.txt, for `sha256sum -c`: a line a file, by name. Throws an 'input' Failure for names it cannot hold. */
export function formatChecksums(files: readonly Checksum[]): string {
  const names = new Set<string>()
  for (const { name, sha256 } of files) {
    const wrong = findChecksumNameMistake(name) ?? (names.has(name) ? 'it is there twice' : undefined)
    if (wrong !== undefined)
      throw new Failure('input', `a checksum file cannot hold ${quote(name)}: ${wrong}`, {
        hint: 'Give that file another name.'
      })
    if (!/^[0-9a-f]{64}$/.test(sha256)) {
      throw new Failure('input', `${quote(sha256)} is not the SHA-256 of ${name}: 64 lower-case hex digits are`, {
        hint: 'Write it as sha256sum does.'
      })
    }
    names.add(name)
  }
  return formatDigestLines(files.map(({ name, sha256 }) => ({ name, digest: sha256 })))
}

/** Lines that sha256sum, sha512sum and the like read: a line a file, by name. */
export const formatDigestLines = (files: readonly { readonly name: string; readonly digest: string }[]): string =>
  [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, digest }) => `${digest}  ${name}\n`)
    .join('')

/**
 * Reads what `formatChecksums` writes, and nothing else: a checksum file that was made or changed by something else is
 * not the one that was signed. Order does not matter. Throws a 'verification' Failure that names the line.
 */
export function parseChecksums(bytes: Uint8Array): readonly Checksum[] {
  const lines = decodeChecksums(bytes).split('\n')
  if (lines.pop() !== '') throw makeChecksumFailure('its last line has no end', 'It may be cut off; fetch it again.')
  const names = new Set<string>()
  return lines.map((line, i) => {
    const { name, sha256 } = parseLine(line, i + 1)
    if (names.has(name)) throw makeChecksumFailure(`line ${i + 1} names ${name} again`)
    names.add(name)
    return { name, sha256 }
  })
}

function decodeChecksums(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new Failure('verification', 'checksums.txt is refused: it is not UTF-8', { hint: AS_WRITTEN, cause })
  }
  if (text === '') throw makeChecksumFailure('it is empty')
  if (text.startsWith('\ufeff')) throw makeChecksumFailure('it begins with a byte order mark', AS_WRITTEN)
  return text
}

const AS_WRITTEN = 'Something rewrote the file; fetch it as it was published.'

function parseLine(line: string, number: number): Checksum {
  const where = `line ${number}`
  if (line.endsWith('\r')) throw makeChecksumFailure(`${where} ends with a carriage return`, AS_WRITTEN)
  const match = /^([0-9a-fA-F]{64})( [ *])(.+)$/su.exec(line)
  const [, sha256 = '', mark, name = ''] = match ?? []
  if (match === null)
    throw makeChecksumFailure(`${where} is not "SHA-256, two spaces, name": ${quote(line.slice(0, 200))}`)
  if (mark === ' *') throw makeChecksumFailure(`${where} marks ${name} as binary with "*"`, AS_WRITTEN)
  if (sha256 !== sha256.toLowerCase()) throw makeChecksumFailure(`${where} has upper-case hex digits`, AS_WRITTEN)
  const wrong = findChecksumNameMistake(name)
  if (wrong !== undefined) throw makeChecksumFailure(`${where} names ${quote(name)}: ${wrong}`)
  return { name, sha256 }
}

/** Names are of files beside the checksum file, and sha256sum reads a leading backslash or a line break otherwise. */
function findChecksumNameMistake(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return 'it is not the name of a file'
  if (/[\\/]/.test(name)) return 'it has a path'
  if (/[\u0000-\u001f\u007f\ufeff]/.test(name) || !name.isWellFormed()) return 'it has a character that no name has'
  if (/^[\s*]|\s$/.test(name)) return 'it begins or ends with a space or begins with "*"'
  return undefined
}

function makeChecksumFailure(seen: string, hint?: string): Failure {
  return new Failure('verification', `checksums.txt is refused: ${seen}`, hint === undefined ? {} : { hint })
}
