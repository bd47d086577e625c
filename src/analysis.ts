import { Failure } from './errors.ts'
import { unbuildable } from './go/target-list.ts'
import { formatTarget, targetEnv } from './go/target.ts'
import type { Json, Target } from './model.ts'
import type { Exec } from './ports.ts'
import { isSmiSdk } from './smi/versions.ts'

/** One main package of the module. */
export interface Main {
  /** `./cmd/tool` or `.` */
  readonly dir: string
  readonly importPath: string
}

/** What the go command says of the source, before anything is compiled. */
export interface Analysis {
  readonly mains: readonly Main[]
  /** What the program and its modules import directly on any target, sorted; what the SMI SDK imports is left out. */
  readonly imports: readonly string[]
  /** Source and embedded files of the repository that git does not hold, relative to its root. */
  readonly untracked: readonly string[]
}

interface Sources {
  readonly run: Exec
  /** The go command and its base environment (GOENV=off and so on). */
  readonly go: string
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

interface Question {
  readonly root: string
  /** Absolute folder of the module. */
  readonly folder: string
  readonly vendored: boolean
  readonly targets: readonly Target[]
  /** As given by `--main`; empty for all. */
  readonly wanted: readonly string[]
  readonly tags: readonly string[]
}

interface Package {
  readonly ImportPath: string
  readonly Dir?: string
  readonly Name?: string
  readonly Standard?: boolean
  readonly Imports?: readonly string[]
  readonly Module?: { readonly Main?: boolean; readonly Replace?: { readonly Dir?: string; readonly Version?: string } }
  readonly GoFiles?: readonly string[]
  readonly OtherFiles?: readonly string[]
  readonly EmbedFiles?: readonly string[]
  readonly Error?: { readonly Err: string; readonly Pos?: string; readonly ImportStack?: readonly string[] }
}

/** Every refusal that needs no compiler: unknown targets, no main package, cgo, missing modules, code outside the repository. */
export async function analyse(sources: Sources, question: Question): Promise<Analysis> {
  const { folder, targets } = question
  const [known, mains] = await Promise.all([
    sources.run([sources.go, 'tool', 'dist', 'list'], { cwd: folder, env: sources.env, signal: sources.signal }),
    findMains(sources, question)
  ])
  const problems = unbuildable(targets, known.stdout)
  if (problems.length)
    throw new Failure('input', problems.join('\n'), {
      hint: 'Take those targets out; `go tool dist list` has all there are.'
    })

  const lists = await Promise.all(targets.map((target) => dependencies(sources, question, mains, target)))
  const tracked = await trackedFiles(sources, question.root)
  return {
    mains,
    imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
    untracked: [...new Set(lists.flatMap(({ files }) => files))].filter((file) => !tracked.has(file)).sort()
  }
}

/** As plain data, for the ledger. */
export const analysisToJson = (analysis: Analysis): Json => JSON.parse(JSON.stringify(analysis)) as Json

async function findMains(sources: Sources, { folder, wanted, vendored, tags }: Question): Promise<readonly Main[]> {
  const list = await goList(
    sources,
    folder,
    ['-find', ...flags(vendored, tags), '-json=ImportPath,Name,Dir,Error', ...(wanted.length ? wanted : ['./...'])],
    {}
  )
  const mains = list
    .filter(({ Name }) => Name === 'main')
    .map(({ ImportPath, Dir = '' }) => ({ importPath: ImportPath, dir: relativeDir(folder, Dir) }))
    .sort((a, b) => (a.dir < b.dir ? -1 : 1))
  const broken = list.find(({ Error, Name }) => Error && (wanted.length > 0 || Name === 'main'))
  if (broken?.Error)
    throw new Failure('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, where(broken))
  const others = list.filter(({ Name }) => Name !== 'main')
  if (wanted.length && others.length)
    throw new Failure('input', `${others.map(({ ImportPath }) => ImportPath).join(', ')} is not a main package`, {
      hint: `main packages here: ${mains.map(({ dir }) => dir).join(', ') || 'none'}`
    })
  if (mains.length === 0)
    throw new Failure('input', `there is no main package in ${folder}`, {
      hint: 'Slipway releases programs; name their folders with --main.'
    })
  return mains
}

async function dependencies(
  sources: Sources,
  { root, folder, vendored, tags }: Question,
  mains: readonly Main[],
  target: Target
): Promise<{ imports: readonly string[]; files: readonly string[] }> {
  const fields = '-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,OtherFiles,EmbedFiles,Error'
  const args = ['-deps', ...flags(vendored, tags), fields, ...mains.map(({ dir }) => dir)]
  const env = { ...targetEnv(target), CGO_ENABLED: '0' }
  const list = await goList(sources, folder, args, env)
  const broken = list.find((item) => item.Error)
  if (broken) throw await explain(sources, folder, args, target, broken)
  const outside = list.find(
    ({ Module }) => Module?.Replace && !Module.Replace.Version && !Module.Replace.Dir?.startsWith(root)
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
  return {
    imports: foreign.filter(({ ImportPath }) => !isSmiSdk(ImportPath)).flatMap(({ Imports = [] }) => Imports),
    files: foreign
      .filter(({ Dir }) => Dir?.startsWith(`${root}/`))
      .flatMap(({ Dir = '', GoFiles = [], OtherFiles = [], EmbedFiles = [] }) =>
        [...GoFiles, ...OtherFiles, ...EmbedFiles].map((file) => `${Dir}/${file}`.slice(root.length + 1))
      )
  }
}

/** Names cgo as the reason where the same package builds with it, as `go vet` would only say "build constraints exclude all". */
async function explain(
  sources: Sources,
  folder: string,
  args: readonly string[],
  target: Target,
  { ImportPath, Error }: Package
): Promise<Failure> {
  const text = Error?.Err.trim() ?? ''
  if (/build constraints exclude all Go files/.test(text)) {
    const withCgo = await goList(sources, folder, args, { ...targetEnv(target), CGO_ENABLED: '1' })
    if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
      return new Failure('input', `${formatTarget(target)} needs cgo: ${ImportPath} has no Go files without it`, {
        hint: `Slipway builds with CGO_ENABLED=0; take ${formatTarget(target)} out, or replace that package (imported by ${Error?.ImportStack?.at(-2) ?? 'the program'}).`
      })
  }
  return new Failure(
    'input',
    `${ImportPath} cannot be built for ${formatTarget(target)}: ${text}`,
    where({ ImportPath, ...(Error && { Error }) })
  )
}

async function goList(
  { run, go, env, signal }: Sources,
  cwd: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>
): Promise<readonly Package[]> {
  const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal })
  // go list prints one JSON object after another, each closed by a brace in the first column.
  return stdout
    .split(/^}$/m)
    .filter((part) => part.trim())
    .map((part) => JSON.parse(`${part}}`) as Package)
}

async function trackedFiles({ run, env, signal }: Sources, root: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run(['git', '-C', root, 'ls-files', '-z'], { env, signal })
  return new Set(stdout.split('\0'))
}

const flags = (vendored: boolean, tags: readonly string[]): readonly string[] => [
  vendored ? '-mod=vendor' : '-mod=readonly',
  ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
]

const where = ({ Error }: Package): { hint?: string } => (Error?.Pos ? { hint: `See ${Error.Pos}.` } : {})

const relativeDir = (folder: string, dir: string): string => (dir === folder ? '.' : `.${dir.slice(folder.length)}`)
