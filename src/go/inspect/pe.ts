import { findArchName, MOST_LIBRARIES, type BinaryImage, type Region, type Section } from './image.ts'
import { makeMalformedFailure, makeReader, type Reader } from './reader.ts'

const ARCH = { 0x014c: '386', 0x01c4: 'arm', 0x8664: 'amd64', 0xaa64: 'arm64' }

interface Mapped extends Section {
  readonly address: number
  readonly virtualSize: number
}

/** Reads a PE32 or PE32+ file (Microsoft's "PE Format"). */
export function readPe(bytes: Uint8Array): BinaryImage {
  const read = makeReader(bytes, true, 'PE')
  const header = read.u32(60)
  if (read.text(header, 4) !== 'PE') throw makeMalformedFailure('PE', 'it has no PE signature')
  const optional = header + 24
  const magic = read.u16(optional)
  if (magic !== 0x10b && magic !== 0x20b)
    throw makeMalformedFailure('PE', `its optional header says 0x${magic.toString(16)}`)
  const directories = optional + (magic === 0x20b ? 112 : 96)
  const table = optional + read.u16(header + 20)
  const sections = Array.from({ length: read.u16(header + 6) }, (_, i) => readSection(read, table + i * 40))
  const imports = read.u32(directories - 4) > 1 ? read.u32(directories + 8) : 0
  const data = sections.find(({ name }) => name === '.data')
  return {
    format: 'PE',
    arch: findArchName(ARCH, read.u16(header + 4)),
    interpreter: undefined,
    libraries: imports === 0 ? [] : listImportedLibraries(read, sections, imports),
    data: data && readRegion(read, data),
    sections: () => sections
  }
}

function readSection(read: Reader, at: number): Mapped {
  return {
    name: read.text(at, 8),
    virtualSize: read.u32(at + 8),
    address: read.u32(at + 12),
    size: read.u32(at + 16),
    offset: read.u32(at + 20)
  }
}

function readRegion(read: Reader, { address, virtualSize, offset, size }: Mapped): Region {
  return { address, bytes: read.bytes(offset, Math.min(size, virtualSize)) }
}

/** The import directory: 20 bytes a library, ended by one without a name. */
function listImportedLibraries(read: Reader, sections: readonly Mapped[], address: number): readonly string[] {
  const place = (wanted: number): number => {
    const home = sections.find((section) => section.address <= wanted && wanted < section.address + section.size)
    if (home === undefined)
      throw makeMalformedFailure('PE', `its imports lie at 0x${wanted.toString(16)}, outside of every section`)
    return home.offset + (wanted - home.address)
  }
  const libraries: string[] = []
  for (let at = place(address); ; at += 20) {
    const name = read.u32(at + 12)
    if (name === 0) return libraries
    if (libraries.length === MOST_LIBRARIES)
      throw makeMalformedFailure('PE', `it imports more than ${MOST_LIBRARIES} libraries`)
    libraries.push(read.text(place(name)))
  }
}
