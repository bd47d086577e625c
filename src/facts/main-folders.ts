import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { GoSources } from '../go/list.ts'
import type { Files } from '../model/ports/files.ts'
import { LINK, SUBMODULE, type Tracked } from './git.ts'
import { findPathBelow, type PackagesQuestion } from './go-dependencies.ts'

type Asked = Pick<GoSources, 'run' | 'signal'> & {
  readonly git: GoSources['env']
  readonly files: Pick<Files, 'read'>
  /** All that git holds. */
  readonly tracked: readonly Tracked[]
}

/** With more folders, go finds them faster itself. */
const MOST = 200

/**
 * Folders of a module that may hold a main package, as patterns of the go command: all in which a Go file has the word
 * `main`, which go then looks at. For `./...` go reads each file of a module, several times. Undefined where that is the
 * only way to know: with a submodule, a link to a Go file, or folders that go.mod ignores.
 */
export async function listMainFolders(
  { run, git: env, files, tracked: all, signal }: Asked,
  { root, folder }: Pick<PackagesQuestion, 'root' | 'folder'>
): Promise<readonly string[] | undefined> {
  const moduleDir = findPathBelow(root, folder)
  const goMod = Buffer.from((await files.read(join(folder, 'go.mod'))) ?? []).toString('utf8')
  if (moduleDir === undefined || /^\s*ignore\b/m.test(goMod)) return undefined
  const below = moduleDir === '' ? '' : `${moduleDir}/`
  const tracked = all.filter(({ path }) => path.startsWith(below))
  if (tracked.some(({ mode, path }) => mode === SUBMODULE || (mode === LINK && path.endsWith('.go')))) return undefined
  const others = new Set(
    tracked.flatMap(({ path }) => (path.endsWith('/go.mod') ? [path.slice(below.length, -'/go.mod'.length)] : []))
  )
  const words = [
    '-z',
    '-l',
    '-a',
    '-w',
    '-F',
    '--untracked',
    '--no-exclude-standard',
    '--no-recurse-submodules',
    '-e',
    'main'
  ]
  const argv = ['git', '-C', folder, '-c', `safe.directory=${root}`, '-c', 'grep.fallbackToNoIndex=false'] as const
  const found = await run([...argv, 'grep', ...words, '--', '*.go'], { env, signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    // Without a match it ends so, and go says in its own words that there is no program.
    if (error instanceof Failure && error.kind === 'command') return undefined
    throw error
  })
  const folders = new Set(
    (found?.stdout ?? '')
      .split('\0')
      .filter(Boolean)
      .map((path) => path.split('/').slice(0, -1).join('/'))
      .filter((path) => !PASSED_OVER.test(`${path}/`) && !isBelow(path, others))
  )
  // Such names mean something else to go.
  const isOdd = [...folders].some((path) => /\.\.\.|@/.test(path))
  if (folders.size === 0 || folders.size > MOST || isOdd) return undefined
  return [...folders].sort().map((path) => (path === '' ? '.' : `./${path}`))
}

/** Folders that `./...` passes over (`go help packages`). */
const PASSED_OVER = /(^|\/)([._][^/]*|testdata|vendor)\//

/** Whether a folder is one of these, or lies in one. */
const isBelow = (path: string, folders: ReadonlySet<string>): boolean => {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (folders.has(path.slice(0, end))) return true
  return false
}
