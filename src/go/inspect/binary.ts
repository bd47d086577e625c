import { isDeepStrictEqual } from 'node:util'
import { readBuildInfo, searchBuildInfo, type BuildInfo } from './build-info.ts'
import { readElf } from './elf.ts'
import type { BinaryImage, Section } from './image.ts'
import { readMachO } from './macho.ts'
import { isUniversal, joinBuildInfo, splitMachO } from './universal.ts'
import { readPe } from './pe.ts'
import { readWasm } from './wasm.ts'

/** What a built file is. Formats that we have no reader for (XCOFF, Plan 9) are `unchecked`. */
export type Inspection = {
  /** What the go command wrote into it; undefined when it is no Go program. */
  readonly build: BuildInfo | undefined
} & ({ readonly format: 'unchecked' } | Pick<BinaryImage, 'format' | 'arch' | 'interpreter' | 'libraries'>)

/**
 * Says what a binary is, by its own bytes. Throws a 'verification' Failure for a file of a known format that is cut off
 * or damaged. Reads in place: only the texts it returns are copied.
 */
export function inspectBinary(bytes: Uint8Array): Inspection {
  if (isUniversal(bytes)) return inspectUniversal(splitMachO(bytes))
  const image = readImage(bytes)
  if (image === undefined) return { format: 'unchecked', build: searchBuildInfo(bytes) }
  const { format, arch, interpreter, libraries } = image
  return { format, arch, interpreter, libraries, build: readBuildInfo(image) }
}

/** One file for both processors of macOS; nothing else of its kind is a target. */
function inspectUniversal(slices: readonly Uint8Array[]): Inspection {
  const images = slices.flatMap((slice) => {
    const image = readImage(slice)
    return image?.format === 'Mach-O' ? [image] : []
  })
  const arches = images.map(({ arch }) => arch).sort()
  if (slices.length !== images.length || !isDeepStrictEqual(arches, ['amd64', 'arm64']))
    return { format: 'unchecked', build: undefined }
  return {
    format: 'Mach-O',
    arch: 'all',
    interpreter: undefined,
    libraries: [...new Set(images.flatMap(({ libraries }) => libraries))],
    build: joinBuildInfo(images.map(readBuildInfo))
  }
}

/** The sections of a program that lie in its file, by their place there; none for headers that cannot be read. */
export function listSections(bytes: Uint8Array): readonly Section[] {
  try {
    return (readImage(bytes)?.sections?.() ?? [])
      .filter(({ size, offset }) => size > 0 && offset + size <= bytes.length)
      .sort((a, b) => a.offset - b.offset)
  } catch {
    // A damaged file has bytes, and no sections that could be believed.
    return []
  }
}

function readImage(bytes: Uint8Array): BinaryImage | undefined {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)
  if (begins(0x7f, 0x45, 0x4c, 0x46)) return readElf(bytes)
  if (begins(0xcf, 0xfa, 0xed, 0xfe)) return readMachO(bytes)
  if (begins(0x4d, 0x5a)) return readPe(bytes)
  if (begins(0x00, 0x61, 0x73, 0x6d)) return readWasm(bytes)
  return undefined
}
