import { reader, type Reader } from './reader.ts'

/** A named part of a program's file. */
export interface Section {
  readonly name: string
  readonly offset: number
  readonly size: number
}

/** The sections of a program that lie in its file, by their place there; none for headers that cannot be read. */
export function sectionsOf(bytes: Uint8Array): readonly Section[] {
  try {
    return read(bytes)
      .filter(({ size, offset }) => size > 0 && offset + size <= bytes.length)
      .sort((a, b) => a.offset - b.offset)
  } catch {
    // A damaged file has bytes, and no sections that could be believed.
    return []
  }
}

function read(bytes: Uint8Array): readonly Section[] {
  switch (Buffer.from(bytes.subarray(0, 4)).toString('hex')) {
    case '7f454c46':
      return elf(bytes)
    case 'cffaedfe':
      return machO(reader(bytes, true, 'Mach-O'))
    default:
      return bytes[0] === 0x4d && bytes[1] === 0x5a ? pe(reader(bytes, true, 'PE')) : []
  }
}

const SHT_NOBITS = 8

function elf(bytes: Uint8Array): readonly Section[] {
  const wide = bytes[4] === 2
  const read = reader(bytes, bytes[5] === 1, 'ELF')
  const word = wide ? read.u64 : read.u32
  const table = word(wide ? 40 : 32)
  const entry = read.u16(wide ? 58 : 46)
  const [count, names] = wide ? [read.u16(60), read.u16(62)] : [read.u16(48), read.u16(50)]
  const all = Array.from({ length: table === 0 ? 0 : count }, (_, i) => {
    const at = table + i * entry
    const empty = read.u32(at + 4) === SHT_NOBITS
    return {
      name: read.u32(at),
      offset: word(at + (wide ? 24 : 16)),
      size: empty ? 0 : word(at + (wide ? 32 : 20))
    }
  })
  const strings = all[names]?.offset ?? 0
  return all.map(({ name, ...place }) => ({ name: read.text(strings + name), ...place }))
}

function pe(read: Reader): readonly Section[] {
  const header = read.u32(60)
  const table = header + 24 + read.u16(header + 20)
  return Array.from({ length: read.u16(header + 6) }, (_, i) => {
    const at = table + i * 40
    return { name: read.text(at, 8), offset: read.u32(at + 20), size: read.u32(at + 16) }
  })
}

const LC_SEGMENT_64 = 0x19

function machO(read: Reader): readonly Section[] {
  const found: Section[] = []
  let at = 32
  for (let left = read.u32(16); left > 0; left--) {
    if (read.u32(at) === LC_SEGMENT_64)
      for (let i = 0; i < read.u32(at + 64); i++) {
        const section = at + 72 + i * 80
        found.push({
          name: read.text(section, 16),
          offset: read.u32(section + 48),
          size: read.u64(section + 40)
        })
      }
    at += Math.max(8, read.u32(at + 4))
  }
  return found
}
