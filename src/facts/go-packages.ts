import { join } from 'node:path'
import { isText, listOf, shaped } from '../base/decode.ts'
import { Failure } from '../base/errors.ts'
import { listPackages, type GoSources, type Package } from '../go/list.ts'
import { readTargetList } from '../go/platforms.ts'
import { findUnbuildable } from '../go/target-list.ts'
import { formatTarget, makeTargetEnv } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'
import type { Files } from '../model/ports/files.ts'
import { SUBMODULE, type Tracked } from './git.ts'
import { listMainFolders } from './main-folders.ts'
import type { ObjectFiles } from './object-files.ts'
import { findWithoutCgo } from './cgo.ts'
import {
  findDependencies,
  findPathBelow,
  formatListFlags,
  isExcluded,
  isFootprint,
  joinFootprints,
  type Choosing,
  type Footprint,
  type Main,
  type PackagesQuestion
} from './go-dependencies.ts'

/** What the go command says of the source, before anything is compiled. */
export interface Analysis {
  readonly mains: readonly Main[]
  /** Main packages of the module that nobody asked for by name, and that are not built. */
  readonly leftOut: readonly string[]
  /** What the program and its modules import directly on any target, sorted; what the SMI SDK imports is left out. */
  readonly imports: readonly string[]
  /** Source and embedded files of the repository that git does not hold, relative to its root. */
  readonly untracked: readonly string[]
  readonly takes: Footprint
  /** Import paths of packages that are built without their files that need cgo. */
  readonly withoutCgo: readonly string[]
  /** Of each target that has any. */
  readonly objects: readonly ObjectFiles[]
}

/** The go command, and git and files where it is asked about. */
interface PackageSources extends GoSources {
  /** The environment in which git is asked about the clone. */
  readonly git: Readonly<Record<string, string>>
  readonly files: Pick<Files, 'read' | 'stamp'>
  /** All that git holds. */
  readonly tracked: readonly Tracked[]
}

/** Whether a value that was read back is an analysis. */
export const isAnalysis = shaped<Analysis>({
  mains: listOf(shaped<Main>({ dir: isText, importPath: isText })),
  ...{ leftOut: listOf(isText), imports: listOf(isText), untracked: listOf(isText), takes: isFootprint },
  withoutCgo: listOf(isText),
  objects: listOf(shaped<ObjectFiles>({ target: isText, paths: listOf(isText) }))
})

/** The name of a profile for the compiler (`go help build`, -pgo). */
export const PROFILE = 'default.pgo'

const PLAIN: Choosing = { tags: [], env: {} }

/** Every way in which programs are made of a main package, for one target or for any. */
function listChoosings({ settings }: PackagesQuestion, dir: string, target?: Target): readonly Choosing[] {
  const own = settings.filter(({ main }) => main === dir)
  if (own.length === 0 || (target === undefined && own.every(({ targets }) => targets.length === 0))) return [PLAIN]
  return own
    .filter(({ targets }) => target === undefined || targets.includes(formatTarget(target)))
    .map(({ tags, env }) => ({ tags, env }))
}

const isSameChoosing = (one: Choosing, other: Choosing): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Each of them once. */
const dropRepeated = (all: readonly Choosing[]): readonly Choosing[] =>
  all.filter((one, i) => all.findIndex((other) => isSameChoosing(one, other)) === i)

/**
 * Every refusal that needs no compiler: unknown targets, no main package, cgo, missing modules, code outside the repository.
 * `git` is the environment in which git is asked about the clone.
 */
