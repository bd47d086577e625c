import type { Main } from '../facts/go-dependencies.ts'
import { Failure } from '../base/errors.ts'
import { deriveExecName, makeBuildCommand } from '../go/command.ts'
import { formatTarget, formatTargetName, splitUniversal } from '../go/target.ts'
import { sampleTargets } from '../model/sample.ts'
import type { Facts, Target } from '../model/nouns.ts'
import type { Config } from '../config/inputs.ts'
import type { ProgramSettings } from '../config/builds.ts'
import type { Program, TargetSettings } from '../config/programs.ts'
import { fillVariables, type BuildVariables } from '../config/variables.ts'
import type { Mode } from './mode.ts'
import type { Planned } from '../model/planned.ts'

/** How the go command is called. */
export interface BuildCall {
  readonly argv: readonly string[]
  /** What the build needs beside the base environment. */
  readonly env: Readonly<Record<string, string>>
}

/** One call of `go build`: one target, the programs that share their settings. */
export interface BuildPlan extends BuildCall {
  readonly target: Target
  readonly binaries: readonly {
    readonly name: string
    readonly main: string
    /** As go names it in its output folder. */ readonly made: string
    /** Relative to our output folder. */
    readonly path: string
  }[]
  /** The calls whose programs are joined into one, and then `argv` is empty; left out where one call makes it. */
  readonly parts?: readonly (BuildCall & { readonly target: Target })[]
}

/** What builds are made of, beside their programs. */
export interface BuildSource {
  readonly mains: readonly Main[]
  readonly version: string
  readonly facts: Facts
  /** Values of `{env.NAME}`. */
  readonly variables: BuildVariables
}

/** A build for each target and each group of programs with equal settings. Throws where two would write one file. */
export function planBuilds(programs: readonly Program[], source: BuildSource): readonly BuildPlan[] {
  const targets = [...new Set(programs.map(({ target }) => target))]
  const builds = targets.flatMap((target) =>
    groupBySettings(
      programs.filter((program) => program.target === target),
      source.mains
    ).map((group) => planBuild(target, group, source))
  )
  refuseSharedFiles(builds)
  return builds
}

/** Throws for settings of what is no program here, and where nothing is left to build. */
export function refuseStrangers(
  mains: readonly Main[],
  builds: readonly ProgramSettings[],
  programs: readonly Program[]
): void {
  const unknown = builds.filter(({ main, targets }) => targets?.length !== 0 && !mains.some(({ dir }) => dir === main))
  if (unknown.length)
    throw new Failure(
      'input',
      `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`,
      {
        hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
      }
    )
  if (programs.length === 0)
    throw new Failure('input', 'no program is built for the targets that are named', {
      hint: 'Programs have targets of their own in slipway.yaml (builds[].targets): name one of those, or leave --targets out.'
    })
}

interface Group {
  readonly settings: TargetSettings
  readonly mains: readonly (Main & { readonly name: string })[]
}

/** Programs with equal settings are built by one `go build`, which takes a fifth to a third less than one by one. */
function groupBySettings(programs: readonly Program[], mains: readonly Main[]): readonly Group[] {
  const groups = new Map<string, { settings: Group['settings']; mains: Group['mains'][number][] }>()
  for (const { main: dir, name, settings } of programs) {
    const main = mains.find((each) => each.dir === dir)
    if (!main) throw new Error(`${dir} was never analysed`)
    // A name of its own needs a call of its own: `go build -o FOLDER/` names programs by their import paths.
    const key = JSON.stringify(name === undefined ? settings : { ...settings, dir, name })
    const group = groups.get(key) ?? { settings, mains: [] }
    group.mains.push({ ...main, name: name ?? deriveExecName(main.importPath) })
    groups.set(key, group)
  }
  return [...groups.values()]
}

function refuseSharedFiles(builds: readonly BuildPlan[]): void {
  const seen = new Map<string, BuildPlan['binaries'][number]>()
  for (const { target, binaries } of builds)
    for (const binary of binaries) {
      // Case does not count on Windows and macOS.
      const key = binary.path.toLowerCase()
      const other = seen.get(key)
      if (other)
        throw new Failure(
          'input',
          other.main === binary.main
            ? `two builds of ${binary.main} are both named ${binary.name} for ${formatTarget(target)}`
            : `${other.main} and ${binary.main} both become a program named ${binary.name}`,
          { hint: 'Give one of them another name, by builds[].name in slipway.yaml, or other targets.' }
        )
      seen.set(key, binary)
    }
}

/** Stands for the folder that `go build` writes to, which is known when the build runs. */
export const BUILD_OUTPUT = '{out}'

function planBuild(target: Target, group: Group, source: BuildSource): BuildPlan {
  const parts = splitUniversal(target).map((part) => ({ target: part, ...callGo(part, group, source) }))
  const suffix = target.os === 'windows' ? '.exe' : ''
  const binaries = group.mains.map(({ name, importPath }, i) => ({
    name,
    main: importPath,
    made: (parts[0]?.outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
    path: `bin/${formatTargetName(target)}/${name}${suffix}`
  }))
  const [only, ...more] = parts.map(({ target, argv, env }) => ({ target, argv, env }))
  return only && more.length === 0
    ? { target, binaries, argv: only.argv, env: only.env }
    : { target, binaries, argv: [], env: {}, parts: only ? [only, ...more] : [] }
}

function callGo(
  target: Target,
  { mains, settings }: Group,
  { version, facts, variables }: BuildSource
): ReturnType<typeof makeBuildCommand> {
  const stamp = { version, commit: facts.commit, date: facts.committedAt }
  // In one pass: what a variable of the environment holds is filled in nowhere.
  const fill = (flag: string): string =>
    flag.replace(/\{(?:(version|commit|date)|env\.[A-Za-z_]\w*)\}/g, (word, name: keyof typeof stamp | undefined) =>
      name === undefined ? fillVariables(word, variables) : stamp[name]
    )
  return makeBuildCommand({
    go: 'go',
    target,
    mains: mains.map(({ importPath }) => importPath),
    outDir: BUILD_OUTPUT,
    stamp,
    vendored: facts.vendored,
    settings: {
      ...settings,
      ldflags: settings.ldflags.map(fill),
      gcflags: settings.gcflags.map((flag) => fillVariables(flag, variables))
    },
    env: {}
  })
}

/** Which of the targets are compiled a second time, to see that the bytes come out the same. */
export function planRebuilds(
  mode: Mode,
  { rebuild }: Pick<Config, 'rebuild'>,
  targets: readonly Target[],
  commit: string
): Planned<Target> {
  if (mode !== 'release') return { skip: `${mode} signs nothing that ships` }
  if (rebuild === 0) return { skip: 'rebuild is 0' }
  return { work: sampleTargets(targets, rebuild, commit, formatTarget) }
}
