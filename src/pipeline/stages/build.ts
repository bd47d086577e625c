import { join } from 'node:path'
import { isCount, isSha256, isText, listOf, shaped } from '../../base/decode.ts'
import { hashBytes } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import type { Json } from '../../base/json.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Limit } from '../../base/parallel.ts'
import { inspectBinary, type Inspection } from '../../go/inspect/binary.ts'
import { findBinaryProblems } from '../../go/inspect/check.ts'
import { joinMachO, splitMachO } from '../../go/inspect/universal.ts'
import type { Trace } from '../../go/inspect/traces.ts'
import { formatTarget } from '../../go/target.ts'
import { isBuildCacheKind, type BuildCacheKind } from '../../model/build-cache.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Exec } from '../../model/ports/processes.ts'
import type { Signer } from '../../model/ports/signer.ts'
import { BUILD_OUTPUT, type BuildCall, type BuildPlan } from '../../plan/builds.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Made, Step } from '../../steps/ledger.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import type { Run, RunFacts, StartBranch } from '../run.ts'

export interface BuildTools {
  readonly run: Exec
  readonly files: Files
  readonly go: Tool
  /** The base environment of every go command. */
  readonly env: Readonly<Record<string, string>>
  /** Absolute folder of the module. */
  readonly folder: string
  /** Absolute output folder. */
  readonly out: string
  /** Folders of this machine that must not be found in a program. */
  readonly traces: readonly Trace[]
  /** Absolute path of what the go command is told of files that steps made; left out where there are none. */
  readonly overlay?: string
}

/** What is known of one program once it is built; plain data, for the ledger. */
export interface Built {
  readonly name: string
  readonly main: string
  /** Relative to the output folder. */
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** What the checks could say: `ELF, static`, or `unchecked: …`. */
  readonly format: string
  /** Where go found what was compiled before. */
  readonly cache: BuildCacheKind
}

/** The programs of every build of a plan, in its order: each build is there when its own promise resolves. */
export type Builds = readonly Promise<readonly Built[]>[]

/** All that decides the bytes of a build. */
export const describeBuildInput = (plan: Plan, build: BuildPlan): Json => ({
  commit: plan.commit,
  dirty: plan.dirtyDigest,
  module: plan.module,
  dir: plan.moduleDir,
  go: plan.go.version,
  tags: plan.stampedFrom,
  argv: build.argv,
  env: build.env,
  ...(build.parts && { parts: build.parts as unknown as Json }),
  binaries: build.binaries,
  ...(plan.prepared && { prepared: plan.prepared.digest })
})

const isBuilt = shaped<Built>({
  ...{ name: isText, main: isText, path: isText, format: isText },
  ...{ sha256: isSha256, size: isCount, cache: isBuildCacheKind }
})

/**
 * A build is done once for the same sources and settings; its record names the planned programs in their places. What came
 * out of a shared build cache is built anew where the plan wants a cache of its own.
 */
export const makeBuildStep = (plan: Plan, build: BuildPlan): Step<readonly Built[]> => ({
  kind: 'build',
  shape: 2,
  input: describeBuildInput(plan, build),
  fits: (value): value is readonly Built[] =>
    listOf(isBuilt)(value) &&
    value.length === build.binaries.length &&
    build.binaries.every(({ name, main, path }, i) => {
      const built = value[i]
      return (
        built?.name === name &&
        built.main === main &&
        built.path === path &&
        (built.cache === 'own' || plan.buildCache.kind === 'shared')
      )
    }),
  leaves: (built) => built
})

interface BuildStageTools extends BuildTools, Frame {
  readonly compiling: Limit
  readonly signer: () => Promise<Signer>
  readonly verifyModules: (signal: AbortSignal) => Promise<void>
  readonly thisRun: RunFacts
}

/** Compiles every target, one more side by side than the machine has cores (docs/bench.md); in the order of `plan.builds`. */
export function buildAll({ plan, tools }: Run<BuildStageTools>, start: StartBranch<BuildStageTools>): Builds {
  let modules: Promise<void> | undefined
  const verified = (): Promise<void> => {
    // Something is made anew, so something will be signed: its tool arrives while targets compile.
    if (!modules && 'work' in plan.signing) start(async () => void (await tools.signer())).catch(() => {})
    return (modules ??= start(({ signal }) => tools.verifyModules(signal)))
  }
  const make = async (run: Run<BuildStageTools>, build: BuildPlan): Promise<Made<readonly Built[]>> => {
    run.signal.throwIfAborted()
    const check = verified()
    const value = await buildTarget(run, build)
    await check
    return { value, by: tools.thisRun.invocation.id }
  }
  const compile = (build: BuildPlan): Promise<readonly Built[]> =>
    start((run) =>
      tools.compiling(() =>
        stage('build', tools).once(
          formatBuildTitle(plan, build),
          makeBuildStep(plan, build),
          () => make(run, build),
          listFormats
        )
      )
    )

  // What the proof waits for comes first.
  const order = [...plan.builds].sort((a, b) => Number(b.target === plan.host) - Number(a.target === plan.host))
  const built = new Map(order.map((build) => [build, compile(build)] as const))
  return plan.builds.map((build) => built.get(build) ?? Promise.reject(new Error('a build that nobody started')))
}

