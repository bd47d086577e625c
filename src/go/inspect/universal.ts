import type { BuildInfo, Module } from './build-info.ts'
import { makeMalformedFailure, makeReader } from './reader.ts'

/** FAT_MAGIC (mach-o/fat.h); all numbers of the header have their high byte first. */
const MAGIC = 0xcafebabe
const ENTRY = 20
/** Pages of arm64 have 2^14 bytes, and a slice has to begin with one. */
const ALIGN = 14
/** A file with more slices is none of Go's. */
const MOST = 8

/** Joins programs for several processors of macOS into one file, in their order, as `lipo -create` does. */
export function joinMachO(slices: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(8 + slices.length * ENTRY)
  header.writeUInt32BE(MAGIC, 0)
  header.writeUInt32BE(slices.length, 4)
  const parts: Uint8Array[] = [header]
  let length = header.length
  for (const [i, slice] of slices.entries()) {
    const offset = Math.ceil(length / 2 ** ALIGN) * 2 ** ALIGN
    const read = makeReader(slice, true, 'Mach-O')
    const fields = [read.u32(4), read.u32(8), offset, slice.length, ALIGN]
    fields.forEach((field, at) => header.writeUInt32BE(field, 8 + i * ENTRY + at * 4))
    parts.push(new Uint8Array(offset - length), slice)
    length = offset + slice.length
  }
  return Buffer.concat(parts)
}

/** Classes of Java begin with the same number, and go on with a version that is no such count. */
export function isUniversal(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false
  const { u32 } = makeReader(bytes, false, 'Mach-O')
  return u32(0) === MAGIC && u32(4) > 0 && u32(4) <= MOST
}

/** The programs in a file that `isUniversal`, in place. Throws a 'verification' Failure for one that is damaged. */
export function splitMachO(bytes: Uint8Array): readonly Uint8Array[] {
  const read = makeReader(bytes, false, 'Mach-O')
  return Array.from({ length: read.u32(4) }, (_, i) => {
    const entry = 8 + i * ENTRY
    return read.bytes(read.u32(entry + 8), read.u32(entry + 12))
  })
}

/** What may differ between the programs of one such file. */
const OWN = /^GO(ARCH|AMD64|ARM64)$/

/** What the go command wrote into all of them. Throws a 'verification' Failure where they are different programs. */
export function joinBuildInfo(all: readonly (BuildInfo | undefined)[]): BuildInfo | undefined {
  const [first] = all
  if (all.every((info) => info === undefined)) return undefined
  const described = new Set(all.map((info) => info && describe(info)))
  if (!first || described.size > 1)
    throw makeMalformedFailure('Mach-O', 'its programs for several processors are of different builds')
  const modules = new Map<string, Module>()
  for (const info of all)
    for (const module of info?.deps ?? []) {
      const other = modules.get(module.path)
      if (other && JSON.stringify(other) !== JSON.stringify(module))
        throw makeMalformedFailure('Mach-O', `its programs hold ${module.path} in different versions`)
      modules.set(module.path, module)
    }
  return {
    ...first,
    deps: [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    settings: new Map([...[...first.settings].filter(([name]) => !OWN.test(name)), ['GOARCH', 'all']])
  }
}

const describe = ({ goVersion, path, main, settings }: BuildInfo): string =>
  JSON.stringify([goVersion, path, main ?? null, [...settings].filter(([name]) => !OWN.test(name)).sort()])
