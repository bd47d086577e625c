import { Failure } from '../base/errors.ts'
import { isText, listOf, shaped } from '../base/decode.ts'
import { listPackages, explainUnfetched, type GoSources, type Package } from '../go/list.ts'
import { formatTarget, makeTargetEnv } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'
import { isSmiSdk } from '../smi/versions.ts'

/** One main package of the module. */
export interface Main {
  /** `./cmd/tool` or `.` */
  readonly dir: string
  readonly importPath: string
}

export interface PackagesQuestion {
  readonly root: string
  /** Absolute folder of the module. */
  readonly folder: string
  readonly vendored: boolean
  readonly targets: readonly Target[]
  /** As given by `--main`; empty for all. */
  readonly wanted: readonly string[]
  /** Whether steps made files that only the go command sees. */
  readonly prepared?: boolean
  /** What decides which files programs are made of; those of main packages that are not named have none of it. */
  readonly settings: readonly ProgramChoosing[]
}

/** How a program is made of a main package, for some targets. */
export interface ProgramChoosing extends Choosing {
  readonly main: string
  /** As `formatTarget` writes them. */
  readonly targets: readonly string[]
}

/** Settings of a build by which the go command chooses files: build tags, and variables that stand for some. */
export interface Choosing {
  readonly tags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Where in the repository builds take their files from: paths relative to its root, '' for the root itself. */
export interface Footprint {
  /** Folders of packages. */
  readonly folders: readonly string[]
  /** Patterns of go:embed, relative to the folder of their package. */
  readonly embeds: readonly EmbedPattern[]
  /** Folders of modules. */
  readonly modules: readonly string[]
}

interface EmbedPattern {
  readonly folder: string
  readonly pattern: string
}

export const isFootprint = shaped<Footprint>({
  folders: listOf(isText),
  embeds: listOf(shaped<EmbedPattern>({ folder: isText, pattern: isText })),
  modules: listOf(isText)
})

/** What programs are made of on one target. */
interface Dependencies {
  readonly imports: readonly string[]
  /** Files of the repository, from its root. */
  readonly files: readonly string[]
  readonly takes: Footprint
  /** Object files, from the root, or absolute in a module elsewhere. */
  readonly objects: readonly string[]
  /** Without those of the standard library. */
  readonly packages: readonly Package[]
}

export async function findDependencies(
  sources: GoSources,
  { root, folder, vendored }: PackagesQuestion,
  mains: readonly Main[],
  choosing: Choosing,
  target: Target
): Promise<Dependencies> {
  const fields = `-json=ImportPath,Dir,Standard,Module,Imports,${FILES},IgnoredGoFiles,EmbedPatterns,Error`
  const args = ['-deps', ...formatListFlags(vendored, choosing.tags), fields, ...mains.map(({ dir }) => dir)]
  const env = { ...choosing.env, ...makeTargetEnv(target), CGO_ENABLED: '0' }
  const list = await listPackages(sources, folder, args, env)
  const broken = list.find((item) => item.Error)
  if (broken) throw await explainPackageError(sources, folder, { args, env, target }, broken)
  const outside = list.find(
    ({ Module }) =>
      Module?.Replace && !Module.Replace.Version && findPathBelow(root, Module.Replace.Dir ?? '') === undefined
  )
  if (outside)
    throw new Failure(
      'input',
      `go.mod replaces the module of ${outside.ImportPath} by ${outside.Module?.Replace?.Dir}, outside the repository`,
      {
        hint: 'A release holds only what its commit or a module version names: drop that replace line.'
      }
    )
  const foreign = list.filter(({ Standard }) => !Standard)
  const own = foreign.flatMap((item) => {
    const dir = findPathBelow(root, item.Dir ?? '')
    return dir === undefined ? [] : [{ ...item, dir }]
  })
  return {
    objects: foreign.flatMap(({ Dir = '', SysoFiles = [] }) => {
      const dir = findPathBelow(root, Dir) ?? Dir
      return SysoFiles.map((file) => (dir === '' ? file : `${dir}/${file}`))
    }),
    packages: foreign,
    imports: foreign.filter(({ ImportPath }) => !isSmiSdk(ImportPath)).flatMap(({ Imports = [] }) => Imports),
    files: own.flatMap((item) =>
      listPackageFiles(item).map((file) => (item.dir === '' ? file : `${item.dir}/${file}`))
    ),
    takes: {
      folders: own.map(({ dir }) => dir),
      embeds: own.flatMap(({ dir, EmbedPatterns = [] }) =>
        EmbedPatterns.map((pattern) => ({ folder: dir, pattern: pattern.replace(/^all:/, '') }))
      ),
      modules: [folder, ...own.map(({ Module }) => Module?.Replace?.Dir ?? '')].flatMap(
        (dir) => (dir === '' ? undefined : findPathBelow(root, dir)) ?? []
      )
    }
  }
}

const FILES = 'GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles'

const listPackageFiles = ({ GoFiles = [], SFiles = [], HFiles = [], SysoFiles = [], EmbedFiles = [] }: Package) =>
  [GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles].flat()

/** All of them in one, each thing once. */
export const joinFootprints = (all: readonly Footprint[]): Footprint => ({
  folders: dropDoubles(all.flatMap(({ folders }) => folders)),
  embeds: [
    ...new Map(
      all.flatMap(({ embeds }) => embeds).map((embed) => [`${embed.folder}\0${embed.pattern}`, embed] as const)
    )
  ]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, embed]) => embed),
  modules: dropDoubles(all.flatMap(({ modules }) => modules))
})

