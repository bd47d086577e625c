import { findArchName, MOST_LIBRARIES, type BinaryImage, type Region, type Section } from './image.ts'
import { makeMalformedFailure, makeReader, type Reader } from './reader.ts'

const LC_SEGMENT_64 = 0x19
/** LC_LOAD_DYLIB and its weak, re-exported, lazy and upward kinds. */
const LOAD_DYLIB: readonly number[] = [0x0c, 0x80000018, 0x8000001f, 0x20, 0x80000023]
/** S_ZEROFILL and its kinds for large and for thread-local sections: they have a size in memory and nothing in the file. */
const ZERO_FILLED: readonly number[] = [0x01, 0x0c, 0x12]
const ARCH = { 0x01000007: 'amd64', 0x0100000c: 'arm64' }

/** Reads a 64-bit little-endian Mach-O file, the only kind that Go makes (mach-o/loader.h). */
export function readMachO(bytes: Uint8Array): BinaryImage {
  const read = makeReader(bytes, true, 'Mach-O')
  const libraries: string[] = []
  const sections: number[] = []
  let at = 32
  for (let left = read.u32(16); left > 0; left--) {
    const command = read.u32(at)
    const size = read.u32(at + 4)
    if (size < 8) throw makeMalformedFailure('Mach-O', `load command ${command} is ${size} bytes long`)
    read.bytes(at, size)
    if (LOAD_DYLIB.includes(command)) libraries.push(read.text(at + read.u32(at + 8)))
    if (libraries.length > MOST_LIBRARIES)
      throw makeMalformedFailure('Mach-O', `it loads more than ${MOST_LIBRARIES} libraries`)
    if (command === LC_SEGMENT_64) {
      const count = read.u32(at + 64)
      if (72 + count * 80 > size)
        throw makeMalformedFailure('Mach-O', `a segment of ${size} bytes names ${count} sections`)
      for (let i = 0; i < count; i++) sections.push(at + 72 + i * 80)
    }
    at += size
  }
  return {
    format: 'Mach-O',
    arch: findArchName(ARCH, read.u32(4)),
    interpreter: undefined,
    libraries,
    data: findBuildInfoRegion(read, sections),
    sections: () => sections.map((section) => readSection(read, section))
  }
}

function findBuildInfoRegion(read: Reader, sections: readonly number[]): Region | undefined {
  const section = sections.find((place) => read.text(place, 16) === '__go_buildinfo')
  if (section === undefined) return undefined
  const { offset, size } = readSection(read, section)
  return { address: read.u64(section + 32), bytes: read.bytes(offset, size) }
}

function readSection(read: Reader, at: number): Section {
  const size = ZERO_FILLED.includes(read.u32(at + 64) & 0xff) ? 0 : read.u64(at + 40)
  return { name: read.text(at, 16), offset: read.u32(at + 48), size }
}
