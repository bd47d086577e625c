import { dirname, join, sep } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { parseJson, readTextAt } from '../../base/json.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { Bootstrapping } from './bootstrap.ts'
import { computeHash1 } from './dirhash.ts'
import { demandChecksumDatabase, makeToolGoEnv } from './go-env.ts'
import { explainFetchFailure } from './go-failure.ts'
import { findOnPath } from './machine.ts'
import { checkNaming, type PathTools } from './named.ts'
import { DEFAULT_GO } from './pins.ts'
import { formatProgramName, translateToGo } from './platform.ts'
import { hashToolchain } from './tree.ts'
import { quote } from '../../base/text.ts'

export interface GoFinding extends Bootstrapping {
  readonly processes: Processes
  /** What may be run of PATH; left out: whatever fits. */
  readonly pathTools?: () => PathTools
}

/** The module that each release of Go is a version of. */
const TOOLCHAIN = 'golang.org/toolchain'

const VERSION = /^go1(\.\d+){1,2}((rc|beta)\d+)?$/

/**
 * The Go of exactly this version: the machine's, else a toolchain module through it, else through the pinned one. Beside
 * a secret the machine's counts only when `path-tools` names it.
 */
export async function findGo(
  version: string,
  by: GoFinding,
  signal: AbortSignal,
  sums?: Readonly<Record<string, string>>
): Promise<Tool> {
  if (!VERSION.test(version)) {
    throw new Failure('input', `${quote(version)} is not the name of a Go release`, {
      hint: 'Such as go1.26.8.'
    })
  }
  const onPath = await findNamedGo(by)
  if ('path' in onPath) {
    const found = await findGoOnPath(onPath, version, by, signal)
    if (found !== undefined) return found
  }
  // Another version than the pinned one needs it: no reason to fetch that one first.
  if (version !== DEFAULT_GO) demandChecksumDatabase(by.env, [TOOLCHAIN])
  const pinned = await bootstrap(by, signal, sums, 'passed' in onPath ? onPath.passed : undefined)
  if (version === DEFAULT_GO) return { ...pinned, keeps: (await askGo(pinned.path, 'local', by, signal)).keeps }
  const switched = await findGoThrough(pinned.path, version, by, signal)
  if (switched !== undefined) return switched
  throw new Failure('environment', `${DEFAULT_GO} did not switch to ${version}`, {
    hint: 'Install that Go (https://go.dev/dl/), or choose another: --go-version.'
  })
}

/** DEFAULT_GO by its pinned sum, whatever is on PATH; `why` says why that is not taken. */
export async function bootstrap(
  by: Bootstrapping,
  signal: AbortSignal,
  sums?: Readonly<Record<string, string>>,
  why?: string
): Promise<Tool> {
  // It unpacks zips, which a machine with a Go does not need.
  const { bootstrapGo } = await import('./bootstrap.ts')
  return await bootstrapGo(by, signal, sums, why)
}

/** A go command on PATH that may be run. */
interface GoOnPath {
  readonly path: string
  /** Its digest where `path-tools` names it. */
  readonly sha256: string | undefined
}

async function findNamedGo(by: GoFinding): Promise<GoOnPath | { readonly passed: string | undefined }> {
  const path = await findOnPath('go', by.env, by.platform)
  if (path === undefined) return { passed: undefined }
  const naming = await checkNaming('go', path, by)
  if (!('passed' in naming)) return { path, sha256: naming.sha256 }
  by.note(naming.passed)
  return naming
}

/** The Go of a version by the one on PATH; undefined where that cannot switch to it. */
async function findGoOnPath(
  { path: onPath, sha256: named }: GoOnPath,
  version: string,
  by: GoFinding,
  signal: AbortSignal
): Promise<Tool | undefined> {
  const machine = await askGo(onPath, 'local', by, signal)
  if (machine.version !== version) {
    const switched = knowsSwitch(machine.version) ? await findGoThrough(onPath, version, by, signal) : undefined
    if (switched === undefined)
      by.note(`${machine.version} on PATH cannot switch to other releases: a pinned Go does it`)
    return switched
  }
  const made = { name: 'go', version, path: machine.path, source: 'machine', keeps: machine.keeps } as const
  if (named === undefined) return { ...made, vouched: `the machine's, which says it is ${version}; no digest checked` }
  const sha256 = (await by.files.digest(machine.path))?.sha256
  if (sha256 === named)
    return { ...made, sha256, vouched: `the machine's, its go command with the sha256 ${sha256} that path-tools names` }
  throw new Failure('verification', `${onPath} runs ${machine.path}, which has sha256 ${sha256 ?? '-'}, not ${named}`, {
    hint: `Put ${dirname(machine.path)} first on PATH, and name that go in path-tools.`
  })
}

