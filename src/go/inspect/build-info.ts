import type { BinaryImage, Region } from './image.ts'
import { makeMalformedFailure } from './reader.ts'
import { unquoteGo } from './unquote.ts'

/** A Go module as a program remembers it. */
export interface Module {
  readonly path: string
  /** `v1.2.3`, a pseudo-version, or `(devel)`. */
  readonly version: string
  /** go.sum's hash of the module (`h1:…`), '' for the main module and for folders. */
  readonly sum: string
  /** What was used in its place. */
  readonly replace?: Omit<Module, 'replace'>
}

/** What the go command wrote into a program (runtime/debug.BuildInfo). */
export interface BuildInfo {
  /** `go1.26.8`, with what an experiment or a distributor appended. */
  readonly goVersion: string
  /** Import path of the main package. */
  readonly path: string
  readonly main: Module | undefined
  readonly deps: readonly Module[]
  /** `GOOS`, `CGO_ENABLED`, `-trimpath`, `vcs.revision`, … */
  readonly settings: ReadonlyMap<string, string>
}

/** How the blob begins; its strings are inline, after a header of 32 bytes, when flag 2 is set (debug/buildinfo). */
const MAGIC = Buffer.from('\u{ff} Go buildinf:', 'latin1')
const HEADER = 32
const FLAGS = 15
const INLINE_STRINGS = 2
/** What stands around the text (infoStart and infoEnd in cmd/go/internal/modload). */
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex')
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex')

/**
 * Reads the build info of Go 1.18 or later; undefined when there is none. Throws a 'verification' Failure when there is
 * one that cannot be read.
 */
export function readBuildInfo({ format, data, goVersion = '' }: BinaryImage): BuildInfo | undefined {
  if (data === undefined) return undefined
  if (format === 'Wasm') {
    const text = findText(wrapBuffer(data.bytes))
    return text === undefined ? undefined : parseBuildInfo(goVersion, text)
  }
  const at = findMagic(data)
  return at === undefined ? undefined : readBlob(wrapBuffer(data.bytes.subarray(at)))
}

/**
 * The build info of a file of a format that nobody here can read: the first blob in it that is whole. Go's own reader
 * knows no stripped program of AIX, either.
 */
export function searchBuildInfo(bytes: Uint8Array): BuildInfo | undefined {
  const haystack = wrapBuffer(bytes)
  for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
    const blob = haystack.subarray(at)
    if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0) continue
    const version = tryReadString(blob, HEADER)
    const framed = version && tryReadString(blob, version.next)?.value
    if (!framed?.subarray(0, START.length).equals(START) || !framed.subarray(-END.length).equals(END)) continue
    return parseBuildInfo(version?.value.toString('utf8') ?? '', findText(framed) ?? '')
  }
  return undefined
}

function findMagic({ address, bytes }: Region): number | undefined {
  const haystack = wrapBuffer(bytes)
  for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
    if ((address + at) % 16 === 0 && at + HEADER <= bytes.length) return at
  }
  return undefined
}

function findText(bytes: Buffer): string | undefined {
  const start = bytes.indexOf(START)
  if (start < 0) return undefined
  const end = bytes.indexOf(END, start)
  if (end < 0) throw makeDamagedError('its text has no end')
  return bytes.toString('utf8', start + START.length, end)
}

function readBlob(blob: Buffer): BuildInfo {
  if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0) throw makeDamagedError('it is of a Go older than 1.18')
  const version = readString(blob, HEADER)
  const framed = readString(blob, version.next).value
  return parseBuildInfo(version.value.toString('utf8'), framed.length === 0 ? '' : (findText(framed) ?? ''))
}

interface Text {
  readonly value: Buffer
  readonly next: number
}

/** What `readString` reads, where it can. */
function tryReadString(blob: Buffer, start: number): Text | undefined {
  try {
    return readString(blob, start)
  } catch {
    return undefined
  }
}

/** A length as an unsigned varint, then so many bytes. */
function readString(blob: Buffer, start: number): Text {
  let length = 0
  let at = start
  for (let shift = 0; ; shift += 7) {
    const byte = blob[at++]
    if (byte === undefined || shift > 28) throw makeDamagedError(`a length at ${start} has no end`)
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  if (at + length > blob.length) throw makeDamagedError(`a text at ${at} goes past the end`)
  return { value: blob.subarray(at, at + length), next: at + length }
}

/** Reads the lines that `go version -m` prints. */
function parseBuildInfo(goVersion: string, text: string): BuildInfo {
  let path = ''
  let main: Module | undefined
  const deps: Module[] = []
  const settings = new Map<string, string>()
  let last: 'main' | 'dep' | undefined
  for (const line of text.split('\n')) {
    const [word, ...columns] = line.split('\t')
    const rest = columns.join('\t')
    switch (word) {
      case 'path':
        path = rest
        break
      case 'mod':
        main = readModule(columns, line)
        last = 'main'
        break
      case 'dep':
        deps.push(readModule(columns, line))
        last = 'dep'
        break
      case '=>': {
        const replace = readModule(columns, line)
        const replaced = last === 'main' ? main : deps.at(-1)
        if (last === undefined || replaced === undefined)
          throw makeDamagedError(`a replacement without a module: ${line}`)
        if (last === 'main') main = { ...replaced, replace }
        else deps[deps.length - 1] = { ...replaced, replace }
        last = undefined
        break
      }
      case 'build': {
        const [name, value] = readSetting(rest)
        settings.set(name, value)
      }
    }
  }
  return { goVersion, path, main, deps, settings }
}

function readModule([path, version, sum = '']: readonly string[], line: string): Module {
  if (!path || version === undefined) throw makeDamagedError(`a module without a version: ${line.slice(0, 200)}`)
  return { path, version, sum }
}

function readSetting(text: string): readonly [name: string, value: string] {
  const match = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^="`\s]+)=(.*)$/s.exec(text)
  if (match === null) throw makeDamagedError(`a setting without a value: ${text.slice(0, 200)}`)
  const [name, value] = match.slice(1).map((part) => (/^["`]/.test(part) ? unquoteGo(part) : part))
  if (name === undefined || value === undefined)
    throw makeDamagedError(`a setting in broken quotes: ${text.slice(0, 200)}`)
  return [name, value]
}

function makeDamagedError(seen: string): Error {
  return makeMalformedFailure('Go build info', seen)
}

function wrapBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
