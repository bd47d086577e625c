import type { Exec } from '../model/ports/processes.ts'
import type { SourceFile } from '../model/release-extras.ts'
import { explainGitRefusal, SUBMODULE, type Tracked } from './git.ts'

/** What of a commit goes into a source archive. */
export interface Exported {
  readonly files: readonly SourceFile[]
  /** How many files .gitattributes leaves out. */
  readonly ignored: number
  /** Submodules, which are other repositories. */
  readonly submodules: readonly string[]
}

/**
 * The files of a commit but for those that its .gitattributes marks export-ignore, themselves or a folder above them, as
 * git archive leaves them out. Attributes of the machine do not count.
 */
export async function listExported(
  { run, env }: { readonly run: Exec; readonly env: Readonly<Record<string, string>> },
  root: string,
  committed: readonly Tracked[]
): Promise<Exported> {
  const folders = [...new Set(committed.flatMap(({ path }) => listFoldersAbove(path)))]
  const asked = [...committed.map(({ path }) => path), ...folders]
  const { stdout } = await run(
    ['git', '-C', root, '-c', 'core.attributesFile=', 'check-attr', '-z', '--stdin', 'export-ignore'],
    { env: { ...env, GIT_ATTR_NOSYSTEM: '1' }, input: asked.map((path) => `${path}\0`).join('') }
  ).catch(explainGitRefusal('what .gitattributes leaves out', root))
  const parts = stdout.split('\0')
  const ignored = new Set(asked.filter((_, i) => parts[3 * i + 2] === 'set'))
  if (asked.some((path, i) => parts[3 * i] !== path)) throw new Error('git check-attr did not answer what it was asked')
  const files = committed.filter(
    ({ path }) => !ignored.has(path) && !listFoldersAbove(path).some((folder) => ignored.has(folder))
  )
  const submodules = files.filter(({ mode }) => mode === SUBMODULE)
  return {
    files: files.filter(({ mode }) => mode !== SUBMODULE).map(({ path, mode, object }) => ({ path, mode, object })),
    ignored: committed.length - files.length,
    submodules: submodules.map(({ path }) => path)
  }
}

/** `a/` and `a/b/` of `a/b/c`. */
const listFoldersAbove = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, all) => `${all.slice(0, i + 1).join('/')}/`)

/** Notes on what a source archive does not hold. */
export const describeLeftOut = ({ ignored, submodules }: Exported): readonly string[] => [
  ...(ignored > 0 ? [`the source archive is without ${ignored} files that .gitattributes marks export-ignore`] : []),
  ...(submodules.length > 0 ? [`the source archive is without the submodules ${submodules.join(', ')}`] : [])
]