/** Whether a go command runs as other releases (https://go.dev/doc/toolchain): since 1.21; one that says no number does. */
const knowsSwitch = (version: string): boolean => Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 21) >= 21

interface Seen {
  readonly version: string
  readonly path: string
  readonly keeps: NonNullable<Tool['keeps']>
}

/** What a go command says of the toolchain that it runs as. The folder is empty, so no go.mod has a say. */
async function askGo(go: string, toolchain: string, by: GoFinding, signal: AbortSignal): Promise<Seen> {
  await using scratch = await by.files.scratch('go')
  const env = makeToolGoEnv(by.env, { GOTOOLCHAIN: toolchain })
  const argv = [go, 'env', 'GOVERSION', 'GOROOT', 'GOMODCACHE', 'GOCACHE'] as const
  const onLine = (line: string): void => by.note(line)
  const { stdout } = await by.processes.run(argv, { cwd: scratch.path, env, signal, onLine })
  const [version = '', root = '', modules = '', builds = ''] = stdout.split(/\r?\n/)
  return {
    version: version.trim(),
    path: join(root.trim(), 'bin', formatProgramName('go', by.platform)),
    keeps: { builds: builds.trim(), modules: modules.trim() }
  }
}

/**
 * The toolchain module of a version, by the go command's own switch; undefined when that go knows no switch (< 1.21).
 * Beside a secret nothing of that module runs before its files are checked: whoever wrote to the module cache would be
 * this run's user, with its secrets in sight.
 */
async function findGoThrough(
  go: string,
  version: string,
  by: GoFinding,
  signal: AbortSignal
): Promise<Tool | undefined> {
  const database = demandChecksumDatabase(by.env, [TOOLCHAIN])
  const secretly = by.pathTools?.().holdsSecret === true
  // The switch prefers a program on PATH that has the name of the version: that one nobody named.
  const asking = secretly ? { ...by, env: { ...by.env, PATH: '', Path: undefined } } : by
  const checked = secretly ? await checkToolchain(go, version, asking, signal) : undefined
  const seen = await askGo(go, version, asking, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw explainFetchFailure(`the toolchain module of ${version}`, cause)
  })
  if (seen.version !== version) return undefined
  const root = dirname(dirname(seen.path))
  const { path, keeps } = seen
  const module = `toolchain module ${TOOLCHAIN} of ${version}`
  const made = { name: 'go', version, path, keeps } as const
  if (checked !== undefined) {
    const vouched = `${module}, its files checked: ${checked.sum} by ${database}`
    if (root === checked.root) return { ...made, source: 'module', vouched }
    throw new Failure(
      'verification',
      `${go} runs ${version} from ${root}, and the files in ${checked.root} are checked`,
      {
        hint: 'Unset GOROOT, and let GOMODCACHE name the folder as it really lies.'
      }
    )
  }
  // The switch prefers a program of that name, such as one that golang.org/dl installed.
  if (!root.startsWith(keeps.modules + sep))
    return { ...made, source: 'machine', vouched: `the machine's ${version}; no digest checked` }
  return { ...made, source: 'module', vouched: `${module}, checked by the go command against ${database}` }
}

/**
 * Hashes a toolchain in the module cache, where a job before may have changed it, and compares it with the sum that the
 * checksum database has of it.
 */
async function checkToolchain(
  go: string,
  version: string,
  by: GoFinding,
  signal: AbortSignal
): Promise<{ readonly root: string; readonly sum: string }> {
  const { os, arch } = translateToGo(by.platform)
  const module = `${TOOLCHAIN}@v0.0.1-${version}.${os}-${arch}`
  await using scratch = await by.files.scratch('go')
  const argv = [go, 'mod', 'download', '-json', module] as const
  const { stdout } = await by.processes
    .run(argv, { cwd: scratch.path, env: makeToolGoEnv(by.env), signal })
    .catch((cause: unknown) => {
      signal.throwIfAborted()
      throw explainFetchFailure(module, cause)
    })
  const said = parseJson(stdout)
  const [root, sum] = [readTextAt(said, 'Dir'), readTextAt(said, 'Sum')]
  if (root === '' || sum === '')
    throw new Failure('command', `go mod download -json ${module} names no folder or no sum`, {
      hint: `Run it by hand with ${go}, and see what it says.`
    })
  const seen = computeHash1(await hashToolchain(root, `${module}/`))
  if (seen === sum) return { root, sum }
  throw new Failure('verification', `${root} holds files with the sum ${seen}, not ${sum} of ${module}`, {
    hint: 'Somebody changed the toolchain in the module cache: remove that folder, and run again.'
  })
}