const dropDoubles = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()

/** How the go command was asked about a target. */
interface ListCall {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly target: Target
}

/** Names cgo as the reason where the same package builds with it, as `go vet` would only say "build constraints exclude all". */
async function explainPackageError(
  sources: GoSources,
  folder: string,
  { args, env, target }: ListCall,
  { ImportPath, Error }: Package
): Promise<Failure> {
  const text = Error?.Err.trim() ?? ''
  const chain = (Error?.ImportStack ?? []).slice(0, -1)
  const by = chain.length ? ` (imported by ${chain.join(' → ')})` : ''
  if (isExcluded(text)) {
    const withCgo = await listPackages(sources, folder, args, { ...env, CGO_ENABLED: '1' })
    if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
      return new Failure('input', `${formatTarget(target)} needs cgo: ${ImportPath} has no Go files without it`, {
        hint: `Slipway builds with CGO_ENABLED=0; take ${formatTarget(target)} out, or replace that package${by}.`
      })
    return new Failure('input', `${ImportPath} has no Go files for ${formatTarget(target)}`, {
      hint: `Take ${formatTarget(target)} out, or name the programs that it has with --main${by}.`
    })
  }
  const missing = /missing go\.sum entry|cannot find module providing|is not in std/.test(text)
  return (
    explainUnfetched(text, ImportPath) ??
    new Failure('input', `${ImportPath} cannot be built for ${formatTarget(target)}: ${text.split('; to add:')[0]}`, {
      hint: [
        ...(Error?.Pos ? [`See ${Error.Pos}.`] : []),
        ...(missing ? ['Run `go mod tidy` and commit go.mod and go.sum.'] : []),
        ...(/^pattern .*no matching files found/.test(text)
          ? [
              'A release takes what git holds, and what declared steps make: commit what go:embed names, or declare the step that makes it (prepare in slipway.yaml, docs/source.md).'
            ]
          : [])
      ].join(' ')
    })
  )
}

export const formatListFlags = (vendored: boolean, tags: readonly string[]): readonly string[] => [
  vendored ? '-mod=vendor' : '-mod=readonly',
  ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
]

export const isExcluded = (text: string): boolean => /build constraints exclude all Go files/.test(text)

/** A folder relative to another that it is or lies in, with `/`, '' for the same one; else undefined. Git and Go differ in slashes on Windows. */
export function findPathBelow(folder: string, path: string): string | undefined {
  const [outer, inner] = [folder, path].map((text) => text.replaceAll('\\', '/').replace(/\/$/, '')) as [string, string]
  if (inner === outer) return ''
  return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined
}
