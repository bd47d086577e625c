import { findArchName, MOST_LIBRARIES, type BinaryImage, type Region, type Section } from './image.ts'
import { makeMalformedFailure, makeReader, type Reader } from './reader.ts'

const PT_LOAD = 1
const PT_DYNAMIC = 2
const PT_INTERP = 3
const PF_W = 2
const DT_NEEDED = 1
const DT_STRTAB = 5
const SHT_NOBITS = 8

interface Segment {
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly address: number
  readonly size: number
}

/** Reads an ELF file of either class and byte order (System V ABI, chapters 4 and 5). */
export function readElf(bytes: Uint8Array): BinaryImage {
  const wide = bytes[4] === 2
  const little = bytes[5] === 1
  if ((!wide && bytes[4] !== 1) || (!little && bytes[5] !== 2))
    throw makeMalformedFailure('ELF', 'its class or byte order is unknown')
  const read = makeReader(bytes, little, 'ELF')
  const segments = readSegments(read, wide)
  const interp = segments.find(({ type }) => type === PT_INTERP)
  return {
    format: 'ELF',
    arch: nameElfArch(read.u16(18), wide, little),
    interpreter: interp && read.text(interp.offset),
    libraries: listNeededLibraries(read, wide, segments),
    data: findBuildInfoRegion(read, wide, segments),
    sections: () => [...readSections(read, wide)]
  }
}

function nameElfArch(machine: number, wide: boolean, little: boolean): string {
  const end = little ? 'le' : ''
  if (machine === 8) return `mips${wide ? '64' : ''}${end}`
  if (machine === 21) return `ppc64${end}`
  return findArchName(
    { 3: '386', 22: 's390x', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64', 258: 'loong64' },
    machine
  )
}

function readSegments(read: Reader, wide: boolean): readonly Segment[] {
  const table = wide ? read.u64(32) : read.u32(28)
  const entry = read.u16(wide ? 54 : 42)
  const count = read.u16(wide ? 56 : 44)
  return Array.from({ length: count }, (_, i) => {
    const at = table + i * entry
    return wide
      ? {
          type: read.u32(at),
          flags: read.u32(at + 4),
          offset: read.u64(at + 8),
          address: read.u64(at + 16),
          size: read.u64(at + 32)
        }
      : {
          type: read.u32(at),
          flags: read.u32(at + 24),
          offset: read.u32(at + 4),
          address: read.u32(at + 8),
          size: read.u32(at + 16)
        }
  })
}

function listNeededLibraries(read: Reader, wide: boolean, segments: readonly Segment[]): readonly string[] {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC)
  if (dynamic === undefined) return []
  const word = wide ? 8 : 4
  const number = wide ? read.u64 : read.u32
  const names: number[] = []
  let strings: number | undefined
  for (let at = dynamic.offset; at + 2 * word <= dynamic.offset + dynamic.size; at += 2 * word) {
    const tag = number(at)
    if (tag === 0) break
    if (tag === DT_NEEDED) names.push(number(at + word))
    if (names.length > MOST_LIBRARIES)
      throw makeMalformedFailure('ELF', `it needs more than ${MOST_LIBRARIES} libraries`)
    if (tag === DT_STRTAB) strings = number(at + word)
  }
  if (names.length === 0) return []
  const home = segments.find(
    ({ type, address, size }) =>
      type === PT_LOAD && strings !== undefined && address <= strings && strings < address + size
  )
  if (home === undefined || strings === undefined)
    throw makeMalformedFailure('ELF', 'it needs libraries but has no names for them')
  const base = home.offset + (strings - home.address)
  return names.map((name) => read.text(base + name))
}

/** The section `.go.buildinfo`, or the first writable segment of a file without section names. */
function findBuildInfoRegion(read: Reader, wide: boolean, segments: readonly Segment[]): Region | undefined {
  for (const { name, address, offset, size } of readSections(read, wide))
    if (name === '.go.buildinfo') return { address, bytes: read.bytes(offset, size) }
  const writable = segments.find(({ type, flags }) => type === PT_LOAD && (flags & PF_W) !== 0)
  return writable && { address: writable.address, bytes: read.bytes(writable.offset, writable.size) }
}

/** The sections that have bytes in the file, each read when it is asked for; none for a file without their names. */
function* readSections(read: Reader, wide: boolean): Generator<Section & { readonly address: number }> {
  const word = wide ? read.u64 : read.u32
  const table = word(wide ? 40 : 32)
  const entry = read.u16(wide ? 58 : 46)
  const count = table === 0 ? 0 : read.u16(wide ? 60 : 48)
  const names = read.u16(wide ? 62 : 50)
  const header = (index: number) => {
    const at = table + index * entry
    return {
      name: read.u32(at),
      type: read.u32(at + 4),
      address: word(at + (wide ? 16 : 12)),
      offset: word(at + (wide ? 24 : 16)),
      size: word(at + (wide ? 32 : 20))
    }
  }
  if (names >= count) return
  const texts = header(names).offset
  for (let i = 0; i < count; i++) {
    const { name, type, ...place } = header(i)
    if (type !== SHT_NOBITS) yield { name: read.text(texts + name), ...place }
  }
}
