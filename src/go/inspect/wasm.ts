import type { BinaryImage } from './image.ts'
import { makeMalformedFailure, makeReader, type Reader } from './reader.ts'

const CUSTOM_SECTION = 0
const DATA_SECTION = 11

interface Sections {
  readonly data: Uint8Array | undefined
  /** The content of the custom section "producers", without its name. */
  readonly producers: Uint8Array | undefined
}

/**
 * Reads a WebAssembly module (core specification, chapter 5.5). Go writes no build info blob into it: its text is found
 * among the data, and Go's version in the custom section "producers" (tool-conventions/ProducersSection.md).
 */
export function readWasm(bytes: Uint8Array): BinaryImage {
  const { data, producers } = readWasmSections(makeReader(bytes, true, 'Wasm'))
  return {
    format: 'Wasm',
    arch: 'wasm',
    interpreter: undefined,
    libraries: [],
    data: data && { address: 0, bytes: data },
    goVersion: producers && readLanguageVersion(makeReader(producers, true, 'Wasm'))
  }
}

function readWasmSections(read: Reader): Sections {
  let data: Uint8Array | undefined
  let producers: Uint8Array | undefined
  let at = 8
  while (at < read.size) {
    const id = read.u8(at)
    const size = readLeb128(read, at + 1)
    const content = read.bytes(size.next, size.value)
    if (id === DATA_SECTION) data = content
    if (id === CUSTOM_SECTION) {
      const name = readWasmName(makeReader(content, true, 'Wasm'), 0)
      if (name.value === 'producers') producers = content.subarray(name.next)
    }
    at = size.next + size.value
  }
  if (at !== read.size) throw makeMalformedFailure('Wasm', `its header is ${read.size} bytes long`)
  return { data, producers }
}

/** The version beside "Go" in the field "language". */
function readLanguageVersion(read: Reader): string | undefined {
  const fields = readLeb128(read, 0)
  let at = fields.next
  for (let field = 0; field < fields.value; field++) {
    const name = readWasmName(read, at)
    const values = readLeb128(read, name.next)
    at = values.next
    for (let i = 0; i < values.value; i++) {
      const value = readWasmName(read, at)
      const version = readWasmName(read, value.next)
      if (name.value === 'language' && value.value === 'Go') return version.value
      at = version.next
    }
  }
  return undefined
}

function readWasmName(read: Reader, at: number): { readonly value: string; readonly next: number } {
  const size = readLeb128(read, at)
  const next = size.next + size.value
  return { value: Buffer.from(read.bytes(size.next, size.value)).toString('utf8'), next }
}

/** An unsigned LEB128 number of at most 32 bits. */
function readLeb128(read: Reader, start: number): { readonly value: number; readonly next: number } {
  let value = 0
  for (let i = 0; i < 5; i++) {
    const byte = read.u8(start + i)
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return { value, next: start + i + 1 }
  }
  throw makeMalformedFailure('Wasm', `a number at ${start} is longer than 32 bits`)
}
