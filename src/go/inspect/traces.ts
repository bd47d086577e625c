/** A string that only the build machine knows. */
export interface Trace {
  /** What it is, for the message: `the work tree`. */
  readonly what: string
  readonly text: string
}

/** As much of what stands around a trace as helps to see where it comes from. */
const AROUND = 80

/** Folders of fewer names (`/root`, `/tmp`, `C:\`) are passed over: programs name those for reasons of their own. */
const NAMES = 2

/** A sentence for each trace that is in the bytes as a folder, that is, followed by a slash or backslash. */
export function findTraces(bytes: Uint8Array, traces: readonly Trace[]): readonly string[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stems = new Map<string, boolean>()
  /** Most traces lie below one or two folders, and programs are large: a stem that is not there is looked for once. */
  const mayHold = (spelling: string): boolean => {
    const stem = spelling.match(STEM)?.[0] ?? spelling
    const known = stems.get(stem) ?? haystack.includes(stem)
    stems.set(stem, known)
    return known
  }
  return traces.flatMap(({ what, text }) => {
    const folder = text.replace(/[\\/]+$/, '')
    if (folder.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name)).length < NAMES) return []
    const spellings = [...new Set([folder, folder.replaceAll('\\', '/')])].filter(mayHold)
    const at = spellings.map((spelling) => findFolder(haystack, spelling)).find((place) => place >= 0)
    if (at === undefined) return []
    const seen = haystack.toString('latin1', at, at + folder.length + AROUND).replace(/[^ -~].*/s, '')
    return [`it holds ${what} of the build machine: ${JSON.stringify(seen)}`]
  })
}

/** The first two names of a folder, with what stands before them. */
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/

/** Where the folder's name is followed by a slash or backslash, or -1. */
function findFolder(haystack: Buffer, folder: string): number {
  for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
    const next = haystack[at + Buffer.byteLength(folder)]
    if (next === 0x2f || next === 0x5c) return at
  }
  return -1
}
