import { dirname, join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { SUBMODULE, type Tracked } from '../../../facts/git.ts'
import { makeStepEnvironment, type Env } from '../../../go/environment.ts'
import type { Target, Tool } from '../../../model/nouns.ts'
import { fillPrograms, formatStep, runsProgram, type Prepared, type PrepareStep } from '../../../model/preparation.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Argv, Exec } from '../../../model/ports/processes.ts'
import type { Sandboxes } from '../../../model/ports/sandbox.ts'
import { chooseProgram, findInRepository } from '../../../plan/preparation.ts'
import { demandMade, listMade } from '../../../source/made.ts'
import type { CheckOut } from '../../../source/second-checkout.ts'
import { isOfModule, locateTools, type LocatedTool } from './tools.ts'

export interface StepTools {
  readonly run: Exec
  /** Its scratch folders lie where other users can pass. */
  readonly files: Files
  readonly sandboxes: Sandboxes
  readonly checkOut: CheckOut
  readonly go: Tool
  /** The environment of go commands in the module. */
  readonly env: Env
  /** Told which step runs. */
  readonly tell: (line: string) => void
}

/** What steps run in. */
export interface StepSource {
  readonly commit: string
  /** ISO 8601. */
  readonly committedAt: string
  readonly moduleDir: string
  readonly vendored: boolean
  readonly committed: readonly Tracked[]
  /** What programs run on this machine. */
  readonly host: Target
}

/** Steps, and the programs that were built for them, by name: absolute paths. */
export interface StepWork {
  readonly steps: readonly PrepareStep[]
  readonly programs: Readonly<Record<string, string>>
}

export const findStepTools = (
  { files, go, env }: StepTools,
  { host }: StepSource,
  steps: readonly PrepareStep[]
): Promise<readonly LocatedTool[]> =>
  locateTools(
    { files, go: go.path, path: env['PATH'] ?? '', home: env['HOME'] ?? '', windows: host.os === 'windows' },
    steps
  )

/**
 * Runs steps one after the other in a new checkout of the commit that holds no repository, each in a sandbox without
 * secrets, and puts what they make into the folder `to`. What they do not name is dropped with the checkout.
 */
export async function runSteps(
  tools: StepTools,
  source: StepSource,
  { steps, programs }: StepWork,
  to: string,
  signal: AbortSignal
): Promise<Prepared> {
  const { files, checkOut, go, env, tell } = tools
  const located = await findStepTools(tools, source, steps)
  await using scratch = await files.scratch('prepare')
  const [root, home] = [join(scratch.path, 'source'), join(scratch.path, 'home')]
  await checkOut(source.commit, root, signal)
  // A step could change it, and what asks git in it would run what the step wrote there.
  const modules = source.committed.filter(({ mode }) => mode === SUBMODULE).map(({ path }) => path)
  for (const folder of ['', ...modules]) await files.remove(join(root, folder, '.git'))
  await files.write(join(home, 'tmp', '.keep'), '')
  const own = await copyPrograms(files, programs, join(home, 'programs'))
  const modulesCache = await findModules(tools, source, join(root, source.moduleDir), steps, signal)
  const place: Place = { ...{ root, home, cwd: join(root, source.moduleDir), own, located }, modules: modulesCache }
  const committed = new Map(source.committed.map((entry) => [entry.path, entry]))
  const prepared = { files, root, committed }
  const printed = new Map<string, string>()
  for (const [i, step] of steps.entries()) {
    signal.throwIfAborted()
    const by = `the step ${formatStep(step)}`
    tell(`prepare: ${formatStep(step)}`)
    const { stdout } = await runStep(tools, source, place, { step, at: i, by }, signal)
    if (step.stdout !== undefined) printed.set(findInRepository(source.moduleDir, step.stdout), stdout)
    for (const path of step.makes) await demandMade(prepared, findInRepository(source.moduleDir, path), by)
  }
  const made = new Map<string, Prepared['files'][number]>()
  for (const step of steps) {
    const paths = step.makes.map((path) => findInRepository(source.moduleDir, path))
    for (const file of await listMade(prepared, paths, `the step ${formatStep(step)}`)) made.set(file.path, file)
  }
  for (const { path, sha256 } of made.values())
    await files.copy(join(root, path), join(to, path), { sha256, hasty: true })
  for (const [path, text] of printed) {
    await files.write(join(to, path), text)
    const digest = await files.digest(join(to, path))
    if (digest) made.set(path, { path, sha256: digest.sha256, size: digest.size })
  }
  return {
    files: [...made.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    tools: await Promise.all(
      located.map(async ({ name, path, sha256, reads }) => ({
        ...{ name, sha256 },
        version: name === 'go' ? go.version : await askVersion(tools, { path, reads, env }, signal)
      }))
    )
  }
}

interface Place {
  readonly root: string
  readonly home: string
  readonly cwd: string
  /** Go's module cache, or ''. */
  readonly modules: string
  /** Copies of the programs that were built, by name. */
  readonly own: Readonly<Record<string, string>>
  readonly located: readonly LocatedTool[]
}

async function copyPrograms(
  files: Files,
  programs: Readonly<Record<string, string>>,
  folder: string
): Promise<Readonly<Record<string, string>>> {
  const copied: Record<string, string> = {}
  for (const [name, path] of Object.entries(programs)) {
    copied[name] = join(folder, name)
    await files.copy(path, join(folder, name))
  }
  return copied
}

/** Where go keeps modules, filled with those that the module names before a step asks for them without the network. */
async function findModules(
  { run, go, env, sandboxes }: StepTools,
  { vendored }: StepSource,
  cwd: string,
  steps: readonly PrepareStep[],
  signal: AbortSignal
): Promise<string> {
  const asks = steps.some(({ run: [name] }) => name === 'go')
  // Another user may not come to it, and scripts that call go are rare.
  if (vendored || (!asks && (await sandboxes.isolation()).by === 'user')) return ''
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
  if (asks) await run([go.path, 'mod', 'download'], { cwd, env: given, signal })
  const { stdout } = await run([go.path, 'env', 'GOMODCACHE'], { cwd, env: given, signal })
  return stdout.trim()
}

interface Turn {
  readonly step: PrepareStep
  readonly at: number
  readonly by: string
}

async function runStep(
  tools: StepTools,
  { committedAt, host }: StepSource,
  { root, home, cwd, modules, own, located }: Place,
  { step, at, by }: Turn,
  signal: AbortSignal
): Promise<{ readonly stdout: string }> {
  const { files, sandboxes, go, env } = tools
  const [name = '', ...args] = fillPrograms(step.run, (name) => own[chooseProgram(name, Object.keys(own))] ?? '')
  const tool = located.find((each) => each.name === name)
  const path = tool?.path ?? (isOfModule(name) ? join(cwd, name) : name)
  if ((await files.real(path)) === undefined)
    throw new Failure('input', `prepare[${at}] (${formatStep(step)}) starts ${name}, which is not in the checkout`, {
      hint: 'Paths are relative to the folder of the module: commit it, or let a step before make it.'
    })
  const here = async (paths: readonly string[]): Promise<readonly string[]> => {
    const real = await Promise.all(paths.map(async (each) => (each === '' ? undefined : await files.real(each))))
    return paths.filter((_, i) => real[i] !== undefined)
  }
  const certificates = step.network ? [env['SSL_CERT_FILE'] ?? '', env['SSL_CERT_DIR'] ?? ''] : []
  const reads = await here([...new Set([dirname(dirname(go.path)), modules, ...(tool?.reads ?? []), ...certificates])])
  await using sandbox = await sandboxes.open({
    ...{ reads, writes: [root, home], reaches: [], hides: [], network: step.network }
  })
  const argv: Argv = [path, ...args]
  // What it prints is no file: it stands beside its errors, in its order.
  const joined: Argv =
    step.stdout !== undefined || host.os === 'windows' ? argv : ['/bin/sh', '-c', 'exec "$@" >&2', 'sh', ...argv]
  const epoch = Math.floor(Date.parse(committedAt) / 1000)
  const given = makeStepEnvironment(env, { home, go: go.path, modules, network: step.network, epoch })
  return await sandbox.run(joined, { cwd, env: given, signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    const words = typeof error.cause === 'string' ? error.cause.trim().split('\n').slice(-LINES).join('\n') : ''
    throw new Failure('command', `prepare[${at}]: ${by} failed: ${error.message}`, {
      hint: step.network
        ? 'It ran in a clean checkout without a repository, and sees no variable and no file of yours.'
        : 'It ran in a clean checkout without a repository and without the network (network: true gives it), and sees no variable and no file of yours.',
      cause: words
    })
  })
}

/** So many last lines of what a step said are told. */
const LINES = 30
const VERSION_MS = 10_000

/** The first line of what a tool says of its version. */
async function askVersion(
  { files, sandboxes }: StepTools,
  { path, reads, env }: { readonly path: string; readonly reads: readonly string[]; readonly env: Env },
  signal: AbortSignal
): Promise<string> {
  await using scratch = await files.scratch('version')
  const home = join(scratch.path, 'home')
  await files.write(join(home, '.keep'), '')
  await using sandbox = await sandboxes.open({ reads, writes: [home], reaches: [], hides: [] })
  const given = { PATH: env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' }
  const until = AbortSignal.any([signal, AbortSignal.timeout(VERSION_MS)])
  const said = await sandbox
    .run([path, '--version'], { cwd: home, env: given, signal: until })
    .catch((error: unknown) => {
      signal.throwIfAborted()
      // Not every tool has that flag: its digest names it.
      return { stdout: '', error }
    })
  return (said.stdout.trim().split('\n')[0] ?? '').slice(0, 200)
}

/** Whether any of the steps needs programs that are built first. */
export const needsHostPrograms = (steps: readonly PrepareStep[]): boolean => steps.some(runsProgram)
