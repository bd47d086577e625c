import { join } from 'node:path'
import pLimit from 'p-limit'
import { Failure } from '../base/errors.ts'
import type { SourceFile, Sources } from '../crds/files.ts'
import type { Files } from '../model/ports/files.ts'
import type { Query } from '../model/ports/processes.ts'
import type { SuiteSettings } from '../suites/suites.ts'
import { resolveInside } from './work-tree.ts'

/** What tells which files suites read. */
type ProofFiles = Pick<SuiteSettings, 'crds' | 'smi'>

/** Files that are open at once, of how many a process may have. */
const AT_ONCE = 32

/** Folders whose CRDs are somebody else's, or no release of anybody's. */
const NOT_OURS = /(^|\/)(vendor|node_modules|third_party|testdata|tests?|e2e|examples?|hack|__tests__)\//

/** Where some operators keep what people install. */
const EXAMPLES = /(^|\/)examples?\//g

/**
 * Where operators keep their CRDs: a folder `crd` or `crds` (config/crd/bases, charts/NAME/crds, manifests/crds), or a
 * file named like one.
 */
export const isCrdPath = (path: string): boolean =>
  /\.(ya?ml|json)$/.test(path) &&
  !NOT_OURS.test(path) &&
  (/(^|\/)([\w.-]*[-_.])?crds?\//.test(path) ||
    /(^|\/)([\w.-]*[-_.])?(crds?|customresourcedefinitions?)\.(ya?ml|json)$/.test(path))

/**
 * Which of the tracked files (relative to the module) hold CRDs: those that slipway.yaml names, else by their place. What
 * lies in a folder of examples counts where there are no others.
 */
export const chooseCrdPaths = ({ crds }: Pick<ProofFiles, 'crds'>, tracked: readonly string[]): readonly string[] => {
  if (crds.files !== undefined) return expandNamed('crds.files', crds.files, tracked)
  const own = tracked.filter(isCrdPath)
  return own.length > 0 ? own : tracked.filter((path) => isCrdPath(path.replace(EXAMPLES, '$1')))
}

/** Where manifests are looked for: the files that slipway.yaml names, else all YAML files that are the module's own. */
const chooseManifestPaths = ({ smi }: Pick<ProofFiles, 'smi'>, tracked: readonly string[]): readonly string[] =>
  smi.manifests === undefined
    ? tracked.filter((path) => /\.ya?ml$/.test(path) && !NOT_OURS.test(path))
    : expandNamed('smi.manifests', smi.manifests, tracked)

/** The files that slipway.yaml names; a folder stands for the YAML files below it. An 'input' Failure for none. */
export const expandNamed = (key: string, paths: readonly string[], tracked: readonly string[]): readonly string[] =>
  paths.flatMap((path) => {
    const below = tracked.filter((file) => file === path || (isFileBelow(file, path) && /\.(ya?ml|json)$/.test(file)))
    if (below.length === 0)
      throw new Failure('input', `slipway.yaml: ${key} names ${path}, which git does not hold`, {
        hint: 'Paths are relative to the module, files or folders; commit the file.'
      })
    return below
  })

/**
 * Reads what suites need of the work tree below `root`; `tracked` is relative to the module's `folder`. Manifests are read
 * where the program speaks SMI or slipway.yaml names them.
 */
export async function readSources(
  files: Files,
  { root, folder }: { readonly root: string; readonly folder: string },
  tracked: readonly string[],
  settings: ProofFiles,
  speaksSmi: boolean
): Promise<Sources> {
  const text = async (path: string): Promise<SourceFile> => {
    await resolveInside(files, root, join(folder, path), path)
    return { path, text: Buffer.from((await files.read(join(folder, path))) ?? []).toString('utf8') }
  }
  const limit = pLimit(AT_ONCE)
  const all = (paths: readonly string[], how: (path: string) => Promise<SourceFile>): Promise<readonly SourceFile[]> =>
    Promise.all(paths.map((path) => limit(() => how(path))))
  /** Nobody named these: what is too large to be read, or leads out of the commit, is no manifest of ours. */
  const found = async (path: string): Promise<SourceFile> =>
    text(path).catch((error: unknown) => {
      if (error instanceof Failure && error.kind === 'input') return { path, text: '' }
      throw error
    })
  return {
    crds: await all(chooseCrdPaths(settings, tracked), text),
    samples: await all(expandNamed('crds.samples', settings.crds.samples, tracked), text),
    manifests:
      speaksSmi || settings.smi.manifests !== undefined
        ? (await all(chooseManifestPaths(settings, tracked), settings.smi.manifests ? text : found)).filter(
            ({ text }) => text.includes('smi-spec.io')
          )
        : []
  }
}

/** The CRDs of another commit, by the same settings; a file or folder that it does not have holds none. */
export async function readCrdsAt(
  { run, env }: { readonly run: Query; readonly env: Readonly<Record<string, string>> },
  { root, moduleDir, commit }: { readonly root: string; readonly moduleDir: string; readonly commit: string },
  { crds }: Pick<ProofFiles, 'crds'>
): Promise<readonly SourceFile[]> {
  const git = async (...args: readonly string[]) => (await run(['git', '-C', root, ...args], { env })).stdout
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  const all = (await git('ls-tree', '-r', '-z', '--full-tree', '--name-only', commit)).split('\0')
  const own = all.filter((path) => path !== '' && path.startsWith(prefix)).map((path) => path.slice(prefix.length))
  const wanted = (crds.files ?? []).filter((path) => own.some((file) => isFileBelow(file, path)))
  const paths = crds.files === undefined ? chooseCrdPaths({ crds }, own) : expandNamed('crds.files', wanted, own)
  return await Promise.all(
    paths.map(async (path) => ({ path, text: await git('cat-file', 'blob', `${commit}:${prefix}${path}`) }))
  )
}

const isFileBelow = (file: string, path: string): boolean =>
  file === path || file.startsWith(`${path.replace(/\/$/, '')}/`)