/** What a person sees being built: a target, and which programs of it where several builds share one. */
export function formatBuildTitle({ builds }: Plan, { target, binaries }: BuildPlan): string {
  const alone = builds.filter((build) => build.target === target).length === 1
  return alone ? formatTarget(target) : `${formatTarget(target)} ${binaries.map(({ name }) => name).join(', ')}`
}

const listFormats = (built: readonly Built[]): string => [...new Set(built.map(({ format }) => format))].join('; ')

/** Where a build is compiled. */
export interface BuildPlace {
  /** Absolute folder of the module. */
  readonly cwd: string
  /** Absolute folder for the programs. */
  readonly output: string
  readonly env: Readonly<Record<string, string>>
  readonly overlay?: string | undefined
}

/** Calls go for a build, and joins what is one program of several. */
export async function compileBuild(
  { run, go, files }: Pick<BuildTools, 'run' | 'go' | 'files'>,
  build: BuildPlan,
  { cwd, output, env, overlay }: BuildPlace,
  signal: AbortSignal
): Promise<void> {
  const call = (part: BuildCall, folder: string): Promise<unknown> =>
    run([go.path, ...fillBuildArgs(part, folder, overlay)], { cwd, env: { ...env, ...part.env }, signal })
  if (!build.parts) {
    await call(build, output)
    return
  }
  const folders = build.parts.map((_, i) => join(output, String(i)))
  for (const [i, part] of build.parts.entries()) await call(part, folders[i] ?? output)
  for (const { made } of build.binaries) {
    const slices = await Promise.all(folders.map((folder) => files.read(join(folder, made), LIMITS.program.most)))
    const whole = slices.filter((slice) => slice !== undefined)
    if (whole.length === folders.length) await files.write(join(output, made), joinMachO(whole))
  }
}

/** The arguments of `go build` where it writes to a folder, and sees what steps made. */
export function fillBuildArgs({ argv }: BuildCall, output: string, overlay?: string): readonly string[] {
  const [, verb = '', ...args] = argv.map((arg) => (arg === `${BUILD_OUTPUT}/` ? `${output}/` : arg))
  return [verb, ...(overlay === undefined ? [] : [`-overlay=${overlay}`]), ...args]
}

/** Compiles one target, opens what came out, and puts it in place only when it is what was asked for. */
export async function buildTarget(
  { plan, tools, signal }: Run<BuildTools>,
  build: BuildPlan
): Promise<readonly Built[]> {
  const { files, out } = tools
  await using scratch = await files.scratch('build')
  const output = join(scratch.path, 'out')
  await compileBuild(tools, build, { cwd: tools.folder, output, env: tools.env, overlay: tools.overlay }, signal)
  const built: Built[] = []
  for (const { name, main, made: file, path } of build.binaries) {
    const from = join(output, file)
    const bytes = await files.read(from, LIMITS.program.most)
    if (!bytes)
      throw new Failure('command', `go build ended well and left no ${name} for ${formatTarget(build.target)}`, {
        hint: 'Look whether something removes files from the output folder, such as a virus scanner, and run again.'
      })
    const found = inspectBinary(bytes)
    const expected = {
      ...{ module: plan.module, main, goVersion: plan.go.version, commit: plan.commit, modified: plan.modified },
      moduleVersions: plan.moduleVersions,
      traces: [...tools.traces, { what: 'the folder of this build', text: scratch.path }]
    }
    const slices = build.parts ? splitMachO(bytes) : [bytes]
    const wrong = (build.parts ?? [build]).flatMap(({ target, env }, i) => {
      const slice = slices[i] ?? new Uint8Array()
      return findBinaryProblems(slice, inspectBinary(slice), { ...expected, target, env })
    })
    if (wrong.length)
      throw new Failure(
        'verification',
        `${name} for ${formatTarget(build.target)} is not what was asked for: ${wrong.join('; ')}`,
        { hint: 'It does not ship. Build settings of slipway.yaml may contradict it; else report it with its plan.' }
      )
    await files.move(from, join(out, path))
    built.push({
      name,
      main,
      path,
      sha256: hashBytes(bytes),
      size: bytes.length,
      format: describeInspection(found),
      cache: plan.buildCache.kind
    })
  }
  return built
}

/** What the checks saw, for a progress line: `ELF, no libraries`; other than the system's own were refused. */
function describeInspection(found: Inspection): string {
  if (found.format === 'unchecked') return 'unchecked: a format that Slipway cannot read, but for its build info'
  return `${found.format}, ${found.libraries.length ? `${found.libraries.length} system ${found.libraries.length === 1 ? 'library' : 'libraries'}` : 'no libraries'}`
}
