import { createHash } from 'node:crypto'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { readTextAt } from '../../base/json.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { FileSystem } from '../machine/disk.ts'
import { demandChecksumDatabase, makeToolGoEnv, type Env } from './go-env.ts'
import { explainFetchFailure } from './go-failure.ts'
import { KUBE_MAIN } from './kube-main.ts'
import { makeKubeGoMod, makeKubeLinkerFlags, parseGoModJson, type GoModJson } from './kube-module.ts'
import { BUILT } from './built.ts'
import { APIDIFF, COSIGN, DEFAULT_GO, GOVULNCHECK, KIND, type KubernetesPin, type ModulePin } from './pins.ts'
import type { MachinePlatform } from './platform.ts'

export interface Building {
  readonly processes: Processes
  readonly files: Files
  readonly fs: FileSystem
  readonly env: Env
  readonly note: (text: string) => void
  /** Another platform than this machine's to build for, in Go's words. */
  readonly cross?: MachinePlatform
}

/** Builds a tool into the folder `out`; everything else it makes is in `scratch`. Resolves with what vouches for it. */
export type ToolBuild = (go: Tool, scratch: string, out: string, by: Building, signal: AbortSignal) => Promise<string>

export interface ToolRecipe {
  readonly pin: ModulePin
  /** The one program that it makes, without `.exe`. */
  readonly program: string
  /** The other names of that program. */
  readonly links: readonly string[]
  /** What the programs that it makes say their versions are. */
  readonly says: Readonly<Partial<Record<ToolName, string>>>
  /** Changes when what is built changes. */
  readonly digest: string
  /** SHA-256 of the program by Go's `os/arch`, where a build of it was seen: it is the same wherever it is built. */
  readonly built: Readonly<Record<string, string>>
  readonly build: ToolBuild
}

const KUBE_TOOLS = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl'
] as const satisfies readonly ToolName[]
const KUBE_PROGRAM = 'kube-multi'
/** These programs have no debugger: without DWARF their packages compile in a tenth less time. */
const FLAGS = ['-trimpath', '-buildvcs=false', '-gcflags=all=-dwarf=false', '-v']

const digestParts = (...parts: readonly string[]): string =>
  `module ${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`

/** A tool as `go install` of its pinned module builds it. */
export const makeInstallRecipe = (
  name: ToolName,
  pin: ModulePin,
  main: string,
  says: ToolRecipe['says'] = { [name]: pin.version }
): ToolRecipe => ({
  pin,
  program: name,
  links: [],
  says,
  digest: digestParts(DEFAULT_GO, pin.sum, ...FLAGS),
  built: BUILT[name]?.sha256 ?? {},
  build: async (go, scratch, out, by, signal) => {
    const { database } = await fetchModule(pin, go, scratch, by, signal)
    by.note(`compiling ${name} ${pin.version} (${pin.cost})`)
    const args = ['install', ...FLAGS, '-ldflags=-s -w', `${main}@${pin.version}`]
    await compileTools(go, args, { scratch, cwd: scratch, out }, by, signal)
    return describeVouching(pin, go, database)
  }
})

export const cosignRecipe = makeInstallRecipe('cosign', COSIGN.module, `${COSIGN.module.path}/cmd/cosign`)
export const kindRecipe = makeInstallRecipe('kind', KIND.module, KIND.module.path)
/** Says no version of its own. */
export const apidiffRecipe = makeInstallRecipe('apidiff', APIDIFF, `${APIDIFF.path}/cmd/apidiff`, {})

export const govulncheckRecipe = makeInstallRecipe(
  'govulncheck',
  GOVULNCHECK,
  `${GOVULNCHECK.path}/cmd/govulncheck`,
  {}
)

/** The control plane of one Kubernetes release: one program, and a link for each tool it is. */
export const makeKubernetesRecipe = (kubernetes: KubernetesPin): ToolRecipe => ({
  pin: kubernetes.module,
  program: KUBE_PROGRAM,
  links: KUBE_TOOLS,
  says: {
    etcd: kubernetes.etcd,
    'kube-apiserver': kubernetes.version,
    'kube-controller-manager': kubernetes.version,
    'kube-scheduler': kubernetes.version,
    kubectl: kubernetes.version
  },
  digest: digestParts(DEFAULT_GO, kubernetes.module.sum, KUBE_MAIN, makeKubeLinkerFlags(kubernetes), ...FLAGS),
  built: BUILT[`kubernetes ${kubernetes.version}`]?.sha256 ?? {},
  build: (go, scratch, out, by, signal) =>
    buildKubernetes({ kubernetes, main: KUBE_MAIN, path: join(out, KUBE_PROGRAM) }, go, scratch, by, signal)
})

/** A main package of ours over one Kubernetes release, and where its program is to lie. */
interface KubernetesProgram {
  readonly kubernetes: KubernetesPin
  readonly main: string
  readonly path: string
}