export async function analysePackages(sources: PackageSources, question: PackagesQuestion): Promise<Analysis> {
  const { folder, targets } = question
  const problems = findUnbuildable(targets, await readTargetList(sources, folder))
  if (problems.length)
    throw new Failure('input', problems.join('\n'), {
      hint: 'Take those targets out; `go tool dist list` has all there are.'
    })
  const { mains, leftOut } = chooseUsualMains(await findMains(sources, question), question.wanted)
  // A file that one program's tags leave out may be in another.
  const isMade = ({ dir }: Main, choosing: Choosing, target: Target): boolean =>
    listChoosings(question, dir, target).some((each) => isSameChoosing(each, choosing))
  const groups = dropRepeated(mains.flatMap(({ dir }) => listChoosings(question, dir)))
  const calls = targets.flatMap((target) =>
    groups.flatMap((choosing) => {
      const own = mains.filter((main) => isMade(main, choosing, target))
      return own.length ? [{ target, choosing, own }] : []
    })
  )
  const lists = await Promise.all(
    calls.map(({ target, choosing, own }) => findDependencies(sources, question, own, choosing, target))
  )
  // What cgo decides, it decides for a system.
  const isFirst = ({ target, choosing }: (typeof calls)[number], i: number): boolean =>
    i === calls.findIndex((call) => call.target.os === target.os && isSameChoosing(call.choosing, choosing))
  const withoutCgo = await Promise.all(
    calls.map(async (call, i) =>
      isFirst(call, i)
        ? await findWithoutCgo(sources, { ...question, ...call, packages: lists[i]?.packages ?? [] })
        : []
    )
  )
  const profiles = await findProfiles(sources.files, question, mains)
  const tracked = await listFilesWithSubmodules(sources, question.root)
  return {
    mains,
    leftOut,
    imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
    untracked: [...new Set([...profiles, ...lists.flatMap(({ files }) => files)])]
      .filter((file) => !tracked.has(file))
      .sort(),
    takes: joinFootprints(lists.map(({ takes }) => takes)),
    withoutCgo: [...new Set(withoutCgo.flat())].sort(),
    objects: targets.flatMap((target) => {
      const paths = calls.flatMap((call, i) => (call.target === target ? (lists[i]?.objects ?? []) : []))
      return paths.length === 0 ? [] : [{ target: formatTarget(target), paths: [...new Set(paths)].sort() }]
    })
  }
}

/** Profiles that `go build` takes in and `go list` does not name: default.pgo in the folder of a main package. */
async function findProfiles(
  files: Pick<Files, 'stamp'>,
  { root, folder }: PackagesQuestion,
  mains: readonly Main[]
): Promise<readonly string[]> {
  const places = mains.map(({ dir }) => join(folder, dir, PROFILE))
  const stamps = await Promise.all(places.map((place) => files.stamp(place)))
  return places.flatMap((place, i) => (stamps[i] === undefined ? [] : (findPathBelow(root, place) ?? [])))
}

/**
 * Where nobody named programs: the module's own folder and those below cmd, where Go modules keep what they ship. Only
 * a module that has none there gets all of its main packages: elsewhere lie generators, examples and test helpers.
 */
function chooseUsualMains(
  mains: readonly Main[],
  wanted: readonly string[]
): { mains: readonly Main[]; leftOut: readonly string[] } {
  const shipped = wanted.length ? mains : mains.filter(({ dir }) => dir === '.' || dir.startsWith('./cmd/'))
  if (shipped.length === 0) return { mains, leftOut: [] }
  return { mains: shipped, leftOut: mains.filter((main) => !shipped.includes(main)).map(({ dir }) => dir) }
}

