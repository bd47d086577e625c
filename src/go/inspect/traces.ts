import type { Tool } from '../../model/nouns.ts'

/** A string that only the build machine knows. */
export interface Trace {
  /** What it is, for the message: `the work tree`. */
  readonly what: string
  readonly text: string
  /**
   * Whether what begins behind the folder's slash can only be a file of that folder: of a folder with a single name
   * (`/src`, `C:\\work`), which programs name for reasons of their own, this alone is a trace. Slashes are `/`.
   */
  readonly isInside?: (rest: string) => boolean
}

/** As much of what stands around a trace as helps to see where it comes from. */
const AROUND = 80

/** Folders of fewer names need more than the folder to be a trace. */
const NAMES = 2

/**
 * A sentence for each trace that is in the bytes as a folder, that is, followed by a slash or backslash. A root folder
 * (`/`) leaves none that could be told from other text.
 */
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
  return traces.flatMap(({ what, text, isInside }) => {
    const folder = text.replace(/[\\/]+$/, '')
    const names = folder.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name)).length
    const sure = names >= NAMES
    if (names === 0 || (!sure && !isInside)) return []
    const spellings = [...new Set([folder, folder.replaceAll('\\', '/')])].filter(
      (spelling) => !sure || mayHold(spelling)
    )
    const at = spellings
      .map((spelling) => findFolder(haystack, spelling, sure ? undefined : isInside))
      .find((place) => place >= 0)
    if (at === undefined) return []
    const seen = haystack.toString('latin1', at, at + folder.length + AROUND).replace(/[^ -~].*/s, '')
    return [`it holds ${what} of the build machine: ${JSON.stringify(seen)}`]
  })
}

/** The first two names of a folder, with what stands before them. */
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/

/** Where the folder's name is followed by a slash or backslash, and by what is inside of it, or -1. */
function findFolder(haystack: Buffer, folder: string, isInside?: Trace['isInside']): number {
  const length = Buffer.byteLength(folder)
  for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
    const next = haystack[at + length]
    if (next !== 0x2f && next !== 0x5c) continue
    if (!isInside || (canBeginPath(haystack, at) && isInside(readPathAt(haystack, at + length + 1)))) return at
  }
  return -1
}

/** Whether a path can begin here: `/src` in `github.com/a/src` is not that folder. */
const canBeginPath = (haystack: Buffer, at: number): boolean =>
  at === 0 || !/[\w.~@+-]/.test(String.fromCharCode(haystack[at - 1] ?? 0))

const LONGEST = 1024

function readPathAt(haystack: Buffer, at: number): string {
  const text = haystack.toString('utf8', at, at + LONGEST)
  return text.slice(0, Math.max(0, text.search(/[\0-\x1f]|$/))).replaceAll('\\', '/')
}

interface Folders {
  /** Absolute folder of the git work tree, and the files that git holds there, relative to it. */
  readonly root: string
  readonly tracked: readonly string[]
  readonly go: Tool
  /** Absolute folder of the Go toolchain. */
  readonly goRoot: string
  readonly temporary: string
}

/** Folders of this machine that no program may hold, with how the files look that a compiler would name there. */
export function listTraces({ root, tracked, go: { keeps }, goRoot, temporary }: Folders): readonly Trace[] {
  const sources = new Set(tracked.filter((path) => SOURCE.test(path)))
  const isSource = (rest: string): boolean =>
    [...rest.matchAll(/\.(go|s)/g)].some(({ 0: ending, index }) => sources.has(rest.slice(0, index + ending.length)))
  return [
    { what: 'the work tree', text: root, isInside: isSource },
    { what: 'the Go toolchain', text: goRoot, isInside: (rest) => rest.startsWith('src/runtime/') },
    ...(keeps
      ? [
          {
            what: 'the build cache',
            text: keeps.builds,
            isInside: (rest: string) => /^[0-9a-f]{2}\/[0-9a-f]{64}-[ad]/.test(rest)
          },
          { what: 'the module cache', text: keeps.modules, isInside: (rest: string) => /^[^\s]+@v\d/.test(rest) }
        ]
      : []),
    { what: 'the temporary folder', text: temporary, isInside: (rest) => /^go-build\d/.test(rest) }
  ]
}

const SOURCE = /\.(go|s)$/
