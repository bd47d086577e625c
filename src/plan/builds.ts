import type { Main } from '../facts/go-dependencies.ts'
import { Failure } from '../base/errors.ts'
import { deriveExecName, makeBuildCommand } from '../go/command.ts'
import { formatTarget, formatTargetName } from '../go/target.ts'
import { sampleTargets } from '../model/sample.ts'
import type { Facts, Target } from '../model/nouns.ts'
import type { Config } from '../config/inputs.ts'
import type { ProgramSettings } from '../config/project-file.ts'
import type { Mode } from './mode.ts'
import type { Planned } from '../model/planned.ts'

/** One call of `go build`: one target, the programs that share their settings. */
export interface BuildPlan {
  readonly target: Target
  readonly binaries: readonly {
    readonly name: string
    readonly main: string
    /** As go names it in its output folder. */ readonly made: string
    /** Relative to our output folder. */ readonly path: string
  }[]
  readonly argv: readonly string[]
  /** What the build needs beside the base environment. */
  readonly env: Readonly<Record<string, string>>
}

/** A build for each target and each group of programs with equal settings. */
export function planBuilds(
  targets: readonly Target[],
  mains: readonly Main[],
  settings: readonly ProgramSettings[],
  version: string,
  facts: Facts
): readonly BuildPlan[] {
  const groups = groupBySettings(mains, settings)
  return targets.flatMap((target) => groups.map((group) => planBuild(target, group, version, facts)))
}

interface Group {
  readonly settings: Omit<ProgramSettings, 'main' | 'name'>
  readonly mains: readonly (Main & { readonly name: string })[]
}

/** Programs with equal settings are built by one `go build`, which takes a fifth to a third less than one by one. */
function groupBySettings(mains: readonly Main[], builds: readonly ProgramSettings[]): readonly Group[] {
  const unknown = builds.filter((build) => !mains.some(({ dir }) => dir === build.main))
  if (unknown.length)
    throw new Failure(
      'input',
      `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`,
      {
        hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
      }
    )
  const groups = new Map<string, { settings: Group['settings']; mains: Group['mains'][number][] }>()
  for (const main of mains) {
    const own = builds.find((build) => build.main === main.dir)
    const { ldflags = [], gcflags = [], tags = [], stamps, env = {}, name } = own ?? {}
    const settings = { ldflags, gcflags, tags, ...(stamps && { stamps }), env }
    // A name of its own needs a call of its own: `go build -o FOLDER/` names programs by their import paths.
    const key = JSON.stringify(name === undefined ? settings : { ...settings, name })
    const group = groups.get(key) ?? { settings, mains: [] }
    group.mains.push({ ...main, name: name ?? deriveExecName(main.importPath) })
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Stands for the folder that `go build` writes to, which is known when the build runs. */
export const BUILD_OUTPUT = '{out}'

function planBuild(target: Target, { mains, settings }: Group, version: string, facts: Facts): BuildPlan {
  const stamp = { version, commit: facts.commit, date: facts.committedAt }
  const fill = (flag: string): string =>
    flag.replace(/\{(version|commit|date)\}/g, (_, name: keyof typeof stamp) => stamp[name])
  const { argv, env, outputs } = makeBuildCommand({
    go: 'go',
    target,
    mains: mains.map(({ importPath }) => importPath),
    outDir: BUILD_OUTPUT,
    stamp,
    vendored: facts.vendored,
    settings: { ...settings, ldflags: settings.ldflags.map(fill) },
    env: {}
  })
  const suffix = target.os === 'windows' ? '.exe' : ''
  const binaries = mains.map(({ name, importPath }, i) => ({
    name,
    main: importPath,
    made: (outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
    path: `bin/${formatTargetName(target)}/${name}${suffix}`
  }))
  return { target, binaries, argv, env }
}

/** Which targets are compiled a second time, to see that the bytes come out the same. */
export function planRebuilds(mode: Mode, { rebuild, targets }: Config, commit: string): Planned<Target> {
  if (mode !== 'release') return { skip: `${mode} signs nothing that ships` }
  if (rebuild === 0) return { skip: 'rebuild is 0' }
  return { work: sampleTargets(targets, rebuild, commit, formatTarget) }
}
