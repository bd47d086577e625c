/** What a binary's own headers say, whatever made it. */
export interface BinaryImage {
  readonly format: 'ELF' | 'Mach-O' | 'PE' | 'Wasm'
  /** Go's name for the machine, or `machine 0x…` where Go has none. */
  readonly arch: string
  /** The program that must load it (ELF's PT_INTERP), if any. */
  readonly interpreter: string | undefined
  /** Libraries that the system's loader must find, in the file's order. */
  readonly libraries: readonly string[]
  /** Where the build info lies, if it is there. */
  readonly data: Region | undefined
  /** Go's version where it does not stand in the build info itself. */
  readonly goVersion?: string | undefined
  /** The sections that lie in the file; throws for headers that cannot be read. Absent where the format has none. */
  readonly sections?: () => readonly Section[]
}

/** A named part of a program's file. */
export interface Section {
  readonly name: string
  readonly offset: number
  readonly size: number
}

/** A piece of the file and the address it is loaded at. */
export interface Region {
  readonly address: number
  readonly bytes: Uint8Array
}

/** More libraries than any program needs: past it the table is garbage. */
export const MOST_LIBRARIES = 4096

/** Go's name for a machine number. */
export function findArchName(names: Readonly<Record<number, string>>, machine: number): string {
  return names[machine] ?? `machine 0x${machine.toString(16)}`
}
