import { Failure } from '../base/errors.ts'
import { cutImportSection } from '../go/import-section.ts'
import type { Exec } from '../model/ports/processes.ts'
import { readTexts } from './blobs.ts'
import { SUBMODULE } from './git.ts'

/** Files whose every byte may count: module files, and sources with constraints of their own (go/build/build.go). */
const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/

/** With more changes than this the go command is asked, which reads them once. */
const MOST = 1000

/**
 * Whether `go list` says the same of two commits: files have the same names, Go files say the same before their first
 * declaration, and module files, vendored packages and assembler are the same. Only what differs is read. What cannot be
 * told, such as a commit that is not here, is not the same.
 */
export async function isSameToGo(
  { run, env }: { readonly run: Exec; readonly env: Readonly<Record<string, string>> },
  root: string,
  before: string,
  after: string
): Promise<boolean> {
  if (before === after) return true
  const diff = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--full-index', before, after]
  const said = await run(['git', '-C', root, ...diff], { env }).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'command') return undefined
    throw error
  })
  if (said === undefined) return false
  const parts = said.stdout.split('\0').filter(Boolean)
  const changed: (readonly [old: string, now: string])[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [mode, other, old = '', now = '', how] = (parts[i] ?? '').slice(1).split(' ')
    const path = parts[i + 1] ?? ''
    if (how !== 'M' || mode !== other || mode === SUBMODULE || WHOLE.test(path)) return false
    if (path.endsWith('.go')) changed.push([old, now])
  }
  if (changed.length > MOST) return false
  const texts = await readTexts({ run, env }, ['-C', root], changed.flat())
  return changed.every((pair) => {
    const [one, two] = pair.map((object) => texts.get(object))
    return one !== undefined && two !== undefined && cutImportSection(one) === cutImportSection(two)
  })
}