/** The main packages that any of the targets has: the same ones whatever the system that asks. */
async function findMains(sources: PackageSources, question: PackagesQuestion): Promise<readonly Main[]> {
  const { folder, wanted } = question
  if (wanted.length === 0 && question.prepared !== true) {
    const likely = await listMainFolders(sources, question)
    // What go cannot read, or finds no program in, is told by all of it.
    const mains = likely && (await findPackages(sources, question, likely, '0'))
    if (mains?.some(({ Name }) => Name === 'main') && !mains.some(({ Name, Error }) => Name === 'main' && Error))
      return pickMains(folder, mains)
  }
  const list = await findPackages(sources, question, wanted.length ? wanted : ['./...'], '0')
  const absent = list.find(
    ({ Error, Name }) => wanted.length > 0 && !Name && /directory not found|no Go files in/.test(Error?.Err ?? '')
  )
  const broken = list.find(
    (item) =>
      item !== absent && item.Error && !isExcluded(item.Error.Err) && (wanted.length > 0 || item.Name === 'main')
  )
  if (broken?.Error)
    throw new Failure('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, {
      hint: broken.Error.Pos ? `See ${broken.Error.Pos}.` : 'Make `go build ./...` pass, and commit.'
    })
  const mains = pickMains(folder, list)
  const others = [...new Set(list.map(({ ImportPath }) => ImportPath))].filter(
    (path) => !mains.some(({ importPath }) => importPath === path)
  )
  if (mains.length > 0 && (wanted.length === 0 || others.length === 0)) return mains

  const withCgo = pickMains(folder, await findPackages(sources, question, wanted.length ? wanted : ['./...'], '1'))
  const needCgo = withCgo.filter(({ dir }) => !mains.some((main) => main.dir === dir))
  if (needCgo.length)
    throw new Failure(
      'input',
      `${needCgo.map(({ importPath }) => importPath).join(', ')} needs cgo: no Go files without it`,
      {
        hint: 'Slipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
      }
    )
  if (wanted.length === 0)
    throw new Failure('input', `there is no main package in ${folder}`, {
      hint: 'Slipway releases programs: is this the module that has them? (--module DIR)'
    })
  const all = pickMains(folder, await findPackages(sources, question, ['./...'], '0'))
  throw new Failure('input', `${others.join(', ')} is not a main package`, {
    hint: `main packages here: ${all.map(({ dir }) => dir).join(', ') || 'none'}`
  })
}

/** The packages, each as go sees it with its own settings. */
async function findPackages(
  sources: GoSources,
  question: PackagesQuestion,
  patterns: readonly string[],
  cgo: '0' | '1'
): Promise<readonly Package[]> {
  const { folder, vendored, settings, targets } = question
  // Which folders hold programs may depend on the system; nobody makes it depend on the processor.
  const systems = [...new Map(targets.map((target) => [target.os, target])).values()]
  const lists = dropRepeated([PLAIN, ...settings.flatMap(({ main }) => listChoosings(question, main))]).flatMap(
    (choosing) => {
      const args = [
        '-find',
        ...formatListFlags(vendored, choosing.tags),
        '-json=ImportPath,Name,Dir,Error',
        ...patterns
      ]
      return systems.map(async (target) => {
        const env = { ...choosing.env, ...makeTargetEnv(target), CGO_ENABLED: cgo }
        const found = await listPackages(sources, folder, args, env)
        return found.filter(({ Dir = '' }) =>
          listChoosings(question, formatDir(folder, Dir)).some((each) => isSameChoosing(each, choosing))
        )
      })
    }
  )
  return (await Promise.all(lists)).flat()
}

function pickMains(folder: string, list: readonly Package[]): readonly Main[] {
  const mains = new Map<string, string>()
  for (const { Name, ImportPath, Dir = '' } of list) if (Name === 'main') mains.set(ImportPath, formatDir(folder, Dir))
  return [...mains].map(([importPath, dir]) => ({ importPath, dir })).sort((a, b) => (a.dir < b.dir ? -1 : 1))
}

/** `./cmd/tool` or `.` */
function formatDir(folder: string, path: string): string {
  const dir = findPathBelow(folder, path) ?? ''
  return dir === '' ? '.' : `./${dir}`
}

/** Paths of all files that git holds, also those of submodules, from the root. */
async function listFilesWithSubmodules(
  { run, git: env, tracked, signal }: PackageSources,
  root: string
): Promise<ReadonlySet<string>> {
  if (!tracked.some(({ mode }) => mode === SUBMODULE)) return new Set(tracked.map(({ path }) => path))
  const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--recurse-submodules'], { env, signal })
  return new Set(stdout.split('\0'))
}
