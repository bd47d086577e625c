import type { Target } from '../../model/nouns.ts'

/** What an object file (`.syso`) is, as far as the linker of Go looks (cmd/link/internal/ld, ldobj). */
interface SeenObject {
  /** Why a target of that processor cannot link it; undefined where it can. */
  readonly problem: string | undefined
  /** The processor that it says it is for, where it is not that of the target. */
  readonly other?: string | undefined
}

/** Looks at an object file that a package of a program brings, for one target. Without cgo the linker is Go's own alone. */
export function inspectObject(bytes: Uint8Array, { os, arch }: Pick<Target, 'os' | 'arch'>): SeenObject {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.byteLength === 0) return { problem: undefined }
  if (data.byteLength < 20) return { problem: 'it is no object file' }
  const magic = data.getUint32(0)
  if (magic === 0x7f454c46) return inspectElf(data, arch)
  if (MACH_O.includes(magic)) return inspectMachO(data, arch)
  const machine = COFF_MACHINES[data.getUint16(0, true)]
  if (machine !== undefined) {
    const problem = findCoffProblem(data, arch)
    return { problem, ...(machine !== arch && os === 'windows' && { other: machine }) }
  }
  // "go object", which go tool compile writes, is for one version of Go.
  if (magic === 0x676f206f) return { problem: undefined }
  return { problem: 'it is no object file that the linker of Go reads' }
}

const MACH_O: readonly number[] = [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe]
const COFF_MACHINES: Readonly<Record<number, string>> = { 0x14c: '386', 0x8664: 'amd64', 0x1c4: 'arm', 0xaa64: 'arm64' }

/** e_machine, by Go's names (cmd/link/internal/loadelf). */
const ELF_MACHINES: Readonly<Record<string, number>> = {
  ...{ amd64: 62, 386: 3, arm: 40, arm64: 183, riscv64: 243, loong64: 258, s390x: 22 },
  ...{ ppc64: 21, ppc64le: 21, mips: 8, mipsle: 8, mips64: 8, mips64le: 8 }
}

function inspectElf(data: DataView, arch: string): SeenObject {
  const little = data.getUint8(5) === 1
  const machine = data.getUint16(18, little)
  const wanted = ELF_MACHINES[arch]
  if (wanted === undefined) return { problem: `it is an ELF object, which no program for ${arch} can hold` }
  const other = Object.entries(ELF_MACHINES).find(([, value]) => value === machine)?.[0] ?? `machine ${machine}`
  return { problem: machine === wanted ? undefined : `it is an ELF object for ${other}` }
}

const MACH_O_PROCESSORS: Readonly<Record<string, number>> = { amd64: 0x01000007, arm64: 0x0100000c }

function inspectMachO(data: DataView, arch: string): SeenObject {
  const little = data.getUint8(0) !== 0xfe
  const fits = data.getUint32(4, little) === MACH_O_PROCESSORS[arch]
  return { problem: fits ? undefined : 'it is a Mach-O object for another processor' }
}

const [CODE, DATA, EMPTY, DISCARDED] = [0x20, 0x40, 0x80, 0x02000000]
const [EXECUTED, READ, WRITTEN] = [0x20000000, 0x40000000, 0x80000000]
/** Read-only data, zeroed data, data, code: no section may be another kind. */
const KINDS = [DATA + READ, EMPTY + READ + WRITTEN, DATA + READ + WRITTEN, CODE + EXECUTED + READ]

/** The kinds of relocations that are known for a processor (cmd/link/internal/loadpe). */
const RELOCATIONS: Readonly<Record<string, readonly number[]>> = {
  386: [0x14, 6, 7],
  amd64: [1, 2, 3, 4],
  arm64: [1, 2, 3, 4, 6, 7, 0xe]
}

/** A section with relocations that the linker does not know for the processor: those of another one mostly. */
function findCoffProblem(data: DataView, arch: string): string | undefined {
  const cut = 'it is a COFF object that ends early'
  const [sections, first] = [data.getUint16(2, true), 20 + data.getUint16(16, true)]
  const known = RELOCATIONS[arch]
  for (let i = 0; i < sections; i++) {
    const at = first + i * 40
    if (at + 40 > data.byteLength) return cut
    const kind = data.getUint32(at + 36, true)
    if ((kind & DISCARDED) !== 0 || (kind & (CODE | DATA | EMPTY)) === 0) continue
    const bits = (kind & (CODE | DATA | EMPTY | EXECUTED | READ | WRITTEN)) >>> 0
    if (!KINDS.includes(bits)) return 'it is a COFF object with a section of a kind that the linker of Go refuses'
    const [relocations, many] = [data.getUint32(at + 24, true), data.getUint16(at + 32, true)]
    if (many > 0 && !known) return `it is a COFF object, which no program for ${arch} can hold`
    for (let j = 0; j < many; j++) {
      if (relocations + j * 10 + 10 > data.byteLength) return cut
      const type = data.getUint16(relocations + j * 10 + 8, true)
      if (!known?.includes(type))
        return `it is a COFF object for ${COFF_MACHINES[data.getUint16(0, true)]}, of which the linker of Go does not know relocation ${type} for ${arch}`
    }
  }
  return undefined
}
