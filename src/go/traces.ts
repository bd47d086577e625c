import type { Tool } from '../model/nouns.ts'
import type { Trace } from './inspect/traces.ts'

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
export function tracesOf({ root, tracked, go: { keeps }, goRoot, temporary }: Folders): readonly Trace[] {
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
