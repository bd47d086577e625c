import { join } from 'node:path'
import { sha256 } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import { inspect, type Inspection } from '../../go/inspect/binary.ts'
import { problems } from '../../go/inspect/check.ts'
import type { Trace } from '../../go/inspect/traces.ts'
import { formatTarget } from '../../go/target.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { Made } from '../../steps/ledger.ts'
import type { Plan } from '../../plan/plan.ts'
import { BUILD_OUTPUT, type BuildPlan } from '../../plan/builds.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Exec } from '../../model/ports/processes.ts'

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
}

/** All that decides the bytes of a build. */
export const buildInput = (plan: Plan, build: BuildPlan): Json => ({
  commit: plan.commit,
  dirty: plan.dirtyDigest,
  module: plan.module,
  dir: plan.moduleDir,
  go: plan.go.version,
  tags: plan.stampedFrom,
  argv: build.argv,
  env: build.env,
  binaries: build.binaries
})

/** Compiles one target, opens what came out, and puts it in place only when it is what was asked for. */
export async function buildTarget(
  tools: BuildTools,
  plan: Plan,
  build: BuildPlan,
  signal: AbortSignal
): Promise<Made<readonly (Built & { readonly [key: string]: Json })[]>> {
  const { files, out } = tools
  await using scratch = await files.scratch('build')
  const [, ...args] = build.argv
  const output = join(scratch.path, 'out')
  await tools.run([tools.go.path, ...args.map((arg) => (arg === `${BUILD_OUTPUT}/` ? `${output}/` : arg))], {
    cwd: tools.folder,
    env: { ...tools.env, ...build.env },
    signal
  })
  const built = []
  for (const { name, main, made: file, path } of build.binaries) {
    const from = join(output, file)
    const bytes = await files.read(from, LIMITS.program.most)
    if (!bytes)
      throw new Failure('command', `go build ended well and left no ${name} for ${formatTarget(build.target)}`, {
        hint: 'Look whether something removes files from the output folder, such as a virus scanner, and run again.'
      })
    const found = inspect(bytes)
    const wrong = problems(bytes, found, {
      target: build.target,
      module: plan.module,
      main,
      goVersion: plan.go.version,
      env: build.env,
      commit: plan.commit,
      modified: plan.modified,
      moduleVersions: plan.moduleVersions,
      traces: [...tools.traces, { what: 'the folder of this build', text: scratch.path }]
    })
    if (wrong.length)
      throw new Failure(
        'verification',
        `${name} for ${formatTarget(build.target)} is not what was asked for: ${wrong.join('; ')}`,
        { hint: 'It does not ship. Build settings of slipway.yaml may contradict it; else report it with its plan.' }
      )
    await files.move(from, join(out, path))
    built.push({ name, main, path, sha256: sha256(bytes), size: bytes.length, format: describe(found) })
  }
  return { value: built, files: built }
}

/** What the checks saw, for a progress line: `ELF, no libraries`; other than the system's own were refused. */
function describe(found: Inspection): string {
  if (found.format === 'unchecked') return 'unchecked: a format that Slipway cannot read, but for its build info'
  return `${found.format}, ${found.libraries.length ? `${found.libraries.length} system ${found.libraries.length === 1 ? 'library' : 'libraries'}` : 'no libraries'}`
}
