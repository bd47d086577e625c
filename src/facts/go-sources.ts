import { join } from 'node:path'
import { hashBytes } from '../base/digest.ts'
import type { Tracked } from './git.ts'
import type { Files } from '../model/ports/files.ts'
import { cutImportSection } from '../go/import-section.ts'

/** Files whose every byte may count: module files, and sources with constraints of their own (go/build/build.go). */
const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/

/**
 * A digest of all that decides what `go list` says of a repository's packages: the names of its files, what Go files
 * say before their first declaration, and every byte of module files, vendored packages and assembler. A commit that
 * changes functions and documents keeps it.
 */
export async function digestSources(files: Files, root: string, tracked: readonly Tracked[]): Promise<string> {
  const lines = await Promise.all(
    tracked.map(async ({ path, mode, object }) => {
      if (WHOLE.test(path) || mode === SUBMODULE) return `${mode} ${object} ${path}`
      if (!path.endsWith('.go')) return `${mode} ${path}`
      const bytes = await files.read(join(root, path)).catch(() => undefined)
      if (bytes) return `${mode} ${hashBytes(cutImportSection(Buffer.from(bytes).toString('utf8')))} ${path}`
      // Too large to be read: then every byte counts.
      const whole = await files.digest(join(root, path)).catch(() => undefined)
      return `${mode} ${whole?.sha256 ?? '-'} ${path}`
    })
  )
  return hashBytes(lines.join('\0'))
}

/** The mode of a submodule in git's index. */
const SUBMODULE = '160000'