/** Builds such a program; resolves with what vouches for it. */
export async function buildKubernetes(
  { kubernetes, main, path }: KubernetesProgram,
  go: Tool,
  scratch: string,
  by: Building,
  signal: AbortSignal
): Promise<string> {
  const pin = kubernetes.module
  const { own, dir, database } = await fetchModule(pin, go, scratch, by, signal)
  const root = join(scratch, 'kube')
  const sums = await by.files.read(join(dir, 'go.sum'))
  await by.files.write(join(root, 'go.mod'), makeKubeGoMod(own, pin.version))
  // Its own sums; the published forms of its staging modules are not among them and come from the checksum database.
  await by.files.write(join(root, 'go.sum'), sums ?? '')
  await by.files.write(join(root, 'cp', 'main.go'), main)
  by.note(`compiling Kubernetes ${pin.version} (${pin.cost})`)
  const flags = [...FLAGS, `-ldflags=${makeKubeLinkerFlags(kubernetes)}`]
  const args = ['build', '-mod=mod', ...flags, '-o', path, './cp']
  await compileTools(go, args, { scratch, cwd: root, out: dirname(path) }, by, signal)
  return describeVouching(pin, go, database)
}

const describeVouching = (pin: ModulePin, go: Tool, database: string): string =>
  `built by ${go.version} from ${pin.path}@${pin.version} with the pinned sum ${pin.sum}; ` +
  `all its modules checked against ${database}`

interface Fetched {
  readonly own: GoModJson
  readonly dir: string
  readonly database: string
}

/** Gets a module into the module cache and rejects ('verification') unless its sum is the pinned one. */
export async function fetchModule(
  pin: ModulePin,
  go: Tool,
  cwd: string,
  { processes, env, note }: Building,
  signal: AbortSignal
): Promise<Fetched> {
  demandChecksumDatabase(env, [pin.path])
  const run = (...args: string[]): Promise<{ stdout: string }> =>
    processes.run([go.path, ...args], { cwd, env: makeToolGoEnv(env), signal, onLine: (line) => note(line) })
  note(`fetching ${pin.path}@${pin.version}`)
  const module = `${pin.path}@${pin.version}`
  // Without -json first: with it, Go puts what went wrong where a failing command's words are not looked for.
  await run('mod', 'download', module).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw explainFetchFailure(module, cause)
  })
  const found = JSON.parse((await run('mod', 'download', '-json', module)).stdout) as Json
  const sum = readTextAt(found, 'Sum')
  if (sum !== pin.sum) {
    throw new Failure('verification', `${module} has the sum ${sum}, not the pinned ${pin.sum}`, {
      hint: 'Do not use it: the module proxy or the module cache serves something else than was published.'
    })
  }
  const own = parseGoModJson((await run('mod', 'edit', '-json', readTextAt(found, 'GoMod'))).stdout)
  const database = demandChecksumDatabase(
    env,
    own.Require.map(({ Path }) => Path)
  )
  return { own, dir: readTextAt(found, 'Dir'), database }
}

const MIB = 1024 ** 2

/**
 * Settings under which Go's programs collect no garbage before they hold `limit`: a fifth less work, and the same bytes.
 * Half of the memory is one program's: two compilers, or the link of Kubernetes, which holds 3.1 GiB. Below 700 MiB the
 * collector would do the work twice (Go caps it at half of the time).
 */
export const collectLate = (memory: number): Record<string, string> => ({
  GOGC: 'off',
  GOMEMLIMIT: `${Math.round(Math.min(Math.max(memory / 2 / MIB, 700), 4096))}MiB`
})

/** Bytes of memory of this machine, or of the container that this process is in. */
const measureMemory = (): number => Math.min(totalmem(), process.constrainedMemory() || Infinity)

export async function compileTools(
  go: Tool,
  args: readonly string[],
  { scratch, cwd, out }: { scratch: string; cwd: string; out: string },
  { processes, fs, env, note, cross }: Building,
  signal: AbortSignal
): Promise<void> {
  let compiled = 0
  const onLine = (line: string): void => {
    if (line.startsWith('go: ')) return note(line.slice('go: '.length))
    compiled += 1
    if (compiled % 20 === 0) note(`${compiled} packages compiled, at ${line}`)
  }
  const tmp = join(scratch, 'tmp')
  await fs.mkdir(tmp, { recursive: true })
  await fs.mkdir(out, { recursive: true })
  // "go install" puts a program for another platform nowhere but here.
  const path = join(scratch, 'path')
  const place = cross ? { GOPATH: path, GOOS: cross.os, GOARCH: cross.arch } : { GOBIN: out }
  const build = makeToolGoEnv(env, { ...place, GOTMPDIR: tmp, ...collectLate(measureMemory()) })
  await processes.run([go.path, ...args], { cwd, env: build, signal, onLine }).catch((cause: unknown) => {
    signal.throwIfAborted()
    const failure = explainFetchFailure('a module', cause)
    throw failure.kind === 'verification' ? failure : cause
  })
  if (cross && args[0] === 'install')
    await fs.cp(join(path, 'bin', `${cross.os}_${cross.arch}`), out, { recursive: true })
}
