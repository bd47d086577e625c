import { deriveExecName } from '../go/command.ts'
import { parseTargets } from '../go/target-list.ts'
import { formatTarget, parseTarget, splitUniversal } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'
import type { ProgramSettings } from './builds.ts'

/** Settings of a program for one target. */
export type TargetSettings = Omit<ProgramSettings, 'main' | 'name' | 'targets' | 'overrides'>

/** One program for one target. */
export interface Program {
  readonly target: Target
  /** Folder of its main package. */
  readonly main: string
  /** Undefined: as go names it. */
  readonly name: string | undefined
  readonly settings: TargetSettings
}

/** A program of a release that was made before. */
export interface MadeProgram {
  /** As `formatTarget` writes it. */
  readonly target: string
  /** Folder of its main package. */
  readonly main: string
  readonly name: string
}

/** Targets for all programs, and those that only some programs have; each once, with the same value for the same target. */
export function listAllTargets(common: readonly Target[], builds: readonly ProgramSettings[]): readonly Target[] {
  const known = new Map(common.map((target) => [formatTarget(target), target] as const))
  for (const { targets = [] } of builds)
    for (const target of parseTargets(targets))
      if (!known.has(formatTarget(target))) known.set(formatTarget(target), target)
  return [...known.values()]
}

/** Each target that the go command knows. */
export const splitTargets = (targets: readonly Target[]): readonly Target[] => [
  ...new Map(targets.flatMap(splitUniversal).map((target) => [formatTarget(target), target])).values()
]

/** All that programs say of flags, whatever the target. */
export const listFlagSettings = (
  builds: readonly ProgramSettings[]
): readonly Pick<ProgramSettings, 'main' | 'stamps' | 'ldflags'>[] =>
  builds.flatMap(({ main, stamps, ldflags, overrides = [] }) => [
    { main, stamps, ldflags },
    ...overrides.flatMap((own) => (own.ldflags ? [{ main, stamps, ldflags: own.ldflags }] : []))
  ])

/** Every program for every target that it is built for. `common`: targets of the programs that have none of their own. */
export function listPrograms(
  mains: readonly string[],
  builds: readonly ProgramSettings[],
  common: readonly Target[]
): readonly Program[] {
  return listAllTargets(common, builds).flatMap((target) =>
    mains.flatMap((main) => {
      return findSettings(builds, main)
        .filter(({ targets }) => (targets ? hasTarget(parseTargets(targets), target) : common.includes(target)))
        .map((build) => ({ target, main, name: build.name, settings: settleFor(build, target) }))
    })
  )
}

const NONE = { ldflags: [], gcflags: [], tags: [], env: {} }

/** The settings of a main package: for each program that is made of it. */
function findSettings(builds: readonly ProgramSettings[], main: string): readonly ProgramSettings[] {
  const own = builds.filter((build) => build.main === main)
  return own.length ? own : [{ main, ...NONE }]
}

/**
 * What is tried on a machine for which nothing ships is built all the same: programs that have no targets of their own, else
 * every one, once by its name.
 */
export function listTried(
  mains: readonly string[],
  builds: readonly ProgramSettings[],
  host: Target
): readonly Program[] {
  const usual = listPrograms(mains, builds, [host]).filter(({ target }) => target === host)
  if (usual.length > 0) return usual
  const all = listPrograms(
    mains,
    builds.map(({ targets: _, ...build }) => build),
    [host]
  )
  return all.filter(({ main, name }, i) => i === all.findIndex((other) => other.main === main && other.name === name))
}

const hasTarget = (targets: readonly Target[], target: Target): boolean =>
  targets.some((each) => formatTarget(each) === formatTarget(target))

/** What a program has for a target: of what overrides say, the last word. */
function settleFor(build: ProgramSettings, target: Target): TargetSettings {
  const { flags, ldflags, gcflags, tags, stamps, env } = build
  const start: TargetSettings = { ldflags, gcflags, tags, ...(flags && { flags }), ...(stamps && { stamps }), env }
  return (build.overrides ?? [])
    .filter(({ targets }) => targets.some((pattern) => fitsPattern(pattern, target)))
    .reduce((settings, { targets: _, env = {}, ...own }): TargetSettings => {
      const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
      return { ...settings, ...said, env: { ...settings.env, ...env } }
    }, start)
}

/** `windows`, `linux/arm` for every arm, `linux/amd64/v1` for that one alone. */
export function fitsPattern(pattern: string, target: Target): boolean {
  const [os, arch, variant] = pattern.split('/')
  if (os !== target.os) return false
  if (arch === undefined) return true
  if (variant === undefined) return arch === target.arch
  return arch === target.arch && formatTarget(parseTarget(pattern)) === formatTarget(target)
}

/** Overrides that fit no target of their program, each as people know it. */
export const listIdleOverrides = (builds: readonly ProgramSettings[], common: readonly Target[]): readonly string[] =>
  builds.flatMap(({ main, targets, overrides = [] }) => {
    const own = targets ? parseTargets(targets) : common
    return overrides.flatMap((override) =>
      override.targets
        .filter((pattern) => !own.some((target) => fitsPattern(pattern, target)))
        .map((pattern) => `${pattern} of ${main}`)
    )
  })

/** What is left where a flag names the targets: a program's own ones count among these alone. */
export const keepTargets = (builds: readonly ProgramSettings[], named: readonly Target[]): readonly ProgramSettings[] =>
  builds.map((build) =>
    build.targets
      ? { ...build, targets: build.targets.filter((target) => hasTarget(named, parseTarget(target))) }
      : build
  )

/** The settings with which the programs of a release that was made before are made again, and no others. */
export function keepMade(
  builds: readonly ProgramSettings[],
  made: readonly MadeProgram[],
  importPathOf: (main: string) => string
): readonly ProgramSettings[] {
  const mains = [...new Set(made.map(({ main }) => main))]
  return mains.flatMap((main) => {
    return findSettings(builds, main).flatMap((build) => {
      const name = build.name ?? deriveExecName(importPathOf(main))
      const its = build.targets && parseTargets(build.targets)
      const targets = made
        .filter((program) => program.main === main && program.name === name)
        .filter(({ target }) => its === undefined || hasTarget(its, parseTarget(target)))
        .map(({ target }) => target)
      return targets.length ? [{ ...build, targets }] : []
    })
  })
}
