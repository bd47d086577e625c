import { PROFILE } from '../facts/go-packages.ts'
import type { Footprint } from '../facts/go-dependencies.ts'
import { SUBMODULE, type Tracked } from '../facts/git.ts'

/** What of a commit goes into a build, an archive or a suite; paths relative to the repository's root. */
export interface Wanted {
  readonly takes: Footprint
  readonly moduleDir: string
  readonly vendored: boolean
  /** Files, and folders that stand for all that is in them. */
  readonly named: readonly string[]
  /** Whether all Go files of the module are looked at, tests too: by go vet, and as an API. */
  readonly whole: boolean
}

/** What the go command reads of a package's folder where cgo is off (go/build/build.go), but for tests. */
const SOURCE = /\.(go|s|S|sx|h|hh|hpp|hxx|syso)$/
/** Files whose words decide what licences an SBOM names. */
const LEGAL = /^(licen[cs]e|copying|notice|unlicense|copyright)/i

/** The files of a commit that are taken; a submodule is one where something of it may be. */
export function chooseTaken(committed: readonly Tracked[], wanted: Wanted): readonly Tracked[] {
  const isTaken = makeChoice(wanted)
  return committed.filter(({ path, mode }) => isTaken(path, mode === SUBMODULE))
}

/** Says of a path, or of a whole submodule, whether something of it is taken. */
function makeChoice({ takes, moduleDir, vendored, named, whole }: Wanted): (path: string, all: boolean) => boolean {
  const folders = new Set(takes.folders)
  const modules = new Set(takes.modules)
  const names = new Set(named)
  const trees = [...named, ...(vendored ? [joinPath(moduleDir, 'vendor')] : [])].map((name) => `${name}/`)
  const module = moduleDir === '' ? '' : `${moduleDir}/`
  const embeds = groupEmbeds(takes)
  const isFile = (path: string): boolean => {
    const cut = path.lastIndexOf('/')
    const [folder, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)]
    if (folders.has(folder) && ((SOURCE.test(name) && !name.endsWith('_test.go')) || name === PROFILE)) return true
    if (modules.has(folder) && (name === 'go.mod' || name === 'go.sum' || LEGAL.test(name))) return true
    if (names.has(path) || trees.some((tree) => path.startsWith(tree))) return true
    if (whole && name.endsWith('.go') && path.startsWith(module) && !PASSED_OVER.test(path.slice(module.length)))
      return true
    if (embeds.size === 0) return false
    return listFoldersAbove(path).some((above) =>
      embeds.get(above)?.some((pattern) => pattern.test(path.slice(above === '' ? 0 : above.length + 1)))
    )
  }
  const places = [...takes.folders, ...takes.modules, ...named, ...takes.embeds.map(formatEmbedPlace)]
  return (path, all) => isFile(path) || (all && places.some((place) => place === path || place.startsWith(`${path}/`)))
}

/** Folders that `./...` passes over (`go help packages`). */
const PASSED_OVER = /(^|\/)([._][^/]*|testdata|vendor)\//

const joinPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** Up to the first sign that stands for others. */
const formatEmbedPlace = ({ folder, pattern }: Footprint['embeds'][number]): string =>
  joinPath(folder, pattern.replace(/\/?[^/]*[*?[\\].*$/s, ''))

/** Patterns by the folder of their package, for paths relative to it: what they match, and what lies below that. */
function groupEmbeds({ embeds }: Footprint): ReadonlyMap<string, readonly RegExp[]> {
  const groups = new Map<string, RegExp[]>()
  for (const { folder, pattern } of embeds) {
    const parts = pattern.split('/').map((part) =>
      // A class or an escape may stand for anything: what is compared for nothing does no harm.
      /[[\\]/.test(part)
        ? '[^/]*'
        : part
            .replace(/[.+^${}()|]/g, '\\$&')
            .replace(/\*/g, '[^/]*')
            .replace(/\?/g, '[^/]')
    )
    const whole = pattern === '.' ? '' : parts.join('/')
    groups.set(folder, [...(groups.get(folder) ?? []), new RegExp(whole === '' ? '^' : `^${whole}(/|$)`, 's')])
  }
  return groups
}

/** `a/b`, `a` and '' of `a/b/c`. */
function listFoldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return ['', ...parts.map((_, i) => parts.slice(0, i + 1).join('/'))]
}
